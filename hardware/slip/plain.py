"""A sheet in the printer's own characters, for lines that are too slow for a picture.

Chinese and Latin go as text, the QR code as its content: a slip takes some seconds where its picture takes a
minute. What a printer's font does not have (Tibetan, rare characters of names) is painted, that line only.
What is not in the first language is painted within a budget of seconds, the largest words first; what is left
over is dropped whole. Of the first language nothing is ever dropped.
"""

from __future__ import annotations

from collections.abc import Iterator

from hardware.printer import escpos, text
from hardware.slip.layout import slip_sheet
from hardware.slip.plain_blocks import Paper, Piece, pieces
from hardware.slip.sheet import Sheet
from hardware.slip.slip import Slip

PAINTED_S = 6.0
"""Seconds of the line that the painted lines of all languages but the first may take together."""

_CHUNK = 512
"""Bytes after which the printer is looked at."""


def encode(sheet: Sheet | Slip, width: int, bytes_per_s: float | None = None) -> list[bytes]:
    """Return the bytes of a sheet, in pieces between which the printer may be looked at; the last one cuts.

    Args:
        sheet: What is on it; a slip in the usual layout.
        width: Dots across the paper.
        bytes_per_s: What the line carries; ``None``: nothing that is painted is too much for it.
    """
    blocks = slip_sheet(sheet) if isinstance(sheet, Slip) else sheet
    paper = Paper(width)
    made = [piece for block in blocks for piece in pieces(block, paper)]
    kept = _within(made, None if bytes_per_s is None else PAINTED_S * bytes_per_s)
    return [*_chunked([escpos.INIT + text.CHINESE, *(piece.data for piece in kept)]), escpos.CUT]


def _within(pieces: list[Piece], budget: float | None) -> list[Piece]:
    """Leave out what is painted and too much, the smallest first; of the same size, the lowest first."""
    if budget is None:
        return pieces
    left, kept = budget, set()
    for place in sorted(range(len(pieces)), key=lambda place: -pieces[place].weight):
        piece = pieces[place]
        if not piece.painted or len(piece.data) <= left:
            kept.add(place)
            left -= len(piece.data) if piece.painted else 0
    return [piece for place, piece in enumerate(pieces) if place in kept]


def _chunked(parts: list[bytes]) -> Iterator[bytes]:
    chunk = b""
    for part in parts:
        chunk += part
        if len(chunk) >= _CHUNK:
            yield chunk
            chunk = b""
    if chunk:
        yield chunk
