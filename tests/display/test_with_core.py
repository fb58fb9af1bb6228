"""The board against a real core, and as the process that a technician starts."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.client.link import CoreLink
from core.domain.people import Role
from core.domain.screen import Screen
from display.app import DisplayApp
from tests.display.fit import misfits
from tests.support.halls import lhasa_like
from tests.support.qml import shows, text_of
from tests.support.running_core import CoreHandle, core_in_thread

WITHIN_MS = 10_000


@pytest.fixture
def core(tmp_path: Path) -> Iterator[CoreHandle]:
    with core_in_thread(lhasa_like(), tmp_path) as handle:
        yield handle


def board_of(core: CoreHandle, zone: str | None = None) -> DisplayApp:
    board = DisplayApp(CoreLink(core.url, core.token(Role.SCREEN)), Screen(zone=zone or ""))
    board.show()
    return board


def test_a_call_at_a_window_comes_to_the_board(core: CoreHandle, qtbot: QtBot) -> None:
    board = board_of(core, "business")
    qtbot.waitUntil(lambda: shows(board.view, "header"), timeout=WITHIN_MS)
    number = core.post("/api/tickets", {"queue": "food"}).body["number"]
    token = core.token(Role.CLERK, 3)
    assert core.post("/api/windows/3/open", token=token).status == 200
    called = core.post("/api/windows/3/call-next", token=token).body["ticket"]
    assert called["number"] == number
    qtbot.waitUntil(lambda: shows(board.view, f"row:{number}"), timeout=WITHIN_MS)
    assert text_of(board.view, "heroNumber") == number
    assert text_of(board.view, "windowNumber") == "3"
    assert text_of(board.view, "openWindows") == "3"
    assert misfits(board.view) == []
    core.post("/api/windows/3/put-back", token=token)
    qtbot.waitUntil(lambda: not shows(board.view, f"row:{number}"), timeout=WITHIN_MS)
    assert shows(board.view, "noCalls")
    board.close()


@pytest.mark.parametrize("zone", [None, "social"])
def test_a_board_comes_back_by_itself_after_the_core(zone: str | None, tmp_path: Path, qtbot: QtBot) -> None:
    with core_in_thread(lhasa_like(), tmp_path) as core:
        number = core.post("/api/tickets", {"queue": "insurance"}).body["number"]
        token = core.token(Role.CLERK, 1)
        core.post("/api/windows/1/open", token=token)
        core.post("/api/windows/1/call-next", token=token)
        port = int(core.url.rpartition(":")[2])
        board = board_of(core, zone)
        qtbot.waitUntil(lambda: shows(board.view, f"row:{number}"), timeout=WITHIN_MS)
    qtbot.waitUntil(lambda: shows(board.view, "dark:zh"), timeout=WITHIN_MS)
    assert shows(board.view, f"row:{number}")
    with core_in_thread(lhasa_like(), tmp_path, port):
        qtbot.waitUntil(lambda: not shows(board.view, "dark:zh"), timeout=WITHIN_MS)
        assert text_of(board.view, "heroNumber") == number
        board.close()


def test_the_command_shows_a_board_until_it_is_ended() -> None:
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "hallcall",
            "--verbose",
            "display",
            "--core",
            "http://127.0.0.1:9",
            "--token",
            "t",
        ],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    with process.stderr as errors:
        line = next(line for line in errors if "did not tell its hall" in line)
        assert "WARNING" in line
        process.send_signal(signal.SIGTERM)
        rest = errors.read()
    assert process.wait(20) == 0, rest
    assert "Traceback" not in rest


@pytest.mark.parametrize("size", ["huge", "1920", "10x10"])
def test_a_wrong_size_is_wrong_use(size: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "hallcall", "display", "--size", size],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 2
    assert "not a size" in ended.stderr
