"""Finding what somebody comes for, and reading what the core found; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from core.domain.hall import Hall
from core.domain.text import pick

MOST = 60
"""So many matches are listed; who sees more types on."""


@dataclass(frozen=True, slots=True)
class Place:
    """Something a number can be issued for.

    Attributes:
        item: Id of the item, ``""`` where the queue itself is meant.
        where: Name of the queue and its zone.
    """

    queue: str
    item: str
    name: str
    where: str


@dataclass(frozen=True, slots=True)
class Found:
    """A ticket that was looked for.

    Attributes:
        slip: How its slip stands, ``""``: nobody prints one.
    """

    id: str
    number: str
    state: str
    queue: str
    visitor_class: str
    window: int | None
    slip: str
    assisted: bool


def places(hall: Hall, text: str, language: str) -> list[Place]:
    """Return queues and items whose name, pinyin, first letters or prefix hold ``text``; queues first."""
    wanted = text.strip().lower()
    zones = {zone.id: pick(zone.name, language) for zone in hall.zones}
    names = {queue.id: pick(queue.name, language) for queue in hall.queues}
    found = [
        Place(queue.id, "", names[queue.id], f"{queue.prefix} · {zones.get(queue.zone, queue.zone)}")
        for queue in hall.queues
        if _matches(wanted, (*queue.name.values(), queue.prefix))
    ]
    for item in hall.items:
        if _matches(wanted, (*item.name.values(), item.pinyin, item.initials)):
            zone = zones.get(hall.zone_of(item.queue) or "", "")
            where = f"{names[item.queue]} · {zone}"
            found.append(Place(item.queue, item.id, pick(item.name, language), where))
    return found[:MOST]


def found_in(body: Mapping[str, Any]) -> list[Found]:
    """Return the tickets of an answer of ``GET /api/tickets``, each once, as it is now."""
    now: dict[str, Found] = {}
    for each in body["tickets"]:
        leg = _found(each)
        other = now.get(leg.id)
        if other is None or _NOW.index(leg.state) <= _NOW.index(other.state):
            now[leg.id] = leg
    return list(now.values())


def printers_in(body: Mapping[str, Any]) -> list[str]:
    """Return the names of the printers of ``GET /api/devices`` that can print, those that are ready first."""
    rank = {"ready": 0, "degraded": 1}
    told = [each for each in body["devices"] if each["kind"] == "printer" and each["state"] in rank]
    return [each["name"] for each in sorted(told, key=lambda each: rank[each["state"]])]


_NOW = ("serving", "called", "waiting", "suspended", "passed", "planned", "void", "done", "transferred")
"""Which leg of a visit says where the visitor is."""


def _found(leg: Mapping[str, Any]) -> Found:
    return Found(
        id=leg["id"],
        number=leg["number"],
        state=leg["state"],
        queue=leg["queue"],
        visitor_class=leg["class"],
        window=leg["window"],
        slip=leg["slip"] or "",
        assisted=bool(leg["assisted"]),
    )


def _matches(wanted: str, texts: Sequence[str]) -> bool:
    return any(wanted in text.lower() for text in texts)
