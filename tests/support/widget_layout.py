"""What is wrong with a window of widgets: cut texts, things over each other, small targets, pale letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QRegion
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)

from caller.theme import in_use
from caller.widgets.button import KeyButton
from caller.widgets.label import Label
from core.qt.tokens import contrast

TARGET_PX = 24
"""The least side of what a mouse meets, at 100 %. Source: WCAG 2.2, 2.5.8."""
BIG_PX = 48
"""The least height of the one big button."""
BIG = ("call-next", "sign-in-now")
LEAST_PX = 12
"""9 pt at 96 dpi."""
SHRUNK = 0.7
"""On a larger scale a text that is too long may be shrunk, and is so much of that scale at least."""
READ, READ_NUMBER = 4.5, 7.0
NUMBERS = ("visitor-number",)
TOUCHES_PX = 2
_LEAVES = (Label, QAbstractButton, QComboBox, QLineEdit, QTableView, QLabel)


def faults(window: QWidget, *, within: QWidget | None = None, colours: bool = True) -> list[str]:
    """Return all that is wrong with what stands in a window now; it has settled.

    Args:
        window: It is shown.
        within: Look only at this part, e.g. at what covers the rest.
        colours: Look at contrasts too, which takes longest.
    """
    shown = [each for each in (within or window).findChildren(QWidget) if _is_leaf(each)]
    return [
        *(fault for each in shown for fault in _cut(each)),
        *(fault for each in shown for fault in _off(each, window)),
        *_over_each_other(shown, window),
        *(fault for each in shown for fault in _small(each)),
        *(fault for each in shown for fault in _small_letters(each)),
        *(_pale(shown, window) if colours else ()),
    ]


def _is_leaf(widget: QWidget) -> bool:
    if not widget.isVisible() or not isinstance(widget, _LEAVES):
        return False
    return _name(widget) != "" or bool(_text(widget))


def _name(widget: QWidget) -> str:
    return f"{widget.objectName()} {_text(widget)!r}" if _text(widget) else widget.objectName()


def _text(widget: QWidget) -> str:
    match widget:
        case QComboBox():
            return str(widget.currentText())
        case QLineEdit():
            return str(widget.text() or widget.placeholderText())
        case Label() | QAbstractButton() | QLabel():
            return str(widget.text())
    return ""


# Cut texts


def _cut(widget: QWidget) -> Iterator[str]:
    if not _cuts(widget):
        return
    where = f"{_name(widget)} in {widget.width()}x{widget.height()}"
    meant = isinstance(widget, Label | QComboBox) and widget.toolTip() == _text(widget)
    if not meant:
        yield f"text cut: {where}"


def _cuts(widget: QWidget) -> bool:
    match widget:
        case Label() | KeyButton():
            return bool(widget.text()) and not widget.fitted().whole
        case QComboBox():
            return _wide(widget, widget.currentText()) > widget.width() - 48
        case QLineEdit():
            return not widget.text() and _wide(widget, widget.placeholderText()) > widget.width() - 20
        case QCheckBox() | QLabel():
            hint = widget.sizeHint()
            return hint.width() > widget.width() or hint.height() > widget.height()
        case QTableView():
            return any(True for _ in cut_cells(widget))
    return False


def cut_cells(table: QTableView) -> Iterator[str]:
    """Yield the heads of a table that are cut, and the cells of columns that are not meant to give way."""
    head, model = table.horizontalHeader(), table.model()
    for column in range(model.columnCount()):
        room = head.sectionSize(column) - 16
        text = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        font = model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.FontRole)
        if QFontMetricsF(font).horizontalAdvance(text) > room + 1:
            yield text


def _wide(widget: QWidget, text: str) -> float:
    return float(QFontMetricsF(widget.font()).horizontalAdvance(text))


# Where things stand


def _rect(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _scrolled(widget: QWidget) -> bool:
    """Return whether a widget can be scrolled to."""
    parent: QWidget | None = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea) and parent.verticalScrollBar().maximum() > 0:
            return True
        parent = parent.parentWidget()
    return False


def _off(widget: QWidget, window: QWidget) -> Iterator[str]:
    if _scrolled(widget):
        return
    if not window.rect().contains(_rect(widget, window)):
        yield f"off the window: {_name(widget)} at {_rect(widget, window)} of {window.size()}"
    elif widget.visibleRegion() != QRegion(widget.rect()):
        yield f"covered: {_name(widget)}"


def _over_each_other(shown: list[QWidget], window: QWidget) -> Iterator[str]:
    boxes = [(each, _rect(each, window)) for each in shown if not _scrolled(each)]
    for (one, rect), (other, below) in combinations(boxes, 2):
        both = rect.intersected(below)
        met = both.width() > TOUCHES_PX and both.height() > TOUCHES_PX
        if met and not one.isAncestorOf(other) and not other.isAncestorOf(one):
            yield f"over each other: {_name(one)} and {_name(other)}"


# What is pressed and read


def _small(widget: QWidget) -> Iterator[str]:
    if not isinstance(widget, QAbstractButton | QComboBox | QLineEdit):
        return
    scale = in_use().scale / 100
    big = widget.objectName() in BIG
    least = BIG_PX * scale if big else TARGET_PX * scale
    side = widget.height() if big else min(widget.width(), widget.height())
    if side < least - 1:
        yield f"small target: {_name(widget)} is {widget.width()}x{widget.height()}, not {least:.0f}"


def _small_letters(widget: QWidget) -> Iterator[str]:
    if not _text(widget):
        return
    scale = in_use().scale / 100
    px = widget.fitted().px if isinstance(widget, Label | KeyButton) else widget.font().pixelSize()
    least = LEAST_PX * max(1.0, scale * SHRUNK)
    if px < least - 0.5:
        yield f"small letters: {_name(widget)}, {px} px, not {least:.0f}"


def _pale(shown: list[QWidget], window: QWidget) -> Iterator[str]:
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    for widget in shown:
        if not _text(widget) or _scrolled(widget):
            continue
        found = _contrast(image.copy(_rect(widget, window)))
        numbered = widget.objectName() in NUMBERS and _text(widget) != "—"
        least = READ_NUMBER if numbered else READ
        if found < least - 0.05:
            yield f"pale: {_name(widget)}, {found:.1f}:1, not {least}:1"


def _contrast(image: QImage) -> float:
    """Return the contrast of the strongest ink of a text with what it stands on."""
    pixels = Counter(memoryview(image.constBits()).cast("I").tolist())
    back = QColor.fromRgb(pixels.most_common(1)[0][0]).name()
    inks = (QColor.fromRgb(each).name() for each, count in pixels.most_common(24) if count >= 3)
    return max((contrast(ink, back) for ink in inks), default=1.0)
