"""Take over a ticket that a kiosk gave out while it could not reach the core."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from core.app.booking_again import open_again
from core.app.ports import UnitOfWork
from core.app.privacy import keep_phone
from core.app.slips import tell_slip
from core.app.take import (
    Wish,
    class_for,
    enter,
    must_be_entitled,
    must_be_issuing,
    plan_for,
    queues_of,
    ticket_for,
)
from core.app.tickets import end_visit
from core.domain.block import Reserved, within
from core.domain.clock import to_text
from core.domain.errors import (
    ClassNeedsProof,
    ClassUnknown,
    HallError,
    LanguageUnknown,
    NotReserved,
    TicketUnknown,
)
from core.domain.leg import Leg
from core.domain.quota import half_of
from core.domain.slip import SlipState
from core.domain.ticket import LegState, Ticket
from core.domain.visit import Planned, current

REPLACED = "replaced"
"""Why a ticket is void whose number no visitor ever saw: the kiosk had no answer and gave out another one."""
DAY_END = "day_end"


@dataclass(frozen=True, slots=True)
class Printed:
    """How the printing of an offline slip ended.

    Attributes:
        reason: Why, as the printer's health says it.
        printer: The printer's name.
    """

    state: SlipState
    reason: str | None = None
    printer: str | None = None


@dataclass(frozen=True, slots=True)
class Offline:
    """A number that a kiosk gave out by itself.

    Attributes:
        wish: What the visitor asked for.
        at: When, by the kiosk's clock.
        phone: The visitor's phone number, encrypted.
        instead_of: Key of the request to which the kiosk had no answer before it gave out this number.
        noted: Keys of what could not be done as it was wished, found before.
    """

    date: date
    number: str
    wish: Wish
    at: datetime
    slip: Printed | None = None
    phone: str | None = None
    instead_of: str | None = None
    noted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HandedIn:
    """An offline ticket as the hall has it.

    Attributes:
        before: Whether it had been handed in already.
    """

    ticket: Ticket
    leg: Leg
    before: bool


def hand_in(uow: UnitOfWork, offline: Offline, *, machine: str, by: str) -> HandedIn:
    """Take over an offline ticket, once.

    The visitor has the number already: hours, quotas and what a person may have refuse nothing any more, the
    event says which of them would have. The visitor waits as of when the kiosk gave it out. A ticket whose
    day has ended is void from the start, so that the count of that day is true.

    Raises:
        NotReserved: The number was not set aside for that machine on that date.
        QueueUnknown, ItemUnknown, MatterUnknown: The hall has no such thing any more.
    """
    reserved = uow.blocks.find(offline.date, offline.number)
    if reserved is None or reserved.machine != machine:
        raise NotReserved(number=offline.number, date=offline.date.isoformat(), machine=machine)
    if reserved.ticket is not None:
        kept = uow.tickets.get(reserved.ticket)
        return HandedIn(kept, current(uow.tickets.legs_of(kept.id)), before=True)
    wish = _wish(uow, offline.wish, reserved)
    plan = plan_for(uow, wish)
    ticket = _take_over(uow, replace(offline, wish=wish), reserved, plan, by=by)
    if offline.instead_of is not None:
        _replace_orphan(uow, offline.instead_of, by=by)
    return HandedIn(ticket, current(uow.tickets.legs_of(ticket.id)), before=False)


def _wish(uow: UnitOfWork, wish: Wish, reserved: Reserved) -> Wish:
    """Return a wish with the queue that the number is of; one item is done there if it can be."""
    queue = wish.queue or reserved.queue
    if wish.matter is not None or len(wish.items) != 1:
        return replace(wish, queue=queue)
    item = uow.hall.item(wish.items[0])
    return replace(wish, queue=queue, at=queue if queue in (item.queue, *item.also) else None)


def _take_over(
    uow: UnitOfWork, offline: Offline, reserved: Reserved, plan: Sequence[Planned], *, by: str
) -> Ticket:
    at = within(offline.at, reserved.reserved_at, uow.now)
    over = reserved.date < uow.today
    # Whose card it was cannot be told any more once the day is over.
    wish = replace(offline.wish, card=None) if over else offline.wish
    noted = [*offline.noted, *([] if over else _overruled(uow, wish, plan, at))]
    ticket = _ticket(uow, replace(offline, wish=wish), reserved, at, noted)
    uow.blocks.hand_in(reserved, ticket.id, half_of(at, uow.hall.zone_info, reserved.date))
    told = {"offline": True, "taken_at": to_text(at), "machine": reserved.machine}
    legs = enter(uow, ticket, plan, by=by, data=told | ({"overruled": noted} if noted else {}))
    if offline.slip is not None and (offline.slip.reason or offline.slip.printer):
        tell_slip(uow, ticket, legs[0], by=by, reason=offline.slip.reason, printer=offline.slip.printer)
    if over:
        end_visit(uow, ticket.id, by="core", reason=DAY_END)
    elif offline.phone is not None:
        keep_phone(uow, ticket.id, offline.phone)
    return ticket


def _ticket(uow: UnitOfWork, offline: Offline, reserved: Reserved, at: datetime, noted: list[str]) -> Ticket:
    """Return the ticket; what the hall has no class or language for is noted and not refused."""
    wish = offline.wish
    try:
        visitor_class = class_for(uow, wish)
    except (ClassNeedsProof, ClassUnknown) as refusal:
        noted.append(refusal.key)
        visitor_class = class_for(uow, replace(wish, visitor_class=None))
    try:
        language = uow.hall.language(wish.language)
    except LanguageUnknown as refusal:
        noted.append(refusal.key)
        language = uow.hall.language(None)
    made = ticket_for(
        uow,
        wish,
        visitor_class,
        language,
        number=reserved.number,
        day=reserved.date,
        track=reserved.track,
        at=at,
    )
    return replace(made, slip=offline.slip.state) if offline.slip else made


def _overruled(uow: UnitOfWork, wish: Wish, plan: Sequence[Planned], at: datetime) -> list[str]:
    """Return the keys of the rules that would have refused the ticket, each once."""
    found: list[str] = []

    def ask(rule: Callable[[], None]) -> None:
        try:
            rule()
        except HallError as refusal:
            if refusal.key not in found:
                found.append(refusal.key)

    for queue in queues_of(plan):
        ask(lambda queue=queue: must_be_issuing(uow, queue, at))  # type: ignore[misc]
        ask(lambda queue=queue: must_be_entitled(uow, queue, wish.card))  # type: ignore[misc]
    return found


def _replace_orphan(uow: UnitOfWork, key: str, *, by: str) -> None:
    """End the ticket that was taken under a key whose answer was lost; the key is spent from now on."""
    found = uow.answers.find(key)
    if found is not None:
        _end_orphan(uow, found[1], by=by)
    uow.answers.spend(key)


def _end_orphan(uow: UnitOfWork, answer: Mapping[str, Any], *, by: str) -> None:
    # Keys are of requests of every kind; a ticket's answer has its id and its token.
    if not {"id", "track"} <= answer.keys():
        return
    try:
        leg = current(uow.tickets.legs_of(answer["id"]))
    except TicketUnknown:
        return
    # Whom a clerk serves is there, whatever the kiosk knows.
    if not leg.state.ended and leg.state is not LegState.SERVING:
        end_visit(uow, leg.ticket, by=by, reason=REPLACED)
        open_again(uow, leg.ticket, by=by)
