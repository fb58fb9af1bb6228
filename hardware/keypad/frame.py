r"""Frames of our own keypad line: short ASCII lines with an address and a checksum.

    > 05 P00 * CD7F CR          the master asks the pad at address 05
    < 05 K0104 * B0C1 CR        the pad answers
    | |  |      |
    | |  body   CRC-16 of everything between start and star, four hex digits
    | address, two hex digits
    direction

Source: docs/protocols.md, section 1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MASTER, PAD = ">", "<"
FIRST_ADDRESS, LAST_ADDRESS = 1, 247
MOST_BYTES = 64
"""Of a whole frame with its CR."""

_SUM = re.compile(r"(?P<summed>(?P<address>[0-9A-F]{2})(?P<body>[ -)+-;=?-~]+))\*(?P<sum>[0-9A-F]{4})")


@dataclass(frozen=True, slots=True)
class Frame:
    """One line without what carries it.

    Attributes:
        address: Of the pad, 1 to 247.
        body: Its message, printable ASCII without ``< > *``.
    """

    address: int
    body: str


def crc16(data: bytes) -> int:
    """Return the checksum that Modbus uses: polynomial A001 reflected, beginning with FFFF.

    Source: Modbus over Serial Line V1.02, 6.2.2; ``crc16(b"123456789")`` is 0x4B37.
    """
    crc = 0xFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ 0xA001 * (crc & 1)
    return crc


def encoded(start: str, frame: Frame) -> bytes:
    """Return a frame's bytes; ``start`` is :data:`MASTER` or :data:`PAD`."""
    summed = f"{frame.address:02X}{frame.body}"
    return f"{start}{summed}*{crc16(summed.encode('ascii')):04X}\r".encode("ascii")


class FrameReader:
    """Takes bytes in pieces of any size and returns the whole, right frames of one direction.

    Everything else is passed over: noise, LF, the other direction (an RS-485 adapter may hear itself).

    Attributes:
        wrong: Lines so far that began as a frame and were none.
    """

    def __init__(self, start: str) -> None:
        self._start = ord(start)
        self._line: bytearray | None = None
        self.wrong = 0

    def feed(self, data: bytes) -> list[Frame]:
        """Return the frames that end in ``data``."""
        frames = []
        for byte in data:
            if byte == self._start:
                self.wrong += self._line is not None
                self._line = bytearray()
            elif self._line is not None and byte == 0x0D:
                frames += self._ended(bytes(self._line))
                self._line = None
            elif self._line is not None:
                self._line.append(byte)
                if len(self._line) > MOST_BYTES - 2:
                    self.wrong += 1
                    self._line = None
        return frames

    def _ended(self, line: bytes) -> list[Frame]:
        match = _SUM.fullmatch(line.decode("latin-1"))
        if match and int(match["sum"], 16) == crc16(match["summed"].encode("ascii")):
            address = int(match["address"], 16)
            if FIRST_ADDRESS <= address <= LAST_ADDRESS:
                return [Frame(address, match["body"])]
        self.wrong += 1
        return []
