"""Whom the hall rings up: dissatisfied ones first, then some of everybody, the same again for an audit."""

from __future__ import annotations

import hashlib
from collections import Counter
from datetime import timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from core.domain.callbacks import FinishedCase, drawn, visits_of
from tests.support.clock import MORNING


def case(at: int, queue: str = "a", level: int | None = None, ticket: str = "") -> FinishedCase:
    number = f"A{at:03d}"
    ended = MORNING + timedelta(minutes=at)
    return FinishedCase(ticket or f"t{at}", number, queue, None, 1, ended, level)


def draw(cases: list[FinishedCase], count: int = 12, seed: str = "s") -> list[FinishedCase]:
    return drawn(cases, count=count, seed=seed, group=lambda each: each.queue)


def test_the_dissatisfied_come_first() -> None:
    cases = [case(at, level=1 + at % 5) for at in range(40)]
    found = draw(cases, 20)
    assert [each.dissatisfied for each in found] == [True] * 16 + [False] * 4
    assert len(draw(cases, 10)) == 10
    assert all(each.dissatisfied for each in draw(cases, 10))


def test_the_others_are_of_every_department_in_turn() -> None:
    cases = [case(at, "big") for at in range(200)]
    cases += [case(200 + at, "middle") for at in range(20)] + [case(300, "small")]
    assert Counter(each.queue for each in draw(cases, 11)) == {"big": 5, "middle": 5, "small": 1}


def test_few_visits_are_all_drawn() -> None:
    cases = [case(at) for at in range(5)]
    assert sorted(each.number for each in draw(cases)) == [each.number for each in cases]
    assert draw([]) == []


def test_anybody_can_draw_again_with_nothing_but_the_seed() -> None:
    cases = [case(at) for at in range(30)]
    lots = sorted(cases, key=lambda each: hashlib.sha256(f"7:{each.ticket}".encode()).hexdigest())
    assert draw(cases, 12, "7") == lots[:12]
    assert draw(cases, 12, "8") != lots[:12]


@given(st.randoms(), st.lists(st.sampled_from("abc"), min_size=1, max_size=40), st.text(max_size=8))
def test_a_draw_is_the_same_whatever_order_the_day_is_read_in(
    order: Random, queues: list[str], seed: str
) -> None:
    cases = [case(at, queue, at % 6 or None) for at, queue in enumerate(queues)]
    first = draw(cases, 7, seed)
    order.shuffle(cases)
    assert draw(cases, 7, seed) == first
    assert len({each.ticket for each in first}) == len(first) == min(7, len(cases))


def test_a_visit_is_rung_up_once_with_its_worst_rating() -> None:
    legs = [case(1, level=5, ticket="t"), case(9, "b", ticket="t"), case(4, level=2, ticket="t"), case(5)]
    visit, other = visits_of(legs)
    assert (visit.queue, visit.ended_at, visit.level) == ("b", MORNING + timedelta(minutes=9), 2)
    assert other == case(5)
