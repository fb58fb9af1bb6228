"""A supervisor signs the clerk of a window out, or sends the clerk to another one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from core.app.ports import UnitOfWork
from core.app.tell import tell_window
from core.domain.errors import WindowTaken, WindowUnstaffed
from core.domain.event import EventKind
from core.domain.window import WindowState, WindowStatus

_KINDS = {
    WindowStatus.OPEN: EventKind.WINDOW_OPENED,
    WindowStatus.PAUSED: EventKind.WINDOW_PAUSED,
    WindowStatus.CLOSED: EventKind.WINDOW_CLOSED,
}


@dataclass(frozen=True, slots=True)
class Relieved:
    """A window without its clerk.

    Attributes:
        clerk: Who was signed in, ``None``: nobody had opened it.
        number: Of the visitor who stays at the window, ``None``: nobody was there, and it is closed.
    """

    state: WindowState
    clerk: str | None
    number: str | None


def relieve(
    uow: UnitOfWork, *, window: int, to: int | None, token: str, expires: datetime, by: str
) -> Relieved:
    """Take the clerk from a window; who is at it stays there, for whoever opens it next.

    Args:
        to: The window where the clerk is to go; the clerk signs in there.
        token: What stands for the tokens that hold no more.
        expires: The latest end of one of them.

    Raises:
        WindowUnknown: The hall has no such window.
        WindowUnstaffed: Nobody is there who could be sent elsewhere.
        WindowTaken: Another clerk is where this one is to go.
    """
    state = uow.windows.get(uow.hall.window(window).number)
    if to is not None:
        _must_be_free(uow, state, to)
    uow.clerks.sign_out(token, expires)
    present = uow.tickets.at_window(window)
    # A window with a visitor is not closed: whoever opens it next goes on with them.
    left = state.closed(uow.now) if present is None else replace(state, clerk=None, since=uow.now)
    uow.windows.save(left)
    more: dict[str, Any] = {"signed_out": state.clerk or ""} | ({} if to is None else {"sent_to": to})
    tell_window(uow, _KINDS[left.status], left, by=by, more=more)
    return Relieved(left, state.clerk, present.number if present else None)


def _must_be_free(uow: UnitOfWork, state: WindowState, to: int) -> None:
    there = uow.windows.get(uow.hall.window(to).number)
    if state.clerk is None:
        raise WindowUnstaffed(window=state.number)
    if there.clerk not in (None, state.clerk):
        raise WindowTaken(window=to, clerk=there.clerk)
