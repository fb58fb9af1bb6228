"""A keeper and what it keeps, as processes."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hallcall.bench.processes import children, resident_mb
from hallcall.keeper import Keeper
from tests.support.waiting import wait_until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="kills and stops processes as Linux does")

WITHIN_S = 30.0
KEEPER_MOST_MB = 15.0


class Kept:
    """``hallcall ... --keep`` and the lines it writes."""

    def __init__(self, process: subprocess.Popen[str], log: Path) -> None:
        self.process = process
        self._log = log

    @property
    def said(self) -> str:
        return self._log.read_text()

    @property
    def child(self) -> int:
        """The number of what it keeps."""
        (pid,) = children(self.process.pid)
        return pid

    def until(self, condition: Callable[[], bool]) -> None:
        wait_until(condition, WITHIN_S)

    def says(self, words: str, times: int = 1) -> None:
        self.until(lambda: self.said.count(words) >= times)


@contextmanager
def kept(tmp_path: Path, *words: str, **more: str) -> Iterator[Kept]:
    log = tmp_path / "log"
    with log.open("wb") as stderr:
        process = subprocess.Popen(
            [sys.executable, "-m", "hallcall", *words, "--keep"],
            stderr=stderr,
            text=True,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **more},
        )
    try:
        yield Kept(process, log)
    finally:
        process.terminate()
        process.wait(30)


KIOSK = ("kiosk", "--simulate", "--core", "http://127.0.0.1:9", "--landscape")
READY = "the first picture is on the screen"


def gone(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return True
    return state in "ZX"


def test_a_killed_kiosk_is_back(tmp_path: Path) -> None:
    with kept(tmp_path, *KIOSK) as keeper:
        keeper.says(READY)
        assert resident_mb(keeper.process.pid) < KEEPER_MOST_MB
        first = keeper.child
        os.kill(first, signal.SIGKILL)
        keeper.says(READY, 2)
        assert gone(first)
        assert keeper.child != first
        assert "was ended by signal 9" in keeper.said
        assert "again in 0.0 s" in keeper.said


@pytest.mark.timeout(120)
def test_a_kiosk_that_hangs_is_killed_and_is_back(tmp_path: Path) -> None:
    with kept(tmp_path, *KIOSK) as keeper:
        keeper.says(READY)
        hung = keeper.child
        os.kill(hung, signal.SIGSTOP)
        keeper.says(READY, 2)
        assert "it hangs, and is killed" in keeper.said
        assert gone(hung)


def test_both_end_when_the_keeper_is_told_to(tmp_path: Path) -> None:
    with kept(tmp_path, *KIOSK) as keeper:
        keeper.says(READY)
        child = keeper.child
        keeper.process.send_signal(signal.SIGTERM)
        assert keeper.process.wait(30) == 0
        assert gone(child)
        assert "Traceback" not in keeper.said


def test_the_kiosk_does_not_outlive_a_keeper_that_is_killed_even_while_it_hangs(tmp_path: Path) -> None:
    with kept(tmp_path, *KIOSK) as keeper:
        keeper.says(READY)
        child = keeper.child
        os.kill(child, signal.SIGSTOP)
        keeper.process.kill()
        keeper.process.wait(30)
        keeper.until(lambda: gone(child))


def test_wrong_use_is_said_once(tmp_path: Path) -> None:
    with kept(tmp_path, "kiosk", "--printer", "lpt1") as keeper:
        assert keeper.process.wait(60) == 2
        assert keeper.said.count("printer address 'lpt1'") == 1


@pytest.mark.logs("started again")
def test_what_dies_at_once_is_waited_for(caplog: pytest.LogCaptureFixture) -> None:
    ending = threading.Event()
    keeper = Keeper([sys.executable, "-c", "raise SystemExit(1)"], ending)
    thread = threading.Thread(target=keeper.run)
    thread.start()
    wait_until(lambda: "again in 1.0 s" in caplog.text, WITHIN_S)
    ending.set()
    thread.join(WITHIN_S)
    assert not thread.is_alive()
    assert [f"again in {pause} s" in caplog.text for pause in ("0.0", "0.5", "1.0")] == [True] * 3


def test_what_a_program_has_started_ends_with_it(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    code = (
        "import subprocess, sys, pathlib\n"
        "other = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        f"pathlib.Path({str(note)!r}).write_text(str(other.pid))\n"
    )
    assert Keeper([sys.executable, "-c", code], threading.Event()).run() == 0
    pid = int(note.read_text())
    wait_until(lambda: gone(pid), WITHIN_S)


def test_systemd_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        systemd.settimeout(WITHIN_S)
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        code = "import time; time.sleep(1.2)"
        assert Keeper([sys.executable, "-c", code], threading.Event()).run() == 0
        assert [systemd.recv(64) for _ in range(2)] == [b"READY=1", b"WATCHDOG=1"]
