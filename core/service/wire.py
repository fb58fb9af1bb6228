"""What bodies share, and tickets, legs and windows on the wire."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from core.app.ports_reader import TicketView
from core.app.take import Taken
from core.domain.clock import to_text
from core.domain.leg import FIRST, Leg
from core.domain.shows import WINDOW_MOST
from core.domain.ticket import Ticket
from core.domain.visit import current
from core.domain.window import WindowState

PRINTABLE = r"^[^\x00-\x1f\x7f]+$"
"""No control characters: PostgreSQL takes no NUL in a text, and nobody can type or print the others."""

Id = Annotated[str, Field(min_length=1, max_length=64, pattern=PRINTABLE)]
WindowNumber = Annotated[int, Field(ge=1, le=WINDOW_MOST)]

Wait = dict[str, Any] | None
"""An estimate as :class:`core.service.waits.Waits` gives it."""


class Body(BaseModel):
    """A request's body; a field that is not known is an error, not passed over in silence."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


def leg_json(leg: Leg) -> dict[str, Any]:
    """Return a leg as answers to a window's acts show it."""
    return {
        "id": leg.ticket,
        "leg": leg.id,
        "number": leg.number,
        "queue": leg.queue,
        "class": leg.visitor_class,
        "state": leg.state.value,
        "window": leg.window,
        "calls": leg.calls,
        "since": to_text(leg.since),
        "called_at": _text(leg.called_at),
        "started_at": _text(leg.started_at),
        "ended_at": _text(leg.ended_at),
        "step": leg.step,
        "steps": leg.steps,
        "item": leg.item,
        "pin": leg.pin,
        "first": leg.rank == FIRST,
        "ready_at": _text(leg.ready_at),
        "due_at": _text(leg.due_at),
        "suspension": leg.suspension.value if leg.suspension else None,
        "wake_at": _text(leg.wake_at),
        "reason": leg.reason,
        "outcome": leg.outcome,
    }


def taken_json(taken: Taken) -> dict[str, Any]:
    """Return a new ticket as ``POST /api/tickets`` answers it."""
    return issued_json(taken.ticket, taken.legs, taken.ahead)


def issued_json(ticket: Ticket, legs: Sequence[Leg], ahead: int, wait: Wait = None) -> dict[str, Any]:
    """Return a ticket as a slip of it is printed."""
    return _visit(ticket, current(legs), ahead, wait) | {
        "legs": [leg_json(leg) for leg in legs],
        "track": ticket.track,
    }


def ticket_json(view: TicketView, now: datetime, wait: Wait, *, track: bool) -> dict[str, Any]:
    """Return a ticket with its legs, why each was called, and whether it is late.

    Args:
        track: Whether who asks may print the slip: with the token on it a visit is rated.
    """
    legs = [
        leg_json(leg) | {"clerk": leg.clerk, "why": why, "late": leg.is_late(now) if leg.due_at else None}
        for leg, why in view.legs
    ]
    token = view.ticket.track if track else None
    return _visit(view.ticket, view.leg, view.ahead, wait) | {"legs": legs, "track": token}


def found_json(leg: Leg, ticket: Ticket) -> dict[str, Any]:
    """Return a leg as a list of what was looked for shows it."""
    return leg_json(leg) | {
        "lang": ticket.language,
        "taken_at": to_text(ticket.taken_at),
        "matter": ticket.matter,
        "assisted": ticket.assisted,
        "booking": ticket.booking,
        **slip_json(ticket),
    }


def reported_json(ticket: Ticket) -> dict[str, Any]:
    """Return a ticket as the answer to what was told of its slip shows it."""
    return {"id": ticket.id, "number": ticket.number, **slip_json(ticket)}


def window_json(state: WindowState) -> dict[str, Any]:
    """Return a window's state as answers to opening, pausing and closing show it."""
    return {
        "number": state.number,
        "status": state.status.value,
        "clerk": state.clerk,
        "reason": state.reason,
        "since": _text(state.since),
    }


def _visit(ticket: Ticket, leg: Leg, ahead: int, wait: Wait) -> dict[str, Any]:
    """Return a visit where it is now."""
    return {
        "id": ticket.id,
        "number": ticket.number,
        "queue": leg.queue,
        "class": ticket.visitor_class,
        "lang": ticket.language,
        "state": leg.state.value,
        "taken_at": to_text(ticket.taken_at),
        "ahead": ahead,
        "wait": wait,
        "step": leg.step,
        "steps": leg.steps,
        "matter": ticket.matter,
        "assisted": ticket.assisted,
        "booking": ticket.booking,
        **slip_json(ticket),
    }


def slip_json(ticket: Ticket) -> dict[str, Any]:
    """Return what is known of a ticket's slip, as every answer about a ticket says it."""
    if ticket.slip is None:
        return {"slip": None, "slip_since": None}
    return {"slip": ticket.slip.value, "slip_since": to_text(ticket.slip_since)}


def _text(at: datetime | None) -> str | None:
    return to_text(at) if at else None
