"""What is booked at a kiosk: the choice as it grows, and bookings as the core tells them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeAlias

from core.domain.clock import from_text

Day: TypeAlias = date
"""In a class with a field ``date`` the type needs another name."""


@dataclass(frozen=True, slots=True)
class FreeSlot:
    """A time that can be booked, or could be.

    Attributes:
        starts: UTC, as ``ends``.
        left: So many places are left; 0 once it is full or has begun.
    """

    starts: datetime
    ends: datetime
    left: int


@dataclass(frozen=True, slots=True)
class Booked:
    """A booking.

    Attributes:
        id: Opaque.
        date: The business date of its slot.
        check_in_from: When one can come; UTC, as all instants here.
        cancel_until: Until when it can be given back.
        state: ``"booked"``, ``"checked_in"``, ``"cancelled"`` or ``"no_show"``.
        code: Eight digits; known of one that was made or typed here.
    """

    id: str
    queue: str
    item: str | None
    date: Day
    starts: datetime
    ends: datetime
    check_in_from: datetime
    cancel_until: datetime
    state: str = "booked"
    code: str = field(default="", repr=False)

    @property
    def shown_code(self) -> str:
        """The code as it is read: ``"5724 0000"``."""
        return f"{self.code[:4]} {self.code[4:]}".strip()


@dataclass(frozen=True, slots=True)
class BookingWish:
    """What a visitor has chosen so far of a booking, or which one is spoken of.

    Attributes:
        queue: Id of the queue.
        days: The days that can be booked, each with how many places are left.
        day: The chosen one.
        slots: Its times.
        starts: The chosen one, UTC.
        booked: The booking that was made, or is to be given back.
    """

    queue: str = ""
    days: tuple[tuple[date, int], ...] = ()
    day: date | None = None
    slots: tuple[FreeSlot, ...] = ()
    starts: datetime | None = None
    booked: Booked | None = None

    @property
    def slot(self) -> FreeSlot | None:
        """The chosen time."""
        return next((each for each in self.slots if each.starts == self.starts), None)


NO_BOOKING = BookingWish()


def read_slots(body: Mapping[str, Any]) -> tuple[FreeSlot, ...]:
    """Return the times of the answer to ``GET /api/bookings/slots``."""
    return tuple(
        FreeSlot(from_text(each["starts"]), from_text(each["ends"]), each["left"]) for each in body["slots"]
    )


def read_days(body: Mapping[str, Any]) -> tuple[date, ...]:
    """Return the days of the same answer."""
    return tuple(date.fromisoformat(each) for each in body["days"])


def read_booked(body: Mapping[str, Any], code: str = "") -> Booked:
    """Return the booking of an answer; ``code`` where the answer does not tell it."""
    return Booked(
        id=body["id"],
        queue=body["queue"],
        item=body["item"],
        date=date.fromisoformat(body["date"]),
        starts=from_text(body["starts"]),
        ends=from_text(body["ends"]),
        check_in_from=from_text(body["check_in_from"]),
        cancel_until=from_text(body["cancel_until"]),
        state=body["state"],
        code=body.get("code", code),
    )
