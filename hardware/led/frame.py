"""A frame of the Onbon BX-5K/6K protocol in bytes; no device.

A frame::

    A5 x 8   start; a receiver takes any run of A5 for one
    dd dd    destination   \
    ss ss    source         |
    00 00 00 reserved       |
    00       no bar code    |  header, 14 bytes
    00       check: CRC-16  |
    00       display mode   |
    FE       any controller |
    02       version        |
    ll ll    length of data /
    ...      data
    cc cc    CRC-16/ARC of header and data
    5A       end

Numbers are little-endian. Between start and end A5 is written A6 02, A6 as A6 01, 5A as 5B 02 and 5B as
5B 01; length and CRC are those of the bytes before that.

Source: Onbon, BX-5K/6K protocol, user version 1.4, sections 3, 4 and appendix (CRC);
https://doc.onbonbx.com/zh/k/potocol
"""

from __future__ import annotations

from dataclasses import dataclass

START, END = 0xA5, 0x5A
MASTER = 0x8000
"""Our own address; as a destination, a controller on its own TCP line, which minds no address."""
EVERY_SIGN = 0xFFFE
"""All controllers, which answer with this address."""
EVERY_SIGN_MUTE = 0xFFFF
"""All controllers; none answers."""

HEADER_LENGTH = 14
MOST_BYTES = 2048
"""More than any frame of ours or of a controller's, whose buffer is 1,024 bytes: noise without an end."""

_FIXED = bytes([0, 0, 0, 0, 0, 0, 0xFE, 2])
_ESCAPES = {0xA5: b"\xa6\x02", 0xA6: b"\xa6\x01", 0x5A: b"\x5b\x02", 0x5B: b"\x5b\x01"}
_MEANT = {bytes(escaped): byte for byte, escaped in _ESCAPES.items()}


@dataclass(frozen=True, slots=True)
class Frame:
    """What one side says to the other.

    Attributes:
        to: Address of the receiver, 0x0001-0x7FFF for a sign.
        data: At most 65,535 bytes; a controller takes 1,024.
        sender: Address of the sender.
    """

    to: int
    data: bytes
    sender: int = MASTER


def crc16(data: bytes) -> int:
    """Return the CRC-16/ARC: polynomial 0x8005 reflected, from 0."""
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
    return crc


def encode_frame(frame: Frame) -> bytes:
    """Return the bytes on the line."""
    inside = b"".join(
        [
            frame.to.to_bytes(2, "little"),
            frame.sender.to_bytes(2, "little"),
            _FIXED,
            len(frame.data).to_bytes(2, "little"),
            frame.data,
        ]
    )
    inside += crc16(inside).to_bytes(2, "little")
    escaped = b"".join(_ESCAPES.get(byte, bytes([byte])) for byte in inside)
    return bytes([START]) * 8 + escaped + bytes([END])


def decode_inside(escaped: bytes) -> Frame | None:
    """Return what is between start and end of a frame, ``None`` where it is damaged.

    Neither the device type nor the modes are looked at: a controller may answer with its own.
    """
    inside = _unescaped(escaped)
    if inside is None or len(inside) < HEADER_LENGTH + 2:
        return None
    body, crc = inside[:-2], int.from_bytes(inside[-2:], "little")
    length = int.from_bytes(body[HEADER_LENGTH - 2 : HEADER_LENGTH], "little")
    if len(body) != HEADER_LENGTH + length or crc16(body) != crc:
        return None
    to, sender = int.from_bytes(body[:2], "little"), int.from_bytes(body[2:4], "little")
    return Frame(to, body[HEADER_LENGTH:], sender)


def _unescaped(escaped: bytes) -> bytes | None:
    inside = bytearray()
    place = 0
    while place < len(escaped):
        if escaped[place] in (0xA6, 0x5B):
            meant = _MEANT.get(escaped[place : place + 2])
            if meant is None:
                return None
            inside.append(meant)
            place += 2
        else:
            inside.append(escaped[place])
            place += 1
    return bytes(inside)


class FrameReader:
    """Cuts frames out of what comes in pieces of any size, with noise between them.

    Attributes:
        damaged: Frames so far that had a start and an end and were wrong between them.
        noise: Bytes so far that were part of no frame.
    """

    def __init__(self) -> None:
        self.damaged = 0
        self.noise = 0
        self._inside: bytearray | None = None

    def feed(self, data: bytes) -> list[Frame]:
        """Take bytes and return the frames that are whole by them."""
        frames = []
        for byte in data:
            if byte == START:
                self._begin()
            elif self._inside is None:
                self.noise += 1
            elif byte == END:
                frame = decode_inside(bytes(self._inside))
                self._inside = None
                if frame is None:
                    self.damaged += 1
                else:
                    frames.append(frame)
            elif len(self._inside) < MOST_BYTES:
                self._inside.append(byte)
            else:
                self._lose()
        return frames

    def _begin(self) -> None:
        if self._inside:
            self._lose()
        self._inside = bytearray()

    def _lose(self) -> None:
        """Give up a frame that has no end."""
        self.noise += len(self._inside or b"")
        self._inside = None
