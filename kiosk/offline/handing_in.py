"""Handing in what was given while the core was away: in order, until the core has said that it has it."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from core.client.port import Link
from core.client.reply import Answer, Refused, Reply
from kiosk.offline.kept import Kept
from kiosk.offline.store import Pending, Settled, StoreFailed

log = logging.getLogger(__name__)

PATH = "/api/tickets/offline"
MOST = 50
"""Tickets of one request; the core takes no more."""
AGAIN_MS = 5_000
"""Pause before a core that did not answer is told again; one that comes back is told at once."""
RARELY_MS = 60_000
"""Pause before a core that does not listen to this machine is told again."""
_NOT_THE_TICKETS = (401, 403, 404, 405)
"""What a core answers that does not know this machine, or of such requests: no ticket is wrong."""
_MALFORMED = "request.invalid"


class HandingIn(QObject):
    """Tells the core of tickets, a batch at a time.

    The core takes each once, by its day and number, so what was told and not confirmed is told again: after a
    lost answer, and after this program was killed in between.

    Signals:
        done: The core has said what became of a batch.
        slip_late(str, object): Id of a ticket, and how its slip ended after it was told.
    """

    done = Signal()
    slip_late = Signal(str, object)

    def __init__(self, link: Link, kept: Kept, parent: QObject | None = None) -> None:
        """Begin to listen."""
        super().__init__(parent)
        self._link = link
        self._kept = kept
        self._under_way = False
        self._most = MOST
        self._not_heard = ""
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self.send)
        link.went_live.connect(self._came_back)
        link.hall_changed.connect(self._came_back)
        link.degraded_changed.connect(self.send)

    def send(self) -> None:
        """Hand in what there is, if the core can take it now."""
        hall = self._link.hall
        if self._under_way or hall is None or not self._link.live or self._link.degraded:
            return
        self._again.stop()
        try:
            batch = self._kept.run(lambda store: store.pending(hall.id, self._most))
        except StoreFailed:
            self._again.start(AGAIN_MS)
            return
        if not batch:
            self._most = MOST
            return
        self._under_way = True
        body = {"machine": batch[0].machine, "tickets": [_told(each) for each in batch]}
        self._link.post(PATH, body, lambda reply: self._answered(batch, reply))

    def soon(self) -> None:
        """Hand in a little later: how the slip ended is known by then."""
        if not self._under_way and not self._again.isActive():
            self._again.start(AGAIN_MS)

    def _came_back(self) -> None:
        """Also what the core has refused may be right now: its hall may be another."""
        hall = self._link.hall
        if hall is None:
            return
        try:
            self._kept.run(lambda store: store.ask_again(hall.id) if store.untold(hall.id)[1] else None)
        except StoreFailed:
            self._again.start(AGAIN_MS)
            return
        self.send()

    def _answered(self, batch: Sequence[Pending], reply: Reply) -> None:
        self._under_way = False
        match reply:
            case Answer(body):
                self._not_heard = ""
                self._settle([_settled(*each) for each in zip(batch, body["tickets"], strict=True)], batch)
            case Refused(key, params, status) if status in _NOT_THE_TICKETS:
                self._note_not_heard(key, params)
            case Refused(key, params, status) if status < 500 and len(batch) > 1:
                # One of them is malformed; each goes alone until all are told.
                log.warning(
                    "the core takes no tickets of a batch of %d: %s %s", len(batch), key, dict(params)
                )
                self._most = 1
                self.send()
            case Refused(key, _, status) if status < 500:
                self._settle([Settled(batch[0].seq, "", key or _MALFORMED)], batch)
            case _:
                self._again.start(AGAIN_MS)

    def _settle(self, settled: Sequence[Settled], batch: Sequence[Pending]) -> None:
        for each, pending in zip(settled, batch, strict=True):
            if each.refused:
                log.error("the core does not take %s of %s: %s", pending.number, pending.day, each.refused)
        try:
            late = self._kept.run(lambda store: store.settle(settled))
        except StoreFailed:
            # They are told again, and the core answers as before.
            self._again.start(AGAIN_MS)
            return
        for ticket, slip in late.items():
            self.slip_late.emit(ticket, slip)
        self.done.emit()
        self.send()

    def _note_not_heard(self, key: str, params: Mapping[str, Any]) -> None:
        if key != self._not_heard:
            log.error("the core takes no tickets of this machine: %s %s; they are kept", key, dict(params))
        self._not_heard = key
        self._again.start(RARELY_MS)


def _told(pending: Pending) -> dict[str, Any]:
    return {**pending.ticket, **({"slip": dict(pending.slip)} if pending.slip is not None else {})}


def _settled(pending: Pending, told: Mapping[str, Any]) -> Settled:
    """Return what became of a ticket; the core answers in the order it was asked."""
    if told["number"] != pending.number:
        raise ValueError(f"the core answers for {told['number']} and was told of {pending.number}")
    refused = told.get("refused")
    if refused:
        return Settled(pending.seq, "", refused["key"])
    return Settled(pending.seq, told["id"], "", pending.slip)
