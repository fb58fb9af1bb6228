"""A clock in a file: two processes see it, one moves it, the other reads it."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from core.domain.clock import from_text, to_text

HALL_TIME = ZoneInfo("Asia/Shanghai")


def hall_instant(local: str) -> datetime:
    """Return a time on the hall's wall as an instant, UTC."""
    return datetime.fromisoformat(local).replace(tzinfo=HALL_TIME).astimezone(UTC)


class FileClock:
    """A clock that two processes see: one moves it, the other reads it. It stands still between."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __call__(self) -> datetime:
        """Return the instant, UTC."""
        return from_text(self.path.read_text(encoding="ascii"))

    def set(self, local: str) -> datetime:
        """Set it to a time on the hall's wall, ``"2026-11-23 09:30"``, and return the instant."""
        return self._show(hall_instant(local))

    def advance(self, **by: float) -> datetime:
        """Move it on, ``minutes=5``, and return the instant."""
        return self._show(self() + timedelta(**by))

    def _show(self, at: datetime) -> datetime:
        # Whole at any instant: the core reads it while it is moved.
        made = self.path.with_suffix(".new")
        made.write_text(to_text(at), encoding="ascii")
        os.replace(made, self.path)
        return at
