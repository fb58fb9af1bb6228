"""Having numbers reserved: when the line comes up, when the day turns, and when some were given."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from core.client.port import Link
from core.client.reply import Answer, Refused, Reply
from core.domain.event import Event, EventKind
from core.domain.hall import Hall
from kiosk.offline.hall_time import HallTime
from kiosk.offline.kept import Kept
from kiosk.offline.store import Number, OfflineStore, Place, StoreFailed

log = logging.getLogger(__name__)

PATH = "/api/blocks"
AGAIN_MS = 5_000
"""Pause before a core that did not answer is asked again."""
RARELY_MS = 60_000
"""Pause before a core that has refused is asked again, and between two looks at the date."""
_EPOCH = "epoch"
TICKET_DAYS = 31
"""The core takes tickets of so many days (docs/operations.md)."""


class Blocks(QObject):
    """Keeps the kiosk's block full.

    Signals:
        changed: Numbers came in, or the day turned.
    """

    changed = Signal()

    def __init__(
        self, link: Link, kept: Kept, time: HallTime, machine: str, parent: QObject | None = None
    ) -> None:
        """Begin to listen.

        Args:
            machine: The name to reserve for.
        """
        super().__init__(parent)
        self._link = link
        self._kept = kept
        self._time = time
        self._machine = machine
        self._asking = False
        self._wanted = False
        self._refused = ""
        self._full_on: date | None = None
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self.top_up)
        self._look = QTimer(self, interval=RARELY_MS)
        self._look.timeout.connect(self._look_at_date)
        self._look.start()
        link.went_live.connect(self.top_up)
        link.hall_changed.connect(self.top_up)
        link.degraded_changed.connect(self.top_up)
        link.happened.connect(self._happened)

    def top_up(self, day: date | None = None) -> None:
        """Ask for what is missing.

        Args:
            day: The business day, where the core has said it; else by the clock.
        """
        hall = self._link.hall
        if hall is None or not self._link.live or self._link.degraded:
            return
        if self._asking:
            self._wanted = True
            return
        self._look_at_epoch()
        wanted_on = day or self._time.today(hall)
        place = Place(hall.id, self._machine, wanted_on.isoformat())
        try:
            have = self._kept.run(lambda store: store.left(place))
        except StoreFailed:
            # Numbers that cannot be kept are not asked for.
            self._again.start(AGAIN_MS)
            return
        self._asking, self._wanted = True, False
        size = hall.kiosk(self._machine).numbers_kept
        body = {"machine": self._machine, "have": have, "size": size}
        self._link.post(PATH, body, lambda reply: self._came(hall, wanted_on, reply))

    def _look_at_epoch(self) -> None:
        """Give no number of a hall that was put back from a backup since: it does not know whose they are."""
        epoch = self._link.epoch
        try:
            known = self._kept.run(lambda store: store.kept(_EPOCH))
            if not epoch or known == epoch:
                return
            if known is not None:
                log.warning("the hall was put back from a backup: the numbers kept here are dropped")
                self._kept.run(lambda store: store.drop_free())
            self._kept.run(lambda store: store.keep(_EPOCH, epoch))
        except StoreFailed:
            return  # then nothing can be counted either, and it is tried again

    def _came(self, hall: Hall, wanted_on: date, reply: Reply) -> None:
        self._asking = False
        match reply:
            case Answer(body):
                self._refused = ""
                self._take(hall, wanted_on, body)
            case Refused(key, params, status) if status < 500:
                self._note_refused(key, params)
            case _:
                self._again.start(AGAIN_MS)

    def _take(self, hall: Hall, wanted_on: date, body: Mapping[str, Any]) -> None:
        place = Place(hall.id, self._machine, body["date"])
        today = date.fromisoformat(place.day)
        try:
            self._kept.run(lambda store: _keep(store, place, today, body["blocks"]))
        except StoreFailed:
            self._again.start(AGAIN_MS)
            return
        turned, self._full_on = today != wanted_on and today != self._full_on, today
        self.changed.emit()
        if turned or self._wanted:
            # It counted what is left of another day.
            self.top_up(today if turned else None)

    def _note_refused(self, key: str, params: Mapping[str, Any]) -> None:
        if key != self._refused:
            log.warning("the core reserves no numbers for %s: %s %s", self._machine, key, dict(params))
        self._refused = key
        self._again.start(RARELY_MS)

    def _happened(self, event: Event) -> None:
        if event.kind is EventKind.HALL_CHANGED and "date" in event.data:
            self.changed.emit()
            self.top_up(date.fromisoformat(event.data["date"]))

    def _look_at_date(self) -> None:
        hall = self._link.hall
        if hall is not None and self._full_on != self._time.today(hall):
            self.changed.emit()
            self.top_up()


def _keep(store: OfflineStore, place: Place, today: date, blocks: list[Mapping[str, Any]]) -> None:
    store.turn_day(place.day, (today - timedelta(days=TICKET_DAYS)).isoformat())
    if blocks:
        told = {
            each["queue"]: [Number(one["number"], one["track"]) for one in each["numbers"]] for each in blocks
        }
        store.reserve(place, told)
