"""Frames of keypads that come with a vendor's sheet: lines of text, or binary frames of one length."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from operator import xor
from typing import Protocol

from hardware.keypad.frame import crc16

MOST_BYTES = 256

CHECKSUMS: dict[str, Callable[[bytes], bytes]] = {
    "none": lambda _data: b"",
    "xor": lambda data: bytes([reduce(xor, data, 0)]),
    "sum": lambda data: bytes([sum(data) & 0xFF]),
    "crc16": lambda data: crc16(data).to_bytes(2, "little"),
}
"""The last bytes of a frame, of those before them: the two of Modbus come low first."""


@dataclass(frozen=True, slots=True)
class Checksum:
    """How a vendor's frames are checked.

    Attributes:
        kind: One of :data:`CHECKSUMS`.
        skip: Bytes at the beginning that are left out, as a start mark often is.
    """

    kind: str = "none"
    skip: int = 0

    @property
    def size(self) -> int:
        """How many bytes it is."""
        return len(CHECKSUMS[self.kind](b""))

    def of(self, before: bytes) -> bytes:
        """Return the checksum that belongs behind these bytes."""
        return CHECKSUMS[self.kind](before[self.skip :])

    def right(self, frame: bytes) -> bool:
        """Whether a whole frame has the right one."""
        if not self.size:
            return True
        return frame[-self.size :] == self.of(frame[: -self.size])


class VendorFramer(Protocol):
    """Cuts a stream, in pieces of any size, into frames."""

    def feed(self, data: bytes) -> list[bytes]:
        """Return the frames that end in ``data``."""

    def silence(self) -> None:
        """Say that nothing has come for a while: what has begun is no frame."""


class LineFramer:
    """Frames are what stands between endings; empty ones and too long ones are none.

    Attributes:
        wrong: Frames so far that were thrown away.
    """

    def __init__(self, ending: bytes, *, most: int = MOST_BYTES) -> None:
        self._ending = ending
        self._most = most
        self._line = bytearray()
        self._too_long = False
        self.wrong = 0

    def feed(self, data: bytes) -> list[bytes]:
        """Return the lines that end in ``data``, without their ending."""
        lines = []
        for byte in data:
            self._line.append(byte)
            if self._line.endswith(self._ending):
                line = bytes(self._line[: -len(self._ending)])
                self.wrong += self._too_long
                if line and not self._too_long:
                    lines.append(line)
                self._begin()
            elif len(self._line) >= self._most + len(self._ending):
                # An ending may still be half inside what is kept.
                self._too_long = True
                del self._line[: -len(self._ending)]
        return lines

    def silence(self) -> None:
        """Forget half a line."""
        self.wrong += bool(self._line)
        self._begin()

    def _begin(self) -> None:
        self._line.clear()
        self._too_long = False


class BinaryFramer:
    """Frames begin with a mark, have one length and a checksum; a wrong one is looked into for the next mark.

    Attributes:
        wrong: Frames so far whose checksum was wrong, and halves of frames.
    """

    def __init__(self, start: bytes, length: int, checksum: Checksum) -> None:
        self._start = start
        self._length = length
        self._checksum = checksum
        self._waiting = bytearray()
        self.wrong = 0

    def feed(self, data: bytes) -> list[bytes]:
        """Return the frames that end in ``data``."""
        frames = []
        self._waiting += data
        while self._at_mark() and len(self._waiting) >= self._length:
            frame = bytes(self._waiting[: self._length])
            if self._checksum.right(frame):
                frames.append(frame)
                del self._waiting[: self._length]
            else:
                self.wrong += 1
                del self._waiting[:1]
        return frames

    def silence(self) -> None:
        """Forget half a frame."""
        self.wrong += bool(self._waiting)
        self._waiting.clear()

    def _at_mark(self) -> bool:
        """Drop what cannot be the beginning of a frame; whether a whole mark is at the front."""
        while self._waiting and not self._waiting.startswith(self._start[: len(self._waiting)]):
            del self._waiting[:1]
        return len(self._waiting) >= len(self._start)
