"""Today's key for identity cards: asked of the core, kept in memory, forgotten with the day."""

from __future__ import annotations

import base64
import logging
from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QObject, QTimer

from core.client.port import Link
from core.client.reply import Answer, Reply
from core.domain.clock import business_date
from core.domain.event import Event, EventKind
from hardware.idcard.card import DayKey

log = logging.getLogger(__name__)

AGAIN_MS = 5_000
"""Pause before a core that gave no key is asked again."""


class CardKey(QObject):
    """The key that today's cards are hashed with.

    It is there while the core is heard; without one no card is read. A new one is asked for when the line
    comes up, and when the day turns, by the core's word or by this machine's clock.
    """

    def __init__(
        self,
        link: Link,
        now: Callable[[], datetime],
        parent: QObject | None = None,
        *,
        wanted: bool = True,
    ) -> None:
        """Make it ready.

        Args:
            link: The line to the core.
            now: The hall's time, in UTC.
            parent: Owner.
            wanted: Cards are read here; else no key is asked for.
        """
        super().__init__(parent)
        self._link = link
        self._now = now
        self._key: DayKey | None = None
        self._lent: DayKey | None = None
        self._asked_on: date | None = None
        self._asking: object | None = None
        self._refused = False
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self._ask)
        if not wanted:
            return
        link.went_live.connect(self._ask)
        link.went_dark.connect(self._forget)
        link.happened.connect(self._happened)
        if link.live:
            self._ask()

    def today(self) -> DayKey | None:
        """Return the key that a card is read with, ``None`` while there is none; any thread may ask.

        It is today's, or that of the day which somebody books.
        """
        return self._lent or self._key

    def lend(self, key: DayKey | None) -> None:
        """Let cards be read with the key of a day that is booked, until it is taken back with ``None``."""
        self._lent = key

    def look(self) -> None:
        """Look at the clock: the key of a day that is over is forgotten, and the next one asked for."""
        if self._key is not None and self._asked_on != self._day():
            self._forget()
            self._ask()

    def _day(self) -> date | None:
        hall = self._link.hall
        return business_date(self._now(), hall.zone_info, hall.day_starts) if hall else None

    def _happened(self, event: Event) -> None:
        if event.kind is EventKind.HALL_CHANGED and "date" in event.data:
            self._forget()
            self._ask()

    def _forget(self) -> None:
        self._key = self._lent = None
        self._asking = None
        self._again.stop()

    def _ask(self) -> None:
        if self._asking is not None or not self._link.live:
            return
        # What was asked before the day turned, or before the line broke, is not today's answer.
        asked = self._asking = object()
        self._link.get("/api/card-key", lambda reply: self._came(reply) if self._asking is asked else None)

    def _came(self, reply: Reply) -> None:
        self._asking = None
        if isinstance(reply, Answer):
            self._asked_on = self._day()
            self._key = read_key(reply)
            self._refused = False
            return
        if not self._refused:
            log.warning("the core gave no key for today's cards; none is read until it does")
        self._refused = True
        self._again.start()


def read_key(answer: Answer) -> DayKey:
    """Return the key of the answer to ``GET /api/card-key``."""
    return DayKey(date.fromisoformat(answer.body["date"]), base64.b64decode(answer.body["key"]))
