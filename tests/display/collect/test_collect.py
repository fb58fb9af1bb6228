"""The list of results as people see it: on a screen of its own, and as a part of a board."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import pairwise

import pytest
from PySide6.QtCore import QSize

from core.app.hallfile import load
from core.client.port import Link
from core.domain.hall import Hall
from core.domain.layout import Cell, Layout, Part
from core.domain.ready_results import RESULTS_TOLD
from core.domain.screen import FaceKind, Screen
from display.app import DisplayApp
from display.board.face import BoardFace
from display.board.stage import FLASH
from display.collect.paging import PAGE
from display.collect.part import CollectPart
from display.words import Speak
from hallcall.halls import shipped
from tests.display.collect.held import CollectScreen
from tests.display.fit import misfits, pixel_size
from tests.display.held import HeldClockwork
from tests.support.halls import big, lhasa_like
from tests.support.qml import find, shows, text_of

YESTERDAY = date(2026, 11, 22)
SIZES = {"full-hd": QSize(1920, 1080), "upright": QSize(1080, 1920), "old-tv": QSize(1366, 768)}
FULL_HD = SIZES["full-hd"]
HALL = lhasa_like()


@pytest.fixture
def screens() -> Iterator[list[CollectScreen]]:
    made: list[CollectScreen] = []
    yield made
    for each in made:
        each.app.close()


def shown(
    screens: list[CollectScreen], hall: Hall = HALL, zone: str = "", size: QSize = FULL_HD
) -> CollectScreen:
    screen = CollectScreen(hall, zone, size)
    screens.append(screen)
    return screen


def fill(screen: CollectScreen, count: int, text: str = "A{:03d}") -> None:
    hall = screen.hall
    windows = [each for each in hall.windows if screen.zone in ("", each.zone)]
    for at in range(count):
        window = windows[at % len(windows)]
        day = YESTERDAY if at % 4 == 1 else None
        queue = window.queues[0] if at % 5 == 2 else ""
        screen.ready(text.format(at + 17), window.number, queue, day)


LANGUAGES = {"zh bo en": ("zh", "bo", "en"), "bo zh": ("bo", "zh"), "en": ("en",), "zh": ("zh",)}


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("languages", LANGUAGES.values(), ids=LANGUAGES)
def test_everything_fits(languages: tuple[str, ...], size: QSize, screens: list[CollectScreen]) -> None:
    hall = replace(HALL, languages=languages)
    screen = shown(screens, hall, size=size)
    assert misfits(screen.app.view) == [], "connecting"
    screen.link.connect_to(hall)
    assert misfits(screen.app.view) == [], "empty"
    fill(screen, 2)
    assert misfits(screen.app.view) == [], "few"
    fill(screen, 40, "B2026-0{:03d}")
    assert screen.collect.props.page
    assert misfits(screen.app.view) == [], "many long ones"
    screen.ready("BJ(2026)117/2026-001")
    assert misfits(screen.app.view) == [], "the longest one"
    screen.link.go_dark()
    assert misfits(screen.app.view) == [], "dark"


@pytest.mark.parametrize("name", ["lhasa", "pingliang"])
def test_it_fits_in_a_shipped_hall(name: str, screens: list[CollectScreen]) -> None:
    hall = load(shipped()[name])
    screen = shown(screens, hall, hall.windows[-1].zone)
    screen.link.connect_to(hall)
    fill(screen, 12)
    assert misfits(screen.app.view) == []


def test_the_newest_is_first_with_its_window_and_goes_when_it_is_collected(
    screens: list[CollectScreen],
) -> None:
    screen = shown(screens)
    screen.link.connect_to(HALL)
    assert shows(screen.app.view, "noneYet")
    first = screen.ready("A017", 1)
    screen.ready("C003", 3)
    assert screen.listed() == ["C003>3", "A017>1"]
    assert not shows(screen.app.view, "noneYet")
    entry = find(screen.app.view, "entry:C003")
    assert entry.y() < find(screen.app.view, "entry:A017").y()
    screen.collected(first)
    assert screen.listed() == ["C003>3"]


def test_a_zones_list_has_the_zones_own(screens: list[CollectScreen]) -> None:
    screen = shown(screens, zone="business")
    screen.link.connect_to(HALL)
    screen.ready("A017", 1)
    screen.ready("C003", 3)
    screen.ready("B-9", queue="company")
    assert screen.listed() == ["B-9>", "C003>3"]
    assert screen.collect.props.entries[0].place[0].text == HALL.queue("company").name["zh"]


def test_what_is_new_flashes_in_steps_of_at_most_three_a_second_and_then_stands(
    screens: list[CollectScreen],
) -> None:
    screen = shown(screens)
    screen.link.connect_to(HALL)
    screen.ready("A017", 1)
    lit = [screen.collect.props.lit]
    for _ in range(40):
        screen.clock.advance(FLASH.total_seconds() / 40)
        lit.append(screen.collect.props.lit)
    changes = sum(one != other for one, other in pairwise(lit))
    assert 4 <= changes <= 2 * 3 * FLASH.total_seconds()
    assert screen.flashing() == []
    screen.clock.advance(5)
    rings = screen.clock.rings
    screen.clock.advance(30)
    assert screen.clock.rings - rings <= 1, "nothing runs while nothing changes"


def test_pages_turn_by_themselves_and_every_number_is_shown(screens: list[CollectScreen]) -> None:
    screen = shown(screens)
    screen.link.connect_to(HALL)
    for at in range(50):
        screen.ready(f"A{at:03d}", 1 + at % 5)
    seen: set[str] = set()
    pages = int(screen.collect.props.page.partition("/")[2])
    for _ in range(pages):
        seen |= set(screen.listed())
        screen.clock.advance(PAGE.total_seconds())
    assert len(seen) == 50
    assert text_of(screen.app.view, "page") == screen.collect.props.page


def test_a_number_of_another_day_says_which(screens: list[CollectScreen]) -> None:
    screen = shown(screens)
    screen.link.connect_to(HALL)
    screen.ready("A017", 1, day=YESTERDAY)
    screen.ready("A017", 2, day=date(2026, 11, 23))
    assert [each.day for each in screen.collect.props.entries] == ["", "11-22"]


def test_nothing_flashes_of_what_was_there_before_or_was_missed(screens: list[CollectScreen]) -> None:
    screen = shown(screens)
    screen.link.connect_to(HALL)
    screen.ready("A017", 1)
    screen.link.go_dark()
    assert screen.flashing() == []
    assert screen.collect.props.dark
    assert screen.listed() == ["A017>1"], "the last that was known stays"
    screen.ready("A018", 1)
    assert screen.flashing() == []
    assert screen.listed()[0] == "A018>1"


def test_more_than_the_core_tells_are_counted(screens: list[CollectScreen]) -> None:
    screen = shown(screens)
    screen.link.connect_to(HALL)
    screen.ready("A017", 1)
    screen.link.floor.results.more = {"social": 7}
    screen.link.snapshot_taken.emit()
    assert screen.collect.props.please[0].text.count("7") == 1
    assert RESULTS_TOLD >= 60


def test_it_is_read_at_thumbnail_size(screens: list[CollectScreen]) -> None:
    screen = shown(screens)
    screen.link.connect_to(HALL)
    fill(screen, 8)
    entry = find(screen.app.view, "entry:A017")
    digits = [each for each in entry.childItems() if each.objectName() in ("number", "window")]
    assert min(pixel_size(each) for each in digits if each.property("text")) >= 1920 / 320 * 12


def part_hall(*, upright: bool) -> Hall:
    two = (Cell(55, Part.CALLS), Cell(45, Part.COLLECT))
    middle = Cell(76, rows=two) if upright else Cell(76, columns=two)
    rows = (Cell(14, Part.HEADER), middle, Cell(10, Part.NOTICES))
    return replace(HALL, layouts=(Layout("with-results", rows=rows),))


def board(screens: list[CollectScreen], hall: Hall, size: QSize, layout: str = "") -> CollectScreen:
    """Show a board instead of the list, with a clock of its own for the list."""
    screen = shown(screens, hall, size=size)
    screen.app.close()
    parts = []

    def make(link: Link, shows: Screen, speak: Speak) -> CollectPart:
        parts.append(CollectPart(link, shows, speak, screen.clock))
        return parts[-1]

    faces = {FaceKind.BOARD: partial(BoardFace, extras={Part.COLLECT: make})}
    screen.clock = HeldClockwork()
    screen.app = DisplayApp(
        screen.link, Screen(layout=layout), size=size, clockwork=HeldClockwork, faces=faces
    )
    screen.app.show()
    screen.link.connect_to(hall)
    screen.model = parts[-1].model
    return screen


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_a_board_may_have_it_as_a_part(size: QSize, screens: list[CollectScreen]) -> None:
    hall = part_hall(upright=size.height() > size.width())
    screen = board(screens, hall, size, "with-results")
    assert misfits(screen.app.view) == [], "empty"
    fill(screen, 30)
    assert screen.listed()
    assert screen.flashing()
    assert misfits(screen.app.view) == [], "full"
    screen.clock.advance(FLASH.total_seconds() + 1)
    assert screen.flashing() == []


def test_a_board_without_a_place_for_it_does_nothing_for_it(screens: list[CollectScreen]) -> None:
    screen = board(screens, big(), FULL_HD)
    fill(screen, 5)
    screen.clock.advance(90)
    assert screen.clock.rings == 0
    assert screen.listed() == []
