"""Slip to raster. Needs a ``QGuiApplication``; after that any thread may paint."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from hardware.printer.raster import Raster
from hardware.slip.page import FULL_WIDTH, Page
from hardware.slip.slip import Slip

WIDTH_80MM = FULL_WIDTH
WIDTH_58MM = 384

_BLACK_BELOW = 150
"""Grey that still counts as black (0-255): a little above the middle keeps thin strokes whole."""


def paint(slip: Slip, width: int = WIDTH_80MM) -> Raster:
    """Return the slip in black and white: thresholded, never dithered, for dots of 1/8 mm.

    Raises:
        ValueError: The width is not a multiple of 8 dots.
    """
    return to_raster(draw(Page.of(slip, width)))


def missing_glyphs(slip: Slip) -> tuple[str, ...]:
    """Return the lines with characters that no font here can draw: they would come out as boxes."""
    lines = (placed.line for placed in Page.of(slip, WIDTH_80MM).placed)
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
    """Return a grey picture in black and white."""
    table = bytes(1 if grey < _BLACK_BELOW else 0 for grey in range(256))
    stride, dots = image.bytesPerLine(), bytes(image.constBits()).translate(table)
    rows = (dots[row * stride : row * stride + image.width()] for row in range(image.height()))
    return Raster(image.width(), image.height(), b"".join(_packed(row) for row in rows))


def _packed(row: bytes) -> bytes:
    """Return eight dots a byte."""
    if len(row) % 8:
        raise ValueError(f"a slip is a multiple of 8 dots wide, not {len(row)}")
    digits = row.translate(_DIGITS)
    return int(digits, 2).to_bytes(len(row) // 8, "big")


_DIGITS = bytes.maketrans(b"\x00\x01", b"01")
