"""A picture without the white around it."""

from __future__ import annotations

from hardware.printer.raster import Raster


def trimmed(raster: Raster, *, sides: bool) -> Raster | None:
    """Return a picture from its first black row to its last, ``None`` where it is all white.

    Args:
        raster: The picture.
        sides: Whether the white at its sides goes as well, in whole bytes.
    """
    stride = raster.stride
    rows = [raster.data[at : at + stride] for at in range(0, len(raster.data), stride)]
    inked = [place for place, row in enumerate(rows) if any(row)]
    if not inked:
        return None
    rows = rows[inked[0] : inked[-1] + 1]
    left, right = 0, stride
    if sides:
        left = min(len(row) - len(row.lstrip(b"\x00")) for row in rows)
        right = max(len(row.rstrip(b"\x00")) for row in rows)
    return Raster(8 * (right - left), len(rows), b"".join(row[left:right] for row in rows))


def set_in(raster: Raster, dots: int) -> Raster:
    """Return a picture with so many white dots, a multiple of 8, at its left."""
    white, stride = bytes(dots // 8), raster.stride
    rows = (raster.data[at : at + stride] for at in range(0, len(raster.data), stride))
    return Raster(raster.width + dots, raster.rows, b"".join(white + row for row in rows))
