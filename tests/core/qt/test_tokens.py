"""One look, said twice: to Widgets in Python, to QML in Theme.qml."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from core.qt.fonts import families
from core.qt.qml import qml_import_path
from core.qt.tokens import COLOURS, DARK_COLOURS, HIGH_COLOURS, READ_ON, SIZES, contrast

THEME = (Path(qml_import_path()) / "Hallcall" / "Theme.qml").read_text("utf-8")


@pytest.mark.parametrize(("ink", "ground"), READ_ON)
def test_what_is_read_has_a_contrast_of_seven(ink: str, ground: str) -> None:
    assert contrast(COLOURS[ink], COLOURS[ground]) >= 7


@pytest.mark.parametrize(("ink", "ground"), READ_ON)
def test_dark_is_read_as_well(ink: str, ground: str) -> None:
    assert contrast(DARK_COLOURS[ink], DARK_COLOURS[ground]) >= 7


def test_dark_has_every_role() -> None:
    assert DARK_COLOURS.keys() == COLOURS.keys()


@pytest.mark.parametrize(("ink", "ground"), READ_ON)
def test_high_contrast_is_one_of_fifteen(ink: str, ground: str) -> None:
    assert contrast(HIGH_COLOURS[ink], HIGH_COLOURS[ground]) >= 15


def test_the_edge_of_what_is_touched_is_seen_in_high_contrast() -> None:
    assert contrast(HIGH_COLOURS["line"], HIGH_COLOURS["page"]) >= 15


def test_every_colour_of_letters_is_measured() -> None:
    read = {ink for ink, _ in READ_ON}
    assert {name for name in COLOURS if name.startswith(("ink", "on"))} <= read


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_qml_has_the_same_colours() -> None:
    line = r'readonly property color (\w+): high \? "(#\w+)" : "(#\w+)"'
    told = {name: (usual, high) for name, high, usual in re.findall(line, THEME)}
    assert told == {_in_qml(name): (value, HIGH_COLOURS[name]) for name, value in COLOURS.items()}


def _in_qml(name: str) -> str:
    return re.sub(r"^on(?=[A-Z])", "inkOn", name)


def test_qml_has_the_same_sizes() -> None:
    told = re.findall(r"readonly property int (\w+): (\d+)", THEME)
    assert {name: int(value) for name, value in told} == SIZES


def test_qml_writes_each_language_in_its_own_font() -> None:
    told = dict(re.findall(r'"(zh|bo|en)": "([^"]+)"', THEME))
    assert told == {language: families(language)[0] for language in ("zh", "bo", "en")}
