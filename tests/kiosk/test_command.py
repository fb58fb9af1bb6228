"""``hallcall kiosk`` as a technician starts it."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import IO

import pytest

HALLCALL = (sys.executable, "-m", "hallcall", "kiosk")


def ended(*args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*HALLCALL, *args], capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((), "--printer --devices --simulate"),
        (("--printer", "tcp://a:1", "--simulate"), "not allowed with"),
        (("--printer", "lpt1"), "printer address 'lpt1'"),
        (("--simulate", "--size", "20x20"), "not a size"),
        (("--simulate", "--portrait", "--landscape"), "not allowed with"),
    ],
)
def test_wrong_use_is_said(args: tuple[str, ...], said: str) -> None:
    result = ended(*args)
    assert result.returncode == 2
    assert said in result.stderr


def read_until(stream: IO[str], words: str) -> str:
    read = ""
    for line in stream:
        read += line
        if words in line:
            return read
    raise AssertionError(f"{words!r} was never said: {read}")


def test_it_waits_for_its_core_and_ends_when_told() -> None:
    args = [*HALLCALL, "--simulate", "--core", "http://127.0.0.1:9", "--landscape"]
    program = subprocess.Popen(args, stderr=subprocess.PIPE, text=True)
    assert program.stderr is not None
    try:
        # Only the loop paints: from then on a signal ends it.
        read_until(program.stderr, "the first picture is on the screen")
        program.send_signal(signal.SIGTERM)
        assert program.wait(20) == 0
        assert "Traceback" not in program.stderr.read()
    finally:
        program.kill()
        program.stderr.close()
