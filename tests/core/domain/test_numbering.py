"""Printed numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.numbering import PREFIX, format_number


@pytest.mark.parametrize(
    ("prefix", "running", "number"),
    [("A", 1, "A001"), ("A", 42, "A042"), ("A", 999, "A999"), ("A", 1000, "A1000"), ("AB", 7, "AB007")],
)
def test_a_number_has_three_digits_and_four_past_999(prefix: str, running: int, number: str) -> None:
    assert format_number(prefix, running) == number


@pytest.mark.parametrize("prefix", ["A", "Z", "AB", "H"])
def test_a_prefix_is_one_or_two_capital_letters(prefix: str) -> None:
    assert PREFIX.match(prefix)


@pytest.mark.parametrize("prefix", ["", "a", "I", "O", "AI", "A1", "ABC", "1", "甲"])
def test_what_could_be_misread_is_no_prefix(prefix: str) -> None:
    assert not PREFIX.match(prefix)


prefixes = st.from_regex(PREFIX, fullmatch=True)


@given(prefixes, prefixes, st.integers(1, 5000), st.integers(1, 5000))
def test_no_two_queues_print_the_same_number(one: str, other: str, first: int, second: int) -> None:
    same = format_number(one, first) == format_number(other, second)
    assert same == ((one, first) == (other, second))
