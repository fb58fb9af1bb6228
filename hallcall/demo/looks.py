"""What lies before the eyes at the far ends: a sign's lamps as a picture, and the code on a slip."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from hardware.led.text import Colour
from hardware.led.virtual import Shown
from hardware.printer.raster import Raster
from hardware.slip import qr

SIGN = (128, 32)
LAMP = 6
"""Dots of the picture a lamp takes, its gap included."""
_DARK, _OFF = QColor("#101010"), QColor("#262626")
_LIT = {
    Colour.RED: QColor("#ff3322"),
    Colour.GREEN: QColor("#33dd33"),
    Colour.YELLOW: QColor("#ffcc22"),
    Colour.BLUE: QColor("#3366ff"),
    Colour.CYAN: QColor("#33dddd"),
    Colour.MAGENTA: QColor("#dd33dd"),
    Colour.WHITE: QColor("#eeeeee"),
}


def sign_face(shown: Shown | None) -> QImage:
    """Return a sign as it looks from below, lamp by lamp; a moving text as it stands at its first stop.

    The characters are this machine's: a controller has its own, of the same size.
    """
    width, height = (shown.width, shown.height) if shown else SIGN
    lamps = _lamps(shown, width, height)
    lit = _LIT[shown.colour or Colour.RED] if shown else _OFF
    face = QImage(width * LAMP, height * LAMP, QImage.Format.Format_RGB32)
    face.fill(_DARK)
    painter = QPainter(face)
    for y in range(height):
        for x in range(width):
            on = lamps.pixelColor(x, y).lightness() > 127
            painter.fillRect(x * LAMP, y * LAMP, LAMP - 1, LAMP - 1, lit if on else _OFF)
    painter.end()
    return face


def _lamps(shown: Shown | None, width: int, height: int) -> QImage:
    lamps = QImage(width, height, QImage.Format.Format_RGB32)
    lamps.fill(QColor("black"))
    if shown is None:
        return lamps
    painter = QPainter(lamps)
    font = QFont("Noto Sans CJK SC")
    font.setPixelSize(height * 7 // 8)
    font.setStyleStrategy(QFont.StyleStrategy.NoAntialias)
    painter.setFont(font)
    painter.setPen(QColor("white"))
    painter.drawText(QRect(0, 0, width, height), Qt.AlignmentFlag.AlignCenter, shown.text)
    painter.end()
    return lamps


def carries(raster: Raster, content: str) -> bool:
    """Whether a slip bears exactly the QR code of ``content``, at any size of its dots."""
    code = [row[qr.QUIET : -qr.QUIET] for row in qr.modules(content)[qr.QUIET : -qr.QUIET]]
    rows = [_dots(raster, at) for at in range(raster.rows)]
    for size in range(1, raster.width // len(code) + 1):
        wanted = ["".join("01"[dark] * size for dark in line) for line in code]
        if any(_stands(rows, wanted, size, top) for top in range(raster.rows - len(code) * size + 1)):
            return True
    return False


def _dots(raster: Raster, row: int) -> str:
    data = raster.data[row * raster.stride : (row + 1) * raster.stride]
    return f"{int.from_bytes(data):0{raster.width}b}"


def _stands(rows: list[str], wanted: list[str], size: int, top: int) -> bool:
    """Whether the code's lines stand under each other from the row ``top`` on."""
    left = rows[top].find(wanted[0])
    return left >= 0 and all(
        rows[top + at * size + dot].startswith(line, left)
        for at, line in enumerate(wanted)
        for dot in range(size)
    )
