"""The outbox: each message once, in the order of its number's, and none that has become untrue."""

from __future__ import annotations

import logging
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from core.domain.privacy import masked_phone
from hardware.errors import DeviceError
from hardware.sms.errors import NetworkBusy, RepeatKnown, SmsFailed
from hardware.sms.ledger import Ledger, MemoryLedger
from hardware.sms.number import NumberRefused, mobile_number
from hardware.sms.pdu import TextRefused
from hardware.sms.ports import Carrier, Delivered, Kind, Message, Receipt, Stage
from hardware.sms.waiting import RETRY_S, Entry, Waiting, backoff_s

log = logging.getLogger(__name__)

WORTH = {Kind.COME_NOW: timedelta(minutes=2), Kind.NOTICE: timedelta(hours=4)}
"""How old a message may be; an older one is thrown away."""
MOST_BUSY = 8
"""How often a message is tried that the network is too busy for: some six minutes."""
HOLD_S = (2.0, 5.0, 15.0, 30.0)
"""Waits before anything is sent again after the carrier itself failed; the last one stays."""
_MOST_REPORTS = 1000
"""Messages whose reports are kept while others are still to come."""
_LOOK_S = 15.0
"""So often it is looked for what has become too old, while something waits."""

Changed = Callable[[str, Receipt], None]


def utc_now() -> datetime:
    """Return the instant."""
    return datetime.now(UTC)


