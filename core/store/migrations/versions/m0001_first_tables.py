"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Change the tables."""
    op.create_table(
        "halls",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=True),
        sa.Column("description", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_halls")),
    )
    op.create_table(
        "answers",
        sa.Column("hall", sa.String(length=64), nullable=False),
        sa.Column("key", sa.String(length=255), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["halls.id"], name=op.f("fk_answers_hall")),
        sa.PrimaryKeyConstraint("hall", "key", name=op.f("pk_answers")),
    )
    op.create_index("ix_answers_at", "answers", ["hall", "at"], unique=False)
    op.create_table(
        "clerks",
        sa.Column("hall", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("pin_hash", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["halls.id"], name=op.f("fk_clerks_hall")),
        sa.PrimaryKeyConstraint("hall", "id", name=op.f("pk_clerks")),
    )
    op.create_table(
        "events",
        sa.Column("hall", sa.String(length=64), nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("ticket", sa.String(length=64), nullable=True),
        sa.Column("leg", sa.String(length=64), nullable=True),
        sa.Column("window", sa.Integer(), nullable=True),
        sa.Column("zone", sa.String(length=64), nullable=True),
        sa.Column("data", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["halls.id"], name=op.f("fk_events_hall")),
        sa.PrimaryKeyConstraint("hall", "seq", name=op.f("pk_events")),
    )
    op.create_table(
        "series",
        sa.Column("hall", sa.String(length=64), nullable=False),
        sa.Column("date", sa.String(length=10), nullable=False),
        sa.Column("prefix", sa.String(length=2), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["halls.id"], name=op.f("fk_series_hall")),
        sa.PrimaryKeyConstraint("hall", "date", "prefix", name=op.f("pk_series")),
    )
    op.create_table(
        "tickets",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("hall", sa.String(length=64), nullable=False),
        sa.Column("date", sa.String(length=10), nullable=False),
        sa.Column("number", sa.String(length=8), nullable=False),
        sa.Column("visitor_class", sa.String(length=64), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("track", sa.String(length=64), nullable=False),
        sa.Column("taken_at", sa.String(length=27), nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["halls.id"], name=op.f("fk_tickets_hall")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tickets")),
        sa.UniqueConstraint("hall", "date", "number", name=op.f("uq_tickets_hall_date_number")),
        sa.UniqueConstraint("track", name=op.f("uq_tickets_track")),
    )
    op.create_table(
        "windows",
        sa.Column("hall", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("status", sa.String(length=8), nullable=False),
        sa.Column("clerk", sa.String(length=64), nullable=True),
        sa.Column("reason", sa.String(length=64), nullable=True),
        sa.Column("since", sa.String(length=27), nullable=True),
        sa.ForeignKeyConstraint(["hall"], ["halls.id"], name=op.f("fk_windows_hall")),
        sa.PrimaryKeyConstraint("hall", "number", name=op.f("pk_windows")),
    )
    op.create_table(
        "legs",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("hall", sa.String(length=64), nullable=False),
        sa.Column("ticket", sa.String(length=64), nullable=False),
        sa.Column("date", sa.String(length=10), nullable=False),
        sa.Column("number", sa.String(length=8), nullable=False),
        sa.Column("queue", sa.String(length=64), nullable=False),
        sa.Column("visitor_class", sa.String(length=64), nullable=False),
        sa.Column("since", sa.String(length=27), nullable=False),
        sa.Column("entered", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("window", sa.Integer(), nullable=True),
        sa.Column("called_at", sa.String(length=27), nullable=True),
        sa.Column("started_at", sa.String(length=27), nullable=True),
        sa.Column("ended_at", sa.String(length=27), nullable=True),
        sa.Column("calls", sa.Integer(), nullable=False),
        sa.Column("call_at", sa.String(length=27), nullable=True),
        sa.Column("call_seq", sa.Integer(), nullable=True),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "state NOT IN ('called', 'serving') OR \"window\" IS NOT NULL", name=op.f("ck_legs_at_a_window")
        ),
        sa.ForeignKeyConstraint(["ticket"], ["tickets.id"], name=op.f("fk_legs_ticket")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_legs")),
    )
    op.create_index(
        "ix_legs_left_open",
        "legs",
        ["hall", "date"],
        unique=False,
        sqlite_where=sa.text("state IN ('waiting', 'called', 'passed')"),
        postgresql_where=sa.text("state IN ('waiting', 'called', 'passed')"),
    )
    op.create_index(
        "ix_legs_listed",
        "legs",
        ["hall", "date", "call_seq"],
        unique=False,
        sqlite_where=sa.text("call_seq IS NOT NULL"),
        postgresql_where=sa.text("call_seq IS NOT NULL"),
    )
    op.create_index("ix_legs_ticket", "legs", ["ticket"], unique=False)
    op.create_index(
        "ix_legs_waiting",
        "legs",
        ["hall", "queue", "visitor_class", "since", "entered"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_index(
        "uq_legs_one_visitor_a_window",
        "legs",
        ["hall", "window"],
        unique=True,
        sqlite_where=sa.text("state IN ('called', 'serving')"),
        postgresql_where=sa.text("state IN ('called', 'serving')"),
    )
    op.create_index(
        "uq_legs_one_window_a_visitor",
        "legs",
        ["ticket"],
        unique=True,
        sqlite_where=sa.text("state IN ('called', 'serving')"),
        postgresql_where=sa.text("state IN ('called', 'serving')"),
    )
