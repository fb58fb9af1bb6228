"""What the use cases and the service ask of a store."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from core.domain.event import Event, EventKind
from core.domain.floor import Floor
from core.domain.hall import Hall
from core.domain.leg import Leg
from core.domain.people import Clerk
from core.domain.ticket import Ticket
from core.domain.window import WindowState


class Tickets(Protocol):
    """Tickets and their legs."""

    def next_running(self, prefix: str) -> int:
        """Return the next number of a queue's series on today's business date, from 1."""

    def add(self, ticket: Ticket, leg: Leg) -> None:
        """Keep a new ticket and its first leg."""

    def get(self, ticket: str) -> Ticket:
        """Return a ticket, or raise ``TicketUnknown``."""

    def leg_of(self, ticket: str) -> Leg:
        """Return the newest leg of a ticket, or raise ``TicketUnknown``."""

    def at_window(self, window: int) -> Leg | None:
        """Return the leg that is called to or served at a window."""

    def heads(self, queues: Sequence[str]) -> list[Leg]:
        """Return the first waiting leg of each (queue, class) of ``queues``."""

    def waiting(self, queue: str) -> int:
        """Return how many wait in a queue."""

    def save(self, leg: Leg, *, why: dict[str, Any] | None = None) -> None:
        """Keep a moved leg (and, of a call, why), or raise ``StaleTicket`` if somebody moved it meanwhile."""

    def left_open(self) -> list[Leg]:
        """Return the waiting, called and passed legs of earlier business dates."""


class Windows(Protocol):
    """What the windows do."""

    def get(self, number: int) -> WindowState:
        """Return a window's state; one that was never open is closed."""

    def save(self, state: WindowState) -> None:
        """Keep a window's state."""

    def not_closed(self) -> list[WindowState]:
        """Return the windows that are open or paused."""


class Events(Protocol):
    """The hall's numbered events."""

    @property
    def next_seq(self) -> int:
        """The number that the next event gets."""

    def append(
        self,
        kind: EventKind,
        *,
        ticket: str | None = None,
        leg: str | None = None,
        window: int | None = None,
        zone: str | None = None,
        data: dict[str, Any],
    ) -> Event:
        """Write the next event of the hall."""


class Answers(Protocol):
    """First answers to requests that may come again."""

    def find(self, key: str) -> tuple[str, str] | None:
        """Return the fingerprint of the request and the answer given under an idempotency key."""

    def keep(self, key: str, fingerprint: str, answer: str) -> None:
        """Keep the answer given under a key."""

    def forget_before(self, at: datetime) -> None:
        """Forget answers older than ``at``."""


class Clerks(Protocol):
    """The people who sign in."""

    def get(self, clerk: str) -> Clerk | None:
        """Return a clerk."""

    def save(self, clerk: Clerk) -> None:
        """Keep a new clerk, or change one."""


class UnitOfWork(Protocol):
    """One command's view of the store, inside one transaction that the store commits or rolls back.

    Attributes:
        hall: The hall as it is described now.
        now: The instant of the command, UTC.
        today: The hall's business date at ``now``.
        day: The business date of the last command, ``None`` before the first one ever.
    """

    @property
    def hall(self) -> Hall: ...
    @property
    def now(self) -> datetime: ...
    @property
    def today(self) -> date: ...
    @property
    def day(self) -> date | None: ...
    @property
    def tickets(self) -> Tickets: ...
    @property
    def windows(self) -> Windows: ...
    @property
    def events(self) -> Events: ...
    @property
    def answers(self) -> Answers: ...
    @property
    def clerks(self) -> Clerks: ...

    def set_day(self, day: date) -> None:
        """Note the business date that has begun."""

    def set_hall(self, hall: Hall) -> None:
        """Keep a new description of the hall."""


Command = Callable[[UnitOfWork], Any]
"""Work done in one transaction; what it returns is the answer, a ``HallError`` it raises the refusal."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended.

    Attributes:
        answer: What the command returned.
        error: What it raised instead; then nothing of it was kept.
    """

    answer: Any = None
    error: Exception | None = None

    def result(self) -> Any:
        """Return the answer or raise the error."""
        if self.error is not None:
            raise self.error
        return self.answer


class Writer(Protocol):
    """The one place that changes the store."""

    def submit(self, command: Command, done: Callable[[Outcome], None]) -> None:
        """Run ``command``; ``done`` is handed its outcome after it is on disk."""


@dataclass(frozen=True, slots=True)
class TicketView:
    """A ticket with its legs, oldest first, and why each was called."""

    ticket: Ticket
    legs: tuple[tuple[Leg, dict[str, Any] | None], ...]
    ahead: int


@dataclass(frozen=True, slots=True)
class QueueView:
    """A queue as it is now.

    Attributes:
        longest_since: Since when its longest waiting visitor waits.
    """

    id: str
    waiting: int
    longest_since: datetime | None


class Reader(Protocol):
    """Looks at what is on disk, beside the writer; may be called from any thread."""

    def floor(self) -> Floor:
        """Return the floor of the whole hall, all of it at one event number."""

    def events_after(self, seq: int, limit: int) -> list[Event]:
        """Return up to ``limit`` events that came after ``seq``."""

    def ticket(self, ticket: str) -> TicketView:
        """Return a ticket, or raise ``TicketUnknown``."""

    def queues(self) -> list[QueueView]:
        """Return the queues that somebody waits in."""

    def clerk(self, clerk: str) -> Clerk | None:
        """Return a clerk."""
