"""The statements about visitors, each compiled once."""

from __future__ import annotations

from sqlalchemy import (
    ColumnElement,
    and_,
    bindparam,
    case,
    delete,
    func,
    insert,
    literal_column,
    select,
    update,
)

from core.store.prepared import Prepared
from core.store.sql import AT_WINDOW, LEFT_OPEN, OF_TICKET, WAITING
from core.store.tables import legs, tickets
from core.store.tables_visitors import bookings, card_keys, contacts, erasures, ratings

P = bindparam

# Literals: with a parameter SQLite passes over a partial index.
BOOKED = bookings.c.state == literal_column("'booked'")
NOT_CANCELLED = bookings.c.state != literal_column("'cancelled'")
DONE = legs.c.state == literal_column("'done'")

ADD_BOOKING = Prepared(insert(bookings))
BOOKING = Prepared(select(bookings).where(bookings.c.hall == P("hall"), bookings.c.id == P("booking")))
SET_BOOKING = Prepared(
    update(bookings)
    .where(
        bookings.c.hall == P("of_hall"), bookings.c.id == P("of_id"), bookings.c.version == P("of_version")
    )
    .values(state=P("new_state"), ticket=P("new_ticket"), late=P("new_late"), version=P("new_version"))
)
BOOKING_OF_CODE = Prepared(
    select(bookings)
    .where(bookings.c.hall == P("hall"), bookings.c.code == P("of_code"))
    .order_by(case((BOOKED, 0), else_=1), bookings.c.date.desc(), bookings.c.made_at.desc())
    .limit(1)
)
BOOKINGS_OF_CARD = Prepared(
    select(bookings)
    .where(
        bookings.c.hall == P("hall"),
        bookings.c.card == P("of_card"),
        bookings.c.date == P("day"),
        NOT_CANCELLED,
    )
    .order_by(bookings.c.starts, bookings.c.id)
)
_SLOT = and_(bookings.c.hall == P("hall"), bookings.c.date == P("day"), bookings.c.queue == P("of_queue"))
TAKEN = Prepared(
    select(func.count()).select_from(bookings).where(_SLOT, bookings.c.starts == P("at"), NOT_CANCELLED)
)
BOOKED_BY_SLOT = Prepared(
    select(bookings.c.starts, func.count().label("count"))
    .where(_SLOT, NOT_CANCELLED)
    .group_by(bookings.c.starts)
)
BOOKINGS_OF_DAY = Prepared(
    select(bookings)
    .where(bookings.c.hall == P("hall"), bookings.c.date == P("day"))
    .order_by(bookings.c.starts, bookings.c.made_at, bookings.c.id)
)
BOOKINGS_LEFT_OPEN = Prepared(
    select(bookings)
    .where(bookings.c.hall == P("hall"), bookings.c.date < P("day"), BOOKED)
    .order_by(bookings.c.date, bookings.c.starts, bookings.c.id)
)

CARD_KEY = Prepared(
    select(card_keys.c.key).where(card_keys.c.hall == P("hall"), card_keys.c.date == P("day"))
)
ADD_CARD_KEY = Prepared(insert(card_keys))
DESTROY_CARD_KEYS = Prepared(
    delete(card_keys).where(card_keys.c.hall == P("hall"), card_keys.c.date < P("day"))
)

PHONE = Prepared(
    select(contacts.c.phone).where(contacts.c.hall == P("hall"), contacts.c.holder == P("of_holder"))
)
ADD_CONTACT = Prepared(insert(contacts))
_OF_HOLDER: ColumnElement[bool] = and_(contacts.c.hall == P("of_hall"), contacts.c.holder == P("of_holder"))
MOVE_CONTACT = Prepared(update(contacts).where(_OF_HOLDER).values(holder=P("new_holder")))
ERASE_CONTACT = Prepared(delete(contacts).where(_OF_HOLDER))
ERASE_CONTACTS = Prepared(
    delete(contacts).where(contacts.c.hall == P("of_hall"), contacts.c.erase_on <= P("day"))
)


def _reachable(*also: ColumnElement[bool]) -> Prepared:
    """Return the statement for legs with their tickets, of who left a phone number and has not rated them."""
    of_ticket = [column.label(f"ticket_{column.name}") for column in tickets.c]
    contact = and_(contacts.c.hall == legs.c.hall, contacts.c.holder == legs.c.ticket)
    rated = and_(ratings.c.hall == legs.c.hall, ratings.c.leg == legs.c.id)
    return Prepared(
        select(legs, *of_ticket)
        .select_from(legs.join(contacts, contact).join(tickets, OF_TICKET).outerjoin(ratings, rated))
        .where(legs.c.hall == P("hall"), ratings.c.leg.is_(None), *also)
    )


LINE = Prepared(
    select(legs.c.id)
    .where(legs.c.hall == P("hall"), legs.c.queue == P("of_queue"), WAITING)
    .order_by(legs.c.rank, legs.c.since, legs.c.entered)
)
"""Everybody who waits in a queue: for many of them that is less than counting for each."""
REACHABLE_OPEN = _reachable(LEFT_OPEN)
REACHABLE_AT_WINDOWS = _reachable(AT_WINDOW)
REACHABLE_DONE = _reachable(DONE, legs.c.ended_at >= P("since"))

TICKET_OF_TRACK = Prepared(
    select(tickets).where(tickets.c.hall == P("hall"), tickets.c.track == P("of_track"))
)
LEGS_OF_TICKET = Prepared(
    select(legs).where(legs.c.hall == P("hall"), legs.c.ticket == P("of_ticket")).order_by(legs.c.id)
)
RATED = Prepared(select(ratings.c.leg).where(ratings.c.hall == P("hall"), ratings.c.leg == P("of_leg")))
ADD_RATING = Prepared(insert(ratings))
# A literal, as above: only with it SQLite sees that the partial index holds them all.
ERASE_TEXTS = Prepared(
    update(ratings)
    .where(
        ratings.c.hall == P("of_hall"), ratings.c.text != literal_column("''"), ratings.c.given_at < P("at")
    )
    .values(text=literal_column("''"))
)
LAST_DONE = Prepared(
    select(legs)
    .where(legs.c.hall == P("hall"), DONE, legs.c.ended_at >= P("since"), legs.c.window == P("number"))
    .order_by(legs.c.ended_at.desc())
    .limit(1)
)


def _count(*also: ColumnElement[bool]) -> Prepared:
    """Return the statement that counts finished legs by window, clerk and level."""
    given = and_(
        ratings.c.hall == legs.c.hall, ratings.c.leg == legs.c.id, ratings.c.given_at < P("given_before")
    )
    return Prepared(
        select(legs.c.window, legs.c.clerk, ratings.c.level, func.count().label("count"))
        .select_from(legs.outerjoin(ratings, given))
        .where(
            legs.c.hall == P("hall"), DONE, legs.c.ended_at >= P("since"), legs.c.ended_at < P("until"), *also
        )
        .group_by(legs.c.window, legs.c.clerk, ratings.c.level)
        .order_by(legs.c.window, legs.c.clerk)
    )


COUNT_RATINGS = _count()
COUNT_RATINGS_OF = _count(legs.c.clerk == P("of_clerk"))

ADD_ERASURE = Prepared(insert(erasures))
ERASURES = Prepared(
    select(erasures).where(erasures.c.hall == P("hall")).order_by(erasures.c.seq.desc()).limit(P("most"))
)
