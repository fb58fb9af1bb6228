"""Events: what happened in the hall, numbered without gaps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from core.domain.clock import from_text, to_text


class EventKind(StrEnum):
    """What happened; the values are the words on the wire."""

    TAKEN = "ticket.taken"
    CHANGED = "ticket.changed"
    REPRINTED = "ticket.reprinted"
    REACHABLE = "ticket.reachable"
    OPENED = "leg.opened"
    CALLED = "leg.called"
    RECALLED = "leg.recalled"
    STARTED = "leg.started"
    DONE = "leg.done"
    PASSED = "leg.passed"
    SUSPENDED = "leg.suspended"
    RESUMED = "leg.resumed"
    TRANSFERRED = "leg.transferred"
    RESTORED = "leg.restored"
    VOID = "leg.void"
    WINDOW_OPENED = "window.opened"
    WINDOW_PAUSED = "window.paused"
    WINDOW_CLOSED = "window.closed"
    WINDOW_MESSAGE = "window.message"
    HALL_CHANGED = "hall.changed"
    RATING_ASKED = "rating.asked"
    RATED = "rating.given"
    BOOKING_CHANGED = "booking.changed"
    ERASED = "data.erased"
    SLIP_CHANGED = "slip.changed"
    DEVICE_CHANGED = "device.changed"
    RESULT_READY = "result.ready"
    RESULT_COLLECTED = "result.collected"
    RESULT_WITHDRAWN = "result.withdrawn"


MASKED_NAME = "masked_name"
"""Under what an event's data tells the masked name."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened.

    Attributes:
        seq: Its number in the hall, from 1 without gaps.
        at: When, by the core's clock, UTC.
        ticket: The ticket's id, ``None`` where no ticket is meant.
        leg: The leg's id.
        window: The window's number.
        zone: The zone where it is shown and heard: of the ticket's queue, or of the window.
        data: What the kind adds. Of a leg's events: ``from`` and ``to`` (its state before and after),
            ``number``, ``queue``, ``class`` and ``by`` (who did it) always; ``step`` and ``steps`` of a visit
            with several; ``lang`` and ``date`` when taken, ``calls`` and ``why`` when called, ``reason``
            where one was given. Never personal data but :data:`MASKED_NAME` (``"张*"``) of who is at a
            window, in zones that show it and of visitors who want it; it is erased with the day. Of a message
            to a window (``None``: to all) ``text`` and ``by``. Of a result to be collected ``result`` (its
            id) and ``by``, ``queue`` where any of its windows gives it out, and when it is ready ``text``,
            and ``date`` of a ticket's; the text goes with the result.
    """

    seq: int
    at: datetime
    kind: EventKind
    ticket: str | None = None
    leg: str | None = None
    window: int | None = None
    zone: str | None = None
    data: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Return the event as it goes on the wire and into the database."""
        return {
            "seq": self.seq,
            "at": to_text(self.at),
            "kind": self.kind.value,
            "ticket": self.ticket,
            "leg": self.leg,
            "window": self.window,
            "zone": self.zone,
            "data": dict(self.data),
        }


def without_name(event: Event) -> Event:
    """Return an event as it is once the masked names of its day are erased."""
    return replace(event, data={key: value for key, value in event.data.items() if key != MASKED_NAME})


def event_from_json(json: Mapping[str, Any]) -> Event:
    """Return the event that :meth:`Event.to_json` wrote."""
    return Event(
        seq=json["seq"],
        at=from_text(json["at"]),
        kind=EventKind(json["kind"]),
        ticket=json["ticket"],
        leg=json["leg"],
        window=json["window"],
        zone=json["zone"],
        data=json["data"],
    )
