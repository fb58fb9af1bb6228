"""What a guide or the visitor does with a ticket, wherever it is."""

from __future__ import annotations

from core.app.ports import UnitOfWork
from core.app.tell import tell_leg
from core.domain.event import EventKind
from core.domain.leg import Leg


def restore(uow: UnitOfWork, *, ticket: str, by: str) -> Leg:
    """Let a passed visitor wait again, at the end of the queue.

    Raises:
        TicketUnknown, TicketNotPassed: There is no such passed ticket.
    """
    passed = uow.tickets.leg_of(ticket)
    leg = passed.restored(uow.now, uow.events.next_seq)
    uow.tickets.save(leg)
    # The window is told although the leg has left it: a screen that follows only that window lists the call.
    tell_leg(uow, EventKind.RESTORED, leg, by=by, window=passed.window, data={"from": passed.state.value})
    return leg


def cancel(uow: UnitOfWork, *, ticket: str, by: str, reason: str | None = None) -> Leg:
    """End a visit that has not been served.

    Raises:
        TicketUnknown, TicketEnded: There is no such open ticket.
        ReasonUnknown: The hall has no such reason for cancelling.
    """
    if reason is not None:
        uow.hall.reason("cancel", reason)
    return void(uow, uow.tickets.leg_of(ticket), by=by, reason=reason)


def void(uow: UnitOfWork, before: Leg, *, by: str, reason: str | None) -> Leg:
    """End a leg as void and return it."""
    leg = before.voided(uow.now)
    uow.tickets.save(leg)
    given = {} if reason is None else {"reason": reason}
    tell_leg(uow, EventKind.VOID, leg, by=by, data={"from": before.state.value, **given})
    return leg
