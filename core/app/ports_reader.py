"""What is read of a store, beside its writer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from core.app.ports_reports import ReportsReader
from core.app.ports_visitors import VisitorsReader
from core.domain.device import Device
from core.domain.event import Event
from core.domain.floor import Floor
from core.domain.leg import Leg
from core.domain.people import Clerk
from core.domain.quota import Half
from core.domain.result import Result
from core.domain.slip import SlipWanted
from core.domain.ticket import LegState, Ticket
from core.domain.visit import current


@dataclass(frozen=True, slots=True)
class TicketView:
    """A ticket with its legs in their order, and why each was called.

    Attributes:
        ahead: How many wait before its :attr:`leg`.
    """

    ticket: Ticket
    legs: tuple[tuple[Leg, dict[str, Any] | None], ...]
    ahead: int

    @property
    def leg(self) -> Leg:
        """The leg that the visit is at."""
        return current([leg for leg, _ in self.legs])


@dataclass(frozen=True, slots=True)
class QueueView:
    """A queue as it is now.

    Attributes:
        longest_since: Since when its longest waiting visitor waits.
    """

    id: str
    waiting: int
    longest_since: datetime | None


@dataclass(frozen=True, slots=True)
class PassedNumber:
    """A number that was passed (过号) and has not come back.

    Attributes:
        window: Where it was called to, ``None`` if it was told since to wait for no window.
    """

    number: str
    queue: str
    window: int | None


class Reader(Protocol):
    """Looks at what is on disk, beside the writer; may be called from any thread."""

    @property
    def visitors(self) -> VisitorsReader:
        """Bookings, phone numbers, ratings, erasures."""

    @property
    def reports(self) -> ReportsReader:
        """What is counted of a day."""

    def floor(self) -> Floor:
        """Return the floor of the whole hall, all of it at one event number."""

    def passed(self, most: int) -> list[PassedNumber]:
        """Return the numbers that were passed and did not come back, the last one first."""

    def epoch(self) -> str:
        """Return the life of the hall that its event numbers belong to; a restored hall begins another."""

    def events_after(self, seq: int, limit: int) -> list[Event]:
        """Return up to ``limit`` events that came after ``seq``."""

    def ticket(self, ticket: str) -> TicketView:
        """Return a ticket, or raise ``TicketUnknown``."""

    def find(
        self,
        *,
        number: str | None = None,
        queue: str | None = None,
        state: LegState | None = None,
        window: int | None = None,
        slip: SlipWanted | None = None,
        most: int = 100,
    ) -> list[tuple[Leg, Ticket]]:
        """Return today's legs, open ones of earlier dates among them, that match all that is given.

        In the order in which they wait; ``window`` is where they are, were called, or are pinned to, ``slip``
        of the tickets whose slips are looked for.
        """

    def ticket_by_track(self, track: str) -> TicketView:
        """Return the ticket of a visitor's own page, or raise ``TicketUnknown``."""

    def next_wake(self) -> datetime | None:
        """Return when the next suspended visitor waits again by itself."""

    def source(self) -> str | None:
        """Return the hall file that was taken last; changes of the running hall since are not in it."""

    def queues(self) -> list[QueueView]:
        """Return the queues that somebody waits in."""

    def clerk(self, clerk: str) -> Clerk | None:
        """Return a clerk."""

    def clerks(self) -> list[Clerk]:
        """Return everybody who signs in, by their numbers."""

    def signed_out(self) -> set[str]:
        """Return the ids of the tokens that were given back."""

    def devices(self) -> list[Device]:
        """Return the devices of every machine, by their names, also those just removed."""

    def results(self) -> list[Result]:
        """Return what can be collected, oldest first."""

    def issued(self, day: date) -> dict[str, dict[Half, int]]:
        """Return how many numbers of each series (prefix) were issued in the halves of a business date."""
