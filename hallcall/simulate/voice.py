"""How full the loudspeakers are: the day's calls through the program's own queue of announcements."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from core.domain.hall import Voice
from hardware.voice.announcer import Announcement, Announcements, Drop

SAYS_S = {"zh": 5.0, "bo": 6.0}
"""A call in Chinese takes about 5 s, in Tibetan and Chinese about 11 s."""
SAYS_USUALLY_S = 5.0
HOUR_S = 3600.0

_EPOCH = datetime(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Sound:
    """Something the loudspeakers hear of.

    Attributes:
        window: Where it is called to, 0 when a visitor has come or gone.
        repeat: How often it was called before.
    """

    at_s: float
    zone: str
    leg: str
    number: str
    window: int = 0
    repeat: int = 0


@dataclass(slots=True)
class Channel:
    """What one zone's loudspeaker had to say.

    Attributes:
        calls: Calls and recalls.
        said: Of them announced.
        moved_on: Not said because the visitor was quicker, or was called again meanwhile.
        dropped: Left to the screens: too old, or too many waited.
        busy_s: For how long it spoke, by the hour of the day.
    """

    calls: int = 0
    said: int = 0
    moved_on: int = 0
    dropped: int = 0
    busy_s: dict[int, float] = field(default_factory=lambda: defaultdict(float))

    def fill(self, open_s: float) -> float:
        """Return which part of the open time it spoke."""
        return sum(self.busy_s.values()) / open_s

    @property
    def fullest_hour(self) -> float:
        """Which part of its fullest hour it spoke."""
        return max(self.busy_s.values(), default=0.0) / HOUR_S

    def to_json(self, open_s: float) -> dict[str, Any]:
        """Return the figures, shares as parts of 1."""
        return {
            "calls": self.calls,
            "said": self.said,
            "moved_on": self.moved_on,
            "dropped": self.dropped,
            "fill": round(self.fill(open_s), 4),
            "fullest_hour": round(self.fullest_hour, 4),
        }


def says_s(voice: Voice) -> float:
    """Return how long a hall's announcement takes."""
    once = sum(SAYS_S.get(language, SAYS_USUALLY_S) for language in voice.languages)
    return once * voice.repeats


def speak(sounds: Sequence[Sound], say_s: float) -> dict[str, Channel]:
    """Return what each zone's loudspeaker says on a day of these sounds."""
    by_zone: dict[str, list[Sound]] = defaultdict(list)
    for sound in sounds:
        by_zone[sound.zone].append(sound)
    with _quiet():
        return {zone: _Speaking(say_s).through(heard) for zone, heard in sorted(by_zone.items())}


def speak_as_one(sounds: Sequence[Sound], say_s: float) -> Channel:
    """Return what a single loudspeaker for the whole hall would say."""
    with _quiet():
        return _Speaking(say_s).through(
            [Sound(s.at_s, "", s.leg, s.number, s.window, s.repeat) for s in sounds]
        )


class _Speaking:
    """One loudspeaker's day."""

    def __init__(self, say_s: float) -> None:
        self._say_s = say_s
        self._free_at_s = 0.0
        self._channel = Channel()
        self._waiting = Announcements(dropped=self._dropped)

    def through(self, sounds: Sequence[Sound]) -> Channel:
        for sound in sounds:
            self._say_until(sound.at_s)
            if sound.window:
                self._channel.calls += 1
                self._waiting.offer(_announcement(sound))
            else:
                self._waiting.withdraw(sound.leg)
            self._say_until(sound.at_s)
        self._say_until(float("inf"))
        return self._channel

    def _say_until(self, at_s: float) -> None:
        """Begin whatever is begun by then."""
        while len(self._waiting) and self._free_at_s <= at_s:
            begins_s = self._free_at_s
            call = self._waiting.take(_EPOCH + timedelta(seconds=begins_s))
            if call is not None:
                begins_s = max(begins_s, (call.at - _EPOCH).total_seconds())
                self._channel.said += 1
                self._channel.busy_s[int(begins_s // HOUR_S)] += self._say_s
                self._free_at_s = begins_s + self._say_s

    def _dropped(self, _call: Announcement, why: Drop) -> None:
        if why in (Drop.REPLACED, Drop.MOVED_ON):
            self._channel.moved_on += 1
        else:
            self._channel.dropped += 1


def _announcement(sound: Sound) -> Announcement:
    at = _EPOCH + timedelta(seconds=sound.at_s)
    return Announcement(sound.leg, sound.number, sound.window, sound.zone, at, sound.repeat)


@contextmanager
def _quiet() -> Iterator[None]:
    """Count what is not said instead of logging each."""
    log = logging.getLogger("hardware.voice.announcer")
    before, log.disabled = log.disabled, True
    try:
        yield
    finally:
        log.disabled = before
