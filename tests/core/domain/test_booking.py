"""Slots, what can be booked, and every move of a booking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.booking import (
    Booking,
    BookingRules,
    BookingState,
    Slot,
    Slots,
    bookable_days,
    must_be_bookable,
    slot_at,
    slots_of,
)
from core.domain.calendar import Schedule
from core.domain.clock import to_text
from core.domain.errors import (
    BookingDayRefused,
    BookingEnded,
    BookingStillOpen,
    CancelTooLate,
    CheckInTooEarly,
    CheckInTooLate,
    HallError,
    OneBookingADay,
    SlotFull,
    SlotOver,
    SlotUnknown,
)
from tests.support.calendars import BROKEN, EVENING, EXTENDED, NEVER, NEW_YORK, hall_time, schedules

RULES = BookingRules()
WEEK = (1, 2, 3, 4, 5)
MONDAY = date(2026, 11, 23)
DAYTIME = Slots("tax", WEEK, time(9), time(17), minutes=60, quota=3)


def starts(slots: list[Slot], schedule: Schedule = BROKEN) -> list[str]:
    return [f"{slot.starts.astimezone(schedule.zone):%H:%M}" for slot in slots]


@pytest.mark.parametrize(
    ("plan", "schedule", "day", "times"),
    [
        pytest.param(
            DAYTIME,
            BROKEN,
            "2026-11-23",
            ["09:00", "10:00", "11:00", "14:00", "15:00", "16:00"],
            id="noon is free",
        ),
        pytest.param(
            DAYTIME,
            BROKEN,
            "2026-11-27",
            ["09:00", "10:00", "11:00", "14:00", "15:00"],
            id="Friday closes earlier",
        ),
        pytest.param(DAYTIME, BROKEN, "2026-11-28", [], id="a Saturday"),
        pytest.param(DAYTIME, BROKEN, "2026-10-01", [], id="National Day"),
        pytest.param(
            DAYTIME,
            BROKEN,
            "2026-10-10",
            ["09:00", "10:00", "11:00", "14:00", "15:00"],
            id="make-up Saturday",
        ),
        pytest.param(DAYTIME, NEVER, "2026-11-23", [], id="a queue that never opens"),
        pytest.param(
            Slots("tax", (1,), time(9), time(10, 50), 30, 3),
            BROKEN,
            "2026-11-23",
            ["09:00", "09:30", "10:00"],
            id="what is left over is no slot",
        ),
        pytest.param(
            Slots("tax", (1,), time(9), time(12), 30, 3), BROKEN, "2026-11-24", [], id="not that weekday"
        ),
        pytest.param(
            Slots("tax", (5,), time(9), time(10), 30, 3),
            BROKEN,
            "2026-10-10",
            ["09:00", "09:30"],
            id="the make-up Saturday has Friday's slots",
        ),
        pytest.param(
            Slots("tax", (1,), time(16, 30), time(18), 30, 3),
            EXTENDED,
            "2026-11-23",
            ["16:30", "17:00", "17:30"],
            id="on into extended hours",
        ),
        pytest.param(
            Slots("tax", (1,), time(16, 30), time(18), 60, 3),
            EXTENDED,
            "2026-11-23",
            ["16:30"],
            id="across them",
        ),
        pytest.param(
            Slots("tax", (6,), time(10), time(12), 60, 3),
            EXTENDED,
            "2026-11-28",
            ["10:00", "11:00"],
            id="extended Saturday",
        ),
        pytest.param(
            Slots("tax", (5,), time(23), time(2), 60, 3),
            EVENING,
            "2026-11-27",
            ["23:00", "00:00"],
            id="past midnight",
        ),
    ],
)
def test_slots_follow_the_calendar(plan: Slots, schedule: Schedule, day: str, times: list[str]) -> None:
    assert starts(slots_of([plan], schedule, date.fromisoformat(day))) == times


def test_plans_of_a_day_are_in_order_of_time() -> None:
    late, early = Slots("b", (1,), time(14), time(15), 30, 1), Slots("a", (1,), time(9), time(10), 30, 5)
    slots = slots_of([late, early], BROKEN, MONDAY)
    assert [(slot.queue, slot.quota) for slot in slots] == [("a", 5), ("a", 5), ("b", 1), ("b", 1)]


def test_a_slot_of_an_hour_is_an_hour_in_the_night_the_clocks_change() -> None:
    plan = Slots("tax", (7,), time(1), time(3), 60, 3)
    short, long = (slots_of([plan], NEW_YORK, day) for day in (date(2026, 3, 8), date(2026, 11, 1)))
    assert (starts(short, NEW_YORK), starts(long, NEW_YORK)) == (["01:00"], ["01:00", "01:00", "02:00"])


def test_a_slot_is_found_by_its_time() -> None:
    found = slot_at([DAYTIME], BROKEN, MONDAY, hall_time("2026-11-23 10:00"))
    assert (found.ends, found.quota) == (hall_time("2026-11-23 11:00"), 3)


@pytest.mark.parametrize("at", ["2026-11-23 10:30", "2026-11-23 12:00", "2026-11-24 10:00"])
def test_a_time_without_slot_is_unknown(at: str) -> None:
    with pytest.raises(SlotUnknown):
        slot_at([DAYTIME], BROKEN, MONDAY, hall_time(at))


@pytest.mark.parametrize(
    ("schedule", "today", "days_ahead", "days"),
    [
        pytest.param(BROKEN, "2026-11-23", 5, "11-23 11-24 11-25 11-26 11-27 11-30", id="a Monday"),
        pytest.param(BROKEN, "2026-11-23", 0, "11-23", id="today only"),
        pytest.param(BROKEN, "2026-11-28", 2, "11-30 12-01", id="on a Saturday"),
        pytest.param(BROKEN, "2026-09-29", 4, "09-29 09-30 10-08 10-09 10-10", id="over National Day"),
        pytest.param(
            EXTENDED, "2026-11-26", 2, "11-26 11-27 11-28 11-30", id="an extended Saturday in between"
        ),
        pytest.param(NEVER, "2026-11-23", 5, "", id="never"),
    ],
)
def test_the_days_that_can_be_booked(schedule: Schedule, today: str, days_ahead: int, days: str) -> None:
    found = bookable_days(replace(RULES, days_ahead=days_ahead), schedule, date.fromisoformat(today))
    assert " ".join(f"{day:%m-%d}" for day in found) == days


@pytest.mark.parametrize(
    ("day", "at", "taken", "same_day", "refusal"),
    [
        pytest.param("2026-11-23", "2026-11-23 08:00", 0, 0, None, id="today"),
        pytest.param("2026-11-30", "2026-11-23 08:00", 2, 0, None, id="the last place of the last day"),
        pytest.param("2026-11-30", "2026-11-23 08:00", 3, 0, SlotFull, id="full"),
        pytest.param("2026-11-30", "2026-11-23 08:00", 0, 1, OneBookingADay, id="the second of a day"),
        pytest.param("2026-12-01", "2026-11-23 08:00", 0, 0, BookingDayRefused, id="too far ahead"),
        pytest.param("2026-11-23", "2026-11-24 08:00", 0, 0, BookingDayRefused, id="over"),
        pytest.param("2026-11-23", "2026-11-23 09:59", 0, 0, None, id="a minute before it begins"),
        pytest.param("2026-11-23", "2026-11-23 10:00", 0, 0, SlotOver, id="begun"),
    ],
)
def test_what_the_rules_do_not_allow_is_not_booked(
    day: str, at: str, taken: int, same_day: int, refusal: type[HallError] | None
) -> None:
    slot = slot_at([DAYTIME], BROKEN, date.fromisoformat(day), hall_time(f"{day} 10:00"))

    def book(rules: BookingRules = RULES) -> None:
        today = date.fromisoformat(at[:10])
        must_be_bookable(slot, rules, BROKEN, today=today, at=hall_time(at), taken=taken, same_day=same_day)

    if refusal is None:
        book()
        return
    with pytest.raises(refusal):
        book()
    if refusal is OneBookingADay:
        book(replace(RULES, one_a_day=False))


def test_a_day_that_cannot_be_booked_is_refused_with_the_last_that_can() -> None:
    slot = slot_at([DAYTIME], BROKEN, date(2026, 12, 1), hall_time("2026-12-01 10:00"))
    with pytest.raises(BookingDayRefused) as refusal:
        must_be_bookable(
            slot, RULES, BROKEN, today=MONDAY, at=hall_time("2026-11-23 08:00"), taken=0, same_day=0
        )
    assert refusal.value.params == {"date": "2026-12-01", "last": "2026-11-30"}


def booked() -> Booking:
    begins = hall_time("2026-11-23 10:00")
    return Booking(
        id="b1",
        code="4711",
        queue="tax",
        item=None,
        date=MONDAY,
        starts=begins,
        ends=begins + timedelta(hours=1),
        card=None,
        made_at=hall_time("2026-11-20 10:00"),
    )


def check_in(booking: Booking, at: datetime) -> Booking:
    return booking.checked_in(at, "t1", today=at.astimezone(BROKEN.zone).date(), rules=RULES)


@pytest.mark.parametrize(
    ("at", "late"),
    [
        ("09:30", False),
        ("10:00", False),
        ("10:59", False),
        ("11:15", False),
        ("11:15:01", True),
        ("16:00", True),
    ],
)
def test_a_visitor_checks_in_and_late_ones_wait_like_everybody(at: str, late: bool) -> None:
    done = check_in(booked(), hall_time(f"2026-11-23 {at}"))
    assert (done.state, done.ticket, done.late, done.version) == (BookingState.CHECKED_IN, "t1", late, 2)


@pytest.mark.parametrize("at", ["2026-11-23 09:29:59", "2026-11-23 00:10", "2026-11-22 10:00"])
def test_who_comes_too_early_is_told_when_check_in_opens(at: str) -> None:
    with pytest.raises(CheckInTooEarly) as refusal:
        check_in(booked(), hall_time(at))
    assert refusal.value.params == {"opens_at": to_text(hall_time("2026-11-23 09:30"))}


def test_who_comes_on_another_day_is_too_late() -> None:
    with pytest.raises(CheckInTooLate):
        check_in(booked(), hall_time("2026-11-24 10:00"))


def test_in_the_evening_past_midnight_the_business_date_counts() -> None:
    at = hall_time("2026-11-24 00:30")
    assert booked().checked_in(at, "t1", today=MONDAY, rules=RULES).late


@pytest.mark.parametrize("at", ["2026-11-20 11:00", "2026-11-23 08:00"])
def test_a_booking_is_given_back_in_time(at: str) -> None:
    done = booked().cancelled(hall_time(at), RULES)
    assert (done.state, done.version) == (BookingState.CANCELLED, 2)


@pytest.mark.parametrize("at", ["2026-11-23 08:00:01", "2026-11-23 10:00", "2026-11-24 10:00"])
def test_a_slot_that_is_near_is_not_given_back(at: str) -> None:
    with pytest.raises(CancelTooLate) as refusal:
        booked().cancelled(hall_time(at), RULES)
    assert refusal.value.params == {"until": to_text(hall_time("2026-11-23 08:00"))}


def test_who_does_not_come_all_day_is_a_no_show() -> None:
    done = booked().missed(MONDAY + timedelta(days=1))
    assert (done.state, done.version) == (BookingState.NO_SHOW, 2)


def test_nobody_is_a_no_show_before_the_day_is_over() -> None:
    with pytest.raises(BookingStillOpen):
        booked().missed(MONDAY)


MOVES: list[Callable[[Booking], Booking]] = [
    lambda booking: check_in(booking, hall_time("2026-11-23 10:00")),
    lambda booking: booking.cancelled(hall_time("2026-11-23 07:00"), RULES),
    lambda booking: booking.missed(MONDAY + timedelta(days=1)),
]


@pytest.mark.parametrize("first", MOVES)
@pytest.mark.parametrize("second", MOVES)
def test_a_booking_ends_once(
    first: Callable[[Booking], Booking], second: Callable[[Booking], Booking]
) -> None:
    ended = first(booked())
    with pytest.raises(BookingEnded) as refusal:
        second(ended)
    assert refusal.value.params == {"state": ended.state.value}


WEEKDAYS = st.lists(st.integers(1, 7), min_size=1, unique=True).map(tuple)
PLANS = st.builds(
    Slots,
    st.just("tax"),
    WEEKDAYS,
    st.times(),
    st.times(),
    minutes=st.integers(5, 120),
    quota=st.integers(1, 9),
)


@given(schedules(), PLANS, st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_a_slot_is_open_from_its_first_to_its_last_instant(
    schedule: Schedule, plan: Slots, day: date
) -> None:
    slots = slots_of([plan], schedule, day)
    for slot in slots:
        closing = schedule.closing(slot.starts)
        assert closing is not None
        assert slot.starts < slot.ends <= closing
        assert slot.ends - slot.starts == timedelta(minutes=plan.minutes)
    assert all(one.ends <= other.starts for one, other in pairwise(slots))
    assert not slots or not schedule.holiday(day)
