"""Which acts can be done at a window as it stands, and why not; pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from caller.moves import Move
from core.domain.ticket import LegState
from core.domain.window import WindowStatus


class Act(StrEnum):
    """An act of the second level, in the order of their keys."""

    OUTCOME = "outcome"
    PASS = "pass"  # noqa: S105
    NO_PAPERS = "no_papers"
    PAPERS_LEFT = "papers_left"
    STEP = "step"
    SUSPENDED = "suspended"
    TRANSFER = "transfer"
    PICK = "pick"
    WALK_IN = "walk_in"
    UNDO = "undo"
    TOLD = "told"
    RATING = "rating"


KEYS: Mapping[Act, str] = dict(zip(Act, "1234567890-.", strict=True))
"""All of them stand on a number pad, and no input method takes them for letters."""


class Why(StrEnum):
    """Why an act cannot be done now; the view has the words."""

    OFFLINE = "offline"
    DEGRADED = "degraded"
    BUSY = "busy"
    TAKEN = "taken"
    NOT_OPEN = "not_open"
    NOBODY_HERE = "nobody_here"
    BEING_SERVED = "being_served"
    TOO_SOON = "too_soon"
    SOMEBODY_HERE = "somebody_here"
    JUST_CALLED = "just_called"
    NO_REASONS = "no_reasons"
    NOTHING_DONE = "nothing_done"
    TOO_LATE = "too_late"
    NO_LIST = "no_list"
    NOT_SERVED = "not_served"


@dataclass(frozen=True, slots=True)
class Situation:
    """How it stands at the window.

    Attributes:
        taken: Another clerk is signed in here.
        state: How the visitor here stands; ``None``: nobody is here.
        number: That visitor's number.
        pass_in_s: So many seconds before the visitor may be passed.
        resting: The last call is too fresh for another.
        call_reasons: How many reasons the hall has for a call out of turn, without which there is none.
        papers: How many papers the visitor's item asks for.
        last: What was done here last and can be taken back.
        undo_left_s: For so many seconds yet.
        served: Somebody was finished here since the clerk came.
        told: Number of whose told-once list was made last, which can be printed again.
    """

    live: bool = True
    degraded: bool = False
    busy: bool = False
    taken: bool = False
    status: WindowStatus = WindowStatus.OPEN
    state: LegState | None = None
    number: str = ""
    pass_in_s: int = 0
    resting: bool = False
    call_reasons: int = 1
    papers: int = 0
    last: Move | None = None
    undo_left_s: int = 0
    served: bool = False
    told: str = ""


Check = Callable[[Situation], Why | None]


def _if(wrong: Callable[[Situation], bool], why: Why) -> Check:
    return lambda situation: why if wrong(situation) else None


_ALWAYS = (
    _if(lambda at: not at.live, Why.OFFLINE),
    _if(lambda at: at.degraded, Why.DEGRADED),
    _if(lambda at: at.taken, Why.TAKEN),
    _if(lambda at: at.busy, Why.BUSY),
)
_SOMEBODY = _if(lambda at: at.state is None, Why.NOBODY_HERE)
_FREE = _if(lambda at: at.state is not None, Why.SOMEBODY_HERE)
_OPEN = _if(lambda at: at.status is not WindowStatus.OPEN, Why.NOT_OPEN)
_RESTED = _if(lambda at: at.resting, Why.JUST_CALLED)

_CHECKS: Mapping[Act, tuple[Check, ...]] = {
    Act.OUTCOME: (_SOMEBODY,),
    Act.PASS: (
        _SOMEBODY,
        _if(lambda at: at.state is LegState.SERVING, Why.BEING_SERVED),
        _if(lambda at: at.pass_in_s > 0, Why.TOO_SOON),
    ),
    Act.NO_PAPERS: (_SOMEBODY,),
    Act.PAPERS_LEFT: (_SOMEBODY,),
    Act.STEP: (_SOMEBODY,),
    Act.SUSPENDED: (_OPEN, _FREE),
    Act.TRANSFER: (_SOMEBODY,),
    Act.PICK: (_OPEN, _if(lambda at: not at.call_reasons, Why.NO_REASONS), _RESTED),
    Act.WALK_IN: (_OPEN, _RESTED),
    Act.UNDO: (
        _if(lambda at: at.last is None, Why.NOTHING_DONE),
        _FREE,
        _if(lambda at: at.undo_left_s <= 0, Why.TOO_LATE),
    ),
    Act.TOLD: (
        _if(lambda at: at.state is None and not at.told, Why.NOBODY_HERE),
        _if(lambda at: not at.papers and not at.told, Why.NO_LIST),
    ),
    Act.RATING: (_if(lambda at: at.state is not LegState.SERVING and not at.served, Why.NOT_SERVED),),
}

_LOOKS = frozenset({Act.SUSPENDED, Act.PICK})
"""Their lists can be looked at while nothing of them can be done."""


def why_not(act: Act, situation: Situation) -> Why | None:
    """Return why ``act`` cannot be done now, ``None`` if it can as far as this console knows."""
    for check in (*_ALWAYS, *_CHECKS[act]):
        if (why := check(situation)) is not None:
            return why
    return None


def opens(act: Act, situation: Situation) -> bool:
    """Return whether its page opens: it can be done, or there is something to look at all the same."""
    why = why_not(act, situation)
    return why is None or (act in _LOOKS and why in (Why.SOMEBODY_HERE, Why.NOT_OPEN, Why.JUST_CALLED))
