"""Signing in at a window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from caller.derive import Note, NoteKind
from caller.ports import Post
from core.client.reply import Answer, Refused, Reply

PATH = "/api/sign-in"
PATIENCE_MS = 2500
"""After so long without an answer the clerk is told that it is still being tried."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The core let the clerk in.

    Attributes:
        token: What every request of this clerk carries.
        window: ``None``: signed in without one.
    """

    token: str
    clerk: str
    window: int | None
    role: str
    name: str = ""


class SignIn(QObject):
    """Asks the core to let a clerk in; the PIN is sent once and never kept.

    Attributes:
        busy: Whether an answer is awaited; another attempt is passed over until it came.
        note: What to say, ``None`` for nothing.

    Signals:
        changed: ``busy`` or ``note`` is new.
        signed_in(object): A :class:`SignedIn`.
    """

    changed = Signal()
    signed_in = Signal(object)

    def __init__(self, post: Post, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._post = post
        self.busy = False
        self.note: Note | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._lose_patience)

    def submit(self, clerk: str, pin: str, window: int | None) -> None:
        """Ask to be let in at ``window``; guides and supervisors need none."""
        if self.busy:
            return
        self._set(busy=True, note=None)
        self._patience.start()
        place = {} if window is None else {"window": window}
        self._post(PATH, {"clerk": clerk, "pin": pin, **place}, self._answered)

    def say(self, note: Note | None) -> None:
        """Show why the clerk is back at the sign-in."""
        self._set(busy=self.busy, note=note)

    def _lose_patience(self) -> None:
        self._set(busy=True, note=Note(NoteKind.STILL_TRYING))

    def _answered(self, reply: Reply) -> None:
        self._patience.stop()
        match reply:
            case Answer(body=body):
                self._set(busy=False, note=None)
                self._let_in(body)
            case Refused(key=key, params=params):
                self._set(busy=False, note=Note(NoteKind.REFUSED, key=key, params=params))
            case _:
                self._set(busy=False, note=Note(NoteKind.UNREACHABLE))

    def _let_in(self, body: Mapping[str, Any]) -> None:
        window = body.get("window")
        clerk = str(body["clerk"])
        let_in = SignedIn(
            body["token"],
            clerk,
            None if window is None else int(window),
            body["role"],
            str(body.get("name") or clerk),
        )
        if let_in.window is None and let_in.role == "clerk":
            # A clerk works at a window: what the token is for cannot be done without one.
            self._set(busy=False, note=Note(NoteKind.FILL_IN))
        else:
            self.signed_in.emit(let_in)

    def _set(self, *, busy: bool, note: Note | None) -> None:
        self.busy, self.note = busy, note
        self.changed.emit()
