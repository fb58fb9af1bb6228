"""Why a button of the first level cannot be pressed now; pure."""

from __future__ import annotations

from caller.acts.possible import Why
from caller.derive import ConsoleProps
from caller.moves import Move
from core.domain.ticket import LegState
from core.domain.window import WindowStatus

PLAIN = frozenset({Why.NOT_OPEN, Why.NOBODY_HERE, Why.BEING_SERVED, Why.TOO_SOON})
"""What a key is answered with; the others are said already, or it was struck twice."""
_OF_THE_WINDOW = frozenset({Move.CALL_NEXT, Move.PAUSE})
_BEFORE_SERVING = frozenset({Move.START, Move.PASS, Move.PUT_BACK})


def why_not(move: Move, props: ConsoleProps) -> Why | None:
    """Return why ``move`` cannot be done, ``None`` if it can or nobody knows."""
    if move in props.moves:
        return None
    if props.offline_since is not None or not props.known:
        return Why.OFFLINE
    if props.degraded:
        return Why.DEGRADED
    if props.busy is not None:
        return Why.BUSY
    if props.status is not WindowStatus.CLOSED and not props.mine:
        return Why.TAKEN
    return _of_window(props) if move in _OF_THE_WINDOW else _of_visitor(move, props)


def _of_window(props: ConsoleProps) -> Why | None:
    if props.status is not WindowStatus.OPEN:
        return Why.NOT_OPEN
    return Why.JUST_CALLED if props.resting else None


def _of_visitor(move: Move, props: ConsoleProps) -> Why | None:
    if move is Move.OPEN:
        return None
    if props.visitor is None:
        return Why.NOBODY_HERE
    if props.visitor.state is LegState.SERVING and move in _BEFORE_SERVING:
        return Why.BEING_SERVED
    return Why.TOO_SOON if move is Move.PASS and props.pass_in_s else None
