"""Who waits, kept up by events, in the order in which the core would call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from caller.sight.line import Waiting, in_turn, line_after, listed
from core.domain.event import Event
from core.domain.hall import Hall, Tier
from core.domain.leg import FIRST
from core.domain.rules import Rules
from tests.support.day import Day
from tests.support.halls import lhasa_like

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
QUEUES = ("company", "food")


def hall_of(*tiers: Tier, cap: int = 0) -> Hall:
    """Return a hall whose window 3 has that profile."""
    hall = lhasa_like()
    windows = tuple(replace(each, tiers=tiers) if each.number == 3 else each for each in hall.windows)
    return replace(hall, windows=windows, rules=Rules(cap=cap))


def waits(number: str, minutes: float, queue: str = "company", **more: Any) -> Waiting:
    since = NOW - timedelta(minutes=minutes)
    known: dict[str, Any] = {"visitor_class": "ordinary", "ticket": number, "told": True, **more}
    return Waiting(id=f"{number}.1", number=number, queue=queue, since=since, **known)


def order(hall: Hall, *found: Waiting) -> list[str]:
    return [each.number for each in in_turn({each.id: each for each in found}, hall, 3, NOW)]


ALIKE = (Tier(("company", "food")),)
STRICT = (Tier(("company",)), Tier(("food",)))
HELPS = (Tier(("company",)), Tier(("food",), 20))


@pytest.mark.parametrize(
    ("tiers", "cap", "found", "wanted"),
    [
        pytest.param(ALIKE, 0, [waits("B1", 5), waits("C1", 9, "food")], ["C1", "B1"], id="arrival"),
        pytest.param(STRICT, 0, [waits("B1", 5), waits("C1", 9, "food")], ["B1", "C1"], id="tiers"),
        pytest.param(
            ALIKE,
            0,
            [waits("B1", 30), waits("B2", 11, visitor_class="elderly"), waits("B3", 9)],
            ["B2", "B1", "B3"],
            id="a class with a weight and a head start",
        ),
        pytest.param(
            ALIKE,
            3,
            [
                waits("B1", 9),
                waits("B2", 8, visitor_class="elderly"),
                waits("B3", 7, visitor_class="elderly"),
                waits("B4", 6),
            ],
            ["B2", "B1", "B4", "B3"],
            id="favour is bounded",
        ),
        pytest.param(
            ALIKE, 0, [waits("B1", 9), waits("B2", 1, rank=FIRST)], ["B2", "B1"], id="first in line"
        ),
        pytest.param(
            ALIKE, 0, [waits("B1", 9), waits("B2", 99, pin=4)], ["B1"], id="waits for another window"
        ),
        pytest.param(
            ALIKE, 0, [waits("B1", 9), waits("A1", 10, "insurance", pin=3)], ["A1", "B1"], id="for this one"
        ),
        pytest.param(
            ALIKE,
            0,
            [waits("B1", 99, ready_at=NOW + timedelta(minutes=1)), waits("B2", 1)],
            ["B2", "B1"],
            id="not called yet",
        ),
        pytest.param(
            HELPS, 0, [waits("C1", 19, "food"), waits("B1", 1)], ["B1", "C1"], id="not helped before its time"
        ),
    ],
)
def test_people_stand_as_the_core_would_call_them(
    tiers: Sequence[Tier], cap: int, found: Sequence[Waiting], wanted: list[str]
) -> None:
    assert order(hall_of(*tiers, cap=cap), *found) == wanted


def test_a_very_long_line_is_all_there_and_those_far_behind_stand_by_their_score() -> None:
    found = [waits(f"B{minutes:03}", minutes) for minutes in range(300)]
    assert order(hall_of(*ALIKE), *found) == [f"B{minutes:03}" for minutes in reversed(range(300))]


def test_events_keep_the_line_up() -> None:
    told: list[Event] = []
    day = Day(lhasa_like(), told.append, lambda: NOW)
    line = listed([])
    for number in ("B001", "B002", "A001"):
        day.take(number)
    day.call("B001", 4)
    for event in told:
        line = dict(line_after(line, event, QUEUES))
    assert [each.number for each in line.values()] == ["B002"]
    line = dict(line_after(line, day.put_back("B001"), QUEUES))
    assert {each.number for each in line.values()} == {"B001", "B002"}
    unmoved = line_after(line, day.open(3), QUEUES)
    assert unmoved is line
