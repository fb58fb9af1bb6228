"""From the clerk's key to the first sample of sound."""

from __future__ import annotations

from core.domain.people import Role
from hallcall.bench import child
from hallcall.bench.bench import Bench, Found
from hallcall.bench.core_process import running_core
from hallcall.bench.figures import percentile
from hallcall.bench.halls import counters
from hallcall.bench.row import Goal, Row, measured

GOAL = Goal(most=200)
_WHAT = "call -> first sample of sound"


def voice(bench: Bench) -> Found:
    """Measure the real announcer; the baseline is the core's own answer to the same calls."""
    hall, file = bench.real_hall
    (queue, window), *_ = counters(hall, 1)
    calls = bench.sizes.spoken + 1
    sounds = bench.place("sounds")
    with running_core(file, bench.place("voice")) as core:
        bench.take(core.url, core.token(Role.KIOSK), [{"queue": queue}] * calls, clients=1)
        (clerk,) = core.open_windows(bench.load, [window])
        screen = core.token(Role.SCREEN)
        words = ("hallcall.bench.voice", core.url, screen, str(sounds))
        with child.running(bench.place("announcer.log"), *words) as announcer:
            languages = announcer.line()
            if not languages:
                return Found([Row("voice", _WHAT, "ms", goal=GOAL, note="no voice is installed here")])
            heard, answered = [], []
            for _ in range(calls):
                path = f"/api/windows/{window}/call-next"
                called = bench.load.do("ask", core=core.url, method="POST", path=path, token=clerk["token"])
                heard.append((float(announcer.line()) - called["at"]) * 1000)
                answered.append(called["ms"])
                announcer.line()
    # The first call finds the voice cold.
    first, *later = heard
    p50, longest = percentile(later, 0.5), max(later)
    row = measured(
        "voice",
        _WHAT,
        "ms",
        longest,
        baseline=percentile(answered[1:], 0.5),
        goal=GOAL,
        note=f"the longest of {len(later)}; p50 {p50:.0f} ms, the first of all {first:.0f} ms; {languages}",
    )
    return Found([row])
