"""How devices are, as the machines that look after them last said."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

_ID = sa.String(length=64)
_STATE = sa.String(length=16)
_INSTANT = sa.String(length=27)


def upgrade() -> None:
    """Change the tables."""
    op.create_table(
        "devices",
        sa.Column("hall", _ID, sa.ForeignKey("halls.id", name="fk_devices_hall"), nullable=False),
        sa.Column("machine", _ID, nullable=False),
        sa.Column("name", _ID, nullable=False),
        sa.Column("kind", _STATE, nullable=False),
        sa.Column("state", _STATE, nullable=False),
        sa.Column("key", _ID, nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("since", _INSTANT, nullable=False),
        sa.Column("heard_at", _INSTANT, nullable=False),
        sa.Column("every_s", sa.Integer(), nullable=False),
        sa.Column("said_by", sa.Text(), nullable=False),
        sa.Column("told_state", _STATE),
        sa.Column("told_key", _ID),
        sa.Column("told_at", _INSTANT),
        sa.PrimaryKeyConstraint("hall", "machine", "name", name="pk_devices"),
    )
