"""Which moves and acts have a button: the hall's choice."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from caller.moves import Move
from core.domain.console import EVERY, ConsoleAct
from core.domain.hall import Hall

_CALLED_OTHERWISE: Mapping[StrEnum, ConsoleAct] = {Move.ASK_RATING: ConsoleAct.RATING}


def acts_at(hall: Hall | None, window: int) -> frozenset[ConsoleAct]:
    """Return what has a button at a window; everything as long as the hall is not known."""
    return hall.console_acts(window) if hall is not None else EVERY


def is_shown(act: StrEnum, shown: frozenset[ConsoleAct]) -> bool:
    """Return whether a move or an act of the second level is there; what no hall can choose always is."""
    word = _CALLED_OTHERWISE.get(act) or ConsoleAct.__members__.get(act.name)
    return word is None or word in shown


def with_a_button(moves: frozenset[Move], shown: frozenset[ConsoleAct]) -> frozenset[Move]:
    """Return those of ``moves`` that are there."""
    return frozenset(move for move in moves if is_shown(move, shown))
