"""What a technician mistypes is told in words, with what to do; never as a trace."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from core.app.hallfile import load
from core.domain.people import Role
from hallcall.cli import main
from tests.core.app.hallfile.small import MORE, broken
from tests.support.running_core import CoreHandle, core_in_thread

OPEN = broken('phone = ""', 'phone = ""\nkeeps_hours = false', MORE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="module")
def core(folder: Path) -> Iterator[CoreHandle]:
    with core_in_thread(load(OPEN), folder) as running:
        (folder / "core.url").write_text(running.url, encoding="ascii")
        yield running


def ended(words: Sequence[str]) -> int:
    """Return the exit code of a command line."""
    try:
        return main(words)
    except SystemExit as left:
        return int(left.code or 0)


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Return what is said of a command line that does nothing."""
    assert ended(words) in (1, 2)
    said = capsys.readouterr()
    assert said.out == ""
    return said.err


@pytest.mark.parametrize(
    "address", ["10.0.0.5:8400", "10.0.0.5", "ftp://10.0.0.5", "http://", "http://a:b", ""]
)
def test_an_address_that_no_core_can_have_is_told_with_a_right_one(
    address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = refused(capsys, "hall", "export", "-", f"--core={address}")
    assert f"not the address of a core, e.g. http://10.0.0.5:8400: {address!r}" in said


def test_a_slash_at_the_end_of_an_address_does_no_harm(
    core: CoreHandle, capsys: pytest.CaptureFixture[str]
) -> None:
    token = core.token(Role.ADMIN)
    assert main(["hall", "export", "-", "--core", f"{core.url}/", "--token", token]) == 0
    assert load(capsys.readouterr().out).id == "mini"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["clerk", "7", "--name", "Ma", "--pin", "1"], "pin: String should have at least 4 characters"),
        (["pair", "482173", "--name", "tv"], "No machine that asks to join shows that code"),
    ],
)
def test_a_refusal_is_a_sentence(
    words: list[str], why: str, core: CoreHandle, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = refused(capsys, *words, "--data", str(folder))
    assert said.startswith(f"hallcall {words[0]}: {why}")


def test_a_token_of_the_wrong_role_says_how_to_get_another(
    core: CoreHandle, capsys: pytest.CaptureFixture[str]
) -> None:
    said = refused(capsys, "hall", "export", "-", "--core", core.url, "--token", core.token(Role.KIOSK))
    assert "(auth.denied: role kiosk)" in said
    assert "hallcall token" in said


def test_a_pin_that_nobody_types_is_no_pin(
    core: CoreHandle, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    said = refused(capsys, "clerk", "7", "--name", "Ma", "--data", str(folder))
    assert said == "hallcall clerk: no PIN was given\n"


def test_a_folder_that_is_not_there_is_told_before_the_work(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "usb" / "it"
    for words in (
        ["replay", "--hall", "dazi", "--json"],
        ["simulate", "--report"],
        ["bench", "--json"],
        ["backup"],
    ):
        assert f"there is no folder {missing.parent}" in refused(capsys, *words, str(missing))
    assert "is a folder" in refused(capsys, "backup", str(tmp_path))


def test_what_the_system_refuses_is_told_with_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "usb.backup"
    said = refused(capsys, "restore", str(missing), "--data", str(tmp_path / "data"))
    assert said == f"hallcall restore: {missing}: No such file or directory\n"


def test_a_token_for_a_folder_that_no_core_has_used_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "mistyped"
    assert main(["token", "kiosk", "--data", str(folder)]) == 0
    assert f"no core has used {folder} yet" in capsys.readouterr().err
    assert main(["token", "kiosk", "--data", str(folder)]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["clerk", "", "--name", "Ma"], "argument NUMBER: it is empty"),
        (["slip", "closing", "--core", "http://x", "--date", "1"], "not a date such as 2026-11-22: '1'"),
        (
            ["slip", "told-once", "none", "--hall", "dazi", "--out", "x.png"],
            "No item of this hall has that id",
        ),
        (["token", "clerk", "--window", "0"], "not a window from 1 to 999: '0'"),
    ],
)
@pytest.mark.usefixtures("qapp")  # a slip is painted by Qt: the command would make an application of its own
def test_what_cannot_be_is_told_in_words(
    words: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert why in refused(capsys, *words)


@pytest.mark.parametrize("words", [["hall", "export", "-"], ["backup", "hall.backup"]])
def test_a_damaged_database_is_told_with_the_way_back(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "hall.db").write_text("garbage " * 600)
    said = refused(capsys, *words, "--data", str(tmp_path))
    assert "hallcall restore FILE" in said
    assert "Traceback" not in said
