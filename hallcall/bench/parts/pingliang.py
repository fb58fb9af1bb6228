"""A whole day at Pingliang (docs/simulate.md): nothing lost, nothing late, little memory."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from hallcall.bench.bench import Bench, Found
from hallcall.bench.row import Goal, Row, measured

GOAL_FAULTS = Goal(most=0)
GOAL_LATE = Goal(most=100)
GOAL_MEMORY = Goal(most=200)


def pingliang(bench: Bench) -> Found:
    """Have a day simulated by ``hallcall simulate``: a core and its visitors, two processes."""
    sizes = bench.sizes
    file = bench.folder / "day.json"
    options = ["--hall", sizes.hall, "--visitors", str(sizes.simulated), "--report", str(file)]
    if sizes.simulated_speed is not None:
        options += ["--speed", str(sizes.simulated_speed)]
    before_ms = bench.disk.commits().each_ms
    log = bench.folder / "simulate.log"
    with log.open("wb") as said:
        ended = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "hallcall", "simulate", *options],
            stdout=subprocess.DEVNULL,
            stderr=said,
            check=False,
        )
    # It exits with 1 where something was lost or late, too: the report is what counts.
    if not file.exists():
        raise RuntimeError(
            f"hallcall simulate ended with exit code {ended.returncode}: {log.read_text('utf-8')[-500:]}"
        )
    after_ms = bench.disk.commits().each_ms
    day = json.loads(file.read_text("utf-8"))
    return Found(_rows(day, (before_ms + after_ms) / 2), steady=[_memory(day)])


def _rows(day: dict[str, Any], commit_ms: float) -> list[Row]:
    heard = day["call_to_screen_ms"]
    faults = "; ".join(f"{count} {kind}" for kind, count in day["faults"].items())
    of = f"{day['hall']}, {day['tickets']:,} tickets, {day['connections']} connections"
    return [
        measured(
            "pingliang.faults",
            f"a simulated day ({of}): lost, late, failed",
            "faults",
            sum(day["faults"].values()),
            goal=GOAL_FAULTS,
            note=faults or f"{day['took_s']:.0f} s, {day['speed']:.0f} times as fast as a day",
        ),
        measured(
            "pingliang.heard",
            "that day: call -> each screen that shows it, p99",
            "ms",
            heard["p99"],
            baseline=commit_ms,
            goal=GOAL_LATE,
            note=f"p50 {heard['p50']:.1f} ms; the load itself was up to {day['late_ms']:.0f} ms late",
        ),
    ]


def _memory(day: dict[str, Any]) -> Row:
    return measured(
        "pingliang.memory",
        "that day: most memory of the core",
        "MB",
        day["core"]["peak_mb"],
        goal=GOAL_MEMORY,
        note=f"{day['core']['share']:.0%} of one processor",
    )
