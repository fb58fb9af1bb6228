"""Business days and instants."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.clock import business_date, from_text, to_text

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("at", "day_starts", "day"),
    [
        ("2026-11-22T01:00:00", time(4), date(2026, 11, 22)),  # nine in the morning
        ("2026-11-22T15:59:59", time(4), date(2026, 11, 22)),  # a second to midnight
        ("2026-11-22T16:00:00", time(4), date(2026, 11, 22)),  # midnight: the evening goes on
        ("2026-11-22T19:59:59", time(4), date(2026, 11, 22)),  # a second to four
        ("2026-11-22T20:00:00", time(4), date(2026, 11, 23)),  # four: the next day
        ("2026-11-22T15:59:59", time(0), date(2026, 11, 22)),
        ("2026-11-22T16:00:00", time(0), date(2026, 11, 23)),
        ("2026-11-22T22:29:59", time(6, 30), date(2026, 11, 22)),
        ("2026-11-22T22:30:00", time(6, 30), date(2026, 11, 23)),
        ("2026-12-31T20:00:00", time(4), date(2027, 1, 1)),
    ],
)
def test_a_business_day_is_the_halls(at: str, day_starts: time, day: date) -> None:
    assert business_date(datetime.fromisoformat(at).replace(tzinfo=UTC), SHANGHAI, day_starts) == day


def test_another_zone_is_on_another_day() -> None:
    at = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
    assert business_date(at, ZoneInfo("Asia/Urumqi"), time(4)) == date(2026, 11, 22)


@given(st.datetimes(min_value=datetime(1970, 1, 1), timezones=st.just(UTC)), st.integers(-14, 14))
def test_an_instant_comes_back_from_its_text_wherever_it_was_told(at: datetime, hours: int) -> None:
    assert from_text(to_text(at)) == at
    try:
        there = at.astimezone(timezone(timedelta(hours=hours)))
    except OverflowError:
        return
    assert to_text(there) == to_text(at)


@given(
    st.datetimes(min_value=datetime(1970, 1, 1), timezones=st.just(UTC)),
    st.datetimes(min_value=datetime(1970, 1, 1), timezones=st.just(UTC)),
)
def test_the_order_of_texts_is_the_order_of_instants(one: datetime, other: datetime) -> None:
    assert (to_text(one) < to_text(other)) == (one < other)


def test_the_hour_that_is_shown_twice_is_two_instants() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    first = datetime(2026, 10, 25, 2, 30, tzinfo=berlin)
    assert [to_text(first), to_text(first.replace(fold=1))] == [
        "2026-10-25T00:30:00.000000Z",
        "2026-10-25T01:30:00.000000Z",
    ]
