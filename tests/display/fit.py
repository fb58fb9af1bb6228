"""Looking for ink that does not fit.

A board stands its texts on their baselines, so that the boxes of lines, which hold much air (Tibetan: 2.8
em), overlap where the letters do not. What is looked at here is the ink itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem, QQuickWindow

from hallcall.demo.hands import items
from tests.support import qml

SLACK_PX = 2.0
RUNS_THROUGH = ("noticeWords",)
"""May be longer than its line: then it runs through it."""


def misfits(window: QQuickWindow) -> list[str]:
    """Return every text that is truncated, over another text, over the edge of its panel or of the window."""
    qml.settle(window)
    inks = [(item, ink(item)) for item in _texts(window)]
    painted = [(item, rect.intersected(_clip_of(item, window))) for item, rect in inks]
    return [
        *(f"{_say(item)} is truncated" for item, _ in inks if item.property("truncated")),
        *(
            f"{_say(item)} leaves {_panel(item).objectName() or 'the window'}: {_rect(rect)}"
            for item, rect in inks
            if item.objectName() not in RUNS_THROUGH and not _inside(rect, _panel_rect(item))
        ),
        *(
            f"{_say(one)} lies on {_say(other)}"
            for (one, one_rect), (other, other_rect) in combinations(painted, 2)
            if _overlap(one_rect, other_rect)
        ),
    ]


def ink(item: QQuickItem) -> QRectF:
    """Return where the letters of a text are, in the window."""
    font = QFont(item.property("font"))
    font.setPixelSize(int(_value(item, "fontInfo.pixelSize")))
    metrics = QFontMetricsF(font)
    text = str(item.property("text"))
    if int(item.property("lineCount")) > 1:
        return item.mapRectToScene(_ink_of_rows(item, metrics))
    tight = metrics.tightBoundingRect(text)
    return item.mapRectToScene(tight.translated(_left(item), item.property("baselineOffset")))


def _left(item: QQuickItem) -> float:
    """Return where the letters of a text begin in it, by its alignment."""
    spare = item.width() - float(item.property("paintedWidth"))
    return spare * {2: 1.0, 4: 0.5}.get(int(_value(item, "effectiveHorizontalAlignment")), 0.0)


def _ink_of_rows(item: QQuickItem, metrics: QFontMetricsF) -> QRectF:
    tight = metrics.tightBoundingRect(str(item.property("text")))
    rows_apart = metrics.height() * float(item.property("lineHeight")) * (int(item.property("lineCount")) - 1)
    top = float(item.property("baselineOffset")) + tight.top()
    return QRectF(_left(item), top, float(item.property("paintedWidth")), tight.height() + rows_apart)


def pixel_size(item: QQuickItem) -> int:
    """Return how large a text is really written."""
    return int(_value(item, "fontInfo.pixelSize"))


def _texts(window: QQuickWindow) -> Iterator[QQuickItem]:
    return (
        item
        for item in items(window)
        if item.metaObject().indexOfProperty("paintedWidth") >= 0 and item.property("text")
    )


def _value(item: QQuickItem, expression: str) -> Any:
    context = qmlContext(item)
    assert context is not None
    value: Any = QQmlExpression(context, item, expression).evaluate()
    return value[0]


def _panel(item: QQuickItem) -> QQuickItem:
    """Return the coloured field that a text stands on."""
    parent = item.parentItem()
    while parent.parentItem() is not None and parent.metaObject().indexOfProperty("radius") < 0:
        parent = parent.parentItem()
    return parent


def _panel_rect(item: QQuickItem) -> QRectF:
    panel = _panel(item)
    return panel.mapRectToScene(QRectF(0, 0, panel.width(), panel.height()))


def _clip_of(item: QQuickItem, window: QQuickWindow) -> QRectF:
    """Return what is painted of an item at most: what runs through a line stays inside its frame."""
    shown = QRectF(0, 0, window.width(), window.height())
    parent: QQuickItem | None = item.parentItem()
    while parent is not None:
        if parent.clip():
            shown = shown.intersected(parent.mapRectToScene(QRectF(0, 0, parent.width(), parent.height())))
        parent = parent.parentItem()
    return shown


def _inside(inner: QRectF, outer: QRectF) -> bool:
    return outer.adjusted(-SLACK_PX, -SLACK_PX, SLACK_PX, SLACK_PX).contains(inner)


def _overlap(one: QRectF, other: QRectF) -> bool:
    common = one.intersected(other)
    return common.width() > SLACK_PX and common.height() > SLACK_PX


def _say(item: QQuickItem) -> str:
    return f"{item.objectName() or '?'} {str(item.property('text'))!r}"


def _rect(rect: QRectF) -> str:
    return f"({rect.x():.0f},{rect.y():.0f} {rect.width():.0f}x{rect.height():.0f})"
