"""Every script of a hall has a font, or the screen says which is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtTest import QSignalSpy

from core.qt import fonts
from core.qt.fonts import CJK, TIBETAN, families, missing_font_line, prepare_fonts

pytestmark = pytest.mark.usefixtures("qapp")


def test_the_languages_of_the_halls_can_be_written() -> None:
    assert prepare_fonts(["zh", "bo", "en"]) == []
    assert missing_font_line([]) == ""


def test_a_missing_font_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(fonts._OWN, "bo", ("No Such Font",))
    assert prepare_fonts(["zh", "bo"]) == ["bo"]
    assert missing_font_line(["bo"]) == f"Font missing for: bo ({TIBETAN})"


def test_a_font_without_the_script_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(fonts._OWN, "bo", (CJK,))
    assert prepare_fonts(["bo"]) == ["bo"], "the Chinese font has no Tibetan"


def test_a_language_leads_with_its_own_script_and_falls_back_to_chinese() -> None:
    assert families("bo")[0] == TIBETAN
    assert CJK in families("bo")
    prepare_fonts(["bo"])
    assert CJK.lower() in QFont.substitutes(TIBETAN)


def test_preparing_twice_adds_nothing_twice() -> None:
    prepare_fonts(["bo"])
    before = QFont.substitutes(TIBETAN)
    prepare_fonts(["bo"])
    assert QFont.substitutes(TIBETAN) == before


def test_a_folder_of_fonts_is_loaded(qapp: QGuiApplication, tmp_path: Path) -> None:
    from PySide6.QtGui import QFontDatabase

    (tmp_path / "read me.txt").write_text("not a font")
    source = next(Path("/usr/share/fonts").rglob("NotoSerifTibetan-Regular.ttf"), None)
    if source is None:
        pytest.skip("the Tibetan font is not installed as a file")
    (tmp_path / source.name).write_bytes(source.read_bytes())
    before = QFontDatabase.families()
    assert prepare_fonts(["bo"], tmp_path) == []
    assert set(before) <= set(QFontDatabase.families())


def test_letters_are_forgotten_and_drawn_again(qapp: QGuiApplication) -> None:
    prepare_fonts(["zh", "bo"])
    # Texts on the screen are told to take their fonts anew.
    changes = QSignalSpy(qapp.fontDatabaseChanged)
    fonts.forget_letters()
    assert changes.count()
    assert prepare_fonts(["zh", "bo"]) == []
    assert CJK.lower() in QFont.substitutes(TIBETAN)
