"""The statements of the store, each compiled once.

States are literals and not parameters: with a parameter SQLite passes over the partial index of the waiting
(195 times slower at 100,000 old tickets).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    bindparam,
    delete,
    func,
    insert,
    literal_column,
    null,
    or_,
    select,
    tuple_,
    union_all,
    update,
)

from core.domain.event import MASKED_NAME
from core.store.prepared import Prepared
from core.store.rows import HEAD
from core.store.tables import (
    answers,
    clerks,
    descriptions,
    events,
    halls,
    legs,
    series,
    signed_out,
    tickets,
    turns,
    windows,
)

P = bindparam

LANES_MOST = 400
"""Lanes one statement looks into: SQLite takes 500 terms of a compound SELECT and no more.

Source: https://www.sqlite.org/limits.html (SQLITE_MAX_COMPOUND_SELECT).
"""


def state_is(*states: str) -> ColumnElement[bool]:
    """Return whether a leg is in one of some states, in words that partial indexes are found by."""
    return legs.c.state.in_([literal_column(f"'{state}'") for state in states])


WAITING = legs.c.state == literal_column("'waiting'")
AT_WINDOW = state_is("called", "serving")
LEFT_OPEN = state_is("planned", "waiting", "called", "passed", "suspended")
SUSPENDED = legs.c.state == literal_column("'suspended'")
OF_TICKET = and_(tickets.c.id == legs.c.ticket, tickets.c.hall == legs.c.hall)

_DESCRIBED = select(halls, descriptions.c.description, descriptions.c.source).join(
    descriptions, descriptions.c.hall == halls.c.id
)
HALL = Prepared(_DESCRIBED.where(halls.c.id == P("hall")))
EPOCH = Prepared(select(halls.c.epoch).where(halls.c.id == P("hall")))
HALL_STANDS = Prepared(select(halls.c.seq, halls.c.day, halls.c.day_seq).where(halls.c.id == P("hall")))
ALL_HALLS = Prepared(_DESCRIBED.order_by(halls.c.id))
# Before migration 0003 the description was a column of the hall's row.
HALLS_OF_OLD = Prepared(select(literal_column("description")).select_from(halls).order_by(halls.c.id))
ADD_HALL = Prepared(insert(halls))
SET_HALL = Prepared(
    update(halls)
    .where(halls.c.id == P("hall"))
    .values(seq=P("new_seq"), day=P("new_day"), day_seq=P("new_day_seq"))
)
ADD_DESCRIPTION = Prepared(insert(descriptions))
DESCRIBE = Prepared(
    update(descriptions)
    .where(descriptions.c.hall == P("of_hall"))
    .values(description=P("new_description"), source=func.coalesce(P("new_source"), descriptions.c.source))
)
SET_SEQ = Prepared(update(halls).where(halls.c.id == P("hall")).values(seq=P("new_seq")))

ADD_EVENT = Prepared(insert(events))
EVENTS_AFTER = Prepared(
    select(events)
    .where(events.c.hall == P("hall"), events.c.seq > P("after"))
    .order_by(events.c.seq)
    .limit(P("most"))
)
LAST_EVENT_AT = Prepared(
    select(events.c.at).where(events.c.hall == P("hall")).order_by(events.c.seq.desc()).limit(1)
)

_ISSUED = series.c.last + series.c.beside

COUNT_ON = Prepared(
    update(series)
    .where(series.c.hall == P("of_hall"), series.c.date == P("of_date"), series.c.prefix == P("of_prefix"))
    .values(last=series.c.last + 1, morning=series.c.morning + P("more_in_the_morning"))
    .returning(series.c.last, series.c.reserved_from)
)
ADD_SERIES = Prepared(insert(series))
SERIES = Prepared(
    select(_ISSUED.label("issued"), series.c.morning).where(
        series.c.hall == P("hall"), series.c.date == P("day"), series.c.prefix == P("of_prefix")
    )
)

ISSUED = Prepared(
    select(series.c.prefix, series.c.last, _ISSUED.label("issued"), series.c.morning).where(
        series.c.hall == P("hall"), series.c.date == P("day")
    )
)

ADD_TICKET = Prepared(insert(tickets))
SET_TICKET = Prepared(
    update(tickets)
    .where(tickets.c.hall == P("of_hall"), tickets.c.id == P("of_id"))
    .values(visitor_class=P("new_visitor_class"), slip=P("new_slip"), slip_at=P("new_slip_at"))
)
ERASE_NAMES = Prepared(
    update(tickets)
    .where(tickets.c.hall == P("of_hall"), tickets.c.date < P("day"), tickets.c.masked_name.is_not(None))
    .values(masked_name=null())
)
# Whose calls are listed or who is at a window; in a hall that shows no names nobody asks.
NAMES = Prepared(
    select(legs.c.id, legs.c.queue, tickets.c.masked_name)
    .join(tickets, OF_TICKET)
    .where(
        legs.c.hall == P("hall"),
        # Who is at a window again because something was taken back has no call that is listed.
        or_(legs.c.call_seq > P("since"), AT_WINDOW),
        tickets.c.masked_name.is_not(None),
    )
)
NAMING_EVENTS = Prepared(
    select(events.c.seq, events.c.data).where(
        events.c.hall == P("hall"), events.c.seq > P("since"), events.c.data.like(f'%"{MASKED_NAME}"%')
    )
)
SET_EVENT_DATA = Prepared(
    update(events)
    .where(events.c.hall == P("of_hall"), events.c.seq == P("of_seq"))
    .values(data=P("new_data"))
)
TICKET = Prepared(select(tickets).where(tickets.c.hall == P("hall"), tickets.c.id == P("ticket")))

ADD_LEG = Prepared(insert(legs))
LEG = Prepared(select(legs).where(legs.c.hall == P("hall"), legs.c.id == P("leg")))
LEGS_OF = Prepared(
    select(legs)
    .where(legs.c.hall == P("hall"), legs.c.ticket == P("ticket"))
    # The tenth leg is not the one after the first.
    .order_by(func.length(legs.c.id), legs.c.id)
)
AT = Prepared(select(legs).where(legs.c.hall == P("hall"), legs.c.window == P("number"), AT_WINDOW))
ALL_AT_WINDOWS = Prepared(select(legs).where(legs.c.hall == P("hall"), AT_WINDOW))
COUNT_WAITING = Prepared(
    select(func.count())
    .select_from(legs)
    .where(legs.c.hall == P("hall"), legs.c.queue == P("queue"), WAITING)
)
COUNT_AHEAD = Prepared(
    select(func.count())
    .select_from(legs)
    .where(
        legs.c.hall == P("hall"),
        legs.c.queue == P("queue"),
        WAITING,
        tuple_(legs.c.rank, legs.c.since, legs.c.entered) < tuple_(P("of_rank"), P("at"), P("place")),
    )
)
NTH_WAITING = Prepared(
    select(legs)
    .where(legs.c.hall == P("hall"), legs.c.queue == P("queue"), WAITING)
    .order_by(legs.c.rank, legs.c.since, legs.c.entered)
    .limit(1)
    .offset(P("place"))
)
_PIN_AT_WORK = (
    select(windows.c.number)
    .where(
        windows.c.hall == P("hall"),
        windows.c.number == legs.c.pin,
        windows.c.status != literal_column("'closed'"),
    )
    .exists()
)
PINNED = Prepared(
    select(legs).where(
        legs.c.hall == P("hall"),
        legs.c.pin.is_not(None),
        WAITING,
        (legs.c.pin == P("number")) | ~_PIN_AT_WORK,
    )
)
"""Who waits for a window alone: for this one, or for one that has closed."""
WAKING = Prepared(
    select(legs)
    .where(legs.c.hall == P("hall"), SUSPENDED, legs.c.wake_at.is_not(None), legs.c.wake_at <= P("at"))
    .order_by(legs.c.wake_at)
)
NEXT_WAKE = Prepared(
    select(func.min(legs.c.wake_at)).where(legs.c.hall == P("hall"), SUSPENDED, legs.c.wake_at.is_not(None))
)
OF_CARD = Prepared(
    select(legs, tickets.c.date.label("taken_on"))
    .join(tickets, OF_TICKET)
    .where(tickets.c.hall == P("hall"), tickets.c.card == P("of_card"), legs.c.queue == P("queue"))
    .order_by(tickets.c.taken_at)
)
WAITING_BY_QUEUE = Prepared(
    select(legs.c.queue, func.count().label("waiting"), func.min(legs.c.since).label("longest"))
    .where(legs.c.hall == P("hall"), WAITING)
    .group_by(legs.c.queue)
)
# The partial index of what is left open finds them without reading history.
PASSED = Prepared(
    select(legs.c.number, legs.c.queue, legs.c.window)
    .where(legs.c.hall == P("hall"), LEFT_OPEN, state_is("passed"))
    .order_by(legs.c.call_seq.desc())
    .limit(P("most"))
)
# Of all dates: who is served past the turn of the day may be called again after it.
LISTED_CALLS = Prepared(
    select(legs)
    .where(legs.c.hall == P("hall"), legs.c.call_seq > P("since"))
    .order_by(legs.c.call_seq.desc())
)
TICKET_BY_TRACK = Prepared(
    select(tickets).where(tickets.c.hall == P("hall"), tickets.c.track == P("of_track"))
)
SOURCE = Prepared(select(descriptions.c.source).where(descriptions.c.hall == P("hall")))
CLASSES_LEFT_OPEN = Prepared(
    select(legs.c.visitor_class).distinct().where(legs.c.hall == P("hall"), LEFT_OPEN)
)
LEFT_OPEN_BEFORE = Prepared(
    select(legs)
    .where(legs.c.hall == P("hall"), legs.c.date < P("day"), LEFT_OPEN)
    .order_by(legs.c.date, legs.c.entered)
)
ALL_LEFT_OPEN = Prepared(select(legs).where(legs.c.hall == P("hall"), LEFT_OPEN))
ALL_SERVED = Prepared(select(legs).where(legs.c.hall == P("hall"), AT_WINDOW, state_is("serving")))

MOVED = (
    "visitor_class",
    "since",
    "entered",
    "state",
    "window",
    "called_at",
    "started_at",
    "ended_at",
    "calls",
    "call_at",
    "call_seq",
    "step",
    "steps",
    "several",
    "pin",
    "rank",
    "ready_at",
    "held",
    "back_to",
    "due_at",
    "clerk",
    "suspension",
    "reason",
    "wake_at",
    "outcome",
    "version",
)
"""What a move may change of a leg."""

_MOVE = (
    update(legs)
    .where(legs.c.hall == P("of_hall"), legs.c.id == P("of_id"), legs.c.version == P("of_version"))
    .values({name: P(f"new_{name}") for name in MOVED})
)
MOVE = Prepared(_MOVE)
# A call takes a leg that is still waiting, or nothing at all.
CALL = Prepared(_MOVE.where(WAITING).values(why=P("new_why")))

WINDOW = Prepared(select(windows).where(windows.c.hall == P("hall"), windows.c.number == P("number")))
ALL_WINDOWS = Prepared(select(windows).where(windows.c.hall == P("hall")))
ADD_WINDOW = Prepared(insert(windows))
SET_WINDOW = Prepared(
    update(windows)
    .where(windows.c.hall == P("of_hall"), windows.c.number == P("of_number"))
    .values(
        status=P("new_status"),
        clerk=P("new_clerk"),
        reason=P("new_reason"),
        since=P("new_since"),
        called_at=P("new_called_at"),
    )
)
NOTE_ACT = Prepared(
    update(windows)
    .where(windows.c.hall == P("of_hall"), windows.c.number == P("of_number"))
    .values(last_act=P("new_act"))
)

TURN = Prepared(select(turns).where(turns.c.hall == P("hall"), turns.c.queue == P("of_queue")))
ADD_TURN = Prepared(insert(turns))
SET_TURN = Prepared(
    update(turns)
    .where(turns.c.hall == P("of_hall"), turns.c.queue == P("of_queue"))
    .values(favour_in=P("new_favour_in"), booked_left=P("new_booked_left"), others_left=P("new_others_left"))
)

ANSWER = Prepared(
    select(answers.c.fingerprint, answers.c.answer).where(
        answers.c.hall == P("hall"), answers.c.key == P("answer_key")
    )
)
ADD_ANSWER = Prepared(insert(answers))
SPEND_ANSWER = Prepared(
    update(answers)
    .where(answers.c.hall == P("of_hall"), answers.c.key == P("of_key"))
    .values(fingerprint=P("new_fingerprint"), answer=P("new_answer"), at=P("new_at"))
)
FORGET_ANSWERS = Prepared(delete(answers).where(answers.c.hall == P("hall"), answers.c.at < P("before")))

CLERK = Prepared(select(clerks).where(clerks.c.hall == P("hall"), clerks.c.id == P("clerk")))
ADD_CLERK = Prepared(insert(clerks))
SET_CLERK = Prepared(
    update(clerks)
    .where(clerks.c.hall == P("of_hall"), clerks.c.id == P("of_id"))
    .values(name=P("new_name"), role=P("new_role"), pin_hash=P("new_pin_hash"), skills=P("new_skills"))
)

ALL_CLERKS = Prepared(select(clerks).where(clerks.c.hall == P("hall")).order_by(clerks.c.id))

ADD_SIGNED_OUT = Prepared(insert(signed_out))
IS_SIGNED_OUT = Prepared(
    select(signed_out.c.token).where(signed_out.c.hall == P("hall"), signed_out.c.token == P("of_token"))
)
SIGNED_OUT = Prepared(select(signed_out.c.token).where(signed_out.c.hall == P("hall")))
FORGET_SIGNED_OUT = Prepared(
    delete(signed_out).where(signed_out.c.hall == P("hall"), signed_out.c.expires < P("before"))
)


def may_be_called(queue: Any, visitor_class: Any) -> tuple[ColumnElement[bool], ...]:
    """Return what holds of the legs of a lane that may be called now."""
    return (
        legs.c.hall == P("hall"),
        legs.c.queue == queue,
        legs.c.visitor_class == visitor_class,
        legs.c.held == literal_column("0"),
        legs.c.pin.is_(None),
        legs.c.ready_at.is_(None) | (legs.c.ready_at <= P("now")),
        WAITING,
    )


def _head(queue: str, visitor_class: str) -> Select[Any]:
    return (
        select(legs.c.id)
        .where(*may_be_called(queue, visitor_class))
        .order_by(legs.c.rank, legs.c.since, legs.c.entered)
        .limit(1)
    )


@lru_cache(maxsize=512)
def heads(queues: tuple[str, ...], classes: tuple[str, ...]) -> tuple[Prepared, ...]:
    """Return the statements for the first leg of each lane (queue, class) that may be called, mostly one.

    One look into the index a lane, whatever waits behind the heads. There are as many of these statements as
    the hall has profiles.
    """
    lanes = [(queue, each) for queue in queues for each in classes]
    return tuple(_heads(lanes[at : at + LANES_MOST]) for at in range(0, len(lanes), LANES_MOST))


def _heads(lanes: Sequence[tuple[str, str]]) -> Prepared:
    each_head = [_head(*lane).subquery() for lane in lanes]
    return Prepared(
        select(*(legs.c[name] for name in HEAD)).where(
            legs.c.hall == P("hall"),
            legs.c.id.in_(union_all(*(select(head.c.id) for head in each_head)).scalar_subquery()),
        )
    )
