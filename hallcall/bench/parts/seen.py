"""What a kiosk holds when its visitors have seen all of it, in a hall as large as the largest."""

from __future__ import annotations

import json
import time
from statistics import median

from core.app.hallfile import export
from core.domain.people import Role
from hallcall.bench import child, processes
from hallcall.bench.bench import Bench, Found
from hallcall.bench.core_process import running_core
from hallcall.bench.parts.search import large_hall
from hallcall.bench.row import Goal, Row, measured
from hallcall.demo.hurried import hurried
from hardware.printer.simulator import SimulatedPrinter

GOAL = Goal(most=120)
CHANGE_GOAL = Goal(most=100)


def seen(bench: Bench) -> Found:
    """Lead a visitor through every kind of page, in each language, in large type and with the voice."""
    name, what = "kiosk.seen.memory", "kiosk, all pages seen, the first again: memory (RSS)"
    if not processes.KNOWN:
        return Found([], steady=[Row(name, what, "MB", goal=GOAL, note="read from /proc: Linux only")])
    file = bench.place("large.toml")
    file.write_text(
        export(hurried(large_hall(bench.sizes.items)), note="All items of all halls."), encoding="utf-8"
    )
    with running_core(file, bench.place("seen")) as core, SimulatedPrinter() as printer:
        words = [core.url, core.token(Role.KIOSK), printer.url, str(bench.place("kiosk"))]
        with child.running(bench.place("tour.log"), "hallcall.bench.tour_start", *words) as kiosk:
            pages = kiosk.line().split()
            costs = json.loads(kiosk.line())
            time.sleep(bench.sizes.rest_s)
            held, most_mb = processes.memory(kiosk.pid), processes.most_mb(kiosk.pid)
    note = f"{len(pages)} kinds of pages; {held.files_mb:.0f} MB of it are pages of files, that others share"
    return Found(
        [],
        steady=[
            measured(name, what, "MB", held.resident_mb, goal=GOAL, note=note),
            measured("kiosk.seen.share", "the same: its share of it (PSS)", "MB", held.share_mb),
            measured("kiosk.seen.own", "the same: what only it holds, no file", "MB", held.own_mb),
            # The goal is for a screen at rest: a start holds for half a second what it gives back then.
            measured("kiosk.seen.most", "the same: the most it ever held (RSS)", "MB", most_mb),
            *_changes(costs),
        ],
    )


def _changes(costs: dict[str, list[float]]) -> list[Row]:
    """Return the rows of what a change of page costs, beside the kind of page that costs least."""
    kinds = {page: median(each) for page, each in costs.items()}
    least, most = min(kinds, key=kinds.__getitem__), max(kinds, key=kinds.__getitem__)
    what = "kiosk, touch until the next page is painted: processor time"
    return [
        measured("kiosk.seen.change", what, "ms", median(kinds.values()), baseline=kinds[least]),
        measured(
            "kiosk.seen.change.most",
            "the same: the dearest kind of page",
            "ms",
            kinds[most],
            baseline=kinds[least],
            goal=CHANGE_GOAL,
            note=f"{most}; the cheapest is {least}",
        ),
    ]
