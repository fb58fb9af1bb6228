"""Open, pause and close a window."""

from __future__ import annotations

from typing import Any

from core.app.ports import Command, UnitOfWork
from core.app.tell import tell_window
from core.domain.errors import WindowBusy
from core.domain.event import EventKind
from core.domain.window import WindowState


def open_window(uow: UnitOfWork, *, window: int, clerk: str | None, by: str) -> WindowState:
    """Open a window, also again after a pause.

    Raises:
        WindowUnknown: The hall has no such window.
    """
    state = _state(uow, window).opened(clerk, uow.now)
    return _keep(uow, EventKind.WINDOW_OPENED, state, by)


def pause_window(uow: UnitOfWork, *, window: int, reason: str, by: str) -> WindowState:
    """Pause a window: it calls nobody; who is at it may be finished.

    Raises:
        WindowUnknown, WindowNotOpen: There is no such window at work.
        ReasonUnknown: The hall has no such reason for a pause.
    """
    state = _state(uow, window).paused(uow.hall.reason("pause", reason).id, uow.now)
    return _keep(uow, EventKind.WINDOW_PAUSED, state, by)


def close_window(uow: UnitOfWork, *, window: int, by: str) -> WindowState:
    """Close a window.

    Raises:
        WindowUnknown: The hall has no such window.
        WindowBusy: Somebody is still at it.
    """
    present = uow.tickets.at_window(uow.hall.window(window).number)
    if present is not None:
        raise WindowBusy(window=window, number=present.number)
    return _keep(uow, EventKind.WINDOW_CLOSED, _state(uow, window).closed(uow.now), by)


def at_own_window(work: Command, *, window: int, clerk: str) -> Command:
    """Return ``work`` as a command that a clerk may do only while nobody else has taken the window over.

    One mistyped window number at sign-in must not finish a colleague's visitor.
    """

    def command(uow: UnitOfWork) -> Any:
        _state(uow, window).must_be_of(clerk)
        return work(uow)

    return command


def _state(uow: UnitOfWork, window: int) -> WindowState:
    return uow.windows.get(uow.hall.window(window).number)


def _keep(uow: UnitOfWork, kind: EventKind, state: WindowState, by: str) -> WindowState:
    uow.windows.save(state)
    tell_window(uow, kind, state, by=by)
    return state
