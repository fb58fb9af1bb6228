"""Every test runs once, whole files where they belong together, the longest first."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import sharing_out


def test_a_file_stays_together_but_a_long_one() -> None:
    one, other = "tests/kiosk/test_visit.py::test_one", "tests/kiosk/test_visit.py::test_two[zh]"
    assert sharing_out.together(one) == sharing_out.together(other) == "tests/kiosk/test_visit.py"
    long = "tests/kiosk/test_pictures.py::test_one"
    assert sharing_out.together(long) == long


@pytest.mark.parametrize("file", sharing_out.ONE_BY_ONE)
def test_a_file_that_is_shared_out_shares_nothing(file: str) -> None:
    text = Path(file).read_text("utf-8")
    assert 'scope="module"' not in text
    assert sharing_out.turn(file) < len(sharing_out.LONG_FIRST), "it is begun early"


@pytest.mark.parametrize("place", sharing_out.LONG_FIRST)
def test_what_comes_first_is_there(place: str) -> None:
    assert Path(place).exists()


def test_the_caller_s_morning_comes_first_and_what_is_not_named_last() -> None:
    tests = ["tests/test_units.py::test_a", "tests/kiosk/test_visit.py::test_b", sharing_out.LONG_FIRST[0]]
    assert sorted(tests, key=sharing_out.turn) == tests[::-1]
