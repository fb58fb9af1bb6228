"""Several screens in one program, what they show when the hall lacks it, and on which monitor they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from core.domain.floor import replay
from core.domain.hall import Zone
from core.domain.screen import FaceKind, Screen
from display.app import DisplayApp
from display.board.face import BoardFace
from display.monitors import Monitor, pick
from display.wrong import WrongFace
from tests.display.fit import misfits
from tests.display.held import HeldClockwork
from tests.support.day import Day
from tests.support.fake_link import FakeLink
from tests.support.halls import lhasa_like
from tests.support.qml import shows, text_of, texts

HALL = lhasa_like()
WITHIN_MS = 10_000
Show = Callable[..., DisplayApp]


@pytest.fixture
def link() -> FakeLink:
    return FakeLink()


@pytest.fixture
def display(link: FakeLink, qapp: object) -> Iterator[Show]:
    """Make displays of small windows, and close them after the test."""
    made: list[DisplayApp] = []

    def show(*wanted: Screen | str, **more: Any) -> DisplayApp:
        app = DisplayApp(link, *wanted, size=QSize(960, 540), clockwork=HeldClockwork, **more)
        made.append(app)
        app.show()
        return app

    yield show
    for app in made:
        app.close()


def test_several_screens_follow_one_line(link: FakeLink, display: Show) -> None:
    app = display(Screen(zone="business"), Screen(zone="social"))
    link.connect_to(HALL)
    assert link.filters == {}
    Day(HALL, link.push, HeldClockwork().now).call("C017", 3)
    business, social = (pane.view for pane in app.panes)
    assert shows(business, "row:C017")
    assert not shows(social, "row:C017")


@pytest.mark.logs("there is no zone 'harbour'")
def test_a_wrong_zone_is_named_until_the_hall_has_it(link: FakeLink, display: Show) -> None:
    app = display(Screen(zone="harbour"))
    assert shows(app.view, "connectingLine:zh")
    link.connect_to(HALL)
    assert text_of(app.view, "wrong:zh") == "本大厅没有“harbour”功能区"
    assert text_of(app.view, "wrong:en") == "This hall has no zone “harbour”"
    assert text_of(app.view, "known").split() == [zone.id for zone in HALL.zones]
    assert misfits(app.view) == []
    link.set_hall(
        replace(HALL, zones=(*HALL.zones, Zone("harbour", {"zh": "港", "bo": "གྲུ་ཁ།", "en": "Harbour"})))
    )
    assert text_of(app.view, "zone:en") == "Harbour"


@pytest.mark.logs("there is no screen 'est'")
def test_a_wrong_name_is_named_and_comes_right_by_itself(link: FakeLink, display: Show) -> None:
    app = display("est")
    link.connect_to(replace(HALL, screens=(Screen("east"),)))
    assert text_of(app.view, "wrong:en") == "This hall has no screen “est”"
    assert text_of(app.view, "known") == "east"
    link.set_hall(replace(HALL, screens=(Screen("est", zone="business"),)))
    assert text_of(app.view, "zone:zh") == "市场监管服务区"


@pytest.mark.logs("there is no window '77'", "there is no face 'pad'")
def test_a_window_that_is_not_there_and_a_face_that_is_not_made(link: FakeLink, display: Show) -> None:
    faces = {FaceKind.BOARD: BoardFace, FaceKind.WINDOW: BoardFace}
    app = display(
        Screen(face=FaceKind.WINDOW, windows=(77,)), Screen(face=FaceKind.PAD, windows=(2,)), faces=faces
    )
    link.connect_to(HALL)
    window, pad = app.panes
    assert text_of(window.view, "wrong:zh") == "本大厅没有77号窗口"
    assert isinstance(pad.face, WrongFace)


def test_a_screen_follows_what_the_hall_says_of_it(link: FakeLink, display: Show) -> None:
    hall = replace(HALL, screens=(Screen("east", zone="business"),))
    app = display("east")
    link.connect_to(hall)
    day = Day(hall, link.push, HeldClockwork().now)
    day.call("C017", 3)
    assert shows(app.view, "row:C017")
    assert shows(app.view, "passed")
    link.set_hall(replace(hall, screens=(Screen("east", layout="calls-only"),)))
    assert shows(app.view, "row:C017"), "what the line knows is shown at once"
    assert not shows(app.view, "hero")
    day.call("B001", 4)
    assert shows(app.view, "row:B001")


def test_a_face_that_was_changed_hears_nothing_any_more(link: FakeLink, display: Show) -> None:
    hall = replace(HALL, screens=(Screen("east", zone="business"),))
    app = display("east")
    link.connect_to(hall)
    before = app.face
    assert isinstance(before, BoardFace)
    link.set_hall(replace(hall, screens=(Screen("east", zone="social"),)))
    Day(hall, link.push, HeldClockwork().now).call("C017", 3)
    assert before.board.props.rows == ()


def test_a_screen_that_comes_while_the_line_is_down_says_so(link: FakeLink, display: Show) -> None:
    link.connect_to(HALL, replay(HALL, []))
    link.go_dark()
    app = display(Screen())
    assert shows(app.view, "dark:zh")


def test_a_missing_font_is_told_on_a_face_that_comes_later(link: FakeLink, display: Show) -> None:
    hall = replace(HALL, screens=(Screen("east"),))
    app = display("east")
    link.connect_to(hall)
    app.set_fault("Font missing for: bo")
    assert "Font missing for: bo" in texts(app.view)


LEFT, MIDDLE, RIGHT = (Monitor(f"HDMI-{at}", f"HDMI-{at}/maker/model/{at}") for at in (1, 2, 3))


@pytest.mark.parametrize(
    ("wanted", "known", "place", "plugged", "taken", "found"),
    [
        ("", "", 0, [LEFT, RIGHT], (), LEFT),
        ("", "", 1, [LEFT, RIGHT], (), RIGHT),
        ("2", "", 0, [LEFT, RIGHT], (), RIGHT),
        ("HDMI-3", "", 0, [LEFT, RIGHT], (), RIGHT),
        ("HDMI-2", "", 0, [LEFT, RIGHT], (), None),
        ("3", "", 0, [LEFT, RIGHT], (), None),
        # The first one is unplugged: the others keep theirs, though they are now the first and the second.
        ("", RIGHT.key, 2, [MIDDLE, RIGHT], (MIDDLE.key,), RIGHT),
        ("", MIDDLE.key, 1, [MIDDLE, RIGHT], (RIGHT.key,), MIDDLE),
        ("", LEFT.key, 0, [MIDDLE, RIGHT], (MIDDLE.key, RIGHT.key), None),
        # A new one is plugged in where the broken one was.
        ("", "HDMI-1/old", 0, [LEFT, RIGHT], (RIGHT.key,), LEFT),
    ],
)
def test_a_screen_keeps_its_monitor(
    wanted: str, known: str, place: int, plugged: list[Monitor], taken: tuple[str, ...], found: Monitor | None
) -> None:
    assert pick(wanted, known, place, plugged, taken) == found


@pytest.mark.logs("no monitor for screen 1")
@pytest.mark.parametrize("full_screen", [True, False])
def test_a_monitor_that_is_not_there_is_said_with_those_that_are(
    full_screen: bool, link: FakeLink, qapp: QGuiApplication, caplog: pytest.LogCaptureFixture
) -> None:
    app = DisplayApp(link, Screen(), clockwork=HeldClockwork, monitor="9")
    app.show(full_screen=full_screen)
    assert (
        f"no monitor for screen 1 (9); there are: 1 = {qapp.primaryScreen().name()}. It is shown"
        in caplog.text
    )
    assert app.view.isVisible() is not full_screen, "it waits for its monitor"
    app.close()


@pytest.mark.logs("no monitor for screen 2")
def test_a_screen_whose_monitor_is_away_is_not_shown_and_comes_back_with_it(
    link: FakeLink, monkeypatch: pytest.MonkeyPatch, qapp: QGuiApplication, qtbot: QtBot
) -> None:
    app = DisplayApp(link, Screen(zone="business"), Screen(zone="social"), clockwork=HeldClockwork)
    app.show(full_screen=True)
    first, second = (pane.view for pane in app.panes)
    assert (first.isVisible(), second.isVisible()) == (True, False), "this machine has one monitor"
    monkeypatch.setattr(app._monitors, "of", lambda _place, _wanted: qapp.primaryScreen())
    qapp.screenAdded.emit(qapp.primaryScreen())
    qtbot.waitUntil(second.isVisible, timeout=WITHIN_MS)
    assert second.geometry() == qapp.primaryScreen().geometry()
    monkeypatch.setattr(app._monitors, "of", lambda place, _wanted: None if place else qapp.primaryScreen())
    qapp.screenRemoved.emit(qapp.primaryScreen())
    qtbot.waitUntil(lambda: not second.isVisible(), timeout=WITHIN_MS)
    assert first.isVisible()
    app.close()
