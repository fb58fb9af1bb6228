"""SAM-V in bytes: requests, answers, and finding them in a stream; no device.

A request and an answer::

    AA AA AA 96 69 | length | command, parameter, data | check
    AA AA AA 96 69 | length | SW1 SW2 SW3, data        | check

``length`` is two bytes, big endian, and counts everything behind it; ``check`` is the XOR of everything
behind the preamble.

Source: SAM-V protocol as published by reader makers (身份证阅读器通信协议), with their example frames.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, IntEnum
from functools import reduce
from operator import xor

PREAMBLE = b"\xaa\xaa\xaa\x96\x69"
_HEAD = len(PREAMBLE) + 2
_LEAST = 3
"""Length of a request without data: command, parameter, check."""
_MOST = 0x090A
"""Length of the longest answer: text, photo and both fingerprints. A longer one is noise."""
_SW = 3


class Command(Enum):
    """What a reader is asked; the value is command and parameter."""

    RESET = b"\x10\xff"
    STATUS = b"\x11\xff"
    SAM_ID = b"\x12\xff"
    FIND = b"\x20\x01"
    SELECT = b"\x20\x02"
    READ = b"\x30\x01"
    """Text and photo. The one that reads fingerprints as well (30 10) is never sent."""


class Status(IntEnum):
    """SW3 of an answer."""

    CHECKSUM = 0x10
    LENGTH = 0x11
    COMMAND = 0x21
    UNKNOWN = 0x24
    CARD_AUTHENTICATION = 0x31
    SAM_AUTHENTICATION = 0x32
    VERIFICATION = 0x33
    WRONG_CARD = 0x40
    READ_FAILED = 0x41
    RANDOM = 0x47
    SELF_TEST = 0x60
    NOT_AUTHORISED = 0x66
    FIND_FAILED = 0x80
    SELECT_FAILED = 0x81
    OK = 0x90
    NO_SUCH_ITEM = 0x91
    FOUND = 0x9F


MEANING = {
    Status.CHECKSUM: "the check byte of what it heard was wrong",
    Status.LENGTH: "the length of what it heard was wrong",
    Status.COMMAND: "it does not know the command",
    Status.UNKNOWN: "it does not know what went wrong",
    Status.CARD_AUTHENTICATION: "the card did not prove itself to the reader",
    Status.SAM_AUTHENTICATION: "the reader did not prove itself to the card",
    Status.VERIFICATION: "what the card holds did not verify",
    Status.WRONG_CARD: "the card is of a kind it does not read",
    Status.READ_FAILED: "reading the card failed",
    Status.RANDOM: "it got no random number",
    Status.SELF_TEST: "its self test failed",
    Status.NOT_AUTHORISED: "its security module is not authorised",
    Status.FIND_FAILED: "it finds no card",
    Status.SELECT_FAILED: "it could not select the card",
    Status.OK: "done",
    Status.NO_SUCH_ITEM: "the card holds no such item",
    Status.FOUND: "it has found a card",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reader answered.

    Attributes:
        sw: SW1, SW2 and SW3; the first two say nothing we need.
        data: May be a person's record, so it never shows itself.
    """

    sw: bytes
    data: bytes = field(default=b"", repr=False)

    @property
    def code(self) -> int:
        """SW3, one of :class:`Status` or something no list names."""
        return self.sw[-1]


def check_of(counted: bytes) -> int:
    """Return the check byte: the XOR of the length and what follows it.

    >>> hex(check_of(bytes.fromhex("0003 2001")))
    '0x22'
    """
    return reduce(xor, counted, 0)


def encode_frame(body: bytes) -> bytes:
    """Return a body with preamble, length and check."""
    counted = (len(body) + 1).to_bytes(2, "big") + body
    return PREAMBLE + counted + bytes([check_of(counted)])


def encode_request(command: Command) -> bytes:
    """Return a request without data."""
    return encode_frame(command.value)


def encode_answer(code: int, data: bytes = b"") -> bytes:
    """Return an answer as a reader sends it; the simulator's half of the codec."""
    return encode_frame(bytes([0, 0, code]) + data)


def decode_answer(body: bytes) -> Answer | None:
    """Return what a frame's body answers; ``None`` where it is too short to be an answer."""
    return Answer(body[:_SW], body[_SW:]) if len(body) >= _SW else None


def meaning(code: int) -> str:
    """Return what a status says, as a sentence for the log."""
    known = next((MEANING[each] for each in Status if each == code), "a status no list names")
    return f"{known} (0x{code:02X})"


class FrameStream:
    """Finds frames in bytes that come in pieces of any size, with noise between them.

    A frame that has begun is waited for; :meth:`give_up` ends that, and looks for one behind its beginning.

    Attributes:
        damaged: Frames so far whose check was wrong.
    """

    def __init__(self) -> None:
        self.damaged = 0
        self._waiting = bytearray()

    @property
    def begun(self) -> bool:
        """Whether a frame has begun and is not whole."""
        return self._waiting.startswith(PREAMBLE)

    def feed(self, data: bytes) -> list[bytes]:
        """Take bytes and return the body of each frame that is whole now."""
        self._waiting += data
        bodies = []
        while self._to_preamble() and (end := self._end()) is not None:
            body = self._cut(end)
            if body is not None:
                bodies.append(body)
        return bodies

    def give_up(self) -> list[bytes]:
        """Take the frame that has begun for noise; return the bodies of those behind its beginning."""
        bodies: list[bytes] = []
        while self.begun and not bodies:
            del self._waiting[0]
            bodies = self.feed(b"")
        return bodies

    def clear(self) -> None:
        """Forget what is waiting."""
        self._waiting.clear()

    def _to_preamble(self) -> bool:
        """Throw away what is before the next preamble; the beginning of one at the end stays."""
        at = self._waiting.find(PREAMBLE)
        if at < 0:
            kept = next(n for n in range(len(PREAMBLE) - 1, -1, -1) if self._waiting.endswith(PREAMBLE[:n]))
            at = len(self._waiting) - kept
        del self._waiting[:at]
        return self.begun

    def _end(self) -> int | None:
        """Return where the frame at the front ends; 0: none begins so, ``None``: it is not whole yet."""
        if len(self._waiting) < _HEAD:
            return None
        length = int.from_bytes(self._waiting[len(PREAMBLE) : _HEAD], "big")
        if not _LEAST <= length <= _MOST:
            return 0
        return _HEAD + length if len(self._waiting) >= _HEAD + length else None

    def _cut(self, end: int) -> bytes | None:
        """Take the frame at the front off; of a damaged one only its first byte, another may be inside."""
        counted = bytes(self._waiting[len(PREAMBLE) : end])
        if end and check_of(counted) == 0:
            del self._waiting[:end]
            return counted[2:-1]
        self.damaged += end > 0
        del self._waiting[0]
        return None
