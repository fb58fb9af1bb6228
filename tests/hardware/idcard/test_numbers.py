"""Numbers on cards: the standard's own examples, and everything that cannot be."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.idcard.numbers import age_on, check_digit, check_digit_2017, day_of, is_right


@pytest.mark.parametrize("number", ["11010519491231002X", "440524188001010014"])
def test_the_standard_s_own_examples_are_right(number: str) -> None:
    assert check_digit(number[:17]) == number[17]
    assert is_right(number, number[6:14])


def test_a_foreigner_s_number_of_2017_is_checked_like_a_passport_s() -> None:
    assert check_digit_2017("KAZ11009012310") == "5"
    assert is_right("KAZ110090123105", "19901231")
    assert not is_right("KAZ110090123106", "19901231")
    assert not is_right("KAZ110090123105", "19901230")


@pytest.mark.parametrize(
    ("number", "born"),
    [
        ("110105194912310021", "19491231"),
        ("11010519491231002X", "19491230"),
        ("11010519491231002x", "19491231"),
        ("1101051949123100２X", "19491231"),
        ("11010519491231002", "19491231"),
        ("110105491231002", "19491231"),
        ("", ""),
        ("01010519491231002X", "19491231"),
    ],
)
def test_a_number_that_cannot_be_is_not_right(number: str, born: str) -> None:
    assert not is_right(number, born)


@given(first=st.integers(10**16, 10**17 - 1).map(str), at=st.integers(0, 16), by=st.integers(1, 9))
def test_one_mistyped_digit_is_always_noticed(first: str, at: int, by: int) -> None:
    wrong = first[:at] + str((int(first[at]) + by) % 10) + first[at + 1 :]
    assert check_digit(wrong) != check_digit(first)


@given(day=st.dates())
def test_every_day_there_is_is_read(day: date) -> None:
    assert day_of(day.strftime("%Y%m%d").rjust(8, "0")) == day


@pytest.mark.parametrize(
    "written",
    [
        "19990229",
        "21000229",
        "20240431",
        "20241301",
        "20240001",
        "20240100",
        "00000101",
        "2024010",
        "2024-1-1",
    ],
)
def test_a_day_there_is_not_is_none(written: str) -> None:
    assert day_of(written) is None


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(1954, 3, 12), date(2026, 3, 11), 71),
        (date(1954, 3, 12), date(2026, 3, 12), 72),
        (date(2004, 2, 29), date(2022, 2, 28), 17),
        (date(2004, 2, 29), date(2022, 3, 1), 18),
        (date(2026, 3, 12), date(2026, 3, 12), 0),
        (date(2026, 3, 13), date(2026, 3, 12), -1),
    ],
)
def test_age_is_full_years_on_that_day(born: date, day: date, age: int) -> None:
    assert age_on(born, day) == age
