"""The statements that PostgreSQL is given in other words, each compiled once."""

from __future__ import annotations

from sqlalchemy import ARRAY, String, bindparam, column, func, literal_column, select, true, update

from core.store.postgres import CHANNEL
from core.store.prepared import Prepared
from core.store.rows import HEAD
from core.store.sql import P, may_be_called
from core.store.tables import halls, legs

# The lock and where the hall stands, at once; nothing else may be in this statement: its snapshot is older
# than its lock.
LOCK_HALL = Prepared(
    update(halls)
    .where(halls.c.id == P("hall"))
    .values(seq=halls.c.seq)
    .returning(halls.c.seq, halls.c.day, halls.c.day_seq)
)

_TELL = func.pg_notify(literal_column(f"'{CHANNEL}'"), P("told"))
# What is told is heard with the commit and not before.
SET_SEQ = Prepared(update(halls).where(halls.c.id == P("hall")).values(seq=P("new_seq")).returning(_TELL))
SET_HALL = Prepared(
    update(halls)
    .where(halls.c.id == P("hall"))
    .values(seq=P("new_seq"), day=P("new_day"), day_seq=P("new_day_seq"))
    .returning(_TELL)
)

_LANES = (
    func.unnest(bindparam("of_queues", type_=ARRAY(String)), bindparam("of_classes", type_=ARRAY(String)))
    .table_valued(column("queue", String), column("visitor_class", String), name="lanes")
    .render_derived()
)
_HEAD = (
    select(*(legs.c[name] for name in HEAD))
    .where(*may_be_called(_LANES.c.queue, _LANES.c.visitor_class))
    .order_by(legs.c.rank, legs.c.since, legs.c.entered)
    .limit(literal_column("1"))
    .lateral("head")
)
# One look into the index a lane, as on SQLite, but one statement for every profile: its plan is made once.
HEADS = Prepared(select(_HEAD).select_from(_LANES.join(_HEAD, true())))
