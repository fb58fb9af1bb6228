"""By what a core knows whether its keys are the hall's."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Change the tables."""
    op.create_table(
        "fingerprints",
        sa.Column(
            "hall", sa.String(64), sa.ForeignKey("halls.id", name="fk_fingerprints_hall"), nullable=False
        ),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("hall", "key", name="pk_fingerprints"),
    )
