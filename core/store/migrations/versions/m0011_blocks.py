"""Numbers that are set aside for kiosks; of days before there are none."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

_ID = sa.String(length=64)


def upgrade() -> None:
    """Change the tables."""
    op.add_column("series", sa.Column("beside", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("series", sa.Column("reserved_from", sa.Integer()))
    op.create_table(
        "reserved",
        sa.Column("hall", _ID, sa.ForeignKey("halls.id", name="fk_reserved_hall"), nullable=False),
        sa.Column("date", sa.String(length=10), nullable=False),
        sa.Column("number", sa.String(length=8), nullable=False),
        sa.Column("prefix", sa.String(length=2), nullable=False),
        sa.Column("running", sa.Integer(), nullable=False),
        sa.Column("queue", _ID, nullable=False),
        sa.Column("machine", _ID, nullable=False),
        sa.Column("track", _ID, nullable=False),
        sa.Column("reserved_at", sa.String(length=27), nullable=False),
        sa.Column("ticket", _ID),
        sa.PrimaryKeyConstraint("hall", "date", "number", name="pk_reserved"),
        sa.UniqueConstraint("hall", "date", "prefix", "running", name="uq_reserved_hall_date_prefix_running"),
    )
