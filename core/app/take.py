"""Take a ticket."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from core.app.ports import UnitOfWork
from core.app.tell import tell_leg
from core.domain.chance import chance_hex, chance_text
from core.domain.clock import to_text
from core.domain.errors import ClassNeedsProof, ItemNotHere, QuotaUsed
from core.domain.event import EventKind
from core.domain.hall import Item, Proof
from core.domain.leg import Leg
from core.domain.numbering import format_number
from core.domain.privacy import name_masked
from core.domain.quota import half_of, must_be_free, must_have_card, next_quota_at, quota_left
from core.domain.slip import SlipState
from core.domain.ticket import LegState, Ticket
from core.domain.visit import Planned, plan_of

NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Card:
    """What of an identity card reaches the core.

    Attributes:
        hash: Keyed hash of its number under the day's key, hex.
        age: Years of age on this day; used and not kept.
    """

    hash: str
    age: int | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """What a visitor asks for: a queue, items or a matter.

    Attributes:
        items: Ids of items; several make one visit of several steps.
        at: Of one item: the queue chosen out of those in which it is done; ``None``: its own.
        proven: Whether staff vouches for the class.
        assisted: Whether somebody takes it for a person who cannot (帮办); it gives no priority.
        booking: Id of the booking it is checked in with.
        promised: The booking holds a place for this time: hours and quotas of tickets do not apply.
        slip: Who takes it prints a slip for it, and tells how that ended.
        masked_name: The name's beginning (``"张*"``), if the visitor wants to be called by it, too; kept only
            where a zone of the visit shows names.
    """

    queue: str | None = None
    items: tuple[str, ...] = ()
    at: str | None = None
    matter: str | None = None
    visitor_class: str | None = None
    language: str | None = None
    card: Card | None = None
    proven: bool = False
    assisted: bool = False
    booking: str | None = None
    promised: bool = False
    slip: bool = False
    masked_name: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Taken:
    """A new ticket.

    Attributes:
        legs: All of them, those to come included.
        ahead: How many wait in the first one's queue before it.
    """

    ticket: Ticket
    legs: tuple[Leg, ...]
    ahead: int

    @property
    def leg(self) -> Leg:
        """The leg that the visit begins with."""
        return self.legs[0]


def take(uow: UnitOfWork, wish: Wish, *, by: str) -> Taken:
    """Give the visitor the next number of a queue.

    Raises:
        QueueUnknown, ItemUnknown, MatterUnknown, ClassUnknown, LanguageUnknown: The hall has no such thing.
        ItemNotHere: The item is not done in the queue that was chosen for it.
        ClassNeedsProof: The class is not for everybody to choose.
        NameNotMasked: It tells more of a name than its beginning.
        QueueClosed: No tickets are issued now; it says when they are again.
        QuotaUsed: This half-day's tickets are all given out.
        CardNeeded, TicketHeld, TicketsADay: The queue's rules for a person.
    """
    plan = plan_for(uow, wish)
    # Every refusal comes before the series is counted on: no number is lost to a wrong request.
    visitor_class = class_for(uow, wish)
    for queue in queues_of(plan):
        if not wish.promised:
            must_be_issuing(uow, queue, uow.now)
        must_be_entitled(uow, queue, wish.card)
    name = _name_for(uow, wish, plan)
    ticket = new_ticket(uow, plan[0].queue, wish, visitor_class)
    if name is not None:
        ticket = replace(ticket, masked_name=name)
    ahead = uow.tickets.waiting(plan[0].queue)
    return Taken(ticket, enter(uow, ticket, plan, by=by), ahead)


def _name_for(uow: UnitOfWork, wish: Wish, plan: Sequence[Planned]) -> str | None:
    """Return the masked name, if any zone of the visit would show it: of others nothing is kept."""
    name = name_masked(wish.masked_name) if wish.masked_name is not None else None
    return name if any(uow.hall.shows_names(each.queue) for each in plan) else None


def enter(
    uow: UnitOfWork, ticket: Ticket, plan: Sequence[Planned], *, by: str, data: Mapping[str, Any] = NOTHING
) -> tuple[Leg, ...]:
    """Keep a new ticket with the legs of its plan, tell of it, and return them.

    Args:
        data: What the event says beside what it always says.
    """
    legs = _legs(uow, ticket, plan)
    uow.tickets.add(ticket, legs)
    told: dict[str, Any] = {"lang": ticket.language, "date": ticket.date.isoformat(), **data}
    if ticket.slip is not None:
        told["slip"] = ticket.slip.value
    for leg in legs:
        if leg.state is LegState.WAITING:
            kind = EventKind.TAKEN if leg is legs[0] else EventKind.OPENED
            tell_leg(uow, kind, leg, before=None, by=by, data=told if leg is legs[0] else {})
    return tuple(legs)


def queues_of(plan: Sequence[Planned]) -> list[str]:
    """Return the queues that a visit begins in, each once."""
    return list(dict.fromkeys(leg.queue for leg in plan if leg.step == 1))


def plan_for(uow: UnitOfWork, wish: Wish) -> tuple[Planned, ...]:
    """Return the legs that a wish asks for, in their order."""
    if wish.matter is not None:
        return plan_of(uow.hall.matter(wish.matter))
    if wish.items:
        items = [uow.hall.item(item) for item in wish.items]
        if wish.at is not None:
            return (Planned(_queue_at(uow, items[0], wish.at), 1, items[0].id),)
        steps = enumerate(items, start=1)
        return tuple(Planned(uow.hall.queue(each.queue).id, step, each.id) for step, each in steps)
    return (Planned(uow.hall.queue(wish.queue).id, 1),)


def _queue_at(uow: UnitOfWork, item: Item, chosen: str) -> str:
    queue = uow.hall.queue(chosen).id
    if queue not in (item.queue, *item.also):
        raise ItemNotHere(item=item.id, queue=queue)
    return queue


def class_for(uow: UnitOfWork, wish: Wish) -> str:
    """Return the class that the visitor gets: the one asked for if it is proven, or the one of the age."""
    age = wish.card.age if wish.card else None
    if wish.visitor_class is None:
        by_age = [each for each in uow.hall.classes if _is_of_age(each.age_from, age, each.proof)]
        return max(by_age, key=lambda each: each.age_from).id if by_age else uow.hall.classes[0].id
    wanted = uow.hall.visitor_class(wish.visitor_class)
    fits = wanted.proof is Proof.CHOICE or wish.proven or _is_of_age(wanted.age_from, age, wanted.proof)
    if not fits:
        raise ClassNeedsProof(visitor_class=wanted.id, proof=wanted.proof.value)
    return wanted.id


def _is_of_age(age_from: int, age: int | None, proof: Proof) -> bool:
    return proof is Proof.AGE and age is not None and age >= age_from


def must_be_issuing(uow: UnitOfWork, queue: str, at: datetime) -> None:
    """Refuse a ticket of the instant ``at`` of today outside the hours and past the quota.

    Raises:
        QueueClosed, QuotaUsed: None is issued then, or all were.
    """
    hall, rules = uow.hall, uow.hall.rules_of(queue)
    schedule = hall.schedule_of(queue)
    if hall.keeps_hours:
        schedule.must_be_issuing(at, rules.issue_stops_min, uow.today)
    half = half_of(at, hall.zone_info, uow.today)
    quota = rules.quota(half)
    if quota and quota_left(quota, uow.tickets.issued(hall.queue(queue).prefix, half)) == 0:
        opens_at = next_quota_at(
            at,
            schedule,
            day=uow.today,
            day_starts=hall.day_starts,
            stops_min=rules.issue_stops_min,
        )
        raise QuotaUsed(queue=queue, half=half.value, opens_at=to_text(opens_at) if opens_at else None)


def must_be_entitled(uow: UnitOfWork, queue: str, card: Card | None) -> None:
    """Refuse a person who has enough tickets of a queue, or no card where one is needed.

    Raises:
        CardNeeded, TicketHeld, TicketsADay: The queue's rules for a person.
    """
    rules = uow.hall.rules_of(queue)
    must_have_card(card.hash if card else None, needs_card=rules.needs_card)
    if card is None or not (rules.open_tickets or rules.tickets_a_day):
        return
    mine: list[tuple[date, Leg]] = uow.tickets.of_card(card.hash, queue)
    held = [leg.number for _, leg in mine if not leg.state.ended]
    today = {leg.ticket for day, leg in mine if day == uow.today}
    must_be_free(held, len(today), open_tickets=rules.open_tickets, tickets_a_day=rules.tickets_a_day)


def new_ticket(uow: UnitOfWork, queue: str, wish: Wish, visitor_class: str) -> Ticket:
    """Return a ticket with the next number of a queue's series, which is counted on."""
    language = uow.hall.language(wish.language)
    prefix = uow.hall.queue(queue).prefix
    running = uow.tickets.next_running(prefix, half_of(uow.now, uow.hall.zone_info, uow.today))
    number = format_number(prefix, running)
    return ticket_for(
        uow, wish, visitor_class, language, number=number, day=uow.today, track=new_track(uow.now), at=uow.now
    )


