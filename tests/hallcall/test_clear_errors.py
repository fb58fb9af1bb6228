"""What is wrong around a program is said in a sentence: no stack trace, no core dump."""

from __future__ import annotations

import pytest

from core.qt.screen import NoScreen, need_screen
from hallcall.cli import main
from hallcall.exits import FAILED, WRONG_USE
from tests.support.warm_command import WarmCommand

WITHIN_S = 60
_ABOUT_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.mark.parametrize("command", ["kiosk --simulate", "caller", "display", "demo"])
def test_a_program_without_a_screen_says_so_and_what_to_do(command: str) -> None:
    done = WarmCommand(*command.split(), **dict.fromkeys(_ABOUT_SCREENS)).ended(WITHIN_S)
    last = done.stderr.splitlines()[-1]
    assert done.returncode == FAILED
    assert last.startswith(f"hallcall {command.split()[0]}: no screen: neither DISPLAY")
    assert "Start it from the desktop" in last
    assert "Traceback" not in done.stderr


def test_an_x_server_that_is_not_there_is_named() -> None:
    with pytest.raises(NoScreen, match="DISPLAY=nowhere:9 does not let this program in"):
        need_screen({"DISPLAY": "nowhere:9"}, "linux")


@pytest.mark.parametrize(
    ("environ", "platform"),
    [
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux"),
        ({"QT_QPA_PLATFORM": "eglfs"}, "linux"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux"),
        ({}, "win32"),
        ({}, "darwin"),
    ],
)
def test_what_needs_no_x_server_is_let_through(environ: dict[str, str], platform: str) -> None:
    need_screen(environ, platform)


@pytest.mark.parametrize(
    ("value", "said"), [("abc", "valid integer"), ("70000", "less than or equal to 65535")]
)
def test_a_setting_that_cannot_be_used_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], value: str, said: str
) -> None:
    monkeypatch.setenv("HALLCALL_PORT", value)
    assert main(["core"]) == WRONG_USE
    line = capsys.readouterr().err.splitlines()[-1]
    assert line.startswith(f"hallcall core: HALLCALL_PORT={value}: ")
    assert said in line
    assert "leave it out" in line
