"""Who is called next."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.calling import choose, score
from core.domain.hall import Tier, Tiers, VisitorClass
from core.domain.leg import Leg
from tests.support.clock import MORNING

NOW = MORNING + timedelta(hours=2)
CLASSES = {
    each.id: each
    for each in (
        VisitorClass("plain", {}),
        VisitorClass("quick", {}, weight=3.0),
        VisitorClass("first", {}, head_start_min=20.0),
    )
}


def waits(number: str, queue: str, minutes: float, visitor_class: str = "plain", entered: int = 1) -> Leg:
    since = NOW - timedelta(minutes=minutes)
    return Leg(number, number, number, queue, visitor_class, since, entered)


def tiers_of(*tiers: str) -> Tiers:
    """Return a profile: one word a tier, one letter a queue."""
    return tuple(Tier(tuple(queues)) for queues in tiers)


def called(tiers: Tiers, *heads: Leg) -> str | None:
    choice = choose(tiers, heads, CLASSES, NOW)
    return choice.leg.number if choice else None


@pytest.mark.parametrize(
    ("tiers", "heads", "number"),
    [
        pytest.param(tiers_of("a"), [], None, id="nobody waits"),
        pytest.param(tiers_of("a"), [waits("B1", "b", 90)], None, id="a queue the window does not serve"),
        pytest.param(
            tiers_of("a", "b"), [waits("B1", "b", 90), waits("A1", "a", 1)], "A1", id="tiers strict"
        ),
        pytest.param(tiers_of("a", "b"), [waits("B1", "b", 1)], "B1", id="second tier if the first is empty"),
        pytest.param(tiers_of("ab"), [waits("B1", "b", 9), waits("A1", "a", 8)], "B1", id="one tier equal"),
        pytest.param(tiers_of("ba"), [waits("B1", "b", 8), waits("A1", "a", 9)], "A1", id="order in a tier"),
        pytest.param(
            tiers_of("a"),
            [waits("P", "a", 29), waits("Q", "a", 10, "quick")],
            "Q",
            id="weight 3 beats 2.9 times",
        ),
        pytest.param(
            tiers_of("a"), [waits("P", "a", 31), waits("Q", "a", 10, "quick")], "P", id="nobody starves"
        ),
        pytest.param(
            tiers_of("a"), [waits("P", "a", 19), waits("F", "a", 0, "first")], "F", id="a head start of 20"
        ),
        pytest.param(
            tiers_of("a"), [waits("P", "a", 21), waits("F", "a", 0, "first")], "P", id="and no more"
        ),
        pytest.param(
            tiers_of("a"),
            [waits("X", "a", 9, "gone"), waits("P", "a", 8)],
            "X",
            id="unknown class is ordinary",
        ),
        pytest.param(
            tiers_of("ab"), [waits("L", "b", 5, entered=9), waits("E", "a", 5, entered=8)], "E", id="a tie"
        ),
    ],
)
def test_the_rule_calls(tiers: Tiers, heads: list[Leg], number: str | None) -> None:
    assert called(tiers, *heads) == number
    assert called(tiers, *reversed(heads)) == number, "whatever the order in which the store names them"


def test_the_answer_says_why() -> None:
    heads = [waits("B1", "b", 9.5), waits("B2", "b", 4, "quick"), waits("C1", "c", 100)]
    choice = choose(tiers_of("a", "b", "c"), heads, CLASSES, NOW)
    assert choice is not None
    assert choice.why() == {"tier": 2, "score": 12.0, "runner_up": {"number": "B1", "score": 9.5}}


def test_who_waited_alone_has_no_runner_up() -> None:
    choice = choose(tiers_of("a"), [waits("A1", "a", 3)], CLASSES, NOW)
    assert choice is not None
    assert choice.why() == {"tier": 1, "score": 3.0}


def test_a_clock_behind_the_ticket_counts_as_no_wait() -> None:
    assert score(waits("A1", "a", -5), CLASSES["plain"], NOW) == 0


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 5)), min_size=1, max_size=30))
def test_equal_weights_are_first_come_first_served(arrivals: list[tuple[str, int]]) -> None:
    """Every visitor of one class, called one by one, leaves in the order of arrival."""
    line = [
        waits(f"N{entered}", queue, 60 - sum(gap for _, gap in arrivals[: entered + 1]), entered=entered)
        for entered, (queue, _) in enumerate(arrivals)
    ]
    left = []
    while line:
        heads = [next(leg for leg in line if leg.queue == queue) for queue in {leg.queue for leg in line}]
        choice = choose(tiers_of("abc"), heads, CLASSES, NOW)
        assert choice is not None
        left.append(choice.leg.entered)
        line.remove(choice.leg)
    assert left == sorted(left)
