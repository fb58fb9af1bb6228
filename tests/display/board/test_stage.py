from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from core.domain.floor import CallView
from display.board.stage import FLASH, MOST_WAITING, STEP, TURN, Stage, is_lit, next_step
from tests.display.held import MORNING


def call(number: str, seq: int = 1, at: datetime = MORNING, calls: int = 1) -> CallView:
    return CallView(f"{number}.1", number, "food", "business", 3, calls, at, seq)


def after(seconds: float) -> datetime:
    return MORNING + timedelta(seconds=seconds)


def on(stage: Stage) -> str | None:
    return stage.on.number if stage.on else None


def test_the_first_call_comes_on_at_once() -> None:
    stage = Stage().called(call("C001"), MORNING)
    assert on(stage) == "C001"
    assert stage.on_flashes(after(9.9))
    assert not stage.on_flashes(after(10))


def test_a_call_keeps_the_stage_for_its_turn() -> None:
    stage = Stage().called(call("C001"), MORNING).called(call("C002"), after(1))
    assert on(stage.settled(after(3.9))) == "C001"
    assert on(stage.settled(after(4))) == "C002"


def test_who_had_the_turn_gives_way_at_once() -> None:
    stage = Stage().called(call("C001"), MORNING).called(call("C002"), after(4.5))
    assert on(stage) == "C002"


@pytest.mark.parametrize("calls", [MOST_WAITING + 1, 3 * MOST_WAITING])
def test_nobody_of_a_rush_is_skipped_unless_the_large_field_would_be_late(calls: int) -> None:
    stage = Stage()
    numbers = [f"C{at:03d}" for at in range(1, calls + 1)]
    for number in numbers:
        stage = stage.called(call(number), MORNING)
    seen, now = [on(stage)], MORNING
    while (moment := stage.changes_at(now)) is not None:
        now = moment
        stage = stage.settled(now)
        if on(stage) != seen[-1]:
            seen.append(on(stage))
    assert seen == [numbers[0], *numbers[1:][-MOST_WAITING:]]


def test_turns_are_shorter_in_a_rush_and_never_below_a_second() -> None:
    stage = Stage().called(call("C000"), MORNING)
    for at in range(MOST_WAITING):
        stage = stage.called(call(f"C{at + 1:03d}"), MORNING)
    assert on(stage.settled(after(0.9))) == "C000"
    assert on(stage.settled(after(1))) == "C001"


def test_a_recall_of_the_one_on_stage_flashes_anew() -> None:
    stage = Stage().called(call("C001"), MORNING).called(call("C001", calls=2), after(20))
    assert on(stage) == "C001"
    assert stage.on_flashes(after(29))
    assert not stage.queue


def test_a_recall_of_one_that_waits_keeps_its_place() -> None:
    stage = Stage()
    for number in ("C001", "C002", "C003"):
        stage = stage.called(call(number), MORNING)
    stage = stage.called(call("C002", calls=2), after(1))
    assert [each.number for each in stage.queue] == ["C002", "C003"]
    assert stage.queue[0].calls == 2


def test_a_recall_of_the_one_on_stage_waits_behind_the_others() -> None:
    stage = Stage().called(call("C001"), MORNING).called(call("C002"), after(1))
    stage = stage.called(call("C001", calls=2), after(2))
    assert on(stage) == "C001"
    assert [each.number for each in stage.queue] == ["C002", "C001"]


def test_who_is_taken_back_leaves_stage_and_queue() -> None:
    stage = Stage().called(call("C001"), MORNING).called(call("C002"), after(1))
    assert on(stage.withdrawn("C001.1", after(2))) == "C002"
    gone = stage.withdrawn("C002.1", after(2))
    assert on(gone) == "C001"
    assert gone.queue == ()
    assert gone.flashing() == {"C001.1"}


def test_after_an_absence_only_fresh_calls_get_a_turn() -> None:
    listed = [
        call("C004", 14, after(-1)),
        call("C003", 13, after(-3)),
        call("C002", 12, after(-60)),
        call("C001", 11, after(-90)),
    ]
    stage = Stage().resumed(listed, seen=11, now=MORNING)
    assert on(stage) == "C003"
    assert [each.number for each in stage.queue] == ["C004"]
    assert stage.flashing() == {"C003.1", "C004.1"}
    assert stage.settled(after(7)).flashing() == {"C004.1"}


def test_calls_seen_before_the_absence_are_not_played_again() -> None:
    listed = [call("C002", 12, after(-2)), call("C001", 11, after(-4))]
    stage = Stage().resumed(listed, seen=12, now=MORNING)
    assert stage == Stage()


def test_the_one_on_stage_stays_through_a_short_absence() -> None:
    first = call("C001", 11)
    stage = Stage().called(first, MORNING).resumed([first], seen=11, now=after(3))
    assert on(stage) == "C001"
    assert stage.on_flashes(after(9))


def test_the_one_on_stage_gives_way_to_a_newer_call_that_was_missed() -> None:
    first = call("C001", 11)
    listed = [call("C002", 12, after(30)), first]
    assert on(Stage().called(first, MORNING).resumed(listed, seen=11, now=after(300))) is None


def test_light_and_dark_change_at_two_a_second() -> None:
    changes, now = 0, MORNING
    lit = is_lit(now)
    while (now := next_step(now)) <= after(10):
        changes += is_lit(now) != lit
        lit = is_lit(now)
    assert changes == 40


@pytest.mark.parametrize("offset_ms", [0, 1, 124, 249, 250, 251, 999])
def test_the_next_step_is_always_ahead(offset_ms: int) -> None:
    now = MORNING + timedelta(milliseconds=offset_ms)
    assert timedelta() < next_step(now) - now <= STEP


def test_a_call_flashes_longer_than_its_turn() -> None:
    assert timedelta(seconds=10) <= FLASH
    assert TURN < FLASH
