"""The list of calls in a rush: nobody is left out, nobody overtakes, everybody is there long enough."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from core.domain.floor import CallView
from display.board.roll import CALM, LEAST_SHOWN, SHOWN, Roll
from tests.display.held import MORNING, Held
from tests.support.halls import lhasa_like


def call(number: str, seq: int = 1, calls: int = 1) -> CallView:
    return CallView(f"{number}.1", number, "food", "business", 3, calls, MORNING, seq)


def after(seconds: float) -> datetime:
    return MORNING + timedelta(seconds=seconds)


def numbers(roll: Roll) -> list[str]:
    return [each.call.number for each in roll.rows]


def full(room: int = 3, most: int = 5) -> Roll:
    roll = Roll(room, most)
    for at in range(room):
        roll = roll.called(call(f"C{at:03d}", at), MORNING)
    return roll


def test_a_call_comes_on_top_at_once_while_there_is_room() -> None:
    assert numbers(full()) == ["C002", "C001", "C000"]


def test_where_one_would_go_before_its_time_the_rows_grow_denser_and_the_newest_is_not_late() -> None:
    calm = full().called(call("C003", 3), after(10))
    assert (numbers(calm), calm.dense) == (["C003", "C002", "C001"], False)
    rush = full().called(call("C003", 3), after(9))
    assert (numbers(rush), rush.dense) == (["C003", "C002", "C001", "C000"], True)


def test_after_a_rush_the_rows_are_the_usual_ones_again() -> None:
    rush = full().called(call("C003", 3), after(1))
    ends = after(0) + SHOWN + CALM
    assert rush.changes_at() == ends
    assert rush.settled(ends - timedelta(seconds=1)).dense
    calm = rush.settled(ends)
    assert (calm.dense, numbers(calm), calm.changes_at()) == (False, ["C003", "C002", "C001"], None)


def test_only_where_all_rows_are_young_a_call_waits() -> None:
    roll = full()
    for at in range(3, 7):
        roll = roll.called(call(f"C{at:03d}", at), after(1))
    assert numbers(roll) == ["C004", "C003", "C002", "C001", "C000"]
    assert [each.number for each in roll.waiting] == ["C005", "C006"]
    assert roll.changes_at() == after(0) + LEAST_SHOWN
    assert numbers(roll.settled(after(4)))[0] == "C006"


def test_a_recall_moves_its_own_row_up_and_keeps_it_longer() -> None:
    roll = full().called(call("C000", 9, calls=2), after(8))
    assert numbers(roll) == ["C000", "C002", "C001"]
    for at in range(3, 5):
        roll = roll.called(call(f"C{at:03d}", at), after(11))
    assert numbers(roll) == ["C004", "C003", "C000"]
    assert numbers(roll.called(call("C005", 12), after(17))) == ["C005", "C004", "C003", "C000"]


def test_a_recall_of_one_that_waits_keeps_its_place() -> None:
    roll = full(most=3).called(call("C003", 3), after(1)).called(call("C004", 4), after(1))
    roll = roll.called(call("C003", 5, calls=2), after(2))
    assert [(each.number, each.calls) for each in roll.waiting] == [("C003", 2), ("C004", 1)]


def test_who_is_taken_back_is_neither_shown_nor_waited_for() -> None:
    roll = full(most=3).called(call("C003", 3), after(1)).called(call("C004", 4), after(1))
    assert [each.number for each in roll.withdrawn("C003.1", after(2)).waiting] == ["C004"]
    assert numbers(roll.withdrawn("C001.1", after(2))) == ["C003", "C002", "C000"]


def test_after_an_absence_the_floor_counts_and_who_waited_goes_on() -> None:
    roll = full(most=3).called(call("C003", 3), after(1))
    listed = [call("C005", 5), call("C003", 3), call("C002", 2), call("C001", 1)]
    resumed = roll.resumed(listed, after(3), after(-5))
    assert numbers(resumed) == ["C005", "C002", "C001"]
    assert [each.number for each in resumed.waiting] == ["C003"]


@pytest.mark.parametrize("zone", ["business", "social", None])
def test_of_a_burst_of_five_hundred_calls_every_one_is_seen(zone: str | None, qapp: object) -> None:
    """Over three zones, ten a second: each board shows every call of its own, in order, long enough.

    A zone's board is never late; the whole hall's, with ten a second, is.
    """
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
        assert zone is None or not held.board.waiting_for_a_row
    while held.board.waiting_for_a_row:
        held.clock.advance(0.25)
        look()
    held.clock.advance(12)
    look()
    assert list(seen) == called
    shown = [last - first for first, last in seen.values()]
    assert min(shown) >= LEAST_SHOWN - timedelta(seconds=0.5), "it is looked at four times a second"


def test_eighty_five_calls_a_minute_are_each_there_for_ten_seconds_and_the_newest_is_on_top(
    qapp: object,
) -> None:
    held = Held(lhasa_like(), "business")
    held.link.connect_to(held.hall)
    first: dict[str, datetime] = {}
    last: dict[str, datetime] = {}
    grew = set()
    for at in range(600):
        if at % 7 == 0 and at < 490:
            held.day.call(f"C{at:03d}", 2 + at // 7 % 4)
            assert held.props.rows[0].number == f"C{at:03d}"
        for row in held.props.rows:
            first.setdefault(row.number, held.clock.now())
            last[row.number] = held.clock.now()
        grew.add((held.props.plan.lines * held.props.plan.across, held.props.plan.names))
        held.clock.advance(0.1)
    assert len(first) == 70
    assert min(last[each] - first[each] for each in first) >= SHOWN - timedelta(seconds=0.2)
    assert len(grew) == 2, "it grows denser once and stays so"


def test_places_of_a_board_stay_when_its_list_grows_denser(qapp: object) -> None:
    held = Held(lhasa_like(), "business")
    held.link.connect_to(held.hall)
    told: list[str] = []
    held.board.placesChanged.connect(lambda: told.append("places"))
    held.board.planChanged.connect(lambda: told.append("plan"))
    for at in range(held.props.plan.room + 1):
        held.day.call(f"C{at:03d}", 2)
    assert told == ["plan"]
    assert len(held.props.rows) == held.props.plan.room + 1


def test_another_number_of_rows_loses_nobody_who_waits() -> None:
    roll = full(most=3).called(call("C003", 3), after(1))
    assert numbers(roll.roomy(5, 5, after(1))) == ["C003", "C002", "C001", "C000"]
    assert replace(roll.roomy(2, 2, after(1)), rows=()).waiting == roll.waiting
