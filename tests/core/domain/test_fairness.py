"""The calling rule over whole simulated days: what it promises to everybody who waits."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from core.domain.calling import choose
from core.domain.hall import Tier, VisitorClass
from core.domain.leg import Leg
from core.domain.turns import Kind, Mixing, Turn
from tests.support.clock import MORNING

PLAIN = VisitorClass("plain", {})
FAVOURED = VisitorClass("favoured", {}, weight=3.0, head_start_min=30.0)
PURE = Mixing()
BOOKED = VisitorClass("booked", {}, weight=2.0, head_start_min=15.0)


@dataclass(frozen=True)
class Call:
    """A call of a simulated day.

    Attributes:
        waiting: The kinds that waited in the called leg's queue.
    """

    leg: Leg
    at: datetime
    waiting: frozenset[Kind]
    kind: Kind

    @property
    def waited(self) -> timedelta:
        return self.at - self.leg.since


def arrives(entered: int, minute: float, queue: str, visitor_class: str) -> Leg:
    name = f"{entered:05d}"
    return Leg(f"{name}.1", name, name, queue, visitor_class, MORNING + timedelta(minutes=minute), entered)


def play(
    arrivals: Sequence[Leg],
    *,
    every_min: float,
    classes: Sequence[VisitorClass],
    tiers: tuple[Tier, ...] = (Tier(("a",)),),
    mixing: Mixing = PURE,
    begin_min: float = 0.0,
) -> list[Call]:
    """Let one window call somebody every so many minutes until nobody is left."""
    by_id = {each.id: each for each in classes}
    left = sorted(arrivals, key=lambda leg: (leg.since, leg.entered))
    lanes: dict[tuple[str, str], list[Leg]] = {}
    turns: dict[str, Turn] = dict(mixing.turns)
    calls: list[Call] = []
    at = MORNING + timedelta(minutes=begin_min)
    while left or any(lanes.values()):
        while left and left[0].since <= at:
            leg = left.pop(0)
            lanes.setdefault((leg.queue, leg.visitor_class), []).append(leg)
        heads = [lane[0] for lane in lanes.values() if lane]
        rule = Mixing(mixing.favoured, mixing.booked, mixing.ratio, mixing.caps, turns)
        choice = choose(tiers, heads, by_id, at, rule)
        if choice is not None:
            queue = choice.leg.queue
            kinds = frozenset(rule.kind(head) for head in heads if head.queue == queue)
            called = lanes[queue, choice.leg.visitor_class].pop(0)
            assert called.id == choice.leg.id
            calls.append(Call(called, at, kinds, rule.kind(called)))
            turns[queue] = choice.turn
        at += timedelta(minutes=every_min)
    return calls


def a_day(seed: int, people: int, over_min: float, shares: dict[str, float], queues: str = "a") -> list[Leg]:
    rng = random.Random(seed)
    minutes = sorted(rng.uniform(0, over_min) for _ in range(people))
    names, weights = list(shares), list(shares.values())
    return [
        arrives(entered, minute, rng.choice(queues), rng.choices(names, weights)[0])
        for entered, minute in enumerate(minutes)
    ]


SEEDS = range(5)


@pytest.mark.parametrize("seed", SEEDS)
def test_equal_weights_are_exactly_first_come_first_served_over_the_queues_of_a_tier(seed: int) -> None:
    classes = [PLAIN, VisitorClass("other", {}), VisitorClass("third", {})]
    arrivals = a_day(seed, 300, 200, dict.fromkeys(("plain", "other", "third"), 1.0), queues="abc")
    calls = play(arrivals, every_min=0.7, classes=classes, tiers=(Tier(("a", "b", "c")),))
    assert [call.leg.entered for call in calls] == [leg.entered for leg in arrivals]


@pytest.mark.parametrize(("ordinary", "favoured"), [(1.0, 1.5), (1.0, 3.0), (1.0, 10.0), (0.3, 3.0)])
def test_under_a_sustained_load_of_favoured_people_nobody_waits_beyond_a_bound(
    ordinary: float, favoured: float
) -> None:
    """Favoured people alone come as fast as the window calls, without end; ordinary people come between.

    Each ordinary call lets the line of favoured people grow by one. So before the i-th ordinary visitor is
    called its first one has waited no more than i minutes, and scores no more than ``i x weight + head
    start``; the ordinary visitor goes as soon as his or her own minutes score more.
    """
    head_start = 30.0
    classes = [
        VisitorClass("plain", {}, weight=ordinary),
        VisitorClass("favoured", {}, weight=favoured, head_start_min=head_start),
    ]
    crowd = [arrives(number, float(number), "a", "favoured") for number in range(1500)]
    people = [arrives(2000 + at, at * 20.5, "a", "plain") for at in range(1, 20)]
    mixing = Mixing(favoured=frozenset({"favoured"}))
    calls = play([*crowd, *people], every_min=1.0, classes=classes, mixing=mixing)
    waits = [call.waited / timedelta(minutes=1) for call in calls if call.kind is Kind.ORDINARY]
    assert len(waits) == len(people)
    assert waits[0] >= head_start, "the load must keep them waiting"
    for place, waited in enumerate(waits, start=1):
        assert waited <= ((place + 1) * favoured + head_start) / ordinary + 2


def test_a_favoured_visitor_waits_less_than_an_ordinary_one_of_the_same_minute() -> None:
    arrivals = a_day(1, 400, 300, {"plain": 0.8, "favoured": 0.2})
    calls = play(arrivals, every_min=0.8, classes=[PLAIN, FAVOURED])
    mean = {
        name: sum((call.waited for call in calls if call.leg.visitor_class == name), timedelta())
        / sum(call.leg.visitor_class == name for call in calls)
        for name in ("plain", "favoured")
    }
    assert mean["favoured"] < mean["plain"] / 2


@pytest.mark.parametrize("cap", [2, 3, 5])
@pytest.mark.parametrize("seed", SEEDS)
def test_the_cap_holds_in_every_run_of_calls_while_ordinary_people_wait(seed: int, cap: int) -> None:
    arrivals = a_day(seed, 400, 300, {"plain": 0.5, "favoured": 0.5})
    mixing = Mixing(favoured=frozenset({"favoured"}), caps={"a": cap})
    calls = play(arrivals, every_min=1.0, classes=[PLAIN, FAVOURED], mixing=mixing)
    runs = [calls[at : at + cap] for at in range(len(calls) - cap + 1)]
    both = [run for run in runs if all(Kind.ORDINARY in call.waiting for call in run)]
    assert len(both) > 50, "the day must try the rule"
    assert max(sum(call.kind is Kind.FAVOURED for call in run) for run in both) == 1


def test_without_a_cap_favoured_people_follow_one_another() -> None:
    """The day above would break the rule if nothing held it."""
    arrivals = a_day(0, 400, 300, {"plain": 0.5, "favoured": 0.5})
    mixing = Mixing(favoured=frozenset({"favoured"}))
    calls = play(arrivals, every_min=1.0, classes=[PLAIN, FAVOURED], mixing=mixing)
    assert any(
        one.kind is other.kind is Kind.FAVOURED and Kind.ORDINARY in one.waiting & other.waiting
        for one, other in pairwise(calls)
    )


def test_the_cap_keeps_nobody_waiting_when_no_ordinary_person_does() -> None:
    arrivals = [arrives(number, 0.0, "a", "favoured") for number in range(20)]
    mixing = Mixing(favoured=frozenset({"favoured"}), caps={"a": 4})
    calls = play(arrivals, every_min=1.0, classes=[PLAIN, FAVOURED], mixing=mixing)
    assert [call.leg.entered for call in calls] == list(range(20))
    assert calls[-1].at - calls[0].at == timedelta(minutes=19), "no call was left out"


@pytest.mark.parametrize("ratio", [(1, 1), (1, 2), (2, 1), (3, 2)])
@pytest.mark.parametrize("seed", SEEDS)
def test_bookings_are_mixed_at_the_ratio_while_both_wait(seed: int, ratio: tuple[int, int]) -> None:
    arrivals = a_day(seed, 400, 200, {"plain": 0.5, "booked": 0.5})
    mixing = Mixing(booked="booked", ratio=ratio)
    calls = play(arrivals, every_min=1.0, classes=[PLAIN, BOOKED], mixing=mixing, begin_min=60)
    both = [call for call in calls if call.waiting == {Kind.ORDINARY, Kind.BOOKED}]
    rounds = [both[at : at + sum(ratio)] for at in range(0, len(both) - sum(ratio) + 1, sum(ratio))]
    assert len(rounds) > 20, "the day must try the rule"
    assert {sum(call.kind is Kind.BOOKED for call in each) for each in rounds} == {ratio[0]}


def test_inside_one_class_nobody_overtakes() -> None:
    arrivals = a_day(3, 500, 300, {"plain": 0.6, "favoured": 0.2, "booked": 0.2})
    mixing = Mixing(frozenset({"favoured"}), "booked", (1, 1), {"a": 3})
    calls = play(arrivals, every_min=0.7, classes=[PLAIN, FAVOURED, BOOKED], mixing=mixing)
    for name in ("plain", "favoured", "booked"):
        entered = [call.leg.entered for call in calls if call.leg.visitor_class == name]
        assert entered == sorted(entered)
