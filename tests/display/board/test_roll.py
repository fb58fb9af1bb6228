"""The list of calls in a rush: nobody is left out, nobody overtakes, everybody is there long enough."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from core.domain.floor import CallView
from display.board.roll import LEAST_SHOWN, LONGEST_WAIT, SHOWN, Roll, shown_for
from tests.display.held import MORNING, Held
from tests.support.halls import lhasa_like


def call(number: str, seq: int = 1, calls: int = 1) -> CallView:
    return CallView(f"{number}.1", number, "food", "business", 3, calls, MORNING, seq)


def after(seconds: float) -> datetime:
    return MORNING + timedelta(seconds=seconds)


def numbers(roll: Roll) -> list[str]:
    return [each.call.number for each in roll.rows]


def full(room: int = 3) -> Roll:
    roll = Roll(room)
    for at in range(room):
        roll = roll.called(call(f"C{at:03d}", at), MORNING)
    return roll


def test_a_call_comes_on_top_at_once_while_there_is_room() -> None:
    assert numbers(full()) == ["C002", "C001", "C000"]


def test_no_row_goes_before_its_time() -> None:
    roll = full().called(call("C003", 3), after(1))
    assert numbers(roll.settled(after(9.9))) == ["C002", "C001", "C000"]
    assert roll.changes_at() == after(10)
    assert numbers(roll.settled(after(10))) == ["C003", "C002", "C001"]


def test_a_recall_moves_its_own_row_up_and_keeps_it_longer() -> None:
    roll = full().called(call("C000", 9, calls=2), after(8))
    assert numbers(roll) == ["C000", "C002", "C001"]
    roll = roll.called(call("C003", 10), after(8)).called(call("C004", 11), after(8)).settled(after(10))
    assert numbers(roll) == ["C004", "C003", "C000"]
    roll = roll.called(call("C005", 12), after(17))
    assert numbers(roll) == ["C004", "C003", "C000"]


def test_a_recall_of_one_that_waits_keeps_its_place() -> None:
    roll = full().called(call("C003", 3), after(1)).called(call("C004", 4), after(1))
    roll = roll.called(call("C003", 5, calls=2), after(2))
    assert [(each.number, each.calls) for each in roll.waiting] == [("C003", 2), ("C004", 1)]


def test_who_is_taken_back_is_neither_shown_nor_waited_for() -> None:
    roll = full().called(call("C003", 3), after(1)).called(call("C004", 4), after(1))
    assert [each.number for each in roll.withdrawn("C003.1", after(2)).waiting] == ["C004"]
    assert numbers(roll.withdrawn("C001.1", after(2))) == ["C003", "C002", "C000"]


def test_after_an_absence_the_floor_counts_and_who_waited_goes_on() -> None:
    roll = full().called(call("C003", 3), after(1))
    listed = [call("C005", 5), call("C003", 3), call("C002", 2), call("C001", 1)]
    resumed = roll.resumed(listed, after(5), after(-5))
    assert numbers(resumed) == ["C005", "C002", "C001"]
    assert [each.number for each in resumed.waiting] == ["C003"]


@pytest.mark.parametrize(
    ("waiting", "shown_s"), [(1, 10), (14, 10), (20, 7), (35, 4), (500, 4)], ids=lambda value: str(value)
)
def test_in_a_rush_rows_are_shown_for_a_shorter_time(waiting: int, shown_s: float) -> None:
    assert shown_for(waiting, 7) == timedelta(seconds=shown_s)
    assert LEAST_SHOWN <= shown_for(waiting, 7) <= SHOWN < LONGEST_WAIT


@pytest.mark.parametrize("zone", ["business", "social", None])
def test_of_a_burst_of_five_hundred_calls_every_one_is_seen(zone: str | None, qapp: object) -> None:
    """Over three zones, ten a second: each board shows every call of its own, in order, long enough."""
    hall = lhasa_like()
    zones = [each.id for each in hall.zones]
    windows = [each.number for each in hall.windows]
    held = Held(hall, zone)
    held.link.connect_to(hall)
    seen: dict[str, tuple[datetime, datetime]] = {}

    def look() -> None:
        now = held.clock.now()
        for row in reversed(held.props.rows):
            seen[row.number] = (seen.get(row.number, (now, now))[0], now)

    called = []
    for at in range(500):
        place = zones[at % len(zones)]
        number = f"C{at:04d}"
        held.day.call(number, windows[at % len(windows)], zone=place, queue="food")
        held.day.start(number)
        if zone in (None, place):
            called.append(number)
        held.clock.advance(0.1)
        look()
    while held.board.waiting_for_a_row:
        held.clock.advance(0.25)
        look()
    held.clock.advance(12)
    look()
    assert list(seen) == called
    shown = [last - first for first, last in seen.values()]
    assert min(shown) >= LEAST_SHOWN - timedelta(seconds=0.5), "it is looked at four times a second"


def test_a_usual_rush_takes_nobodys_ten_seconds(qapp: object) -> None:
    held = Held(lhasa_like(), "business")
    held.link.connect_to(held.hall)
    first: dict[str, datetime] = {}
    last: dict[str, datetime] = {}
    for at in range(400):
        if at % 8 == 0 and at < 120:
            held.day.call(f"C{at:03d}", 2 + at % 4)
        held.clock.advance(0.25)
        for row in reversed(held.props.rows):
            first.setdefault(row.number, held.clock.now())
            last[row.number] = held.clock.now()
    assert len(first) == 15
    assert min(last[each] - first[each] for each in first) >= SHOWN - timedelta(seconds=0.5)


def test_another_number_of_rows_loses_nobody_who_waits() -> None:
    roll = full().called(call("C003", 3), after(1))
    assert numbers(roll.roomy(5, after(1))) == ["C003", "C002", "C001", "C000"]
    assert replace(roll.roomy(2, after(1)), rows=()).waiting == roll.waiting
