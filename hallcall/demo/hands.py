"""What a person does to a screen: touch it, click it, press a key, and wait until something shows."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QGuiApplication, QPointingDevice
from PySide6.QtQml import QJSValue
from PySide6.QtQuick import QQuickItem, QQuickView, QQuickWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from core.client.port import Link
from core.client.reply import Answer, Reply

WAIT_S = 15.0
_TURN_MS = 20


class DidNotHappen(Exception):
    """A step of the demo did not come about; the message says which."""


def wait_until(what: str, condition: Callable[[], bool], within_s: float = WAIT_S) -> None:
    """Run the Qt loop until ``condition`` holds.

    Raises:
        DidNotHappen: It does not hold in time; ``what`` was waited for.
    """
    deadline = time.monotonic() + within_s
    while not condition():
        if time.monotonic() > deadline:
            raise DidNotHappen(f"{what} (waited {within_s:.0f} s)")
        QTest.qWait(_TURN_MS)


def answered(link: Link, path: str, body: Mapping[str, Any] | None = None) -> Mapping[str, Any]:
    """Ask the core for something, or with a body to do something, and return its answer.

    Raises:
        DidNotHappen: It refuses, or does not answer.
    """
    replies: list[Reply] = []
    if body is None:
        link.get(path, replies.append)
    else:
        link.post(path, body, replies.append)
    wait_until(f"the core answers {path}", lambda: bool(replies))
    if not isinstance(replies[0], Answer):
        raise DidNotHappen(f"the core answers {path}: {replies[0]}")
    return replies[0].body


def items(window: QQuickWindow) -> Iterator[QQuickItem]:
    """Yield every visible item of a window, delegates too, parents first."""
    yield from below(window.contentItem())


def below(item: QQuickItem) -> Iterator[QQuickItem]:
    """Yield an item and every visible one below it."""
    if not item.isVisible() or item.opacity() == 0:
        return
    yield item
    for child in item.childItems():
        yield from below(child)


def named(window: QQuickWindow, name: str) -> QQuickItem | None:
    """Return the first visible item of that objectName."""
    return next((item for item in items(window) if item.objectName() == name), None)


def page_of(kiosk: QQuickView) -> str:
    """Return which page of a kiosk is open (:class:`kiosk.state.Page`)."""
    return str(kiosk.rootObject().property("vm").page.page)


def shown(window: QQuickWindow, name: str) -> str:
    """Return the words on the item of that objectName, nothing where it is not shown."""
    item = named(window, name)
    if item is None:
        return ""
    return " ".join(words for each in below(item) if (words := words_of(each)))


def words_of(item: QQuickItem) -> str:
    """Return the words of a text as they were written, however the screen breaks them into lines."""
    said = item.property("said")
    told = said.toVariant() if isinstance(said, QJSValue) else said
    return str(told["text"] if isinstance(told, dict) else item.property("text") or "")


def touch(window: QQuickWindow, name: str) -> None:
    """Touch the item of that objectName with a finger, as soon as it shows.

    Raises:
        DidNotHappen: It does not show.
    """
    wait_until(f"{name} shows", lambda: named(window, name) is not None)
    # Layouts find their places with the next frame: nobody touches what was not drawn yet.
    settle_item(window.contentItem())
    item = named(window, name)
    assert item is not None
    touch_at(window, item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint())


def settle_item(item: QQuickItem) -> None:
    """Let layouts find their places now rather than with the next frame."""
    item.ensurePolished()
    for child in item.childItems():
        settle_item(child)


def touch_at(window: QQuickWindow, at: QPoint) -> None:
    """Touch a point of the window with a finger, briefly."""
    QTest.touchEvent(window, finger()).press(0, at, window).commit()
    QTest.touchEvent(window, finger()).release(0, at, window).commit()
    QCoreApplication.processEvents()


@cache
def finger() -> QPointingDevice:
    """Return the touch screen of this program; Qt keeps a device for ever, so there is one."""
    return QTest.createTouchDevice()


def click(parent: QWidget, name: str) -> None:
    """Click the button of that objectName, as soon as it can be clicked.

    Raises:
        DidNotHappen: It stays grey, or is not there.
    """

    def button() -> QAbstractButton | None:
        found = parent.findChild(QAbstractButton, name)
        return (
            found if isinstance(found, QAbstractButton) and found.isVisible() and found.isEnabled() else None
        )

    wait_until(f"the button {name} can be clicked", lambda: button() is not None)
    found = button()
    assert found is not None
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def press(widget: QWidget, key: Qt.Key) -> None:
    """Press a key while the window has the keyboard."""
    QTest.keyClick(widget, key)


def write(parent: QWidget, name: str, text: str) -> None:
    """Type into the field of that objectName, instead of what it holds.

    Raises:
        DidNotHappen: There is no such field.
    """

    def field() -> QLineEdit | None:
        found = parent.findChild(QLineEdit, name)
        return found if isinstance(found, QLineEdit) and found.isVisible() else None

    wait_until(f"the field {name} shows", lambda: field() is not None)
    found = field()
    assert found is not None
    found.setFocus()
    found.selectAll()
    QTest.keyClicks(found, text)


def room_on_screen() -> QRect:
    """Return the part of the first screen that windows may use."""
    return QGuiApplication.primaryScreen().availableGeometry()
