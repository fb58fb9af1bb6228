"""What the core and the screens cost while nothing happens, and a console while the hall goes on."""

from __future__ import annotations

import time
from contextlib import ExitStack

from core.domain.hall import Hall
from core.domain.people import Role
from hallcall.bench import processes
from hallcall.bench.bench import Bench, Found
from hallcall.bench.core_process import RunningCore, running_core
from hallcall.bench.halls import counters, visitors
from hallcall.bench.load.driver import LoadProcess
from hallcall.bench.row import Goal, Row, measured
from hallcall.bench.screens import NAMES, running_screen
from hallcall.commands.clerk import put_clerk
from hardware.printer.simulator import SimulatedPrinter

GOAL_CPU = Goal(most=1)
GOAL_MEMORY = Goal(most=120)
CLERK, PIN = "0001", "2468"
SETTLED = 0.05
"""Share of a processor below which a program has done with its start."""
SETTLE_WITHIN_S = 20.0
_LOOK_S = 1.0
PASSING_A_S = 5
"""So many events a second pass a console by: 300 a minute, a large hall's busiest."""
PASSING = "caller, the hall goes on: share of one core"


def idle(bench: Bench) -> Found:
    """Measure processor and memory of a core and three screens that follow it, nobody there."""
    if not processes.KNOWN:
        return Found([_absent(name, part) for part in ("core", *NAMES) for name in ("cpu", "memory")])
    hall, file = bench.real_hall
    window = counters(hall, 1)[0][1]
    with ExitStack() as stack:
        core = stack.enter_context(running_core(file, bench.place("idle")))
        put_clerk(core.data, CLERK, {"name": CLERK, "role": "clerk", "pin": PIN})
        printer = stack.enter_context(SimulatedPrinter())
        pids = {"core": core.pid}
        for name in NAMES:
            clerk = f"{CLERK}/{PIN}/{window}" if name == "caller" else None
            screen = running_screen(name, core, printer.url, bench.folder, clerk)
            pids[name] = stack.enter_context(screen).pid
        _settle(list(pids.values()))
        before = {name: processes.cpu_seconds(pid) for name, pid in pids.items()}
        began = time.monotonic()
        time.sleep(bench.sizes.idle_s)
        took = time.monotonic() - began
        shares = {name: (processes.cpu_seconds(pid) - before[name]) / took for name, pid in pids.items()}
        memory = {name: processes.resident_mb(pid) for name, pid in pids.items()}
        passing = _passing(bench, core, hall, pids["caller"])
    cpu = [_cpu(name, share, took) for name, share in shares.items()]
    steady = [_memory(name, megabytes) for name, megabytes in memory.items()]
    return Found([*cpu, passing[0]], steady=[*steady, passing[1]])


def _passing(bench: Bench, core: RunningCore, hall: Hall, caller: int) -> tuple[Row, Row]:
    """Measure the console while visitors come to its own queues and others', five events a second."""
    bodies = visitors(hall, int(bench.sizes.idle_s * PASSING_A_S))
    token = core.token(Role.KIOSK)
    with LoadProcess() as load:
        before, began = processes.cpu_seconds(caller), time.monotonic()
        for at, body in enumerate(bodies):
            load.do("ask", core=core.url, method="POST", path="/api/tickets", token=token, body=body)
            time.sleep(max(0.0, began + (at + 1) / PASSING_A_S - time.monotonic()))
        took = time.monotonic() - began
        share = (processes.cpu_seconds(caller) - before) / took
    rate = f"{len(bodies) / took * 60:.0f} events a minute, over {took:.0f} s"
    cpu = measured("passing.caller.cpu", PASSING, "%", share * 100, goal=GOAL_CPU, note=rate)
    memory = processes.resident_mb(caller)
    what = "caller, the hall goes on: memory (RSS)"
    return cpu, measured("passing.caller.memory", what, "MB", memory, goal=GOAL_MEMORY)


def _settle(pids: list[int]) -> None:
    """Wait until the programs have done with their start, or long enough."""
    deadline = time.monotonic() + SETTLE_WITHIN_S
    busy = True
    while busy and time.monotonic() < deadline:
        before = [processes.cpu_seconds(pid) for pid in pids]
        time.sleep(_LOOK_S)
        after = [processes.cpu_seconds(pid) for pid in pids]
        busy = any(late - soon > SETTLED * _LOOK_S for soon, late in zip(before, after, strict=True))


def _cpu(name: str, share: float, took_s: float) -> Row:
    return measured(
        f"idle.{name}.cpu",
        f"{name}, idle: share of one core",
        "%",
        share * 100,
        goal=GOAL_CPU,
        note=f"over {took_s:.0f} s" if name == "core" else "",
    )


def _memory(name: str, megabytes: float) -> Row:
    return measured(f"idle.{name}.memory", f"{name}, idle: memory (RSS)", "MB", megabytes, goal=GOAL_MEMORY)


def _absent(kind: str, name: str) -> Row:
    unit, goal = ("%", GOAL_CPU) if kind == "cpu" else ("MB", GOAL_MEMORY)
    return Row(
        f"idle.{name}.{kind}", f"{name}, idle: {kind}", unit, goal=goal, note="read from /proc: Linux only"
    )
