"""What is wrong with a layout: texts over each other or a key, small keys, small letters, bad line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextLayout, QTextOption
from PySide6.QtQuick import QQuickItem, QQuickView

from core.qt import fonts
from hallcall.demo.hands import below, items
from tests.support import qml

FINGER_PX = 81
"""20 mm on a panel of 21.5 inches and 1920x1080, where nobody has told how large the panel is."""
FINGER_MM = 20.0
READ, READ_BELOW = 18.0, 11.0
"""The least height of letters in units of the layout: in the visitor's language, and in the hall's other."""
TIBETAN = 0.9
"""Tibetan is as large to the eye at so much of the height (``Theme.size``)."""
TOUCHES_PX = 2.0
"""Boxes that meet by less do not cover each other."""
UNSEEN_KEYS = ("clockTouch", "busy")
"""What can be touched and is no key for visitors."""


@dataclass(frozen=True)
class Box:
    """Something visible, and where."""

    item: QQuickItem
    name: str
    rect: QRectF


def faults(view: QQuickView, *, finger_px: float = FINGER_PX, read: float = 1.0) -> list[str]:
    """Return all that is wrong with what stands on a screen now; it has settled.

    Args:
        finger_px: The least side of what can be touched.
        read: What the least height of letters is multiplied with.
    """
    shown = _in_front(view)
    texts = [Box(each, _name(each), qml.painted_in_scene(each)) for each in shown if qml.is_text(each)]
    texts = [each for each in texts if each.item.property("text")]
    keys = [Box(each, _name(each), _rect(each)) for each in _keys(shown)]
    unit = float(view.rootObject().property("unit"))
    return [
        *qml.unfit(view),
        *_over_each_other(texts, "texts"),
        *_over_each_other(keys, "keys"),
        *_over_keys(texts, keys),
        *_too_small(keys, finger_px),
        *_unreadable(texts, unit * read),
        *_ragged(texts),
    ]


def _in_front(view: QQuickView) -> list[QQuickItem]:
    """Return what is visible; under a curtain only the curtain."""
    shown = list(items(view))
    curtain = next((each for each in shown if each.objectName() == "busy"), None)
    return list(below(curtain)) if curtain is not None else shown


def _keys(shown: list[QQuickItem]) -> Iterator[QQuickItem]:
    for each in shown:
        parent: QQuickItem | None = each.parentItem()
        if parent is None or not _is_touched(each):
            continue
        if {each.objectName(), parent.objectName()}.isdisjoint(UNSEEN_KEYS):
            yield parent if _covers(each, parent) else each


def _is_touched(item: QQuickItem) -> bool:
    return item.metaObject().className().startswith("QQuickMouseArea") and item.isEnabled()


def _covers(area: QQuickItem, parent: QQuickItem) -> bool:
    return (area.width(), area.height()) == (parent.width(), parent.height())


def _rect(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def _name(item: QQuickItem) -> str:
    named: QQuickItem | None = item
    while named is not None and not named.objectName():
        named = named.parentItem()
    text = str(item.property("text") or "")
    return f"{named.objectName() if named else '?'} {text!r}"


def _meet(one: QRectF, other: QRectF) -> bool:
    both = one.intersected(other)
    return both.width() > TOUCHES_PX and both.height() > TOUCHES_PX


def _over_each_other(boxes: list[Box], what: str) -> Iterator[str]:
    for one, other in combinations(boxes, 2):
        if _meet(one.rect, other.rect):
            yield f"{what} over each other: {one.name} at {one.rect} and {other.name} at {other.rect}"


def _over_keys(texts: list[Box], keys: list[Box]) -> Iterator[str]:
    for text in texts:
        for key in keys:
            if _meet(text.rect, key.rect) and not key.item.isAncestorOf(text.item):
                yield f"text over a key: {text.name} and {key.name}"


def _too_small(keys: list[Box], finger_px: float) -> Iterator[str]:
    for key in keys:
        least = min(key.rect.width(), key.rect.height())
        if least < finger_px - 1:
            is_now = f"{key.rect.width():.0f}x{key.rect.height():.0f}"
            yield f"key too small: {key.name} is {is_now} px, not {finger_px:.0f}"


def _unreadable(texts: list[Box], unit: float) -> Iterator[str]:
    for text in texts:
        least = READ_BELOW if text.item.property("second") else READ
        font = text.item.property("font")
        high = font.pixelSize() / unit / (TIBETAN if font.family() == fonts.TIBETAN else 1)
        if high < least - 0.5:
            yield f"letters too small: {text.name}, {high:.1f} units, not {least:.0f}"


def _ragged(texts: list[Box]) -> Iterator[str]:
    """Yield Chinese that ends with one character on a line, and lines that begin with a sign of the last."""
    for text in texts:
        if text.item.property("lineCount") < 2:
            continue
        lines = _lines(text.item)
        if re.fullmatch(r"[\u4e00-\u9fff][，。！？：；”）]*", lines[-1].strip()):
            yield f"one character alone on a line: {text.name} as {lines}"
        if any(re.match(r"\s*[·，。！？：；、”）]", line) for line in lines[1:]):
            yield f"a line begins with a sign of the one before: {text.name} as {lines}"


def _lines(item: QQuickItem) -> list[str]:
    """Return a wrapped text line by line, laid out as the screen does."""
    words = str(item.property("text")).replace("\n", "\u2028")
    laid = QTextLayout(words, item.property("font"))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    laid.setTextOption(option)
    laid.beginLayout()
    found = []
    while (line := laid.createLine()).isValid():
        line.setLineWidth(item.width())
        found.append(words[line.textStart() : line.textStart() + line.textLength()])
    laid.endLayout()
    return found
