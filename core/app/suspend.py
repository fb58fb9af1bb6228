"""Suspend a visit, and go on with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from core.app.call_next import ready_to_call, served_by
from core.app.moves import move, present_at
from core.app.ports import UnitOfWork
from core.app.tell import given
from core.domain.clock import to_text
from core.domain.errors import NotSkilled, TicketElsewhere, WindowBusy
from core.domain.event import EventKind
from core.domain.leg import Leg
from core.domain.ticket import LegState, Suspension
from core.domain.visit import in_state, window_of_visit
from core.domain.window import WindowStatus


def suspend(
    uow: UnitOfWork,
    *,
    window: int,
    kind: Suspension,
    by: str,
    reason: str | None = None,
    wake_after_min: float | None = None,
) -> Leg:
    """Suspend the visit at a window; the window is free for the next.

    Args:
        wake_after_min: After so long the visitor waits again by itself, first in line.

    Raises:
        WindowUnknown, WindowEmpty: Nobody is there.
        ReasonUnknown: The hall has no such reason for suspending.
    """
    if reason is not None:
        uow.hall.reason("suspend", reason)
    before = present_at(uow, window)
    wake_at = None if wake_after_min is None else uow.now + timedelta(minutes=wake_after_min)
    leg = before.suspended(kind, uow.now, reason=reason, wake_at=wake_at)
    data = {"kind": kind.value, **given(reason)} | ({"wake_at": to_text(wake_at)} if wake_at else {})
    return move(uow, EventKind.SUSPENDED, before, leg, by=by, data=data)


def resume(uow: UnitOfWork, *, window: int, ticket: str, by: str, anywhere: bool = False) -> Leg:
    """Go on with a suspended visit at a free window.

    Args:
        anywhere: Also where the kind of the suspension says another window (a supervisor may).

    Raises:
        WindowUnknown, WindowNotOpen, WindowBusy: The window cannot take anybody.
        TicketUnknown, TicketNotSuspended: There is no such suspended ticket.
        TicketElsewhere: It goes on at another window, or the visitor is at one.
        NotSkilled: The window or its clerk does not serve its queue.
    """
    state = ready_to_call(uow, window)
    present = uow.tickets.at_window(window)
    if present is not None:
        raise WindowBusy(window=window, number=present.number)
    legs = uow.tickets.legs_of(ticket)
    before = _left_at(legs, window)
    leg = before.resumed(window, uow.now, anywhere=anywhere or _is_closed(uow, before.window))
    elsewhere = window_of_visit(legs)
    if elsewhere is not None:
        raise TicketElsewhere(number=before.number, window=elsewhere)
    served = {queue for tier in served_by(uow, uow.hall.window(window), state.clerk) for queue in tier.queues}
    if before.queue not in served and before.window != window and not anywhere:
        raise NotSkilled(window=window, queue=before.queue, number=before.number)
    uow.windows.save(state)
    return move(uow, EventKind.RESUMED, before, leg, by=by)


def _is_closed(uow: UnitOfWork, window: int | None) -> bool:
    """Whether nobody works at the window where a visit was left: another of the queue goes on with it."""
    return window is not None and uow.windows.get(window).status is WindowStatus.CLOSED


def _left_at(legs: Sequence[Leg], window: int) -> Leg:
    """Return the suspended leg of a visit, of several the one that the window knows."""
    known = [leg for leg in legs if leg.state is LegState.SUSPENDED and leg.window == window]
    return known[0] if known else in_state(legs, LegState.SUSPENDED)


def rejoin(uow: UnitOfWork, before: Leg, *, by: str) -> Leg:
    """Let a suspended visitor wait again, first in line, for the windows that the kind allows."""
    leg = before.rejoined(uow.events.next_seq)
    return move(uow, EventKind.RESUMED, before, leg, by=by, window=before.window)


def wake(uow: UnitOfWork) -> list[Leg]:
    """Let everybody wait again whose suspension is over by now."""
    return [rejoin(uow, leg, by="core") for leg in uow.tickets.waking() if leg.state is LegState.SUSPENDED]
