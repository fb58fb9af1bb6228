"""A booking whose ticket came to nothing can be come to again; and how changes of bookings are told."""

from __future__ import annotations

from core.app.ports import UnitOfWork
from core.domain.booking import Booking, BookingState
from core.domain.clock import to_text
from core.domain.event import EventKind
from core.domain.ticket import LegState


def open_again(uow: UnitOfWork, ticket: str, *, by: str) -> None:
    """Let the visitor of a ticket that is void come to the booking again, on its own day.

    Nobody may have seen the number (a kiosk that heard no answer), or it was taken by mistake. Whoever was
    served has used the booking, and a booking of another day is over.
    """
    of = uow.tickets.get(ticket).booking
    if of is None or any(leg.state is not LegState.VOID for leg in uow.tickets.legs_of(ticket)):
        return
    before = uow.visitors.bookings.get(of)
    if before.state is not BookingState.CHECKED_IN or before.date != uow.today or _code_is_used(uow, before):
        return
    again = before.open_again()
    uow.visitors.bookings.save(again)
    uow.visitors.contacts.move(ticket, again.id)
    tell_booking(uow, again, before.state, by=by)


def _code_is_used(uow: UnitOfWork, booking: Booking) -> bool:
    """Whether another booking got the code meanwhile: two people never come with one."""
    found = uow.visitors.bookings.of_code(booking.code)
    return found is not None and found.state is BookingState.BOOKED


def tell_booking(uow: UnitOfWork, booking: Booking, before: BookingState | None, *, by: str) -> None:
    """Tell that a booking changed.

    Args:
        before: What it was, ``None``: it is new.
    """
    data = {
        "booking": booking.id,
        "queue": booking.queue,
        "starts": to_text(booking.starts),
        "from": before.value if before else None,
        "to": booking.state.value,
        "by": by,
    }
    zone = uow.hall.zone_of(booking.queue)
    uow.events.append(EventKind.BOOKING_CHANGED, ticket=booking.ticket, zone=zone, data=data)
