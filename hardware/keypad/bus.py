"""The master of a bus of keypads and raters, as a worker looks after it."""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from hardware.keypad.frame import FIRST_ADDRESS, LAST_ADDRESS, MASTER, PAD, Frame, FrameReader, encoded
from hardware.keypad.messages import Answer, Key, Poll, Question, Refused, Shown, answer, question_body
from hardware.keypad.pad import Pad
from hardware.line import Line, line_opener
from hardware.worker import READY, Health, State

log = logging.getLogger(__name__)

BAUD = 9600
ANSWER_S = 0.1
"""How long an answer may take at 9600 baud: question 31 ms, pad 20 ms, answer 36 ms, USB adapter 16 ms."""
PAUSE_S = 0.003
"""Between an answer and the next question: the pad's RS-485 driver lets go of the line."""
ROUND_S = 0.5
"""How long one look goes from pad to pad; the next one goes on behind the last pad."""
PROBE_S = 0.5
"""Between two questions to silent pads while others answer: those lose a fifth of the time at most."""
KEYS_A_VISIT = 4
EVERY_S = 0.02
"""For the worker: a finger feels no shorter pause, and a bus of few pads leaves the processor alone."""

SILENT = "keypad.silent"
REFUSED = "keypad.refused"


@dataclass(frozen=True, slots=True)
class BusSettings:
    """How to talk to a bus.

    Attributes:
        url: Where it is, a form of ``hardware.line``.
        addresses: Of its pads, each 1 to 247.
        answer_s: How long an answer may take.
        pause_s: Between an answer and the next question.
    """

    url: str
    addresses: tuple[int, ...]
    answer_s: float = ANSWER_S
    pause_s: float = PAUSE_S

    def __post_init__(self) -> None:
        line_opener(self.url, baud=BAUD)
        wrong = [one for one in self.addresses if not FIRST_ADDRESS <= one <= LAST_ADDRESS]
        if wrong:
            raise ValueError(f"addresses are {FIRST_ADDRESS} to {LAST_ADDRESS}, not {wrong}")
        if not self.addresses or len(set(self.addresses)) < len(self.addresses):
            raise ValueError(f"each pad has an address of its own, not {list(self.addresses)}")
        if not (0.01 <= self.answer_s <= 1 and 0 <= self.pause_s <= 0.1):
            raise ValueError(f"answer_s is 0.01 to 1, pause_s 0 to 0.1, not {self.answer_s}, {self.pause_s}")


