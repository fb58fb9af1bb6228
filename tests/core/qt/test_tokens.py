"""One look, said twice: to Widgets in Python, to QML in Theme.qml."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from core.qt.fonts import families
from core.qt.qml import qml_import_path
from core.qt.tokens import COLOURS, READ_ON, SIZES, contrast

THEME = (Path(qml_import_path()) / "Hallcall" / "Theme.qml").read_text("utf-8")


@pytest.mark.parametrize(("ink", "ground"), READ_ON)
def test_what_is_read_has_a_contrast_of_seven(ink: str, ground: str) -> None:
    assert contrast(COLOURS[ink], COLOURS[ground]) >= 7


def test_every_colour_of_letters_is_measured() -> None:
    read = {ink for ink, _ in READ_ON}
    assert {name for name in COLOURS if name.startswith(("ink", "on"))} <= read


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_qml_has_the_same_colours() -> None:
    told = dict(re.findall(r'readonly property color (\w+): "(#\w+)"', THEME))
    assert told == {re.sub(r"^on(?=[A-Z])", "inkOn", name): value for name, value in COLOURS.items()}


def test_qml_has_the_same_sizes() -> None:
    told = re.findall(r"readonly property int (\w+): (\d+)", THEME)
    assert {name: int(value) for name, value in told} == SIZES


def test_qml_writes_each_language_in_its_own_font() -> None:
    told = dict(re.findall(r'"(zh|bo|en)": "([^"]+)"', THEME))
    assert told == {language: families(language)[0] for language in ("zh", "bo", "en")}
