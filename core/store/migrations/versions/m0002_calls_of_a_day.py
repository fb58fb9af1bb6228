"""The calls of a day by event number: who is served past the turn of the day is called again after it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Change the tables."""
    op.add_column("halls", sa.Column("day_seq", sa.Integer(), nullable=False, server_default="0"))
    op.drop_index("ix_legs_listed", table_name="legs")
    op.create_index(
        "ix_legs_listed",
        "legs",
        ["hall", "call_seq"],
        unique=False,
        sqlite_where=sa.text("call_seq IS NOT NULL"),
        postgresql_where=sa.text("call_seq IS NOT NULL"),
    )
