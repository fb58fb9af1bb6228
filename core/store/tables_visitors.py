"""The tables of what concerns visitors: bookings, card keys, phone numbers, ratings, erasures.

Importing this module adds them to :data:`core.store.tables.metadata`.
"""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    text,
)

from core.store.tables import DATE, ID, INSTANT, legs, metadata

bookings = Table(
    "bookings",
    metadata,
    Column("id", ID, primary_key=True),
    Column("hall", ID, ForeignKey("halls.id"), nullable=False),
    Column("code", String(8), nullable=False),
    Column("queue", ID, nullable=False),
    Column("item", ID),
    Column("date", DATE, nullable=False),
    Column("starts", INSTANT, nullable=False),
    Column("ends", INSTANT, nullable=False),
    Column("card", ID),
    Column("made_at", INSTANT, nullable=False),
    Column("state", String(16), nullable=False),
    Column("ticket", ID),
    Column("late", Integer, nullable=False),
    Column("visitor_class", ID),
    Column("language", String(8)),
    Column("version", Integer, nullable=False),
    Index("ix_bookings_slot", "hall", "date", "queue", "starts"),
    Index("ix_bookings_code", "hall", "code"),
    Index("ix_bookings_card", "hall", "card", "date"),
    # No two people ever come with one code; and who has not come yet is found without reading history.
    Index(
        "uq_bookings_one_code_a_booking",
        "hall",
        "code",
        unique=True,
        sqlite_where=text("state = 'booked'"),
        postgresql_where=text("state = 'booked'"),
    ),
    Index(
        "ix_bookings_left_open",
        "hall",
        "date",
        sqlite_where=text("state = 'booked'"),
        postgresql_where=text("state = 'booked'"),
    ),
)

card_keys = Table(
    "card_keys",
    metadata,
    Column("hall", ID, ForeignKey("halls.id"), primary_key=True),
    Column("date", DATE, primary_key=True),
    Column("key", String(64), nullable=False),  # base64
)

contacts = Table(
    "contacts",
    metadata,
    Column("hall", ID, ForeignKey("halls.id"), primary_key=True),
    Column("holder", ID, primary_key=True),  # id of a ticket or of a booking
    Column("phone", Text, nullable=False),  # a Fernet token: the database does not hold its key
    Column("erase_on", DATE, nullable=False),
    Index("ix_contacts_erase_on", "hall", "erase_on"),
)

ratings = Table(
    "ratings",
    metadata,
    Column("leg", ID, ForeignKey("legs.id"), primary_key=True),
    Column("hall", ID, ForeignKey("halls.id"), nullable=False),
    Column("ticket", ID, ForeignKey("tickets.id"), nullable=False),
    Column("level", Integer, nullable=False),
    Column("levels", Text, nullable=False),  # of single indicators, JSON
    Column("reasons", Text, nullable=False),  # JSON
    Column("text", Text, nullable=False),
    Column("channel", String(16), nullable=False),
    Column("asked", String(16), nullable=False),  # version of the indicator set
    Column("given_at", INSTANT, nullable=False),
    CheckConstraint("level BETWEEN 1 AND 5", "five_levels"),
    # Whose words are to be erased is found without reading history.
    Index(
        "ix_ratings_texts",
        "hall",
        "given_at",
        sqlite_where=text("text != ''"),
        postgresql_where=text("text != ''"),
    ),
)

erasures = Table(
    "erasures",
    metadata,
    Column("hall", ID, ForeignKey("halls.id"), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),  # of the event
    Column("at", INSTANT, nullable=False),
    Column("what", String(16), nullable=False),
    Column("count", Integer, nullable=False),
    Column("before", DATE, nullable=False),
)

# Who was served last at a window, and what can be rated of a stretch of time.
Index(
    "ix_legs_done",
    legs.c.hall,
    legs.c.ended_at,
    legs.c.window,
    sqlite_where=text("state = 'done'"),
    postgresql_where=text("state = 'done'"),
)
