"""Sheet to raster. Needs a ``QGuiApplication``; after that any thread may paint."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from hardware.printer.raster import Raster
from hardware.slip.page import FULL_WIDTH, Page
from hardware.slip.sheet import Sheet
from hardware.slip.slip import Slip

WIDTH_80MM = FULL_WIDTH
WIDTH_58MM = 384

_BLACK_BELOW = 150
"""Grey that still counts as black (0-255): a little above the middle keeps thin strokes whole."""


def paint(sheet: Sheet | Slip, width: int = WIDTH_80MM) -> Raster:
    """Return the sheet in black and white: thresholded, never dithered, for dots of 1/8 mm.

    A slip is painted in the usual layout.

    Raises:
        ValueError: The width is not a multiple of 8 dots.
    """
    return to_raster(draw(Page.of(sheet, width)))


def missing_glyphs(sheet: Sheet | Slip) -> tuple[str, ...]:
    """Return the lines with characters that no font here can draw: they would come out as boxes."""
    lines = (placed.line for placed in Page.of(sheet, WIDTH_80MM).placed)
    return tuple(line.text for line in lines if line is not None and line.tofu)


def draw(page: Page) -> QImage:
    """Return the page in grey."""
    image = QImage(page.width, page.height, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setBrush(QColor("black"))
    painter.setPen(Qt.PenStyle.NoPen)
    for placed in page.placed:
        painter.save()
        placed.draw(painter)
        painter.restore()
    painter.end()
    return image


def to_raster(image: QImage) -> Raster:
    """Return a grey picture in black and white.

    Raises:
        ValueError: Its width is not a multiple of 8 dots.
    """
    if image.width() % 8:
        raise ValueError(f"a slip is a multiple of 8 dots wide, not {image.width()}")
    # Dots become binary digits, and all digits one number: much faster than row by row.
    stride, digits = image.bytesPerLine(), bytes(image.constBits()).translate(_DIGITS)
    if stride != image.width():
        digits = b"".join(digits[row * stride :][: image.width()] for row in range(image.height()))
    packed = int(digits, 2).to_bytes(len(digits) // 8, "big") if digits else b""
    return Raster(image.width(), image.height(), packed)


_DIGITS = bytes(ord("1") if grey < _BLACK_BELOW else ord("0") for grey in range(256))
