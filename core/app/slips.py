"""Slips: what their printers tell of them, and printing them once more."""

from __future__ import annotations

from core.app.ports import UnitOfWork
from core.app.tell import tell_leg
from core.domain.errors import TicketEnded
from core.domain.event import EventKind
from core.domain.leg import Leg
from core.domain.slip import SlipState, must_be_reportable
from core.domain.ticket import Ticket
from core.domain.visit import current


def report_slip(
    uow: UnitOfWork,
    *,
    ticket: str,
    state: SlipState,
    by: str,
    reason: str | None = None,
    printer: str | None = None,
) -> Ticket:
    """Note how the printing of a slip ended, and return the ticket.

    The visit goes on as it is: a ticket whose slip did not print is called like any other.

    Args:
        reason: Why, as the printer's health says it, e.g. ``"printer.paper_out"``.
        printer: The printer's name.

    Raises:
        TicketUnknown: There is no such ticket.
        SlipTooLate: The visit ended long ago.
    """
    found = uow.tickets.get(ticket)
    leg = current(uow.tickets.legs_of(ticket))
    must_be_reportable(found.number, found.date, ended=leg.state.ended, today=uow.today)
    told = found.with_slip(state, uow.now)
    uow.tickets.change(told)
    tell_slip(uow, told, leg, by=by, reason=reason, printer=printer)
    return told


def tell_slip(
    uow: UnitOfWork, ticket: Ticket, leg: Leg, *, by: str, reason: str | None, printer: str | None
) -> None:
    """Write the event of how the printing of a ticket's slip ended, in the zone of where the visit is."""
    slip = ticket.slip.value if ticket.slip else None
    uow.events.append(
        EventKind.SLIP_CHANGED,
        ticket=ticket.id,
        zone=uow.hall.zone_of(leg.queue),
        data={"number": ticket.number, "slip": slip, "reason": reason, "printer": printer, "by": by},
    )


def reprint(uow: UnitOfWork, *, ticket: str, by: str, printer: str | None = None) -> Ticket:
    """Note that a slip is printed once more, and return the ticket; its slip is pending again.

    Args:
        printer: Name of the printer that is to do it, where it is not whoever asks.

    Raises:
        TicketUnknown, TicketEnded: There is no such open ticket.
    """
    found = uow.tickets.get(ticket)
    leg = current(uow.tickets.legs_of(ticket))
    if leg.state.ended:
        raise TicketEnded(number=leg.number, state=leg.state.value, window=leg.window)
    again = found.with_slip(SlipState.PENDING, uow.now)
    uow.tickets.change(again)
    tell_leg(uow, EventKind.REPRINTED, leg, before=leg.state, by=by, data={"printer": printer})
    return again
