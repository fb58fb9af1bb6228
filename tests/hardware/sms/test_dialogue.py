"""Lines that are no modem's: at a wrong speed, or talking for ever. The clock is the test's."""

from __future__ import annotations

import pytest

from hardware.errors import DeviceUnreachable
from hardware.line import Line
from hardware.sms.answers import read_signal
from hardware.sms.dialogue import Dialogue


class Babble(Line):
    """Says the same for ever; each read takes a tenth of a second of the test's clock."""

    def __init__(self, says: bytes) -> None:
        super().__init__("serial:COM9")
        self.now = 0.0
        self._says = says

    def clock(self) -> float:
        return self.now

    def _write(self, data: bytes) -> None:
        pass

    def _read(self, timeout_s: float) -> bytes:
        self.now += 0.1
        return self._says

    def _close(self) -> None:
        pass


@pytest.mark.parametrize("says", [b"\xfe\x00\x80" * 100, b"RING\r\n" * 50, b"\r\n> " * 50, b"+CDS: 1\r\n"])
def test_one_that_talks_for_ever_is_given_up_in_time(says: bytes) -> None:
    line = Babble(says)
    dialogue = Dialogue(line, line.clock)
    with pytest.raises(DeviceUnreachable, match="does not answer"):
        dialogue.wake(timeout_s=3, quiet_s=0.1)
    assert line.now < 30
    with pytest.raises(DeviceUnreachable):
        dialogue.ask("AT+CSQ", 3, read_signal)


def test_an_answer_whose_ok_is_lost_is_an_answer() -> None:
    line = Babble(b"\r\n+CSQ: 20,99\r\n")
    assert Dialogue(line, line.clock).ask("AT+CSQ", 3, read_signal).line == "+CSQ: 20,99"


class Scripted(Line):
    """Has something to say already, and answers what it hears with what the script says next.

    Attributes:
        script: One answer for each thing heard; of several pieces each comes in a read of its own.
    """

    def __init__(self, before: bytes, *script: list[bytes]) -> None:
        super().__init__("serial:COM9")
        self.script = list(script)
        self._waiting = [before]

    def clock(self) -> float:
        return 0.0

    def _write(self, data: bytes) -> None:
        self._waiting += self.script.pop(0)

    def _read(self, timeout_s: float) -> bytes:
        return self._waiting.pop(0) if self._waiting else b""

    def _close(self) -> None:
        pass


@pytest.mark.parametrize(
    "stale", [b"\r\nERROR\r\n", b"\r\n+CSQ: 1,99\r\n\r\nOK\r\n", b"\r\n+CSQ: 1,99\r\n", b"\r\nOK\r\n"]
)
def test_what_had_come_before_the_question_is_no_answer_to_it(stale: bytes) -> None:
    line = Scripted(stale, [b"\r\n+CSQ: 20,99\r\n\r\nOK\r\n"])
    assert Dialogue(line, line.clock).ask("AT+CSQ", 3, read_signal).line == "+CSQ: 20,99"


def test_what_comes_late_while_a_modem_wakes_is_let_pass() -> None:
    line = Scripted(
        b"", [b""], [b"\r\nOK\r\n", b"\r\nERROR\r\n", b"\r\nOK\r\n"], [b"\r\n+CSQ: 20,99\r\n\r\nOK\r\n"]
    )
    dialogue = Dialogue(line, line.clock)
    dialogue.wake(3, 0.1)
    assert line.read(0) == b"", "all of it was heard"
    assert dialogue.ask("AT+CSQ", 3, read_signal).line == "+CSQ: 20,99"
