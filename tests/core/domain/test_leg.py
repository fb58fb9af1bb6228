"""Every move of a leg from every state: where it leads, or which refusal it meets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from core.domain.errors import (
    HallError,
    PassTooSoon,
    RecallsUsedUp,
    RecallTooSoon,
    TicketElsewhere,
    TicketEnded,
    TicketNotAtWindow,
    TicketNotCalled,
    TicketNotOpen,
    TicketNotPassed,
    TicketNotPlanned,
    TicketNotSuspended,
    TicketNotWaiting,
)
from core.domain.leg import BY_ARRIVAL, FIRST, Leg
from core.domain.rules import Rules
from core.domain.ticket import LegState, Suspension
from tests.support.clock import MORNING

N, W, C, S, U, D, T, P, V = LegState
LATER = MORNING + timedelta(minutes=9)

Move = Callable[[Leg], Leg]

MOVES: dict[str, Move] = {
    "called_to": lambda leg: leg.called_to(3, LATER, 90),
    "recalled": lambda leg: leg.recalled(LATER, 90),
    "started": lambda leg: leg.started(LATER),
    "finished": lambda leg: leg.finished(LATER),
    "passed": lambda leg: leg.passed(LATER),
    "restored": lambda leg: leg.restored(LATER, 90),
    "put_back": lambda leg: leg.put_back(),
    "suspended": lambda leg: leg.suspended(Suspension.STEP, LATER),
    "resumed": lambda leg: leg.resumed(3, LATER),
    "rejoined": lambda leg: leg.rejoined(90),
    "transferred": lambda leg: leg.transferred(LATER),
    "opened": lambda leg: leg.opened(90),
    "replanned": lambda leg: leg.replanned(),
    "undone": lambda leg: leg.undone(called()),
    "voided": lambda leg: leg.voided(LATER),
    "with_held": lambda leg: leg.with_held(True),
    "with_class": lambda leg: leg.with_class("elderly"),
}

LEADS_TO: dict[str, tuple[dict[LegState, LegState], type[HallError]]] = {
    "called_to": ({W: C}, TicketNotWaiting),
    "recalled": ({C: C, S: S}, TicketNotAtWindow),
    "started": ({C: S}, TicketNotCalled),
    "finished": ({C: D, S: D}, TicketNotAtWindow),
    "passed": ({C: P}, TicketNotCalled),
    "restored": ({P: W}, TicketNotPassed),
    "put_back": ({C: W}, TicketNotCalled),
    "suspended": ({C: U, S: U}, TicketNotAtWindow),
    "resumed": ({U: S}, TicketNotSuspended),
    "rejoined": ({U: W}, TicketNotSuspended),
    "transferred": ({W: T, C: T, S: T, U: T, P: T}, TicketEnded),
    "opened": ({N: W}, TicketNotPlanned),
    "replanned": ({W: N}, TicketNotWaiting),
    "undone": ({D: C, P: C, T: C}, TicketNotOpen),
    "voided": ({N: V, W: V, C: V, P: V, U: V}, TicketEnded),
    "with_held": ({W: W}, TicketNotWaiting),
    "with_class": ({N: N, W: W, C: C, S: S, U: U, P: P}, TicketEnded),
}


def leg(**of: Any) -> Leg:
    return replace(
        Leg("t1.1", "t1", "A001", "insurance", "ordinary", since=MORNING, entered=7),
        **of,
    )


def called() -> Leg:
    return leg().called_to(3, MORNING + timedelta(minutes=1), 20, "0301")


def suspended(kind: Suspension = Suspension.STEP) -> Leg:
    return in_state(S).suspended(kind, MORNING + timedelta(minutes=5), reason="seal", wake_at=LATER)


def in_state(state: LegState) -> Leg:
    at = MORNING + timedelta(minutes=2)
    made: dict[LegState, Callable[[], Leg]] = {
        N: lambda: leg(state=N),
        W: leg,
        C: called,
        S: lambda: called().started(at),
        U: suspended,
        D: lambda: called().finished(at),
        T: lambda: called().transferred(at),
        P: lambda: called().passed(at),
        V: lambda: leg().voided(at),
    }
    return made[state]()


def test_every_state_is_made_for_the_table() -> None:
    assert [in_state(state).state for state in LegState] == list(LegState)


@pytest.mark.parametrize("before", LegState)
@pytest.mark.parametrize("move", MOVES)
def test_a_move_leads_to_one_state_or_is_refused(move: str, before: LegState) -> None:
    moved, (leads, refusal) = in_state(before), LEADS_TO[move]
    if before in leads:
        after = MOVES[move](moved)
        assert (after.state, after.version) == (leads[before], moved.version + 1)
        assert (after.id, after.ticket, after.number, after.queue) == ("t1.1", "t1", "A001", "insurance")
    else:
        with pytest.raises(refusal) as refused:
            MOVES[move](moved)
        assert type(refused.value) is refusal
        assert refused.value.params == {"number": "A001", "state": before.value, "window": moved.window}


@pytest.mark.parametrize("state", LegState)
def test_only_the_called_and_the_served_are_at_a_window(state: LegState) -> None:
    assert state.at_window == (state in (C, S))
    assert not state.at_window or in_state(state).window == 3


@pytest.mark.parametrize("state", LegState)
def test_nothing_more_happens_to_what_has_ended(state: LegState) -> None:
    onward = {move for move, (leads, _) in LEADS_TO.items() if state in leads}
    assert state.ended == (onward <= {"undone"})


def test_a_call_notes_window_clerk_time_and_event() -> None:
    found = called()
    assert (found.window, found.calls, found.call_seq, found.clerk) == (3, 1, 20, "0301")
    assert found.called_at == found.call_at == MORNING + timedelta(minutes=1)


@pytest.mark.parametrize(
    ("of", "window", "now", "may"),
    [
        ({}, 3, MORNING, True),
        ({"state": N}, 3, MORNING, False),
        ({"held": True}, 3, MORNING, False),
        ({"pin": 3}, 3, MORNING, True),
        ({"pin": 3}, 4, MORNING, False),
        ({"ready_at": LATER}, 3, LATER - timedelta(microseconds=1), False),
        ({"ready_at": LATER}, 3, LATER, True),
    ],
)
def test_a_leg_says_which_window_may_call_it_when(
    of: dict[str, Any], window: int, now: datetime, may: bool
) -> None:
    assert leg(**of).callable_by(window, now) is may


@pytest.mark.parametrize("of", [{"held": True}, {"pin": 4}])
def test_a_window_cannot_call_who_is_or_waits_elsewhere(of: dict[str, Any]) -> None:
    with pytest.raises(TicketElsewhere) as refused:
        leg(**of).called_to(3, LATER, 90)
    assert refused.value.params == {"number": "A001", "window": of.get("pin")}


def test_a_call_ends_the_delay_and_keeps_the_place() -> None:
    found = leg(ready_at=LATER, rank=FIRST, pin=3).called_to(3, LATER, 90)
    assert (found.ready_at, found.rank, found.pin) == (None, FIRST, 3)


def test_a_recall_counts_and_moves_the_call_but_no_clock() -> None:
    served = in_state(S)
    again = served.recalled(LATER, 90)
    assert (again.calls, again.call_at, again.call_seq) == (2, LATER, 90)
    assert (again.called_at, again.started_at, again.window) == (served.called_at, served.started_at, 3)


@pytest.mark.parametrize(
    ("rules", "calls", "after_s", "refusal"),
    [
        pytest.param(Rules(), 9, 0, None, id="no limit, no gap"),
        pytest.param(Rules(recall_most=2), 1, 0, None, id="the first of two recalls"),
        pytest.param(Rules(recall_most=2), 2, 0, None, id="the second of two"),
        pytest.param(Rules(recall_most=2), 3, 0, RecallsUsedUp, id="no third"),
        pytest.param(Rules(recall_gap_s=20), 1, 19.999, RecallTooSoon, id="a moment too soon"),
        pytest.param(Rules(recall_gap_s=20), 1, 20, None, id="just late enough"),
        pytest.param(Rules(recall_most=1, recall_gap_s=20), 2, 0, RecallsUsedUp, id="waiting would not help"),
    ],
)
def test_recalls_have_a_limit_and_a_gap(
    rules: Rules, calls: int, after_s: float, refusal: type[HallError] | None
) -> None:
    last = replace(called(), calls=calls)
    assert last.call_at is not None
    at = last.call_at + timedelta(seconds=after_s)
    if refusal is None:
        assert last.recalled(at, 90, rules).calls == calls + 1
    else:
        with pytest.raises(refusal):
            last.recalled(at, 90, rules)


@pytest.mark.parametrize(("after_s", "wait_s"), [(0, 30), (29.5, 1), (30, None), (31, None)])
def test_nobody_is_passed_who_may_be_on_the_way(after_s: float, wait_s: int | None) -> None:
    rules, again = Rules(pass_after_s=30), called().recalled(LATER, 90)
    at = LATER + timedelta(seconds=after_s)
    if wait_s is None:
        assert again.passed(at, "no_show", rules).reason == "no_show"
    else:
        with pytest.raises(PassTooSoon) as refused:
            again.passed(at, None, rules)
        assert refused.value.params == {"number": "A001", "wait_s": wait_s}


def test_who_was_never_started_is_served_since_the_call() -> None:
    assert in_state(D).started_at == called().called_at
    assert in_state(S).finished(LATER).started_at == MORNING + timedelta(minutes=2)
    assert in_state(S).finished(LATER, "any").ended_at == LATER
    assert in_state(S).finished(LATER, "any").outcome == "any"


def test_a_restored_visitor_joins_the_end_and_one_put_back_the_old_place() -> None:
    restored, back = in_state(P).restored(LATER, 90), called().put_back()
    assert (restored.since, restored.entered) == (LATER, 90)
    assert (back.since, back.entered) == (MORNING, 7)
    for waiting in (restored, back):
        nothing = (waiting.window, waiting.called_at, waiting.ended_at, waiting.call_at, waiting.call_seq)
        assert nothing == (None,) * 5
        assert (waiting.calls, waiting.clerk, waiting.reason) == (0, None, None)


def test_who_was_first_in_line_and_did_not_come_is_not_first_again() -> None:
    first = leg(rank=FIRST, pin=3).called_to(3, MORNING, 20)
    assert first.put_back().rank == FIRST
    restored = first.passed(LATER).restored(LATER, 90)
    assert (restored.rank, restored.pin) == (BY_ARRIVAL, 3)


@pytest.mark.parametrize(
    ("kind", "home"),
    [(Suspension.NO_PAPERS, None), (Suspension.PAPERS_LEFT, 3), (Suspension.STEP, 3)],
)
def test_who_is_suspended_goes_on_where_the_kind_says(kind: Suspension, home: int | None) -> None:
    away = suspended(kind)
    assert (away.suspension, away.window, away.reason, away.wake_at) == (kind, 3, "seal", LATER)
    assert (away.call_at, away.call_seq) == (None, None), "the boards drop the call"
    waits = away.rejoined(90)
    assert (waits.pin, waits.rank, waits.entered, waits.since) == (home, FIRST, 90, MORNING)
    assert (waits.window, waits.suspension, waits.wake_at, waits.reason) == (None,) * 4
    for window in (3, 4):
        if home in (None, window):
            assert away.resumed(window, LATER).window == window
        else:
            with pytest.raises(TicketElsewhere) as refused:
                away.resumed(window, LATER)
            assert refused.value.params == {"number": "A001", "window": 3}
            assert away.resumed(window, LATER, anywhere=True).window == window


def test_the_time_away_is_not_counted_as_service() -> None:
    on = suspended().resumed(3, LATER)
    assert on.started_at == LATER - timedelta(minutes=3), "two minutes after nine until five past"
    assert (on.ended_at, on.suspension, on.wake_at, on.reason) == (None,) * 4
    assert on.finished(LATER + timedelta(minutes=1)).started_at == LATER - timedelta(minutes=3)


def test_who_was_never_started_is_suspended_since_the_call() -> None:
    assert called().suspended(Suspension.STEP, LATER).started_at == called().called_at


def test_a_transferred_leg_is_on_no_board_and_says_why() -> None:
    gone = called().transferred(LATER, "wrong_queue")
    assert (gone.window, gone.call_at, gone.call_seq, gone.ended_at) == (3, None, None, LATER)
    assert gone.reason == "wrong_queue"


def test_a_step_that_has_come_waits_by_arrival_or_first_where_it_goes_back() -> None:
    planned = leg(state=N, step=2, back_to=1)
    assert (planned.opened(90).pin, planned.opened(90).rank, planned.opened(90).entered) == (
        None,
        BY_ARRIVAL,
        90,
    )
    back = planned.opened(90, pin=3, rank=FIRST)
    assert (back.pin, back.rank) == (3, FIRST)
    assert replace(back.replanned(), version=planned.version, entered=7) == planned
    fixed = leg(state=N, step=2, pin=5)
    assert replace(fixed.opened(90, pin=5, rank=FIRST).replanned(), version=1, entered=7) == fixed


@pytest.mark.parametrize("act", ["finished", "passed"])
def test_what_is_taken_back_is_as_it_was_before(act: str) -> None:
    before = replace(in_state(S) if act == "finished" else called(), several=True, step=2, steps=3)
    after = MOVES[act](before)
    assert replace(after.undone(before), version=before.version) == before
    assert after.undone(before).version == after.version + 1


def test_a_transfer_taken_back_does_not_bring_the_call_back_to_the_boards() -> None:
    back = called().transferred(LATER).undone(called())
    assert (back.state, back.window, back.call_at, back.call_seq) == (C, 3, None, None)


def test_a_void_ticket_is_on_no_board_and_keeps_its_window_for_the_record() -> None:
    void = called().voided(LATER, "left")
    assert (void.window, void.call_at, void.call_seq, void.ended_at) == (3, None, None, LATER)
    assert void.reason == "left"
    assert suspended().voided(LATER).wake_at is None, "nobody is woken who has gone"


@pytest.mark.parametrize(
    ("step", "back_to", "after", "expected"),
    [
        pytest.param(1, None, 2, (1, None), id="a step before stays"),
        pytest.param(2, None, 2, (2, None), id="one in parallel stays"),
        pytest.param(3, None, 2, (5, None), id="a later one is later"),
        pytest.param(5, 3, 2, (7, 5), id="and so is where it goes back to"),
        pytest.param(5, 1, 2, (7, 1), id="unless that was before"),
        pytest.param(4, 2, 2, (6, 4), id="who was to go back here goes back to the return"),
    ],
)
def test_a_visit_grows_by_a_way_and_a_way_back_and_shrinks_again(
    step: int, back_to: int | None, after: int, expected: tuple[int, int | None]
) -> None:
    before = leg(step=step, steps=5, back_to=back_to, several=True)
    grown = before.with_steps(after, 2)
    assert (grown.step, grown.back_to) == expected
    assert grown.steps == 7
    assert replace(grown.with_steps(after, -2), version=1) == before


@pytest.mark.parametrize(
    ("due_at", "ended_at", "now", "late"),
    [
        (None, None, LATER, False),
        (LATER, None, LATER, False),
        (LATER, None, LATER + timedelta(microseconds=1), True),
        (LATER, LATER, LATER + timedelta(days=1), False),
        (MORNING, LATER, MORNING, True),
    ],
)
def test_a_leg_knows_when_it_is_late(
    due_at: datetime | None, ended_at: datetime | None, now: datetime, late: bool
) -> None:
    assert leg(due_at=due_at, ended_at=ended_at).is_late(now) is late


@pytest.mark.parametrize(("id", "place"), [("t.1", 1), ("t.9", 9), ("t.10", 10), ("a.b.12", 12)])
def test_the_place_in_the_visit_is_a_number(id: str, place: int) -> None:
    assert leg(id=id).place == place
