"""The picture beside the clock tells how the window stands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QSystemTrayIcon

from caller.tray import Tray, TrayState, tray_icon
from tests.caller.conftest import MakeDesk
from tests.caller.desk import Desk


def texts(tray: Tray) -> list[str]:
    return [action.text() for action in tray.menu.actions() if not action.isSeparator()]


def press(tray: Tray, place: int) -> None:
    [action for action in tray.menu.actions() if not action.isSeparator()][place].trigger()


def test_it_follows_the_life_of_a_visit(make_desk: MakeDesk) -> None:
    desk = make_desk()
    tray = Tray(desk.app.window)
    seen = [tray.state]

    def look() -> None:
        seen.append(tray.state)

    desk.sign_in()
    look()
    desk.day.open(3)
    look()
    desk.day.take("C007")
    desk.day.call("C007", 3)
    look()
    assert tray.text() == "3 号窗口 · 开放 · C007 · 已叫号"
    desk.day.start("C007")
    look()
    desk.day.finish("C007")
    desk.day.pause(3)
    look()
    desk.link.go_dark()
    look()
    assert [state.value for state in seen] == ["line", "square", "ring", "triangle", "disc", "bars", "cross"]


def test_its_menu_does_what_the_keys_do(desk: Desk) -> None:
    tray = Tray(desk.app.window)
    desk.day.take("C007")
    assert texts(tray)[2:4] == ["呼叫下一位", "暂停"]
    press(tray, 2)
    assert desk.posts() == [("call-next", {})]


@pytest.mark.qt_log_ignore("does not support raise")
def test_its_menu_shows_the_bar_and_the_panel(desk: Desk) -> None:
    tray = Tray(desk.app.window)
    press(tray, 0)
    assert desk.shows("strip-console")
    press(tray, 1)
    assert desk.shows("console")


def test_it_speaks_the_language_of_the_window(desk: Desk) -> None:
    tray = Tray(desk.app.window)
    desk.click("language:en")
    assert texts(tray) == ["Show the bar", "Show the whole console", "Call next", "Pause", "Quit"]


def test_quitting_closes_the_window(desk: Desk) -> None:
    tray = Tray(desk.app.window)
    press(tray, 4)
    assert not desk.app.window.isVisible()


def test_each_state_has_a_shape_of_its_own(desk: Desk) -> None:
    size = QSize(32, 32)
    images = [tray_icon(state).pixmap(size).toImage() for state in TrayState]
    # Without its colours too: grey is what who sees no colours sees.
    greys = [image.convertToFormat(QImage.Format.Format_Mono) for image in images]
    pictures = {bytes(grey.constBits()) for grey in greys}
    assert len(pictures) == len(TrayState)


def test_without_a_tray_it_works_on(desk: Desk) -> None:
    assert Tray(desk.app.window).start() is QSystemTrayIcon.isSystemTrayAvailable()
