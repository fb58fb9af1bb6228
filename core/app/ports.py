"""What the use cases ask of a store, and who changes it; what is read beside is in ``ports_reader``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from core.app.ports_visitors import Visitors
from core.domain.block import Reserved
from core.domain.device import Device
from core.domain.event import Event, EventKind
from core.domain.hall import Hall
from core.domain.in_line import InLine
from core.domain.leg import Leg
from core.domain.people import Clerk
from core.domain.quota import Half
from core.domain.result import Result
from core.domain.ticket import Ticket
from core.domain.turns import Turn
from core.domain.visit import Act
from core.domain.window import WindowState


class Tickets(Protocol):
    """Tickets and their legs."""

    def next_running(self, prefix: str, half: Half) -> int:
        """Return the next number of a queue's series on today's business date, from 1.

        Numbers that are set aside for kiosks are passed over.
        """

    def issued(self, prefix: str, half: Half) -> int:
        """Return how many numbers of a series were issued in that half of today."""

    def add(self, ticket: Ticket, legs: Sequence[Leg]) -> None:
        """Keep a new ticket and its first legs."""

    def add_leg(self, leg: Leg) -> None:
        """Keep a further leg of a ticket."""

    def get(self, ticket: str) -> Ticket:
        """Return a ticket, or raise ``TicketUnknown``."""

    def change(self, ticket: Ticket) -> None:
        """Keep a ticket's class, and what is known of its slip."""

    def erase_names(self) -> int:
        """Forget the masked names of earlier dates, bytes and all; return how many tickets had one.

        They go from the tickets and from the events since the last business day began.
        """

    def legs_of(self, ticket: str) -> list[Leg]:
        """Return the legs of a ticket in their order, or raise ``TicketUnknown``."""

    def of_card(self, card: str, queue: str) -> list[tuple[date, Leg]]:
        """Return a person's legs in a queue, each with its ticket's date, oldest first."""

    def at_window(self, window: int) -> Leg | None:
        """Return the leg that is called to or served at a window."""

    def leg(self, leg: str) -> Leg:
        """Return a leg.

        Raises:
            TicketUnknown: The hall has no such leg.
        """

    def heads(self, queues: Sequence[str], window: int) -> list[InLine]:
        """Return who may be called now: the first of each (queue, class), and who waits for ``window``.

        Who waits in one of the queues for a window that has closed is among them.
        """

    def waiting(self, queue: str) -> int:
        """Return how many wait in a queue."""

    def nth_waiting(self, queue: str, place: int) -> Leg | None:
        """Return who waits at a place of a queue by arrival, from 1."""

    def save(self, leg: Leg, *, why: dict[str, Any] | None = None) -> None:
        """Keep a moved leg (and, of a call, why), or raise ``StaleTicket`` if somebody moved it meanwhile."""

    def left_open(self) -> list[tuple[date, Leg]]:
        """Return the open legs of earlier business dates that nobody serves, each with its date."""

    def open_legs(self) -> list[Leg]:
        """Return every leg that has not ended."""

    def waking(self) -> list[Leg]:
        """Return the suspended legs whose time to wait again has come."""


class Windows(Protocol):
    """What the windows do."""

    def get(self, number: int) -> WindowState:
        """Return a window's state; one that was never open is closed."""

    def save(self, state: WindowState) -> None:
        """Keep a window's state."""

    def not_closed(self) -> list[WindowState]:
        """Return the windows that are open or paused."""

    def last_act(self, number: int) -> Act | None:
        """Return what the window's last finish, pass or transfer changed."""

    def note_act(self, number: int, act: Act | None) -> None:
        """Keep what a window's act changed, so that it can be taken back; ``None``: nothing can be."""


class Turns(Protocol):
    """Where the cap and the mix of each queue stand."""

    def get(self, queue: str) -> Turn:
        """Return where a queue stands."""

    def save(self, turn: Turn) -> None:
        """Keep where a queue stands."""


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

    def find(self, key: str) -> tuple[str, dict[str, Any]] | None:
        """Return the fingerprint of the request and the answer given under an idempotency key."""

    def keep(self, key: str, fingerprint: str, answer: Mapping[str, Any]) -> None:
        """Keep the answer given under a key: plain JSON values."""

    def spend(self, key: str) -> None:
        """Keep that a key is spent: a request that comes under it from now on is another one, and refused."""

    def forget_before(self, at: datetime) -> None:
        """Forget answers older than ``at``."""


class Blocks(Protocol):
    """Numbers that are set aside for kiosks."""

    def series(self) -> dict[str, int]:
        """Return how far each series (prefix) has come on today's business date."""

    def reserved(self) -> list[Reserved]:
        """Return the numbers that are set aside today, handed in or not."""

    def reserve(self, numbers: Sequence[Reserved]) -> None:
        """Set numbers of today aside: from now on their series passes over them."""

    def find(self, day: date, number: str) -> Reserved | None:
        """Return a number that was set aside on a business date."""

    def hand_in(self, reserved: Reserved, ticket: str, half: Half) -> None:
        """Note the ticket that has a number, and count it with its series in that half of its date."""

    def forget_before(self, day: date) -> None:
        """Forget the numbers that were set aside on earlier business dates."""


class Clerks(Protocol):
    """The people who sign in."""

    def get(self, clerk: str) -> Clerk | None:
        """Return a clerk."""

    def save(self, clerk: Clerk) -> None:
        """Keep a new clerk, or change one."""

    def sign_out(self, token: str, expires: datetime | None) -> None:
        """Note that the token of that id is given back; forget those that have expired since.

        Args:
            expires: When it would have ended by itself.
        """


class Devices(Protocol):
    """The devices that machines have told of."""

    def of_machine(self, machine: str | None) -> list[Device]:
        """Return the devices of a machine, or of every machine, by their names."""

    def save(self, device: Device) -> None:
        """Keep a new device, or change one."""

    def forget(self, device: Device) -> None:
        """Keep a device no longer."""


class Results(Protocol):
    """What can be collected."""

    def get(self, result: str) -> Result:
        """Return a result, or raise ``ResultUnknown``."""

    def same(self, text: str, day: date | None) -> Result | None:
        """Return what stands on the screens with that text, of a ticket of that business date or typed."""

    def add(self, result: Result) -> None:
        """Keep a result."""

    def remove(self, result: Result) -> None:
        """Forget a result, and its text in the event that told of it, bytes and all."""

    def before(self, at: datetime) -> list[Result]:
        """Return the results that were ready before ``at``, oldest first."""


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
    def turns(self) -> Turns: ...
    @property
    def events(self) -> Events: ...
    @property
    def answers(self) -> Answers: ...
    @property
    def blocks(self) -> Blocks: ...
    @property
    def clerks(self) -> Clerks: ...
    @property
    def devices(self) -> Devices: ...
    @property
    def results(self) -> Results: ...
    @property
    def visitors(self) -> Visitors: ...

    def set_day(self, day: date) -> None:
        """Note the business date that has begun."""

    def set_hall(self, hall: Hall, source: str | None = None) -> None:
        """Keep a new description of the hall, and the hall file it was read from.

        Without one the file before stays the one taken last, though the hall says something else by now.
        """


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


class StoreFailed(Exception):
    """The store cannot be written or read now: the disk is full or has gone; nothing was done."""


Asked = tuple[Command, Callable[[Outcome], None]]
"""A command, and who is handed its outcome."""


class Writer(Protocol):
    """The one place that changes the store."""

    def submit(self, asked: Sequence[Asked]) -> None:
        """Run commands in this order; who asked is handed the outcome after it is on disk."""
