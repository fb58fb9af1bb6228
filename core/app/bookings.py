"""Book a slot, give it back, come to it (预约)."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from core.app.booking_again import tell_booking
from core.app.ports import UnitOfWork
from core.app.privacy import booking_days, card_key, erase_phone, tell_reachable
from core.app.take import Card, Taken, Wish, class_for, take
from core.domain.booking import (
    Booking,
    BookingState,
    Slot,
    Slots,
    bookable_days,
    must_be_bookable,
    slot_at,
    slots_of,
)
from core.domain.booking_code import new_code
from core.domain.errors import BookingUnknown
from core.domain.hall import Hall
from core.domain.privacy import erase_on
from core.domain.quota import must_have_card


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """A visitor who came to a booking, and the ticket."""

    booking: Booking
    taken: Taken


@dataclass(frozen=True, slots=True)
class FreeSlots:
    """What can be booked.

    Attributes:
        days: On which days.
        slots: Of the day asked for: each with how many places are left.
    """

    days: tuple[date, ...]
    slots: tuple[tuple[Slot, int], ...]


def free_slots(
    hall: Hall, queue: str, day: date, *, now: datetime, today: date, booked: Mapping[datetime, int]
) -> FreeSlots:
    """Return the slots of a queue on a day; a day that cannot be booked has none.

    Args:
        booked: How many bookings each slot has.

    Raises:
        QueueUnknown: The hall has no such queue.
    """
    schedule = hall.schedule_of(queue)
    plans = _plans(hall, queue)
    days = tuple(bookable_days(hall.bookings, schedule, today)) if plans else ()
    slots = slots_of(plans, schedule, day) if day in days else []
    left = ((slot, slot.quota - booked.get(slot.starts, 0)) for slot in slots)
    return FreeSlots(days, tuple((slot, max(0, rest) if now < slot.starts else 0) for slot, rest in left))


def book(
    uow: UnitOfWork,
    *,
    by: str,
    day: date,
    starts: datetime,
    queue: str | None = None,
    item: str | None = None,
    card: str | None = None,
    visitor_class: str | None = None,
    language: str | None = None,
    phone: str | None = None,
    person: Callable[[bytes], str] | None = None,
    proven: bool = False,
) -> Booking:
    """Book a slot of a queue, named itself or by one of its items.

    Args:
        day: The business date of the slot.
        starts: When the slot begins.
        card: Keyed hash of the ID number under the key of ``day``.
        phone: The number, encrypted.
        person: Makes of the key of ``day`` what the hall knows somebody by who shows no card.
        proven: Whether staff vouches for the class.

    Raises:
        QueueUnknown, ItemUnknown, ClassUnknown, LanguageUnknown, SlotUnknown: There is no such thing.
        ClassNeedsProof: The class is not for everybody to choose.
        CardNeeded, BookingDayRefused, SlotOver, OneBookingADay, SlotFull: The rules do not allow it.
    """
    hall = uow.hall
    wanted = hall.queue(queue if item is None else hall.item(item).queue).id
    must_have_card(card, needs_card=hall.rules_of(wanted).needs_card)
    if card is None and person is not None and day in booking_days(hall, uow.today):
        card = person(card_key(uow, day=day).key)
    wish = Wish(visitor_class=visitor_class, proven=proven)
    slot = _free_slot(uow, wanted, day, starts, card)
    booking = Booking(
        id=secrets.token_urlsafe(12),
        code=_unused_code(uow),
        queue=wanted,
        item=item,
        date=day,
        starts=slot.starts,
        ends=slot.ends,
        card=card,
        made_at=uow.now,
        visitor_class=class_for(uow, wish) if visitor_class else None,
        language=hall.language(language) if language else None,
    )
    uow.visitors.bookings.add(booking)
    if phone is not None:
        uow.visitors.contacts.keep(booking.id, phone, erase_on(day, hall.rating_days))
    tell_booking(uow, booking, None, by=by)
    return booking


def cancel_booking(uow: UnitOfWork, *, booking: str, by: str) -> Booking:
    """Give a booking back; somebody else can have the place, and its phone number is erased.

    Raises:
        BookingUnknown, BookingEnded, CancelTooLate: There is nothing to give back (any more).
    """
    before = uow.visitors.bookings.get(booking)
    cancelled = before.cancelled(uow.now, uow.hall.bookings)
    uow.visitors.bookings.save(cancelled)
    erase_phone(uow, booking)
    tell_booking(uow, cancelled, before.state, by=by)
    return cancelled


def check_in(
    uow: UnitOfWork,
    *,
    by: str,
    code: str | None = None,
    card: str | None = None,
    language: str | None = None,
    slip: bool = False,
) -> CheckedIn:
    """Give the visitor of a booking the ticket: as a booked one in time, as everybody when late.

    Args:
        code: Of the booking, as :func:`core.domain.booking_code.typed_code` reads it.
        card: Keyed hash of the ID number under today's key, where there is no code.
        slip: Who checks in prints a slip of the ticket.

    Raises:
        BookingUnknown, BookingEnded, CheckInTooEarly, CheckInTooLate: There is nothing to come to (yet).
        HallError: As :func:`core.app.take.take`.
    """
    rules = uow.hall.bookings
    before = find_booking(uow, code=code, card=card)
    came = before.checked_in(uow.now, "", today=uow.today, rules=rules)
    taken = take(uow, replace(_wish(uow, came, language), slip=slip), by=by)
    came = replace(came, ticket=taken.ticket.id)
    uow.visitors.bookings.save(came)
    if uow.visitors.contacts.move(before.id, taken.ticket.id):
        tell_reachable(uow, taken.ticket)
    tell_booking(uow, came, before.state, by=by)
    return CheckedIn(came, taken)


def find_booking(uow: UnitOfWork, *, code: str | None = None, card: str | None = None) -> Booking:
    """Return the booking of a code, or the next one of a person today.

    Raises:
        BookingUnknown: There is none.
    """
    if code is not None:
        found = uow.visitors.bookings.of_code(code)
    else:
        of_card = uow.visitors.bookings.of_card(card, uow.today) if card else []
        booked = [each for each in of_card if each.state is BookingState.BOOKED]
        found = next(iter(booked or of_card[-1:]), None)
    if found is None:
        # Neither code nor card in the refusal: it is shown and may be logged.
        raise BookingUnknown()
    return found


def miss_bookings(uow: UnitOfWork) -> int:
    """Note the bookings of earlier days that nobody came to; run at the turn of the day."""
    missed = uow.visitors.bookings.left_open()
    for before in missed:
        booking = before.missed(uow.today)
        uow.visitors.bookings.save(booking)
        tell_booking(uow, booking, before.state, by="core")
    return len(missed)


def _plans(hall: Hall, queue: str) -> list[Slots]:
    return [plan for plan in hall.slots if plan.queue == queue]


def _free_slot(uow: UnitOfWork, queue: str, day: date, starts: datetime, card: str | None) -> Slot:
    hall, kept = uow.hall, uow.visitors.bookings
    schedule = hall.schedule_of(queue)
    slot = slot_at(_plans(hall, queue), schedule, day, starts)
    must_be_bookable(
        slot,
        hall.bookings,
        schedule,
        today=uow.today,
        at=uow.now,
        taken=kept.taken(slot),
        same_day=len(kept.of_card(card, day)) if card else 0,
    )
    return slot


def _wish(uow: UnitOfWork, came: Booking, language: str | None) -> Wish:
    """Return what the visitor of a booking asks for; whoever booked has proven the class then.

    What the hall has given up since is passed over: the booking stays a promise.
    """
    hall = uow.hall
    booked_class = None if came.late else hall.bookings.visitor_class
    own_class = came.visitor_class if came.visitor_class in hall.classes_by_id else None
    return Wish(
        queue=came.queue,
        items=(came.item,) if hall.has_item(came.item) else (),
        visitor_class=booked_class or own_class,
        language=language or (came.language if came.language in hall.languages else None),
        card=Card(came.card) if came.card else None,
        proven=True,
        booking=came.id,
        promised=not came.late,
    )


def _unused_code(uow: UnitOfWork) -> str:
    while True:
        code = new_code()
        found = uow.visitors.bookings.of_code(code)
        if found is None or found.state is not BookingState.BOOKED:
            return code
