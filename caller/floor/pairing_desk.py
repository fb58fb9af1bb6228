"""Who asks to join the hall, and what a supervisor answers."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from caller.derive import Note
from caller.floor.view_model import note_of
from core.client.port import Link
from core.client.reply import Answer, Reply

log = logging.getLogger(__name__)

PATH = "/api/pairings"
LOOK_EVERY_MS = 5000
MAY = ("supervisor", "admin")


@dataclass(frozen=True, slots=True)
class Asking:
    """A machine that asks.

    Attributes:
        kind: ``"screen"`` or ``"kiosk"``.
        machine: What it calls itself.
        address: Where it asked from.
    """

    code: str
    kind: str
    machine: str
    address: str

    @property
    def grouped(self) -> str:
        """The code as it stands on the screen."""
        half = (len(self.code) + 1) // 2
        return f"{self.code[:half]} {self.code[half:]}"


@dataclass(frozen=True, slots=True)
class Answered:
    """How an answer ended.

    Attributes:
        name: What the machine is called now, ``""``: it may not join.
        note: Why the answer did not count, ``None`` if it did.
    """

    code: str
    name: str
    note: Note | None


class PairingDesk(QObject):
    """Looks now and then who asks, while the line is live.

    Attributes:
        asking: Who asks, the first first.

    Signals:
        changed: ``asking`` is new.
        answered(object): An :class:`Answered`.
    """

    changed = Signal()
    answered = Signal(object)

    def __init__(self, link: Link, role: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self.asking: tuple[Asking, ...] = ()
        self._under_way = False
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        if role in MAY:
            link.went_live.connect(self.look)
            self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Ask the core who asks."""
        if self._link.live and not self._under_way:
            self._under_way = True
            self._link.get(PATH, self._came)

    def approve(self, code: str, name: str, shows: str) -> None:
        """Let a machine join under a name, and say what it shows."""
        self._answer(code, "approve", name, {"name": name, "shows": shows})

    def refuse(self, code: str) -> None:
        """Tell a machine that it may not join."""
        self._answer(code, "refuse", "", {})

    def _answer(self, code: str, verb: str, name: str, body: Mapping[str, Any]) -> None:
        self._link.post(f"{PATH}/{code}/{verb}", body, lambda reply: self._did(code, name, reply))

    def _did(self, code: str, name: str, reply: Reply) -> None:
        self.answered.emit(Answered(code, name, note_of(reply)))
        self.look()

    def _came(self, reply: Reply) -> None:
        self._under_way = False
        if not isinstance(reply, Answer):
            log.info("who asks to join did not come: %s", reply)
            return
        fields = Asking.__dataclass_fields__
        asking = tuple(Asking(**{name: each[name] for name in fields}) for each in reply.body["pairings"])
        if asking != self.asking:
            self.asking = asking
            self.changed.emit()
