"""Where one ESC/POS command ends and the next begins: bytes in data are never taken for a command.

Source: Epson, ESC/POS command reference; https://download4.epson.biz/sec_pubs/pos/reference_en/escpos/
"""

from __future__ import annotations

from collections.abc import Iterator

_LENGTHS = {
    **dict.fromkeys((b"\x1b@", b"\x1bv", b"\x1b2", b"\x1c&", b"\x1c."), 2),
    **dict.fromkeys((b"\x1b$", b"\x1b\\", b"\x1dL", b"\x1dW", b"\x1cS", b"\x1dP"), 4),
    b"\x1bp": 5,
}
"""Commands that are not three bytes long, the commonest length."""

_WITH_FEED = (65, 66, 97, 98, 103, 104)
_BARCODE_WITH_LENGTH = 65
_DENSE = 32


def length(head: bytes) -> int:
    """Return how long the command at the front of ``head`` is, 0 while that cannot be told yet.

    A byte that begins no command is one of its own, and so is each byte of a double-byte character.
    """
    if head[:1] not in (b"\x1b", b"\x1d", b"\x1c", b"\x10"):
        return len(head[:1])
    if len(head) < 3:
        return 2 if _LENGTHS.get(head) == 2 else 0
    match head[:2]:
        case b"\x1dv":
            return 8 + _word(head, 4) * _word(head, 6) if len(head) >= 8 else 0
        case b"\x1b*":
            return 5 + _word(head, 3) * (3 if head[2] >= _DENSE else 1) if len(head) >= 5 else 0
        case b"\x1d(":
            return 5 + _word(head, 3) if len(head) >= 5 else 0
        case b"\x1dV":
            return 4 if head[2] in _WITH_FEED else 3
        case b"\x1dk":
            return _barcode(head)
    return _LENGTHS.get(head[:2], 3)


def split(data: bytes) -> Iterator[bytes]:
    """Return the commands of whole data, text byte by byte; an unfinished one at the end is left out."""
    at = 0
    while (long := length(data[at:])) and at + long <= len(data):
        yield data[at : at + long]
        at += long


def _barcode(head: bytes) -> int:
    if head[2] >= _BARCODE_WITH_LENGTH:
        return 4 + head[3] if len(head) >= 4 else 0
    end = head.find(b"\x00", 3)
    return end + 1 if end >= 0 else 0


def _word(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "little")
