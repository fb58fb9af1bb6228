"""Writing the event of a leg's or a window's move."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.app.ports import UnitOfWork
from core.domain.clock import to_text
from core.domain.event import MASKED_NAME, EventKind
from core.domain.leg import Leg
from core.domain.ticket import LegState
from core.domain.window import WindowState

_SHOWN_BY_ITSELF = (EventKind.CALLED, EventKind.RECALLED, EventKind.STARTED)
"""Kinds after which a screen knows the visitor at the window without being told more."""


def tell_leg(
    uow: UnitOfWork,
    kind: EventKind,
    leg: Leg,
    *,
    before: LegState | None,
    by: str,
    window: int | None = None,
    data: Mapping[str, Any] | None = None,
) -> None:
    """Write the event of a leg's move.

    Args:
        before: The leg's state before the move, ``None`` if it is new.
        by: Who did it, e.g. ``"clerk:0301"``.
        window: The window meant, where the leg itself has left it.
    """
    told: dict[str, Any] = {
        "number": leg.number,
        "queue": leg.queue,
        "class": leg.visitor_class,
        "by": by,
        "from": before.value if before else None,
        "to": leg.state.value,
    }
    if leg.steps > 1:
        told |= {"step": leg.step, "steps": leg.steps}
    if leg.state.at_window and kind not in _SHOWN_BY_ITSELF:
        told |= _at_window(leg)
    if leg.state.at_window and kind is not EventKind.STARTED and uow.hall.shows_names(leg.queue):
        told |= _named(uow, leg)
    uow.events.append(
        kind,
        ticket=leg.ticket,
        leg=leg.id,
        window=window if window is not None else leg.window,
        # People may still hold tickets of a queue that a new hall file left out: they must be able to end.
        zone=uow.hall.zone_of(leg.queue),
        data=told | dict(data or {}),
    )


def _at_window(leg: Leg) -> dict[str, Any]:
    assert leg.called_at is not None
    return {
        "calls": leg.calls,
        "called_at": to_text(leg.called_at),
        "started_at": to_text(leg.started_at) if leg.started_at else None,
    }


def _named(uow: UnitOfWork, leg: Leg) -> dict[str, str]:
    name = uow.tickets.get(leg.ticket).masked_name
    return {MASKED_NAME: name} if name else {}


def tell_window(
    uow: UnitOfWork,
    kind: EventKind,
    state: WindowState,
    *,
    by: str,
    more: Mapping[str, Any] | None = None,
) -> None:
    """Write the event of a window's move.

    Args:
        more: What else its data tells.
    """
    data: dict[str, Any] = {"clerk": state.clerk, "by": by}
    if state.reason is not None:
        data["reason"] = state.reason
    data |= dict(more or {})
    uow.events.append(kind, window=state.number, zone=uow.hall.window(state.number).zone, data=data)


def given(reason: str | None) -> dict[str, str]:
    """Return a reason as an event carries it, nothing where none was given."""
    return {} if reason is None else {"reason": reason}
