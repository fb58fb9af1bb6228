"""Alembic's way in: migrates the connection that ``core.store.migrate`` hands over."""

from __future__ import annotations

from alembic import context

from core.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
