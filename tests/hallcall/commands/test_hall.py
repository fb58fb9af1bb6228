"""``hallcall hall``: good, broken and missing files, live halls and folders."""

from __future__ import annotations

import argparse
import io
from pathlib import Path

import pytest
from filelock import FileLock

from core.app.hallfile import load
from core.domain.people import Role
from hallcall.commands import hall
from hallcall.halls import resolve
from kiosk.staff_pin import is_staff_pin
from tests.core.app.hallfile.small import MORE, broken
from tests.support.running_core import core_in_thread

OPEN = broken('phone = ""', 'phone = ""\nkeeps_hours = false', MORE)


def run(*words: str) -> int:
    parser = argparse.ArgumentParser(prog="hallcall")
    hall.add_parser(parser.add_subparsers())
    args = parser.parse_args(["hall", *words])
    return int(args.run(args))


def test_a_good_hall_is_summed_up(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "pingliang") == 0
    told = capsys.readouterr().out
    assert "pingliang.toml: good" in told
    assert "95 (39 city, 36 district, 20 public)" in told
    assert "251 windows" in told


def test_each_mistake_is_one_line_with_file_and_line_and_then_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.toml"
    text = resolve("longnan").read_text(encoding="utf-8")
    file.write_text(
        text.replace('prefix = "B"', 'prefix = "I"').replace("closes", "closses"), encoding="utf-8"
    )
    assert run("check", str(file)) == 1
    *mistakes, count = capsys.readouterr().out.splitlines()
    assert all(line.startswith(f"{file}:") for line in mistakes)
    assert count == f"{file}: {len(mistakes)} mistakes"
    assert sum("did you mean" in line for line in mistakes) == 2


def test_a_file_that_is_not_there_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "lhasa", "nowhere.toml") == 2
    answer = capsys.readouterr()
    assert "lhasa.toml: good" in answer.out
    assert "nowhere.toml" in answer.err


def test_no_file_at_all_is_wrong_use() -> None:
    with pytest.raises(SystemExit, match="2"):
        run("check")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a hall whose core has run and is stopped."""
    data = tmp_path / "data"
    with core_in_thread(load(OPEN), data):
        pass
    return data


@pytest.fixture
def file(tmp_path: Path) -> Path:
    place = tmp_path / "hall.toml"
    place.write_bytes(OPEN.replace("\n", "\r\n").encode())
    return place


def test_a_file_is_imported_and_exported_to_the_byte_while_no_core_runs(
    folder: Path, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "copy.toml"
    file.write_bytes(file.read_bytes().replace(b"Small hall", b"A small hall"))
    assert run("import", str(file), "--data", str(folder)) == 0
    assert "the hall is now as the file says" in capsys.readouterr().out
    assert run("import", str(file), "--data", str(folder)) == 0
    assert "as the file says already" in capsys.readouterr().out
    assert run("export", str(copy), "--data", str(folder)) == 0
    assert copy.read_bytes() == file.read_bytes()


def test_a_hall_that_no_file_was_taken_for_is_exported_as_one(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", "-", "--data", str(folder)) == 0
    text = capsys.readouterr().out
    assert load(text).windows == load(OPEN).windows
    assert f"from {folder}" in text


def test_a_file_that_is_there_is_not_overwritten_unasked(
    folder: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = file.read_bytes()
    assert run("export", str(file), "--data", str(folder)) == 2
    assert file.read_bytes() == before
    assert "--force" in capsys.readouterr().err
    assert run("export", str(file), "--data", str(folder), "--force") == 0
    assert file.read_bytes() != before


@pytest.mark.parametrize("way", ["folder", "url"])
def test_people_are_taken_along_in_a_running_hall(
    way: str, tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = OPEN.replace('"tax"', '"fees"').replace('tiers = "tax;', 'tiers = "fees;')
    file.write_text(text, encoding="utf-8")
    with core_in_thread(load(OPEN), tmp_path / "data") as core:
        core.data.address.write_text(core.url, encoding="ascii")
        place = ["--data", str(core.data.path)]
        if way == "url":
            place = ["--core", core.url, "--token", core.token(Role.ADMIN)]
        core.post("/api/tickets", {"queue": "tax"})
        with FileLock(core.data.lock):
            assert run("import", str(file), *place) == 1
            answer = capsys.readouterr()
            assert 'the queue "tax" is left out, but people are in it: C001' in answer.err
            assert "--move OLD=NEW" in answer.err
            assert run("import", str(file), "--move", "tax=fees", *place) == 0
            assert "moved to another queue: C001" in capsys.readouterr().out
            assert run("export", "-", *place) == 0
            assert capsys.readouterr().out == text


@pytest.mark.parametrize("running", [True, False])
def test_the_mistakes_of_a_file_are_told_with_their_lines(
    running: bool, folder: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(OPEN.replace('prefix = "B"', 'prefix = "I"'), encoding="utf-8")
    if running:
        with core_in_thread(load(OPEN), folder) as core:
            assert run("import", str(file), "--core", core.url, "--token", core.token(Role.ADMIN)) == 1
    else:
        assert run("import", str(file), "--data", str(folder)) == 1
    assert capsys.readouterr().err.startswith(f'{file}:27: queues "pension": the prefix "I"')


def test_another_halls_file_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("import", "lhasa", "--data", str(folder)) == 1
    assert 'the file describes the hall "lhasa", this is "mini"' in capsys.readouterr().err


def test_where_there_is_no_hall_that_is_said(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", "-", "--data", str(tmp_path / "none")) == 1
    assert "holds no hall" in capsys.readouterr().err
    assert run("import", str(file), "--core", "http://127.0.0.1:9") == 1
    assert "does not answer" in capsys.readouterr().err
    assert run("import", "nowhere.toml", "--data", str(tmp_path)) == 2


def test_a_token_that_is_none_is_refused_in_words(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with core_in_thread(load(OPEN), tmp_path / "data") as core:
        assert run("import", str(file), "--core", core.url, "--token", "x") == 1
        assert "auth.required" in capsys.readouterr().err


def test_a_move_names_two_queues() -> None:
    with pytest.raises(SystemExit, match="2"):
        run("import", "dazi", "--move", "tax")


def test_a_pin_becomes_the_line_of_a_hall_file(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("204680\n204680\n"))
    assert run("pin") == 0
    line = capsys.readouterr().out
    assert "204680" not in line
    rules = load(f"{MORE}\n[kiosk]\n{line}").kiosk_rules
    assert is_staff_pin(rules.staff_pin, "204680")


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("204680\n204681\n", "two different PINs"),
        ("1111\n1111\n", "not all the same"),
        ("12\n", "4 to 12"),
        ("", "no PIN"),
    ],
)
def test_a_pin_that_is_none_or_was_mistyped_prints_no_line(
    typed: str, why: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    assert run("pin") == 1
    answer = capsys.readouterr()
    assert answer.out == ""
    assert why in answer.err


def test_the_summary_names_the_kiosks(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "pingliang", "longnan") == 0
    told = capsys.readouterr().out
    assert "Q1 (query), E1 (by hours), T1 (by hours), G1 (guide); no PIN for a staff page" in told
