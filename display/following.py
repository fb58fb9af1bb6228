"""How a screen follows the line: what it hears, up to where, and how old that is by the core's clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import SignalInstance

from core.client.port import Link
from core.domain.event import Event

Hears = tuple[SignalInstance, Callable[..., Any]]
"""A signal of the line, and who hears it."""


class Ears:
    """Hears signals of the line until it is stopped: the line outlives the screen."""

    def __init__(self, *hears: Hears) -> None:
        self._hears = hears
        for signal, hear in hears:
            signal.connect(hear)

    def stop(self) -> None:
        """Hear nothing any more."""
        for signal, hear in self._hears:
            signal.disconnect(hear)


class Progress:
    """Up to which event a screen has seen the line.

    Attributes:
        seen: Number of the last event.
        core_ahead: By how much the core's clock is ahead of this machine's; known from live events.
    """

    def __init__(self, link: Link) -> None:
        self._link = link
        self.seen = 0
        self.core_ahead = timedelta()

    def note_event(self, event: Event, now: datetime) -> timedelta:
        """Note an event; return how late it comes: what was missed while the line was down is old."""
        if self._link.live:
            self.core_ahead = event.at - now
        self.note_floor()
        return timedelta() if self._link.live else now + self.core_ahead - event.at

    def note_floor(self) -> None:
        """Note that everything on the line's floor was seen."""
        self.seen = self._link.floor.seq


def dark_since(link: Link) -> datetime | None:
    """Return since when a line that has told of its floor is down, ``None`` while it is live."""
    return None if link.live else link.live_since
