"""How it stands at the window, of what the console heard; pure."""

from __future__ import annotations

import math
from datetime import datetime

from caller.acts.possible import Situation
from caller.derive import ConsoleInputs
from caller.moves import taken_by
from core.domain.errors import HallError
from core.domain.hall import Item
from core.domain.window import WindowStatus


def situation_of(inputs: ConsoleInputs, now: datetime, *, told: str = "") -> Situation:
    """Return how it stands.

    Args:
        now: By the core's clock.
        told: Number of whose told-once list was made last.
    """
    view, last, item = inputs.view, inputs.last, item_of(inputs)
    visitor = view.visitor if view else None
    return Situation(
        live=inputs.live and view is not None,
        degraded=inputs.degraded,
        busy=inputs.busy is not None,
        taken=bool(taken_by(view, inputs.clerk)),
        status=view.status if view else WindowStatus.CLOSED,
        state=visitor.state if visitor else None,
        number=visitor.number if visitor else "",
        pass_in_s=inputs.pass_in_s,
        resting=inputs.resting,
        call_reasons=sum(each.act == "call" for each in inputs.hall.reasons) if inputs.hall else 0,
        papers=len(item.materials) if item else 0,
        last=last.move if last else None,
        undo_left_s=undo_left_s(inputs, now),
        served=inputs.served,
        told=told,
    )


def item_of(inputs: ConsoleInputs) -> Item | None:
    """Return the item for which the visitor at the window came, if that is known."""
    visitor = inputs.view.visitor if inputs.view else None
    if inputs.hall is None or visitor is None or inputs.item is None or inputs.for_leg != visitor.leg:
        return None
    try:
        return inputs.hall.item(inputs.item)
    except HallError:
        return None


def undo_left_s(inputs: ConsoleInputs, now: datetime) -> int:
    """Return for how many seconds yet the last act can be taken back (``undo_s`` of its queue)."""
    if inputs.last is None or inputs.hall is None:
        return 0
    most_s = inputs.hall.rules_of(inputs.last.queue).undo_s
    return max(0, math.floor(most_s - (now - inputs.last.at).total_seconds()))
