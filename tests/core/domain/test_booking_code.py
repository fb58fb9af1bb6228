"""Codes of bookings: mistyped ones are known as such, others cannot be guessed from them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.booking_code import LENGTH, new_code, typed_code

CODES = st.integers(0, 10**7 - 1).map(lambda number: _complete(f"{number:07d}"))


def _complete(digits: str) -> str:
    (code,) = [code for last in "0123456789" if (code := typed_code(digits + last))]
    return code


def test_a_new_code_is_one_that_can_be_typed() -> None:
    codes = {new_code() for _ in range(500)}
    assert len(codes) > 490
    assert all(typed_code(code) == code and len(code) == LENGTH for code in codes)


@given(CODES, st.integers(0, LENGTH - 1), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(code: str, place: int, off: int) -> None:
    wrong = str((int(code[place]) + off) % 10)
    assert typed_code(code[:place] + wrong + code[place + 1 :]) is None


@given(CODES, st.integers(0, LENGTH - 2))
def test_two_neighbours_that_changed_places_are_always_noticed(code: str, place: int) -> None:
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert (typed_code(swapped) is None) == (swapped != code)


@pytest.mark.parametrize("typed", ["5724 0000", "５７２４００００", "5724-0000", " 57240000 ", "57240000"])
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    assert typed_code(typed) == "57240000"


@pytest.mark.parametrize("typed", ["", "5724000", "572400000", "5724000x", "٥٧٢٤٠٠٠٠x", "57240001"])
def test_what_cannot_be_a_code_is_none(typed: str) -> None:
    assert typed_code(typed) is None
