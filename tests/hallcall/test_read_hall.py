"""A hall file is read once, and again when it or the program is another."""

from __future__ import annotations

from pathlib import Path

import pytest

import core.app.hallfile
import hallcall.read_hall
from core.app.hallfile import HallFileInvalid, load
from hallcall.halls import resolve
from hallcall.read_hall import read_hall


@pytest.fixture
def file(tmp_path: Path) -> Path:
    copied = tmp_path / "hall.toml"
    copied.write_bytes(resolve("dazi").read_bytes())
    return copied


@pytest.fixture
def kept(file: Path, tmp_path: Path) -> Path:
    place = tmp_path / "data" / "hall.json"
    assert read_hall(file, place) == load(file)
    return place


@pytest.fixture
def unreadable(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_file: Path) -> None:
        raise AssertionError("the file was read again")

    monkeypatch.setattr(core.app.hallfile, "load", refuse)


@pytest.mark.usefixtures("unreadable")
def test_an_unchanged_file_is_not_read_again(file: Path, kept: Path) -> None:
    assert read_hall(file, kept).id == "dazi"


def test_what_was_kept_is_the_whole_hall(file: Path, kept: Path) -> None:
    assert read_hall(file, kept) == load(file)


def test_a_changed_file_is_read_again(file: Path, kept: Path) -> None:
    file.write_text(
        file.read_text(encoding="utf-8").replace('id = "dazi"', 'id = "other"', 1), encoding="utf-8"
    )
    assert read_hall(file, kept).id == "other"
    file.write_text("schema = 1", encoding="utf-8")
    with pytest.raises(HallFileInvalid):
        read_hall(file, kept)


@pytest.mark.usefixtures("unreadable")
def test_another_version_of_the_program_reads_the_file_again(
    file: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hallcall.read_hall, "VERSION", "999")
    with pytest.raises(AssertionError, match="read again"):
        read_hall(file, kept)


@pytest.mark.parametrize("damage", ["", "[]", "{", '{"digest": 1}', "\x00"])
def test_what_was_kept_may_be_damaged(file: Path, kept: Path, damage: str) -> None:
    kept.write_text(damage, encoding="utf-8")
    assert read_hall(file, kept).id == "dazi"


@pytest.mark.logs("the next start will read the hall file again")
def test_a_folder_that_takes_nothing_costs_only_the_shortcut(file: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("not a folder", encoding="utf-8")
    assert read_hall(file, tmp_path / "taken" / "hall.json").id == "dazi"
