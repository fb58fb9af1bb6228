"""What something is typed into or chosen from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSignalBlocker
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QStyle, QStyleOptionButton

from caller.theme import COLOURS, scaled
from caller.widgets.text import font_for
from caller.widgets.typing import TypedField

HEIGHT = 44
_BOX = 18
_STYLE = (
    "QLineEdit, QComboBox {{ background: {surface}; color: {ink}; border: 2px solid {line};"
    " border-radius: 8px; padding: 2px 8px; placeholder-text-color: {inkOff}; }}"
    " QLineEdit:focus, QComboBox:focus {{ border-color: {accent}; }}"
    " QCheckBox {{ color: {ink}; spacing: 8px; }}"
    " QCheckBox::indicator {{ width: {box}px; height: {box}px; border: 2px solid {line}; border-radius: 5px;"
    " background: {surface}; }}"
    " QCheckBox:focus::indicator {{ border-color: {accent}; }}"
    " QCheckBox::indicator:checked {{ background: {primary}; border-color: {primary}; }}"
    " QComboBox::drop-down {{ border: 0; width: 28px; }}"
    " QComboBox QAbstractItemView {{ background: {surface}; color: {ink};"
    " selection-background-color: {surfacePressed}; selection-color: {ink}; }}"
)


class Field(TypedField):
    """One line of text."""

    def __init__(self, name: str, *, most: int = 64) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setMaxLength(most)
        self.setFixedHeight(scaled(HEIGHT))
        self.setFont(font_for("", scaled(17)))
        self.setStyleSheet(_STYLE.format(**COLOURS, box=scaled(_BOX)))

    def set_words(self, text: str) -> None:
        """Say what belongs in it."""
        self.setPlaceholderText(text)
        self.setAccessibleName(text)
        self.setFont(font_for(text, scaled(17)))


class Tick(QCheckBox):
    """Yes or no."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setMinimumHeight(scaled(HEIGHT))
        self.setStyleSheet(_STYLE.format(**COLOURS, box=scaled(_BOX)))

    def set_words(self, text: str) -> None:
        """Say what is ticked."""
        self.setText(text)
        self.setFont(font_for(text, scaled(16)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw it, and the tick: colour alone says nothing."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        painter, middle, unit = QPainter(self), QPointF(box.center()), box.width() / 10
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(COLOURS["onPrimary"]), max(2, scaled(2))))
        corners = ((-2.6, 0.2), (-0.6, 2.2), (2.8, -2.2))
        painter.drawPolyline([middle + QPointF(x * unit, y * unit) for x, y in corners])


class Choice(QComboBox):
    """One of several; the first of all may say that none is chosen."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFixedHeight(scaled(HEIGHT))
        self.setMinimumWidth(scaled(120))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setStyleSheet(_STYLE.format(**COLOURS, box=scaled(_BOX)))
        self._offered: list[tuple[str, str]] = []

    def offer(self, choices: Sequence[tuple[str, str]], name: str = "") -> None:
        """Offer ``(id, name)``; what is chosen stays, and nothing changes while the same is offered."""
        self.setAccessibleName(name)
        if list(choices) == self._offered:
            return
        kept, self._offered = self.choice, list(choices)
        with QSignalBlocker(self):
            self.clear()
            for each, text in choices:
                self.addItem(text, each)
            self.setFont(font_for("".join(text for _, text in choices), scaled(16)))
            self.choose(kept)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw it, and that there is more: a style sheet takes the arrow away."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(COLOURS["inkSoft"]), 2))
        right, middle, half = self.width() - scaled(16), self.height() / 2, scaled(5)
        tip = QPointF(right, middle + half * 0.6)
        painter.drawPolyline([tip + QPointF(-half, -half * 1.2), tip, tip + QPointF(half, -half * 1.2)])

    @property
    def choice(self) -> str:
        """Id of what is chosen, ``""``: nothing."""
        return str(self.currentData() or "")

    def choose(self, choice: str) -> None:
        """Choose by the id; what is not offered leaves the first."""
        self.setCurrentIndex(max(0, self.findData(choice)))
