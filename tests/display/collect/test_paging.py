"""Pages of results turn, what is new is seen, and as many stand on a page as are read; all of it pure."""

from __future__ import annotations

from datetime import timedelta

import pytest

from display.board.reading import least_digit_px, px_per_mm
from display.board.stage import FLASH
from display.collect.paging import PAGE, Paging
from display.collect.room import Area, room_of
from tests.display.held import MORNING

PORTRAIT, LARGE = Area(1036, 1490, 1080, 1920), Area(3760, 1640, 3840, 2160)


def at(seconds: float) -> timedelta:
    return timedelta(seconds=seconds)


def test_pages_follow_one_another_and_one_page_stays() -> None:
    paging = Paging(MORNING)
    shown = [paging.page(MORNING + PAGE * turn, 3) for turn in range(5)]
    assert shown == [0, 1, 2, 0, 1]
    assert paging.page(MORNING + PAGE * 7, 1) == 0
    assert paging.turns_at(MORNING + at(3)) == MORNING + PAGE


def test_what_comes_on_the_first_page_flashes_at_once() -> None:
    paging = Paging(MORNING).came("r1", MORNING + at(2), 3)
    assert paging.began == MORNING
    assert paging.flashing(MORNING + at(2)) == {"r1"}
    assert paging.flashing(MORNING + at(2) + FLASH) == set()
    assert paging.changes_at(MORNING + at(2)) == [MORNING + at(2) + FLASH]


def test_the_first_page_comes_back_early_for_what_is_new() -> None:
    now = MORNING + PAGE * 4 + at(1)
    paging = Paging(MORNING).came("r1", now, 3)
    assert (paging.page(now, 3), paging.flashing(now)) == (0, frozenset({"r1"}))


def test_however_many_come_every_page_has_its_turn() -> None:
    paging, now, seen = Paging(MORNING), MORNING, set()
    for turn in range(60):
        now = MORNING + at(turn)
        paging = paging.came(f"r{turn}", now, 3)
        seen.add(paging.page(now, 3))
    assert seen == {0, 1, 2}


def test_what_comes_out_of_turn_flashes_when_its_page_is_there() -> None:
    now = MORNING + PAGE + at(4)
    paging = Paging(MORNING).came("r1", now, 3)
    first_again = MORNING + PAGE * 3
    assert paging.flashing(now) == set()
    assert (paging.page(first_again, 3), paging.flashing(first_again)) == (0, frozenset({"r1"}))
    assert paging.changes_at(now)[0] == first_again
    assert paging.settled(first_again + FLASH).flashes == ()


@pytest.mark.parametrize("area", [Area(), PORTRAIT, LARGE], ids=["flat", "upright", "4k"])
@pytest.mark.parametrize("letters", [4, 5, 10])
@pytest.mark.parametrize("count", [1, 6, 17, 200])
def test_digits_are_read_from_ten_metres_and_a_page_holds_no_more_than_fit(
    area: Area, letters: int, count: int
) -> None:
    room = room_of(area, count, letters, 2, inches=55)
    per_mm = px_per_mm(area.across, area.down, 55, 0)
    wide = letters + 2 > 10 and area is PORTRAIT
    assert wide or room.digits >= least_digit_px(per_mm, 10)
    assert room.digits * (0.62 * (letters + 2) + 1.25) * room.columns <= area.width
    assert room.strip + room.rows * room.digits / 0.78 <= area.height


def test_few_stand_large_and_many_fill_pages() -> None:
    sizes = [room_of(Area(), count, 4, 1, inches=55) for count in (1, 8, 15, 150)]
    assert [each.digits for each in sizes] == sorted((each.digits for each in sizes), reverse=True)
    assert sizes[2] == sizes[3]
    assert sizes[0].digits >= 1.7 * sizes[3].digits


def test_a_tiny_cell_still_has_a_page() -> None:
    room = room_of(Area(60, 40), 9, 20, 4)
    assert 1 <= room.digits < 10
    assert room.count >= 3
