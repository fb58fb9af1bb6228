"""A day in figures: each leg is counted once, and shares say what they are of."""

from __future__ import annotations

from typing import Any

import pytest

from core.domain.day_figures import DayCounts, Figures, LegsCounted, day_figures
from core.domain.slip import SlipState
from core.domain.ticket import LegState


def legs(state: LegState, count: int = 1, **of: Any) -> LegsCounted:
    given: dict[str, Any] = {
        "queue": "a",
        "window": None,
        "clerk": None,
        "called": False,
        "started": False,
        "walk_in": False,
        "first": count,
    }
    return LegsCounted(state=state, count=count, **(given | of))


AT_ONE: dict[str, Any] = {"window": 1, "clerk": "0301", "called": True}
SERVED = AT_ONE | {"started": True}


@pytest.mark.parametrize(
    ("row", "sort"),
    [
        (legs(LegState.WAITING), "open"),
        (legs(LegState.CALLED, **AT_ONE), "open"),
        (legs(LegState.SERVING, **SERVED), "open"),
        (legs(LegState.SUSPENDED, **SERVED), "open"),
        (legs(LegState.DONE, **SERVED), "served"),
        (legs(LegState.TRANSFERRED, **SERVED), "served"),
        (legs(LegState.TRANSFERRED, **AT_ONE), "moved"),
        (legs(LegState.TRANSFERRED), "moved"),
        (legs(LegState.PASSED, **AT_ONE), "passed"),
        (legs(LegState.VOID, **AT_ONE), "passed"),
        (legs(LegState.VOID, **SERVED), "void"),
        (legs(LegState.VOID), "void"),
    ],
)
def test_each_leg_is_of_one_sort(row: LegsCounted, sort: str) -> None:
    figures = Figures()
    figures.count(row)
    sorts = ("served", "passed", "moved", "void", "open")
    assert [name for name in sorts if getattr(figures, name)] == [sort]
    assert figures.taken + figures.joined == 1


def test_means_are_of_those_who_were_called_and_of_those_who_were_served() -> None:
    figures = day_figures(
        DayCounts(
            [
                legs(LegState.DONE, 2, waited_s=600.0, longest_s=400.0, served_s=300.0, **SERVED),
                legs(LegState.PASSED, 1, waited_s=60.0, longest_s=60.0, **AT_ONE),
                legs(LegState.DONE, 1, served_s=120.0, walk_in=True, **SERVED),
                legs(LegState.WAITING, 4),
            ],
            {},
            {},
        )
    )
    queue = figures.queues["a"]
    assert (queue.wait.mean_s, queue.wait.of, queue.wait.longest_s) == (220, 3, 400.0)
    assert (queue.serving.mean_s, queue.serving.of) == (140, 3)
    assert (queue.called, queue.walk_ins, queue.passed, queue.open) == (3, 1, 1, 4)
    window = figures.windows[1]
    assert (window.called, window.walk_ins, window.served, window.clerks) == (3, 1, 3, {"0301"})
    assert figures.total == queue


def test_a_mean_of_nobody_is_none() -> None:
    figures = day_figures(DayCounts([legs(LegState.WAITING)], {}, {}))
    assert (figures.total.wait.mean_s, figures.total.serving.mean_s) == (None, None)
    assert figures.windows == {}


def test_a_leg_that_came_from_elsewhere_is_no_visit_that_began_there() -> None:
    figures = day_figures(DayCounts([legs(LegState.DONE, 5, first=2, **SERVED)], {}, {}))
    assert (figures.total.taken, figures.total.joined) == (2, 3)


def test_series_name_their_first_and_last_number() -> None:
    figures = day_figures(DayCounts([], {"B": 12, "A": 1003, "C": 0}, {}))
    assert [(each.first, each.last, each.count) for each in figures.series] == [
        ("A001", "A1003", 1003),
        ("B001", "B012", 12),
    ]
    assert figures.tickets == 1015


def test_slips_are_counted_by_state_and_without_those_that_nobody_prints() -> None:
    figures = day_figures(DayCounts([], {}, {SlipState.PRINTED: 9, SlipState.FAILED: 1, None: 5}))
    assert figures.slips == {
        SlipState.PENDING: 0,
        SlipState.PRINTED: 9,
        SlipState.FAILED: 1,
        SlipState.UNKNOWN: 0,
        None: 5,
    }
    assert figures.slips_wanted == 10
