"""Send a visitor on: the leg ends, and the next one opens with the same number and the same arrival."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from core.app.finish import note
from core.app.moves import move, present_at, restep
from core.app.ports import UnitOfWork
from core.app.tell import given, tell_leg
from core.domain.clock import to_text
from core.domain.errors import NotSkilled
from core.domain.event import EventKind
from core.domain.leg import BY_ARRIVAL, FIRST, Leg
from core.domain.ticket import LegState
from core.domain.visit import current


@dataclass(frozen=True, slots=True)
class Target:
    """Where a visitor is sent; a queue, a window, or both.

    Attributes:
        first: First in line there.
        after_min: Not called there before so long.
        back: Afterwards the visitor returns to this window (a shared pay step).
    """

    queue: str | None = None
    window: int | None = None
    first: bool = False
    after_min: float | None = None
    back: bool = False


def transfer_from_window(
    uow: UnitOfWork, *, window: int, target: Target, by: str, reason: str | None = None
) -> Leg:
    """Send on who is at a window; return the leg that opened.

    Raises:
        WindowUnknown, WindowEmpty: Nobody is there.
        QueueUnknown, WindowUnknown, ReasonUnknown: The hall has no such thing.
        NotSkilled: That window does not serve that queue.
    """
    return _transfer(uow, present_at(uow, window), target, by=by, reason=reason)


def transfer_ticket(
    uow: UnitOfWork, *, ticket: str, target: Target, by: str, reason: str | None = None
) -> Leg:
    """Send a visitor on, wherever he or she is; return the leg that opened.

    Raises:
        TicketUnknown, TicketEnded: There is no such open ticket.
        QueueUnknown, WindowUnknown, ReasonUnknown: The hall has no such thing.
        NotSkilled: That window does not serve that queue.
    """
    return _transfer(uow, current(uow.tickets.legs_of(ticket)), target, by=by, reason=reason)


def _transfer(uow: UnitOfWork, before: Leg, target: Target, *, by: str, reason: str | None) -> Leg:
    if reason is not None:
        uow.hall.reason("transfer", reason)
    queue = _queue(uow, before, target)
    data = given(reason) | {"to_queue": queue}
    if target.window is not None:
        data["to_window"] = str(target.window)
    ended = before.transferred(uow.now, reason)
    back = target.back and before.window is not None
    if back:
        _make_room(uow, before, by=by)
        ended = replace(ended, steps=before.steps + 2, several=True)
    move(uow, EventKind.TRANSFERRED, before, ended, by=by, data=data)
    opened = _open(uow, before, target, queue, back=back, by=by)
    note(uow, before, ended, opened)
    return opened[0]


def _queue(uow: UnitOfWork, before: Leg, target: Target) -> str:
    """Return the queue that is meant: the one named, or one that the window named serves."""
    if target.window is None:
        return uow.hall.queue(target.queue).id
    served = uow.hall.window(target.window).queues
    if target.queue is None:
        return before.queue if before.queue in served else served[0]
    if uow.hall.queue(target.queue).id not in served:
        raise NotSkilled(window=target.window, queue=target.queue, number=before.number)
    return target.queue


def _make_room(uow: UnitOfWork, before: Leg, *, by: str) -> None:
    """Let the steps to come be two later."""
    for leg in uow.tickets.legs_of(before.ticket):
        if leg.id != before.id and not leg.state.ended:
            restep(uow, leg, leg.with_steps(before.step, 2), by=by)


def _open(uow: UnitOfWork, before: Leg, target: Target, queue: str, *, back: bool, by: str) -> list[Leg]:
    place = max(leg.place for leg in uow.tickets.legs_of(before.ticket))
    ready_at = None if target.after_min is None else uow.now + timedelta(minutes=target.after_min)
    leg = Leg(
        id=f"{before.ticket}.{place + 1}",
        ticket=before.ticket,
        number=before.number,
        queue=queue,
        visitor_class=before.visitor_class,
        since=before.since,
        entered=uow.events.next_seq,
        item=before.item if queue == before.queue else None,
        step=before.step + back,
        steps=before.steps + 2 * back,
        several=before.several or back,
        pin=target.window,
        rank=FIRST if target.first else BY_ARRIVAL,
        ready_at=ready_at,
        held=before.held,
    )
    uow.tickets.add_leg(leg)
    data = {"ready_at": to_text(ready_at)} if ready_at else {}
    tell_leg(uow, EventKind.OPENED, leg, before=None, by=by, data=data)
    return [leg, _return(uow, before, leg)] if back else [leg]


def _return(uow: UnitOfWork, before: Leg, opened: Leg) -> Leg:
    """Plan the leg that brings the visitor back to the window."""
    leg = replace(
        opened,
        id=f"{before.ticket}.{opened.place + 1}",
        queue=before.queue,
        item=before.item,
        state=LegState.PLANNED,
        step=opened.step + 1,
        pin=before.window,
        rank=BY_ARRIVAL,
        ready_at=None,
    )
    uow.tickets.add_leg(leg)
    return leg
