"""Text messages as an agent: whenever something happens to who left a number, asks what is due and sends it.

The feed only says when to look; what is due is asked of the core, and the outbox's ledger knows what has been
sent. So nothing is lost while the one or the other is down, and nothing is sent twice.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any
from urllib.parse import quote

from PySide6.QtCore import QObject, QTimer

from core.client.port import Link
from core.client.reply import Answer, Refused, Reply
from core.domain.clock import from_text, to_text
from core.domain.event import Event, EventKind
from core.domain.floor import states_of
from core.domain.messages import Due, text_of
from core.domain.sms import MessageKind
from core.domain.ticket import LegState
from hardware.sms.ports import Kind, Outbox, Stage

log = logging.getLogger(__name__)

RETRY_MS = 5000
"""So long after a question that the core did not answer it is asked again."""
OVERLAP = timedelta(minutes=1)
"""Visits that ended so long before the last answer are asked for again: it may have missed one under way."""
GONE = 404


def _utc_now() -> datetime:
    return datetime.now(UTC)


class TextMessages(QObject):
    """Puts into the outbox what the core says is due; the phone number is asked for only then.

    In a hall where nobody leaves a number nothing is asked but once, when the line comes up.
    """

    def __init__(
        self,
        link: Link,
        outbox: Outbox,
        *,
        begun: datetime,
        clock: Callable[[], datetime] = _utc_now,
        retry_ms: int = RETRY_MS,
        parent: QObject | None = None,
    ) -> None:
        """Follow ``link``; the outbox stays its owner's.

        Args:
            begun: Since when the outbox remembers what it sent: what became true earlier is left alone.
        """
        super().__init__(parent)
        self._link = link
        self._outbox = outbox
        self._begun = begun
        self._clock = clock
        self._tickets: set[str] = set()
        self._queues: set[str] = set()
        self._since: datetime | None = None
        self._everything = True
        self._looking = self._look_again = self._closed = False
        self._true: set[str] = set()
        self._asking: set[str] = set()
        self._without: set[str] = set()
        self._queued: dict[str, MessageKind] = {}
        self._refused: Reply | None = None
        self._retry = QTimer(self, singleShot=True, interval=retry_ms)
        self._retry.timeout.connect(self.look)
        link.happened.connect(self._happened)
        link.went_live.connect(self.look)
        link.hall_changed.connect(self.look)

    def close(self) -> None:
        """Follow no more."""
        self._closed = True
        self._retry.stop()
        self._link.happened.disconnect(self._happened)
        self._link.went_live.disconnect(self.look)
        self._link.hall_changed.disconnect(self.look)

    def look(self) -> None:
        """Ask the core what is due; asked while an answer is awaited, once more after it."""
        if self._closed or not self._link.live:
            return
        if self._looking:
            self._look_again = True
            return
        self._looking = True
        since = "" if self._everything or self._since is None else f"?since={to_text(self._since)}"
        self._everything = False
        self._link.get(f"/api/messages{since}", self._told)

    def _happened(self, event: Event) -> None:
        leaves = states_of(event)[0] is LegState.WAITING and event.data.get("queue") in self._queues
        if event.kind is EventKind.REACHABLE or event.ticket in self._tickets or leaves:
            self.look()

    def _told(self, reply: Reply) -> None:
        self._looking = False
        if self._closed:
            return
        if isinstance(reply, Answer):
            self._refused = None
            self._take(reply.body)
        else:
            self._failed(reply)
        if self._look_again:
            self._look_again = False
            self.look()

    def _take(self, body: Mapping[str, Any]) -> None:
        now = from_text(body["at"])
        self._tickets, self._queues = set(body["tickets"]), set(body["queues"])
        self._since = now - OVERLAP
        due = [_due(each) for each in body["messages"]]
        self._true = {each.id for each in due}
        self._withdraw()
        for message in due:
            # By our clock: the core's may be minutes off.
            made_at = self._clock() - (now - message.at)
            if made_at >= self._begun and self._is_new(message):
                self._asking.add(message.id)
                path = f"/api/tickets/{quote(message.ticket, safe='')}/contact"
                self._link.get(path, partial(self._reached, message, made_at))

    def _is_new(self, message: Due) -> bool:
        known = message.id in self._asking or message.ticket in self._without
        return not known and self._outbox.receipt(message.id) is None

    def _reached(self, message: Due, made_at: datetime, reply: Reply) -> None:
        self._asking.discard(message.id)
        hall = self._link.hall
        if self._closed or not self._still_true(message.id, message.kind):
            return
        if isinstance(reply, Answer) and hall is not None:
            contact = reply.body
            text = text_of(hall, message, contact["lang"], contact["track"])
            kind = Kind.COME_NOW if message.kind is MessageKind.NOW else Kind.NOTICE
            receipt = self._outbox.submit(message.id, contact["phone"], text, kind, made_at)
            if receipt.stage is Stage.QUEUED:
                self._queued[message.id] = message.kind
        elif isinstance(reply, Refused) and reply.status == GONE:
            # Erased meanwhile, or sealed by another key.
            self._without.add(message.ticket)
        else:
            self._failed(reply)

    def _still_true(self, message_id: str, kind: MessageKind) -> bool:
        # That a visit can be rated stays true; it is named for a while only.
        return message_id in self._true or kind is MessageKind.RATING

    def _withdraw(self) -> None:
        """Take back what waits and is true no longer: who was called is not told that three are ahead."""
        for message_id, kind in list(self._queued.items()):
            receipt = self._outbox.receipt(message_id)
            if receipt is None or receipt.stage is not Stage.QUEUED:
                del self._queued[message_id]
            elif not self._still_true(message_id, kind):
                self._outbox.withdraw(message_id)

    def _failed(self, reply: Reply) -> None:
        """Ask for everything again after a while: what was not answered must be named once more."""
        self._everything = True
        self._retry.start()
        # Once for each reason.
        if reply != self._refused:
            log.warning("the core does not tell which messages are due: %s", reply)
        self._refused = reply


def _due(said: Mapping[str, Any]) -> Due:
    values = dict(said) | {"kind": MessageKind(said["kind"]), "at": from_text(said["at"])}
    return Due(**{name: values[name] for name in Due.__dataclass_fields__})
