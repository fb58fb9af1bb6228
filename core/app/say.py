"""Say something to who sits at a window, or at every window."""

from __future__ import annotations

from core.app.ports import UnitOfWork
from core.domain.event import EventKind


def say_to_window(uow: UnitOfWork, *, window: int | None, text: str, by: str) -> None:
    """Write a message to a window (``None``: to all of them) as an event; nothing else of it is kept.

    Raises:
        WindowUnknown: The hall has no such window.
    """
    zone = None if window is None else uow.hall.window(window).zone
    uow.events.append(EventKind.WINDOW_MESSAGE, window=window, zone=zone, data={"text": text, "by": by})
