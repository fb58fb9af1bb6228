"""When a hall is open, when tickets are issued, and why not now."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.calendar import Hours, Schedule, WhyClosed
from core.domain.errors import QueueClosed
from core.domain.opening import Span, joined
from tests.support.calendars import (
    BROKEN,
    EVENING,
    EXTENDED,
    NEVER,
    NEW_YORK,
    ROUND_THE_CLOCK,
    SHANGHAI,
    TIBET,
    hall_time,
    schedules,
)

WEEK = (1, 2, 3, 4, 5)


def spans(schedule: Schedule, day: str) -> list[str]:
    """What a day's spans are on a clock of the hall, a star at extended ones."""
    zone = schedule.zone
    return [
        f"{opens.astimezone(zone):%H:%M}-{closes.astimezone(zone):%H:%M}{'*' if extended else ''}"
        for opens, closes, extended in schedule.spans(date.fromisoformat(day))
    ]


@pytest.mark.parametrize(
    ("schedule", "day", "open_time"),
    [
        pytest.param(BROKEN, "2026-09-30", ["09:00-12:00", "13:30-17:00"], id="a Wednesday, a break at noon"),
        pytest.param(BROKEN, "2026-09-27", [], id="a Sunday"),
        pytest.param(BROKEN, "2026-10-01", [], id="National Day"),
        pytest.param(BROKEN, "2026-10-07", [], id="its last day"),
        pytest.param(BROKEN, "2026-10-08", ["09:00-12:00", "13:30-17:00"], id="the day after"),
        pytest.param(
            BROKEN, "2026-10-10", ["09:00-12:00", "13:30-16:00"], id="make-up Saturday like a Friday"
        ),
        pytest.param(BROKEN, "2026-10-17", [], id="any other Saturday"),
        pytest.param(
            BROKEN, "2026-02-14", ["09:00-12:00", "13:30-17:00"], id="Saturday before Spring Festival"
        ),
        pytest.param(BROKEN, "2026-02-16", [], id="New Year's Eve, a Monday"),
        pytest.param(TIBET, "2026-02-19", ["09:00-17:00"], id="made up in the midst of a holiday"),
        pytest.param(
            EXTENDED, "2026-11-23", ["09:00-17:00", "17:00-20:00*"], id="extended hours that follow"
        ),
        pytest.param(EXTENDED, "2026-11-28", ["10:00-15:00*"], id="extended Saturday"),
        pytest.param(EVENING, "2026-11-27", ["09:00-12:00", "20:00-01:00"], id="past midnight"),
        pytest.param(EVENING, "2026-11-28", [], id="what began the evening before"),
        pytest.param(ROUND_THE_CLOCK, "2026-11-28", ["00:00-00:00"], id="round the clock"),
        pytest.param(NEW_YORK, "2026-03-08", ["01:00-03:00", "03:30-06:00"], id="clocks go forward"),
    ],
)
def test_a_day_is_open(schedule: Schedule, day: str, open_time: list[str]) -> None:
    assert spans(schedule, day) == open_time


@pytest.mark.parametrize(
    ("day", "hours"),
    [("2026-03-07", 4.5), ("2026-03-08", 3.5), ("2026-11-01", 5.5), ("2026-10-31", 4.5)],
)
def test_the_night_the_clocks_change_is_an_hour_shorter_or_longer(day: str, hours: float) -> None:
    open_time = (closes - opens for opens, closes, _ in NEW_YORK.spans(date.fromisoformat(day)))
    assert sum(open_time, timedelta()) == timedelta(hours=hours)


def test_hours_that_the_clocks_skip_are_none() -> None:
    night = Schedule((Hours((7,), time(2, 15), time(3)),), (), (), NEW_YORK.zone)
    assert night.spans(date(2026, 3, 8)) == []
    assert not night.is_working_day(date(2026, 3, 8))


