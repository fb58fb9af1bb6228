"""The whole of it: a core, a plan, a day, a report."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Coroutine
from contextlib import AbstractContextManager, ExitStack
from typing import TYPE_CHECKING, Any, TypeVar

from core.app.hallfile import load
from core.domain.hall import Hall
from core.domain.hall_json import hall_from_json
from hallcall.halls import resolve
from hallcall.simulate.access import Access, own_core, running_core
from hallcall.simulate.clock import DayClock
from hallcall.simulate.day import Day, kiosks_of
from hallcall.simulate.draw import CHECK_IN_EARLY_S, draw_plan, visitors_of
from hallcall.simulate.line import Line, NoAnswer
from hallcall.simulate.listening import NotOpened
from hallcall.simulate.options import Options, usual_speed
from hallcall.simulate.plan import Plan
from hallcall.simulate.progress import Progress, Tell
from hallcall.simulate.report import Report
from hallcall.simulated_day import sessions_of

if TYPE_CHECKING:
    from hallcall.simulate.devices.rig import Rig

EARLY_S = 60.0
"""So long before the hall opens the day begins, if nobody comes earlier."""

T = TypeVar("T")


class CoreRefused(Exception):
    """The running core does not describe its hall to us."""


def run(options: Options, tell: Tell = lambda _progress: None) -> Report:
    """Simulate a day and return what it showed.

    Args:
        tell: Told how far it is, some times a second.

    Raises:
        NoSuchHall, HallFileInvalid: There is no such hall.
        CoreDidNotStart: Our own core ended at once.
        CoreRefused: The running core cannot be reached or does not let us in.
        AgentDidNotStart: A device's agent ended at once.
    """
    with ExitStack() as stack:
        if options.core is not None:
            access = running_core(options.core, options.token, options.seed)
            hall = _on_loop(lambda: _ask_hall(access))
            plan, speed = _plan(hall, options, bookings=False)
        else:
            file = resolve(options.hall)
            hall = load(file)
            plan, speed = _plan(hall, options, bookings=True)
            core = own_core(hall, file, _stands_at(plan), speed, options.seed)
            access = stack.enter_context(core)
        rig = stack.enter_context(_devices(hall, access, options)) if options.devices else None
        clock = DayClock(_stands_at(plan), speed)
        return _on_loop(lambda: _live(hall, plan, access, clock, options.seed, tell, rig))


def _devices(hall: Hall, access: Access, options: Options) -> AbstractContextManager[Rig]:
    # Qt is loaded for the devices only.
    from hallcall.simulate.devices.rig import plugged_in

    return plugged_in(hall, access, kiosks_of(hall), options.seed)


async def _live(
    hall: Hall,
    plan: Plan,
    access: Access,
    clock: DayClock,
    seed: int,
    tell: Callable[[Progress], None],
    rig: Rig | None,
) -> Report:
    try:
        return await Day(hall, plan, access, clock, seed, rig).live(tell)
    except NotOpened as error:
        raise CoreRefused(f"a feed was not opened: {error}") from error


def _plan(hall: Hall, options: Options, *, bookings: bool) -> tuple[Plan, float]:
    visitors = round((options.visitors or visitors_of(hall)) * options.times)
    plan = draw_plan(hall, visitors, options.seed, bookings=bookings)
    open_s = sum(closes - opens for opens, closes in sessions_of(hall))
    return plan, options.speed or usual_speed(visitors, open_s)


def _stands_at(plan: Plan) -> float:
    return plan.opens_s - (CHECK_IN_EARLY_S if plan.bookings else EARLY_S)


async def _ask_hall(access: Access) -> Hall:
    line = Line(access.url, access.token("admin", "simulate"), access.key)
    try:
        answer = await line.get("/api/hall")
    except NoAnswer as error:
        raise CoreRefused(str(error)) from error
    finally:
        line.close()
    if answer.status != 200:
        raise CoreRefused(f"{answer.status} {answer.key or json.dumps(answer.body)}")
    return hall_from_json(answer.body)


def _on_loop(work: Callable[[], Coroutine[Any, Any, T]]) -> T:
    with asyncio.Runner(loop_factory=_loop_factory()) as runner:
        return runner.run(work())


def _loop_factory() -> Callable[[], asyncio.AbstractEventLoop]:
    """Return the quickest loop there is: uvicorn brings uvloop along, except on Windows."""
    try:
        from uvloop import new_event_loop
    except ImportError:
        return asyncio.new_event_loop
    return new_event_loop
