"""The kiosk's search while somebody types, in a hall as large as the largest."""

from __future__ import annotations

import gc
import random
import time
import tracemalloc
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from core.app.hallfile import load
from core.domain.hall import Hall, Item
from hallcall.bench.bench import Bench, Found
from hallcall.bench.figures import interleave, percentile
from hallcall.bench.row import Goal, Row, measured
from hallcall.halls import resolve
from kiosk.search.index import Index, in_slices
from kiosk.search.sounds import as_digits

HALLS = ("pingliang", "lhasa", "dazi", "longnan", "yuzhong")
TYPED = 12
GOAL = Goal(most=50)
GOAL_SLICE = Goal(most=50)
GOAL_MADE = Goal(most=1000)
GOAL_MEMORY = Goal(most=5)


def search(bench: Bench) -> Found:
    """Measure the index beside a walk through all names, and what it costs to make."""
    hall = large_hall(bench.sizes.items)
    index = Index(hall)
    words, keys = (
        typed(hall.items),
        [as_digits(each.initials[:length]) for each in _some(hall.items) for length in range(1, 7)],
    )
    rows, spreads = [], []
    for name, what, asked, queries in (
        ("search", f"a letter typed -> results, {len(hall.items):,} items, p99", index.search, words),
        ("search.keys", "the same by the digits of a pad, p99", index.search_digits, keys),
    ):
        rounds = interleave(bench.sizes.rounds, lambda: _p99(_walk(hall), words), _measure(asked, queries))
        value, ratio = rounds.of(float)
        note = f"{len(queries):,} queries a round, longest p99 {max(rounds.values):.1f} ms"
        rows.append(
            measured(name, what, "ms", value, baseline=rounds.baseline, ratio=ratio, goal=GOAL, note=note)
        )
        spreads.append(rounds.spread)
    return Found([*rows, *_making(hall)], max(spreads))


def large_hall(count: int) -> Hall:
    """Return Pingliang's hall with the items of all others, so many in all; what lacks is there twice."""
    first, *others = [load(resolve(name)) for name in HALLS]
    items = list(first.items)
    queues = [each.id for each in first.queues]
    for at, item in enumerate(each for hall in (*others, first) for each in hall.items):
        queue, department = queues[at % len(queues)], first.items[at % len(first.items)].department
        items.append(replace(item, id=f"{item.id}_{at}", queue=queue, department=department))
    return replace(first, items=tuple(items[:count]))


def typed(items: Sequence[Item]) -> list[str]:
    """Return what the search is asked while some items are typed in every way, letter by letter."""
    ways = (way for item in _some(items) for way in (item.initials, item.pinyin, *item.name.values()))
    return [way[:letters] for way in ways for letters in range(1, min(len(way), 16) + 1)]


def _some(items: Sequence[Item]) -> list[Item]:
    return random.Random(1).sample(items, min(TYPED, len(items)))  # noqa: S311 - the same in every run


def _measure(ask: Callable[[str], object], queries: Iterable[str]) -> Callable[[], float]:
    return lambda: _p99(ask, queries)


def _p99(ask: Callable[[str], object], queries: Iterable[str]) -> float:
    """Return the hundredth slowest answer, in ms."""
    took = []
    for query in queries:
        began = time.perf_counter()
        ask(query)
        took.append((time.perf_counter() - began) * 1000)
    return percentile(took, 0.99)


def _walk(hall: Hall) -> Callable[[str], object]:
    def ask(query: str) -> list[Item]:
        return [
            item
            for item in hall.items
            if query in item.pinyin
            or query in item.initials
            or any(query in each for each in item.name.values())
        ]

    return ask


def _making(hall: Hall) -> list[Row]:
    gc.collect()
    slices, last = [], time.perf_counter()
    for _ in in_slices(hall):
        slices.append((time.perf_counter() - last) * 1000)
        last = time.perf_counter()
    tracemalloc.start()
    index = Index(hall)
    for query in ("s", "sb", "shebao", "社", "card"):
        index.search(query)
        index.search_digits(as_digits(query))
    held = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    made = measured("search.made", "the index is made, in all", "ms", sum(slices), goal=GOAL_MADE)
    longest = measured("search.slice", "longest slice of it", "ms", max(slices), goal=GOAL_SLICE)
    return [made, longest, measured("search.memory", "the index holds", "MB", held, goal=GOAL_MEMORY)]
