"""Finds the ratings whose words are to be erased."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_WRITTEN = sa.text("text != ''")


def upgrade() -> None:
    """Change the tables."""
    op.create_index(
        "ix_ratings_texts", "ratings", ["hall", "given_at"], sqlite_where=_WRITTEN, postgresql_where=_WRITTEN
    )
