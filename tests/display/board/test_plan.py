"""Layouts laid over pictures of every form, and digits that are read from where people stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.domain.colour import LEAST_CONTRAST, contrast
from core.domain.hall import Hall
from core.domain.layout import READ_ON, Cell, Colours, Form, Layout, Part
from core.domain.ready_layouts import READY_LAYOUTS
from core.domain.screen import Screen
from core.qt.tokens import COLOURS
from display.board.plan import DIGITS, Picture, Plan, lay_out, layout_of, row_height
from display.board.reading import DIGIT, least_digit_mm, px_per_mm
from tests.support.halls import big, lhasa_like

FULL_HD, UPRIGHT, FOUR_K, OLD_TV = (
    Picture(1920, 1080),
    Picture(1080, 1920),
    Picture(3840, 2160),
    Picture(1366, 768),
)
PICTURES = {"1080p": FULL_HD, "upright": UPRIGHT, "4K": FOUR_K, "1366x768": OLD_TV}


def fitting(layout: Layout, picture: Picture) -> bool:
    return layout.form is Form.ANY or (layout.form is Form.PORTRAIT) == picture.upright


@pytest.mark.parametrize("size", PICTURES)
@pytest.mark.parametrize("name", READY_LAYOUTS)
def test_calls_of_every_ready_layout_are_read_from_ten_metres(name: str, size: str) -> None:
    layout, picture = READY_LAYOUTS[name], PICTURES[size]
    if not fitting(layout, picture):
        return
    plan = lay_out(layout, picture)
    calls = next(each for each in plan.places if each.part == Part.CALLS)
    row = row_height(calls.height, plan.lines, picture.unit, names=plan.names)
    mm = row * DIGITS * DIGIT / px_per_mm(picture.width, picture.height, 55, 0)
    assert mm >= least_digit_mm(10) == pytest.approx(46.5, abs=0.1)
    assert plan.room >= 4


@pytest.mark.parametrize(("inches", "metres", "lines"), [(55, 10, 5), (86, 10, 7), (55, 5, 9), (32, 10, 3)])
def test_a_larger_panel_or_nearer_people_make_room_for_more(inches: float, metres: float, lines: int) -> None:
    assert lay_out(READY_LAYOUTS["zone-landscape"], FULL_HD, inches=inches, metres=metres).lines == lines


@pytest.mark.parametrize(
    ("density", "inches"), [(0, 55), (1920 / 1218, 55), (1920 / 1660, 75), (1920 / 300, 55), (0.1, 55)]
)
def test_a_monitor_is_believed_within_reason(density: float, inches: float) -> None:
    assert px_per_mm(1920, 1080, 0, density) == pytest.approx(px_per_mm(1920, 1080, inches, 0), rel=0.01)


@pytest.mark.parametrize("size", PICTURES)
@pytest.mark.parametrize("name", READY_LAYOUTS)
def test_parts_stand_beside_each_other_and_inside(name: str, size: str) -> None:
    picture = PICTURES[size]
    places = lay_out(READY_LAYOUTS[name], picture).places
    for at, one in enumerate(places):
        assert one.x >= 0
        assert one.y >= 0
        assert one.x + one.width <= picture.width + 0.01
        assert one.y + one.height <= picture.height + 0.01
        for other in places[at + 1 :]:
            apart = (
                one.x + one.width <= other.x + 0.01
                or other.x + other.width <= one.x + 0.01
                or one.y + one.height <= other.y + 0.01
                or other.y + other.height <= one.y + 0.01
            )
            assert apart, (one, other)


LARGE, SMALL = big(), lhasa_like()


@pytest.mark.parametrize(
    ("hall", "screen", "upright", "name"),
    [
        (SMALL, Screen(), False, "hall-landscape"),
        (SMALL, Screen(), True, "hall-portrait"),
        (SMALL, Screen(zone="business"), False, "zone-landscape"),
        (SMALL, Screen(zone="business"), True, "zone-portrait"),
        (LARGE, Screen(), False, "many-windows"),
        (LARGE, Screen(), True, "many-windows-portrait"),
        (SMALL, Screen(layout="calls-only"), True, "calls-only"),
        (SMALL, Screen(layout="gone"), False, "hall-landscape"),
    ],
)
def test_a_layout_is_chosen_by_the_form_of_the_screen(
    hall: Hall, screen: Screen, upright: bool, name: str
) -> None:
    assert layout_of(hall, screen, upright=upright).id == name


def test_a_layout_of_the_hall_is_taken_by_its_name() -> None:
    mine = Layout("mine", rows=(Cell(part=Part.CALLS, lines=9, across=3, names=False),))
    hall = replace(SMALL, layouts=(mine,))
    plan = lay_out(layout_of(hall, Screen(layout="mine"), upright=False), FULL_HD)
    assert (plan.lines, plan.across, plan.room, plan.names) == (9, 3, 27, False)


def test_columns_inside_rows_share_their_width() -> None:
    layout = Layout(
        "x",
        rows=(
            Cell(1, Part.HEADER),
            Cell(3, columns=(Cell(3, Part.HERO), Cell(1, rows=(Cell(1, Part.CLOCK), Cell(1, Part.MEDIA))))),
        ),
    )
    header, hero, clock, media = lay_out(layout, Picture(1938, 1080)).places
    assert (header.width, header.height) == (1938, 270)
    assert hero.width + 18 == pytest.approx(3 * (clock.width + 18))
    assert (clock.x, clock.width, clock.height) == (media.x, media.width, media.height)


def test_the_usual_colours_are_the_houses_and_are_read_on_each_other() -> None:
    usual = Colours()
    house = {"back": "board", "panel": "boardRow", "ink": "onBoard", "soft": "onBoardSoft", "call": "accent"}
    assert {name: getattr(usual, name) for name in house} == {name: COLOURS[of] for name, of in house.items()}
    for ink, ground in READ_ON:
        assert contrast(getattr(usual, ink), getattr(usual, ground)) >= LEAST_CONTRAST, (ink, ground)


def test_a_plan_knows_its_parts() -> None:
    assert lay_out(READY_LAYOUTS["zone-landscape"], FULL_HD).has(Part.PASSED)
    assert not Plan().has(Part.PASSED)


def test_without_pictures_and_films_their_neighbours_get_the_room() -> None:
    columns = (Cell(40, Part.CALLS), Cell(60, rows=(Cell(part=Part.MEDIA),)))
    layout = Layout("x", rows=(Cell(50, columns=columns), Cell(50, Part.MEDIA), Cell(10, Part.CLOCK)))
    calls, clock = lay_out(layout.without(Part.MEDIA), Picture()).places
    assert (calls.part, clock.part) == (Part.CALLS, Part.CLOCK)
    assert calls.width > 1850
    assert calls.height > 800
