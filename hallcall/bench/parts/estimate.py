"""What the printed waits are worth on a replayed day (docs/estimate.md)."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from hallcall.bench.bench import Bench, Found
from hallcall.bench.row import Goal, Row, measured
from hallcall.exits import WRONG_USE

HALL = "lhasa"
GOAL_INSIDE = Goal(least=85)
GOAL_ERROR = Goal(ratio_most=1)
_GROUPS = {"everybody": "everybody", "who_waited": "who waited a minute"}


def estimate(bench: Bench) -> Found:
    """Have a day replayed in a process of its own; the same seed gives the same day on any machine."""
    file = bench.folder / "replay.json"
    options = ["--hall", HALL, "--visitors", str(bench.sizes.replayed), "--json", str(file)]
    ended = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "hallcall", "replay", *options], stdout=subprocess.PIPE, check=False
    )
    if ended.returncode == WRONG_USE or not file.exists():
        raise RuntimeError(f"hallcall replay ended with exit code {ended.returncode}")
    figures = json.loads(file.read_text("utf-8"))
    groups = {group: figures[group] for group in _GROUPS if figures[group]}
    rows = [row for group, worth in groups.items() for row in _rows(group, worth)]
    return Found([], steady=rows)


def _rows(group: str, worth: dict[str, Any]) -> list[Row]:
    whom = f"{_GROUPS[group]}, {HALL}"
    return [
        measured(
            f"wait.{group}.inside",
            f"real wait inside the printed range or below ({whom})",
            "%",
            worth["inside"] * 100,
            goal=GOAL_INSIDE,
            note=f"{worth['people']} people",
        ),
        measured(
            f"wait.{group}.error",
            f"mean error beside people ahead x mean service ({whom})",
            "s",
            worth["error_s"],
            baseline=worth["naive_error_s"],
            goal=GOAL_ERROR,
        ),
    ]
