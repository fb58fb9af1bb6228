"""The floor of somebody who is signed in without a window: hears the core, shows props, sends acts."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote

from PySide6.QtCore import QObject, QTimer, Signal

from caller.derive import Note, NoteKind
from caller.elapsed import Clock, CoreClock, wall_clock
from caller.floor.acts import Act
from caller.floor.find import Found, found_in, printers_in
from caller.floor.state import FloorInputs, derive_floor, told_of
from core.client.port import Link
from core.client.reply import Answer, Refused, Reply
from core.domain.event import Event, EventKind
from core.domain.hall import Hall

log = logging.getLogger(__name__)

LOOK_DELAY_MS = 2000
"""The queues are asked for at most so often, however much happens."""
LOOK_EVERY_MS = 10_000
"""... and at least so often: waits grow while nothing happens."""

_NEVER_AGAIN = ("auth.required",)


@dataclass(frozen=True, slots=True)
class Ended:
    """How an act ended.

    Attributes:
        note: Why it was not done, or that nobody knows; ``None``: it was done.
        body: What the core answered.
    """

    act: Act
    note: Note | None
    body: Any = None


class FloorModel(QObject):
    """What the floor's window knows and does.

    Attributes:
        props: What is shown; as new as the last ``changed``.
        busy: An act is under way; another one is passed over until it ended.
        printers: Names of printers that can print.

    Signals:
        changed: ``props``, ``busy`` or ``printers`` are new.
        ended(object): An :class:`Ended`.
        found(object): A list of :class:`Found`, or a :class:`Note` of why nothing could be looked up.
        missing(object): The tickets whose slips are missing, likewise.
        left(object): Signed out; a :class:`Note` for the sign-in page, or ``None``.
    """

    changed = Signal()
    ended = Signal(object)
    found = Signal(object)
    missing = Signal(object)
    left = Signal(object)

    def __init__(
        self,
        link: Link,
        *,
        name: str,
        role: str,
        language: str = "zh",
        clock: Clock = wall_clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._inputs = FloorInputs(name=name, role=role, language=language)
        self.core_clock = CoreClock(clock)
        self.props = derive_floor(self._inputs)
        self.busy = False
        self.printers: list[str] = []
        self._asking = False
        self._soon = QTimer(self, singleShot=True, interval=LOOK_DELAY_MS)
        self._soon.timeout.connect(self._ask_queues)
        self._now_and_then = QTimer(self, interval=LOOK_EVERY_MS)
        self._now_and_then.timeout.connect(self._ask_queues)
        for heard in (link.hall_changed, link.floor_changed, link.went_dark, link.degraded_changed):
            heard.connect(self._hear)
        link.went_live.connect(self._went_live)
        link.happened.connect(self._happened)

    @property
    def hall(self) -> Hall | None:
        """The hall, ``None`` before it was told."""
        return self._link.hall

    @property
    def line(self) -> Link:
        """The line to the core."""
        return self._link

    @property
    def language(self) -> str:
        """In which language the hall's names are given."""
        return self._inputs.language

    @property
    def link(self) -> Link:
        """The line of who is signed in."""
        return self._link

    def start(self) -> None:
        """Open the line to the core."""
        self._now_and_then.start()
        self._link.start()
        self._hear()

    def stop(self) -> None:
        """Close the line; nothing is emitted any more."""
        self._soon.stop()
        self._now_and_then.stop()
        self._link.stop()

    def use_language(self, language: str) -> None:
        """Give the hall's names in ``language``."""
        self._update(replace(self._inputs, language=language))

    def look_at(self, zone: str) -> None:
        """Show the queues and windows of a zone, ``""``: of all."""
        self._update(replace(self._inputs, zone=zone))

    def do(self, act: Act) -> None:
        """Ask the core to do something; while another act is under way it is passed over."""
        if self.busy or not self.props.may_act:
            return
        self._set_busy(busy=True)
        send = self._link.put if act.verb == "PUT" else self._link.post
        send(act.path, act.body, lambda reply: self._did(act, reply))

    def find(self, number: str) -> None:
        """Look for a ticket by its number."""
        path = f"/api/tickets?number={quote(number.strip().upper())}"
        self._link.get(path, self._teller(self.found, found_in))

    def ask_missing(self) -> None:
        """Ask for the tickets whose slips did not come out."""
        self._link.get("/api/tickets?slip=missing", self._teller(self.missing, found_in))

    def ask_printers(self) -> None:
        """Ask which printers can print."""
        self._link.get("/api/devices", self._printers_came)

    def sign_out(self) -> None:
        """Give the token back and leave; without a line, leave all the same."""
        if not self.props.may_act:
            self._leave(None)
            return
        self._set_busy(busy=True)
        self._link.post("/api/sign-out", None, self._signed_out)

    def _signed_out(self, reply: Reply) -> None:
        self._set_busy(busy=False)
        match reply:
            case Refused(key=key) if key not in _NEVER_AGAIN:
                self.ended.emit(Ended(Act("sign-out", ""), note_of(reply)))
            case _:
                self._leave(None)

    def _set_busy(self, *, busy: bool) -> None:
        self.busy = busy
        self.changed.emit()

    def _did(self, act: Act, reply: Reply) -> None:
        self._set_busy(busy=False)
        body = reply.body if isinstance(reply, Answer) else None
        if isinstance(reply, Refused) and reply.key in _NEVER_AGAIN:
            self._leave(note_of(reply))
            return
        self.ended.emit(Ended(act, note_of(reply), body))
        self._look_soon()

    def _teller(self, signal: Any, read: Callable[[Any], list[Found]]) -> Callable[[Reply], None]:
        def told(reply: Reply) -> None:
            signal.emit(read(reply.body) if isinstance(reply, Answer) else note_of(reply))

        return told

    def _printers_came(self, reply: Reply) -> None:
        if isinstance(reply, Answer):
            self.printers = printers_in(reply.body)
            self.changed.emit()

    def _update(self, inputs: FloorInputs) -> None:
        self._inputs = inputs
        old, self.props = self.props, derive_floor(inputs)
        if self.props != old:
            self.changed.emit()

    def _hear(self) -> None:
        link = self._link
        self._update(
            replace(
                self._inputs,
                hall=link.hall,
                waiting=dict(link.floor.waiting),
                windows=dict(link.floor.windows),
                live=link.live,
                degraded=link.degraded,
                heard_at=link.live_since,
                now=self.core_clock.now(),
            )
        )

    def _went_live(self) -> None:
        self._hear()
        self._ask_queues()
        self.ask_printers()
        self.ask_missing()

    def _happened(self, event: Event) -> None:
        if self._link.live:
            self.core_clock.heard(event.at)
            self._look_soon()
        if event.kind in (EventKind.SLIP_CHANGED, EventKind.REPRINTED):
            self.ask_missing()
        elif event.kind is EventKind.DEVICE_CHANGED:
            self.ask_printers()

    def _look_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _ask_queues(self) -> None:
        if self._asking or not self._link.live:
            return
        self._asking = True
        self._link.get("/api/queues", self._queues_came)

    def _queues_came(self, reply: Reply) -> None:
        self._asking = False
        match reply:
            case Answer(body=body):
                now = self.core_clock.now()
                self._update(replace(self._inputs, told=told_of(body), told_at=now, now=now))
            case Refused(key=key) if key in _NEVER_AGAIN:
                self._leave(note_of(reply))
            case _:
                log.info("the queues did not come: %s", reply)

    def _leave(self, note: Note | None) -> None:
        self.stop()
        self.left.emit(note)


def note_of(reply: Reply) -> Note | None:
    """Return why something was not done, ``None`` if it was."""
    match reply:
        case Answer():
            return None
        case Refused(key=key, params=params):
            return Note(NoteKind.REFUSED, key=key, params=params)
        case _:
            return Note(NoteKind.UNREACHABLE)
