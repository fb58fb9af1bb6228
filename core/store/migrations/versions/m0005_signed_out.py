"""Tokens that were given back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Change the tables."""
    op.create_table(
        "signed_out",
        sa.Column(
            "hall", sa.String(64), sa.ForeignKey("halls.id", name="fk_signed_out_hall"), nullable=False
        ),
        sa.Column("token", sa.String(64), nullable=False),
        sa.Column("expires", sa.String(27)),
        sa.PrimaryKeyConstraint("hall", "token", name="pk_signed_out"),
    )
