"""A call while 300 screens listen: when the clerk has the answer, and when the last screen has the call."""

from __future__ import annotations

from typing import Any

from core.domain.people import Role
from hallcall.bench.bench import Bench, Found
from hallcall.bench.core_process import RunningCore, running_core
from hallcall.bench.figures import Rounds, interleave, percentile
from hallcall.bench.halls import counters
from hallcall.bench.row import Goal, Row, measured

COUNTERS = 20
GOAL_ANSWER = Goal(ratio_most=20, most=50)
GOAL_HEARD = Goal(most=50)


def feeds(bench: Bench) -> Found:
    """Measure call-next and its spreading, one call after the other."""
    hall, file = bench.real_hall
    places = counters(hall, COUNTERS)
    with running_core(file, bench.place("feeds")) as core:
        clerks = core.open_windows(bench.load, [window for _, window in places])
        screens = core.token(Role.SCREEN)
        bench.load.do("listen", core=core.url, token=screens, feeds=bench.sizes.feeds)
        queues = [queue for queue, _ in places]
        _round(bench, core, clerks, queues)
        rounds = interleave(
            bench.sizes.rounds,
            lambda: bench.disk.commits().each_ms,
            lambda: _round(bench, core, clerks, queues),
        )
        bench.load.do("listen", core=core.url, token=screens, feeds=0)
    return Found(_rows(rounds, bench.sizes.feeds), rounds.spread)


def _round(bench: Bench, core: RunningCore, clerks: list[dict[str, Any]], queues: list[str]) -> Any:
    """Have people come, then call as many."""
    # Half as many again: a window also calls for its neighbours.
    count = bench.sizes.calls * 3 // 2
    bodies = [{"queue": queues[at % len(queues)]} for at in range(count)]
    bench.take(core.url, core.token(Role.KIOSK), bodies)
    return bench.load.do("call", core=core.url, clerks=clerks, count=bench.sizes.calls)


def _rows(rounds: Rounds[Any], feeds: int) -> list[Row]:
    p50_answer, _ = rounds.of(lambda took: percentile(took["answer_ms"], 0.5))
    p99_answer, ratio = rounds.of(lambda took: percentile(took["answer_ms"], 0.99))
    p50_heard, _ = rounds.of(lambda took: percentile(took["everybody_ms"], 0.5))
    p99_heard, heard_ratio = rounds.of(lambda took: percentile(took["everybody_ms"], 0.99))
    return [
        measured(
            "call-next.300-feeds",
            f"call-next p99 through HTTP, {feeds} feeds open",
            "ms",
            p99_answer,
            baseline=rounds.baseline,
            ratio=ratio,
            goal=GOAL_ANSWER,
            note=f"p50 {p50_answer:.1f} ms",
        ),
        measured(
            "heard.300-feeds",
            f"call -> every one of {feeds} feeds has it, p99",
            "ms",
            p99_heard,
            baseline=rounds.baseline,
            ratio=heard_ratio,
            goal=GOAL_HEARD,
            note=f"p50 {p50_heard:.1f} ms",
        ),
    ]
