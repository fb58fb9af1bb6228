"""A button that says its key."""

from __future__ import annotations

import math
from enum import Enum
from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from caller.theme import COLOURS, scaled
from caller.widgets.text import MIN_PX, Fitted, is_tibetan, line_height, text_width

_PADDING = 10
_KEY_PADDING = 6
_ENTERING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select)


class Look(Enum):
    """How a button looks: the roles of its colour and of the colour of its text."""

    PRIMARY = ("primary", "onPrimary")
    PLAIN = ("surface", "ink")
    QUIET = ("page", "inkSoft")


class KeyButton(QPushButton):
    """A push button with its text in any script and its key beside it.

    It takes the keyboard's focus by Tab only, so a click never leaves a button behind that the next space
    bar would press.
    """

    def __init__(self, name: str, *, look: Look = Look.PLAIN, px: int = 18, guarded: bool = False) -> None:
        """Make the button.

        Args:
            name: Its object name.
            look: Its colours.
            px: Size of its text.
            guarded: Space and Enter do not press it: only its own key and the mouse do.
        """
        super().__init__()
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._look = look
        self._px = px
        self._guarded = guarded
        self._key = ""

    def set_words(self, text: str, key: str = "") -> None:
        """Show ``text`` and the key that presses it; said again, nothing is drawn again."""
        if (text, key) == (self.text(), self._key) and self.accessibleName():
            return
        self.setText(text)
        self._key = key
        self.setAccessibleName(text)
        self.setAccessibleDescription(key)
        self.setToolTip(f"{text}  {key}" if key else text)
        self.updateGeometry()
        self.update()

    @property
    def key(self) -> str:
        """The key it shows."""
        return self._key

    def set_look(self, look: Look) -> None:
        """Look otherwise."""
        self._look = look
        self.update()

    def fitted(self) -> Fitted:
        """Return the text as laid out in the room it has now."""
        return Fitted(self.text(), scaled(self._px), 2, self.room(), bold=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return room for the text on one line and the key."""
        px = scaled(self._px)
        width = text_width(self.text(), px, bold=True) + 2 * _PADDING + self._key_width()
        # The box of a Tibetan line holds air of its own above and below.
        air = scaled(4 if is_tibetan(self.text()) else 14)
        height = max(line_height(self.text(), px), line_height("f", px)) + air
        return QSize(math.ceil(width) + 1, math.ceil(height))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return what it can do with."""
        return QSize(math.ceil(scaled(36) + self._key_width()), self.sizeHint().height())

    def setEnabled(self, enabled: bool) -> None:  # noqa: N802
        """Enable or disable it; the keyboard's focus never slips on to the next button by that."""
        if not enabled and self.hasFocus():
            self.window().setFocus()
        super().setEnabled(enabled)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Pass space and Enter over where they could press by accident."""
        if self._guarded and event.key() in _ENTERING:
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        back, ink = self._colours()
        painter.setBrush(back)
        painter.setPen(QPen(QColor(COLOURS["line"]), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(COLOURS["accent"]), 3))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 7, 7)
        painter.setPen(ink)
        self.fitted().draw(painter, self.room(), self.alignment())
        self._draw_key(painter, ink)

    def alignment(self) -> Qt.AlignmentFlag:
        """Return where in its room the text stands."""
        return Qt.AlignmentFlag.AlignHCenter

    def _colours(self) -> tuple[QColor, QColor]:
        back, ink = self._look.value
        if not self.isEnabled():
            # A disabled button is told by its flat face and the missing frame of its key too.
            return QColor(COLOURS["page"]), QColor(COLOURS["inkOff"])
        if self.isDown():
            back = "primaryPressed" if self._look is Look.PRIMARY else "surfacePressed"
        elif self.underMouse() and self._look is not Look.PRIMARY:
            back = "surfacePressed"
        return QColor(COLOURS[back]), QColor(COLOURS[ink])

    def _draw_key(self, painter: QPainter, ink: QColor) -> None:
        if not self._key:
            return
        width = self._key_width() - _KEY_PADDING
        high = scaled(22)
        tag = QRectF(self.width() - _PADDING - width, (self.height() - high) / 2, width, high)
        if self.isEnabled():
            painter.setPen(QPen(ink, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(tag, 4, 4)
        painter.setPen(ink)
        Fitted(self._key, scaled(MIN_PX), 1, tag, bold=False).draw(
            painter, tag, Qt.AlignmentFlag.AlignHCenter
        )

    def _key_width(self) -> float:
        return text_width(self._key, scaled(MIN_PX)) + 2 * _KEY_PADDING + _KEY_PADDING if self._key else 0.0

    def room(self) -> QRectF:
        """Return where the text stands."""
        right = _PADDING + self._key_width()
        return QRectF(self.rect()).adjusted(_PADDING, 2, -right, -2)


def in_tab_order(*widgets: QWidget) -> None:
    """Make Tab go through ``widgets`` as they stand."""
    for first, second in pairwise(widgets):
        QWidget.setTabOrder(first, second)
