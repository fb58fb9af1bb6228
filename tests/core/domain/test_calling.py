"""Who is called next."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.calling import choose, score
from core.domain.hall import Tier, Tiers, VisitorClass
from core.domain.leg import FIRST, Leg
from core.domain.turns import Mixing, Turn
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


def profile(*tiers: tuple[str, float | None]) -> Tiers:
    """Return a profile whose tiers help only after a wait."""
    return tuple(Tier(tuple(queues), least) for queues, least in tiers)


@pytest.mark.parametrize(
    ("tiers", "heads", "number"),
    [
        pytest.param([("a", None), ("b", 20)], [waits("B1", "b", 20)], None, id="not yet"),
        pytest.param([("a", None), ("b", 20)], [waits("B1", "b", 20.1)], "B1", id="now it helps"),
        pytest.param(
            [("a", None), ("b", 20)], [waits("B1", "b", 90), waits("A1", "a", 0)], "A1", id="own queue first"
        ),
        pytest.param(
            [("ab", 20)], [waits("A1", "a", 21), waits("B1", "b", 19)], "A1", id="each queue for itself"
        ),
        pytest.param(
            [("a", 20)],
            [waits("A1", "a", 21), waits("Q", "a", 15, "quick")],
            "Q",
            id="a queue that is helped is helped by the rule",
        ),
        pytest.param(
            [("a", 20)],
            [replace(waits("A1", "a", 1), pin=3), waits("A2", "a", 19)],
            "A1",
            id="who can go nowhere else is not kept waiting",
        ),
        pytest.param([("a", 0)], [waits("A1", "a", 0)], None, id="over nothing is more than nothing"),
    ],
)
def test_a_tier_helps_once_somebody_has_waited_longer(
    tiers: list[tuple[str, float | None]], heads: list[Leg], number: str | None
) -> None:
    assert called(profile(*tiers), *heads) == number


@pytest.mark.parametrize(
    ("tiers", "heads", "number"),
    [
        pytest.param(
            tiers_of("a"), [replace(waits("X", "z", 1), pin=3), waits("A1", "a", 9)], "A1", id="by the score"
        ),
        pytest.param(
            tiers_of("a"),
            [replace(waits("X", "z", 10), pin=3), waits("A1", "a", 9)],
            "X",
            id="among the first",
        ),
        pytest.param(tiers_of("a", "b"), [replace(waits("B", "b", 99), pin=3), waits("A", "a", 1)], "A"),
        pytest.param((), [replace(waits("X", "z", 1), pin=3)], "X", id="a clerk without any skill here"),
        pytest.param(
            tiers_of("a"),
            [replace(waits("L", "a", 1), rank=FIRST), waits("A1", "a", 99)],
            "L",
            id="first in line is first",
        ),
        pytest.param(
            tiers_of("ab"),
            [replace(waits("L", "a", 1), rank=FIRST), waits("B1", "b", 99, "quick")],
            "L",
            id="of all queues of the tier",
        ),
        pytest.param(
            tiers_of("a", "b"),
            [replace(waits("L", "b", 1), rank=FIRST), waits("A1", "a", 0)],
            "A1",
            id="but tiers are strict",
        ),
        pytest.param(
            tiers_of("a"),
            [replace(waits("L", "a", 1), rank=FIRST), replace(waits("E", "a", 2), rank=FIRST)],
            "E",
            id="of two the better score",
        ),
    ],
)
def test_who_waits_for_this_window_or_is_first_in_line(
    tiers: Tiers, heads: list[Leg], number: str | None
) -> None:
    assert called(tiers, *heads) == number


FAVOURED = frozenset({"quick", "first"})


@pytest.mark.parametrize(
    ("favour_in", "cap", "heads", "number"),
    [
        pytest.param(0, 3, ["first", "plain"], "first", id="the turn of the favoured"),
        pytest.param(1, 3, ["first", "plain"], "plain", id="one ordinary call comes before"),
        pytest.param(1, 3, ["first"], "first", id="no ordinary person waits"),
        pytest.param(1, 3, ["first", "booked"], "first", id="a booked visitor is no ordinary one"),
        pytest.param(2, 0, ["first", "plain"], "first", id="no cap"),
        pytest.param(2, 1, ["first", "plain"], "first", id="one in one is no cap"),
        pytest.param(2, 3, ["quick", "first", "plain"], "plain", id="all favoured classes share it"),
    ],
)
def test_the_cap_bounds_favour(favour_in: int, cap: int, heads: list[str], number: str) -> None:
    mixing = Mixing(FAVOURED, caps={"a": cap}, turns={"a": Turn("a", favour_in)}, booked="booked")
    legs = [waits(each, "a", 5, each) for each in heads]
    choice = choose(tiers_of("a"), legs, CLASSES, NOW, mixing)
    assert choice is not None
    assert choice.leg.number == number
    passed_by = {number for number, rule in choice.held_back if rule == "cap"}
    assert passed_by == ({"quick", "first"} & set(heads) if number == "plain" else set())


@pytest.mark.parametrize(
    ("left", "heads", "number"),
    [
        pytest.param((0, 0), ["plain", "booked"], "plain", id="a new round: by the score"),
        pytest.param((1, 0), ["plain", "booked"], "booked", id="the others had their share"),
        pytest.param((0, 1), ["booked", "plain"], "plain", id="the booked had theirs"),
        pytest.param((1, 1), ["plain", "booked"], "plain", id="both have some left"),
        pytest.param((1, 0), ["plain"], "plain", id="nobody booked waits"),
        pytest.param((0, 1), ["booked"], "booked", id="nobody else waits"),
    ],
)
def test_the_mix_of_bookings_is_kept(left: tuple[int, int], heads: list[str], number: str) -> None:
    mixing = Mixing(booked="booked", ratio=(1, 2), turns={"a": Turn("a", 0, *left)})
    legs = [waits(each, "a", 9 - place, each) for place, each in enumerate(heads)]
    choice = choose(tiers_of("a"), legs, CLASSES, NOW, mixing)
    assert choice is not None
    assert choice.leg.number == number


def test_first_in_line_is_held_back_by_nobody() -> None:
    mixing = Mixing(FAVOURED, caps={"a": 3}, turns={"a": Turn("a", 2)})
    heads = [replace(waits("F", "a", 1, "first"), rank=FIRST), waits("P", "a", 90)]
    choice = choose(tiers_of("a"), heads, CLASSES, NOW, mixing)
    assert choice is not None
    assert choice.leg.number == "F"
    assert choice.why()["first"] is True


def test_a_call_moves_the_cap_and_the_mix_of_its_own_queue_only() -> None:
    mixing = Mixing(FAVOURED, "booked", (2, 1), {"a": 3, "b": 3})
    heads = [
        waits("F", "a", 1, "first"),
        waits("P", "a", 0),
        waits("K", "a", 0, "booked"),
        waits("B", "b", 0),
    ]
    choice = choose(tiers_of("ab"), heads, CLASSES, NOW, mixing)
    assert choice is not None
    assert choice.turn == Turn("a", favour_in=2, booked_left=2, others_left=0)


@pytest.mark.parametrize(("visitor_class", "favour_in"), [("first", 0), ("plain", 2)])
def test_a_call_put_back_gives_the_favour_back(visitor_class: str, favour_in: int) -> None:
    mixing = Mixing(FAVOURED, caps={"a": 3}, turns={"a": Turn("a", 2)})
    assert mixing.taken_back(waits("X", "a", 1, visitor_class)).favour_in == favour_in


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
        line = [leg for leg in line if leg.id != choice.leg.id]
    assert left == sorted(left)
