"""Presses of which it is certain what became: done once, or not done."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from core.client.keys import new_key
from core.client.port import Link
from core.client.reply import Answer, Refused, Reply, Unreachable

log = logging.getLogger(__name__)

SETTLE = "/api/settle"
AGAIN_MS = 2000
"""So long after a question without an answer it is asked again, while the line is up."""
NOT_DONE = "press.not_done"
"""Key of the refusal that says so; the core never heard the press, or was not told to do it."""


class Presses(QObject):
    """Sends presses, and answers each once it is certain.

    The line repeats a press whose answer is lost for some seconds, with the same key. If none comes all the
    same, it is not pressed again minutes later behind the clerk's back: once the core is back it is asked
    what became of that key, and what was not done by then is not done any more.

    Signals:
        unsure: Of a press under way it is not known whether it was done; it will be, once the line is up.
    """

    unsure = Signal()

    def __init__(self, link: Link, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._open: dict[str, Callable[[Reply], None]] = {}
        self._asked: set[str] = set()
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._settle)
        link.went_live.connect(self._settle)

    def post(self, path: str, body: Mapping[str, Any] | None, done: Callable[[Reply], None]) -> None:
        """Press; ``done`` gets an :class:`Answer` or a :class:`Refused`, also :data:`NOT_DONE`.

        The answer to a press that had to be asked about is empty: what it did, the feed has told.
        """
        key = new_key()
        self._link.post(path, body, lambda reply: self._came(key, done, reply), key)

    def _came(self, key: str, done: Callable[[Reply], None], reply: Reply) -> None:
        if not isinstance(reply, Unreachable):
            done(reply)
            return
        log.info("a press had no answer: %s", reply.detail)
        self._open[key] = done
        self.unsure.emit()
        self._settle()

    def _settle(self) -> None:
        if not self._link.live:
            return
        for key in self._open.keys() - self._asked:
            self._asked.add(key)
            self._link.post(SETTLE, {"key": key}, partial(self._settled, key))

    def _settled(self, key: str, reply: Reply) -> None:
        self._asked.discard(key)
        if isinstance(reply, Unreachable):
            self._again.start()
            return
        done = self._open.pop(key)
        match reply:
            case Answer(body=body):
                done(Answer({}) if body["done"] else Refused(NOT_DONE))
            case _:
                done(reply)
