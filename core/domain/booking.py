"""Bookings (预约): which slots there are, who may still book one, and every legal move of a booking.

The figures that are the defaults are those of booking rules seen in Chinese halls; each hall sets its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TypeAlias

from core.domain.calendar import DAY, Hours, Schedule
from core.domain.clock import to_text
from core.domain.errors import (
    BookingDayRefused,
    BookingEnded,
    BookingStillOpen,
    CancelTooLate,
    CheckInTooEarly,
    CheckInTooLate,
    OneBookingADay,
    SlotFull,
    SlotOver,
    SlotUnknown,
)
from core.domain.limits import working_day_after
from core.domain.opening import joined

Day: TypeAlias = date
"""In a class with a field ``date`` the type needs another name."""


@dataclass(frozen=True, slots=True)
class BookingRules:
    """How a hall takes bookings.

    Attributes:
        days_ahead: So many working days after today can be booked, and today.
        one_a_day: A person (a card) has one booking a day.
        cancel_before_min: A booking can be given back until so long before its slot.
        check_in_from_min: Check-in begins so long before the slot.
        late_min: Who comes so long after the slot's end still counts as booked.
        ratio: So many booked visitors are called to so many others, while both wait.
        visitor_class: Id of the class a visitor who comes in time is called in; empty: the one they have.
    """

    days_ahead: int = 5
    one_a_day: bool = True
    cancel_before_min: int = 120
    check_in_from_min: int = 30
    late_min: int = 15
    ratio: tuple[int, int] = (1, 1)
    visitor_class: str = ""


@dataclass(frozen=True, slots=True)
class Slots:
    """A weekly plan of slots of equal length; what is left over before ``closes`` is no slot.

    Attributes:
        days: ISO weekdays, Monday = 1.
        closes: At or before ``opens``: past midnight, and the slots belong to the day they begin on.
        minutes: Length of a slot, 1 and up.
        quota: So many people can book one slot.
    """

    queue: str
    days: tuple[int, ...]
    opens: time
    closes: time
    minutes: int
    quota: int


@dataclass(frozen=True, slots=True)
class Slot:
    """A time that can be booked; ``starts`` and ``ends`` are UTC."""

    date: date
    queue: str
    starts: datetime
    ends: datetime
    quota: int


def slots_of(plans: Iterable[Slots], schedule: Schedule, day: date) -> list[Slot]:
    """Return the slots of ``day`` in order of time: none in a holiday, a make-up workday's by its ``like``.

    A slot that is not wholly inside the open time (a noon break) is left out.

    Args:
        schedule: Of the queue the plans are for.
    """
    slots = [slot for plan in plans for slot in _planned(plan, schedule, day)]
    return sorted(slots, key=lambda slot: (slot.starts, slot.queue))


def slot_at(plans: Iterable[Slots], schedule: Schedule, day: date, starts: datetime) -> Slot:
    """Return the slot of ``day`` that begins at ``starts``.

    Raises:
        SlotUnknown: There is none.
    """
    for slot in slots_of(plans, schedule, day):
        if slot.starts == starts:
            return slot
    raise SlotUnknown(date=day.isoformat(), starts=to_text(starts))


def bookable_days(rules: BookingRules, schedule: Schedule, today: date) -> list[date]:
    """Return the days people can book, in order.

    Working days are counted from the day after ``today`` (a business date); days with extended hours alone
    are not counted but can be booked when they lie in between.
    """
    last = working_day_after(today, rules.days_ahead, schedule)
    if last is None:
        return []
    days = (today + ahead * DAY for ahead in range((last - today).days + 1))
    return [day for day in days if schedule.spans(day)]


def must_be_bookable(
    slot: Slot,
    rules: BookingRules,
    schedule: Schedule,
    *,
    today: date,
    at: datetime,
    taken: int,
    same_day: int,
) -> None:
    """Refuse a booking that the rules do not allow.

    Args:
        today: The business date of ``at``.
        taken: How many bookings of the slot there are, cancelled ones left out.
        same_day: How many bookings this person has on the slot's date, cancelled ones left out.

    Raises:
        BookingDayRefused: The day is closed, over or too far ahead; ``last`` is the last bookable one.
        SlotOver: It has begun.
        OneBookingADay: The person has one for that day.
        SlotFull: Its quota is used.
    """
    days = bookable_days(rules, schedule, today)
    if slot.date not in days:
        last = days[-1].isoformat() if days else None
        raise BookingDayRefused(date=slot.date.isoformat(), last=last)
    if at >= slot.starts:
        raise SlotOver(starts=to_text(slot.starts))
    if rules.one_a_day and same_day:
        raise OneBookingADay(date=slot.date.isoformat())
    if taken >= slot.quota:
        raise SlotFull(starts=to_text(slot.starts), quota=slot.quota)


class BookingState(StrEnum):
    """Where a booking is in its life; the values are the words on the wire and in the database."""

    BOOKED = "booked"
    CHECKED_IN = "checked_in"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"


@dataclass(frozen=True, slots=True)
class Booking:
    """A promise to serve somebody in a slot.

    Attributes:
        id: Opaque.
        code: What the visitor shows or types at check-in.
        date: The business date of the slot.
        card: Keyed hash (hex) of the person's ID number under the key of that date; of a phone number where
            no card was shown.
        ticket: Id of the ticket of the check-in.
        late: The visitor came too late and waits like everybody.
        visitor_class: Id of the class the visitor has without the booking, ``None`` for the ordinary one.
        language: What the visitor reads, ``None`` for the hall's first language.
        version: Bumped on every change; the store refuses a stale one.
    """

    id: str
    code: str
    queue: str
    item: str | None
    date: Day
    starts: datetime
    ends: datetime
    card: str | None
    made_at: datetime
    state: BookingState = BookingState.BOOKED
    ticket: str | None = None
    late: bool = False
    visitor_class: str | None = None
    language: str | None = None
    version: int = 1

    def check_in_opens(self, rules: BookingRules) -> datetime:
        """Return from when on the visitor can check in."""
        return self.starts - timedelta(minutes=rules.check_in_from_min)

    def cancel_until(self, rules: BookingRules) -> datetime:
        """Return until when, this instant included, the visitor can cancel."""
        return self.starts - timedelta(minutes=rules.cancel_before_min)

    def must_admit(self, at: datetime, today: Day, rules: BookingRules) -> None:
        """Refuse a check-in at ``at``, on the business date ``today``.

        Raises:
            BookingEnded: It is checked in, cancelled or missed.
            CheckInTooLate: Its day is over.
            CheckInTooEarly: Check-in has not begun (``opens_at``).
        """
        self._must_be_booked()
        if today > self.date:
            raise CheckInTooLate(date=self.date.isoformat())
        opens_at = self.check_in_opens(rules)
        if at < opens_at:
            raise CheckInTooEarly(opens_at=to_text(opens_at))

    def checked_in(self, at: datetime, ticket: str, *, today: Day, rules: BookingRules) -> Booking:
        """Return this booking as checked in with the id of a ticket, ``late`` if the slot is long over.

        Raises:
            HallError: As :meth:`must_admit`.
        """
        self.must_admit(at, today, rules)
        late = at > self.ends + timedelta(minutes=rules.late_min)
        return self._moved(BookingState.CHECKED_IN, ticket=ticket, late=late)

    def cancelled(self, at: datetime, rules: BookingRules) -> Booking:
        """Return this booking as given back.

        Raises:
            BookingEnded: It is checked in, cancelled or missed.
            CancelTooLate: The slot is too near (``until``).
        """
        self._must_be_booked()
        until = self.cancel_until(rules)
        if at > until:
            raise CancelTooLate(until=to_text(until))
        return self._moved(BookingState.CANCELLED)

    def open_again(self) -> Booking:
        """Return this booking as booked again: the ticket of its check-in came to nothing.

        Raises:
            BookingEnded: It is not checked in.
        """
        if self.state is not BookingState.CHECKED_IN:
            raise BookingEnded(state=self.state.value)
        return self._moved(BookingState.BOOKED, ticket=None, late=False)

    def missed(self, today: Day) -> Booking:
        """Return this booking as a no-show, on a business date after its own.

        Raises:
            BookingEnded: It is checked in, cancelled or missed.
            BookingStillOpen: Its day is not over.
        """
        self._must_be_booked()
        if today <= self.date:
            raise BookingStillOpen(date=self.date.isoformat())
        return self._moved(BookingState.NO_SHOW)

    def _must_be_booked(self) -> None:
        if self.state is not BookingState.BOOKED:
            raise BookingEnded(state=self.state.value)

    def _moved(self, state: BookingState, **changes: object) -> Booking:
        return replace(self, state=state, version=self.version + 1, **changes)  # type: ignore[arg-type]


def _planned(plan: Slots, schedule: Schedule, day: date) -> list[Slot]:
    length = timedelta(minutes=plan.minutes)
    open_time = joined(span._replace(extended=False) for span in schedule.spans(day))
    planned = replace(schedule, hours=(Hours(plan.days, plan.opens, plan.closes),)).spans(day)
    starts = [
        span.opens + nth * length for span in planned for nth in range((span.closes - span.opens) // length)
    ]
    return [
        Slot(day, plan.queue, start, start + length, plan.quota)
        for start in starts
        if any(span.opens <= start and start + length <= span.closes for span in open_time)
    ]
