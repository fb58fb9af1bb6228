"""Halls' calendars that tests open and close by."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from core.domain.calendar import Holiday, Hours, Schedule, Workday

SHANGHAI = ZoneInfo("Asia/Shanghai")
WEEK = (1, 2, 3, 4, 5)

SPRING_FESTIVAL = Holiday(date(2026, 2, 15), date(2026, 2, 23), {"zh": "春节", "en": "Spring Festival"})
NATIONAL_DAY = Holiday(date(2026, 10, 1), date(2026, 10, 7), {"zh": "国庆节", "en": "National Day"})
HOLIDAYS = (SPRING_FESTIVAL, NATIONAL_DAY)
WORKDAYS = (
    Workday(date(2026, 2, 14), like=1),
    Workday(date(2026, 2, 28), like=5),
    Workday(date(2026, 10, 10), 5),
)
"""Spring Festival and National Day of 2026 with three of their make-up workdays, all Saturdays."""

BROKEN = Schedule(
    hours=(
        Hours(WEEK, time(9), time(12)),
        Hours((1, 2, 3, 4), time(13, 30), time(17)),
        Hours((5,), time(13, 30), time(16)),
    ),
    holidays=HOLIDAYS,
    workdays=WORKDAYS,
    zone=SHANGHAI,
)
"""A break at noon, and an hour less on Fridays."""

TIBET = Schedule(
    hours=(Hours(WEEK, time(9), time(17)),),
    holidays=HOLIDAYS,
    workdays=(Workday(date(2026, 2, 19), like=1),),
    zone=SHANGHAI,
)
"""A hall that works on one day of a holiday."""

EXTENDED = Schedule(
    hours=(
        Hours(WEEK, time(9), time(17)),
        Hours(WEEK, time(17), time(20), extended=True),
        Hours((6,), time(10), time(15), extended=True),
    ),
    holidays=HOLIDAYS,
    workdays=WORKDAYS,
    zone=SHANGHAI,
)
"""Extended hours (延时办) in the evening and on Saturdays."""

EVENING = Schedule(
    hours=(Hours(WEEK, time(9), time(12)), Hours((5,), time(20), time(1))),
    holidays=HOLIDAYS,
    workdays=(),
    zone=SHANGHAI,
)
"""Friday's evening runs past midnight."""

ROUND_THE_CLOCK = Schedule((Hours((1, 2, 3, 4, 5, 6, 7), time(0), time(0)),), (), (), SHANGHAI)
NEVER = Schedule((), HOLIDAYS, WORKDAYS, SHANGHAI)
NEW_YORK = Schedule(
    (Hours((6, 7), time(1), time(3)), Hours((6, 7), time(3, 30), time(6))),
    (),
    (),
    ZoneInfo("America/New_York"),
)
"""Clocks there go forward on 2026-03-08 and back on 2026-11-01, both times at two at night."""


def hall_time(text: str) -> datetime:
    """Return the instant at which a clock in Shanghai shows ``text``."""
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI).astimezone(UTC)


def schedules() -> st.SearchStrategy[Schedule]:
    """Make schedules of any hours, holidays and make-up workdays of 2026, in zones with and without DST."""
    days, quarters = st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.integers(0, 95)
    times = st.builds(lambda quarter: time(quarter // 4, quarter % 4 * 15), quarters)
    weekdays = st.lists(st.integers(1, 7), min_size=1, max_size=7, unique=True).map(tuple)
    holidays = st.tuples(days, days).map(lambda both: Holiday(min(both), max(both), {"zh": "假日"}))
    zones = st.sampled_from(["Asia/Shanghai", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"])
    return st.builds(
        Schedule,
        hours=st.lists(st.builds(Hours, weekdays, times, times, st.booleans()), max_size=4).map(tuple),
        holidays=st.lists(holidays, max_size=2).map(tuple),
        workdays=st.lists(st.builds(Workday, days, st.integers(1, 7)), max_size=3).map(tuple),
        zone=zones.map(ZoneInfo),
    )
