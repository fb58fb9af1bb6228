"""A raster as a PNG file: for the demo, the tests and a test print's record."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from hardware.printer.raster import Raster


def png(raster: Raster) -> bytes:
    """Return the raster as a PNG of one bit a dot, dot for dot."""
    image = QImage(raster.data, raster.width, raster.rows, raster.stride, QImage.Format.Format_Mono)
    image.setColorTable([QColor("white").rgb(), QColor("black").rgb()])
    image.setDotsPerMeterX(8000)
    image.setDotsPerMeterY(8000)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise ValueError(f"{raster.width} x {raster.rows} dots cannot be written as PNG")
    return bytes(buffer.data().data())
