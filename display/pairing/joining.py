"""Asking the core to join: shows a code, and asks how it stands until there is an answer."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal

from core.client.http import CoreHttp
from core.client.reply import Answer, Refused, Reply, Unreachable
from core.qt.models import plain
from display.pairing.kept import Joined
from display.pairing.state import PairingInputs, PairingProps, Stand, derive_pairing
from display.words import Speak

log = logging.getLogger(__name__)

POLL_MS = 2500
ASK_AGAIN_MS = 60_000
"""A machine that was refused, or came when too many asked, asks again after so long."""
TRY_AGAIN_MS = 1000
SLOW_MS = 2000
"""An answer that takes longer is said to be missing; it may still come."""

PATH = "/api/pairings"


def _shown(name: str) -> Callable[[Joining], Any]:
    return lambda page: plain(getattr(page.props, name))


class Joining(QObject):
    """One machine that asks to join, for as long as it takes.

    A token that it had and that the core did not take any more is tried before each new code: it may have
    been another core for a while.

    Attributes:
        props: What is shown; as new as the last ``changed``.

    Signals:
        changed: ``props`` are new.
        joined(object): A :class:`Joined`; nothing is asked any more.
    """

    changed = Signal()
    joined = Signal(object)

    def __init__(
        self,
        core: str,
        machine: str,
        speak: Speak,
        *,
        had: Joined | None = None,
        poll_ms: int = POLL_MS,
        ask_again_ms: int = ASK_AGAIN_MS,
        slow_ms: int = SLOW_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._core = core
        self._machine = machine
        self._had = had
        self._poll_ms = poll_ms
        self._ask_again_ms = ask_again_ms
        self._inputs = PairingInputs(speak, machine=machine, address=core)
        self.props: PairingProps = derive_pairing(self._inputs)
        self._http = CoreHttp(core, parent=self)
        self._code = ""
        self._next: Callable[[], None] = self._begin
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(lambda: self._next())
        self._slow = QTimer(self, singleShot=True, interval=slow_ms)
        self._slow.timeout.connect(lambda: self._update(replace(self._inputs, reached=False)))

    def start(self) -> None:
        """Ask."""
        self._begin()

    def stop(self) -> None:
        """Ask nothing any more."""
        self._later.stop()
        self._slow.stop()
        self._http.close()

    def _begin(self) -> None:
        if self._had is None:
            self._ask()
            return
        self._http.set_token(self._had.token)
        self._slow.start()
        self._http.get("/api/hall", self._had_came)

    def _had_came(self, reply: Reply) -> None:
        self._heard(reply)
        match reply:
            case Answer() if self._had is not None:
                self._end(self._had)
            case Unreachable():
                self._after(TRY_AGAIN_MS, self._begin)
            case _:
                self._ask()

    def _ask(self) -> None:
        self._http.set_token("")
        self._slow.start()
        self._http.post(PATH, {"kind": "screen", "machine": self._machine[:64]}, self._asked)

    def _asked(self, reply: Reply) -> None:
        self._heard(reply)
        match reply:
            case Answer(body=body):
                self._code = body["code"]
                self._http.set_token(body["claim"])
                log.info("asks to join as %s", self._code)
                self._update(replace(self._inputs, stand=Stand.SHOWN, code=self._code))
                self._after(self._poll_ms, self._look)
            case Refused(key="pairing.full"):
                self._update(replace(self._inputs, stand=Stand.FULL))
                self._after(self._ask_again_ms, self._begin)
            case Refused():
                log.warning("the core lets nobody ask to join: %s", reply)
                self._after(self._ask_again_ms, self._begin)
            case _:
                self._after(TRY_AGAIN_MS, self._begin)

    def _look(self) -> None:
        self._slow.start()
        self._http.get(f"{PATH}/{self._code}", self._looked)

    def _looked(self, reply: Reply) -> None:
        self._heard(reply)
        match reply:
            case Answer(body={"state": "approved", "token": str(token), "name": name, "shows": shows}):
                self._end(Joined(token, name, shows))
            case Answer(body={"state": "refused"}):
                log.warning("the core's people refused this screen; it asks again later")
                self._update(replace(self._inputs, stand=Stand.REFUSED, code=""))
                self._after(self._ask_again_ms, self._begin)
            case Refused():
                # The core was started again, or was away for so long that it has forgotten the code.
                self._begin()
            case _:
                self._after(self._poll_ms, self._look)

    def _heard(self, reply: Reply) -> None:
        self._slow.stop()
        self._update(replace(self._inputs, reached=not isinstance(reply, Unreachable)))

    def _end(self, joined: Joined) -> None:
        self.stop()
        log.info("joins as %s", joined.name)
        self.joined.emit(joined)

    def _after(self, wait_ms: int, what: Callable[[], None]) -> None:
        self._next = what
        self._later.start(wait_ms)

    def _update(self, inputs: PairingInputs) -> None:
        self._inputs = inputs
        old, self.props = self.props, derive_pairing(inputs)
        if self.props != old:
            self.changed.emit()

    code = Property(str, _shown("code"), notify=changed)
    titles = Property(list, _shown("titles"), notify=changed)
    advice = Property(list, _shown("advice"), notify=changed)
    trouble = Property(list, _shown("trouble"), notify=changed)
    foot = Property(str, _shown("foot"), notify=changed)
