"""The visitors: they take tickets at kiosks and from guides, look at their phones, and come back."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Coroutine, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from time import perf_counter
from typing import TYPE_CHECKING, Any

from core.domain.clock import to_text
from hallcall.simulate.clock import DayClock
from hallcall.simulate.faults import Fault, Faults
from hallcall.simulate.ledger import Ledger
from hallcall.simulate.line import Answer, Line, NoAnswer
from hallcall.simulate.plan import STRANGER, Person, Plan

if TYPE_CHECKING:
    # A day without devices starts without Qt.
    from hallcall.simulate.devices.rig import Rig

REFUSED_RIGHTLY = frozenset(
    {
        "pass.too_soon",
        "recall.too_soon",
        "recall.used_up",
        "call.too_soon",
        "queue.quota_used",
        "ticket.restore_refused",
        "ticket.ended",
    }
)
"""A rule of the hall said no, and people live with it; every other refusal is a failed answer."""
ROUND_S = 600.0
"""So often each guide looks at the waits of every zone."""
KNOWN_WITHIN_S = 5.0


@dataclass(slots=True)
class Visit:
    """A person with a ticket.

    Attributes:
        stays: How often he or she has been served at a window.
        missed: How often the call was not answered.
    """

    person: Person
    ticket: str
    stays: int = 0
    missed: int = 0

    def length(self) -> float:
        """Return how long the stay that begins is, as a part of the mean."""
        self.stays += 1
        return self.person.lengths[min(self.stays, len(self.person.lengths)) - 1]


class Asking:
    """Asks the core and counts what it answers.

    Attributes:
        took_ms: By what was asked: how long each answer took, from the request that was answered.
        refused: Answers that were a rule's refusal, by their key.
    """

    def __init__(self, faults: Faults) -> None:
        self.took_ms: dict[str, list[float]] = defaultdict(list)
        self.refused: dict[str, int] = {}
        self._faults = faults

    async def post(self, line: Line, path: str, body: Mapping[str, Any] | None = None) -> Answer | None:
        """Have something done; ``None`` if it was not, and that is noted if it is not as it should be."""
        return await self._asked(path, line.post(path, body))

    async def get(self, line: Line, path: str) -> Answer | None:
        """Ask for something."""
        return await self._asked(path, line.get(path))

    async def _asked(self, path: str, asking: Coroutine[Any, Any, Answer]) -> Answer | None:
        try:
            answer = await asking
        except NoAnswer as error:
            self._faults.add(Fault.FAILED, str(error))
            return None
        self.took_ms[_kind(path)].append((perf_counter() - answer.asked_at) * 1000)
        if answer.status < 300:
            return answer
        if answer.key in REFUSED_RIGHTLY:
            self.refused[answer.key] = self.refused.get(answer.key, 0) + 1
        else:
            self._faults.add(
                Fault.FAILED, f"{path}: {answer.status} {answer.key} {answer.body.get('params')}"
            )
        return None


def _kind(path: str) -> str:
    """Return what is asked for, without whose: ``call-next``, ``restore``, ``tickets``, ``track``."""
    parts = path.split("/")[2:]
    return parts[-1] if len(parts) != 2 else parts[0]


class Crowd:
    """Everybody who comes on the day.

    Args:
        kiosks, guides, phones: Their connections.
        rig: The hall's devices, if it has some.

    Attributes:
        came: How many have come so far.
        tickets: How many got a ticket, walk-ins included.
    """

    def __init__(
        self,
        plan: Plan,
        clock: DayClock,
        asking: Asking,
        ledger: Ledger,
        *,
        kiosks: Sequence[Line],
        guides: Sequence[Line],
        phones: Sequence[Line],
        rig: Rig | None = None,
    ) -> None:
        self.came = 0
        self.tickets = 0
        self._plan = plan
        self._clock = clock
        self._asking = asking
        self._ledger = ledger
        self._kiosks, self._guides, self._rig = kiosks, guides, rig
        self._next_guide, self._next_phone = cycle(guides), cycle(phones)
        self._visits: dict[str, Visit] = {}
        self._known = asyncio.Condition()
        self._tasks: set[asyncio.Task[None]] = set()
        self._under_way = 0
        self._codes: list[str | None] = []

    @property
    def all_came(self) -> bool:
        """Whether everybody has come, and nobody is on the way to a queue."""
        return self.came == len(self._plan.people) and self._under_way == 0

    async def book(self) -> None:
        """Book the slots of the day, before it begins."""
        for place, slot in enumerate(self._plan.bookings):
            line = self._kiosks[place % len(self._kiosks)]
            body = {"queue": slot.queue, "date": slot.date.isoformat(), "starts": to_text(slot.starts)}
            answer = await self._asking.post(line, "/api/bookings", body)
            self._codes.append(answer.body["code"] if answer else None)

    async def come(self) -> None:
        """Let everybody come at their time."""
        for place, person in enumerate(self._plan.people):
            await self._clock.until(person.at_s)
            lines = self._guides if person.by_guide else self._kiosks
            self._begin(self._take(person, place, lines[place % len(lines)]))
            self.came += 1

    async def go_round(self, guide: Line, after_s: float) -> None:
        """Let a guide look at the waits now and then, for ever; the first time after so long."""
        await self._clock.wait(after_s)
        while True:
            await self._clock.wait(ROUND_S)
            await self._asking.get(guide, "/api/queues")

    async def visit(self, ticket: str) -> Visit:
        """Return whose ticket it is; the call may be quicker than the slip."""
        found = self._visits.get(ticket)
        if found is None:
            async with self._known:
                try:
                    async with asyncio.timeout(KNOWN_WITHIN_S):
                        await self._known.wait_for(lambda: ticket in self._visits)
                except TimeoutError:
                    self._visits[ticket] = Visit(STRANGER, ticket)
            found = self._visits[ticket]
        return found

    def joined(self, person: Person, answer: Answer) -> Visit:
        """Note that somebody has got a ticket."""
        self.tickets += 1
        ticket = answer.body["id"]
        self._ledger.taken(ticket, answer.body["number"])
        visit = self._visits[ticket] = Visit(person, ticket)
        return visit

    def passed(self, visit: Visit) -> None:
        """Somebody did not come: perhaps he or she asks a guide to wait again."""
        if visit.person.returns_s is not None and visit.missed == 1:
            self._begin(self._ask_guide(visit, visit.person.returns_s))

    def went_for_papers(self, visit: Visit) -> None:
        """Somebody fetches papers and is brought back to the queue by a guide."""
        self._begin(self._ask_guide(visit, visit.person.away_s))

    async def _take(self, person: Person, place: int, line: Line) -> None:
        wish = dict(person.wish) if self._rig is None else self._rig.wish(person, place)
        if person.booking is not None:
            code = self._codes[person.booking]
            if code is None:
                return
            wish["booking"] = code
        answer = await self._asking.post(line, "/api/tickets", wish)
        if answer is None:
            return
        if self._rig is not None:
            self._rig.keep_phone(answer.body, wish)
            self._begin(self._rig.issue(place, wish, answer.body, line, next(self._next_guide), self._asking))
        self.joined(person, answer)
        async with self._known:
            self._known.notify_all()
        if person.looks_s:
            self._begin(self._look(person.looks_s, f"/api/track/{answer.body['track']}"), waits=False)

    async def _look(self, looks_s: tuple[float, ...], path: str) -> None:
        for wait_s in looks_s:
            await self._clock.wait(wait_s)
            await self._asking.get(next(self._next_phone), path)

    async def _ask_guide(self, visit: Visit, after_s: float) -> None:
        await self._clock.wait(after_s)
        await self._asking.post(next(self._next_guide), f"/api/tickets/{visit.ticket}/restore")

    def _begin(self, doing: Coroutine[Any, Any, None], *, waits: bool = True) -> None:
        """Do something beside; the hall does not close before it is done, unless it does not wait for it."""
        task = asyncio.get_running_loop().create_task(doing)
        self._tasks.add(task)
        self._under_way += waits

        def ended(task: asyncio.Task[None]) -> None:
            self._tasks.discard(task)
            self._under_way -= waits
            if not task.cancelled() and task.exception() is not None:
                task.get_loop().call_exception_handler(
                    {"message": "a visitor failed", "exception": task.exception()}
                )

        task.add_done_callback(ended)

    async def go_home(self) -> None:
        """End whatever the visitors still do with their phones."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
