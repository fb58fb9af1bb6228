"""From the clerk's key to the frame with the call on a board, on a usual and on a very large screen."""

from __future__ import annotations

from core.domain.people import Role
from hallcall.bench import child
from hallcall.bench.bench import Bench, Found
from hallcall.bench.core_process import RunningCore, running_core
from hallcall.bench.figures import percentile
from hallcall.bench.halls import counters
from hallcall.bench.row import Goal, Row, measured

GOAL = Goal(most=100)
"""Source: the design's numbers, call -> screen."""
SIZES = {"1080p": (1920, 1080), "4k": (3840, 2160)}
COUNTERS = 12


def painted(bench: Bench) -> Found:
    """Measure the whole hall's board, whose baseline is the core's own answer to the same calls."""
    hall, file = bench.real_hall
    places = counters(hall, COUNTERS)
    with running_core(file, bench.place("painted")) as core:
        calls = (bench.sizes.painted + 1) * len(SIZES)
        bodies = [{"queue": places[at % len(places)][0]} for at in range(calls + len(places))]
        bench.take(core.url, core.token(Role.KIOSK), bodies)
        clerks = core.open_windows(bench.load, [window for _, window in places])
        rows = [_on(bench, core, clerks, name) for name in SIZES]
    return Found(rows)


def _on(bench: Bench, core: RunningCore, clerks: list[dict[str, str]], name: str) -> Row:
    wide, high = map(str, SIZES[name])
    words = ("hallcall.bench.painted", core.url, core.token(Role.SCREEN), wide, high)
    painted_ms, answered_ms = [], []
    with child.running(bench.place("painted.log"), *words) as board:
        board.line()
        for at in range(bench.sizes.painted + 1):
            clerk = clerks[at % len(clerks)]
            path = f"/api/windows/{clerk['window']}/call-next"
            called = bench.load.do("ask", core=core.url, method="POST", path=path, token=clerk["token"])
            painted_ms.append((float(board.line()) - called["at"]) * 1000)
            answered_ms.append(called["ms"])
            board.line()
    # The first call finds the digits unpainted.
    first, *later = painted_ms
    p50 = percentile(later, 0.5)
    return measured(
        f"painted.{name}",
        f"call -> the frame with it on a board of {wide} x {high}, p99",
        "ms",
        percentile(later, 0.99),
        baseline=percentile(answered_ms[1:], 0.5),
        goal=GOAL,
        note=f"of {len(later)}; p50 {p50:.1f} ms, the first of all {first:.0f} ms",
    )
