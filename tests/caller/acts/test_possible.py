"""Each act of the second level: when it can be done, and why not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from caller.acts.possible import KEYS, Act, Situation, Why, opens, why_not
from caller.moves import Move
from core.domain.ticket import LegState
from core.domain.window import WindowStatus

FREE = Situation(last=Move.PASS, undo_left_s=30, served=True, papers=2)
CALLED = replace(FREE, state=LegState.CALLED, number="C007")
SERVED = replace(FREE, state=LegState.SERVING, number="C007")

OF_A_VISITOR = (Act.OUTCOME, Act.NO_PAPERS, Act.PAPERS_LEFT, Act.STEP, Act.TRANSFER, Act.TOLD)

TABLE = [
    *((act, FREE, Why.NOBODY_HERE) for act in OF_A_VISITOR),
    *((act, CALLED, None) for act in OF_A_VISITOR),
    *((act, SERVED, None) for act in OF_A_VISITOR),
    (Act.PASS, FREE, Why.NOBODY_HERE),
    (Act.PASS, CALLED, None),
    (Act.PASS, SERVED, Why.BEING_SERVED),
    (Act.PASS, replace(CALLED, pass_in_s=7), Why.TOO_SOON),
    (Act.SUSPENDED, FREE, None),
    (Act.SUSPENDED, CALLED, Why.SOMEBODY_HERE),
    (Act.SUSPENDED, replace(FREE, status=WindowStatus.PAUSED), Why.NOT_OPEN),
    (Act.PICK, FREE, None),
    (Act.PICK, SERVED, None),
    (Act.PICK, replace(FREE, call_reasons=0), Why.NO_REASONS),
    (Act.PICK, replace(FREE, resting=True), Why.JUST_CALLED),
    (Act.PICK, replace(FREE, status=WindowStatus.CLOSED), Why.NOT_OPEN),
    (Act.WALK_IN, FREE, None),
    (Act.WALK_IN, SERVED, None),
    (Act.WALK_IN, replace(FREE, resting=True), Why.JUST_CALLED),
    (Act.WALK_IN, replace(FREE, status=WindowStatus.PAUSED), Why.NOT_OPEN),
    (Act.UNDO, FREE, None),
    (Act.UNDO, replace(FREE, last=None), Why.NOTHING_DONE),
    (Act.UNDO, replace(FREE, undo_left_s=0), Why.TOO_LATE),
    (Act.UNDO, CALLED, Why.SOMEBODY_HERE),
    (Act.UNDO, replace(FREE, status=WindowStatus.PAUSED), None),
    (Act.TOLD, replace(CALLED, papers=0), Why.NO_LIST),
    (Act.RATING, FREE, None),
    (Act.RESULT, FREE, None),
    (Act.RESULT, replace(CALLED, status=WindowStatus.PAUSED), None),
    (Act.RATING, replace(FREE, served=False), Why.NOT_SERVED),
    (Act.RATING, replace(CALLED, served=False), Why.NOT_SERVED),
    (Act.RATING, replace(SERVED, served=False), None),
]


@pytest.mark.parametrize(("act", "situation", "why"), TABLE)
def test_what_can_be_done(act: Act, situation: Situation, why: Why | None) -> None:
    assert why_not(act, situation) is why


@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize(
    ("situation", "why"),
    [
        (replace(CALLED, live=False, degraded=True), Why.OFFLINE),
        (replace(CALLED, degraded=True, busy=True), Why.DEGRADED),
        (replace(CALLED, taken=True, busy=True), Why.TAKEN),
        (replace(CALLED, busy=True), Why.BUSY),
    ],
)
def test_nothing_is_done_without_a_line_or_while_another_is_under_way(
    act: Act, situation: Situation, why: Why
) -> None:
    assert why_not(act, situation) is why
    assert not opens(act, situation)


def test_lists_can_be_looked_at_while_nothing_of_them_can_be_done() -> None:
    assert opens(Act.SUSPENDED, CALLED)
    assert opens(Act.PICK, replace(FREE, resting=True))
    assert not opens(Act.PICK, replace(FREE, call_reasons=0))
    assert not opens(Act.UNDO, CALLED)


def test_every_act_is_in_the_table_and_has_a_key_of_its_own() -> None:
    assert {act for act, _, _ in TABLE} == set(Act)
    assert len(set(KEYS.values())) == len(Act)
