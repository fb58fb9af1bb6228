"""One screen of the hall: what it hears, and the floor that it folds from it."""

from __future__ import annotations

import asyncio
import json
from array import array
from dataclasses import dataclass, field
from typing import Any, Protocol

from core.domain.event import Event
from core.domain.floor import Floor
from core.domain.floor_json import floor_from_json
from core.domain.scope import Scope
from hallcall.simulate.faults import Fault, Faults
from hallcall.simulate.listening import Socket

EVENT_BEGINS = b'{"seq":'
"""An event as the core writes it; one written otherwise is read the long way."""

Query = tuple[tuple[str, str], ...]


@dataclass(eq=False, slots=True)
class View:
    """A part of the hall that screens follow.

    Attributes:
        window: The only window whose calls are shown, if there is one.
        floor: As one of its screens has folded it.
        wanted: Numbers of the events that belong to it.
    """

    query: Query
    scope: Scope | None
    window: int | None
    floor: Floor | None = None
    wanted: array[int] = field(default_factory=lambda: array("I"))


@dataclass(slots=True)
class Known:
    """An event that some screen has heard.

    Attributes:
        arrivals: Of a call: when each screen that shows it had it, by ``perf_counter``.
    """

    event: Event
    text: bytes
    arrivals: array[float] | None


class Hears(Protocol):
    """What all screens share."""

    faults: Faults

    def know(self, seq: int, text: bytes) -> Known:
        """Return an event, parsed by the first who hears it."""

    def tell(self, known: Known) -> None:
        """Take in an event of the screen that tells what happens."""


class Screen:
    """One screen.

    Attributes:
        seq: The number it has reached.
    """

    def __init__(self, name: str, view: View, wall: Hears, *, folds: bool, tells: bool) -> None:
        self.name = name
        self.view = view
        self.seq = -1
        self.socket: Socket | None = None
        self.epoch = ""
        self._wall = wall
        self._folds = folds
        self._tells = tells
        self._heard = array("I")
        self._first = 0
        self.ready = asyncio.Event()

    def heard(self, text: bytes, now: float) -> None:
        """Take in a message."""
        if text.startswith(EVENT_BEGINS):
            self._event(int(text[len(EVENT_BEGINS) : text.index(b",")]), text, now)
            return
        body = json.loads(text)
        if body["kind"] == "snapshot":
            self._snapshot(body)
        elif body["kind"] == "reached":
            self.seq = max(self.seq, body["seq"])
        else:
            self._event(body["seq"], text, now)

    @property
    def messages(self) -> int:
        """How many events it was told."""
        return len(self._heard)

    def missed(self) -> list[int]:
        """Return the numbers of the events that it was not told, or told too much."""
        if self._heard == self.view.wanted:
            return []
        wanted = {seq for seq in self.view.wanted if seq > self._first}
        return sorted(wanted.symmetric_difference(self._heard))

    def _snapshot(self, body: dict[str, Any]) -> None:
        if self.ready.is_set():
            self._wall.faults.add(Fault.GAP, f"{self.name} had to begin anew at {body['seq']}")
        self.seq = self._first = body["seq"]
        self.epoch = str(body.get("epoch", ""))
        if self._folds:
            self.view.floor = floor_from_json(body)
        self.ready.set()

    def _event(self, seq: int, text: bytes, now: float) -> None:
        whole_hall_gap = self.view.scope is None and seq != self.seq + 1
        if seq <= self.seq or whole_hall_gap:
            self._wall.faults.add(Fault.GAP, f"{self.name} heard event {seq} after {self.seq}")
            if seq <= self.seq:
                return
        self.seq = seq
        self._heard.append(seq)
        known = self._wall.know(seq, text)
        if known.text != text:
            self._wall.faults.add(Fault.GAP, f"{self.name} heard another event {seq} than the others")
        if self._folds and self.view.floor is not None:
            self.view.floor.apply(known.event)
        if known.arrivals is not None and self.view.window in (None, known.event.window):
            known.arrivals.append(now)
        if self._tells:
            self._wall.tell(known)
