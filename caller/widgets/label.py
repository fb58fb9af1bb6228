"""A text on the console."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from caller.theme import COLOURS, scaled
from caller.widgets.text import MIN_PX, Fitted, line_height, text_width

_PATCH_AIR = 6
"""Above and below the lines on a patch together."""


class Label(QWidget):
    """One text in the middle of its height; too wide, it gets smaller before anything of it is left out.

    Attributes:
        lines: It may take so many lines.
    """

    def __init__(
        self,
        name: str,
        *,
        px: int = 16,
        bold: bool = False,
        colour: str = "ink",
        lines: int = 1,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.lines = lines
        self._text = ""
        self._room_for = ""
        self._px = px
        self._bold = bold
        self._colour = colour
        self._back = ""
        self._align = align
        grows = QSizePolicy.Policy.Expanding if lines > 1 else QSizePolicy.Policy.Preferred
        self.setSizePolicy(grows, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """Return what is shown."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show ``text``; a screen reader reads the same."""
        if text == self._text:
            return
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def keep_room_for(self, sample: str) -> None:
        """Be as high as ``sample`` needs, also while empty: nothing below it jumps."""
        self._room_for = sample
        self.updateGeometry()

    def set_colours(self, colour: str, back: str = "") -> None:
        """Draw in a colour of the tokens, on a rounded patch of another one if ``back`` is given."""
        self._colour = colour
        self._back = back
        self.update()

    def align(self, way: Qt.AlignmentFlag) -> None:
        """Stand otherwise in the room."""
        self._align = way
        self.update()

    def fitted(self) -> Fitted:
        """Return the text as laid out in the room it has now."""
        return Fitted(self._text, scaled(self._px), self.lines, self.room(), bold=self._bold)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return room for the whole text on one line, of as many lines' height as it may take."""
        px = scaled(self._px)
        width = text_width(self._text or " ", px, bold=self._bold) + 2 * self._padding
        height = max(line_height(self._text, px), line_height(self._room_for, px))
        if self.lines > 1:
            lines = (line_height(each, scaled(MIN_PX + 1)) for each in (self._text, self._room_for) if each)
            height = max(height, self.lines * max(lines, default=line_height("", scaled(MIN_PX + 1))))
            height += scaled(_PATCH_AIR) if self._back else 0
        return QSize(math.ceil(width) + 1, math.ceil(height))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return what it can do with: it gets smaller in width, never in height."""
        return QSize(min(scaled(40), self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw it."""
        painter = QPainter(self)
        if self._back and self._text:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(COLOURS[self._back]))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        painter.setPen(QColor(COLOURS[self._colour]))
        self.fitted().draw(painter, self.room(), self._align)

    def alignment(self) -> Qt.AlignmentFlag:
        """Return where in its room the text stands."""
        return self._align

    @property
    def _padding(self) -> int:
        # A letter may lean a pixel over its own width.
        return 10 if self._back else 2

    def room(self) -> QRectF:
        """Return where the text stands."""
        return QRectF(self.rect()).adjusted(self._padding, 0, -self._padding, 0)
