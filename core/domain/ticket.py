"""A ticket: one visit, and the states its legs go through."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from core.domain.slip import SlipState


class LegState(StrEnum):
    """Where a leg is in its life; the values are the words on the wire and in the database."""

    PLANNED = "planned"
    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    SUSPENDED = "suspended"
    DONE = "done"
    TRANSFERRED = "transferred"
    PASSED = "passed"
    VOID = "void"

    @property
    def at_window(self) -> bool:
        """Whether the visitor is called to a window or served at it."""
        return self in (LegState.CALLED, LegState.SERVING)

    @property
    def ended(self) -> bool:
        """Whether nothing more happens to the leg."""
        return self in (LegState.DONE, LegState.TRANSFERRED, LegState.VOID)


class Suspension(StrEnum):
    """Why a visit is suspended, and so where it goes on; the values are the words on the wire."""

    NO_PAPERS = "no_papers"
    """不持件: the visitor fetches papers and comes back to any window of the queue."""
    PAPERS_LEFT = "papers_left"
    """持件: the papers stay here, so the visitor comes back to the same window."""
    STEP = "step"
    """等待: a step outside is waited for; the visitor comes back to the same window."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """One visit; its number never changes, whatever happens to it.

    Attributes:
        id: Opaque.
        number: What is printed, e.g. ``"A017"``; unique in the hall on its business date.
        visitor_class: Id of the class.
        language: What the visitor reads, e.g. ``"bo"``.
        track: Random token of the visitor's own page; it is on the slip and never on the feed.
        taken_at: When it was taken, UTC.
        matter: Id of the matter, if it was taken for one.
        card: Keyed hash of the identity card's number, hex; its key is destroyed with the day.
        assisted: Taken by staff for somebody who cannot (帮办).
        booking: Id of the booking it was checked in with.
        slip: What is known of its slip, ``None`` where nobody prints one.
        slip_at: When the slip came into that state, ``None`` while it is as it was when the ticket was taken.
        masked_name: The visitor's name by its beginning (``"张*"``), if the visitor wants it to be shown with
            the number; erased with the day.
    """

    id: str
    number: str
    date: date
    visitor_class: str
    language: str
    track: str
    taken_at: datetime
    matter: str | None = None
    card: str | None = None
    assisted: bool = False
    booking: str | None = None
    slip: SlipState | None = None
    slip_at: datetime | None = None
    masked_name: str | None = field(default=None, repr=False)

    @property
    def slip_since(self) -> datetime:
        """When the slip came into its state."""
        return self.slip_at or self.taken_at

    def with_slip(self, state: SlipState, at: datetime) -> Ticket:
        """Return this ticket with another state of its slip."""
        return replace(self, slip=state, slip_at=at)
