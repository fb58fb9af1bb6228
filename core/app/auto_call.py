"""A window that stands idle while people wait calls by itself."""

from __future__ import annotations

from core.app.call_next import Called, NobodyWaiting, call_next
from core.app.ports import UnitOfWork
from core.domain.window import WindowStatus

BY = "core:auto"


def auto_call(uow: UnitOfWork, *, window: int) -> Called | NobodyWaiting:
    """Call the next visitor to a window that is open and has nobody; else nothing happens.

    Raises:
        WindowUnknown, CallTooSoon, OutOfHours: It calls nobody now.
    """
    state = uow.windows.get(uow.hall.window(window).number)
    if state.status is not WindowStatus.OPEN or uow.tickets.at_window(window) is not None:
        return NobodyWaiting()
    return call_next(uow, window=window, by=BY)
