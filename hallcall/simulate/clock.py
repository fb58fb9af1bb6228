"""The time of a simulated day: it stands still until the day begins, then goes faster than the wall's.

Core and visitors are two processes with one clock: both count from the machine's monotonic clock, and the
instant at which the day began is written in a file.
"""

from __future__ import annotations

import asyncio
import os
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from time import monotonic

from core.domain.hall import Hall


def midnight(hall: Hall, day: date) -> datetime:
    """Return the instant at which a date begins in the hall, UTC."""
    return datetime.combine(day, time(), hall.zone_info).astimezone(UTC)


class FastClock:
    """The core's clock.

    Args:
        stands_at: What it shows until the day begins, UTC.
        speed: So many seconds of the day go by in one of the wall's.
        began: Where :meth:`DayClock.begin` writes when that was.
    """

    def __init__(self, stands_at: datetime, speed: float, began: Path) -> None:
        self._stands_at = stands_at
        self._speed = speed
        self._path = began
        self._began: float | None = None

    def __call__(self) -> datetime:
        """Return the instant, UTC."""
        if self._began is None:
            try:
                self._began = float(self._path.read_text(encoding="ascii"))
            except FileNotFoundError:
                return self._stands_at
        return self._stands_at + timedelta(seconds=(monotonic() - self._began) * self._speed)


class DayClock:
    """The visitors' and clerks' clock, in seconds of the business date.

    Attributes:
        speed: So many of them go by in one of the wall's.
    """

    def __init__(self, stands_at_s: float, speed: float) -> None:
        self.speed = speed
        self._stands_at_s = stands_at_s
        self._began: float | None = None

    def begin(self, path: Path | None) -> None:
        """Let the day begin now.

        Args:
            path: The file in which the core's :class:`FastClock` looks.
        """
        self._began = monotonic()
        if path is not None:
            # Whole at any instant: the core reads it while it is written.
            made = path.with_suffix(".new")
            made.write_text(repr(self._began), encoding="ascii")
            os.replace(made, path)

    @property
    def at_s(self) -> float:
        """The time now."""
        if self._began is None:
            return self._stands_at_s
        return self._stands_at_s + (monotonic() - self._began) * self.speed

    async def until(self, at_s: float) -> None:
        """Wait until that time of the day; not at all if it is over."""
        await self.wait(at_s - self.at_s)

    async def wait(self, seconds: float) -> None:
        """Wait for so many seconds of the day."""
        if seconds > 0:
            await asyncio.sleep(seconds / self.speed)
