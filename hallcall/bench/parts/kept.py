"""How soon a kiosk and a display that were killed are back, and what their keeper costs."""

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
    """Kill a kept kiosk, and a kept display; it is back when it shows the hall.

    Each time it has a keeper of its own: one whose program dies again soon waits before each start.
    """
    if not processes.KNOWN:
        return Found([_absent(name) for name in ("kiosk", "display")])
    _, file = bench.real_hall
    with running_core(file, bench.place("kept")) as core, SimulatedPrinter() as printer:
        kiosk = ["kiosk", "--core", core.url, "--token", core.token(Role.KIOSK), "--printer", printer.url]
        display = ["--verbose", "display", "--core", core.url, "--token", core.token(Role.SCREEN)]
        found = [_kept(bench, "kiosk", kiosk), _kept(bench, "display", display)]
    memory = max(megabytes for _, megabytes in found)
    small = measured("kiosk.keeper.memory", "keeper's memory (RSS)", "MB", memory, goal=GOAL_KEEPER)
    return Found([row for row, _ in found], steady=[small])


def _kept(bench: Bench, name: str, words: list[str]) -> tuple[Row, float]:
    """Return how soon a program is back, and its keeper's memory, MB."""
    took, memory = [], 0.0
    for start in range(bench.sizes.starts):
        log = bench.folder / f"kept-{name}-{start}.log"
        with child.running(log, "hallcall", *words, "--keep") as keeper:
            _await(log, 1)
            took.append(_back_after_kill(keeper.pid, log, 2))
            memory = max(memory, processes.resident_mb(keeper.pid))
    note = f"longest {max(took):.2f} s, from kill -9 until the hall is on the screen"
    what = f"{name} is back after kill -9"
    return measured(f"{name}.back_after_kill", what, "s", median(took), goal=GOAL_BACK, note=note), memory


def _absent(name: str) -> Row:
    return Row(f"{name}.back_after_kill", f"{name} is back", "s", goal=GOAL_BACK, note="Linux only")


def _back_after_kill(keeper: int, log: Path, times: int) -> float:
    (program,) = processes.children(keeper)
    began = time.monotonic()
    os.kill(program, signal.SIGKILL)
    _await(log, times)
    return time.monotonic() - began


def _await(log: Path, times: int) -> None:
    """Wait until the program has said so often that it shows the hall.

    Raises:
        RuntimeError: It takes too long.
    """
    give_up = time.monotonic() + WITHIN_S
    while any(log.read_text("utf-8", "replace").count(words) < times for words in _SHOWN):
        if time.monotonic() > give_up:
            raise RuntimeError("the program does not come back")
        time.sleep(0.005)