class SmsOutbox:
    """Sends on a thread of its own; see :class:`hardware.sms.ports.Outbox`.

    A failure of the carrier as such (gone, no SIM, no network) holds all messages back for a while; one of
    a single message only that message and those of its number behind it.
    """

    def __init__(
        self,
        carrier: Carrier,
        changed: Changed = lambda _message_id, _receipt: None,
        *,
        ledger: Ledger | None = None,
        clock: Callable[[], datetime] = utc_now,
        ticks: Callable[[], float] = time.monotonic,
        retry_s: tuple[float, ...] = RETRY_S,
        hold_s: tuple[float, ...] = HOLD_S,
    ) -> None:
        """Make an outbox, not yet started.

        Args:
            changed: Told each new receipt, on the outbox's or the modem's thread; it must not wait.
            clock: Tells how old a message is.
            ticks: Seconds that only ever grow, for the waits between tries.
            retry_s: Those waits for a message the network would not take, the last one again and again.
            hold_s: The same for all messages, after the carrier itself failed.
        """
        self._carrier = carrier
        self._changed = changed
        self._ledger = ledger or MemoryLedger()
        self._clock = clock
        self._ticks = ticks
        self._retry_s = retry_s
        self._hold_s = hold_s
        self._waiting = Waiting()
        self._held_until = 0.0
        self._holds = 0
        self._stopping = False
        self._withdrawn: set[str] = set()
        self._reports: dict[str, dict[int, Delivered]] = {}
        self._news = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="sms outbox", daemon=True)

    def submit(self, message_id: str, number: str, text: str, kind: Kind, made_at: datetime) -> Receipt:
        """Take a message; see :class:`hardware.sms.ports.Outbox`."""
        with self._news:
            known = self._ledger.receipt(message_id)
            if known is not None:
                return known
            taken = self._take(message_id, number, text, kind, made_at)
            receipt = taken if isinstance(taken, Receipt) else Receipt(Stage.QUEUED)
            self._ledger.note(message_id, receipt)
            if isinstance(taken, Entry):
                self._waiting.add(taken)
                self._news.notify()
            return receipt

    def receipt(self, message_id: str) -> Receipt | None:
        """Return what is known of a message; see :class:`hardware.sms.ports.Outbox`."""
        with self._news:
            return self._ledger.receipt(message_id)

    def withdraw(self, message_id: str) -> None:
        """Send a message no more that is no longer true, if it is not under way or sent; from any thread."""
        with self._news:
            self._withdrawn.add(message_id)
            self._news.notify()

    def reported(self, message_id: str, part: int, delivered: Delivered) -> None:
        """Take in what became of a part on its way to the phone; from any thread.

        A message is delivered with its last part, and failed with the first that the network gives up.
        """
        with self._news:
            if delivered is not Delivered.NOT_YET:
                self._reports.setdefault(message_id, {})[part] = delivered
                while len(self._reports) > _MOST_REPORTS:
                    del self._reports[next(iter(self._reports))]
        self._settle(message_id)

    def start(self) -> None:
        """Begin to send."""
        self._thread.start()

    def stop(self) -> None:
        """End after the message under way; what still waits is as if it had never been taken."""
        with self._news:
            self._stopping = True
            self._news.notify()
        if self._thread.is_alive():
            self._thread.join()

    def step(self) -> float | None:
        """Throw away what is too old, send one message that is due, and return how long until the next.

        For the outbox's own thread, or a test in its place: one caller only.

        Returns:
            Seconds; ``None`` where nothing waits.
        """
        self._throw_away()
        with self._news:
            now = self._ticks()
            entry = self._waiting.next(now) if now >= self._held_until else None
        if entry is not None:
            self._send(entry)
        with self._news:
            return self._wait_s()

    def _wait_s(self) -> float | None:
        due = self._waiting.next_due()
        return None if due is None else max(0.0, max(due, self._held_until) - self._ticks())

    def _take(
        self, message_id: str, number: str, text: str, kind: Kind, made_at: datetime
    ) -> Entry | Receipt:
        try:
            message = Message(message_id, mobile_number(number), text, kind, made_at)
            entry = Entry(message, self._carrier.parts(text))
        except (NumberRefused, TextRefused) as refused:
            log.warning("sms %s is not sent: %s", message_id, refused)
            return Receipt(Stage.FAILED, refused.key, str(refused))
        return entry

    def _run(self) -> None:
        while True:
            self.step()
            with self._news:
                if self._stopping:
                    return
                # What came meanwhile is seen here, before it waits.
                wait_s = self._wait_s()
                if wait_s != 0 and not self._withdrawn:
                    self._news.wait(None if wait_s is None else min(wait_s, _LOOK_S))

    def _throw_away(self) -> None:
        now = self._clock()
        with self._news:
            untrue, self._withdrawn = self._withdrawn, set()
            withdrawn = self._waiting.take_out(lambda entry: entry.message.id in untrue)
            old = self._waiting.take_out(
                lambda entry: now - entry.message.made_at > WORTH[entry.message.kind]
            )
        for entry in withdrawn:
            self._tell(entry, _given_up(entry, "sms.too_late", "it is no longer true"))
        for entry in old:
            detail = f"made at {entry.message.made_at.isoformat(timespec='seconds')}"
            self._tell(entry, _given_up(entry, "sms.too_late", detail))

    def _send(self, entry: Entry) -> None:
        entry.tries += 1
        said: list[str] = []
        try:
            with self._news:
                self._ledger.begin(entry.message.id)
            while entry.done < entry.parts:
                said.append(self._carrier.send(entry.message, entry.done))
                entry.done += 1
        except DeviceError as failure:
            self._failed(entry, failure)
        except Exception as bug:
            # What it says may hold the number or the text, where it happened does not.
            where = "".join(traceback.format_tb(bug.__traceback__))
            log.error("sms %s: an unexpected %s\n%s", entry.message.id, type(bug).__name__, where)
            self._end(entry, _receipt(entry, Stage.UNKNOWN, "error.unknown", type(bug).__name__))
        else:
            self._holds = 0
            self._end(entry, _receipt(entry, Stage.SENT, "", ", ".join(said)))
            self._settle(entry.message.id)

    def _settle(self, message_id: str) -> None:
        """Turn "sent" into what the reports say, once they do; they may come before it is known as sent."""
        with self._news:
            sent, reports = self._ledger.receipt(message_id), self._reports.get(message_id, {})
            if sent is None or sent.stage is not Stage.SENT or not reports:
                return
            if Delivered.NO in reports.values():
                receipt = replace(sent, stage=Stage.FAILED, key="sms.undelivered")
            elif len(reports) == sent.parts_sent:
                receipt = replace(sent, stage=Stage.DELIVERED)
            else:
                return
            del self._reports[message_id]
        self._keep(message_id, receipt, "its phone")

    def _failed(self, entry: Entry, failure: DeviceError) -> None:
        key, detail = failure.key, failure.detail
        if entry.done:
            detail = f"{detail}; {entry.done} of {entry.parts} parts are sent"
        if failure.maybe_done:
            self._hold()
            self._end(entry, _receipt(entry, Stage.UNKNOWN, "sms.unknown", detail))
        elif isinstance(failure, SmsFailed) and not failure.passes:
            self._holds = 0
            self._end(entry, _receipt(entry, Stage.FAILED, key, detail))
        elif isinstance(failure, NetworkBusy):
            entry.in_doubt |= isinstance(failure, RepeatKnown)
            self._busy(entry, key, detail)
        else:
            self._hold()
            self._tell(entry, _receipt(entry, Stage.QUEUED, key, detail))

    def _busy(self, entry: Entry, key: str, detail: str) -> None:
        self._holds = 0
        entry.busy += 1
        if entry.busy >= MOST_BUSY:
            self._end(entry, _given_up(entry, key, detail))
            return
        with self._news:
            entry.due = self._ticks() + backoff_s(entry.busy, self._retry_s)
        self._tell(entry, _receipt(entry, Stage.QUEUED, key, detail))

    def _hold(self) -> None:
        self._holds += 1
        self._held_until = self._ticks() + backoff_s(self._holds, self._hold_s)

    def _end(self, entry: Entry, receipt: Receipt) -> None:
        with self._news:
            self._waiting.remove(entry)
        self._tell(entry, receipt)

    def _tell(self, entry: Entry, receipt: Receipt) -> None:
        number = entry.message.number.removeprefix("+86")
        self._keep(entry.message.id, receipt, masked_phone(number))

    def _keep(self, message_id: str, receipt: Receipt, to: str) -> None:
        with self._news:
            self._ledger.note(message_id, receipt)
        worse = receipt.stage in (Stage.FAILED, Stage.UNKNOWN)
        log.log(
            logging.WARNING if worse else logging.INFO,
            "sms %s to %s is %s%s",
            message_id,
            to,
            receipt.stage.value,
            f": {receipt.key}, {receipt.detail}" if receipt.key else "",
        )
        try:
            self._changed(message_id, receipt)
        except Exception as bug:
            where = "".join(traceback.format_tb(bug.__traceback__))
            log.error("sms %s: telling it failed with %s\n%s", message_id, type(bug).__name__, where)


def _receipt(entry: Entry, stage: Stage, key: str, detail: str) -> Receipt:
    return Receipt(stage, key, detail, entry.tries, entry.done)


def _given_up(entry: Entry, key: str, detail: str) -> Receipt:
    if entry.in_doubt:
        return _receipt(entry, Stage.UNKNOWN, "sms.unknown", f"{key}: {detail}")
    return _receipt(entry, Stage.FAILED, key, detail)
