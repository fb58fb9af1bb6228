"""A clerk at a window: opens, calls, serves, pauses and closes by the plan."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from core.domain.hall import Hall, Window
from core.domain.ticket import Suspension
from core.domain.visit import plan_of
from hallcall.simulate.clock import DayClock
from hallcall.simulate.crowd import Asking, Crowd, Visit
from hallcall.simulate.ledger import Ledger
from hallcall.simulate.line import Line
from hallcall.simulate.plan import Comes, Person, Plan, WalkIn
from hallcall.simulated_day import (
    LOOK_AGAIN_S,
    NEXT_S,
    PASS_S,
    RECALL_S,
    WALK_S,
    Shift,
)

if TYPE_CHECKING:
    # A day without devices starts without Qt.
    from hallcall.simulate.devices.rig import Rig

FINISHES = 0.3
"""So many visits are finished with a key of their own; the others by calling the next."""


@dataclass(slots=True)
class Office:
    """What all clerks share.

    Attributes:
        waiting: How many wait in each queue, as the boards show it.
        over: Set when the last visitor has left.
        rig: The hall's devices, if it has some.
    """

    hall: Hall
    plan: Plan
    clock: DayClock
    asking: Asking
    crowd: Crowd
    ledger: Ledger
    waiting: Callable[[], Mapping[str, int]]
    over: asyncio.Event
    rig: Rig | None = None

    def comes_back(self, person: Person, step: int) -> bool:
        """Whether the visitor is sent to pay after this step and returns to its window."""
        matter = person.wish.get("matter")
        return matter is not None and any(leg.back_to == step for leg in plan_of(self.hall.matter(matter)))


class Desk:
    """One window.

    Attributes:
        idle: The clerk has nobody to call.
        queues: Which queues the window serves, first ones first.
    """

    def __init__(
        self,
        office: Office,
        window: Window,
        line: Line,
        shifts: Sequence[Shift],
        walk_ins: Sequence[WalkIn],
        seed: int,
    ) -> None:
        self.idle = False
        self.queues = window.queues
        self._office = office
        self._line = line
        self._path = f"/api/windows/{window.number}/"
        self._number = window.number
        self._shifts = shifts
        self._walk_ins = list(walk_ins)
        self._rng = random.Random(f"{seed} desk {window.number}")  # noqa: S311 (a simulation)
        self._wake = asyncio.Event()
        self._back: list[tuple[float, Visit, str]] = []
        self._left_here: set[str] = set()
        self._busy = False
        self._pauses: list[tuple[float, float]] = []
        self._pad = office.rig.pads.get(window.number) if office.rig is not None else None

    def wake(self) -> None:
        """Somebody waits for this window."""
        self.idle = False
        self._wake.set()

    async def work(self) -> None:
        """Work the shifts of the day."""
        for shift in self._shifts:
            await self._office.clock.until(shift.from_s)
            self._shift, self._pauses = shift, list(shift.pauses)
            await self._open()
            while await self._go_on():
                pass
            await self._finish()
            if self._pad is None:
                await self._press("close")
            else:
                await self._pad.close()

    async def _go_on(self) -> bool:
        """Do the next thing; return whether the clerk stays."""
        clock = self._office.clock
        await clock.wait(self._rng.uniform(*NEXT_S))
        now = clock.at_s
        if self._pauses and self._pauses[0][0] <= now:
            await self._pause(self._pauses.pop(0)[1])
        elif self._back and self._back[0][0] <= now:
            await self._resume()
        elif self._walk_ins and self._walk_ins[0].at_s <= now:
            await self._walk_in(self._walk_ins.pop(0))
        elif now >= self._shift.to_s and not self._shift.stays and not self._is_owed:
            # Nobody is on the way back to this very window, from paying or with papers.
            return False
        elif not await self._call_next():
            if self._may_leave(now):
                return False
            await self._sit(now)
        return True

    @property
    def _is_owed(self) -> bool:
        """Whether somebody is still to come back to this very window, or to come without a ticket."""
        to_come = any(each.at_s < self._shift.to_s for each in self._walk_ins)
        return bool(self._back or self._left_here or to_come)

    def _may_leave(self, now: float) -> bool:
        if now < self._shift.to_s:
            return False
        if self._office.over.is_set():
            return True
        stays_on = self._shift.stays and self._shift is self._shifts[-1]
        return not stays_on and not self._is_owed

    async def _open(self) -> None:
        if self._pad is None or not await self._pad.open():
            await self._press("open")

    async def _call_next(self) -> bool:
        ticket = await self._called_by_pad() if self._pad else (await self._press("call-next")).get("ticket")
        self._busy = False
        if ticket is None:
            return False
        visit = await self._office.crowd.visit(ticket["id"])
        if self._office.rig is not None:
            # Who left a phone number is somewhere else, and comes when the message says so.
            phones = self._office.rig.phones
            await phones.told(ticket["id"], ticket["number"], ticket["queue"], self._number)
        await self._attend(visit, ticket["queue"], ticket["step"])
        return True

    async def _called_by_pad(self) -> Mapping[str, Any] | None:
        assert self._pad is not None
        call = await self._pad.call_next()
        if call is None:
            return None
        self._office.ledger.called(call.leg, self._number, call.pressed_at)
        answer = await self._office.asking.get(self._line, f"/api/tickets/{call.ticket}")
        return None if answer is None else answer.body

    async def _attend(self, visit: Visit, queue: str, step: int) -> None:
        clock, comes = self._office.clock, visit.person.comes
        self._left_here.discard(visit.ticket)
        is_first_call = not visit.missed and not visit.stays
        if is_first_call and comes is not Comes.AT_ONCE:
            await clock.wait(RECALL_S)
            await self._press("recall")
            if comes is Comes.NOT:
                visit.missed += 1
                await clock.wait(PASS_S)
                await self._pass(visit)
                return
        await clock.wait(self._rng.uniform(*WALK_S))
        await self._press("start")
        if self._office.comes_back(visit.person, step):
            self._left_here.add(visit.ticket)
        await self._serve(visit, queue)

    async def _pass(self, visit: Visit) -> None:
        while not await self._press("pass", {"reason": self._reason("pass")}):
            await self._office.clock.wait(RECALL_S)
        self._office.crowd.passed(visit)

    async def _serve(self, visit: Visit, queue: str) -> None:
        person, is_first = visit.person, visit.stays == 0
        work_s = self._office.plan.work_s(queue) * visit.length() * self._shift.slowness
        if is_first and person.suspended is not None:
            await self._office.clock.wait(work_s / 2)
            await self._suspend(visit, person, person.suspended, queue)
        elif is_first and person.sent_to is not None:
            await self._office.clock.wait(work_s / 2)
            first = self._rng.random() < 0.5
            await self._press("transfer", {"queue": person.sent_to, "first": first})
        else:
            await self._office.clock.wait(work_s)
            self._busy = True
            if self._rng.random() < FINISHES:
                await self._finish()

    async def _suspend(self, visit: Visit, person: Person, kind: Suspension, queue: str) -> None:
        """Suspend the visit: papers are fetched and left as the plan says, an outside step takes its time."""
        body: dict[str, Any] = {"kind": kind.value}
        if kind is Suspension.PAPERS_LEFT:
            body["wake_min"] = person.away_s / 60
            self._left_here.add(visit.ticket)
        await self._press("suspend", body)
        if kind is Suspension.NO_PAPERS:
            self._office.crowd.went_for_papers(visit)
        elif kind is Suspension.STEP:
            self._back.append((self._office.clock.at_s + person.away_s, visit, queue))
            self._back.sort(key=lambda each: each[0])

    async def _resume(self) -> None:
        await self._finish()
        _, visit, queue = self._back.pop(0)
        await self._press("resume", {"ticket": visit.ticket})
        await self._serve(visit, queue)

    async def _walk_in(self, walk_in: WalkIn) -> None:
        answer = await self._office.asking.post(self._line, self._path + "walk-in", {"queue": walk_in.queue})
        self._busy = False
        if answer is not None:
            await self._serve(self._office.crowd.joined(walk_in.person(), answer), walk_in.queue)

    async def _pause(self, for_s: float) -> None:
        reason = self._reason("pause")
        if reason is None:
            return
        await self._finish()
        if self._pad is None:
            await self._press("pause", {"reason": reason})
        else:
            await self._pad.pause()
        await self._office.clock.wait(for_s)
        await self._open()

    async def _finish(self) -> None:
        if self._busy:
            self._busy = False
            await self._press("finish")

    async def _sit(self, now: float) -> None:
        """Wait for somebody to come to one of the queues, or for the next thing of the plan."""
        due = [self._shift.to_s] if now < self._shift.to_s else []
        due += [at_s for at_s, *_ in (self._pauses[:1] + self._back[:1]) if at_s > now]
        due += [each.at_s for each in self._walk_ins[:1]]
        waiting = self._office.waiting()
        if self._left_here or any(waiting.get(queue) for queue in self.queues):
            due.append(now + LOOK_AGAIN_S)
        self._wake.clear()
        self.idle = True
        wait_s = max(0.0, min(due) - now) / self._office.clock.speed if due else None
        waits = [asyncio.ensure_future(self._wake.wait())]
        if now >= self._shift.to_s:
            waits.append(asyncio.ensure_future(self._office.over.wait()))
        try:
            await asyncio.wait(waits, timeout=wait_s, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self.idle = False
            for each in waits:
                each.cancel()
            with suppress(asyncio.CancelledError):
                await asyncio.gather(*waits, return_exceptions=True)

    async def _press(self, key: str, body: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Press a key and return the answer, an empty one if it was refused."""
        answer = await self._office.asking.post(self._line, self._path + key, body)
        if answer is None:
            return {}
        ticket = answer.body.get("ticket")
        if key in ("call-next", "recall") and ticket is not None:
            self._office.ledger.called(ticket["leg"], self._number, answer.asked_at)
        return answer.body

    def _reason(self, act: str) -> str | None:
        reasons = [each.id for each in self._office.hall.reasons if each.act == act]
        return reasons[0] if reasons else None
