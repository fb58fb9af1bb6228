"""Who waits for one window, kept up by the feed, in the order in which the core would call; pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from core.domain.calling import ORDINARY, choose, score
from core.domain.clock import from_text
from core.domain.event import Event
from core.domain.floor import states_of
from core.domain.hall import Hall, Tiers
from core.domain.leg import BY_ARRIVAL, FIRST
from core.domain.ticket import LegState
from core.domain.turns import Mixing

RECKONED = 40
"""So many calls ahead the core's own rule is asked for; behind them people stand by their score now."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A waiting visitor; the first attributes are those of :class:`core.domain.in_line.InLine`.

    Attributes:
        id: The leg's.
        ready_at: Not called before.
        booked: Came with a booking.
        told: The core has listed it; of one that only an event told of the rest is not known yet.
    """

    id: str
    number: str
    queue: str
    visitor_class: str
    since: datetime
    entered: int = 0
    rank: int = BY_ARRIVAL
    pin: int | None = None
    ticket: str = ""
    ready_at: datetime | None = None
    step: int = 1
    steps: int = 1
    item: str | None = None
    matter: str | None = None
    booked: bool = False
    told: bool = False


Line = Mapping[str, Waiting]
"""By the leg's id."""


def listed(legs: Iterable[Mapping[str, Any]]) -> dict[str, Waiting]:
    """Return the line of an answer of ``GET /api/tickets``; it comes in the order in which it waits."""
    found = (_listed(place, leg) for place, leg in enumerate(legs))
    return {each.id: each for each in found}


def _listed(place: int, leg: Mapping[str, Any]) -> Waiting:
    return Waiting(
        id=leg["leg"],
        number=leg["number"],
        queue=leg["queue"],
        visitor_class=leg["class"],
        since=from_text(leg["since"]),
        entered=place,
        rank=FIRST if leg["first"] else BY_ARRIVAL,
        pin=leg["pin"],
        ticket=leg["id"],
        ready_at=from_text(leg["ready_at"]) if leg["ready_at"] else None,
        step=leg["step"],
        steps=leg["steps"],
        item=leg["item"],
        matter=leg["matter"],
        # A core of before says nothing of it.
        booked=bool(leg.get("booking")),
        told=True,
    )


def line_after(line: Line, event: Event, queues: Iterable[str]) -> Line:
    """Return the line after an event; the same one where nothing of it changed."""
    leg, (_, state) = event.leg, states_of(event)
    if leg is None or state is None:
        return line
    if state is not LegState.WAITING:
        return {each: waiting for each, waiting in line.items() if each != leg} if leg in line else line
    if event.data["queue"] not in queues:
        return line
    known = line.get(leg)
    if known is not None:
        told = {"visitor_class": event.data["class"], "told": False}
        steps = {name: event.data[name] for name in ("step", "steps") if name in event.data}
        return {**line, leg: replace(known, **told, **steps)}
    return {**line, leg: _come(leg, event)}


def _come(leg: str, event: Event) -> Waiting:
    data = event.data
    return Waiting(
        id=leg,
        number=data["number"],
        queue=data["queue"],
        visitor_class=data["class"],
        since=event.at,
        entered=event.seq,
        ticket=event.ticket or "",
        step=data.get("step", 1),
        steps=data.get("steps", 1),
    )


def in_turn(line: Line, hall: Hall, window: int, now: datetime) -> list[Waiting]:
    """Return who waits for a window, who would be called first by it first.

    As far as a console can know: the clerk's skills, and where caps and mixes stand just now, only the core
    knows. Who is helped by this window later, or may not be called yet, stands behind all others.
    """
    found = hall.find_window(window)
    tiers = found.tiers if found is not None else ()
    here = [each for each in line.values() if each.pin in (None, window)]
    ready = [each for each in here if each.ready_at is None or each.ready_at <= now]
    order = _called(ready, tiers, hall, now)
    called = {each.id for each in order}
    late = sorted((each for each in here if each.id not in called), key=_arrival)
    return [*order, *sorted(late, key=lambda each: each.ready_at is not None and each.ready_at > now)]


def _called(ready: Sequence[Waiting], tiers: Tiers, hall: Hall, now: datetime) -> list[Waiting]:
    lanes: dict[tuple[str, str, bool], list[Waiting]] = {}
    for each in sorted(ready, key=_arrival, reverse=True):
        lanes.setdefault((each.queue, each.visitor_class, each.pin is not None), []).append(each)
    queues = {each.queue for each in ready}
    mixing = Mixing(
        favoured=hall.favoured,
        booked=hall.bookings.visitor_class,
        ratio=hall.bookings.ratio,
        caps={queue: hall.rules_of(queue).cap for queue in queues},
    )
    order: list[Waiting] = []
    while len(order) < RECKONED:
        heads = [lane[-1] for lane in lanes.values() if lane]
        choice = choose(tiers, heads, hall.classes_by_id, now, mixing)
        if choice is None:
            break
        lane = next(lane for lane in lanes.values() if lane and lane[-1].id == choice.leg.id)
        order.append(lane.pop())
        mixing = replace(mixing, turns={**mixing.turns, choice.turn.queue: choice.turn})
    return order + _by_score([each for lane in lanes.values() for each in lane], tiers, hall, now)


def _by_score(rest: Sequence[Waiting], tiers: Tiers, hall: Hall, now: datetime) -> list[Waiting]:
    places = {queue: place for place, tier in enumerate(tiers) for queue in tier.queues}

    def place(each: Waiting) -> tuple[int, int, float, datetime, int]:
        points = score(each, hall.classes_by_id.get(each.visitor_class, ORDINARY), now)
        return (places.get(each.queue, 0), each.rank, -points, each.since, each.entered)

    return sorted(rest, key=place)


def _arrival(each: Waiting) -> tuple[int, datetime, int, str]:
    return (each.rank, each.since, each.entered, each.id)
