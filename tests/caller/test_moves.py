"""Which moves are legal at a window as it stands."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from caller.moves import Move, legal_moves, path_of, taken_by
from core.domain.floor import AtWindow, WindowView
from core.domain.ticket import LegState
from core.domain.window import WindowStatus

AT = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
NOBODY, CALLED, SERVING = None, LegState.CALLED, LegState.SERVING
OPEN, PAUSED, CLOSED = WindowStatus.OPEN, WindowStatus.PAUSED, WindowStatus.CLOSED


@pytest.mark.parametrize(
    ("status", "visitor", "legal"),
    [
        (CLOSED, NOBODY, "open"),
        (OPEN, NOBODY, "call-next pause close"),
        (OPEN, CALLED, "call-next recall start finish pass put-back pause"),
        (OPEN, SERVING, "call-next recall finish pause"),
        (PAUSED, NOBODY, "open close"),
        (PAUSED, CALLED, "open recall start finish pass put-back"),
        (PAUSED, SERVING, "open recall finish"),
    ],
)
def test_what_the_rules_allow(status: WindowStatus, visitor: LegState | None, legal: str) -> None:
    there = AtWindow("t", "t.1", "A001", "q", "ordinary", visitor, 1, AT) if visitor else None
    view = WindowView(3, "zone", status=status, visitor=there)
    assert {move.value for move in legal_moves(view)} == set(legal.split())


@pytest.mark.parametrize(
    ("there", "here", "other"),
    [("0302", "0301", "0302"), ("0301", "0301", ""), (None, "0301", ""), ("0302", "", "")],
)
def test_who_else_is_at_the_window(there: str | None, here: str, other: str) -> None:
    assert taken_by(WindowView(3, "zone", status=OPEN, clerk=there), here) == other
    assert taken_by(None, here) == ""


def test_nothing_is_legal_at_a_window_nobody_heard_of() -> None:
    assert legal_moves(None) == frozenset()


def test_the_move_is_the_end_of_its_address() -> None:
    assert path_of(12, Move.PUT_BACK) == "/api/windows/12/put-back"
