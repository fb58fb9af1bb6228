"""No visitor gets out of an unattended window."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QPointingDevice
from PySide6.QtQuick import QQuickView
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.qt.unattended import Unattended
from core.qt.view import make_view

QML = """
import QtQuick
Rectangle {
    property int leftTaps: 0
    property int rightTaps: 0
    property string typed: ""
    focus: true
    Keys.onPressed: event => typed += "[" + event.key + "]"
    Row {
        anchors.fill: parent
        Rectangle { width: parent.width / 2; height: parent.height; color: "red"
            TapHandler { onTapped: leftTaps += 1 } }
        Rectangle { width: parent.width / 2; height: parent.height; color: "blue"
            MouseArea { anchors.fill: parent; acceptedButtons: Qt.AllButtons; onClicked: rightTaps += 1 } }
    }
}
"""


class Window:
    def __init__(self, bot: QtBot, file: Path) -> None:
        file.write_text(QML)
        self.view: QQuickView = make_view(file, {}, size=QSize(400, 300), colour="white")
        self.guard = Unattended(self.view)
        self.guard.show()
        bot.waitUntil(self.view.isExposed)

    def read(self, name: str) -> object:
        return self.view.rootObject().property(name)

    def at(self, share: float) -> QPoint:
        return QPoint(int(self.view.width() * share), self.view.height() // 2)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    made = Window(qtbot, tmp_path / "Main.qml")
    yield made
    made.guard.allow_close()
    made.view.close()


@pytest.fixture
def fingers(qapp: QGuiApplication) -> QPointingDevice:
    return QTest.createTouchDevice()


def test_it_fills_the_screen_without_frame_or_pointer(window: Window) -> None:
    assert window.view.geometry() == QGuiApplication.primaryScreen().geometry()
    assert window.view.flags() & Qt.WindowType.FramelessWindowHint
    assert window.view.flags() & Qt.WindowType.WindowStaysOnTopHint
    assert window.view.cursor().shape() == Qt.CursorShape.BlankCursor


@pytest.mark.logs("stays")
def test_it_is_closed_only_once_that_is_allowed(window: Window) -> None:
    assert not window.view.close()
    assert window.view.isVisible()
    window.guard.allow_close()
    assert window.view.close()


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_D, Qt.KeyboardModifier.MetaModifier),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_keys_that_lead_out_are_taken(window: Window, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    QTest.keyClick(window.view, key, held)
    assert window.read("typed") == ""
    assert window.view.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_5, Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Asterisk])
def test_keys_of_a_number_pad_are_left(window: Window, key: Qt.Key) -> None:
    QTest.keyClick(window.view, key)
    assert window.read("typed") == f"[{key.value}]"


def test_the_left_button_alone_clicks(window: Window) -> None:
    for button in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
        QTest.mouseClick(window.view, button, Qt.KeyboardModifier.NoModifier, window.at(0.75))
    assert window.read("rightTaps") == 0
    QTest.mouseClick(window.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, window.at(0.75))
    assert window.read("rightTaps") == 1


def test_there_is_no_menu(window: Window) -> None:
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5))
    assert window.guard.eventFilter(window.view, asked)
    assert window.guard.eventFilter(window.view, QEvent(QEvent.Type.NativeGesture))


def test_one_finger_taps(window: Window, fingers: QPointingDevice) -> None:
    QTest.touchEvent(window.view, fingers).press(0, window.at(0.25), window.view).commit()
    QTest.touchEvent(window.view, fingers).release(0, window.at(0.25), window.view).commit()
    assert (window.read("leftTaps"), window.read("rightTaps")) == (1, 0)


def test_a_second_finger_does_nothing_and_the_first_still_taps(
    window: Window, fingers: QPointingDevice
) -> None:
    view, left, right = window.view, window.at(0.25), window.at(0.75)
    QTest.touchEvent(view, fingers).press(0, left, view).commit()
    QTest.touchEvent(view, fingers).stationary(0).press(1, right, view).commit()
    QTest.touchEvent(view, fingers).stationary(0).release(1, right, view).commit()
    assert (window.read("leftTaps"), window.read("rightTaps")) == (0, 0)
    QTest.touchEvent(view, fingers).release(0, left, view).commit()
    assert (window.read("leftTaps"), window.read("rightTaps")) == (1, 0)


def test_a_finger_that_stays_when_the_first_leaves_does_nothing(
    window: Window, fingers: QPointingDevice
) -> None:
    view, left, right = window.view, window.at(0.25), window.at(0.75)
    QTest.touchEvent(view, fingers).press(0, left, view).press(1, right, view).commit()
    QTest.touchEvent(view, fingers).release(0, left, view).stationary(1).commit()
    QTest.touchEvent(view, fingers).move(1, QPoint(right.x() + 2, right.y()), view).commit()
    QTest.touchEvent(view, fingers).release(1, right, view).commit()
    assert (window.read("leftTaps"), window.read("rightTaps")) == (1, 0)
    QTest.touchEvent(view, fingers).press(2, right, view).commit()
    QTest.touchEvent(view, fingers).release(2, right, view).commit()
    assert window.read("rightTaps") == 1, "the next visitor is let in"


def test_it_comes_back_when_it_is_made_small_or_hidden(window: Window, qtbot: QtBot) -> None:
    whole = QGuiApplication.primaryScreen().geometry()
    window.view.showNormal()
    window.view.hide()
    qtbot.waitUntil(lambda: window.view.isVisible() and window.view.geometry() == whole)


def test_it_follows_the_screen(window: Window, qtbot: QtBot) -> None:
    window.view.setGeometry(10, 10, 200, 100)
    QGuiApplication.primaryScreen().geometryChanged.emit(QGuiApplication.primaryScreen().geometry())
    qtbot.waitUntil(lambda: window.view.geometry() == QGuiApplication.primaryScreen().geometry())


PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QSize, QTimer
from core.qt.app import make_app, run_app
from core.qt.unattended import Unattended
from core.qt.view import make_view
app = make_app("hallcall-test", widgets=False)
view = make_view(Path(sys.argv[1]), {}, size=QSize(400, 300), colour="white")
guard = Unattended(view)
guard.show()
QTimer.singleShot(0, lambda: print(view.width(), view.height(), flush=True))
code = run_app(app)
print("ended", flush=True)
sys.exit(code)
"""


def test_a_program_with_such_a_window_ends_when_it_is_told_to(tmp_path: Path) -> None:
    (tmp_path / "Main.qml").write_text(QML)
    screens = tmp_path / "screens.json"
    wide = {"name": "panel", "x": 0, "y": 0, "width": 1024, "height": 600}
    screens.write_text(json.dumps({"screens": [wide, {**wide, "name": "second", "x": 1024}]}))
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "Main.qml")],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screens}"},
    )
    assert program.stdout is not None
    try:
        assert program.stdout.readline() == "1024 600\n"
        program.terminate()
        assert program.stdout.readline() == "ended\n"
        assert program.wait(20) == 0
    finally:
        program.kill()
        program.stdout.close()
