"""A simulated day from the first connection to the report."""

from __future__ import annotations

import asyncio
import os
from collections import defaultdict
from collections.abc import Sequence
from time import perf_counter
from typing import TYPE_CHECKING

from core.domain.event import Event
from core.domain.floor import states_of
from core.domain.hall import Hall
from core.domain.ticket import LegState
from hallcall.simulate.access import Access
from hallcall.simulate.clock import DayClock
from hallcall.simulate.crowd import ROUND_S, Asking, Crowd
from hallcall.simulate.desk import Desk, Office
from hallcall.simulate.faults import Fault, Faults
from hallcall.simulate.ledger import Ledger
from hallcall.simulate.line import Line
from hallcall.simulate.plan import Plan
from hallcall.simulate.process import Used, used_by
from hallcall.simulate.progress import Progress, Tell
from hallcall.simulate.report import Report, spread
from hallcall.simulate.voice import says_s, speak, speak_as_one
from hallcall.simulate.wall import Wall

if TYPE_CHECKING:
    # A day without devices starts without Qt.
    from hallcall.simulate.devices.rig import Rig

LATE_S = 2.0
"""A call that comes later to a screen is late: the visitor has looked in vain."""
WATCH_EVERY_S = 0.25
EMPTY_FOR = 4
"""The hall is empty once it was at so many looks in a row: a visitor between two steps is in no queue."""
OVERTIME_S = 9 * 3600.0
STILL_S = 20.0
"""After closing, a hall in which nothing happens for so long by the wall's clock is left as it is."""
FAILED_MOST = 200
"""After so many failed answers the day is broken off: the core is gone."""


