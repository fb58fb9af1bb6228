"""Drawing the plan of a day from a seed.

Unlike on the day of ``hallcall replay`` every window is open, and visits are as long as the visitors leave
time for.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable, Iterator
from itertools import chain
from math import exp
from typing import Any

from core.domain.booking import Slot, slots_of
from core.domain.hall import Hall, Proof, VisitorClass, Window
from core.domain.ticket import Suspension
from hallcall.simulate.plan import SERVICE_MOST_S, Comes, Person, Plan, WalkIn
from hallcall.simulated_day import (
    A_MONDAY,
    CLERKS_DIFFER,
    FAVOURED_SHARE,
    NO_SHOW,
    PART_TIME,
    SERVICE_SPREAD,
    Shift,
    arrival,
    sessions_of,
    shifts_at,
)

VISITORS_A_WINDOW = 12
"""Pingliang: 3,000 visitors on a working day at 251 windows."""
LOAD = (0.6, 0.85)
"""How much of the windows' time the visitors of a queue need, over the whole day."""
QUEUES_DIFFER = 0.3
STAYS_MOST = 8
"""So many times at most a visitor comes to a window: steps, a transfer, a return."""
ONE_SESSION_S = 6 * 3600.0
"""A hall that is open for longer without a break still has a morning's and an afternoon's rush."""

LATE, RETURNS = 0.04, 0.5
BY_MATTER, BY_ITEM = 0.4, 0.5
SUSPENDED, SENT_ON, WALK_INS = 0.03, 0.03, 0.02
BY_GUIDE, LOOKS = 0.05, 0.3
BOOKED_MOST, BOOKED_COME = 0.15, 0.9
AWAY_S = (300.0, 1200.0)
RETURNS_S = (120.0, 900.0)
CHECK_IN_EARLY_S = 20 * 60.0
ELDERLY_AGE = 75


def visitors_of(hall: Hall) -> int:
    """Return how many visitors a hall of this size has on a day."""
    return VISITORS_A_WINDOW * len(hall.windows)


def draw_plan(hall: Hall, visitors: int, seed: int, *, bookings: bool = True) -> Plan:
    """Return the plan of a day with so many visitors, the same for the same seed.

    Args:
        bookings: Whether the day's slots can be booked: the core's date is that of the plan.
    """
    return _Draw(hall, visitors, seed).plan(bookings=bookings)


