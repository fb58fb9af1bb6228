"""Driving a QML window as a visitor does, and looking for text that does not fit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRectF
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from core.qt.fonts import TIBETAN
from hallcall.demo.hands import finger, items, settle_item, words_of

SLACK_PX = 1.5
"""Text is laid out in fractions of a pixel."""

_EMPTY_EM = {TIBETAN: (0.22, 0.64)}
"""Em that a font's line leaves empty above and below its tallest letters."""


def find(window: QQuickWindow, name: str) -> QQuickItem:
    """Return the one visible item of that objectName; delegates are found too."""
    found = [item for item in items(window) if item.objectName() == name]
    assert len(found) == 1, f"{len(found)} items are called {name!r}; there are {names(window)}"
    return found[0]


def shows(window: QQuickWindow, name: str) -> bool:
    """Return whether an item of that objectName is visible."""
    return any(item.objectName() == name for item in items(window))


def names(window: QQuickWindow) -> list[str]:
    """Return the objectNames of everything visible."""
    return [item.objectName() for item in items(window) if item.objectName()]


def texts(window: QQuickWindow) -> list[str]:
    """Return every text that is visible."""
    return [text for text in (words_of(item) for item in items(window) if is_text(item)) if text]


def text_of(window: QQuickWindow, name: str) -> str:
    """Return the text of the one visible item of that objectName."""
    return words_of(find(window, name))


def centre(item: QQuickItem) -> QPoint:
    """Return the middle of an item in its window."""
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()


def tap(window: QQuickWindow, name: str) -> None:
    """Touch the item of that objectName with a finger, briefly, once the page has settled."""
    settle(window)
    tap_at(window, centre(find(window, name)))


def tap_at(window: QQuickWindow, at: QPoint) -> None:
    """Touch a point of the window with a finger, briefly."""
    press_at(window, at)
    release_at(window, at)


def press_at(window: QQuickWindow, at: QPoint) -> None:
    """Put a finger down on a point of the window."""
    QTest.touchEvent(window, finger()).press(0, at, window).commit()
    QCoreApplication.processEvents()


def release_at(window: QQuickWindow, at: QPoint) -> None:
    """Lift the finger again."""
    QTest.touchEvent(window, finger()).release(0, at, window).commit()
    QCoreApplication.processEvents()


def unfit(window: QQuickWindow) -> list[str]:
    """Return what is wrong with the texts of a window: cut, or outside its parent or the window.

    Names every visible text that is truncated, painted outside its own item's width, outside its nearest
    sized parent, or outside the window.
    """
    settle(window)
    whole = QRectF(0, 0, window.width(), window.height())
    return [
        f"{item.objectName() or '?'} {str(item.property('text'))!r}: {fault}"
        for item in items(window)
        if is_text(item)
        for fault in _faults(item, whole)
    ]


def _faults(item: QQuickItem, whole: QRectF) -> Iterator[str]:
    if not item.property("text"):
        return
    if item.property("truncated"):
        yield "truncated"
    in_scene = painted_in_scene(item)
    if not _inside(in_scene, whole):
        yield f"painted at {_say(in_scene)}, outside the window {_say(whole)}"
    parent = _sized_parent(item)
    if parent is not None:
        room = parent.mapRectToScene(QRectF(0, 0, parent.width(), parent.height()))
        if not _inside(in_scene, room):
            yield f"painted at {_say(in_scene)}, outside its parent {_say(room)}"


def painted_in_scene(item: QQuickItem) -> QRectF:
    """Return where the letters of a text are painted in its window."""
    return item.mapRectToScene(_painted(item))


def _painted(item: QQuickItem) -> QRectF:
    """Return where letters are painted inside their item, by its alignment and padding."""
    width, height = _number(item, "paintedWidth"), _number(item, "paintedHeight")
    above, below = _number(item, "topPadding"), _number(item, "bottomPadding")
    across = {0x2: 1.0, 0x4: 0.5}.get(_alignment(item, "effectiveHorizontalAlignment"), 0.0)
    down = {0x40: 1.0, 0x80: 0.5}.get(_alignment(item, "verticalAlignment"), 0.0)
    top = above + (item.height() - above - below - height) * down
    box = QRectF((item.width() - width) * across, top, width, height)
    font = item.property("font")
    empty_above, empty_below = _EMPTY_EM.get(font.family(), (0.0, 0.0))
    return box.adjusted(0, empty_above * font.pixelSize(), 0, -empty_below * font.pixelSize())


def _number(item: QQuickItem, name: str) -> float:
    return float(item.property(name) or 0.0)


def _alignment(item: QQuickItem, name: str) -> int:
    # PySide has no converter for QQuickText's enums; an expression gives the number.
    context = qmlContext(item)
    assert context is not None
    value, _ = cast("tuple[int, bool]", QQmlExpression(context, item, name).evaluate())
    return value


def _inside(inner: QRectF, outer: QRectF) -> bool:
    return outer.adjusted(-SLACK_PX, -SLACK_PX, SLACK_PX, SLACK_PX).contains(inner)


def _sized_parent(item: QQuickItem) -> QQuickItem | None:
    parent: QQuickItem | None = item.parentItem()
    while parent is not None and (parent.width() <= 0 or parent.height() <= 0):
        parent = parent.parentItem()
    return parent


def is_text(item: QQuickItem) -> bool:
    """Return whether an item is a text."""
    return item.metaObject().indexOfProperty("paintedWidth") >= 0


def _say(rect: QRectF) -> str:
    return f"({rect.x():.0f},{rect.y():.0f} {rect.width():.0f}x{rect.height():.0f})"


def settle(window: QQuickWindow) -> None:
    """Make bindings and layouts settle now rather than with the next frame."""
    QCoreApplication.processEvents()
    settle_item(window.contentItem())
