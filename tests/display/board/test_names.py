"""Masked names beside the numbers of a board: of zones that show them; with and without them it fits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize

from core.domain.hall import Hall
from core.domain.screen import Screen as ScreenShown
from display.board.reading import least_digit_mm, px_per_mm
from display.lines import Line
from display.names import name_lines
from hallcall.demo.hands import items
from tests.display.fit import ink, misfits, pixel_size
from tests.display.held import Screen
from tests.support.halls import big, lhasa_like, naming
from tests.support.qml import find, texts

Show = Callable[..., Screen]
ZONE, OTHER = "business", "social"
NAMES = ("", "བསྒྲུབས་*", "W*", "欧阳***", "张*")
SIZES = {
    "full-hd": (1920, 1080),
    "upright": (1080, 1920),
    "1366x768": (1366, 768),
    "4k": (3840, 2160),
}


def call_many(screen: Screen) -> None:
    """Call a visitor of each name at the windows of the board, the first one without a name."""
    windows = [each for each in screen.hall.windows if screen.zone in (None, each.zone) and each.queues][:4]
    for at, name in enumerate(NAMES):
        window = windows[at % len(windows)]
        prefix = screen.hall.queue(window.queues[0]).prefix
        screen.day.call(f"{prefix}{990 + 3 * at:03d}", window.number, masked_name=name)
        screen.clock.advance(11)


def named(screen: Screen) -> list[str]:
    return [text for text in texts(screen.app.view) if text in NAMES]


@pytest.mark.parametrize(
    ("masked", "language"), [("张*", "zh"), ("བཀྲ་*", "bo"), ("W*", "en"), ("𠮷*", "zh"), ("É*", "en")]
)
def test_a_name_gets_the_letters_it_is_written_in(masked: str, language: str) -> None:
    assert name_lines(masked) == (Line(language, masked),)


def test_a_board_of_a_zone_shows_them_in_the_row_and_large(show: Show) -> None:
    screen = show(naming(lhasa_like(), ZONE), ZONE)
    screen.link.connect_to(screen.hall)
    screen.day.call("C017", 3, masked_name="张*")
    assert named(screen) == ["张*", "张*"]
    assert find(screen.app.view, "heroName:zh").property("text") == "张*"
    screen.clock.advance(11)
    screen.day.call("C018", 4)
    assert named(screen) == ["张*"], "the next one did not want it"


@pytest.mark.parametrize("asks", [True, False])
def test_a_board_of_the_hall_shows_them_only_if_it_has_to(asks: bool, show: Show) -> None:
    screen = show(naming(lhasa_like(), ZONE), shown=ScreenShown(names=asks))
    screen.link.connect_to(screen.hall)
    screen.day.call("C017", 3, masked_name="张*")
    assert bool(named(screen)) == asks


@pytest.mark.parametrize("zone", [None, ZONE])
def test_a_zone_that_was_turned_off_meanwhile_shows_none(zone: str | None, show: Show) -> None:
    screen = show(naming(lhasa_like(), OTHER), shown=ScreenShown(zone=zone or "", names=True))
    screen.link.connect_to(screen.hall)
    screen.day.call("C017", 3, masked_name="张*")
    assert named(screen) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("hall", "zone"),
    [
        (lhasa_like(), ZONE),
        (replace(lhasa_like(), languages=("bo", "zh")), ZONE),
        (lhasa_like(), None),
        (big(), None),
        (big(), big().queues[0].zone),
    ],
    ids=["zone", "tibetan", "hall", "large hall", "its zone"],
)
def test_boards_with_and_without_them_fit(hall: Hall, zone: str | None, size: str, show: Show) -> None:
    shown = ScreenShown(zone=zone or "", names=True)
    screen = show(naming(hall), zone, size=QSize(*SIZES[size]), shown=shown)
    screen.link.connect_to(screen.hall)
    call_many(screen)
    assert misfits(screen.app.view) == []
    assert named(screen)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("hall", "zone"),
    [(lhasa_like(), ZONE), (big(), big().queues[0].zone), (big(), None)],
    ids=["zone", "large", "hall"],
)
def test_in_a_rush_the_rows_are_not_denser_than_what_holds_the_names(
    hall: Hall, zone: str | None, size: str, show: Show
) -> None:
    shown = ScreenShown(zone=zone or "", names=True)
    screen = show(naming(hall), zone, size=QSize(*SIZES[size]), shown=shown)
    screen.link.connect_to(screen.hall)
    windows = [each for each in screen.hall.windows if zone in (None, each.zone) and each.queues]
    for at in range(40):
        window = windows[at % len(windows)]
        prefix = screen.hall.queue(window.queues[0]).prefix
        screen.day.call(f"{prefix}{900 + at:03d}", window.number, masked_name=("བསྒྲུབས་*", "张*")[at % 2])
    rows = [each for each in items(screen.app.view) if each.objectName().startswith("row:")]
    assert all(each.property("compact") for each in rows)
    assert len(rows) >= 6, "usual are four or five"
    assert misfits(screen.app.view) == []
    masked = [each for each in items(screen.app.view) if each.objectName() in ("masked:zh", "masked:bo")]
    assert len(masked) == len(rows)
    assert min(pixel_size(each) for each in masked) > rows[0].property("digits") / 4


@pytest.mark.parametrize("size", ["full-hd", "upright"])
def test_the_numbers_are_read_from_as_far(size: str, show: Show) -> None:
    screen = show(naming(lhasa_like(), ZONE), ZONE, size=QSize(*SIZES[size]))
    screen.link.connect_to(screen.hall)
    screen.day.call("C017", 3)
    plain = find(screen.app.view, "row:C017").property("digits")
    screen.day.call("C018", 3, masked_name="བསྒྲུབས་*")
    assert find(screen.app.view, "row:C018").property("digits") == plain
    least = least_digit_mm(10) * px_per_mm(*SIZES[size], 55, 0)
    assert ink(find(screen.app.view, "heroNumber")).height() >= 1.3 * least
    assert ink(find(screen.app.view, "windowNumber")).height() >= least