@pytest.mark.parametrize(
    ("hours", "open_time"),
    [
        ([("09:00", "12:00", False), ("12:00", "17:00", False)], ["09:00-17:00"]),
        ([("09:00", "13:00", False), ("12:00", "17:00", False)], ["09:00-17:00"]),
        ([("09:00", "17:00", False), ("10:00", "11:00", False)], ["09:00-17:00"]),
        ([("13:00", "17:00", False), ("09:00", "12:00", False)], ["09:00-12:00", "13:00-17:00"]),
        (
            [("09:00", "17:00", False), ("08:00", "20:00", True)],
            ["08:00-09:00*", "09:00-17:00", "17:00-20:00*"],
        ),
        ([("09:00", "17:00", False), ("16:00", "20:00", True)], ["09:00-17:00", "17:00-20:00*"]),
        ([("09:00", "17:00", False), ("10:00", "11:00", True)], ["09:00-17:00"]),
        (
            [("09:00", "12:00", False), ("13:00", "17:00", False), ("11:00", "18:00", True)],
            ["09:00-12:00", "12:00-13:00*", "13:00-17:00", "17:00-18:00*"],
        ),
    ],
)
def test_hours_that_meet_are_put_together(hours: list[tuple[str, str, bool]], open_time: list[str]) -> None:
    plan = tuple(Hours(WEEK, time.fromisoformat(a), time.fromisoformat(z), kind) for a, z, kind in hours)
    assert spans(Schedule(plan, (), (), SHANGHAI), "2026-11-23") == open_time


@pytest.mark.parametrize(
    ("schedule", "at", "stops_min", "issuing"),
    [
        (BROKEN, "2026-11-23 08:59", 0, False),
        (BROKEN, "2026-11-23 09:00", 0, True),
        (BROKEN, "2026-11-23 11:59", 0, True),
        (BROKEN, "2026-11-23 12:00", 0, False),
        (BROKEN, "2026-11-23 11:44", 15, True),
        (BROKEN, "2026-11-23 11:45", 15, False),
        (BROKEN, "2026-11-23 13:30", 15, True),
        (BROKEN, "2026-11-23 16:45", 15, False),
        (BROKEN, "2026-11-23 13:30", 600, False),
        (EXTENDED, "2026-11-23 16:59", 30, True),
        (EXTENDED, "2026-11-23 17:00", 30, True),
        (EXTENDED, "2026-11-23 19:30", 30, False),
        (EVENING, "2026-11-28 00:59", 0, True),
        (EVENING, "2026-11-28 00:30", 30, False),
        (EVENING, "2026-11-28 01:00", 0, False),
        (ROUND_THE_CLOCK, "2026-11-28 23:59", 30, True),
        (NEVER, "2026-11-23 10:00", 0, False),
    ],
)
def test_tickets_stop_before_a_closing_and_not_where_it_goes_on(
    schedule: Schedule, at: str, stops_min: int, issuing: bool
) -> None:
    assert schedule.is_issuing(hall_time(at), stops_min) is issuing


@pytest.mark.parametrize(
    ("schedule", "at", "stops_min", "opens"),
    [
        pytest.param(BROKEN, "2026-11-23 10:00", 0, "2026-11-23 10:00", id="now"),
        pytest.param(BROKEN, "2026-11-23 07:00", 0, "2026-11-23 09:00", id="this morning"),
        pytest.param(BROKEN, "2026-11-23 12:10", 0, "2026-11-23 13:30", id="after the break"),
        pytest.param(
            BROKEN, "2026-11-23 11:50", 15, "2026-11-23 13:30", id="tickets stopped before the break"
        ),
        pytest.param(BROKEN, "2026-11-23 17:00", 0, "2026-11-24 09:00", id="tomorrow"),
        pytest.param(BROKEN, "2026-11-27 18:00", 0, "2026-11-30 09:00", id="after the weekend"),
        pytest.param(BROKEN, "2026-09-30 18:00", 0, "2026-10-08 09:00", id="after National Day"),
        pytest.param(BROKEN, "2026-10-09 18:00", 0, "2026-10-10 09:00", id="the make-up Saturday"),
        pytest.param(BROKEN, "2026-02-13 18:00", 0, "2026-02-14 09:00", id="made up before Spring Festival"),
        pytest.param(BROKEN, "2026-02-14 18:00", 0, "2026-02-24 09:00", id="after Spring Festival"),
        pytest.param(BROKEN, "2026-11-23 12:10", 205, "2026-11-23 13:30", id="five minutes are enough"),
        pytest.param(BROKEN, "2026-11-23 12:10", 210, None, id="tickets stop before any span begins"),
        pytest.param(EXTENDED, "2026-11-27 21:00", 0, "2026-11-28 10:00", id="the extended Saturday"),
        pytest.param(EVENING, "2026-11-27 18:00", 0, "2026-11-27 20:00", id="this evening"),
        pytest.param(EVENING, "2026-11-28 00:10", 0, "2026-11-28 00:10", id="still the evening before"),
        pytest.param(
            EVENING, "2026-11-28 00:50", 15, "2026-11-30 09:00", id="the evening's tickets are over"
        ),
        pytest.param(NEVER, "2026-11-23 10:00", 0, None, id="never"),
    ],
)
def test_the_next_opening_is_told(schedule: Schedule, at: str, stops_min: int, opens: str | None) -> None:
    assert schedule.next_opening(hall_time(at), stops_min) == (hall_time(opens) if opens else None)


