"""The plan of a day: who comes when, with what and for how long, and which clerk works when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Any

from core.domain.booking import Slot
from core.domain.ticket import Suspension
from hallcall.simulated_day import Shift

SERVICE_MOST_S = 1200.0
"""A visit takes a clerk no longer than that on average."""


class Comes(Enum):
    """How a visitor answers the first call."""

    AT_ONCE = auto()
    AFTER_RECALL = auto()
    NOT = auto()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who comes to the hall.

    Attributes:
        at_s: When, in seconds of the business date.
        wish: What is asked for, as the body of ``POST /api/tickets``; of a booking without its code.
        by_guide: A guide takes the ticket and vouches for the class.
        booking: Index of the booking it comes to.
        comes: How the first call is answered.
        returns_s: After so long who was passed asks a guide to wait again; ``None``: not at all.
        lengths: Of each stay at a window, as parts of the mean of its queue.
        suspended: The first stay is suspended in its midst.
        away_s: For how long.
        sent_to: The first stay ends with a transfer to this queue.
        looks_s: So long after taking the ticket the visitor looks at the page of it.
    """

    at_s: float
    wish: Mapping[str, Any]
    by_guide: bool
    booking: int | None
    comes: Comes
    returns_s: float | None
    lengths: tuple[float, ...]
    suspended: Suspension | None
    away_s: float
    sent_to: str | None
    looks_s: tuple[float, ...]


STRANGER = Person(
    at_s=0.0,
    wish={},
    by_guide=False,
    booking=None,
    comes=Comes.AT_ONCE,
    returns_s=None,
    lengths=(1.0,),
    suspended=None,
    away_s=0.0,
    sent_to=None,
    looks_s=(),
)
"""Who is served without being part of the plan: who held a ticket before the day began."""


@dataclass(frozen=True, slots=True)
class WalkIn:
    """Somebody who steps to a window without a ticket."""

    at_s: float
    window: int
    queue: str
    length: float

    def person(self) -> Person:
        """Return who that is, as a visitor."""
        return replace(STRANGER, at_s=self.at_s, lengths=(self.length,))


@dataclass(frozen=True, slots=True)
class Plan:
    """A day as it is to happen, people in the order in which they come.

    Attributes:
        mean_s: How long a visit of each queue takes a clerk of ordinary speed.
        opens_s, closes_s: When the hall opens and closes, seconds of the business date.
        open_s: For how long it is open.
        keeps: Windows whose clerks stay until the last visitor has left: one of each queue.
        bookings: The slots that were booked before the day.
    """

    people: Sequence[Person]
    walk_ins: Sequence[WalkIn]
    shifts: Sequence[Shift]
    mean_s: Mapping[str, float]
    opens_s: float
    closes_s: float
    open_s: float
    keeps: frozenset[int]
    bookings: Sequence[Slot]

    def work_s(self, queue: str) -> float:
        """Return how long a visit of a queue takes on average."""
        return self.mean_s.get(queue, SERVICE_MOST_S)