class _Draw:
    def __init__(self, hall: Hall, visitors: int, seed: int) -> None:
        self._hall = hall
        self._seed = seed
        self._rng = random.Random(f"simulate {hall.id} {visitors} {seed}")  # noqa: S311 (no secret)
        self._visitors = visitors
        self._sessions = sessions_of(hall)
        self._humps = list(chain.from_iterable(_humps(*session) for session in self._sessions))
        self._items: dict[str, list[str]] = {queue.id: [] for queue in hall.queues}
        for item in hall.items:
            self._items[item.queue].append(item.id)
        self._zones: dict[str, list[str]] = {zone.id: [] for zone in hall.zones}
        for queue in hall.queues:
            self._zones[queue.zone].append(queue.id)

    def plan(self, *, bookings: bool) -> Plan:
        rng, open_s = self._rng, sum(closes - opens for opens, closes in self._sessions)
        room = {queue.id: _room(self._hall.windows_of(queue.id)) for queue in self._hall.queues}
        served = [queue for queue, windows in room.items() if windows]
        weights = [room[queue] * exp(rng.gauss(0, QUEUES_DIFFER)) for queue in served]
        slots = self._book() if bookings else []
        walking_in = round(self._visitors * WALK_INS)
        picked = rng.choices(served, weights, k=max(0, self._visitors - walking_in - len(slots)))
        people = [self._person(place, queue) for place, queue in enumerate(picked)]
        people += [
            self._booked(index, slot) for index, slot in enumerate(slots) if rng.random() < BOOKED_COME
        ]
        keeps = frozenset(_keepers(self._hall))
        shifts = list(self._shifts(keeps))
        walk_ins = [self._walk_in(rng.choice(shifts)) for _ in range(walking_in)]
        counts = {queue: 1.0 + picked.count(queue) for queue in served}
        mean_s = {
            queue: min(SERVICE_MOST_S, rng.uniform(*LOAD) * room[queue] * open_s / counts[queue])
            for queue in served
        }
        return Plan(
            people=sorted(people, key=lambda person: person.at_s),
            walk_ins=sorted(walk_ins, key=lambda each: each.at_s),
            shifts=shifts,
            mean_s=mean_s,
            opens_s=self._sessions[0][0],
            closes_s=self._sessions[-1][1],
            open_s=open_s,
            keeps=keeps,
            bookings=slots,
        )

    def _person(self, place: int, queue: str) -> Person:
        rng, hall = self._rng, self._hall
        favoured = [each for each in hall.classes[1:] if each.id != hall.bookings.visitor_class]
        visitor_class = hall.classes[0]
        if favoured and rng.random() < FAVOURED_SHARE:
            visitor_class = rng.choice(favoured)
        wish: dict[str, Any] = {"lang": rng.choice(hall.languages), **self._wanted(queue)}
        wish |= self._shows(place, visitor_class, queue)
        by_guide = visitor_class.proof is Proof.GUIDE or rng.random() < BY_GUIDE
        return self._of(arrival(self._humps, rng), wish, queue, by_guide=by_guide)

    def _of(
        self, at_s: float, wish: dict[str, Any], queue: str, *, by_guide: bool, booking: int | None = None
    ) -> Person:
        rng = self._rng
        comes = rng.choices(
            (Comes.AT_ONCE, Comes.AFTER_RECALL, Comes.NOT), (1 - LATE - NO_SHOW, LATE, NO_SHOW)
        )[0]
        fate = rng.random()
        beside = [each for each in self._zones[self._hall.queue(queue).zone] if each != queue]
        beside = [each for each in beside if self._hall.windows_of(each)]
        return Person(
            at_s=at_s,
            wish=wish,
            by_guide=by_guide,
            booking=booking,
            comes=comes,
            returns_s=rng.uniform(*RETURNS_S) if rng.random() < RETURNS else None,
            lengths=tuple(_length(rng) for _ in range(STAYS_MOST)),
            suspended=rng.choice(list(Suspension)) if fate < SUSPENDED else None,
            away_s=rng.uniform(*AWAY_S),
            sent_to=rng.choice(beside) if beside and SUSPENDED <= fate < SUSPENDED + SENT_ON else None,
            looks_s=(rng.uniform(60, 300), rng.uniform(300, 900)) if rng.random() < LOOKS else (),
        )

    def _wanted(self, queue: str) -> dict[str, Any]:
        """Return what of a queue is asked for: the queue, an item of it, or a matter that begins there."""
        matters = [each.id for each in self._hall.matters if queue in each.stages[0].queues]
        if matters and self._rng.random() < BY_MATTER:
            return {"matter": self._rng.choice(matters)}
        if self._items[queue] and self._rng.random() < BY_ITEM:
            return {"item": self._rng.choice(self._items[queue])}
        return {"queue": queue}

    def _shows(self, place: int, visitor_class: VisitorClass, queue: str) -> dict[str, Any]:
        """Return what the visitor shows: the card where age or queue ask for it, else the class."""
        by_age = visitor_class.proof is Proof.AGE
        if by_age or self._hall.rules_of(queue).needs_card:
            card = hashlib.sha256(f"simulated {self._seed} {place}".encode()).hexdigest()
            age = max(ELDERLY_AGE, visitor_class.age_from) if by_age else 40
            return {"card": {"hash": card, "age": age}}
        return {} if visitor_class is self._hall.classes[0] else {"class": visitor_class.id}

    def _book(self) -> list[Slot]:
        """Return the slots that people booked, one entry a person."""
        hall, rng = self._hall, self._rng
        places: list[Slot] = []
        for queue in dict.fromkeys(plan.queue for plan in hall.slots):
            plans = [plan for plan in hall.slots if plan.queue == queue]
            for slot in slots_of(plans, hall.schedule_of(queue), A_MONDAY):
                places += [slot] * rng.randint(0, slot.quota)
        most = int(self._visitors * BOOKED_MOST)
        return sorted(rng.sample(places, min(most, len(places))), key=lambda slot: (slot.starts, slot.queue))

    def _booked(self, index: int, slot: Slot) -> Person:
        local = slot.starts.astimezone(self._hall.zone_info)
        starts_s = local.hour * 3600.0 + local.minute * 60
        at_s = starts_s + self._rng.uniform(-CHECK_IN_EARLY_S, (slot.ends - slot.starts).total_seconds())
        wish = {"lang": self._rng.choice(self._hall.languages)}
        return self._of(at_s, wish, slot.queue, by_guide=False, booking=index)

    def _shifts(self, keeps: frozenset[int]) -> Iterable[Shift]:
        for window in self._hall.windows:
            part_time = window.number not in keeps and self._rng.random() < PART_TIME
            yield from shifts_at(window, part_time, self._sessions, self._rng)

    def _walk_in(self, shift: Shift) -> WalkIn:
        window = self._hall.window(shift.window)
        at_s = self._rng.uniform(shift.from_s, shift.to_s)
        return WalkIn(at_s, window.number, window.queues[0], _length(self._rng))


def _humps(opens: float, closes: float) -> Iterator[tuple[float, float]]:
    if closes - opens <= ONE_SESSION_S:
        yield opens, closes
    else:
        noon = (opens + closes) / 2
        yield from ((opens, noon), (noon, closes))


def _room(windows: Iterable[Window]) -> float:
    """Return how many windows' time a queue has: a window with several shares its own."""
    return sum(1 / len(window.queues) for window in windows)


def _keepers(hall: Hall) -> Iterator[int]:
    for queue in hall.queues:
        minding = [window for window in hall.windows if queue.id in window.tiers[0].queues]
        windows = minding or hall.windows_of(queue.id)
        if windows:
            yield windows[0].number


def _length(rng: random.Random) -> float:
    # The mean of such a number is 1.
    return exp(rng.gauss(0, SERVICE_SPREAD) - SERVICE_SPREAD**2 / 2) * exp(-(CLERKS_DIFFER**2) / 2)
