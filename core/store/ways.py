"""What is said to SQLite in one way and to PostgreSQL in another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from core.domain.in_line import Head
from core.store import sql, sql_postgres
from core.store.prepared import Prepared
from core.store.rows import Row, head_of

Heads = Callable[[Connection, str, Sequence[str], Sequence[str], str], list[Head]]
"""Asks for the first leg of each lane: hall, queues, classes, and the instant by which they may be called."""


@dataclass(frozen=True, slots=True)
class Ways:
    """How one kind of database is spoken to.

    Attributes:
        shared: Whether other cores may write in the same database.
        lock: Lock the hall's row, in a statement of its own, and say where the hall stands.
        set_seq: Keep the hall's number; of a shared one the others hear of it with the commit.
        set_hall: The same with the business date.
        heads: The first leg of each lane.
    """

    shared: bool
    lock: Callable[[Connection, str], Row]
    set_seq: Prepared
    set_hall: Prepared
    heads: Heads


def ways(dialect: str) -> Ways:
    """Return how the database of a SQLAlchemy dialect is spoken to."""
    return POSTGRESQL if dialect == "postgresql" else SQLITE


def _lock_sqlite(connection: Connection, hall: str) -> Row:
    # The transaction began IMMEDIATE: nobody else writes until it ends.
    return sql.HALL_STANDS(connection, hall=hall).mappings().one()


def _lock_postgres(connection: Connection, hall: str) -> Row:
    # The row that it returns is the one that the last holder of the lock has left: an UPDATE that had to wait
    # looks at the row again. https://www.postgresql.org/docs/15/transaction-iso.html (13.2.1)
    return sql_postgres.LOCK_HALL(connection, hall=hall).mappings().one()


def _heads_sqlite(
    connection: Connection, hall: str, queues: Sequence[str], classes: Sequence[str], now: str
) -> list[Head]:
    return [
        head_of(row)
        for statement in sql.heads(tuple(queues), tuple(classes))
        for row in statement(connection, hall=hall, now=now).tuples()
    ]


def _heads_postgres(
    connection: Connection, hall: str, queues: Sequence[str], classes: Sequence[str], now: str
) -> list[Head]:
    lanes: dict[str, Any] = {
        "of_queues": [queue for queue in queues for _ in classes],
        "of_classes": [each for _ in queues for each in classes],
    }
    return [head_of(row) for row in sql_postgres.HEADS(connection, hall=hall, now=now, **lanes).tuples()]


SQLITE = Ways(False, _lock_sqlite, sql.SET_SEQ, sql.SET_HALL, _heads_sqlite)
POSTGRESQL = Ways(True, _lock_postgres, sql_postgres.SET_SEQ, sql_postgres.SET_HALL, _heads_postgres)
