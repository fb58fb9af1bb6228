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
    Column("epoch", ID, nullable=False, server_default=""),  # the life that its event numbers belong to
)

# Beside the row of the hall, which every commit changes: a description weighs some 200 kB.
descriptions = Table(
    "descriptions",
    metadata,
    Column("hall", ID, ForeignKey("halls.id"), primary_key=True),
    Column("description", Text, nullable=False),
    Column("source", Text),  # the hall file it was read from
)

NOT_OUT = text("slip IN ('pending', 'failed', 'unknown')")

NAMED = text("masked_name IS NOT NULL")

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
    Column("matter", ID),
    Column("card", ID),
    Column("assisted", Integer, nullable=False, server_default="0"),
    Column("booking", ID),
    Column("slip", String(8)),
    Column("slip_at", INSTANT),  # without: as it was when the ticket was taken
    Column("masked_name", String(16)),  # until the day is over
    UniqueConstraint("hall", "date", "number"),
    # Whose slip is not out is found without reading history, and is soon another one's.
    Index("ix_tickets_not_out", "hall", "date", sqlite_where=NOT_OUT, postgresql_where=NOT_OUT),
    # Whose name is to be erased, or shown, is found without reading history.
    Index("ix_tickets_named", "hall", "date", sqlite_where=NAMED, postgresql_where=NAMED),
    Index(
        "ix_tickets_card",
        "hall",
        "card",
        sqlite_where=text("card IS NOT NULL"),
        postgresql_where=text("card IS NOT NULL"),
    ),
)

_AT_WINDOW = text("state IN ('called', 'serving')")
_WAITING = text("state = 'waiting'")
_LEFT_OPEN = text("state IN ('planned', 'waiting', 'called', 'passed', 'suspended')")
_PINNED = text("state = 'waiting' AND pin IS NOT NULL")
_WAKES = text("state = 'suspended' AND wake_at IS NOT NULL")

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
    Column("item", ID),
    Column("step", Integer, nullable=False, server_default="1"),
    Column("steps", Integer, nullable=False, server_default="1"),
    Column("several", Integer, nullable=False, server_default="0"),
    Column("pin", Integer),
    Column("rank", Integer, nullable=False, server_default="1"),
    Column("ready_at", INSTANT),
    Column("held", Integer, nullable=False, server_default="0"),
    Column("back_to", Integer),
    Column("due_at", INSTANT),
    Column("clerk", ID),
    Column("suspension", String(16)),
    Column("reason", ID),
    Column("wake_at", INSTANT),
    Column("outcome", ID),
    Column("version", Integer, nullable=False),
    CheckConstraint("state NOT IN ('called', 'serving') OR \"window\" IS NOT NULL", "at_a_window"),
    Index("ix_legs_ticket", "ticket"),
    # The head of each lane, whatever the history behind it weighs; SQLite uses it only for a literal state.
    Index(
        "ix_legs_waiting",
        "hall",
        "queue",
        "visitor_class",
        "rank",
        "since",
        "entered",
        sqlite_where=_WAITING,
        postgresql_where=_WAITING,
    ),
    Index("ix_legs_pinned", "hall", "pin", sqlite_where=_PINNED, postgresql_where=_PINNED),
    Index("ix_legs_wakes", "hall", "wake_at", sqlite_where=_WAKES, postgresql_where=_WAKES),
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
    Column("called_at", INSTANT),
    Column("last_act", Text),  # what its last finish, pass or transfer changed, while it can be taken back
)

# Where the cap and the mix of a queue stand; of queues that have one.
turns = Table(
    "turns",
    metadata,
    Column("hall", ID, ForeignKey("halls.id"), primary_key=True),
    Column("queue", ID, primary_key=True),
    Column("favour_in", Integer, nullable=False),
    Column("booked_left", Integer, nullable=False),
    Column("others_left", Integer, nullable=False),
)

series = Table(
    "series",
    metadata,
    Column("hall", ID, ForeignKey("halls.id"), primary_key=True),
    Column("date", DATE, primary_key=True),
    Column("prefix", String(2), primary_key=True),
    Column("last", Integer, nullable=False),
    Column("morning", Integer, nullable=False, server_default="0"),  # so many were issued before 12:00
    # So many were issued beside the series from blocks, less those that it passed over.
    Column("beside", Integer, nullable=False, server_default="0"),
    # The next number that it passes over: a ticket looks for blocks only there.
    Column("reserved_from", Integer),
)

# Numbers that are set aside for kiosks, which give them out while they cannot reach the core.
reserved = Table(
    "reserved",
    metadata,
    Column("hall", ID, ForeignKey("halls.id"), primary_key=True),
    Column("date", DATE, primary_key=True),
    Column("number", String(8), primary_key=True),
    Column("prefix", String(2), nullable=False),
    Column("running", Integer, nullable=False),
    Column("queue", ID, nullable=False),
    Column("machine", ID, nullable=False),
    Column("track", ID, nullable=False),
    Column("reserved_at", INSTANT, nullable=False),
    Column("ticket", ID),  # once it is handed in
    UniqueConstraint("hall", "date", "prefix", "running"),
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
    Column("skills", Text),  # ids of queues as JSON; without: every queue
)

# Tokens that were given back before their time; of the others the database knows nothing.
signed_out = Table(
    "signed_out",
    metadata,
    Column("hall", ID, ForeignKey("halls.id"), primary_key=True),
    Column("token", ID, primary_key=True),
    Column("expires", INSTANT),
)

# By what a core knows whether its keys are the hall's; the keys themselves are never in the database.
fingerprints = Table(
    "fingerprints",
    metadata,
    Column("hall", ID, ForeignKey("halls.id"), primary_key=True),
    Column("key", ID, primary_key=True),
    Column("fingerprint", String(64), nullable=False),
)

# What can be collected; what is collected is no longer here.
results = Table(
    "results",
    metadata,
    Column("hall", ID, ForeignKey("halls.id"), primary_key=True),
    Column("id", ID, primary_key=True),
    Column("text", String(20), nullable=False),
    Column("date", DATE, nullable=False),  # of the ticket whose number it is; "" of a text that was typed
    Column("zone", ID, nullable=False),
    Column("window", Integer),
    Column("queue", ID),
    Column("ticket", ID),
    Column("ready_at", INSTANT, nullable=False),
    Column("ready_by", Text, nullable=False),
    Column("seq", Integer, nullable=False),  # of the event that told of it
    # The same never stands on the screens twice.
    UniqueConstraint("hall", "text", "date"),
)

# How devices are, as the machines that look after them last said.
devices = Table(
    "devices",
    metadata,
    Column("hall", ID, ForeignKey("halls.id"), primary_key=True),
    Column("machine", ID, primary_key=True),
    Column("name", ID, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("key", ID, nullable=False),
    Column("detail", Text, nullable=False),
    Column("since", INSTANT, nullable=False),
    Column("heard_at", INSTANT, nullable=False),
    Column("every_s", Integer, nullable=False),
    Column("said_by", Text, nullable=False),
    Column("told_state", String(16)),  # what the feed was told, and when
    Column("told_key", ID),
    Column("told_at", INSTANT),
)
