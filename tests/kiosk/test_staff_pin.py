"""The staff page's PIN is checked on the kiosk, and only the right one opens."""

from __future__ import annotations

import pytest

from core.app.hallfile import load
from kiosk.staff_pin import hash_staff_pin, is_pin, is_staff_pin
from tests.core.app.hallfile.any_hall import PIN_HASH
from tests.core.app.hallfile.small import TEXT


@pytest.mark.parametrize(
    ("typed", "opens"),
    [
        ("123456", True),
        ("123457", False),
        ("12345", False),
        ("1234567", False),
        ("", False),
        ("１２３４５６", False),
    ],
)
def test_only_the_right_pin_opens(typed: str, opens: bool) -> None:
    assert is_staff_pin(PIN_HASH, typed) is opens


@pytest.mark.parametrize(
    "hashed", ["", "123456", "$argon2id$", PIN_HASH[:-9], PIN_HASH.replace("m=19456", "m=8192")]
)
def test_a_hash_that_is_none_or_another_opens_nothing(hashed: str) -> None:
    assert not is_staff_pin(hashed, "123456")


def test_a_hash_is_another_each_time_and_a_hall_file_takes_it() -> None:
    one, other = hash_staff_pin("204680"), hash_staff_pin("204680")
    assert one != other
    assert is_staff_pin(one, "204680")
    rules = load(f'{TEXT}\n[kiosk]\nstaff_pin = "{other}"\n').kiosk_rules
    assert is_staff_pin(rules.staff_pin, "204680")


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("2046", True),
        ("204680204680", True),
        ("204", False),
        ("2046802046801", False),
        ("0000", False),
        ("20a6", False),
        ("٢٠٤٦", False),
        ("", False),
        ("20 46", False),
    ],
)
def test_a_pin_is_digits_that_are_not_all_the_same(text: str, good: bool) -> None:
    assert is_pin(text) is good
