"""Open, pause and close a window."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.app.ports import Command, UnitOfWork
from core.app.tell import tell_window
from core.domain.errors import ClerkElsewhere, WindowBusy
from core.domain.event import EventKind
from core.domain.window import WindowState


def open_window(uow: UnitOfWork, *, window: int, clerk: str | None, by: str) -> WindowState:
    """Open a window, also again after a pause; the clerk's other windows are closed.

    Raises:
        WindowUnknown: The hall has no such window.
        ClerkElsewhere: The clerk still has a visitor at another window.
    """
    uow.hall.window(window)
    if clerk is not None:
        leave_others(uow, window=window, clerk=clerk, by=by)
    state = _state(uow, window).opened(clerk, uow.now)
    return _keep(uow, EventKind.WINDOW_OPENED, state, by)


def leave_others(uow: UnitOfWork, *, window: int | None, clerk: str, by: str) -> list[int]:
    """Close every other window that the clerk has open and return their numbers.

    Raises:
        ClerkElsewhere: Somebody is still at one of them.
    """
    left = [state for state in uow.windows.not_closed() if state.clerk == clerk and state.number != window]
    for state in left:
        present = uow.tickets.at_window(state.number)
        if present is not None:
            raise ClerkElsewhere(window=state.number, number=present.number)
        # The console there says why: the clerk may have signed in at both.
        more = {} if window is None else {"sent_to": window}
        _keep(uow, EventKind.WINDOW_CLOSED, state.closed(uow.now), by, more)
    return [state.number for state in left]


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


def _keep(
    uow: UnitOfWork, kind: EventKind, state: WindowState, by: str, more: Mapping[str, Any] | None = None
) -> WindowState:
    uow.windows.save(state)
    tell_window(uow, kind, state, by=by, more=more)
    return state
