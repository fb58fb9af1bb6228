"""A clock that a test moves."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

MORNING = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
"""Nine o'clock in the hall, a Monday."""


class Clock:
    """The core's clock; it stands still until it is moved.

    Attributes:
        now: What it shows, UTC.
    """

    def __init__(self, now: datetime = MORNING) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """Return the instant."""
        return self.now

    def advance(self, **by: float) -> None:
        """Move it on, or back; ``minutes=5``, ``days=-1``."""
        self.now += timedelta(**by)
