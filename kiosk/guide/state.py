"""What a guide who has signed in knows and does: frozen, a part of the kiosk's inputs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from core.domain.device import DeviceState
from core.domain.slip import SlipState
from core.domain.ticket import LegState
from core.domain.wait import Wait
from core.domain.window import WindowStatus


@dataclass(frozen=True, slots=True)
class QueueNow:
    """A queue as the core told it last.

    Attributes:
        longest_s: How long who came first has waited; ``None``: nobody waits.
        wait: Of somebody who comes now; ``None``: nobody can tell.
        windows: The open windows that serve it.
    """

    longest_s: int | None = None
    wait: Wait | None = None
    windows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One leg of a visit."""

    step: int
    queue: str
    state: LegState
    window: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The ticket that is looked at.

    Attributes:
        id: As the core knows it.
        state: Of the leg that comes now; so are ``queue``, ``window``, ``ahead`` and ``wait``.
        slip: ``None``: it never had one.
        at: When it was taken, UTC.
    """

    id: str
    number: str
    state: LegState
    queue: str
    visitor_class: str
    at: datetime
    window: int | None = None
    ahead: int = 0
    wait: Wait | None = None
    slip: SlipState | None = None
    assisted: bool = False
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Missing:
    """A ticket whose visitor may hold no slip."""

    id: str
    number: str
    queue: str
    slip: SlipState
    at: datetime


@dataclass(frozen=True, slots=True)
class PrinterNow:
    """A printer of a kiosk.

    Attributes:
        key: Message key of what is wrong, ``""``: nothing.
    """

    name: str
    machine: str
    state: DeviceState
    key: str = ""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something a guide does with a ticket, meant or done.

    Attributes:
        word: ``"reprint"``, ``"class"``, ``"transfer"``, ``"restore"`` or ``"cancel"``; as in the path.
        which: The printer, class, queue or reason.
        first: Of a move: first in line there.
    """

    word: str
    which: str = ""
    first: bool = False


@dataclass(frozen=True, slots=True)
class Guide:
    """Everything of the guide's part.

    Attributes:
        clerk: The number of who has signed in, ``""``: nobody has.
        queues: Queue id to how it is.
        windows: Window number to what it does.
        missing: ``None``: not asked for yet.
        printers: Of all kiosks.
        first: Who is moved comes first in line.
        meant: What is asked once more before it is done.
        done: What was done with the ticket last.
    """

    clerk: str = ""
    name: str = ""
    queues: Mapping[str, QueueNow] = field(default_factory=dict)
    windows: Mapping[int, WindowStatus] = field(default_factory=dict)
    found: Found | None = None
    missing: tuple[Missing, ...] | None = None
    printers: tuple[PrinterNow, ...] = ()
    first: bool = False
    meant: Deed | None = None
    done: Deed | None = None

    @property
    def here(self) -> bool:
        """Whether somebody has signed in."""
        return bool(self.clerk)


NOBODY = Guide()
