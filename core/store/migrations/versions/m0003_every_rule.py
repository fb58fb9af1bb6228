"""Legs of several steps, suspensions, transfers, skills, caps; the description beside the hall's row."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

INSTANT = sa.String(27)
ID = sa.String(64)

WAITING = sa.text("state = 'waiting'")
LEFT_OPEN = sa.text("state IN ('planned', 'waiting', 'called', 'passed', 'suspended')")
PINNED = sa.text("state = 'waiting' AND pin IS NOT NULL")
WAKES = sa.text("state = 'suspended' AND wake_at IS NOT NULL")
HAS_CARD = sa.text("card IS NOT NULL")


def upgrade() -> None:
    """Change the tables."""
    _descriptions()
    _columns()
    _indexes()
    op.create_table(
        "turns",
        sa.Column("hall", ID, sa.ForeignKey("halls.id", name="fk_turns_hall"), nullable=False),
        sa.Column("queue", ID, nullable=False),
        sa.Column("favour_in", sa.Integer(), nullable=False),
        sa.Column("booked_left", sa.Integer(), nullable=False),
        sa.Column("others_left", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("hall", "queue", name="pk_turns"),
    )


def _descriptions() -> None:
    op.create_table(
        "descriptions",
        sa.Column("hall", ID, sa.ForeignKey("halls.id", name="fk_descriptions_hall"), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("source", sa.Text()),
        sa.PrimaryKeyConstraint("hall", name="pk_descriptions"),
    )
    op.execute("INSERT INTO descriptions (hall, description) SELECT id, description FROM halls")
    op.drop_column("halls", "description")


def _columns() -> None:
    added: dict[str, list[sa.Column[Any]]] = {
        "tickets": [
            sa.Column("matter", ID),
            sa.Column("card", ID),
            sa.Column("assisted", sa.Integer(), nullable=False, server_default="0"),
            sa.Column("booking", ID),
        ],
        "legs": [
            sa.Column("item", ID),
            sa.Column("step", sa.Integer(), nullable=False, server_default="1"),
            sa.Column("steps", sa.Integer(), nullable=False, server_default="1"),
            sa.Column("several", sa.Integer(), nullable=False, server_default="0"),
            sa.Column("pin", sa.Integer()),
            sa.Column("rank", sa.Integer(), nullable=False, server_default="1"),
            sa.Column("ready_at", INSTANT),
            sa.Column("held", sa.Integer(), nullable=False, server_default="0"),
            sa.Column("back_to", sa.Integer()),
            sa.Column("due_at", INSTANT),
            sa.Column("clerk", ID),
            sa.Column("suspension", sa.String(16)),
            sa.Column("reason", ID),
            sa.Column("wake_at", INSTANT),
            sa.Column("outcome", ID),
        ],
        "windows": [sa.Column("called_at", INSTANT), sa.Column("last_act", sa.Text())],
        "series": [sa.Column("morning", sa.Integer(), nullable=False, server_default="0")],
        "clerks": [sa.Column("skills", sa.Text())],
    }
    for table, columns in added.items():
        for column in columns:
            op.add_column(table, column)


def _indexes() -> None:
    op.drop_index("ix_legs_waiting", table_name="legs")
    op.drop_index("ix_legs_left_open", table_name="legs")
    made = {
        "ix_legs_waiting": (["hall", "queue", "visitor_class", "rank", "since", "entered"], WAITING),
        "ix_legs_left_open": (["hall", "date"], LEFT_OPEN),
        "ix_legs_pinned": (["hall", "pin"], PINNED),
        "ix_legs_wakes": (["hall", "wake_at"], WAKES),
    }
    for name, (columns, where) in made.items():
        op.create_index(name, "legs", columns, unique=False, sqlite_where=where, postgresql_where=where)
    op.create_index(
        "ix_tickets_card",
        "tickets",
        ["hall", "card"],
        unique=False,
        sqlite_where=HAS_CARD,
        postgresql_where=HAS_CARD,
    )
