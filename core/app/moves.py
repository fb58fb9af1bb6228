"""Moving a leg: it is kept, told, and the other legs of the visit follow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from core.app.ports import UnitOfWork
from core.app.tell import tell_leg
from core.domain.errors import WindowEmpty
from core.domain.event import EventKind
from core.domain.leg import BY_ARRIVAL, FIRST, Leg
from core.domain.ticket import LegState
from core.domain.visit import next_step, window_of_step, window_of_visit


def move(
    uow: UnitOfWork,
    kind: EventKind,
    before: Leg,
    after: Leg,
    *,
    by: str,
    window: int | None = None,
    data: Mapping[str, Any] | None = None,
    why: dict[str, Any] | None = None,
) -> Leg:
    """Keep and tell the move of a leg and return it.

    While a leg of a visit is at a window, no other leg of it is called.

    Args:
        window: The window meant, where the leg itself has left it.
        why: Of a call: why this one.
    """
    if after.several and after.state is LegState.WAITING:
        # Who comes back into a line while another leg is at a window is held there like any other.
        others = [leg for leg in uow.tickets.legs_of(after.ticket) if leg.id != after.id]
        after = replace(after, held=window_of_visit(others) is not None)
    uow.tickets.save(after, why=why)
    tell_leg(uow, kind, after, before=before.state, by=by, window=window, data=data)
    if after.several and before.state.at_window != after.state.at_window:
        for other in uow.tickets.legs_of(after.ticket):
            if other.state is LegState.WAITING and other.held != after.state.at_window:
                uow.tickets.save(other.with_held(after.state.at_window))
    return after


def restep(uow: UnitOfWork, before: Leg, after: Leg, *, by: str) -> None:
    """Keep the other place of a leg in a visit that is longer or shorter now; tell it if it has come."""
    if before.state is LegState.PLANNED:
        uow.tickets.save(after)
    else:
        move(uow, EventKind.CHANGED, before, after, by=by)


def open_next(uow: UnitOfWork, ticket: str, *, by: str) -> list[Leg]:
    """Open the next step of a visit if nothing before it is open; return the legs that joined a queue."""
    legs = uow.tickets.legs_of(ticket)
    return [_open(uow, leg, legs, by=by) for leg in next_step(legs)]


def _open(uow: UnitOfWork, planned: Leg, legs: Sequence[Leg], *, by: str) -> Leg:
    pin = planned.pin if planned.back_to is None else window_of_step(legs, planned.back_to, planned.queue)
    rank = BY_ARRIVAL if pin is None else FIRST
    opened = planned.opened(uow.events.next_seq, pin=pin, rank=rank)
    return move(uow, EventKind.OPENED, planned, opened, by=by)


def present_at(uow: UnitOfWork, window: int) -> Leg:
    """Return the leg at a window.

    Raises:
        WindowUnknown, WindowEmpty: Nobody is there.
    """
    leg = uow.tickets.at_window(uow.hall.window(window).number)
    if leg is None:
        raise WindowEmpty(window=window)
    return leg
