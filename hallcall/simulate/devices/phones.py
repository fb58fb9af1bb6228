"""The visitors' phones on a simulated day: who left a number comes when the message says so."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import UTC, datetime
from time import perf_counter

from core.domain.hall import Hall
from core.domain.messages import Due, text_of
from core.domain.sms import MessageKind
from hallcall.simulate.faults import Fault, Faults
from hardware.sms.virtual import VirtualModem

TOLD_WITHIN_S = 15.0
"""A message that takes longer by the wall's clock has not come."""
LOOK_S = 0.02
FIRST = 13800100000
"""Made-up numbers count from here."""


class Phones:
    """Numbers that were left, and what reached them.

    Attributes:
        took_ms: How long each "come now" took from the call, by the wall's clock.
    """

    def __init__(self, hall: Hall, modem: VirtualModem, faults: Faults) -> None:
        self.took_ms: list[float] = []
        self._hall, self._modem, self._faults = hall, modem, faults
        self._given = 0
        self._of: dict[str, tuple[str, str]] = {}
        self._wanted: Counter[tuple[str, str]] = Counter()
        self._seen = 0
        self._sent: Counter[tuple[str, str]] = Counter()

    @property
    def sent(self) -> int:
        """How many messages were sent."""
        return len(self._modem.messages)

    def number(self) -> str:
        """Return a number nobody else has."""
        self._given += 1
        return str(FIRST + self._given)

    def keep(self, ticket: str, phone: str, lang: str) -> None:
        """Note whose number it is."""
        self._of[ticket] = (f"+86{phone}", lang)

    async def told(self, ticket: str, number: str, queue: str, window: int) -> None:
        """Wait until "come now" has reached the visitor; of who left no number nothing is waited for."""
        if ticket not in self._of or not self._hall.sms.of(MessageKind.NOW).on:
            return
        phone, lang = self._of[ticket]
        due = Due("", MessageKind.NOW, datetime.now(UTC), ticket, "", number, queue, window)
        message = (phone, text_of(self._hall, due, lang, ""))
        self._wanted[message] += 1
        began = perf_counter()
        while self._reached()[message] < self._wanted[message]:
            if perf_counter() - began > TOLD_WITHIN_S:
                self._faults.add(Fault.MESSAGE, f"{number} was called to window {window}, and not told so")
                return
            await asyncio.sleep(LOOK_S)
        self.took_ms.append((perf_counter() - began) * 1000)

    def check(self) -> None:
        """Note each "come now" that was sent more than once."""
        reached = self._reached()
        for message, count in self._wanted.items():
            if reached[message] > count:
                self._faults.add(Fault.MESSAGE, f"{message[1]!r} was sent {reached[message]} times")

    def _reached(self) -> Counter[tuple[str, str]]:
        if len(self._modem.sent) != self._seen:
            self._seen = len(self._modem.sent)
            self._sent = Counter(self._modem.messages)
        return self._sent
