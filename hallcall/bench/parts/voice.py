"""From the clerk's key to the first sample of sound, in all the languages of Lhasa's hall."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from core.domain.hall import Hall
from core.domain.people import Role
from hallcall.bench import child
from hallcall.bench.bench import Bench, Found
from hallcall.bench.core_process import running_core
from hallcall.bench.figures import percentile
from hallcall.bench.halls import counters, real_hall
from hallcall.bench.row import Goal, Row, measured
from hardware.errors import DeviceError
from hardware.voice.clips import clip_list
from hardware.voice.standin import NoStandIn, make_standin

HALL = "lhasa"
"""Two languages, one of them recorded; here it is the synthetic stand-in's clips."""
GOAL = Goal(most=200)
_WHAT = "call -> first sample of sound"
_FIRST = "a call of a burst, never said before -> its first sample"
_KEPT = "a call of a burst, said before -> its first sample"


def voice(bench: Bench) -> Found:
    """Measure the real announcer, whose baseline is the core's own answer to the same calls, and a burst."""
    hall, file = real_hall(bench.folder, HALL)
    packs = _packs(bench.place("voices"), hall)
    return Found([_announced(bench, hall, file, packs), *_burst(bench, file, packs)])


def _packs(folder: Path, hall: Hall) -> Path:
    """Make the stand-in; without eSpeak there is none, and the rows say what was heard."""
    try:
        parts = clip_list("bo", hall.voice, hall)
        list(make_standin(folder / "bo", "bo", parts, datetime.now(UTC)))
    except (DeviceError, NoStandIn, OSError):
        pass
    return folder


def _announced(bench: Bench, hall: Hall, file: Path, packs: Path) -> Row:
    (queue, window), *_ = counters(hall, 1)
    calls = bench.sizes.spoken + 1
    with running_core(file, bench.place("voice")) as core:
        bench.take(core.url, core.token(Role.KIOSK), [{"queue": queue}] * calls, clients=1)
        (clerk,) = core.open_windows(bench.load, [window])
        screen = core.token(Role.SCREEN)
        words = ("hallcall.bench.voice", core.url, screen, str(bench.place("sounds")), str(packs))
        with child.running(bench.place("announcer.log"), *words) as announcer:
            languages = announcer.line()
            if not languages:
                return Row("voice", _WHAT, "ms", goal=GOAL, note="no voice is installed here")
            heard, answered = [], []
            for _ in range(calls):
                path = f"/api/windows/{window}/call-next"
                called = bench.load.do("ask", core=core.url, method="POST", path=path, token=clerk["token"])
                heard.append((float(announcer.line()) - called["at"]) * 1000)
                answered.append(called["ms"])
                announcer.line()
    # The first call finds the voice cold.
    first, *later = heard
    return measured(
        "voice",
        _WHAT,
        "ms",
        max(later),
        baseline=percentile(answered[1:], 0.5),
        goal=GOAL,
        note=f"the longest of {len(later)}; {_spread(later)}, the first of all {first:.0f} ms; {languages}",
    )


def _burst(bench: Bench, file: Path, packs: Path) -> list[Row]:
    out = bench.place("burst")
    words = ("hallcall.bench.burst", str(file), str(packs), str(out), str(bench.sizes.burst))
    with child.running(bench.place("burst.log"), *words) as speaker:
        languages = speaker.line()
        made = [[float(ms) for ms in speaker.line().split()] for _ in range(2)]
    names = (("voice.first", _FIRST), ("voice.kept", _KEPT))
    return [
        measured(
            name,
            what,
            "ms",
            max(took),
            goal=GOAL,
            note=f"the longest of {len(took)}; {_spread(took)}; {languages}",
        )
        for (name, what), took in zip(names, made, strict=True)
    ]


def _spread(samples: Sequence[float]) -> str:
    return f"p50 {percentile(samples, 0.5):.1f} ms, p99 {percentile(samples, 0.99):.1f} ms"
