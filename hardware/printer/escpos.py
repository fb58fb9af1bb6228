"""ESC/POS in bytes: what a slip is on the wire, and what a status answer means; no device.

A slip::

    1B 40                                ESC @    forget what an aborted job left behind
    1D 76 30 00 xL xH yL yH  <x*y bytes> GS v 0   one band, at most 256 rows, x bytes a row; repeated
    1D 56 42 00                          GS V B 0 feed to the knife and cut, leaving one point

Source: Epson, ESC/POS command reference, ESC @, GS v 0, GS V, DLE EOT, GS r;
https://download4.epson.biz/sec_pubs/pos/reference_en/escpos/
"""

from __future__ import annotations

from hardware.printer.ports import Paper, PrinterStatus
from hardware.printer.raster import Raster

INIT = b"\x1b@"
RASTER = b"\x1dv0\x00"
CUT = b"\x1dVB\x00"
BAND_ROWS = 256
"""Rows a band: small enough for a cheap printer's buffer, and the driver may ask between two bands."""

FILL = bytes(80 * BAND_ROWS)
"""NULs that complete, in white, a band an aborted job left open; elsewhere a printer ignores them.

Without them the printer takes the next job's questions and its first rows for the rest of that band.
"""

ASK_PRINTER, ASK_OFFLINE = b"\x10\x04\x01", b"\x10\x04\x02"
ASK_ERRORS, ASK_PAPER = b"\x10\x04\x03", b"\x10\x04\x04"
"""DLE EOT 1 to 4: answered at once, even while the printer is offline or busy."""

ASK_IN_TURN = b"\x1dr\x01"
"""GS r 1: answered only when everything sent before it is printed, and not at all while offline."""

ASK_IN_TURN_OLD = b"\x1bv"
"""ESC v: the same question as older printers and their copies know it, with the same answer."""

# DLE EOT: bits 1 and 4 are always set, 0 and 7 never; else it is no answer to DLE EOT.
_LIVE_MASK, _LIVE_FIXED = 0x93, 0x12
# GS r 1: bits 4 and 7 are never set; that also tells it from an answer to DLE EOT.
_TURN_MASK = 0x90

_OFFLINE = 0x08  # DLE EOT 1 bit 3
_COVER, _PAPER_STOP, _FAULT = 0x04, 0x20, 0x40  # DLE EOT 2 bits 2, 5, 6
_CUTTER, _BROKEN = 0x08, 0x20  # DLE EOT 3 bits 3, 5
_NEAR_END, _END = 0x0C, 0x60  # DLE EOT 4 bits 2+3, 5+6
_TURN_END = 0x0C  # GS r 1 bits 2+3


def encode_slip(raster: Raster) -> list[bytes]:
    """Return the chunks of one slip: the start with the first band, the other bands, the cut."""
    bands = [encode_band(band) for band in raster.bands(BAND_ROWS)]
    return [INIT + b"".join(bands[:1]), *bands[1:], CUT]


def encode_band(band: Raster) -> bytes:
    """Return GS v 0 with one picture."""
    return RASTER + band.stride.to_bytes(2, "little") + band.rows.to_bytes(2, "little") + band.data


def is_live_answer(answer: int) -> bool:
    """Return whether a byte can be an answer to DLE EOT."""
    return answer & _LIVE_MASK == _LIVE_FIXED


def is_turn_answer(answer: int) -> bool:
    """Return whether a byte can be an answer to GS r 1."""
    return answer & _TURN_MASK == 0


def decode_turn(answer: int) -> Paper:
    """Read the answer to :data:`ASK_IN_TURN`: the paper when the slip before it was done."""
    if not is_turn_answer(answer):
        return Paper.UNKNOWN
    return Paper.OUT if answer & _TURN_END else Paper.ADEQUATE


def decode_status(
    printer: int | None, offline: int | None = None, paper: int | None = None, errors: int | None = None
) -> PrinterStatus:
    """Put the answers to DLE EOT 1, 2, 4 and 3 together.

    An answer whose fixed bits are wrong counts as none: it is a late byte of something else.
    """
    known = [
        answer if answer is not None and is_live_answer(answer) else None
        for answer in (printer, offline, paper, errors)
    ]
    first, cause = known[0] or 0, known[1] or 0
    return PrinterStatus(
        answered=any(answer is not None for answer in known),
        paper=Paper.OUT if cause & _PAPER_STOP else _paper(known[2]),
        cover_open=bool(cause & _COVER),
        offline=bool(first & _OFFLINE),
        fault=bool(cause & _FAULT),
        cutter=_bit(known[3], _CUTTER),
        unrecoverable=_bit(known[3], _BROKEN),
    )


def _bit(answer: int | None, mask: int) -> bool | None:
    return None if answer is None else bool(answer & mask)


def _paper(answer: int | None) -> Paper:
    if answer is None:
        return Paper.UNKNOWN
    if answer & _END:
        return Paper.OUT
    return Paper.LOW if answer & _NEAR_END else Paper.ADEQUATE
