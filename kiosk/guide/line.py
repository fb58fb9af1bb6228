"""A guide's own line to the core: signed in with number and PIN, under the guide's token."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from core.client.reply import Answer, Refused, Reply
from core.domain.people import Role
from kiosk.state import Refusal

log = logging.getLogger(__name__)

Done = Callable[[Reply], None]
ISSUES = frozenset({Role.GUIDE, Role.SUPERVISOR, Role.ADMIN})
"""Who may do a guide's work; a clerk's number and PIN are right, and open nothing here."""
ENDED = "auth.required"
"""What the core says to a token that is over: signed out elsewhere, revoked, or the shift is past."""
SIGNED_OUT = "guide.signed_out"
"""What is handed on instead; the page that says so comes right after."""


class Asks(Protocol):
    """A :class:`core.client.http.CoreHttp`, or what stands in for one."""

    def get(self, path: str, done: Done, /) -> None:
        """Ask for ``path``."""

    def post(self, path: str, body: Mapping[str, Any] | None, done: Done, key: str = "", /) -> None:
        """Ask the core to do something."""


Make = Callable[[str], Asks]
"""Makes a line for a token; ``""``: without one."""


class GuideLine(QObject):
    """Asks the core as the guide who has signed in; the kiosk's own line and token stay as they are.

    What a guide asked for and was not told before leaving is told to nobody; what was being done is.

    Signals:
        signed_in(str, str): Number and name of the guide.
        refused(object): Nobody was, for a :class:`kiosk.state.Refusal`.
        lost: The core takes the guide's token no more.
    """

    signed_in = Signal(str, str)
    refused = Signal(object)
    lost = Signal()

    def __init__(self, make: Make, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._gate = make("")
        self._asks: Asks | None = None
        self._trial = 0

    @property
    def open(self) -> bool:
        """Whether a guide has signed in."""
        return self._asks is not None

    def sign_in(self, clerk: str, pin: str) -> None:
        """Ask for a token."""
        self._trial += 1
        trial = self._trial
        self._gate.post(
            "/api/sign-in", {"clerk": clerk, "pin": pin}, lambda reply: self._let_in(trial, reply)
        )

    def sign_out(self) -> None:
        """Give the token back; where the core does not hear it the token ends with the shift."""
        self._trial += 1
        asks, self._asks = self._asks, None
        if asks is not None:
            _give_back(asks)

    def get(self, path: str, done: Done) -> None:
        """Ask for ``path`` as the guide."""
        asks = self._asks
        if asks is not None:
            asks.get(path, lambda reply: self._answered(asks, reply, done if asks is self._asks else _nobody))

    def post(self, path: str, body: Mapping[str, Any] | None, done: Done, key: str = "") -> None:
        """Ask the core to do something as the guide."""
        asks = self._asks
        if asks is not None:
            asks.post(path, body, lambda reply: self._answered(asks, reply, done), key)

    def _let_in(self, trial: int, reply: Reply) -> None:
        match reply:
            case Answer(body) if trial != self._trial or body["role"] not in ISSUES:
                _give_back(self._make(body["token"]))
                if trial == self._trial:
                    self.refused.emit(Refusal("auth.denied"))
            case _ if trial != self._trial:
                pass
            case Answer(body):
                self._asks = self._make(body["token"])
                self.signed_in.emit(body["clerk"], body["name"])
            case Refused(key, params):
                self.refused.emit(Refusal(key, params))
            case _:
                self.refused.emit(Refusal("core.unreachable"))

    def _answered(self, asks: Asks, reply: Reply, done: Done) -> None:
        """Hand a reply on, and see that the token is over."""
        if not isinstance(reply, Refused) or reply.key != ENDED:
            done(reply)
            return
        # Not the machine's token is wrong: who asked shall not take it for that.
        done(Refused(SIGNED_OUT, {}, reply.status))
        if asks is self._asks:
            self._asks = None
            self._trial += 1
            self.lost.emit()


def _nobody(_reply: Reply) -> None:
    """Tell nobody: who asked is gone."""


def _give_back(asks: Asks) -> None:
    """End a token; the line is held until the core has answered, for its request would go with it."""
    asks.post("/api/sign-out", None, lambda reply: _given(reply, asks))


def _given(reply: Reply, asks: Asks) -> None:
    if not isinstance(reply, Answer):
        log.warning("the core was not told that a guide is gone: %s", reply)
    if isinstance(asks, QObject):
        asks.deleteLater()
