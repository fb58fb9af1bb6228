"""Slips that a guide asked for: a copy comes out of this kiosk's printer, once."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from PySide6.QtCore import QObject

from core.client.port import Link
from core.client.reply import Answer, Reply
from core.domain.event import Event, EventKind
from kiosk.slip_press import SlipPress
from kiosk.taken import read_ticket

log = logging.getLogger(__name__)

FRESH_S = 60.0
"""Nobody waits longer at a printer; the core lists the slip as missing then."""


class Reprints(QObject):
    """Prints what was asked of this kiosk's printer.

    The line hands on each event once. One that was missed while it was down is still printed if it is fresh
    by the core's clock, which is known from the newest event that came live; where none did, it is not.
    """

    def __init__(
        self,
        link: Link,
        press: SlipPress,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        """Begin to listen.

        Args:
            link: The line to the core.
            press: What prints.
            clock: Monotonic seconds.
            parent: Owner.
        """
        super().__init__(parent)
        self._link = link
        self._press = press
        self._clock = clock
        self._core_ahead_s: float | None = None
        if press.printer:
            link.happened.connect(self._happened)

    def _happened(self, event: Event) -> None:
        at_s = event.at.timestamp()
        if self._link.live:
            self._core_ahead_s = at_s - self._clock()
        if event.kind is not EventKind.REPRINTED or event.data.get("printer") != self._press.printer:
            return
        if self._core_ahead_s is None or self._clock() + self._core_ahead_s - at_s > FRESH_S:
            log.warning("a copy of %s was asked for too long ago; it is not printed", event.data["number"])
            return
        self._link.get(f"/api/tickets/{event.ticket}", lambda reply: self._came(event, reply))

    def _came(self, event: Event, reply: Reply) -> None:
        if isinstance(reply, Answer):
            self._press.print(read_ticket(reply.body), copy=True)
        else:
            log.warning("the core did not tell what is on the copy of %s: %s", event.data["number"], reply)