def test_an_opening_beyond_the_days_asked_for_is_none() -> None:
    at = hall_time("2026-09-30 18:00")
    assert BROKEN.next_opening(at, within_days=7) is None
    assert BROKEN.next_opening(at, within_days=8) == hall_time("2026-10-08 09:00")
    assert BROKEN.next_opening(hall_time("2026-10-01 09:00"), within_days=7) == hall_time("2026-10-08 09:00")


@pytest.mark.parametrize(
    ("schedule", "at", "closes"),
    [
        (BROKEN, "2026-11-23 10:00", "2026-11-23 12:00"),
        (EXTENDED, "2026-11-23 10:00", "2026-11-23 20:00"),
        (EVENING, "2026-11-27 23:00", "2026-11-28 01:00"),
        (BROKEN, "2026-11-23 12:00", None),
    ],
)
def test_a_closing_is_the_end_of_all_that_follows_without_pause(
    schedule: Schedule, at: str, closes: str | None
) -> None:
    assert schedule.closing(hall_time(at)) == (hall_time(closes) if closes else None)


def test_what_never_closes_has_a_closing_nobody_waits_for() -> None:
    at = hall_time("2026-11-23 10:00")
    closing = ROUND_THE_CLOCK.closing(at)
    assert closing is not None
    assert closing - at >= timedelta(days=7)


@pytest.mark.parametrize(
    ("schedule", "at", "day"),
    [
        (EVENING, "2026-11-27 23:00", "2026-11-27"),
        (EVENING, "2026-11-28 00:59", "2026-11-27"),
        (EVENING, "2026-11-28 01:00", "2026-11-28"),
        (BROKEN, "2026-11-28 00:30", "2026-11-28"),
    ],
)
def test_an_evening_past_midnight_belongs_to_the_day_it_began_on(
    schedule: Schedule, at: str, day: str
) -> None:
    assert schedule.day_of(hall_time(at)) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("schedule", "day", "works"),
    [
        (BROKEN, "2026-11-23", True),
        (BROKEN, "2026-11-28", False),
        (BROKEN, "2026-10-01", False),
        (BROKEN, "2026-10-10", True),
        (TIBET, "2026-02-19", True),
        (EXTENDED, "2026-11-28", False),
        (NEVER, "2026-11-23", False),
    ],
)
def test_a_working_day_has_usual_hours(schedule: Schedule, day: str, works: bool) -> None:
    assert schedule.is_working_day(date.fromisoformat(day)) is works


@pytest.mark.parametrize(
    ("schedule", "at", "why", "holiday"),
    [
        (BROKEN, "2026-11-23 08:00", WhyClosed.BEFORE, ""),
        (BROKEN, "2026-11-23 11:50", WhyClosed.BREAK, ""),
        (BROKEN, "2026-11-23 12:30", WhyClosed.BREAK, ""),
        (BROKEN, "2026-11-23 16:50", WhyClosed.AFTER, ""),
        (BROKEN, "2026-11-23 17:00", WhyClosed.AFTER, ""),
        (BROKEN, "2026-11-28 10:00", WhyClosed.NO_HOURS, ""),
        (BROKEN, "2026-10-03 10:00", WhyClosed.HOLIDAY, "国庆节"),
        (BROKEN, "2026-02-17 10:00", WhyClosed.HOLIDAY, "春节"),
        (BROKEN, "2026-10-10 20:00", WhyClosed.AFTER, ""),
        (EVENING, "2026-11-27 15:00", WhyClosed.BREAK, ""),
        (EXTENDED, "2026-11-23 16:55", WhyClosed.AFTER, ""),
        (EXTENDED, "2026-11-23 19:50", WhyClosed.AFTER, ""),
        (NEVER, "2026-11-23 10:00", WhyClosed.NO_HOURS, ""),
    ],
)
def test_the_refusal_says_why_it_is_closed(schedule: Schedule, at: str, why: WhyClosed, holiday: str) -> None:
    closed = schedule.why_closed(hall_time(at))
    assert (closed.why, closed.holiday.get("zh", "")) == (why, holiday)


