"""Staff start the program again from its own screen: the real program ends so that its keeper starts it."""

from __future__ import annotations

import json
import select
import subprocess
from pathlib import Path

from core.domain.people import Role
from hallcall.keeper import _FOR_GOOD
from hardware.printer.simulator import SimulatedPrinter
from kiosk.app import RESTART_CODE
from tests.kiosk.trouble.staffed import PIN, staffed
from tests.support.running_core import core_in_thread
from tests.support.warm import KIOSK, WarmProcess

WITHIN_S = 60.0


class Staff:
    """Somebody who touches the running program."""

    def __init__(self, *words: str) -> None:
        program = "tests.support.kiosk_program"
        self.program = WarmProcess(
            KIOSK, program, "-", *words, stderr=subprocess.DEVNULL, QT_QPA_PLATFORM="offscreen"
        )

    def tap(self, name: str) -> bool:
        """Touch something once it shows; return whether the program still ran."""
        try:
            self.program.stdin.write(f"{json.dumps(['tap', name])}\n".encode())
        except BrokenPipeError:
            return False
        assert select.select([self.program.stdout], [], [], WITHIN_S)[0], f"{name} never showed"
        return bool(self.program.stdout.readline())

    def close(self) -> None:
        """End the program if it runs."""
        self.program.kill()
        self.program.wait(WITHIN_S)
        self.program.stdin.close()
        self.program.stdout.close()


def test_the_program_ends_with_the_code_after_which_it_is_started_again(
    tmp_path: Path, printer: SimulatedPrinter
) -> None:
    with core_in_thread(staffed(), tmp_path / "core") as core:
        place = ["--core", core.url, "--token", core.token(Role.KIOSK, subject="kiosk-1")]
        own = ["--printer", printer.url, "--name", "kiosk-1", "--data", str(tmp_path / "kiosk")]
        staff = Staff("kiosk", *place, *own)
        try:
            digits = [f"type:{digit}" for digit in PIN]
            for name in (*["clockTouch"] * 5, *digits, "staff:enter", "staff:program"):
                assert staff.tap(name)
            # A touch right after the page opened is meant for the page before.
            while staff.program.poll() is None and staff.tap("staff:restart"):
                pass
            assert staff.program.wait(WITHIN_S) == RESTART_CODE
        finally:
            staff.close()
    assert RESTART_CODE not in _FOR_GOOD
