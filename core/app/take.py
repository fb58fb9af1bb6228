"""Take a ticket."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from core.app.ports import UnitOfWork
from core.app.tell import tell_leg
from core.domain.event import EventKind
from core.domain.leg import Leg
from core.domain.numbering import format_number
from core.domain.ticket import Ticket


@dataclass(frozen=True, slots=True)
class Taken:
    """A new ticket.

    Attributes:
        ahead: How many wait in its queue before it.
    """

    ticket: Ticket
    leg: Leg
    ahead: int


def take(
    uow: UnitOfWork,
    *,
    by: str,
    queue: str | None = None,
    item: str | None = None,
    visitor_class: str | None = None,
    language: str | None = None,
) -> Taken:
    """Give the visitor the next number of a queue, named itself or by one of its items.

    Raises:
        QueueUnknown, ItemUnknown, ClassUnknown, LanguageUnknown: The hall has no such thing.
    """
    wanted = uow.hall.queue(queue if item is None else uow.hall.item(item).queue)
    # Every refusal comes before the series is counted on: no number is lost to a wrong request.
    chosen_class = uow.hall.visitor_class(visitor_class).id
    chosen_language = uow.hall.language(language)
    running = uow.tickets.next_running(wanted.prefix)
    ticket = Ticket(
        id=_time_ordered_id(int(uow.now.timestamp() * 1000)),
        number=format_number(wanted.prefix, running),
        date=uow.today,
        visitor_class=chosen_class,
        language=chosen_language,
        track=secrets.token_urlsafe(16),
        taken_at=uow.now,
    )
    leg = Leg(
        id=f"{ticket.id}.1",
        ticket=ticket.id,
        number=ticket.number,
        queue=wanted.id,
        visitor_class=ticket.visitor_class,
        since=uow.now,
        entered=uow.events.next_seq,
    )
    ahead = uow.tickets.waiting(wanted.id)
    uow.tickets.add(ticket, leg)
    told = {"lang": ticket.language, "date": ticket.date.isoformat()}
    tell_leg(uow, EventKind.TAKEN, leg, by=by, data=told)
    return Taken(ticket, leg, ahead)


def _time_ordered_id(at_ms: int) -> str:
    """Return an opaque id that sorts by time, so that the database appends instead of scattering."""
    return f"{at_ms:011x}{secrets.token_hex(5)}"
