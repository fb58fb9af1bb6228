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
    bindparam,
    delete,
    func,
    insert,
    literal_column,
    select,
    union_all,
    update,
)

from core.store.prepared import Prepared
from core.store.tables import answers, clerks, events, halls, legs, series, tickets, windows

P = bindparam

LANES_MOST = 400
"""Lanes one statement looks into: SQLite takes 500 terms of a compound SELECT and no more.

Source: https://www.sqlite.org/limits.html (SQLITE_MAX_COMPOUND_SELECT).
"""


def _state_is(*states: str) -> ColumnElement[bool]:
    return legs.c.state.in_([literal_column(f"'{state}'") for state in states])


WAITING = legs.c.state == literal_column("'waiting'")
AT_WINDOW = _state_is("called", "serving")
LEFT_OPEN = _state_is("waiting", "called", "passed")

LOCK_HALL = Prepared(update(halls).where(halls.c.id == P("hall")).values(seq=halls.c.seq))
HALL = Prepared(select(halls).where(halls.c.id == P("hall")))
# Without the description, some 200 kB: every group of commands asks for this.
HALL_STANDS = Prepared(select(halls.c.seq, halls.c.day, halls.c.day_seq).where(halls.c.id == P("hall")))
ALL_HALLS = Prepared(select(halls).order_by(halls.c.id))
ADD_HALL = Prepared(insert(halls))
SET_HALL = Prepared(
    update(halls)
    .where(halls.c.id == P("hall"))
    .values(
        seq=P("new_seq"),
        day=P("new_day"),
        day_seq=P("new_day_seq"),
        description=P("new_description"),
    )
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

COUNT_ON = Prepared(
    update(series)
    .where(series.c.hall == P("of_hall"), series.c.date == P("of_date"), series.c.prefix == P("of_prefix"))
    .values(last=series.c.last + 1)
    .returning(series.c.last)
)
ADD_SERIES = Prepared(insert(series))

ADD_TICKET = Prepared(insert(tickets))
TICKET = Prepared(select(tickets).where(tickets.c.hall == P("hall"), tickets.c.id == P("ticket")))

ADD_LEG = Prepared(insert(legs))
LEGS_OF = Prepared(
    select(legs).where(legs.c.hall == P("hall"), legs.c.ticket == P("ticket")).order_by(legs.c.id)
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
        (legs.c.since < P("at")) | ((legs.c.since == P("at")) & (legs.c.entered < P("place"))),
    )
)
WAITING_BY_QUEUE = Prepared(
    select(legs.c.queue, func.count().label("waiting"), func.min(legs.c.since).label("longest"))
    .where(legs.c.hall == P("hall"), WAITING)
    .group_by(legs.c.queue)
)
# Of all dates: who is served past the turn of the day may be called again after it.
LISTED_CALLS = Prepared(
    select(legs)
    .where(legs.c.hall == P("hall"), legs.c.call_seq > P("since"))
    .order_by(legs.c.call_seq.desc())
)
CLASSES_LEFT_OPEN = Prepared(
    select(legs.c.visitor_class).distinct().where(legs.c.hall == P("hall"), LEFT_OPEN)
)
LEFT_OPEN_BEFORE = Prepared(
    select(legs)
    .where(legs.c.hall == P("hall"), legs.c.date < P("day"), LEFT_OPEN)
    .order_by(legs.c.date, legs.c.entered)
)

_MOVE = (
    update(legs)
    .where(legs.c.id == P("of_id"), legs.c.version == P("of_version"))
    .values(
        {
            name: P(f"new_{name}")
            for name in (
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
                "version",
            )
        }
    )
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
    .values(status=P("new_status"), clerk=P("new_clerk"), reason=P("new_reason"), since=P("new_since"))
)

ANSWER = Prepared(
    select(answers.c.fingerprint, answers.c.answer).where(
        answers.c.hall == P("hall"), answers.c.key == P("answer_key")
    )
)
ADD_ANSWER = Prepared(insert(answers))
FORGET_ANSWERS = Prepared(delete(answers).where(answers.c.hall == P("hall"), answers.c.at < P("before")))

CLERK = Prepared(select(clerks).where(clerks.c.hall == P("hall"), clerks.c.id == P("clerk")))
ADD_CLERK = Prepared(insert(clerks))
SET_CLERK = Prepared(
    update(clerks)
    .where(clerks.c.hall == P("of_hall"), clerks.c.id == P("of_id"))
    .values(name=P("new_name"), role=P("new_role"), pin_hash=P("new_pin_hash"))
)


def _head(queue: str, visitor_class: str) -> Select[Any]:
    return (
        select(legs.c.id)
        .where(
            legs.c.hall == P("hall"),
            legs.c.queue == queue,
            legs.c.visitor_class == visitor_class,
            WAITING,
        )
        .order_by(legs.c.since, legs.c.entered)
        .limit(1)
    )


@lru_cache(maxsize=512)
def heads(queues: tuple[str, ...], classes: tuple[str, ...]) -> tuple[Prepared, ...]:
    """Return the statements for the first waiting leg of each lane (queue, class), mostly a single one.

    One look into the index a lane, whatever waits behind the heads. There are as many of these statements as
    the hall has profiles.
    """
    lanes = [(queue, each) for queue in queues for each in classes]
    return tuple(_heads(lanes[at : at + LANES_MOST]) for at in range(0, len(lanes), LANES_MOST))


def _heads(lanes: Sequence[tuple[str, str]]) -> Prepared:
    each_head = [_head(*lane).subquery() for lane in lanes]
    return Prepared(
        select(legs).where(
            legs.c.id.in_(union_all(*(select(head.c.id) for head in each_head)).scalar_subquery())
        )
    )
