"""What a clerk can do at a window, and when."""

from __future__ import annotations

from enum import StrEnum

from core.domain.event import EventKind
from core.domain.floor import WindowView
from core.domain.ticket import LegState
from core.domain.window import WindowStatus


class Move(StrEnum):
    """One act of the clerk; the values are the last part of the address on the LAN."""

    CALL_NEXT = "call-next"
    RECALL = "recall"
    START = "start"
    FINISH = "finish"
    PASS = "pass"  # noqa: S105
    PUT_BACK = "put-back"
    OPEN = "open"
    PAUSE = "pause"
    CLOSE = "close"
    UNDO = "undo"
    ASK_RATING = "ask-rating"
    CALL = "call"
    SUSPEND = "suspend"
    RESUME = "resume"
    TRANSFER = "transfer"
    WALK_IN = "walk-in"
    READY = "results"
    COLLECTED = "collected"
    WITHDRAW = "withdraw"


BY_KEY_ONLY = frozenset({Move.UNDO, Move.ASK_RATING})
"""Moves that have a key on a keypad and no button among the first ones here."""

OF_RESULTS = frozenset({Move.READY, Move.COLLECTED, Move.WITHDRAW})
"""Moves of results that are collected (领证), and of no visitor who is here."""

FROM_THE_LIST = OF_RESULTS | {Move.CALL, Move.SUSPEND, Move.RESUME, Move.TRANSFER, Move.WALK_IN}
"""Moves of the second level (:mod:`caller.acts`): they need a choice."""

EVENT_OF = {
    Move.CALL_NEXT: EventKind.CALLED,
    Move.RECALL: EventKind.RECALLED,
    Move.START: EventKind.STARTED,
    Move.FINISH: EventKind.DONE,
    Move.PASS: EventKind.PASSED,
    Move.PUT_BACK: EventKind.RESTORED,
    Move.OPEN: EventKind.WINDOW_OPENED,
    Move.PAUSE: EventKind.WINDOW_PAUSED,
    Move.CLOSE: EventKind.WINDOW_CLOSED,
    Move.ASK_RATING: EventKind.RATING_ASKED,
    Move.CALL: EventKind.CALLED,
    Move.SUSPEND: EventKind.SUSPENDED,
    Move.RESUME: EventKind.RESUMED,
    Move.TRANSFER: EventKind.TRANSFERRED,
    Move.WALK_IN: EventKind.TAKEN,
    Move.READY: EventKind.RESULT_READY,
    Move.COLLECTED: EventKind.RESULT_COLLECTED,
    Move.WITHDRAW: EventKind.RESULT_WITHDRAWN,
}
"""The event by which the feed tells that a move was done (of call next: the last of its events).

What is taken back is told by several kinds: there the answer tells it.
"""

_OF_STATUS = {
    WindowStatus.OPEN: frozenset({Move.CALL_NEXT, Move.PAUSE}),
    WindowStatus.PAUSED: frozenset({Move.OPEN}),
    WindowStatus.CLOSED: frozenset({Move.OPEN}),
}

_OF_VISITOR = {
    LegState.CALLED: frozenset({Move.RECALL, Move.START, Move.FINISH, Move.PASS, Move.PUT_BACK}),
    LegState.SERVING: frozenset({Move.RECALL, Move.FINISH}),
}


_OF_RESULT = {Move.COLLECTED: "collected", Move.WITHDRAW: "undo"}


def path_of(window: int, move: Move, result: str = "") -> str:
    """Return the address of a move on the LAN.

    Args:
        result: Id of the result that is meant, where one is.
    """
    if move in _OF_RESULT:
        return f"/api/results/{result}/{_OF_RESULT[move]}"
    return f"/api/windows/{window}/{move.value}"


def taken_by(view: WindowView | None, clerk: str) -> str:
    """Return the other clerk who is signed in at the window, or nothing."""
    if view is None or view.clerk is None or not clerk:
        return ""
    return view.clerk if view.clerk != clerk else ""


def legal_moves(view: WindowView | None) -> frozenset[Move]:
    """Return what the rules of the hall allow at a window as it stands; nothing where it is not known.

    A window with a visitor is not closed: the visitor would stand before a window that serves nobody.
    """
    if view is None:
        return frozenset()
    moves = _OF_STATUS[view.status]
    if view.visitor is not None:
        return moves | _OF_VISITOR[view.visitor.state]
    return moves if view.status is WindowStatus.CLOSED else moves | {Move.CLOSE}


def moves_by_key(view: WindowView | None) -> frozenset[Move]:
    """Return what a keypad may ask for beside them; whether it can be done, only the core knows."""
    return BY_KEY_ONLY if view is not None and view.status is not WindowStatus.CLOSED else frozenset()
