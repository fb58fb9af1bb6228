"""Every move of a leg from every state: where it leads, or which refusal it meets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from core.domain.errors import (
    HallError,
    TicketEnded,
    TicketNotAtWindow,
    TicketNotCalled,
    TicketNotPassed,
    TicketNotWaiting,
)
from core.domain.leg import Leg
from core.domain.ticket import LegState
from tests.support.clock import MORNING

W, C, S, D, P, V = LegState
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
    "voided": lambda leg: leg.voided(LATER),
}

LEADS_TO: dict[str, tuple[dict[LegState, LegState], type[HallError]]] = {
    "called_to": ({W: C}, TicketNotWaiting),
    "recalled": ({C: C, S: S}, TicketNotAtWindow),
    "started": ({C: S}, TicketNotCalled),
    "finished": ({C: D, S: D}, TicketNotAtWindow),
    "passed": ({C: P}, TicketNotCalled),
    "restored": ({P: W}, TicketNotPassed),
    "put_back": ({C: W}, TicketNotCalled),
    "voided": ({W: V, C: V, P: V}, TicketEnded),
}


def leg() -> Leg:
    return Leg("t1.1", "t1", "A001", "insurance", "ordinary", since=MORNING, entered=7)


def called() -> Leg:
    return leg().called_to(3, MORNING + timedelta(minutes=1), 20)


def in_state(state: LegState) -> Leg:
    at = MORNING + timedelta(minutes=2)
    made: dict[LegState, Callable[[], Leg]] = {
        W: leg,
        C: called,
        S: lambda: called().started(at),
        D: lambda: called().finished(at),
        P: lambda: called().passed(at),
        V: lambda: leg().voided(at),
    }
    return made[state]()


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


def test_a_call_notes_window_time_and_event() -> None:
    found = called()
    assert (found.window, found.calls, found.call_seq) == (3, 1, 20)
    assert found.called_at == found.call_at == MORNING + timedelta(minutes=1)


def test_a_recall_counts_and_moves_the_call_but_no_clock() -> None:
    served = in_state(S)
    again = served.recalled(LATER, 90)
    assert (again.calls, again.call_at, again.call_seq) == (2, LATER, 90)
    assert (again.called_at, again.started_at, again.window) == (served.called_at, served.started_at, 3)


def test_who_was_never_started_is_served_since_the_call() -> None:
    assert in_state(D).started_at == called().called_at
    assert in_state(S).finished(LATER).started_at == MORNING + timedelta(minutes=2)
    assert in_state(S).finished(LATER).ended_at == LATER


def test_a_restored_visitor_joins_the_end_and_one_put_back_the_old_place() -> None:
    restored, back = in_state(P).restored(LATER, 90), called().put_back()
    assert (restored.since, restored.entered) == (LATER, 90)
    assert (back.since, back.entered) == (MORNING, 7)
    for waiting in (restored, back):
        nothing = (waiting.window, waiting.called_at, waiting.ended_at, waiting.call_at, waiting.call_seq)
        assert nothing == (None,) * 5
        assert waiting.calls == 0


def test_a_void_ticket_is_on_no_board_and_keeps_its_window_for_the_record() -> None:
    void = called().voided(LATER)
    assert (void.window, void.call_at, void.call_seq, void.ended_at) == (3, None, None, LATER)
