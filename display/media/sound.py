"""How loud films are beside the voice: pure functions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from core.domain.hall import Hall

DUCKED = 0.15
"""So loud are films while a call is said."""
A_SENTENCE = timedelta(seconds=4)
"""A call in one language, by a slow voice."""
A_CHIME = timedelta(seconds=1.5)
LONGEST = timedelta(minutes=1)
"""However many calls wait to be said, films are loud again after so long without a new one."""


@dataclass(frozen=True, slots=True)
class Ears:
    """What is known of the hall's voice.

    Attributes:
        speaking: Whether the voice of this program speaks; ``None``: it has none, and the calls are
            said elsewhere.
        until: When the calls heard so far are said.
    """

    speaking: bool | None = None
    until: datetime | None = None

    def called(self, hall: Hall, now: datetime) -> Ears:
        """Return what is known after a call that is said elsewhere."""
        begins = max(now, self.until or now)
        return replace(self, until=min(begins + said_in(hall), now + LONGEST))

    def volume(self, hall: Hall | None, now: datetime) -> float:
        """Return how loud films are, 0 to 1; in the quiet hours they are not heard."""
        if hall is None or hall.voice.is_quiet(now.astimezone(hall.zone_info).time()):
            return 0.0
        ducked = self.speaking if self.speaking is not None else self.until is not None and now < self.until
        return DUCKED if ducked else 1.0

    def changes_at(self, now: datetime) -> datetime:
        """Return when the volume may be another one, if nothing is heard until then."""
        minute = now.replace(second=0, microsecond=0) + timedelta(minutes=1)
        return min(minute, self.until) if self.until is not None and self.until > now else minute


def said_in(hall: Hall) -> timedelta:
    """Return about how long the hall's voice takes for a call."""
    voice = hall.voice
    gap = timedelta(milliseconds=voice.gap_ms)
    once = (A_SENTENCE + gap) * max(1, len(voice.languages))
    return once * voice.repeats + (A_CHIME if voice.chime else timedelta())
