"""Drawing text of any of the hall's scripts without clipping it.

``QLabel`` gives Tibetan a line of 2.8 em or, held to less, cuts its top vowels. Here lines are as high as
the letters really are, and a text that is too wide gets smaller, down to what can still be read.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from core.qt.fonts import families

MIN_PX = 14
_NUMBER_LETTERS = frozenset("ABCDEFGHIJKLMNOPRSTUVWXYZ0123456789:—")


@dataclass(frozen=True, slots=True)
class LineBox:
    """How high and deep the letters of a script reach, in em."""

    ascent: float
    descent: float


_TIBETAN_BOX = LineBox(1.30, 0.72)
"""Measured on 99 % of the stacks of Noto Serif Tibetan; its own metrics say 1.47 and 1.35."""
_BOX = LineBox(1.0, 0.30)
_NUMBER_BOX = LineBox(0.85, 0.15)
"""Capitals and digits: nothing hangs below the line."""


def is_tibetan(text: str) -> bool:
    """Return whether any letter of ``text`` is Tibetan."""
    return any("\u0f00" <= letter <= "\u0fff" for letter in text)


def line_box(text: str) -> LineBox:
    """Return the box of a line of ``text``."""
    if is_tibetan(text):
        return _TIBETAN_BOX
    return _NUMBER_BOX if text and all(letter in _NUMBER_LETTERS for letter in text) else _BOX


def line_height(text: str, px: int) -> float:
    """Return the height of one line of ``text``."""
    box = line_box(text)
    return (box.ascent + box.descent) * px


def font_for(text: str, px: int, *, bold: bool = False) -> QFont:
    """Return the font of ``text``: the families of its own script first."""
    font = QFont()
    font.setFamilies(families("bo" if is_tibetan(text) else "zh"))
    font.setPixelSize(px)
    font.setBold(bold)
    return font


def text_width(text: str, px: int, *, bold: bool = False) -> float:
    """Return the width of ``text`` on one line."""
    return QFontMetricsF(font_for(text, px, bold=bold)).horizontalAdvance(text)


class Fitted:
    """A text laid out for a room.

    Attributes:
        px: The size it came to.
        lines: How many lines it takes.
        whole: Whether all of it is shown; else it ends in an ellipsis.
    """

    def __init__(
        self, text: str, px: int, lines: int, room: QRectF, *, bold: bool, least: int = MIN_PX
    ) -> None:
        """Lay ``text`` out, ``px`` high where that fits and ``least`` at least."""
        self.whole = True
        for size in range(max(px, least), least - 1, -1):
            self._lay_out(text, size, room.width(), bold=bold)
            if self._fits(lines, room):
                return
        self.whole = False
        shown = QFontMetricsF(self._layout.font()).elidedText(
            text, Qt.TextElideMode.ElideRight, room.width() - 1
        )
        self._lay_out(shown, least, room.width(), bold=bold)

    def draw(self, painter: QPainter, room: QRectF, alignment: Qt.AlignmentFlag) -> None:
        """Draw it in the vertical middle of ``room``, or at its top."""
        height = self._line_height * self.lines
        above = 0.0 if alignment & Qt.AlignmentFlag.AlignTop else (room.height() - height) / 2
        top = room.top() + above
        for place in range(self.lines):
            line = self._layout.lineAt(place)
            left = room.left() + _indent(room.width() - line.naturalTextWidth(), alignment)
            baseline = top + place * self._line_height + self._box.ascent * self.px
            line.draw(painter, QPointF(left, baseline - line.ascent()))

    @property
    def height(self) -> float:
        """Height of all lines."""
        return self._line_height * self.lines

    def _lay_out(self, text: str, px: int, width: float, *, bold: bool) -> None:
        self.px = px
        self._box = line_box(text)
        self._line_height = line_height(text, px)
        self._layout = QTextLayout(text, font_for(text, px, bold=bold))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        self.lines = 0
        self._widest = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            self._widest = max(self._widest, line.naturalTextWidth())
            self.lines += 1
        self._layout.endLayout()

    def _fits(self, lines: int, room: QRectF) -> bool:
        high_enough = self.height <= room.height() + 0.5
        return self.lines <= lines and self._widest <= room.width() + 0.5 and high_enough


def _indent(left_over: float, alignment: Qt.AlignmentFlag) -> float:
    if alignment & Qt.AlignmentFlag.AlignHCenter:
        return max(0.0, left_over / 2)
    if alignment & Qt.AlignmentFlag.AlignRight:
        return max(0.0, left_over)
    return 0.0
