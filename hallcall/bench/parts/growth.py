"""What a hall's past and its crowd cost: the same take and call with more old tickets, with more waiting."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import Any

from core.domain.people import Role
from hallcall.bench.bench import Bench, Found
from hallcall.bench.core_process import RunningCore, running_core
from hallcall.bench.figures import interleave, percentile
from hallcall.bench.halls import WINDOWS, even_bodies, even_hall
from hallcall.bench.history import BYTES_A_TICKET, old_hall
from hallcall.bench.row import Goal, Row, measured

GOAL = Goal(ratio_most=1.2)
WAITING = 50
"""While old tickets are counted."""
SPARE_MB = 2_000


class Counter:
    """A core at which a ticket is taken and somebody called, in turn."""

    def __init__(self, bench: Bench, core: RunningCore, waiting: int) -> None:
        """Let so many wait there."""
        self._bench = bench
        self._core = core
        self._clerks = core.open_windows(bench.load, list(range(1, WINDOWS + 1)))
        self._token = core.token(Role.GUIDE)
        self._came = waiting
        bench.take(core.url, self._token, even_bodies(waiting))
        self.round()

    def round(self) -> Any:
        """Take and call for a while; as many wait as before."""
        count = self._bench.sizes.pairs
        bodies = even_bodies(count, self._came)
        self._came += count
        return self._bench.load.do(
            "pairs", core=self._core.url, token=self._token, clerks=self._clerks, bodies=bodies
        )


def history(bench: Bench) -> Found:
    """Measure with few and with many old tickets; the smallest history is the baseline."""
    sizes = [size for size in bench.sizes.old if _has_room(bench.cache, size)]
    with ExitStack() as stack:
        counters = []
        for size in sizes:
            bench.say(f"a hall with {size:,} old tickets")
            core = stack.enter_context(running_core(None, old_hall(bench.cache, size).path))
            counters.append(Counter(bench, core, WAITING))
        labels = [f"{size:,} old tickets" for size in sizes]
        names = [f"old-{size}" for size in sizes]
        found = _compare(bench, counters, names, labels, f"old-{bench.sizes.old[-1]}")
    missing = [
        _absent(size, f"{bench.cache} has no room for {size * BYTES_A_TICKET / 1e9:.1f} GB")
        for size in bench.sizes.old
        if size not in sizes
    ]
    return Found([*found.rows, *missing], found.spread)


def waiting(bench: Bench) -> Found:
    """Measure with few and with many waiting in 20 queues x 4 classes."""
    file = even_hall(bench.folder)
    sizes = bench.sizes.waiting
    with ExitStack() as stack:
        counters = []
        for size in sizes:
            core = stack.enter_context(running_core(file, bench.place(f"waiting-{size}")))
            counters.append(Counter(bench, core, size))
        labels = [f"{size:,} waiting in 20 queues x 4 classes" for size in sizes]
        names = [f"waiting-{size}" for size in sizes]
        return _compare(bench, counters, names, labels, names[-1])


def _compare(
    bench: Bench, counters: Sequence[Counter], names: Sequence[str], labels: Sequence[str], largest: str
) -> Found:
    """Measure each counter between two looks at the first one, round by round.

    Args:
        largest: The name whose calls have the goal.
    """
    rows: list[Row] = []
    spreads = []
    for counter, name, label in zip(counters, names, labels, strict=True):
        looks: list[Any] = []

        def first(looks: list[Any] = looks) -> float:
            looks.append(counters[0].round())
            return _median(looks[-1], "call_ms")

        rounds = interleave(bench.sizes.rounds, first, counter.round)
        spreads.append(rounds.spread)
        first_takes = [_median(look, "take_ms") for look in looks]
        take = median(_median(took, "take_ms") for took in rounds.values)
        call, ratio = rounds.of(lambda took: _median(took, "call_ms"))
        p99 = median(percentile(took["call_ms"], 0.99) for took in rounds.values)
        rows += [
            measured(f"take.{name}", f"take, {label}", "ms", take, baseline=median(first_takes)),
            measured(
                f"call-next.{name}",
                f"call-next, {label}",
                "ms",
                call,
                baseline=rounds.baseline,
                ratio=ratio,
                goal=GOAL if name == largest else None,
                note=f"p99 {p99:.1f} ms",
            ),
        ]
    return Found(rows, max(spreads))


def _median(took: Any, which: str) -> float:
    samples: list[float] = took[which]
    return percentile(samples, 0.5)


def _has_room(cache: Path, size: int) -> bool:
    there = any(cache.glob(f"old-{size}-*"))
    return there or shutil.disk_usage(cache).free > size * BYTES_A_TICKET + SPARE_MB * 1_000_000


def _absent(size: int, why: str) -> Row:
    return Row(f"call-next.old-{size}", f"call-next, {size:,} old tickets", "ms", goal=GOAL, note=why)
