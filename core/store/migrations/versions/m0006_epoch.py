"""The life of a hall that its event numbers belong to."""

from __future__ import annotations

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

halls = sa.table("halls", sa.column("id", sa.String()), sa.column("epoch", sa.String()))


def upgrade() -> None:
    """Change the tables."""
    op.add_column("halls", sa.Column("epoch", sa.String(64), nullable=False, server_default=""))
    connection = op.get_bind()
    for hall in connection.execute(sa.select(halls.c.id)).scalars().all():
        begun = sa.update(halls).where(halls.c.id == hall).values(epoch=secrets.token_urlsafe(9))
        connection.execute(begun)
