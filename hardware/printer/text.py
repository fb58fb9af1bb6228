"""ESC/POS for a printer's own text: bytes only, no device.

Source: Epson, ESC/POS command reference, FS &, GS !, ESC a, ESC E, GS B, ESC J, GS ( k;
https://download4.epson.biz/sec_pubs/pos/reference_en/escpos/
"""

from __future__ import annotations

from enum import IntEnum

CHINESE = b"\x1c&"
"""FS &: two bytes from 0x81 up are one character of the printer's GB font."""

LINE = b"\n"
CELL_DOTS, CELL_ROWS = 12, 24
"""A column of Font A; a Chinese character is two columns wide."""

LINE_ROWS = 30
"""Rows a line at least takes, as after ESC @."""

LARGEST = 8
"""So many times the usual width and height a character may be."""

_MOST_FEED = 255
_QR = b"\x1d(k"


class Side(IntEnum):
    """Where a line is put, as ESC a says it."""

    LEFT = 0
    CENTRE = 1
    RIGHT = 2


def size(wide: int, high: int) -> bytes:
    """Return GS !: characters so many times as wide and as high as usual, 1 to 8."""
    return b"\x1d!" + bytes([(wide - 1) << 4 | (high - 1)])


def side(where: Side) -> bytes:
    """Return ESC a."""
    return b"\x1ba" + bytes([where])


def bold(*, on: bool) -> bytes:
    """Return ESC E."""
    return b"\x1bE" + bytes([on])


def reverse(*, on: bool) -> bytes:
    """Return GS B: white on black."""
    return b"\x1dB" + bytes([on])


def feed(rows: int) -> bytes:
    """Return ESC J, as often as it takes; a printer's motion unit is about a dot."""
    whole, rest = divmod(max(rows, 0), _MOST_FEED)
    return b"\x1bJ\xff" * whole + (b"\x1bJ" + bytes([rest]) if rest else b"")


def qr(content: str, dots: int) -> bytes:
    """Return GS ( k five times: model 2, a module's side, level M, the content in UTF-8, print."""
    data = content.encode()
    return b"".join(
        _QR + (len(part) + 1).to_bytes(2, "little") + b"1" + part
        for part in (
            b"A2\x00",
            b"C" + bytes([dots]),
            b"E1",
            b"P0" + data,
            b"Q0",
        )
    )