def test_the_small_hours_are_judged_by_the_business_date() -> None:
    at = hall_time("2026-10-01 01:30")
    assert BROKEN.why_closed(at).why is WhyClosed.HOLIDAY
    assert BROKEN.why_closed(at, date(2026, 9, 30)).why is WhyClosed.AFTER


def test_a_closed_queue_refuses_with_why_and_when() -> None:
    with pytest.raises(QueueClosed) as refusal:
        BROKEN.must_be_issuing(hall_time("2026-10-01 10:00"))
    assert refusal.value.params == {
        "opens_at": "2026-10-08T01:00:00.000000Z",
        "why": "holiday",
        "holiday": {"zh": "国庆节", "en": "National Day"},
    }


def test_a_queue_that_never_opens_says_no_time() -> None:
    with pytest.raises(QueueClosed) as refusal:
        NEVER.must_be_issuing(hall_time("2026-11-23 10:00"))
    assert refusal.value.params == {"opens_at": None, "why": "no_hours", "holiday": {}}


def test_an_open_queue_refuses_nobody() -> None:
    BROKEN.must_be_issuing(hall_time("2026-11-23 10:00"), stops_min=15)


INSTANTS = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC))


@given(schedules(), INSTANTS, st.integers(0, 240))
def test_the_next_opening_is_never_earlier_and_tickets_are_issued_then(
    schedule: Schedule, at: datetime, stops_min: int
) -> None:
    opens = schedule.next_opening(at, stops_min)
    if opens is None:
        assert not schedule.is_issuing(at, stops_min)
        return
    assert opens >= at
    assert schedule.is_issuing(opens, stops_min)
    assert opens == at or not schedule.is_issuing(at, stops_min)


@given(schedules(), INSTANTS, st.floats(0, 1))
def test_no_ticket_is_issued_before_the_next_opening(schedule: Schedule, at: datetime, part: float) -> None:
    opens = schedule.next_opening(at)
    between = at + part * ((opens or at + timedelta(days=60)) - at)
    assert between == opens or not schedule.is_issuing(between) or opens == at


@given(schedules(), st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_spans_of_a_day_are_apart_and_in_order(schedule: Schedule, day: date) -> None:
    found = schedule.spans(day)
    assert all(span.opens < span.closes for span in found)
    for one, other in pairwise(found):
        assert one.closes <= other.opens
        assert one.extended != other.extended or one.closes < other.opens


@given(schedules(), INSTANTS)
def test_what_is_open_has_a_span_a_closing_and_no_wait(schedule: Schedule, at: datetime) -> None:
    span, closing = schedule.open_span(at), schedule.closing(at)
    assert (span is None) == (closing is None)
    assert schedule.is_issuing(at) == (span is not None)
    if span and closing:
        assert span.opens <= at < span.closes <= closing
        assert schedule.spans(schedule.day_of(at)).count(span) == 1


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12), st.booleans()), max_size=8))
def test_putting_spans_together_loses_no_minute(raw: list[tuple[int, int, bool]]) -> None:
    start = datetime(2026, 11, 23, tzinfo=UTC)
    given_spans = [Span(start + a * HOUR, start + (a + n) * HOUR, kind) for a, n, kind in raw]
    put = joined(given_spans)
    for hour in range(60):
        at = start + hour * HOUR
        kinds = {span.extended for span in given_spans if span.opens <= at < span.closes}
        found = [span.extended for span in put if span.opens <= at < span.closes]
        assert found == ([all(kinds)] if kinds else [])


HOUR = timedelta(hours=1)


def test_a_zone_elsewhere_has_its_own_days() -> None:
    there = Schedule((Hours((1,), time(9), time(12)),), (), (), ZoneInfo("Pacific/Kiritimati"))
    assert there.is_issuing(datetime(2026, 11, 22, 19, 30, tzinfo=UTC))
