"""A carrier that does as the test says, and a clock for ages and waits alike."""

from __future__ import annotations

from datetime import datetime

from hardware.sms.outbox import SmsOutbox
from hardware.sms.pdu import split_text
from hardware.sms.ports import Message, Receipt
from tests.support.clock import Clock


class Hands(Clock):
    """A clock that also ticks."""

    def ticks(self) -> float:
        return self.now.timestamp()


class FakeCarrier:
    """Takes messages.

    Attributes:
        failures: Raised by the next calls, one each; ``None`` lets one through.
        handed: Id and part of every call.
        sent: Id and text of every message whose last part was taken.
    """

    def __init__(self) -> None:
        self.name = "fake"
        self.failures: list[Exception | None] = []
        self.handed: list[tuple[str, int]] = []
        self.sent: list[tuple[str, str]] = []

    def parts(self, text: str) -> int:
        return len(split_text(text))

    def send(self, message: Message, part: int) -> str:
        self.handed.append((message.id, part))
        failure = self.failures.pop(0) if self.failures else None
        if failure is not None:
            raise failure
        if part == self.parts(message.text) - 1:
            self.sent.append((message.id, message.text))
        return f"ref {len(self.handed)}"


class Told:
    """Every receipt the outbox told."""

    def __init__(self) -> None:
        self.all: list[tuple[str, Receipt]] = []

    def __call__(self, message_id: str, receipt: Receipt) -> None:
        self.all.append((message_id, receipt))

    def stages(self, message_id: str) -> list[str]:
        return [receipt.stage.value for told, receipt in self.all if told == message_id]


def run_until(outbox: SmsOutbox, hands: Hands, until: datetime) -> None:
    """Let the outbox work, moving the clock to each moment it waits for, until a time or nothing waits."""
    while (wait_s := outbox.step()) is not None:
        if wait_s and hands.now.timestamp() + wait_s > until.timestamp():
            hands.now = until
            outbox.step()
            return
        hands.advance(seconds=wait_s)
