"""The tables of a hall.

Instants are UTC text of fixed width (``core.domain.clock.to_text``), so that text order is time order;
business dates are ISO text. Each change here needs a migration in ``core/store/migrations``: a test
compares the two.
"""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

INSTANT = String(27)
DATE = String(10)
ID = String(64)

halls = Table(
    "halls",
    metadata,
    Column("id", ID, primary_key=True),
    Column("seq", Integer, nullable=False),  # number of the last event: the hall's lock and its sequence
    Column("day", DATE),
    Column("day_seq", Integer, nullable=False, server_default="0"),  # the event before the day's first
    Column("description", Text, nullable=False),
)

tickets = Table(
    "tickets",
    metadata,
    Column("id", ID, primary_key=True),
    Column("hall", ID, ForeignKey("halls.id"), nullable=False),
    Column("date", DATE, nullable=False),
    Column("number", String(8), nullable=False),
    Column("visitor_class", ID, nullable=False),
    Column("language", String(8), nullable=False),
    Column("track", ID, nullable=False, unique=True),
    Column("taken_at", INSTANT, nullable=False),
    UniqueConstraint("hall", "date", "number"),
)

_AT_WINDOW = text("state IN ('called', 'serving')")
_WAITING = text("state = 'waiting'")
_LEFT_OPEN = text("state IN ('waiting', 'called', 'passed')")

legs = Table(
    "legs",
    metadata,
    Column("id", ID, primary_key=True),
    Column("hall", ID, nullable=False),
    Column("ticket", ID, ForeignKey("tickets.id"), nullable=False),
    Column("date", DATE, nullable=False),
    Column("number", String(8), nullable=False),
    Column("queue", ID, nullable=False),
    Column("visitor_class", ID, nullable=False),
    Column("since", INSTANT, nullable=False),
    Column("entered", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Column("window", Integer),
    Column("called_at", INSTANT),
    Column("started_at", INSTANT),
    Column("ended_at", INSTANT),
    Column("calls", Integer, nullable=False),
    Column("call_at", INSTANT),
    Column("call_seq", Integer),
    Column("why", Text),
    Column("version", Integer, nullable=False),
    CheckConstraint("state NOT IN ('called', 'serving') OR window IS NOT NULL", "at_a_window"),
    Index("ix_legs_ticket", "ticket"),
    # The head of each lane, whatever the history behind it weighs; SQLite uses it only for a literal state.
    Index(
        "ix_legs_waiting",
        "hall",
        "queue",
        "visitor_class",
        "since",
        "entered",
        sqlite_where=_WAITING,
        postgresql_where=_WAITING,
    ),
    Index("ix_legs_left_open", "hall", "date", sqlite_where=_LEFT_OPEN, postgresql_where=_LEFT_OPEN),
    Index(
        "ix_legs_listed",
        "hall",
        "call_seq",
        sqlite_where=text("call_seq IS NOT NULL"),
        postgresql_where=text("call_seq IS NOT NULL"),
    ),
    # No window ever has two visitors, no visitor ever two windows: whatever the code above does.
    Index(
        "uq_legs_one_visitor_a_window",
        "hall",
        "window",
        unique=True,
        sqlite_where=_AT_WINDOW,
        postgresql_where=_AT_WINDOW,
    ),
    Index(
        "uq_legs_one_window_a_visitor",
        "ticket",
        unique=True,
        sqlite_where=_AT_WINDOW,
        postgresql_where=_AT_WINDOW,
    ),
)

windows = Table(
    "windows",
    metadata,
    Column("hall", ID, ForeignKey("halls.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("status", String(8), nullable=False),
    Column("clerk", ID),
    Column("reason", ID),
    Column("since", INSTANT),
)

series = Table(
    "series",
    metadata,
    Column("hall", ID, ForeignKey("halls.id"), primary_key=True),
    Column("date", DATE, primary_key=True),
    Column("prefix", String(2), primary_key=True),
    Column("last", Integer, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("hall", ID, ForeignKey("halls.id"), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", INSTANT, nullable=False),
    Column("kind", String(24), nullable=False),
    Column("ticket", ID),
    Column("leg", ID),
    Column("window", Integer),
    Column("zone", ID),
    Column("data", Text, nullable=False),
)

answers = Table(
    "answers",
    metadata,
    Column("hall", ID, ForeignKey("halls.id"), primary_key=True),
    Column("key", String(255), primary_key=True),
    Column("fingerprint", String(64), nullable=False),
    Column("answer", Text, nullable=False),
    Column("at", INSTANT, nullable=False),
    Index("ix_answers_at", "hall", "at"),
)

clerks = Table(
    "clerks",
    metadata,
    Column("hall", ID, ForeignKey("halls.id"), primary_key=True),
    Column("id", ID, primary_key=True),
    Column("name", Text, nullable=False),
    Column("role", String(16), nullable=False),
    Column("pin_hash", Text, nullable=False),
)
