"""The bar at its edges: docked, dragged, remembered, unplugged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from caller import theme
from caller.bar.geometry import Area, Edge, Place, Screen
from caller.bar.page import BarPage
from caller.bar.screens import Screens
from caller.settings import CallerSettings
from caller.theme import Shade
from core.qt.tokens import DARK_COLOURS
from tests.caller.conftest import MakeDesk
from tests.caller.desk import Desk
from tests.caller.test_looks import call, must_be_whole, texts

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
UP, DOWN, LEFT, RIGHT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right
OFFICE = Screen("office 1", Area(0, 0, 1920, 1080))
SMALL = Screen("office 1", Area(0, 0, 1366, 768))
SECOND = Screen("second/2 %", Area(1920, 0, 1280, 1024))


@pytest.fixture(autouse=True)
def usual_look() -> Iterator[None]:
    yield
    theme.use(theme.Appearance())


@pytest.fixture
def bar(make_desk: MakeDesk) -> Desk:
    """A desk as a bar, its clerk signed in at the open window 3."""
    desk = make_desk(strip=True)
    desk.sign_in()
    desk.day.open(3)
    return desk


def where(desk: Desk) -> Edge | None:
    """Return at which edge of which screen the bar lies; ``None`` where it lies at none."""
    at = desk.app.window.geometry()
    for screen in desk.screens.all():
        area = screen.area
        if not (area.x <= at.x() and at.x() + at.width() <= area.right):
            continue
        if at.width() > at.height():
            ends = {Edge.TOP: at.y() == area.y, Edge.BOTTOM: at.y() + at.height() == area.bottom}
        else:
            ends = {Edge.LEFT: at.x() == area.x, Edge.RIGHT: at.x() + at.width() == area.right}
        return next((edge for edge, there in ends.items() if there), None)
    return None


def press(desk: Desk, key: Qt.Key, modifier: Qt.KeyboardModifier = CTRL) -> None:
    QTest.keyClick(desk.app.window, key, modifier)


def hand(desk: Desk, kind: QEvent.Type, at: QPoint) -> None:
    """Let the mouse do something at a point of the screens."""
    page = desk.widget("strip-console")
    button = Qt.MouseButton.LeftButton
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else button
    local = QPointF(page.mapFromGlobal(at))
    event = QMouseEvent(kind, local, QPointF(at), button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(page, event)


def drag(desk: Desk, *way: QPoint, let_go: bool = True) -> None:
    """Take the bar and carry it along ``way``."""
    hand(desk, QEvent.Type.MouseButtonPress, desk.app.window.geometry().topLeft() + QPoint(4, 4))
    for at in way:
        hand(desk, QEvent.Type.MouseMove, at)
    if let_go:
        hand(desk, QEvent.Type.MouseButtonRelease, way[-1])


@pytest.mark.parametrize(
    ("key", "edge"), [(UP, Edge.TOP), (DOWN, Edge.BOTTOM), (LEFT, Edge.LEFT), (RIGHT, Edge.RIGHT)]
)
def test_it_docks_by_keys_and_remembers(bar: Desk, key: Qt.Key, edge: Edge) -> None:
    press(bar, DOWN)
    press(bar, key)
    assert where(bar) is edge
    assert bar.settings.bar_place("office 1").edge is edge


def test_it_goes_along_its_edge(bar: Desk) -> None:
    before = bar.app.window.x()
    press(bar, RIGHT, CTRL_SHIFT)
    assert bar.app.window.x() == before + 68
    for _ in range(20):
        press(bar, LEFT, CTRL_SHIFT)
    assert bar.app.window.x() == 0
    assert where(bar) is Edge.TOP


def test_the_same_key_again_goes_on_to_the_next_screen(bar: Desk) -> None:
    bar.screens.become(OFFICE, SECOND)
    press(bar, RIGHT)
    assert bar.app.window.geometry().right() == 1919
    press(bar, RIGHT)
    assert bar.app.window.x() >= 1920
    assert bar.settings.bar_screen == SECOND.id


@pytest.mark.parametrize(
    ("at", "edge"),
    [
        (QPoint(30, 500), Edge.LEFT),
        (QPoint(1890, 500), Edge.RIGHT),
        (QPoint(900, 1050), Edge.BOTTOM),
        (QPoint(900, 30), Edge.TOP),
        (QPoint(1500, 700), Edge.BOTTOM),
    ],
)
def test_dragged_it_goes_to_the_nearest_edge_and_stays(bar: Desk, at: QPoint, edge: Edge) -> None:
    drag(bar, QPoint(900, 500), at)
    assert where(bar) is edge
    assert bar.settings.bar_place("office 1").edge is edge
    bar.day.take("C007")
    QApplication.processEvents()
    assert where(bar) is edge


def test_in_the_hand_it_follows_and_turns_near_an_edge(bar: Desk) -> None:
    drag(bar, QPoint(900, 500), let_go=False)
    assert bar.app.window.geometry().contains(QPoint(900, 500))
    assert where(bar) is None
    drag(bar, QPoint(40, 500), let_go=False)
    assert where(bar) is Edge.LEFT
    assert bar.settings.bar_place("office 1") == Place()


def test_a_click_that_trembles_moves_nothing(bar: Desk) -> None:
    before = bar.app.window.geometry()
    drag(bar, before.topLeft() + QPoint(6, 5))
    assert bar.app.window.geometry() == before


def test_an_unplugged_screen_sends_it_to_the_first_and_gets_it_back(bar: Desk) -> None:
    bar.screens.become(OFFICE, SECOND)
    drag(bar, QPoint(2500, 500), QPoint(3190, 500))
    there = bar.app.window.geometry()
    assert there.x() + there.width() == 3200
    bar.screens.become(OFFICE)
    assert bar.app.window.geometry().right() <= 1919
    assert where(bar) is Edge.TOP
    bar.screens.become(OFFICE, SECOND)
    assert bar.app.window.geometry() == there


def test_another_resolution_keeps_it_on_the_screen(bar: Desk) -> None:
    press(bar, DOWN)
    bar.screens.become(SMALL)
    at = bar.app.window.geometry()
    assert at.bottom() == 767
    assert 0 <= at.left() <= at.right() <= 1365
    must_be_whole(bar)


def test_it_comes_up_again_where_it_was(make_desk: MakeDesk) -> None:
    first = make_desk(strip=True)
    first.sign_in()
    press(first, LEFT)
    press(first, UP, CTRL_SHIFT)
    again = make_desk(strip=True)
    again.sign_in()
    QApplication.processEvents()
    assert again.app.window.geometry() == first.app.window.geometry()


def test_f2_goes_to_the_panel_and_back_to_the_same_edge(bar: Desk) -> None:
    press(bar, RIGHT)
    before = bar.app.window.geometry()
    assert bar.app.window.windowFlags() & Qt.WindowType.FramelessWindowHint
    bar.press(Qt.Key.Key_F2)
    assert bar.shows("console")
    assert not bar.app.window.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert bar.app.window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    bar.press(Qt.Key.Key_F2)
    assert bar.app.window.geometry() == before


def test_the_panel_remembers_its_place(desk: Desk) -> None:
    desk.app.window.move(700, 200)
    desk.press(Qt.Key.Key_F2)
    desk.press(Qt.Key.Key_F2)
    assert desk.app.window.pos() == QPoint(700, 200)
    assert desk.settings.panel_at == ("office 1", 700, 200)


def test_one_big_button_does_what_is_next(bar: Desk) -> None:
    assert bar.shows("call-next")
    assert not bar.shows("open")
    bar.day.pause(3)
    assert bar.shows("open")
    assert not bar.shows("call-next")


@pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)")
def test_the_rest_is_in_a_menu_with_its_keys(bar: Desk) -> None:
    bar.day.take("C007")
    bar.day.call("C007", 3)
    bar.click("more")
    menu = bar.app.window.findChild(QMenu, "more-moves")
    assert menu is not None
    actions = {action.text().partition("\t")[2]: action for action in menu.actions()}
    assert set(actions) - {""} == {"F8", "F7", "F6", "F5", "F3", "F10"}
    actions["F7"].trigger()
    assert bar.posts() == [("start", {})]
    menu.close()


def test_it_says_what_the_visitor_came_for_or_what_is_wrong(bar: Desk) -> None:
    call(bar, "C007")
    assert bar.text("visitor-number") == "C007"
    assert bar.text("visitor-purpose")
    assert bar.shows("visitor-purpose")
    bar.link.go_dark()
    assert bar.shows("note")
    assert not bar.shows("visitor-purpose")


@pytest.mark.parametrize("language", ["zh", "bo", "en"])
@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("screen", [OFFICE, SMALL])
def test_every_text_is_whole_at_every_edge_and_size(
    make_desk: MakeDesk, language: str, scale: int, screen: Screen
) -> None:
    desk = make_desk(language=language, strip=True, scale=scale)
    desk.screens.become(screen)
    desk.sign_in()
    desk.day.open(3)
    call(desk, "C1007")
    desk.wait(4000)
    for key in (UP, LEFT):
        press(desk, key)
        must_be_whole(desk)
    desk.link.go_dark()
    for key in (UP, LEFT):
        press(desk, key)
        must_be_whole(desk)
        assert desk.app.window.size().width() <= screen.area.width
        assert desk.app.window.size().height() <= screen.area.height


@pytest.mark.parametrize("language", ["zh", "bo"])
def test_the_panel_is_whole_in_the_dark_and_twice_as_large(make_desk: MakeDesk, language: str) -> None:
    desk = make_desk(language=language, scale=200, shade=Shade.DARK)
    desk.screens.become(Screen("tall", Area(0, 0, 2560, 1600)))
    desk.sign_in()
    desk.day.open(3)
    call(desk, "C1007")
    must_be_whole(desk)
    assert desk.app.window.width() == 840


def test_a_panel_larger_than_the_screen_is_scrolled(make_desk: MakeDesk) -> None:
    desk = make_desk(language="bo", scale=200)
    desk.screens.become(SMALL)
    desk.sign_in()
    desk.day.open(3)
    QApplication.processEvents()
    assert desk.app.window.height() <= 768
    assert desk.widget("console").height() > 768
    assert all(text.fitted().whole for text in texts(desk))


def test_the_size_goes_up_and_down_by_keys_and_is_remembered(desk: Desk) -> None:
    width = desk.app.window.width()
    press(desk, Qt.Key.Key_Plus)
    assert desk.settings.scale == 110
    assert desk.app.window.width() == pytest.approx(width * 1.1, abs=1)
    press(desk, Qt.Key.Key_Equal)
    press(desk, Qt.Key.Key_Plus, CTRL | Qt.KeyboardModifier.KeypadModifier)
    assert desk.settings.scale == 150
    press(desk, Qt.Key.Key_Minus)
    assert desk.settings.scale == 125
    press(desk, Qt.Key.Key_0)
    assert desk.settings.scale == 100
    assert desk.app.window.width() == width


def test_what_was_typed_stays_when_the_size_changes(make_desk: MakeDesk) -> None:
    desk = make_desk()
    desk.type("clerk", "0301")
    press(desk, Qt.Key.Key_Plus)
    field = desk.widget("clerk")
    assert isinstance(field, QLineEdit)
    assert field.text() == "0301"
    desk.gate.posts.clear()
    press(desk, Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier)
    assert desk.gate.posts == []


def test_a_key_makes_it_dark_and_what_is_drawn_is_dark(make_desk: MakeDesk) -> None:
    desk = make_desk(shade=Shade.LIGHT)
    desk.sign_in()
    press(desk, Qt.Key.Key_D)
    assert desk.settings.shade.value == "dark"
    picture = desk.app.window.grab().toImage()
    assert picture.pixelColor(3, 3).name() == DARK_COLOURS["page"]
    press(desk, Qt.Key.Key_D)
    assert desk.settings.shade.value == "system"


def test_a_settings_file_that_was_written_badly_is_passed_over(tmp_path: Path) -> None:
    store = QSettings(str(tmp_path / "bad.ini"), QSettings.Format.IniFormat)
    for key, value in (("scale", "huge"), ("shade", "pink"), ("bar/places/x", "?"), ("panel/x", "left")):
        store.setValue(key, value)
    settings = CallerSettings(store)
    assert settings.scale == 100
    assert settings.shade is Shade.SYSTEM
    assert settings.bar_place("x") == Place()
    assert settings.panel_at is None


def test_this_machines_screens_are_told(desk: Desk) -> None:
    screens = Screens(desk.app)
    screen = QApplication.primaryScreen().availableGeometry()
    first = screens.all()[0].area
    assert (first.width, first.height) == (screen.width(), screen.height())
    with desk.qtbot.waitSignal(screens.changed):
        QApplication.instance().primaryScreenChanged.emit(QApplication.primaryScreen())  # type: ignore[union-attr]


def test_the_page_tells_how_much_it_wants(bar: Desk) -> None:
    page = bar.widget("strip-console")
    assert isinstance(page, BarPage)
    length, thick = page.wanted()
    assert length == 1240
    assert thick <= 84
