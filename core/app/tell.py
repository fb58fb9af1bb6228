"""Writing the event of a leg's or a window's move."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.app.ports import UnitOfWork
from core.domain.event import EventKind
from core.domain.leg import Leg
from core.domain.window import WindowState


def tell_leg(
    uow: UnitOfWork,
    kind: EventKind,
    leg: Leg,
    *,
    by: str,
    window: int | None = None,
    data: Mapping[str, Any] | None = None,
) -> None:
    """Write the event of a leg's move.

    Args:
        by: Who did it, e.g. ``"clerk:0301"``.
        window: The window meant, where the leg itself has left it.
    """
    uow.events.append(
        kind,
        ticket=leg.ticket,
        leg=leg.id,
        window=window if window is not None else leg.window,
        # People may still hold tickets of a queue that a new hall file left out: they must be able to end.
        zone=uow.hall.zone_of(leg.queue),
        data={"number": leg.number, "queue": leg.queue, "class": leg.visitor_class, "by": by, **(data or {})},
    )


def tell_window(uow: UnitOfWork, kind: EventKind, state: WindowState, *, by: str) -> None:
    """Write the event of a window's move."""
    data: dict[str, Any] = {"clerk": state.clerk, "by": by}
    if state.reason is not None:
        data["reason"] = state.reason
    uow.events.append(kind, window=state.number, zone=uow.hall.window(state.number).zone, data=data)
