"""Export gives the same hall back, and an unchanged file as it was."""

from __future__ import annotations

import tomllib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.app.hallfile import export, load
from core.app.hallfile.export_catalogue import syllables
from core.app.hallfile.pinyin import spelled
from core.app.hallfile.ranges import numbers_text, parse_numbers
from core.app.hallfile.toml_text import inline
from core.domain.hall import Hall, Tier
from tests.core.app.hallfile.any_hall import SOME, halls
from tests.core.app.hallfile.small import MORE, TEXT
from tests.support.halls import shipped

NAMES = ["dazi", "lhasa", "longnan", "pingliang", "yuzhong"]


@SOME
@given(halls())
def test_export_gives_the_same_hall_back(hall: Hall) -> None:
    assert load(export(hall)) == hall


@pytest.mark.parametrize("name", NAMES)
def test_export_of_a_shipped_hall_gives_it_back(name: str) -> None:
    hall = shipped(name)
    assert load(export(hall)) == hall


@pytest.mark.parametrize("text", [TEXT, MORE, "\ufeff" + MORE.replace("\n", "\r\n")])
def test_an_unchanged_file_comes_back_to_the_byte(text: str) -> None:
    assert export(load(text), text) == text


def test_a_file_that_says_something_else_is_written_anew() -> None:
    hall = load(MORE)
    tiers = (Tier(("pension",)),)
    changed = replace(hall, windows=(*hall.windows[:-1], replace(hall.windows[-1], tiers=tiers)))
    changed = replace(changed, windows=(*changed.windows[:-1], replace(hall.windows[-1], number=12)))
    text = export(changed, MORE)
    assert text != MORE
    assert load(text) == changed


def test_a_file_that_cannot_be_read_any_more_is_written_anew() -> None:
    assert load(export(load(TEXT), "schema = 2")) == load(TEXT)


def test_what_is_written_can_be_read_by_people() -> None:
    text = export(load(MORE), note="Exported on 2026-11-22 12:00 from http://127.0.0.1:8400")
    lines = text.splitlines()
    assert lines[:4] == [
        "# 小厅",
        "# Small hall",
        "#",
        "# Exported on 2026-11-22 12:00 from http://127.0.0.1:8400",
    ]
    assert '  { numbers = "1-3", zone = "hall_1", tiers = "social; pension" },' in lines
    assert '  { numbers = "9", zone = "evening", tiers = "tax; pension @ 25", calendar = "late" },' in lines
    assert [line for line in lines if line.startswith("[")][:3] == ["[hall]", "[rules]", "[[zones]]"]
    assert text.endswith("}\n")


def test_a_line_break_in_a_name_stays_inside_the_comment_and_the_text() -> None:
    hall = replace(load(TEXT), name={"zh": "小\n厅\x7f", "en": "Small\r\nhall"})
    assert load(export(hall, note="a\x00b")) == hall


def test_a_hall_that_speaks_tibetan_is_not_said_to_be_reviewed() -> None:
    assert tomllib.loads(export(shipped("lhasa")))["hall"]["bo_reviewed"] is False


@given(st.lists(st.integers(1, 999), unique=True, min_size=1))
def test_window_numbers_are_read_as_they_were_written(numbers: list[int]) -> None:
    assert parse_numbers(numbers_text(numbers)) == tuple(numbers)


@given(st.lists(st.text("abz19", min_size=1, max_size=4), min_size=1, max_size=8))
def test_syllables_are_found_for_pinyin_and_its_initials(parts: list[str]) -> None:
    found = spelled(" ".join(parts))
    assert found
    assert spelled(syllables(*found)) == found


@given(st.text(st.characters(exclude_categories=["Cs"])) | st.integers() | st.floats(allow_nan=False))
def test_a_value_is_read_as_it_was_written(value: object) -> None:
    assert tomllib.loads(f"key = {inline(value)}")["key"] == value
