"""How soon a kiosk that was killed is back, and what its keeper costs."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from statistics import median

from core.domain.people import Role
from hallcall.bench import child, processes
from hallcall.bench.bench import Bench, Found
from hallcall.bench.core_process import running_core
from hallcall.bench.row import Goal, Row, measured
from hardware.printer.simulator import SimulatedPrinter

GOAL_BACK = Goal(most=3)
GOAL_KEEPER = Goal(most=15)
WITHIN_S = 60.0
_SHOWN = ("the first picture is on the screen", "following the hall")


def kept(bench: Bench) -> Found:
    """Kill a kept kiosk; it is back when it shows the hall.

    Each time it has a keeper of its own: one whose program dies again soon waits before each start.
    """
    if not processes.KNOWN:
        return Found([Row("kiosk.back_after_kill", "kiosk is back", "s", goal=GOAL_BACK, note="Linux only")])
    _, file = bench.real_hall
    with running_core(file, bench.place("kept")) as core, SimulatedPrinter() as printer:
        words = ["kiosk", "--core", core.url, "--token", core.token(Role.KIOSK), "--printer", printer.url]
        took, memory = [], 0.0
        for start in range(bench.sizes.starts):
            log = bench.folder / f"kept-{start}.log"
            with child.running(log, "hallcall", *words, "--keep") as keeper:
                _await(log, 1)
                took.append(_back_after_kill(keeper.pid, log, 2))
                memory = max(memory, processes.resident_mb(keeper.pid))
    note = f"longest {max(took):.2f} s, from kill -9 until the hall is on the screen"
    back = measured(
        "kiosk.back_after_kill", "kiosk is back after kill -9", "s", median(took), goal=GOAL_BACK, note=note
    )
    small = measured("kiosk.keeper.memory", "keeper's memory (RSS)", "MB", memory, goal=GOAL_KEEPER)
    return Found([back], steady=[small])


def _back_after_kill(keeper: int, log: Path, times: int) -> float:
    (kiosk,) = processes.children(keeper)
    began = time.monotonic()
    os.kill(kiosk, signal.SIGKILL)
    _await(log, times)
    return time.monotonic() - began


def _await(log: Path, times: int) -> None:
    """Wait until the kiosk has said so often that it shows the hall.

    Raises:
        RuntimeError: It takes too long.
    """
    give_up = time.monotonic() + WITHIN_S
    while any(log.read_text("utf-8", "replace").count(words) < times for words in _SHOWN):
        if time.monotonic() > give_up:
            raise RuntimeError("the kiosk does not come back")
        time.sleep(0.005)
