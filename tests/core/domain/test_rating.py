"""Rules of ratings, and what is counted from them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.errors import RatingNotFinished, RatingReasonNeeded, RatingTooLate, ReasonUnknown
from core.domain.leg import Leg
from core.domain.rating import (
    KEYS_FOR,
    Channel,
    Counted,
    Indicator,
    IndicatorSet,
    RatingReason,
    Said,
    means_by_key,
    must_be_ratable,
    tallied,
)
from core.domain.ticket import LegState

AT = datetime(2026, 11, 23, 2, tzinfo=UTC)
DAY = date(2026, 11, 23)
SET = IndicatorSet(
    "1",
    DAY,
    (),
    (Indicator("overall", {}), Indicator("attitude", {})),
    (RatingReason("slow", "overall", {}),),
)


def leg(state: LegState) -> Leg:
    return Leg("t.1", "t", "A001", "q", "ordinary", AT, 1, state=state)


@pytest.mark.parametrize(
    ("level", "reasons", "text", "enough"),
    [
        (5, (), "", True),
        (3, (), "", True),
        (2, (), "", False),
        (1, (), "  \n", False),
        (2, ("slow",), "", True),
        (1, (), "等了一个小时", True),
    ],
)
def test_a_bad_rating_needs_a_reason(level: int, reasons: tuple[str, ...], text: str, enough: bool) -> None:
    said = Said(level, reasons=reasons, text=text)
    if enough:
        said.must_be_grounded()
    else:
        with pytest.raises(RatingReasonNeeded):
            said.must_be_grounded()


@pytest.mark.parametrize("state", [state for state in LegState if state is not LegState.DONE])
def test_only_what_is_finished_is_rated(state: LegState) -> None:
    with pytest.raises(RatingNotFinished) as refused:
        must_be_ratable(leg(state), ended=DAY, today=DAY, rating_days=7)
    assert refused.value.params == {"number": "A001", "state": state.value}


@pytest.mark.parametrize(("days", "late"), [(0, False), (7, False), (8, True)])
def test_a_visit_can_be_rated_for_some_days(days: int, late: bool) -> None:
    asked = {"ended": DAY, "today": DAY + timedelta(days=days), "rating_days": 7}
    if late:
        with pytest.raises(RatingTooLate) as refused:
            must_be_ratable(leg(LegState.DONE), **asked)  # type: ignore[arg-type]
        assert refused.value.params == {"until": "2026-11-30"}
    else:
        must_be_ratable(leg(LegState.DONE), **asked)  # type: ignore[arg-type]


def test_a_hall_adds_nothing_to_the_set_that_is_asked() -> None:
    SET.must_know(["attitude"], ["slow"])
    for levels, reasons in ((["overall"], []), (["speed"], []), ([], ["ugly"])):
        with pytest.raises(ReasonUnknown):
            SET.must_know(levels, reasons)


@given(
    st.lists(
        st.builds(
            Counted,
            st.sampled_from([None, 1, 2]),
            st.sampled_from([None, "0301", "0302"]),
            st.sampled_from([None, 1, 2, 3, 4, 5]),
            st.integers(1, 9),
        )
    )
)
def test_nobody_is_lost_or_counted_as_satisfied_without_saying_so(rows: list[Counted]) -> None:
    tallies = tallied(rows)
    total = tallies.total
    assert total.rated + total.unrated == sum(row.count for row in rows)
    assert total.satisfied == sum(row.count for row in rows if row.level is not None and row.level >= 3)
    assert total.share == (total.satisfied / total.rated if total.rated else None)
    by_window = sum(each.rated + each.unrated for each in tallies.windows.values())
    assert by_window == sum(row.count for row in rows if row.window is not None)
    by_clerk = sum(each.rated + each.unrated for each in tallies.clerks.values())
    assert by_clerk == sum(row.count for row in rows if row.clerk is not None)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (Said(1, channel=Channel.WINDOW), True),
        (Said(2, channel=Channel.WINDOW), True),
        (Said(3, channel=Channel.WINDOW), False),
        (Said(5, channel=Channel.WINDOW), False),
        (Said(1, reasons=("slow",), channel=Channel.WINDOW), False),
        (Said(1, text="慢", channel=Channel.WINDOW), False),
        (Said(1, text="慢"), False),
    ],
)
def test_a_bad_rating_by_key_is_still_to_be_asked_why(said: Said, wanted: bool) -> None:
    assert said.reason_wanted is wanted


def test_keys_mean_who_is_served_else_who_has_just_left() -> None:
    last = replace(leg(LegState.DONE), ended_at=AT)
    serving, called = leg(LegState.SERVING), leg(LegState.CALLED)
    now = AT + KEYS_FOR
    assert means_by_key(serving, last, now) is serving
    assert means_by_key(called, last, now) is last
    assert means_by_key(None, last, now) is last
    assert means_by_key(called, last, now + timedelta(seconds=1)) is None
    assert means_by_key(None, None, now) is None
