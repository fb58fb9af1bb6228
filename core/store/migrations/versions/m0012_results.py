"""Results that can be collected; of before there are none."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

_ID = sa.String(length=64)


def upgrade() -> None:
    """Change the tables."""
    op.create_table(
        "results",
        sa.Column("hall", _ID, sa.ForeignKey("halls.id", name="fk_results_hall"), nullable=False),
        sa.Column("id", _ID, nullable=False),
        sa.Column("text", sa.String(length=20), nullable=False),
        sa.Column("date", sa.String(length=10), nullable=False),
        sa.Column("zone", _ID, nullable=False),
        sa.Column("window", sa.Integer()),
        sa.Column("queue", _ID),
        sa.Column("ticket", _ID),
        sa.Column("ready_at", sa.String(length=27), nullable=False),
        sa.Column("ready_by", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("hall", "id", name="pk_results"),
        sa.UniqueConstraint("hall", "text", "date", name="uq_results_hall_text_date"),
    )
