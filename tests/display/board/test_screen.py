"""The board as people see it: in a window, from ten metres."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QSize

from core.app.hallfile import load
from core.domain.floor import empty_floor
from core.domain.hall import Hall
from display.board.reading import least_digit_mm, px_per_mm
from hallcall.halls import shipped
from tests.display.fit import ink, misfits
from tests.display.held import HeldClockwork, Screen
from tests.support.day import Day
from tests.support.halls import big, lhasa_like
from tests.support.qml import find, names, shows, text_of, texts

Show = Callable[..., Screen]
FULL_HD, UPRIGHT, OLD_TV = QSize(1920, 1080), QSize(1080, 1920), QSize(1366, 768)
LONG_NOTICE = "请保管好您的号票，过号请到咨询台重新排队。" * 6


def busy(screen: Screen) -> None:
    """A board that comes after calls of every queue, some of them served, and windows open and paused."""
    floor = empty_floor(screen.hall)
    day = Day(screen.hall, floor.apply, HeldClockwork(screen.clock.now() - timedelta(hours=1)).now)
    windows = [window for window in screen.hall.windows if screen.zone in (None, window.zone)]
    for window in windows:
        day.open(window.number)
    for window in windows[-1:]:
        day.pause(window.number)
    for at, queue in enumerate(_queues(screen) if windows else []):
        number = f"{queue}{at + 88:03d}"
        day.take(number)
        day.take(f"{queue}{at + 188:03d}")
        day.call(number, windows[at % len(windows)].number)
        if at % 2:
            day.start(number)
    screen.link.connect_to(screen.hall, floor)


def _queues(screen: Screen) -> list[str]:
    prefixes = [q.prefix for q in screen.hall.queues if screen.zone in (None, q.zone)]
    return (prefixes * 9)[:16]


def in_languages(*languages: str) -> Hall:
    return replace(lhasa_like(), languages=languages)


HALLS = {
    "zh bo en": (lhasa_like(), "business"),
    "bo zh": (in_languages("bo", "zh"), "business"),
    "en": (in_languages("en"), "business"),
    "zh": (in_languages("zh"), "business"),
    "whole hall": (lhasa_like(), None),
    "large hall": (big(), None),
    "zone of a large hall": (big(), big().queues[0].zone),
}


@pytest.mark.parametrize("size", [FULL_HD, UPRIGHT, OLD_TV], ids=["full-hd", "upright", "1366x768"])
@pytest.mark.parametrize("name", HALLS)
def test_everything_fits(name: str, size: QSize, show: Show) -> None:
    hall, zone = HALLS[name]
    screen = show(hall, zone, size=size)
    assert misfits(screen.app.view) == [], "connecting"
    screen.link.connect_to(hall)
    assert misfits(screen.app.view) == [], "empty"
    busy(screen)
    assert misfits(screen.app.view) == [], "busy"
    screen.link.go_dark()
    assert misfits(screen.app.view) == [], "dark"


@pytest.mark.parametrize("name", shipped())
def test_every_board_of_a_shipped_hall_fits(name: str, show: Show) -> None:
    hall = load(shipped()[name])
    for zone in (None, *(each.id for each in hall.zones)):
        screen = show(hall, zone)
        busy(screen)
        assert misfits(screen.app.view) == [], zone
        screen.app.close()


@pytest.mark.parametrize("size", [FULL_HD, UPRIGHT], ids=["full-hd", "upright"])
@pytest.mark.parametrize("number", ["C017", "C1017"])
def test_number_and_window_are_read_from_ten_metres(number: str, size: QSize, show: Show) -> None:
    screen = show(lhasa_like(), "business", size=size)
    screen.link.connect_to(screen.hall)
    screen.day.call(number, 3)
    view = screen.app.view
    least = least_digit_mm(10) * px_per_mm(size.width(), size.height(), 55, 0)
    assert misfits(view) == []
    assert ink(find(view, "heroNumber")).height() >= 1.7 * least
    assert ink(find(view, "windowNumber")).height() >= 1.2 * least
    row = find(view, f"row:{number}")
    listed = [ink(text).height() for text in row.childItems() if text.objectName() in ("number", "window")]
    # A letter's ink is a pixel or two off what its px say.
    assert min(listed) >= least - 2


def test_before_the_first_call_the_board_greets(show: Show) -> None:
    screen = show(lhasa_like(), "business")
    screen.link.connect_to(screen.hall)
    assert "欢迎光临" in texts(screen.app.view)
    assert not shows(screen.app.view, "heroNumber")
    assert shows(screen.app.view, "noCalls")


def test_a_call_takes_the_place_of_the_greeting(show: Show) -> None:
    screen = show(lhasa_like(), "business")
    screen.link.connect_to(screen.hall)
    screen.day.call("C017", 3)
    view = screen.app.view
    assert text_of(view, "heroNumber") == "C017"
    assert text_of(view, "windowNumber") == "3"
    assert text_of(view, "windowAfter") == "号窗口"
    assert text_of(view, "sentence:bo") == "སྒེའུ་ཁུང་ཨང་ 3 ལ་ཕེབས་རོགས་གནང་།"
    assert text_of(view, "sentence:en") == "Please go to window 3"
    assert not shows(view, "greeting:zh")
    assert not shows(view, "noCalls")


def test_before_the_core_answers_the_board_is_calm(show: Show) -> None:
    screen = show(lhasa_like(), "business")
    assert text_of(screen.app.view, "connectingLine:zh") == "正在连接大厅…"
    assert not shows(screen.app.view, "header")
    assert screen.link.filters == {"zone": "business"}


def test_a_whole_halls_board_follows_the_whole_hall(show: Show) -> None:
    assert show(lhasa_like()).link.filters == {}


def test_the_lost_line_is_seen_and_nothing_goes_away(show: Show) -> None:
    screen = show(lhasa_like(), "business")
    busy(screen)
    view = screen.app.view
    before = set(texts(view)) - {text_of(view, "headline:zh"), text_of(view, "noticeWords")}
    screen.link.go_dark()
    assert before <= set(texts(view))
    assert all(shows(view, f"dark:{language}") for language in screen.hall.languages)
    assert not shows(view, "notice")
    screen.link.go_live()
    assert not shows(view, "dark:zh")
    assert shows(view, "notice")


def test_what_flashes_changes_its_colour_and_stays_readable(show: Show) -> None:
    screen = show(lhasa_like(), "business")
    screen.link.connect_to(screen.hall)
    screen.day.call("C017", 3)
    hero = find(screen.app.view, "hero")
    colours = []
    for _ in range(4):
        field, number = hero.property("color"), find(screen.app.view, "heroNumber").property("color")
        assert field != number
        colours.append(field.name())
        screen.clock.advance(0.25)
    assert colours[0] == colours[2] != colours[1] == colours[3]


def test_a_recalled_row_keeps_its_place_in_the_tree(show: Show) -> None:
    screen = show(lhasa_like(), "business")
    screen.link.connect_to(screen.hall)
    screen.day.call("C017", 3)
    screen.day.call("B001", 4)
    screen.app.view.grabWindow()
    row = find(screen.app.view, "row:C017")
    below = row.y()
    screen.day.recall("C017")
    screen.app.view.grabWindow()
    assert find(screen.app.view, "row:C017") is row
    assert row.y() < below
    assert names(screen.app.view).count("row:C017") == 1


def test_a_short_notice_stands_still_and_a_long_one_runs(show: Show) -> None:
    short = show(in_languages("zh"), "business")
    short.link.connect_to(short.hall)
    assert not find(short.app.view, "notice").property("runs")
    long = show(replace(in_languages("zh"), notice={"zh": LONG_NOTICE}), "business")
    long.link.connect_to(long.hall)
    assert find(long.app.view, "notice").property("runs")


def test_a_missing_font_is_named(show: Show) -> None:
    screen = show(lhasa_like(), "business")
    screen.link.connect_to(screen.hall)
    assert not shows(screen.app.view, "fault")
    screen.app.set_fault("Font missing for: bo (Noto Serif Tibetan)")
    assert text_of(screen.app.view, "fault") == "Font missing for: bo (Noto Serif Tibetan)"
