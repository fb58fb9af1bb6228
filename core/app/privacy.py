"""What the hall knows of people, and when it stops knowing it."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from core.app.ports import UnitOfWork
from core.app.ratings import begins
from core.domain.booking import bookable_days
from core.domain.clock import to_text
from core.domain.errors import CardDayRefused
from core.domain.event import EventKind
from core.domain.hall import Hall
from core.domain.privacy import KEY_BYTES, Erased, Erasure, erase_on
from core.domain.result import first_kept
from core.domain.ticket import Ticket


@dataclass(frozen=True, slots=True)
class CardKey:
    """The key that ID numbers of one business date are hashed with; it never leaves kiosk and core."""

    date: date
    key: bytes


def card_key(uow: UnitOfWork, *, day: date | None = None) -> CardKey:
    """Return the key of a day (today's without one); it is made when first asked for.

    Raises:
        CardDayRefused: The day is over or cannot be booked yet.
    """
    wanted = day or uow.today
    if wanted != uow.today and wanted not in booking_days(uow.hall, uow.today):
        raise CardDayRefused(date=wanted.isoformat())
    key = uow.visitors.keys.get(wanted)
    if key is None:
        key = secrets.token_bytes(KEY_BYTES)
        uow.visitors.keys.add(wanted, key)
    return CardKey(wanted, key)


def booking_days(hall: Hall, today: date) -> list[date]:
    """Return the days on which any queue with slots can be booked."""
    queues = {plan.queue for plan in hall.slots}
    known = [queue.id for queue in hall.queues if queue.id in queues]
    days = {day for queue in known for day in bookable_days(hall.bookings, hall.schedule_of(queue), today)}
    return sorted(days)


def destroy_old_keys(uow: UnitOfWork) -> int:
    """Destroy the keys of days that are over; from then on nobody can tell whose hash is whose.

    Run at the turn of the day; a second run on one day finds nothing and writes nothing.
    """
    return _record(uow, Erased.CARD_KEYS, uow.visitors.keys.destroy_before(uow.today), uow.today)


def keep_phone(uow: UnitOfWork, ticket: str, cipher_text: str) -> None:
    """Keep the phone number of a ticket until the visit can be rated no more.

    Args:
        cipher_text: The number as ``core.service.vault`` encrypted it: the store never sees it in clear.
    """
    kept = uow.tickets.get(ticket)
    uow.visitors.contacts.keep(ticket, cipher_text, erase_on(kept.date, uow.hall.rating_days))
    tell_reachable(uow, kept)


def tell_reachable(uow: UnitOfWork, ticket: Ticket) -> None:
    """Write that a visitor can be sent messages: who sends them looks at this visit from now on."""
    uow.events.append(EventKind.REACHABLE, ticket=ticket.id, data={"number": ticket.number})


def erase_phone(uow: UnitOfWork, holder: str) -> int:
    """Erase the phone number of a ticket or booking that is needed no more."""
    return _record(uow, Erased.PHONES, uow.visitors.contacts.erase(holder), uow.today)


def erase_due(uow: UnitOfWork) -> int:
    """Erase the phone numbers whose time is over.

    Run at the turn of the day; a second run on one day finds nothing and writes nothing.
    """
    return _record(uow, Erased.PHONES, uow.visitors.contacts.erase_due(uow.today), uow.today)


def erase_names(uow: UnitOfWork) -> int:
    """Erase the masked names of days that are over, in tickets and in the events that told them.

    Run at the turn of the day; a second run on one day finds nothing and writes nothing.
    """
    return _record(uow, Erased.MASKED_NAMES, uow.tickets.erase_names(), uow.today)


def erase_texts(uow: UnitOfWork) -> int:
    """Erase what visitors wrote in ratings and the hall has had its time to answer; the ratings stay.

    Run at the turn of the day; a second run on one day finds nothing and writes nothing.
    """
    first_kept = uow.today - timedelta(days=uow.hall.rating_text_days)
    count = uow.visitors.ratings.erase_texts(begins(uow.hall, first_kept))
    return _record(uow, Erased.RATING_TEXTS, count, first_kept)


def erase_results(uow: UnitOfWork) -> int:
    """Erase what nobody has collected for as long as the hall keeps it.

    Run by the ticker; a second run on one day finds nothing and writes nothing.
    """
    kept_from = first_kept(uow.today, uow.hall.result_days)
    before = begins(uow.hall, kept_from)
    due = uow.results.before(before)
    for result in due:
        uow.results.remove(result)
    zones = dict(Counter(result.zone for result in due))
    told = {"ready_before": to_text(before), "zones": zones}
    return _record(uow, Erased.RESULTS, len(due), kept_from, told)


def _record(
    uow: UnitOfWork, what: Erased, count: int, before: date, more: Mapping[str, Any] | None = None
) -> int:
    """Write down that something was erased: an erasure without a record is none."""
    if count:
        uow.visitors.erasures.add(Erasure(uow.events.next_seq, uow.now, what, count, before))
        told = {"what": what.value, "count": count, "before": before.isoformat(), **(more or {})}
        uow.events.append(EventKind.ERASED, data=told)
    return count
