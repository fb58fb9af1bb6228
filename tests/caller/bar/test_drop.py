"""The acts of a bar drop from it, and what is said to the clerk stands in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from caller import theme
from caller.acts.told import ListEnd
from caller.bar.geometry import Area, Edge, Screen, beside
from caller.moves import Move
from core.domain.event import Event, EventKind
from tests.caller.bar.test_bar import CTRL, DOWN, LEFT, OFFICE, RIGHT, SMALL, UP
from tests.caller.conftest import MakeDesk
from tests.caller.desk import WINDOW, Desk
from tests.caller.test_looks import must_be_whole, texts

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)")
EDGES = pytest.mark.parametrize("key", [UP, DOWN, LEFT, RIGHT])


@pytest.fixture(autouse=True)
def usual_look() -> Iterator[None]:
    yield
    theme.use(theme.Appearance())


@pytest.fixture
def bar(make_desk: MakeDesk) -> Desk:
    desk = make_desk(strip=True)
    desk.sign_in()
    desk.day.open(WINDOW)
    desk.day.take("C007")
    desk.day.call("C007", WINDOW)
    return desk


def press(desk: Desk, key: Qt.Key) -> None:
    """Press a key where the keyboard is: in the page that dropped, or in the bar."""
    QTest.keyClick(focus(desk), key)


def focus(desk: Desk) -> QWidget:
    drop = desk.widget("acts-drop")
    top = drop if drop.isVisible() else desk.app.window
    found: QWidget | None = top.focusWidget()
    return found if found is not None else top


def open_acts(desk: Desk) -> QRect:
    press(desk, Qt.Key.Key_F10)
    QApplication.processEvents()
    assert desk.shows("acts-drop")
    return desk.widget("acts-drop").geometry()


@EDGES
@pytest.mark.parametrize("screen", [OFFICE, SMALL])
def test_the_acts_drop_to_where_there_is_room(bar: Desk, key: Qt.Key, screen: Screen) -> None:
    bar.screens.become(screen)
    QTest.keyClick(bar.app.window, key, CTRL)
    at = open_acts(bar)
    area = screen.area
    assert QRect(area.x, area.y, area.width, area.height).contains(at)
    assert not at.intersects(bar.app.window.geometry())


def test_a_key_does_an_act_and_the_bar_has_the_keyboard_again(bar: Desk) -> None:
    open_acts(bar)
    QTest.keyClicks(focus(bar), "3")
    QTest.keyClicks(focus(bar), "0")
    assert bar.posts() == [("suspend", {"kind": "no_papers"})]
    assert not bar.shows("acts-drop")


def test_the_first_keys_work_while_the_acts_are_open(bar: Desk) -> None:
    open_acts(bar)
    press(bar, Qt.Key.Key_F8)
    assert bar.posts() == [("recall", {})]
    press(bar, Qt.Key.Key_F10)
    assert not bar.shows("acts-drop")


def test_the_page_goes_where_the_bar_goes(bar: Desk) -> None:
    above = open_acts(bar)
    QTest.keyClick(focus(bar), DOWN, CTRL)
    QApplication.processEvents()
    at = bar.widget("acts-drop").geometry()
    assert at.bottom() < bar.app.window.y()
    assert at.y() > above.y()


def test_the_menu_opens_them_too(bar: Desk) -> None:
    bar.click("more")
    menu = bar.app.window.findChild(QMenu, "more-moves")
    assert menu is not None
    menu.actions()[-1].trigger()
    menu.close()
    assert bar.shows("acts-drop")


def test_open_acts_go_on_in_the_panel(bar: Desk) -> None:
    open_acts(bar)
    QTest.keyClicks(focus(bar), "3")
    press(bar, Qt.Key.Key_F2)
    assert bar.shows("acts")
    assert bar.shows("reason:")
    assert not bar.app.window.findChild(QWidget, "acts-drop")


@EDGES
@pytest.mark.parametrize("language", ["zh", "bo"])
def test_all_of_it_can_be_read_at_every_edge(make_desk: MakeDesk, key: Qt.Key, language: str) -> None:
    desk = make_desk(strip=True, language=language)
    desk.sign_in()
    desk.day.open(WINDOW)
    say(desk, "请到三楼开会，下午两点，材料带齐")
    QTest.keyClick(desk.app.window, key, CTRL)
    open_acts(desk)
    must_be_whole(desk)
    assert any(each.objectName() == "message" for each in texts(desk))


@pytest.mark.parametrize("strip", [True, False])
@pytest.mark.parametrize("key", [UP, LEFT])
@pytest.mark.parametrize("language", ["zh", "bo", "en"])
def test_what_the_console_has_to_tell_is_shown_whole(
    make_desk: MakeDesk, language: str, key: Qt.Key, *, strip: bool
) -> None:
    desk = make_desk(strip=strip, language=language)
    desk.app.window.show_refused_keys([(Move.CALL_NEXT, "Ctrl+F9")])
    must_be_whole(desk)
    assert "Ctrl+F9" in desk.text("hot-keys")
    desk.sign_in()
    desk.day.open(WINDOW)
    QTest.keyClick(desk.app.window, key, CTRL)
    QApplication.processEvents()
    assert "Ctrl+F9" in desk.text("message")
    must_be_whole(desk)
    desk.console.acts.list_ended.emit(ListEnd("C007", "failed", "printer.cutter"))
    QApplication.processEvents()
    assert "C007" in desk.text("message")
    must_be_whole(desk)
    for _ in range(2):
        QTest.keyClick(desk.app.window, Qt.Key.Key_Escape)
    assert not desk.shows("message")


def say(desk: Desk, text: str) -> None:
    seq = desk.link.floor.seq + 1
    desk.link.push(Event(seq, desk.now, EventKind.WINDOW_MESSAGE, window=WINDOW, data={"text": text}))


def test_a_message_stands_in_the_bar_until_a_key_says_that_it_is_read(bar: Desk) -> None:
    thin = bar.app.window.height()
    say(bar, "三楼开会")
    say(bar, "五点关门")
    QApplication.processEvents()
    assert "三楼开会" in bar.text("message")
    assert bar.app.window.height() > thin
    press(bar, Qt.Key.Key_F2)
    assert "三楼开会" in bar.text("message")
    assert bar.shows("message")
    QTest.keyClick(bar.app.window, Qt.Key.Key_F2)
    assert "三楼开会" in bar.text("message")
    assert bar.shows("message")
    press(bar, Qt.Key.Key_Escape)
    assert "五点关门" in bar.text("message")
    press(bar, Qt.Key.Key_Escape)
    assert not bar.shows("message")
    QApplication.processEvents()
    assert bar.app.window.height() == thin
    assert bar.posts() == []


@pytest.mark.parametrize("edge", list(Edge))
def test_what_drops_is_inside_the_screen_and_beside_the_bar(edge: Edge) -> None:
    screen = Area(100, 50, 1000, 700)
    thick, along = (216, 680) if edge.upright else (76, 980)
    size = (thick, along) if edge.upright else (along, thick)
    x = screen.right - size[0] if edge is Edge.RIGHT else screen.x
    y = screen.bottom - size[1] if edge is Edge.BOTTOM else screen.y
    bar = Area(x, y, *size)
    for middle in (0, 400, 2000):
        found = beside(screen, bar, edge, middle, 440, 5000)
        assert screen.x <= found.x
        assert found.right <= screen.right
        assert screen.y <= found.y
        assert found.bottom <= screen.bottom
        apart = found.x >= bar.right or found.right <= bar.x or found.y >= bar.bottom or found.bottom <= bar.y
        assert apart
