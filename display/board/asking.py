"""Asks the core now and then for what the feed does not tell."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from core.client.port import Link
from core.client.reply import Answer, Reply
from core.domain.event import Event, EventKind
from display.board.asked import passed_of, waits_of

EVERY_MS = 20_000
"""Minutes are told: they are new soon enough."""
SOON_MS = 1000
"""So long after a number was passed or came back; several within it are asked for once."""
_MOVES_PASSED = frozenset({EventKind.PASSED, EventKind.RESTORED, EventKind.VOID})


class Asking(QObject):
    """Expected waits and passed numbers, while the line is live."""

    def __init__(self, link: Link, heard: Callable[..., None], parent: QObject) -> None:
        """Ask from the moment on that the line is live.

        Args:
            link: The line.
            heard: Told ``waits`` or ``passed``, whichever came.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._link = link
        self._heard = heard
        self._every = QTimer(self, interval=EVERY_MS)
        self._soon = QTimer(self, interval=SOON_MS, singleShot=True)
        self._every.timeout.connect(self._ask)
        self._soon.timeout.connect(self._ask_passed)
        link.went_live.connect(self._began)
        link.went_dark.connect(self._every.stop)
        link.happened.connect(self._happened)
        if link.live:
            self._began()

    def stop(self) -> None:
        """Ask no more."""
        self._every.stop()
        self._soon.stop()
        self._link.went_live.disconnect(self._began)
        self._link.went_dark.disconnect(self._every.stop)
        self._link.happened.disconnect(self._happened)

    def _began(self) -> None:
        self._every.start()
        self._ask()

    def _happened(self, event: Event) -> None:
        if event.kind in _MOVES_PASSED and not self._soon.isActive():
            self._soon.start()

    def _ask(self) -> None:
        self._link.get("/api/queues", self._queues_came)
        self._ask_passed()

    def _ask_passed(self) -> None:
        self._link.get("/api/passed", self._passed_came)

    def _queues_came(self, reply: Reply) -> None:
        if isinstance(reply, Answer):
            self._heard(waits=waits_of(reply.body))

    def _passed_came(self, reply: Reply) -> None:
        if isinstance(reply, Answer):
            self._heard(passed=passed_of(reply.body))
