"""What is known of each ticket's slip; of those before nothing is."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_NOT_OUT = sa.text("slip IN ('pending', 'failed', 'unknown')")


def upgrade() -> None:
    """Change the tables."""
    op.add_column("tickets", sa.Column("slip", sa.String(8)))
    op.add_column("tickets", sa.Column("slip_at", sa.String(27)))
    op.create_index(
        "ix_tickets_not_out", "tickets", ["hall", "date"], sqlite_where=_NOT_OUT, postgresql_where=_NOT_OUT
    )
