"""From the finger on the kiosk's tile to the slip's last byte at the printer."""

from __future__ import annotations

import time

from core.domain.people import Role
from hallcall.bench import child
from hallcall.bench.bench import Bench, Found
from hallcall.bench.core_process import running_core
from hallcall.bench.figures import interleave, percentile
from hallcall.bench.row import Goal, measured
from hardware.printer.simulator import SimulatedPrinter

GOAL = Goal(most=150)
_SLIP_WITHIN_S = 15.0


def slip(bench: Bench) -> Found:
    """Measure real kiosk, real slip and a simulated network printer, beside the core's own answer."""
    _, file = bench.real_hall
    with SimulatedPrinter() as printer, running_core(file, bench.place("slip")) as core:
        token = core.token(Role.KIOSK)
        with child.running(
            bench.place("touch.log"), "hallcall.bench.touch", core.url, token, printer.url, str(file)
        ) as visitor:
            body = {"queue": visitor.line()}

            def tap() -> float:
                before = len(printer.printer.slips)
                visitor.go()
                printer.wait_for_slip(before + 1, _SLIP_WITHIN_S)
                printed_at = time.monotonic()
                return (printed_at - float(visitor.line())) * 1000

            def answer() -> float:
                took: float = bench.load.do(
                    "ask", core=core.url, method="POST", path="/api/tickets", token=token, body=body
                )["ms"]
                return took

            tap()
            rounds = interleave(bench.sizes.taps, answer, tap)
            size = len(printer.printer.slips[-1])
    p50 = percentile(rounds.values, 0.5)
    row = measured(
        "slip",
        "tap -> slip's last byte at the printer, more than the core's answer",
        "ms",
        p50 - rounds.baseline,
        baseline=rounds.baseline,
        goal=GOAL,
        note=f"in all p50 {p50:.0f}, longest {max(rounds.values):.0f} ms; a slip of {size:,} bytes",
    )
    # A single answer takes a few ms and varies by as many; it says nothing about the machine.
    return Found([row])
