"""Rows to frozen values and back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from core.domain.clock import from_text, to_text
from core.domain.event import Event, EventKind
from core.domain.in_line import Head
from core.domain.leg import Leg
from core.domain.people import Clerk, Role
from core.domain.slip import SlipState
from core.domain.ticket import LegState, Suspension, Ticket
from core.domain.window import WindowState, WindowStatus

Row = Mapping[str, Any]


def text_or_none(at: datetime | None) -> str | None:
    """Return an instant as the database keeps it."""
    return to_text(at) if at else None


def instant_or_none(text: str | None) -> datetime | None:
    """Return an instant as the database kept it."""
    return from_text(text) if text else None


def leg_row(leg: Leg) -> dict[str, Any]:
    """Return the columns of a leg that a move may change."""
    return {
        "id": leg.id,
        "visitor_class": leg.visitor_class,
        "since": to_text(leg.since),
        "entered": leg.entered,
        "state": leg.state.value,
        "window": leg.window,
        "called_at": text_or_none(leg.called_at),
        "started_at": text_or_none(leg.started_at),
        "ended_at": text_or_none(leg.ended_at),
        "calls": leg.calls,
        "call_at": text_or_none(leg.call_at),
        "call_seq": leg.call_seq,
        "step": leg.step,
        "steps": leg.steps,
        "several": int(leg.several),
        "pin": leg.pin,
        "rank": leg.rank,
        "ready_at": text_or_none(leg.ready_at),
        "held": int(leg.held),
        "back_to": leg.back_to,
        "due_at": text_or_none(leg.due_at),
        "clerk": leg.clerk,
        "suspension": leg.suspension.value if leg.suspension else None,
        "reason": leg.reason,
        "wake_at": text_or_none(leg.wake_at),
        "outcome": leg.outcome,
        "version": leg.version,
    }


def leg_of(row: Row) -> Leg:
    """Return the leg of a row of ``legs``."""
    return Leg(
        id=row["id"],
        ticket=row["ticket"],
        number=row["number"],
        queue=row["queue"],
        visitor_class=row["visitor_class"],
        since=from_text(row["since"]),
        entered=row["entered"],
        state=LegState(row["state"]),
        window=row["window"],
        called_at=instant_or_none(row["called_at"]),
        started_at=instant_or_none(row["started_at"]),
        ended_at=instant_or_none(row["ended_at"]),
        calls=row["calls"],
        call_at=instant_or_none(row["call_at"]),
        call_seq=row["call_seq"],
        item=row["item"],
        step=row["step"],
        steps=row["steps"],
        several=bool(row["several"]),
        pin=row["pin"],
        rank=row["rank"],
        ready_at=instant_or_none(row["ready_at"]),
        held=bool(row["held"]),
        back_to=row["back_to"],
        due_at=instant_or_none(row["due_at"]),
        clerk=row["clerk"],
        suspension=Suspension(row["suspension"]) if row["suspension"] else None,
        reason=row["reason"],
        wake_at=instant_or_none(row["wake_at"]),
        outcome=row["outcome"],
        version=row["version"],
    )


HEAD = ("id", "number", "queue", "visitor_class", "since", "entered", "rank")
"""Columns of a lane's first leg that :func:`head_of` reads, in their order."""


def head_of(row: Sequence[Any]) -> Head:
    """Return the first of a lane."""
    leg, number, queue, visitor_class, since, entered, rank = row
    return Head(leg, number, queue, visitor_class, from_text(since), entered, rank)


def ticket_row(ticket: Ticket) -> dict[str, Any]:
    """Return the columns of a ticket."""
    return {
        "id": ticket.id,
        "date": ticket.date.isoformat(),
        "number": ticket.number,
        "visitor_class": ticket.visitor_class,
        "language": ticket.language,
        "track": ticket.track,
        "taken_at": to_text(ticket.taken_at),
        "matter": ticket.matter,
        "card": ticket.card,
        "assisted": int(ticket.assisted),
        "booking": ticket.booking,
        "slip": ticket.slip.value if ticket.slip else None,
        "slip_at": text_or_none(ticket.slip_at),
        "masked_name": ticket.masked_name,
    }


def ticket_of(row: Row) -> Ticket:
    """Return the ticket of a row of ``tickets``."""
    return Ticket(
        id=row["id"],
        number=row["number"],
        date=date.fromisoformat(row["date"]),
        visitor_class=row["visitor_class"],
        language=row["language"],
        track=row["track"],
        taken_at=from_text(row["taken_at"]),
        matter=row["matter"],
        card=row["card"],
        assisted=bool(row["assisted"]),
        booking=row["booking"],
        slip=SlipState(row["slip"]) if row["slip"] else None,
        slip_at=instant_or_none(row["slip_at"]),
        masked_name=row["masked_name"],
    )


def window_of(row: Row) -> WindowState:
    """Return the state of a row of ``windows``."""
    return WindowState(
        number=row["number"],
        status=WindowStatus(row["status"]),
        clerk=row["clerk"],
        reason=row["reason"],
        since=instant_or_none(row["since"]),
        called_at=instant_or_none(row["called_at"]),
    )


def event_of(row: Row) -> Event:
    """Return the event of a row of ``events``."""
    return Event(
        seq=row["seq"],
        at=from_text(row["at"]),
        kind=EventKind(row["kind"]),
        ticket=row["ticket"],
        leg=row["leg"],
        window=row["window"],
        zone=row["zone"],
        data=json.loads(row["data"]),
    )


def clerk_of(row: Row) -> Clerk:
    """Return the clerk of a row of ``clerks``."""
    skills = tuple(json.loads(row["skills"])) if row["skills"] else None
    return Clerk(row["id"], row["name"], Role(row["role"]), row["pin_hash"], skills)


def found_of(row: Row) -> tuple[Leg, Ticket]:
    """Return a leg and its ticket from one row, the ticket's columns called ``ticket_``."""
    own = {name.removeprefix("ticket_"): value for name, value in row.items() if name.startswith("ticket_")}
    return leg_of(row), ticket_of(own)
