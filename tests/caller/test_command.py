"""``hallcall caller`` as a process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from hallcall.cli import main

ENDS_WITHIN_S = 30


def test_it_runs_without_a_core_and_ends_when_told(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hallcall", "caller", "--window", "3", "--compact"]
    place = ["--settings", str(tmp_path / "caller.ini"), "--core", "http://127.0.0.1:9"]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen([*command, *place], env=environment, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        line = process.stderr.readline()
        assert "caller of window 3" in line
        process.send_signal(signal.SIGTERM)
        assert process.wait(ENDS_WITHIN_S) == 0
        assert "Traceback" not in process.stderr.read()


def test_a_printer_at_no_address_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["caller", "--printer", "carrier-pigeon://roof"]) == 2
    assert "carrier-pigeon" in capsys.readouterr().err


@pytest.mark.parametrize("window", ["x", "0", "-3"])
def test_a_window_that_is_no_number_is_wrong_use(window: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["caller", "--window", window])
    assert ended.value.code == 2
    assert "--window" in capsys.readouterr().err
