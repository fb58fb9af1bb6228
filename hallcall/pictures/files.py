"""Pictures as small files: few colours, and as good as the same bytes every time.

The edges of letters of more than 64 px may differ by some shades: Qt draws them as outlines, in which the
shift of the last small letter that was made anew is left (QFontEngineFT sets FreeType's transform for it, and
does not take it back), up to 0.75/1000 of their size. It hangs on what was painted before.
QT_MAX_CACHED_GLYPH_SIZE is no way out: letters of some hundred px are then not painted at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from core.domain import layout
from core.qt.tokens import COLOURS, HIGH_COLOURS, READ_ON

_STEPS = 5
"""So many shades between letters and what they stand on: more nobody sees."""
_GAP = 12
_BESIDE = (("line", "page"), ("line", "surface"), ("surface", "page"), ("banner", "page"))
"""Which surfaces meet."""
_BOARD = (*layout.READ_ON, ("panel", "back"), ("call", "back"), ("bar", "back"), ("call", "bar"))
_OFF = (("inkOff", "page"), ("inkOff", "surface"))
"""What cannot be pressed, where there is such a thing."""
Colours = tuple[tuple[str, str], ...]
"""A colour of each role."""
KIOSK: tuple[Colours, ...] = (tuple(COLOURS.items()), tuple(HIGH_COLOURS.items()))
_BEHIND = QColor("#808a8c")
_AS_IT_IS = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither


def write(image: QImage, file: Path, sets: tuple[Colours, ...] = KIOSK) -> None:
    """Write a picture in few colours.

    Args:
        image: The picture.
        file: Where to.
        sets: The sets of colours in which it was painted; none: it has all colours, as photographs do.

    Raises:
        OSError: It cannot be written.
    """
    if not sets:
        _save(image, file)
        return
    # Without dithering: it would make noise of plain surfaces, and a file ten times as large.
    _save(image.convertToFormat(QImage.Format.Format_Indexed8, _table(sets), _AS_IT_IS), file)


def _save(image: QImage, file: Path) -> None:
    if not image.save(str(file), "PNG", 0):  # type: ignore[call-overload]
        raise OSError(f"{file} cannot be written")


@cache
def _table(sets: tuple[Colours, ...]) -> list[int]:
    """Return every colour that the screens are painted in, and the edges of letters."""
    table: dict[int, None] = {}
    for colours in map(dict, sets):
        for one, other in (*READ_ON, *_BESIDE, *_OFF, *_BOARD):
            if one not in colours or other not in colours:
                continue
            ends = QColor(colours[one]), QColor(colours[other])
            table |= dict.fromkeys(_blend(*ends, step / _STEPS) for step in range(_STEPS + 1))
    return list(table)[:256]


def _blend(one: QColor, other: QColor, share: float) -> int:
    channels = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(a + (b - a) * share) for a, b in channels)).rgb()


def contact_sheet(images: Sequence[QImage], columns: int, width: int) -> QImage:
    """Return pictures beside and below each other, each at most so many px wide, none enlarged."""
    small = [_scaled(image, width) for image in images]
    rows = [small[start : start + columns] for start in range(0, len(small), columns)]
    heights = [max(image.height() for image in row) for row in rows]
    wide = max(sum(image.width() + _GAP for image in row) for row in rows)
    sheet = QImage(wide + _GAP, sum(heights) + _GAP * (len(rows) + 1), QImage.Format.Format_RGB32)
    sheet.fill(_BEHIND)
    painter = QPainter(sheet)
    down = _GAP
    for row, height in zip(rows, heights, strict=True):
        across = _GAP
        for image in row:
            painter.drawImage(across, down, image)
            across += image.width() + _GAP
        down += height + _GAP
    painter.end()
    return sheet


def _scaled(image: QImage, width: int) -> QImage:
    if image.width() <= width:
        return image
    way = Qt.TransformationMode.SmoothTransformation
    return image.scaled(width, 10 * width, Qt.AspectRatioMode.KeepAspectRatio, way)
