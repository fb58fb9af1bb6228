"""How many tickets a second 16 kiosks get."""

from __future__ import annotations

from statistics import median

from core.domain.people import Role
from hallcall.bench.bench import Bench, Found
from hallcall.bench.core_process import running_core
from hallcall.bench.figures import interleave, percentile
from hallcall.bench.halls import visitors
from hallcall.bench.row import Goal, measured

CLIENTS = 16
GOAL = Goal(ratio_least=0.5)


def tickets(bench: Bench) -> Found:
    """Measure tickets/s through HTTP against raw commits/s of the same disk."""
    hall, file = bench.real_hall
    count = bench.sizes.tickets
    with running_core(file, bench.place("tickets")) as core:
        token, bodies = core.token(Role.KIOSK), visitors(hall, count)
        bench.take(core.url, token, bodies)
        rounds = interleave(
            bench.sizes.rounds,
            lambda: bench.disk.commits().a_second,
            lambda: bench.take(core.url, token, bodies),
        )
    value, ratio = rounds.of(lambda took: count / took["s"])
    p50, p99 = (median(percentile(took["ms"], share) for took in rounds.values) for share in (0.5, 0.99))
    row = measured(
        "tickets.16-clients",
        f"tickets through HTTP, {CLIENTS} clients, durable",
        "/s",
        value,
        baseline=rounds.baseline,
        ratio=ratio,
        goal=GOAL,
        note=f"each: p50 {p50:.1f}, p99 {p99:.1f} ms",
    )
    return Found([row], rounds.spread)
