"""The beginnings of names that visitors want to be called by; of before there are none."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

_NAMED = sa.text("masked_name IS NOT NULL")


def upgrade() -> None:
    """Change the tables."""
    op.add_column("tickets", sa.Column("masked_name", sa.String(16)))
    op.create_index(
        "ix_tickets_named", "tickets", ["hall", "date"], sqlite_where=_NAMED, postgresql_where=_NAMED
    )
