"""A window as the day finds it: open, paused or closed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from math import ceil

from core.domain.errors import CallTooSoon, WindowNotOpen, WindowTaken


class WindowStatus(StrEnum):
    """Whether a window calls people; the values are the words on the wire and in the database."""

    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class WindowState:
    """What a window does now.

    Attributes:
        clerk: Id of the clerk who opened it.
        reason: Id of the reason it is paused for.
        since: When it came to this status, ``None`` if it was never open.
        called_at: When it last called somebody new.
    """

    number: int
    status: WindowStatus = WindowStatus.CLOSED
    clerk: str | None = None
    reason: str | None = None
    since: datetime | None = None
    called_at: datetime | None = None

    def opened(self, clerk: str | None, at: datetime) -> WindowState:
        """Return the window as open for ``clerk``; ``None``: for whoever sits there.

        One who resumes after a pause opens it again; another clerk takes the window over.
        """
        return replace(self, status=WindowStatus.OPEN, clerk=clerk, reason=None, since=at)

    def paused(self, reason: str, at: datetime) -> WindowState:
        """Return the window as paused.

        Raises:
            WindowNotOpen: It is closed.
        """
        if self.status is WindowStatus.CLOSED:
            raise WindowNotOpen(window=self.number, status=self.status.value)
        return replace(self, status=WindowStatus.PAUSED, reason=reason, since=at)

    def closed(self, at: datetime) -> WindowState:
        """Return the window as closed; nobody is signed in at it."""
        return replace(self, status=WindowStatus.CLOSED, clerk=None, reason=None, since=at)

    def must_be_of(self, clerk: str) -> None:
        """Raise :class:`WindowTaken` if another clerk is signed in at the window."""
        if self.clerk not in (None, clerk):
            raise WindowTaken(window=self.number, clerk=self.clerk)

    def calling(self, at: datetime, *, gap_s: int = 0) -> WindowState:
        """Return the window as calling somebody at ``at``.

        Raises:
            WindowNotOpen: It is paused or closed.
            CallTooSoon: It called somebody less than ``gap_s`` ago.
        """
        if self.status is not WindowStatus.OPEN:
            raise WindowNotOpen(window=self.number, status=self.status.value)
        if self.called_at is not None:
            left = self.called_at + timedelta(seconds=gap_s) - at
            if left > timedelta(0):
                raise CallTooSoon(window=self.number, wait_s=ceil(left.total_seconds()))
        return replace(self, called_at=at)
