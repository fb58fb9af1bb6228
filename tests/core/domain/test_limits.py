"""When an item is due, by limits in minutes and in working days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.domain.calendar import Schedule
from core.domain.limits import (
    Limit,
    LimitUnit,
    cut,
    due_at,
    is_late,
    working_day_after,
    working_days_between,
)
from tests.support.calendars import BROKEN, EVENING, EXTENDED, NEVER, hall_time, schedules

MINUTES, DAYS = LimitUnit


@pytest.mark.parametrize(
    ("schedule", "started", "working_days", "due"),
    [
        pytest.param(
            BROKEN, "2026-11-23 10:00", 1, "2026-11-24 17:00", id="the day of the start is not counted"
        ),
        pytest.param(BROKEN, "2026-11-26 10:00", 1, "2026-11-27 16:00", id="Friday closes earlier"),
        pytest.param(BROKEN, "2026-11-27 10:00", 1, "2026-11-30 17:00", id="a weekend is not counted"),
        pytest.param(BROKEN, "2026-11-28 10:00", 1, "2026-11-30 17:00", id="begun on a Saturday, online"),
        pytest.param(BROKEN, "2026-11-23 23:30", 1, "2026-11-24 17:00", id="begun at night"),
        pytest.param(BROKEN, "2026-11-24 01:30", 1, "2026-11-25 17:00", id="begun after midnight"),
        pytest.param(BROKEN, "2026-11-23 10:00", 3, "2026-11-26 17:00", id="company set-up"),
        pytest.param(BROKEN, "2026-11-23 10:00", 7, "2026-12-02 17:00", id="other registration"),
        pytest.param(BROKEN, "2026-09-30 10:00", 1, "2026-10-08 17:00", id="National Day is not counted"),
        pytest.param(BROKEN, "2026-09-30 10:00", 3, "2026-10-10 16:00", id="the make-up Saturday is counted"),
        pytest.param(BROKEN, "2026-09-30 10:00", 4, "2026-10-12 17:00", id="and the Sunday after is not"),
        pytest.param(
            BROKEN, "2026-02-13 10:00", 1, "2026-02-14 17:00", id="the Saturday before Spring Festival"
        ),
        pytest.param(BROKEN, "2026-02-13 10:00", 2, "2026-02-24 17:00", id="Spring Festival is not counted"),
        pytest.param(BROKEN, "2026-11-23 10:00", 50, "2027-02-01 17:00", id="pilot construction permit"),
        # A Wednesday has 6 h 30 min: half are 3 h 15 min, of which 3 h before noon.
        pytest.param(BROKEN, "2026-11-23 10:00", 1.5, "2026-11-25 13:45", id="licences"),
        pytest.param(BROKEN, "2026-11-23 10:00", 0.5, "2026-11-24 13:45", id="half of the next day"),
        # 0.68 of a Friday's 5 h 30 min are 3 h 44 min 24 s.
        pytest.param(BROKEN, "2026-11-23 10:00", 3.68, "2026-11-27 14:14:24", id="Yuzhong's average"),
        pytest.param(
            BROKEN, "2026-11-26 10:00", 1.5, "2026-11-30 13:45", id="the half falls behind a weekend"
        ),
        pytest.param(BROKEN, "2026-11-23 10:00", 0, "2026-11-23 17:00", id="on the same day"),
        pytest.param(BROKEN, "2026-11-23 18:00", 0, "2026-11-23 18:00", id="the same day is over"),
        pytest.param(BROKEN, "2026-11-28 18:00", 0, "2026-11-28 18:00", id="the same day is closed"),
        pytest.param(
            EXTENDED, "2026-11-23 10:00", 1, "2026-11-24 20:00", id="business ends with extended hours"
        ),
        pytest.param(
            EXTENDED, "2026-11-27 10:00", 1, "2026-11-30 20:00", id="extended Saturday is not counted"
        ),
        pytest.param(
            EVENING, "2026-11-26 10:00", 1, "2026-11-28 01:00", id="a day that closes past midnight"
        ),
        pytest.param(EVENING, "2026-11-28 00:30", 1, "2026-11-30 12:00", id="begun in Friday's evening"),
    ],
)
def test_working_days_are_counted_on_the_halls_calendar(
    schedule: Schedule, started: str, working_days: float, due: str
) -> None:
    assert due_at(Limit(working_days, DAYS), hall_time(started), schedule) == hall_time(due)


@pytest.mark.parametrize("schedule", [BROKEN, NEVER])
def test_minutes_run_through_breaks_and_nights(schedule: Schedule) -> None:
    started = hall_time("2026-11-23 11:50")
    assert due_at(Limit(30, MINUTES), started, schedule) == hall_time("2026-11-23 12:20")


def test_where_no_day_is_a_working_day_nothing_is_ever_due() -> None:
    assert due_at(Limit(1, DAYS), hall_time("2026-11-23 10:00"), NEVER) is None


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        ("2026-11-23", "2026-11-23", 0),
        ("2026-11-23", "2026-11-24", 1),
        ("2026-11-24", "2026-11-23", 0),
        ("2026-11-27", "2026-11-29", 0),
        ("2026-11-27", "2026-11-30", 1),
        ("2026-09-30", "2026-10-07", 0),
        ("2026-09-30", "2026-10-11", 3),
        ("2026-02-13", "2026-02-28", 6),
    ],
)
def test_working_days_between_two_days(start: str, end: str, count: int) -> None:
    assert working_days_between(date.fromisoformat(start), date.fromisoformat(end), BROKEN) == count


@pytest.mark.parametrize(
    ("promised", "legal", "share"),
    [
        (Limit(3, DAYS), Limit(5, DAYS), 0.4),
        (Limit(5, DAYS), Limit(5, DAYS), 0),
        (Limit(6, DAYS), Limit(5, DAYS), -0.2),
        (Limit(0, DAYS), Limit(20, DAYS), 1),
        (Limit(0, MINUTES), Limit(20, DAYS), 1),
        (Limit(30, MINUTES), Limit(60, MINUTES), 0.5),
        (Limit(30, MINUTES), Limit(1, DAYS), None),
        (Limit(3, DAYS), Limit(0, DAYS), None),
        (Limit(3, DAYS), None, None),
        (None, Limit(3, DAYS), None),
    ],
)
def test_the_cut_against_the_legal_limit(
    promised: Limit | None, legal: Limit | None, share: float | None
) -> None:
    assert cut(promised, legal) == (None if share is None else pytest.approx(share))


@pytest.mark.parametrize(
    ("due", "at", "late"),
    [
        ("2026-11-23 17:00", "2026-11-23 16:59", False),
        ("2026-11-23 17:00", "2026-11-23 17:00", False),
        ("2026-11-23 17:00", "2026-11-23 17:00:01", True),
        (None, "2026-11-23 17:00", False),
    ],
)
def test_late_is_after_the_limit(due: str | None, at: str, late: bool) -> None:
    assert is_late(hall_time(due) if due else None, hall_time(at)) is late


INSTANTS = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC))
AMOUNTS = st.one_of(st.integers(0, 60).map(float), st.floats(0, 60))


@given(schedules(), INSTANTS, AMOUNTS, AMOUNTS)
def test_a_longer_limit_is_never_due_earlier(
    schedule: Schedule, at: datetime, one: float, other: float
) -> None:
    assume(nights_do_not_meet_mornings(schedule))
    short, long = (due_at(Limit(amount, DAYS), at, schedule) for amount in sorted((one, other)))
    assert long is None or (short is not None and at <= short <= long)


@given(schedules(), INSTANTS, st.timedeltas(timedelta(0), timedelta(days=30)), AMOUNTS)
def test_what_begins_later_is_never_due_earlier(
    schedule: Schedule, at: datetime, later: timedelta, amount: float
) -> None:
    assume(nights_do_not_meet_mornings(schedule))
    first, second = (due_at(Limit(amount, DAYS), start, schedule) for start in (at, at + later))
    assert second is None or (first is not None and first <= second)


@given(schedules(), st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.integers(1, 30))
def test_counting_on_and_counting_between_agree(schedule: Schedule, day: date, count: int) -> None:
    there = working_day_after(day, count, schedule)
    assume(there is not None)
    assert there is not None
    assert working_days_between(day, there, schedule) == count
    assert schedule.is_working_day(there)


def nights_do_not_meet_mornings(schedule: Schedule) -> bool:
    """Whether no evening runs past midnight into the next day's hours: of two such days none comes first."""
    begins = min((each.opens for each in schedule.hours), default=None)
    return all(each.opens < each.closes or (begins and each.closes < begins) for each in schedule.hours)
