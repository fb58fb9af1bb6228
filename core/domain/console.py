"""What a hall says of its clerks' consoles: which acts have a button there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ConsoleAct(StrEnum):
    """An act of a clerk that has a button; the values are the words of the hall file."""

    CALL_NEXT = "call_next"
    FINISH = "finish"
    RECALL = "recall"
    START = "start"
    PASS = "pass"  # noqa: S105
    PUT_BACK = "put_back"
    PAUSE = "pause"
    OUTCOME = "outcome"
    NO_PAPERS = "no_papers"
    PAPERS_LEFT = "papers_left"
    STEP = "step"
    SUSPENDED = "resume"
    TRANSFER = "transfer"
    PICK = "call"
    WALK_IN = "walk_in"
    UNDO = "undo"
    TOLD = "told_once"
    RATING = "rating"


ALWAYS = frozenset({ConsoleAct.CALL_NEXT, ConsoleAct.FINISH})
"""What no hall can take away: without them nobody is served."""
EVERY = frozenset(ConsoleAct)


@dataclass(frozen=True, slots=True)
class ConsoleRules:
    """How a hall's consoles are.

    Attributes:
        acts: What has a button, beside what always has; ``None``: everything, also what comes later.
    """

    acts: tuple[ConsoleAct, ...] | None = None


def shown_acts(acts: tuple[ConsoleAct, ...] | None) -> frozenset[ConsoleAct]:
    """Return what has a button."""
    return EVERY if acts is None else ALWAYS | set(acts)
