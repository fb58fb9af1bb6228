"""The inside of a bus of simulated pads: bytes in, answers out. No socket, no thread."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from hardware.keypad.frame import MASTER, PAD, Frame, FrameReader, encoded
from hardware.keypad.messages import (
    Answer,
    Greet,
    Greeted,
    Key,
    NotGreeted,
    Nothing,
    Poll,
    Refused,
    Show,
    Showing,
    Shown,
    answer_body,
    question,
)

LEFT_ALONE_S = 5.0
"""After so long without a question a pad ends its session: nobody must be called by a key of long ago."""
MOST_KEYS = 8


@dataclass
class VirtualPad:
    """One keypad or rater, as docs/protocols.md has it built.

    Attributes:
        about: What it says of itself.
        shown: What its display and lamps show; empty without a session.
        greetings: Sessions so far.
        silent: It answers nothing and does nothing.
        noise: Bytes before each answer.
        wrong_checksums: So many of its next answers have a wrong checksum.
        halves: So many of its next answers end in the middle.
        lost_answers: So many of its next answers nobody hears; it has done what it was told.
        repeats: It says each answer twice.
        heard_other: Its answer comes under another address, as with two wrong switches.
        refuses: It refuses to show anything.
        clock: Monotonic seconds.
    """

    about: str = "K16 SIM"
    shown: Shown = field(default_factory=Shown)
    greetings: int = 0
    silent: bool = False
    noise: bytes = b""
    wrong_checksums: int = 0
    halves: int = 0
    lost_answers: int = 0
    repeats: bool = False
    heard_other: bool = False
    refuses: bool = False
    clock: Callable[[], float] = time.monotonic
    _token: int | None = None
    _keys: deque[int] = field(default_factory=deque)
    _number: int = 1
    _asked_s: float = 0.0

    def press(self, key: int) -> None:
        """Press a key; without a session, or with too many waiting, it is not taken."""
        if self._token is not None and len(self._keys) < MOST_KEYS:
            self._keys.append(key)

    def switch_off_and_on(self) -> None:
        """Lose everything, as at a power cut."""
        self._token, self.shown = None, Shown()
        self._keys.clear()

    def answer(self, address: int, body: str) -> bytes:
        """Do what the master says and return the bytes that reach it."""
        if self.silent:
            return b""
        now_s = self.clock()
        if now_s - self._asked_s > LEFT_ALONE_S:
            self.switch_off_and_on()
        self._asked_s = now_s
        return self._spoilt(encoded(PAD, Frame(address + self.heard_other, answer_body(self._obey(body)))))

    def _obey(self, body: str) -> Answer:
        said = question(body)
        if isinstance(said, Greet):
            return self._greeted(said.token)
        if self._token is None:
            return NotGreeted()
        match said:
            case Poll(taken):
                return self._polled(taken)
            case Show(number, shown) if not self.refuses:
                self.shown = shown
                return Showing(number)
            case Show():
                return Refused(2)
        return Refused(1)

    def _greeted(self, token: int) -> Answer:
        if token != self._token:
            self.switch_off_and_on()
            self._token, self._number = token, 1
            self.greetings += 1
        return Greeted(token, self.about)

    def _polled(self, taken: int) -> Answer:
        if self._keys and taken == self._number:
            self._keys.popleft()
            self._number = self._number % 255 + 1
        return Key(self._number, self._keys[0]) if self._keys else Nothing()

    def _spoilt(self, answer: bytes) -> bytes:
        if self.lost_answers:
            self.lost_answers -= 1
            return b""
        if self.halves:
            self.halves -= 1
            answer = answer[: len(answer) // 2]
        if self.wrong_checksums:
            self.wrong_checksums -= 1
            answer = answer[:-2] + (b"0" if answer[-2:-1] != b"0" else b"1") + b"\r"
        return self.noise + answer * (1 + self.repeats)


@dataclass
class VirtualBus:
    """Many pads on one pair of wires.

    Attributes:
        pads: By address.
        echoes: The master's adapter hears what it says itself.
        asked: The addresses that were asked, in order.
    """

    pads: dict[int, VirtualPad]
    echoes: bool = False
    asked: list[int] = field(default_factory=list)
    _reader: FrameReader = field(default_factory=lambda: FrameReader(MASTER))

    def feed(self, data: bytes) -> bytes:
        """Carry what the master says to the pads, and bring back what they answer."""
        answers = data if self.echoes else b""
        for frame in self._reader.feed(data):
            self.asked.append(frame.address)
            if pad := self.pads.get(frame.address):
                answers += pad.answer(frame.address, frame.body)
        return answers
