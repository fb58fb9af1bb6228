"""Which numbers a block gets, and which the running series passes over."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from core.domain.block import AHEAD_LEAST, free_for_block, next_unreserved, within
from tests.support.clock import MORNING

MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("last", "reserved", "count", "found"),
    [
        (0, set(), 3, [999, 998, 997]),
        (17, {999, 998, 996}, 2, [997, 995]),
        (0, set(), 0, []),
        (897, set(), 3, [999, 998, 1999]),
        (899, set(), 1, [1999]),
        (999, {1999}, 2, [1998, 1997]),
        (1899, {1999}, 1, [2999]),
        (9999, set(), 5, []),
    ],
)
def test_a_block_goes_down_from_the_top_well_ahead_of_the_series(
    last: int, reserved: set[int], count: int, found: list[int]
) -> None:
    assert free_for_block(last, reserved, count) == found


def test_no_number_of_a_block_is_near_the_series_or_longer_than_four_digits() -> None:
    for last in (0, 450, 899, 900, 5000, 9850, 9899, 9900):
        found = free_for_block(last, set(), 20_000)
        assert all(last + AHEAD_LEAST < running <= 9999 for running in found)
        assert len(found) == len(set(found)) == max(0, 9999 - last - AHEAD_LEAST)


@pytest.mark.parametrize(
    ("running", "reserved", "found"), [(5, set(), 5), (5, {6}, 5), (5, {5, 6, 8}, 7), (998, {998, 999}, 1000)]
)
def test_the_series_goes_on_behind_what_is_set_aside(running: int, reserved: set[int], found: int) -> None:
    assert next_unreserved(running, reserved) == found


@pytest.mark.parametrize(
    ("at", "found"),
    [
        (MORNING + MINUTE, MORNING + MINUTE),
        (MORNING - MINUTE, MORNING),
        (MORNING + 3 * MINUTE, MORNING + 2 * MINUTE),
        (datetime.fromisoformat("0001-01-01T00:00:00+14:00"), MORNING),
        (datetime.fromisoformat("9999-12-31T23:59:59-12:00"), MORNING + 2 * MINUTE),
    ],
)
def test_a_kiosks_clock_is_held_to_what_can_be(at: datetime, found: datetime) -> None:
    assert within(at, MORNING, MORNING + 2 * MINUTE) == found
