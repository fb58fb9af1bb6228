"""A picture made small enough for a slip, as the lines of a hall file."""

from __future__ import annotations

import os
from base64 import b64encode
from pathlib import Path

from core.domain.slip_layout import MOST_LOGO_BYTES

WIDE, HIGH = 320, 160
"""Dots: 40 x 20 mm on 80 mm paper."""


class NoLogo(Exception):
    """The file is no picture, or one that cannot be made small enough."""


def logo_of(file: Path) -> str:
    """Return a picture in black and white as Base64, no larger than a slip has room for.

    Raises:
        NoLogo: It cannot be read as a picture or stays too large.
        OSError: It cannot be read at all.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

    from hardware.slip.painter import to_raster
    from hardware.slip.picture import png

    application = QGuiApplication.instance() or QGuiApplication([])  # for the letters of an SVG
    read = QImage.fromData(file.read_bytes())
    if read.isNull():
        raise NoLogo(f"{file} is no picture that can be read here")
    if read.width() > WIDE or read.height() > HIGH:
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        read = read.scaled(WIDE, HIGH, keep, smooth)
    # What is transparent is paper; the raster is a multiple of 8 dots wide.
    flat = QImage(-(-read.width() // 8) * 8, read.height(), QImage.Format.Format_Grayscale8)
    flat.fill(QColor("white"))
    painter = QPainter(flat)
    painter.drawImage((flat.width() - read.width()) // 2, 0, read)
    painter.end()
    del application
    made = png(to_raster(flat))
    if len(made) > MOST_LOGO_BYTES:
        raise NoLogo(f"{file} has too much detail for a logo in black and white")
    return b64encode(made).decode("ascii")
