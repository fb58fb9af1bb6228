"""The core's clock as the console knows it, and lengths of time as people read them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from core.client.steady import steady_s

Clock = Callable[[], datetime]


_BORN, _BORN_S = datetime.now(UTC), steady_s()


def wall_clock() -> datetime:
    """Return the instant by this machine's clock, as it went on from its start: nobody sets this one."""
    return _BORN + timedelta(seconds=steady_s() - _BORN_S)


class CoreClock:
    """The core's clock, told by this machine's and by what the core sends.

    An office PC may be minutes off; times of the feed are the core's, so a length of time is right only
    against the core's own clock.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._ahead = timedelta(0)

    def heard(self, at: datetime) -> None:
        """Take ``at`` as the core's time of this very moment."""
        self._ahead = at - self._clock()

    def now(self) -> datetime:
        """Return the instant by the core's clock."""
        return self._clock() + self._ahead


def clock_text(seconds: float) -> str:
    """Return a length of time as ``mm:ss``, or ``h:mm:ss`` from an hour on; never negative."""
    whole = max(0, int(seconds))
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes:02}:{rest:02}"
