"""The table of readings is pypinyin's; a catalogue's pinyin is laid over the characters."""

from __future__ import annotations

import re

import pytest
from pypinyin import Style, pinyin

from core.pinyin.readings import read_table, units


def gb2312() -> list[str]:
    cells = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return [text for cell in cells if (text := cell.decode("gb2312", "ignore"))]


def test_the_table_says_what_the_dictionary_says() -> None:
    characters = gb2312()
    table = read_table(characters)
    for character in characters:
        said = pinyin(character, style=Style.NORMAL, heteronym=True)[0]
        assert set(table[character]) == {each for each in said if re.fullmatch("[a-z]+", each)}, character


@pytest.mark.parametrize(
    ("name", "spelt", "said"),
    [
        ("银行", "yinhang", ["yin", "hang"]),
        ("西安", "xian", ["xi", "an"]),
        ("行政许可(C1)", "xingzhengxukec1", ["xing", "zheng", "xu", "ke", "c1"]),
        ("龘社", "dashe", ["da", "she"]),
    ],
)
def test_a_catalogues_pinyin_is_laid_over_the_characters(name: str, spelt: str, said: list[str]) -> None:
    found = units(name, spelt, read_table(name))
    assert [unit.said for unit in found] == [(each,) for each in said]
    assert name[found[1].start : found[1].end] == name[1]


def test_a_pinyin_that_does_not_fit_is_not_asked() -> None:
    (first, _) = units("银行", "gongshang", read_table("银行"))
    assert first.said == ("yin",)
