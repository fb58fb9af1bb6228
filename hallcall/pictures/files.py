"""Pictures as small files: few colours, the same bytes every time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from core.qt.tokens import COLOURS, HIGH_COLOURS, READ_ON

_STEPS = 5
"""So many shades between letters and what they stand on: more nobody sees."""
_GAP = 12
_BESIDE = (("line", "page"), ("line", "surface"), ("surface", "page"), ("banner", "page"))
"""Which surfaces meet."""
_BEHIND = QColor("#808a8c")
_AS_IT_IS = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither


def write(image: QImage, file: Path) -> None:
    """Write a picture in few colours.

    Raises:
        OSError: It cannot be written.
    """
    # Without dithering: it would make noise of plain surfaces, and a file ten times as large.
    plain = image.convertToFormat(QImage.Format.Format_Indexed8, _table(), _AS_IT_IS)
    if not plain.save(str(file), "PNG", 0):  # type: ignore[call-overload]
        raise OSError(f"{file} cannot be written")


@cache
def _table() -> list[int]:
    """Return every colour that the screens are painted in, and the edges of letters."""
    table: dict[int, None] = {}
    for colours in (COLOURS, HIGH_COLOURS):
        for one, other in (*READ_ON, *_BESIDE):
            ends = QColor(colours[one]), QColor(colours[other])
            table |= dict.fromkeys(_blend(*ends, step / _STEPS) for step in range(_STEPS + 1))
    return list(table)[:256]


def _blend(one: QColor, other: QColor, share: float) -> int:
    channels = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(a + (b - a) * share) for a, b in channels)).rgb()


def contact_sheet(images: Sequence[QImage], columns: int, width: int) -> QImage:
    """Return pictures beside and below each other, each so many px wide; they have one size."""
    size = images[0].size().scaled(width, 10 * width, Qt.AspectRatioMode.KeepAspectRatio)
    rows = -(-len(images) // columns)
    step = QSize(size.width() + _GAP, size.height() + _GAP)
    sheet = QImage(columns * step.width() + _GAP, rows * step.height() + _GAP, QImage.Format.Format_RGB32)
    sheet.fill(_BEHIND)
    painter = QPainter(sheet)
    for place, image in enumerate(images):
        across, down = _GAP + place % columns * step.width(), _GAP + place // columns * step.height()
        painter.drawImage(across, down, _scaled(image, size))
    painter.end()
    return sheet


def _scaled(image: QImage, size: QSize) -> QImage:
    way = Qt.TransformationMode.SmoothTransformation
    return image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, way)
