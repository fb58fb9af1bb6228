"""Call a certain visitor, out of turn and with a reason."""

from __future__ import annotations

from core.app.call_next import Called, call_leg, ready_to_call, served_by
from core.app.finish import finish_leg
from core.app.ports import UnitOfWork
from core.app.tickets import restore_leg
from core.domain.errors import NotSkilled, TicketNotWaiting
from core.domain.leg import Leg
from core.domain.ticket import LegState
from core.domain.window import WindowStatus


def call_ticket(uow: UnitOfWork, *, window: int, ticket: str, reason: str, by: str) -> Called:
    """Finish who is at the window, then call the visitor asked for; one who was passed comes back for it.

    Raises:
        WindowUnknown, WindowNotOpen, CallTooSoon, OutOfHours: The window calls nobody now.
        TicketUnknown, TicketNotWaiting, TicketElsewhere: That visitor cannot be called.
        NotSkilled: The window or its clerk does not serve that queue.
        ReasonUnknown: The hall has no such reason for calling out of turn.
    """
    uow.hall.reason("call", reason)
    state = ready_to_call(uow, window)
    tiers = served_by(uow, uow.hall.window(window), state.clerk)
    leg = _wanted(uow, ticket, window, {queue for tier in tiers for queue in tier.queues})
    present = uow.tickets.at_window(window)
    if present is not None:
        finish_leg(uow, present, by=by)
        leg = next(each for each in uow.tickets.legs_of(ticket) if each.id == leg.id)
    if leg.state is LegState.PASSED:
        leg = restore_leg(uow, leg, by=by)
    if leg.pin is not None and uow.windows.get(leg.pin).status is WindowStatus.CLOSED:
        leg = leg.let_go()
    return call_leg(uow, leg, state, why={"picked": reason}, by=by)


def _wanted(uow: UnitOfWork, ticket: str, window: int, served: set[str]) -> Leg:
    """Return the leg that is meant: it can be called, and this window serves it."""
    legs = uow.tickets.legs_of(ticket)
    ready = [leg for leg in legs if leg.state in (LegState.WAITING, LegState.PASSED)]
    if not ready:
        last = legs[-1]
        raise TicketNotWaiting(number=last.number, state=last.state.value, window=last.window)
    for leg in ready:
        if leg.queue in served or leg.pin == window:
            return leg
    raise NotSkilled(window=window, queue=ready[0].queue, number=ready[0].number)
