"""Reading a board in a thumbnail: whether its numbers are still the likeliest of all that look like them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor, sqrt

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, qGray
from PySide6.QtQuick import QQuickItem

from core.domain.colour import contrast
from tests.display.fit import ink, pixel_size

LONGER_SIDE = 320
"""A thumbnail, px."""
_SMOOTH = Qt.TransformationMode.SmoothTransformation
_GREY = QImage.Format.Format_Grayscale8


@dataclass(frozen=True, slots=True)
class Read:
    """What can be read of one text in a thumbnail.

    Attributes:
        text: What stands there.
        likeliest: Which of the texts that differ from it in one digit the picture resembles most.
        height: Of its digits, px of the thumbnail.
        contrast: Between its letters and what they stand on.
    """

    text: str
    likeliest: str
    height: float
    contrast: float


def read_shrunk(picture: QImage, item: QQuickItem) -> Read:
    """Return what can be read of a text when its window's picture is shrunk to a thumbnail."""
    text = str(item.property("text"))
    by = max(picture.width(), picture.height()) / LONGER_SIDE
    letters = ink(item)
    around = _aligned(letters, by)
    small = _shrunk(picture.copy(around), by)
    pixels = _grey(small)
    font = QFont(item.property("font"))
    font.setPixelSize(pixel_size(item))
    likeness = {
        each: abs(_likeness(pixels, _grey(_shrunk(_written(each, font, letters, around), by))))
        for each in (text, *_alternatives(text))
    }
    return Read(text, max(likeness, key=lambda each: likeness[each]), letters.height() / by, _contrast(small))


def _alternatives(text: str) -> Iterator[str]:
    for at, letter in enumerate(text):
        if letter.isdigit():
            yield from (text[:at] + digit + text[at + 1 :] for digit in "0123456789" if digit != letter)


def _aligned(rect: QRectF, by: float) -> QRect:
    """Return a rectangle outwards to whole pixels of the thumbnail."""
    left, top = floor(rect.left() / by) * by, floor(rect.top() / by) * by
    right, bottom = ceil(rect.right() / by) * by, ceil(rect.bottom() / by) * by
    return QRectF(left, top, right - left, bottom - top).toRect()


def _written(text: str, font: QFont, letters: QRectF, around: QRect) -> QImage:
    """Return a text as it would stand in the place of another one; figures are all of one width."""
    image = QImage(around.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    tight = QFontMetricsF(font).tightBoundingRect(text)
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(letters.topLeft() - QPointF(around.topLeft()) - tight.topLeft(), text)
    painter.end()
    return image


def _shrunk(image: QImage, by: float) -> QImage:
    wide, high = max(1, round(image.width() / by)), max(1, round(image.height() / by))
    return image.scaled(wide, high, Qt.AspectRatioMode.IgnoreAspectRatio, _SMOOTH)


def _grey(image: QImage) -> list[int]:
    grey = image.convertToFormat(_GREY)
    points = ((x, y) for y in range(grey.height()) for x in range(grey.width()))
    return [qGray(grey.pixel(x, y)) for x, y in points]


def _likeness(one: list[int], other: list[int]) -> float:
    """Return the correlation of two pictures of one size, -1 to 1."""
    mean, other_mean = sum(one) / len(one), sum(other) / len(other)
    left, right = [each - mean for each in one], [each - other_mean for each in other]
    size = sqrt(sum(each * each for each in left) * sum(each * each for each in right))
    return sum(a * b for a, b in zip(left, right, strict=True)) / size if size else 0.0


def _contrast(image: QImage) -> float:
    colours = [image.pixelColor(QPoint(x, y)) for x in range(image.width()) for y in range(image.height())]
    by_light = sorted(colours, key=QColor.lightnessF)
    return contrast(by_light[0].name(), by_light[-1].name())
