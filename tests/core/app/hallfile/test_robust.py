"""Whatever stands under a key, the checker answers with mistakes and does not fall over."""

from __future__ import annotations

import re
import tomllib

import pytest

from core.app.hallfile import check
from tests.core.app.hallfile.small import MORE

VALUES = [
    "1",
    "-1.5",
    '"x"',
    '""',
    "true",
    "[]",
    "{}",
    "[1]",
    '["x"]',
    "[[]]",
    "[{}]",
    "{ x = 1 }",
    "07:00:00",
    "inf",
]
PAIRS = [
    match.span(1)
    for match in re.finditer(r"\b\w+ = (\"[^\"]*\"|[\d.]+|\[[^\[\]{}]*\]|\{[^{}]*\}|true)", MORE)
]


@pytest.mark.parametrize("value", VALUES)
def test_any_value_under_any_key_is_answered(value: str) -> None:
    for start, end in PAIRS:
        text = MORE[:start] + value + MORE[end:]
        last = text.count("\n") + 1
        assert all(1 <= mistake.line <= last for mistake in check(text))
        assert all(mistake.message.strip() for mistake in check(text))


def test_any_line_may_be_missing() -> None:
    lines = MORE.split("\n")
    for place in range(len(lines)):
        check("\n".join(lines[:place] + lines[place + 1 :]))


def test_the_values_are_toml_and_a_hundred_keys_are_tried() -> None:
    assert all(tomllib.loads(f"key = {value}") for value in VALUES)
    assert len(PAIRS) > 100
