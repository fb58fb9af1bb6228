"""Cards come and go, the reader fails in every way, and each card is told once and none for another."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from hardware.errors import DeviceError
from hardware.idcard import cards, driver, link
from hardware.idcard.card import SeenCard
from hardware.idcard.cards import MadeUpCard
from hardware.idcard.driver import CardReader
from hardware.idcard.frames import Command, Status
from hardware.idcard.record import seen_card
from hardware.idcard.virtual import VirtualReader
from tests.hardware.idcard.conftest import TODAY
from tests.hardware.idcard.direct_line import DirectLine

Fault = Callable[[VirtualReader], None]


def _says(command: Command, code: int) -> Fault:
    return lambda reader: reader.says.update({command: code})


def _garbles(command: Command, how: str) -> Fault:
    return lambda reader: getattr(reader, how).add(command)


def _is_silent(reader: VirtualReader) -> None:
    reader.silent = True


AT_A_CARD = [Command.FIND, Command.SELECT, Command.READ]
# One that says of a lying card that it is not there, or is there unread, has it read again: who could tell.
CODES = [code for code in (*Status, 0x77) if code not in (Status.FOUND, Status.FIND_FAILED)]
FAULTS = st.sampled_from(
    [
        *[_says(command, code) for command in AT_A_CARD for code in CODES],
        *[_garbles(command, how) for command in AT_A_CARD for how in ("wrong_check", "half")] * 3,
        *[_is_silent] * 10,
    ]
)


class Histories(RuleBasedStateMachine):
    """A reader in use; nothing waits, so thousands of looks are tried."""

    def __init__(self) -> None:
        super().__init__()
        self.reader = VirtualReader()
        self.line = DirectLine(self.reader.feed)
        self.told: list[SeenCard | DeviceError] = []
        self.told_of_this_card = 0
        self.connected = False
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(driver, "line_opener", lambda _url, baud: lambda: self.line)
            self.driver = CardReader("direct", lambda: TODAY, self._told)

    def _told(self, told: SeenCard | DeviceError) -> None:
        self.told.append(told)
        self.told_of_this_card += 1

    @initialize(finds_again=st.booleans())
    def of_a_kind(self, finds_again: bool) -> None:
        self.reader.finds_again = finds_again
        self._look()

    @precondition(lambda self: self.reader.card is None)
    @rule(card=st.sampled_from(cards.EVERY_KIND))
    def lay(self, card: MadeUpCard) -> None:
        self.told_of_this_card = 0
        self.reader.lay(card)

    @precondition(lambda self: self.reader.card is not None)
    @rule()
    def lift_and_be_noticed(self) -> None:
        self._mend()
        self.reader.lift()
        self._look()

    @rule()
    def look(self) -> None:
        self._look()

    @rule()
    def lose_the_line_and_find_it(self) -> None:
        self.line.gone = True
        self._look()
        self.line.gone = False
        self._look()

    @rule(fault=FAULTS)
    def fail(self, fault: Fault) -> None:
        fault(self.reader)

    @rule()
    def mended(self) -> None:
        self._mend()

    @rule(card=st.sampled_from(cards.EVERY_KIND))
    def whole_again_it_reads_the_next_card(self, card: MadeUpCard) -> None:
        self._mend()
        self.reader.lift()
        self._look()
        before = len(self.told)
        self.lay(card)
        self._look()
        assert self.told[before:] == [seen_card(card.read(), TODAY)]

    @invariant()
    def a_card_is_told_once_and_for_no_other(self) -> None:
        assert self.told_of_this_card <= 1
        if self.reader.card is not None and self.told_of_this_card:
            last = self.told[-1]
            assert isinstance(last, DeviceError) or last == seen_card(self.reader.card.read(), TODAY)

    def _look(self) -> None:
        # By the line's own clock: a busy machine must not look like a reader that says nothing.
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(link, "time", SimpleNamespace(monotonic=lambda: self.line.waited_s))
            try:
                if not self.connected:
                    self.driver.connect()
                    self.connected = True
                self.driver.look()
            except DeviceError:
                self.driver.disconnect()
                self.connected = False

    def _mend(self) -> None:
        self.reader.says.clear()
        self.reader.wrong_check.clear()
        self.reader.half.clear()
        self.reader.silent = False


Histories.TestCase.settings = settings(max_examples=60, stateful_step_count=30)
test_histories: Any = Histories.TestCase