class Day:
    """One day; made when the event loop runs."""

    def __init__(
        self,
        hall: Hall,
        plan: Plan,
        access: Access,
        clock: DayClock,
        seed: int,
        rig: Rig | None = None,
    ) -> None:
        self._hall, self._plan, self._access, self._clock = hall, plan, access, clock
        self._faults = Faults()
        self._ledger = Ledger(self._faults, self._when)
        self._asking = Asking(self._faults)
        self._wall = Wall(hall, access.url, access.token("screen", "screens"), self._faults, self._happened)
        self._lines: list[Line] = []
        self._rig = rig
        if rig is not None:
            rig.look_at(lambda: self._wall.floor)
        kiosks = self._lines_of("kiosk", kiosks_of(hall))
        guides = self._lines_of("guide", max(2, len(hall.windows) // 10))
        phones = self._lines_of("screen", max(2, len(hall.windows) // 60))
        self._crowd = Crowd(
            plan, clock, self._asking, self._ledger, kiosks=kiosks, guides=guides, phones=phones, rig=rig
        )
        self._guides = guides
        self._over = asyncio.Event()
        self._desks = self._make_desks(seed)
        self._serving = self._desks_by_queue()
        self._late_s = 0.0

    async def live(self, tell: Tell) -> Report:
        """Open every connection, let the day go by and return what it showed."""
        await self._crowd.book()
        await self._wall.open()
        for line in self._lines:
            await line.open()
        connections = len(self._lines) + len(self._wall.screens)
        before, load_before = self._used(), used_by(os.getpid())
        self._clock.begin(self._access.began)
        began = perf_counter()
        await self._go_by(tell)
        took_s = perf_counter() - began
        after, load = self._used(), used_by(os.getpid())
        await self._wall.settle()
        await self._wall.check()
        if self._rig is not None:
            # Beside the day: how quick these answers are is none of its figures.
            await self._rig.check(lambda: self._wall.floor, self._guides[0], Asking(self._faults))
            self._faults.take(self._rig.faults)
        self._wall.close()
        for line in self._lines:
            line.close()
        self._ledger.end()
        tell(self._progress())
        return self._report(connections, took_s, _since(before, after), _since(load_before, load))

    async def _go_by(self, tell: Tell) -> None:
        # Not all guides look up at the same moment.
        apart_s = ROUND_S / len(self._guides)
        beside = [
            asyncio.create_task(self._crowd.go_round(guide, place * apart_s))
            for place, guide in enumerate(self._guides)
        ]
        if self._rig is not None:
            beside.append(asyncio.create_task(self._rig.signs.watch(lambda: self._wall.floor)))
        coming = asyncio.create_task(self._crowd.come())
        working = [asyncio.create_task(desk.work()) for desk in self._desks]
        all_of_it = asyncio.gather(coming, *working)
        try:
            await self._watch(all_of_it, tell)
        finally:
            all_of_it.cancel()
            for task in beside:
                task.cancel()
            await asyncio.gather(*beside, all_of_it, return_exceptions=True)
            await self._crowd.go_home()

    async def _watch(self, day: asyncio.Future[list[None]], tell: Tell) -> None:
        """Look after the day until everybody has left; who waits too long for that is left over."""
        empty, seq, moved_at = 0, 0, perf_counter()
        while not day.done():
            slept = perf_counter()
            await asyncio.wait([day], timeout=WATCH_EVERY_S)
            self._late_s = max(self._late_s, perf_counter() - slept - WATCH_EVERY_S)
            is_closed = self._clock.at_s >= self._plan.closes_s
            empty = empty + 1 if is_closed and self._crowd.all_came and not self._ledger.open else 0
            if empty >= EMPTY_FOR:
                self._over.set()
            tell(self._progress())
            if self._wall.floor.seq != seq or not is_closed:
                seq, moved_at = self._wall.floor.seq, perf_counter()
            is_stuck = perf_counter() - moved_at > STILL_S
            if is_stuck or self._is_hopeless:
                return
        await day

    @property
    def _is_hopeless(self) -> bool:
        failed = self._faults.counts[Fault.FAILED] > FAILED_MOST
        return failed or self._clock.at_s > self._plan.closes_s + OVERTIME_S

    def _happened(self, event: Event) -> None:
        """The hall board heard of something: a clerk who sits idle looks up."""
        self._ledger.fold(event)
        queue = event.data.get("queue")
        if event.leg is None or queue is None or states_of(event)[1] is not LegState.WAITING:
            return
        for desk in self._serving[queue]:
            if desk.idle:
                desk.wake()
                return

    def _when(self, event: Event) -> float:
        """Return when an event was, in seconds of the day."""
        if self._access.midnight is None:
            return self._clock.at_s
        return (event.at - self._access.midnight).total_seconds()

    def _used(self) -> Used | None:
        return None if self._access.pid is None else used_by(self._access.pid)

    def _lines_of(self, role: str, count: int) -> list[Line]:
        names = [f"{role}-{place}" for place in range(1, count + 1)]
        return [self._line(self._access.token(role, name), name) for name in names]

    def _line(self, token: str, name: str) -> Line:
        line = Line(self._access.url, token, f"{self._access.key}-{name}")
        self._lines.append(line)
        return line

    def _make_desks(self, seed: int) -> list[Desk]:
        office = Office(
            hall=self._hall,
            plan=self._plan,
            clock=self._clock,
            asking=self._asking,
            crowd=self._crowd,
            ledger=self._ledger,
            waiting=lambda: self._wall.floor.waiting,
            over=self._over,
            rig=self._rig,
        )
        shifts, walk_ins = defaultdict(list), defaultdict(list)
        for shift in self._plan.shifts:
            shifts[shift.window].append(shift)
        for walk_in in self._plan.walk_ins:
            walk_ins[walk_in.window].append(walk_in)
        desks = []
        for window in self._hall.windows:
            clerk = f"{window.number:04d}"
            line = self._line(self._access.token("clerk", clerk, window.number), f"clerk-{clerk}")
            mine = shifts[window.number]
            desks.append(Desk(office, window, line, mine, walk_ins[window.number], seed))
        return desks

    def _desks_by_queue(self) -> dict[str, Sequence[Desk]]:
        """Return who serves each queue, those first that mind it first."""
        return {
            queue.id: sorted(
                (desk for desk in self._desks if queue.id in desk.queues),
                key=lambda desk: desk.queues.index(queue.id),
            )
            for queue in self._hall.queues
        }

    def _progress(self) -> Progress:
        counts = self._ledger.counts
        latest = next(reversed(self._ledger.pressed), None)
        arrivals = self._wall.calls.get(latest) if latest is not None else None
        latest_ms = (max(arrivals) - self._ledger.pressed[latest]) * 1000 if latest and arrivals else 0.0
        return Progress(
            at_s=self._clock.at_s,
            came=self._crowd.came,
            of=len(self._plan.people),
            served=sum(count for kind, count in counts.items() if kind == "leg.done"),
            inside=len(self._ledger.open),
            latest_ms=latest_ms,
            faults=self._faults.counts.total(),
        )

    def _latencies_ms(self) -> list[float]:
        """Return how long each call took to each screen that shows it."""
        found: list[float] = []
        for call, arrivals in self._wall.calls.items():
            pressed = self._ledger.pressed.get(call)
            if pressed is not None:
                found += [(arrival - pressed) * 1000 for arrival in arrivals]
        late = sum(each > LATE_S * 1000 for each in found)
        if late:
            self._faults.add(Fault.LATE, f"{late} took longer than {LATE_S:.0f} s", late)
        return found

    def _report(self, connections: int, took_s: float, core: Used | None, load: Used | None) -> Report:
        ledger, say_s = self._ledger, says_s(self._hall.voice)
        waits = {
            zone.id: [each / 60 for each in ledger.waits_s[zone.id]]
            for zone in self._hall.zones
            if ledger.waits_s[zone.id]
        }
        latencies = spread(self._latencies_ms())
        return Report(
            hall=self._hall.id,
            visitors=len(self._plan.people) + len(self._plan.walk_ins),
            seed=self._access.seed,
            speed=self._clock.speed,
            windows=len(self._hall.windows),
            connections=connections,
            took_s=took_s,
            open_s=self._plan.open_s,
            tickets=self._crowd.tickets,
            counts={kind.value: count for kind, count in sorted(ledger.counts.items())},
            deliveries=sum(screen.messages for screen in self._wall.screens),
            answers_ms={kind: spread(took) for kind, took in sorted(self._asking.took_ms.items())},
            refused=self._asking.refused,
            waits_min={
                "": spread([each for some in waits.values() for each in some]),
                **{zone: spread(some) for zone, some in waits.items()},
            },
            call_to_screen_ms=latencies,
            channels=speak(ledger.sounds, say_s),
            one_channel=speak_as_one(ledger.sounds, say_s),
            faults={fault.value: count for fault, count in self._faults.counts.items()},
            told=self._faults.told,
            core=core,
            load=load,
            late_ms=self._late_s * 1000,
            devices=self._rig.figures() if self._rig is not None else None,
        )


def kiosks_of(hall: Hall) -> int:
    """Return how many kiosks a hall of this size has."""
    return max(2, len(hall.windows) // 12)


def _since(before: Used | None, after: Used | None) -> Used | None:
    if before is None or after is None:
        return None
    return Used(after.cpu_s - before.cpu_s, after.peak_mb)