class PadBus:
    """A ``Device``: asks each pad in turn. The worker's ``every_s`` is :data:`EVERY_S`.

    Attributes:
        name: As the settings name it.
    """

    def __init__(
        self,
        settings: BusSettings,
        pressed: Callable[[int, int], None],
        *,
        name: str = "",
        new_token: Callable[[], int] = lambda: secrets.randbelow(0x10000),
    ) -> None:
        """Make a bus, not yet connected.

        Args:
            settings: How to talk to it.
            pressed: Told address and key of each press once, on the worker's thread; it must not wait.
            name: Its address where the device file gives it no name.
            new_token: What tells one session from another.
        """
        self.name = name or settings.url
        self._settings = settings
        self._pressed = pressed
        self._open = line_opener(settings.url, baud=BAUD)
        self._line: Line | None = None
        self._pads = {address: Pad(address, new_token) for address in settings.addresses}
        self._turn = list(self._pads.values())
        self._to_probe = list(self._pads.values())
        self._probed_s = float("-inf")

    def connect(self) -> None:
        """Open the line. The sessions with the pads go on: a line that was away makes no second press."""
        self.disconnect()
        self._line = self._open()

    def look(self) -> Health:
        """Ask the pads that answer, and one of those that do not."""
        if self._line is None:
            self.connect()
        deadline = time.monotonic() + ROUND_S
        for pad in self._in_turn():
            self._visit(pad)
            if time.monotonic() > deadline:
                break
        self._probe()
        return self._health()

    def disconnect(self) -> None:
        """Give the line back."""
        if self._line is not None:
            self._line.close()
            self._line = None

    def show(self, address: int, shown: Shown) -> None:
        """Have a pad show something, now or when it is back; may be called from any thread.

        Raises:
            KeyError: No pad of this bus has the address.
        """
        self._pads[address].wanted = shown

    def silent(self) -> list[int]:
        """Return the addresses that do not answer; may be called from any thread."""
        return [pad.address for pad in self._pads.values() if pad.silent]

    def about(self) -> dict[int, str]:
        """Return what each pad that answers says of itself; may be called from any thread."""
        return {pad.address: pad.about for pad in self._pads.values() if not pad.silent}

    def _in_turn(self) -> Iterable[Pad]:
        """Give each pad that answers once, first who has waited longest."""
        for pad in list(self._turn):
            if not pad.silent:
                self._turn.remove(pad)
                self._turn.append(pad)
                yield pad

    def _probe(self) -> None:
        """Ask the silent pad that was asked longest ago, seldom while others answer."""
        silent = [pad for pad in self._to_probe if pad.silent]
        others = len(silent) < len(self._pads)
        if not silent or (others and time.monotonic() - self._probed_s < PROBE_S):
            return
        pad = silent[0]
        self._to_probe.remove(pad)
        self._to_probe.append(pad)
        self._visit(pad)
        self._probed_s = time.monotonic()

    def _visit(self, pad: Pad) -> None:
        """Greet it, show it what it must show, and take the keys it has, as far as it answers."""
        for _ in range(2 + KEYS_A_VISIT):
            question = pad.next_question()
            heard = self._ask(pad.address, question)
            if heard is None:
                self._missed(pad)
                return
            self._heard(pad, heard)
            if isinstance(heard, Refused) or (isinstance(question, Poll) and not isinstance(heard, Key)):
                return

    def _missed(self, pad: Pad) -> None:
        before = pad.silent
        pad.missed()
        if pad.silent and not before:
            log.warning("%s: pad %02X does not answer", self.name, pad.address)

    def _heard(self, pad: Pad, heard: Answer) -> None:
        was_silent, had_refused = pad.silent, pad.refused
        key = pad.heard(heard)
        if was_silent:
            log.info("%s: pad %02X answers", self.name, pad.address)
        if pad.refused is not None and pad.refused != had_refused:
            log.warning(
                "%s: pad %02X refuses what it is told, reason %d", self.name, pad.address, pad.refused
            )
        if key is not None:
            self._pressed(pad.address, key)

    def _ask(self, address: int, question: Question) -> Answer | None:
        """Ask, and return the answer; ``None`` where none came in time, or none that is right."""
        assert self._line is not None
        self._quiet(self._line)
        self._line.write(encoded(MASTER, Frame(address, question_body(question))))
        reader = FrameReader(PAD)
        deadline = time.monotonic() + self._settings.answer_s
        while (left_s := deadline - time.monotonic()) > 0:
            for frame in reader.feed(self._line.read(left_s)):
                if frame.address == address and (heard := answer(frame.body)) is not None:
                    return heard
        return None

    def _quiet(self, line: Line) -> None:
        """Let the line come to rest and pass over what is late; one that never rests is not waited for."""
        for _ in range(8):
            if not line.read(self._settings.pause_s):
                return

    def _health(self) -> Health:
        if silent := self.silent():
            detail = f"no answer from pad {_names(silent)}: check power, cable and address"
            return Health(State.DEGRADED, SILENT, detail)
        if refused := [pad.address for pad in self._pads.values() if pad.refused is not None]:
            return Health(State.DEGRADED, REFUSED, f"pad {_names(refused)} refuses what it is told")
        return READY


def _names(addresses: list[int]) -> str:
    return ", ".join(f"{address:02X}" for address in addresses)
