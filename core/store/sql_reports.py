"""The statements of the reports, each compiled once.

Databases reckon with instants each in their own way, so there is a function of ours for the seconds between
two of them. The counting is done by the database: of a day with 30,000 tickets some hundred rows come back.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Float, and_, case, func, literal_column, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from core.domain.event import EventKind
from core.store.prepared import Prepared
from core.store.sql import OF_TICKET, P
from core.store.sql_visitors import DONE
from core.store.tables import events, legs, tickets
from core.store.tables_visitors import ratings


class seconds_between(FunctionElement[float]):  # noqa: N801  # a function of SQL
    """The seconds from one instant, kept as text, to another."""

    name = "seconds_between"
    type = Float()
    inherit_cache = True


@compiles(seconds_between, "sqlite")
def _on_sqlite(element: seconds_between, compiler: SQLCompiler, **kw: Any) -> str:
    since, until = (compiler.process(each, **kw) for each in element.clauses)
    return f"((julianday({until}) - julianday({since})) * 86400.0)"


@compiles(seconds_between, "postgresql")
def _on_postgresql(element: seconds_between, compiler: SQLCompiler, **kw: Any) -> str:
    since, until = (compiler.process(each, **kw) for each in element.clauses)
    between = f"CAST({until} AS TIMESTAMPTZ) - CAST({since} AS TIMESTAMPTZ)"
    return f"CAST(EXTRACT(EPOCH FROM ({between})) AS DOUBLE PRECISION)"


_CALLED = legs.c.called_at.is_not(None)
_WALK_IN = _CALLED & (legs.c.calls == literal_column("0"))
_FIRST = legs.c.id == legs.c.ticket + literal_column("'.1'")
# The event by which a leg joined its queue; of one whose step never came it is another's.
_JOINING = and_(
    events.c.hall == legs.c.hall,
    events.c.seq == legs.c.entered,
    events.c.leg == legs.c.id,
    events.c.kind != literal_column(f"'{EventKind.VOID.value}'"),
)
_JOINED = and_(
    legs.c.state != literal_column("'planned'"),
    (legs.c.state != literal_column("'void'")) | _CALLED | events.c.seq.is_not(None),
)
# Of who took a number while the core was away the hall hears later than the visitor came.
_CAME = case(
    (events.c.kind == literal_column(f"'{EventKind.TAKEN.value}'"), tickets.c.taken_at),
    else_=func.coalesce(events.c.at, legs.c.since),
)
_WAITED = seconds_between(_CAME, legs.c.called_at)
_SERVED = seconds_between(legs.c.started_at, legs.c.ended_at)


def _told(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return case((condition, literal_column("1")), else_=literal_column("0"))


_WHERE = (legs.c.queue, legs.c.window, legs.c.clerk, legs.c.state)
_HOW = {
    "called": _told(_CALLED),
    "started": _told(legs.c.started_at.is_not(None)),
    "walk_in": _told(_WALK_IN),
}
LEGS_OF_DAY = Prepared(
    select(
        *_WHERE,
        *(each.label(name) for name, each in _HOW.items()),
        func.count().label("count"),
        func.sum(_told(_FIRST)).label("first"),
        func.coalesce(func.sum(_WAITED), literal_column("0.0")).label("waited_s"),
        func.coalesce(func.max(_WAITED), literal_column("0.0")).label("longest_s"),
        func.coalesce(func.sum(_SERVED), literal_column("0.0")).label("served_s"),
    )
    .select_from(tickets.join(legs, OF_TICKET).outerjoin(events, _JOINING))
    .where(tickets.c.hall == P("hall"), tickets.c.date == P("day"), _JOINED)
    .group_by(*_WHERE, *_HOW.values())
)
SLIPS_OF_DAY = Prepared(
    select(tickets.c.slip, func.count().label("count"))
    .where(tickets.c.hall == P("hall"), tickets.c.date == P("day"))
    .group_by(tickets.c.slip)
)
FINISHED = Prepared(
    select(
        legs.c.ticket,
        legs.c.number,
        legs.c.queue,
        legs.c.item,
        legs.c.window,
        legs.c.ended_at,
        ratings.c.level,
    )
    .select_from(
        legs.outerjoin(
            ratings,
            and_(
                ratings.c.hall == legs.c.hall,
                ratings.c.leg == legs.c.id,
                ratings.c.given_at < P("until"),
            ),
        )
    )
    .where(legs.c.hall == P("hall"), DONE, legs.c.ended_at >= P("since"), legs.c.ended_at < P("until"))
)
MINE = Prepared(
    select(
        legs.c.queue,
        legs.c.item,
        func.count().label("count"),
        func.coalesce(func.sum(_SERVED), literal_column("0.0")).label("served_s"),
    )
    # By the index of what was finished: neither waits nor history are looked at.
    .where(
        legs.c.hall == P("hall"),
        DONE,
        legs.c.ended_at >= P("since"),
        legs.c.ended_at < P("until"),
        legs.c.clerk == P("of_clerk"),
    )
    .group_by(legs.c.queue, legs.c.item)
)
