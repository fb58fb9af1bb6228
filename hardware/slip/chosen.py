"""Picture or text: what a sheet is sent as on a line."""

from __future__ import annotations

from hardware.printer.escpos import encode_slip
from hardware.slip import painter, plain
from hardware.slip.sheet import Sheet
from hardware.slip.slip import Slip

PICTURE_S = 13.0
"""Seconds a slip's picture may take on its line; a slip that takes longer goes out as text.

At 115200 baud the usual slips of one to three languages stay pictures, at 57600 the short ones.
"""


def chosen(
    sheet: Sheet | Slip, width: int, bytes_per_s: float | None, *, text: bool | None = None
) -> list[bytes]:
    """Return the bytes of a sheet: its picture, or text where the picture would take too long.

    Args:
        sheet: What is on it; a slip in the usual layout.
        width: Dots across the paper.
        bytes_per_s: What the line carries; ``None``: enough for everything.
        text: Always text, or always the picture.
    """
    if text is not True:
        picture = encode_slip(painter.paint(sheet, width))
        if text is False or bytes_per_s is None or sum(map(len, picture)) <= PICTURE_S * bytes_per_s:
            return picture
    return plain.encode(sheet, width, bytes_per_s)
