"""The number on a slip, as large as the paper allows."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QTransform

from hardware.slip.text import CJK_FAMILIES, Style, font

_CELLS = 4
"""Up to so many characters each get a quarter of the slip's width."""

_DESIGN = Style(1000, bold=True)  # outlines are taken at this size and scaled: no rounding at any size
_AIR = 0.06  # of a cell, kept free at each side of a character


class Number:
    """A ticket's number: each character in a cell of its own, a wide letter squeezed into it, none cut.

    Attributes:
        cell: Width of a character, dots: a quarter of the slip, or less for five characters and more.
        height: Dots from the top of the tallest character to the bottom of the lowest.
    """

    def __init__(self, number: str, width: int) -> None:
        self.number = number
        self.cell = width / max(_CELLS, len(number))
        self._left = (width - self.cell * len(number)) / 2
        self._paths = [self._fitted(character) for character in number]
        tops = [path.boundingRect() for path in self._paths]
        self._top = min((box.top() for box in tops), default=0.0)
        self.height = round(max((box.bottom() for box in tops), default=0.0) - self._top)

    def draw(self, painter: QPainter, top: float) -> None:
        """Draw it with its highest ink at ``top``."""
        for place, path in enumerate(self._paths):
            middle = self._left + (place + 0.5) * self.cell
            painter.drawPath(path.translated(middle, top - self._top))

    def _fitted(self, character: str) -> QPainterPath:
        """Return the character's outline, its middle at 0, on the baseline 0, no wider than its cell."""
        path = QPainterPath()
        path.addText(QPointF(0, 0), font(_DESIGN, CJK_FAMILIES), character)
        scale = self.cell / _digit_width()
        box = path.boundingRect()
        squeeze = min(1.0, self.cell * (1 - 2 * _AIR) / max(box.width() * scale, 1.0))
        return QTransform.fromScale(scale * squeeze, scale).map(path.translated(-box.center().x(), 0))


def _digit_width() -> float:
    return QFontMetricsF(font(_DESIGN, CJK_FAMILIES)).horizontalAdvance("0")
