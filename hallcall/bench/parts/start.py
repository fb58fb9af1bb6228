"""How soon a core answers and a screen shows something."""

from __future__ import annotations

import subprocess
import sys
import time

from hallcall.bench.bench import Bench, Found
from hallcall.bench.core_process import running_core
from hallcall.bench.figures import Rounds, interleave
from hallcall.bench.row import Goal, Row, measured
from hallcall.bench.screens import NAMES, running_screen
from hardware.printer.simulator import SimulatedPrinter

GOAL_CORE = Goal(most=1)
GOAL_SCREEN = Goal(most=1.5)


def start(bench: Bench) -> Found:
    """Measure starts against that of a Python that does nothing."""
    _, file = bench.real_hall
    place = bench.place("start")
    with running_core(file, place) as core:
        first_s = core.ready_s

    def core_start() -> float:
        with running_core(file, place) as core:
            began = time.monotonic()
            bench.load.do("ask", core=core.url, method="GET", path="/api/health", token="")
            return core.ready_s + time.monotonic() - began

    cores = interleave(bench.sizes.starts, _bare_start, core_start)
    rows = [
        _row("start.core", "core answers after its start", cores, GOAL_CORE),
        measured(
            "start.core-first",
            "core is ready, the very first time",
            "s",
            first_s,
            baseline=cores.baseline,
            note="it reads and checks the hall file and makes the database",
        ),
    ]
    spreads = [cores.spread]
    with running_core(file, place) as core, SimulatedPrinter() as printer:
        for name in NAMES:

            def frame(name: str = name) -> float:
                with running_screen(name, core, printer.url, bench.folder) as screen:
                    return screen.first_frame_s

            frame()
            found = interleave(bench.sizes.starts, _bare_start, frame)
            rows.append(_row(f"start.{name}", f"{name}'s first frame", found, GOAL_SCREEN))
            spreads.append(found.spread)
    return Found(rows, max(spreads))


def _row(name: str, what: str, rounds: Rounds[float], goal: Goal) -> Row:
    value, ratio = rounds.of(float)
    longest = max(rounds.values)
    return measured(
        name,
        what,
        "s",
        value,
        baseline=rounds.baseline,
        ratio=ratio,
        goal=goal,
        note=f"longest {longest:.2f} s",
    )


def _bare_start() -> float:
    """Start a Python that does nothing."""
    began = time.monotonic()
    subprocess.run([sys.executable, "-c", ""], check=True)
    return time.monotonic() - began
