"""Bookings, card keys, phone numbers, ratings and what was erased."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_ID = sa.String(length=64)
_DATE = sa.String(length=10)
_INSTANT = sa.String(length=27)
_BOOKED = sa.text("state = 'booked'")
_DONE = sa.text("state = 'done'")


def upgrade() -> None:
    """Change the tables."""
    _bookings()
    op.create_table(
        "card_keys",
        sa.Column("hall", _ID, nullable=False),
        sa.Column("date", _DATE, nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        _of_hall("card_keys"),
        sa.PrimaryKeyConstraint("hall", "date", name=op.f("pk_card_keys")),
    )
    op.create_table(
        "contacts",
        sa.Column("hall", _ID, nullable=False),
        sa.Column("holder", _ID, nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("erase_on", _DATE, nullable=False),
        _of_hall("contacts"),
        sa.PrimaryKeyConstraint("hall", "holder", name=op.f("pk_contacts")),
    )
    op.create_index("ix_contacts_erase_on", "contacts", ["hall", "erase_on"])
    _ratings()
    op.create_table(
        "erasures",
        sa.Column("hall", _ID, nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.Column("what", sa.String(length=16), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("before", _DATE, nullable=False),
        _of_hall("erasures"),
        sa.PrimaryKeyConstraint("hall", "seq", name=op.f("pk_erasures")),
    )
    op.create_index(
        "ix_legs_done", "legs", ["hall", "ended_at", "window"], sqlite_where=_DONE, postgresql_where=_DONE
    )


def _of_hall(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["hall"], ["halls.id"], name=op.f(f"fk_{table}_hall"))


def _bookings() -> None:
    op.create_table(
        "bookings",
        sa.Column("id", _ID, nullable=False),
        sa.Column("hall", _ID, nullable=False),
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("queue", _ID, nullable=False),
        sa.Column("item", _ID, nullable=True),
        sa.Column("date", _DATE, nullable=False),
        sa.Column("starts", _INSTANT, nullable=False),
        sa.Column("ends", _INSTANT, nullable=False),
        sa.Column("card", _ID, nullable=True),
        sa.Column("made_at", _INSTANT, nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("ticket", _ID, nullable=True),
        sa.Column("late", sa.Integer(), nullable=False),
        sa.Column("visitor_class", _ID, nullable=True),
        sa.Column("language", sa.String(length=8), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        _of_hall("bookings"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bookings")),
    )
    op.create_index("ix_bookings_slot", "bookings", ["hall", "date", "queue", "starts"])
    op.create_index("ix_bookings_code", "bookings", ["hall", "code"])
    op.create_index("ix_bookings_card", "bookings", ["hall", "card", "date"])
    op.create_index(
        "uq_bookings_one_code_a_booking",
        "bookings",
        ["hall", "code"],
        unique=True,
        sqlite_where=_BOOKED,
        postgresql_where=_BOOKED,
    )
    op.create_index(
        "ix_bookings_left_open", "bookings", ["hall", "date"], sqlite_where=_BOOKED, postgresql_where=_BOOKED
    )


def _ratings() -> None:
    op.create_table(
        "ratings",
        sa.Column("leg", _ID, nullable=False),
        sa.Column("hall", _ID, nullable=False),
        sa.Column("ticket", _ID, nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("levels", sa.Text(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("asked", sa.String(length=16), nullable=False),
        sa.Column("given_at", _INSTANT, nullable=False),
        sa.CheckConstraint("level BETWEEN 1 AND 5", name=op.f("ck_ratings_five_levels")),
        _of_hall("ratings"),
        sa.ForeignKeyConstraint(["leg"], ["legs.id"], name=op.f("fk_ratings_leg")),
        sa.ForeignKeyConstraint(["ticket"], ["tickets.id"], name=op.f("fk_ratings_ticket")),
        sa.PrimaryKeyConstraint("leg", name=op.f("pk_ratings")),
    )