def new_track(at: datetime) -> str:
    """Return a token for a visitor's own page that nobody can guess: 96 bits of chance.

    They stand behind the hundredth of a second, which begins anew after 46 hours: so the database appends to
    its index instead of scattering pages of it.
    """
    return f"{int(at.timestamp() * 100) & 0xFFFFFF:06x}{chance_text(12)}"


def ticket_for(
    uow: UnitOfWork,
    wish: Wish,
    visitor_class: str,
    language: str,
    *,
    number: str,
    day: date,
    track: str,
    at: datetime,
) -> Ticket:
    """Return a ticket with a number of the business date ``day``, taken at the instant ``at``."""
    return Ticket(
        id=_time_ordered_id(int(uow.now.timestamp() * 1000)),
        number=number,
        date=day,
        visitor_class=visitor_class,
        language=language,
        track=track,
        taken_at=at,
        matter=wish.matter,
        card=wish.card.hash if wish.card else None,
        assisted=wish.assisted,
        booking=wish.booking,
        slip=SlipState.PENDING if wish.slip else None,
    )


def first_leg(uow: UnitOfWork, ticket: Ticket, planned: Planned, place: int = 1, **more: Any) -> Leg:
    """Return a leg of a new ticket, waiting; ``more``: fields of it that are not of a plain visit."""
    given = {"entered": uow.events.next_seq, **more}
    return Leg(
        id=f"{ticket.id}.{place}",
        ticket=ticket.id,
        number=ticket.number,
        queue=planned.queue,
        visitor_class=ticket.visitor_class,
        since=ticket.taken_at,
        item=planned.item,
        step=planned.step,
        back_to=planned.back_to,
        **given,
    )


def _legs(uow: UnitOfWork, ticket: Ticket, plan: Sequence[Planned]) -> list[Leg]:
    steps = max(each.step for each in plan)
    return [
        first_leg(
            uow,
            ticket,
            each,
            place,
            steps=steps,
            several=len(plan) > 1,
            # The legs of the first step join one event after the other.
            entered=uow.events.next_seq + place - 1,
            state=LegState.WAITING if each.step == 1 else LegState.PLANNED,
        )
        for place, each in enumerate(plan, start=1)
    ]


def _time_ordered_id(at_ms: int) -> str:
    """Return an opaque id that sorts by time, so that the database appends instead of scattering."""
    return f"{at_ms:011x}{chance_hex(5)}"
