"""What a visitor asks for, looked up in the hall's description as the core would."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from core.domain.clock import business_date
from core.domain.errors import ClassNeedsProof, HallError, ItemNotHere
from core.domain.hall import Hall, Proof
from core.domain.visit import Planned, plan_of


class CardNeeded(HallError):
    """The queue wants a card, and none can be read without the core's key of the day."""

    key = "offline.card_needed"


@dataclass(frozen=True, slots=True)
class Visit:
    """A wish that can be granted.

    Attributes:
        queue: Of whose series the number is: where the visit begins.
        items: Ids of the items, ``()`` for a queue or a matter.
        steps: The queues of each step, in order; of a step in parallel several.
        visitor_class: Id of the class.
    """

    queue: str
    items: tuple[str, ...]
    matter: str | None
    steps: tuple[tuple[str, ...], ...]
    visitor_class: str


def visit_of(hall: Hall, body: Mapping[str, Any], now: datetime) -> Visit:
    """Return what the body of a ``POST /api/tickets`` asks for.

    Quotas and what a person holds already only the core can know: they are not looked at.

    Raises:
        HallError: The hall has no such thing, gives no tickets for it now, or wants a proof.
    """
    items = tuple(body.get("items") or ([body["item"]] if body.get("item") else []))
    plan = _plan(hall, body.get("matter"), items, body.get("queue"))
    visitor_class = _class(hall, body)
    for queue in dict.fromkeys(each.queue for each in plan if each.step == 1):
        _must_be_issuing(hall, queue, now)
        if hall.rules_of(queue).needs_card and not body.get("card"):
            raise CardNeeded(queue=queue)
    steps = sorted({each.step for each in plan})
    return Visit(
        plan[0].queue,
        items,
        body.get("matter"),
        tuple(tuple(each.queue for each in plan if each.step == step) for step in steps),
        visitor_class,
    )


def queue_of(hall: Hall, body: Mapping[str, Any]) -> str | None:
    """Return of which queue a number is wanted, ``None`` if the hall has no such thing."""
    items = tuple(body.get("items") or ([body["item"]] if body.get("item") else []))
    try:
        return _plan(hall, body.get("matter"), items, body.get("queue"))[0].queue
    except HallError:
        return None


def _plan(hall: Hall, matter: str | None, items: tuple[str, ...], queue: str | None) -> tuple[Planned, ...]:
    if matter is not None:
        return plan_of(hall.matter(matter))
    if items and queue is not None:
        if queue not in (hall.item(items[0]).queue, *hall.item(items[0]).also):
            raise ItemNotHere(item=items[0], queue=queue)
        return (Planned(hall.queue(queue).id, 1, items[0]),)
    if items:
        queues = [hall.queue(hall.item(each).queue).id for each in items]
        return tuple(
            Planned(each, step, item)
            for step, (each, item) in enumerate(zip(queues, items, strict=True), start=1)
        )
    return (Planned(hall.queue(queue).id, 1),)


def _class(hall: Hall, body: Mapping[str, Any]) -> str:
    """Return the class asked for, or the one of the card's age."""
    age = (body.get("card") or {}).get("age")
    by_age = [
        each for each in hall.classes if each.proof is Proof.AGE and age is not None and age >= each.age_from
    ]
    wanted = body.get("class")
    if wanted is None:
        return max(by_age, key=lambda each: each.age_from).id if by_age else hall.classes[0].id
    found = hall.visitor_class(wanted)
    if found.proof is not Proof.CHOICE and found not in by_age:
        raise ClassNeedsProof(visitor_class=found.id, proof=found.proof.value)
    return found.id


def _must_be_issuing(hall: Hall, queue: str, now: datetime) -> None:
    if hall.keeps_hours:
        day = business_date(now, hall.zone_info, hall.day_starts)
        hall.schedule_of(queue).must_be_issuing(now, hall.rules_of(queue).issue_stops_min, day)
