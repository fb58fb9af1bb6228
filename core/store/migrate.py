"""Bringing a database to this program's tables."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

import core.store.tables_visitors  # noqa: F401  # its tables join the metadata
from core.store.postgres import alone
from core.store.tables import metadata

HEAD = "0013"
"""The newest migration; a test holds it to the folder."""


def migrate(engine: Engine) -> None:
    """Bring the database to ``HEAD``, or find that it is there already.

    Alembic is imported only when an older program's tables are to be changed: it costs half of a start. Of
    an empty database the tables are made as they are today.
    """
    with engine.begin() as connection:
        alone(connection)
        if not inspect(connection).get_table_names():
            _make(connection)
            return
        current = schema_of(connection)
    if current != HEAD:
        _upgrade(engine)


def schema_of(connection: Connection) -> str | None:
    """Return the migration that the tables are at, ``None`` where they are of before the first."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def _make(connection: Connection) -> None:
    metadata.create_all(connection)
    # As Alembic itself would have left it.
    connection.execute(
        text(
            "CREATE TABLE alembic_version"
            " (version_num VARCHAR(32) NOT NULL CONSTRAINT alembic_version_pkc PRIMARY KEY)"
        )
    )
    connection.execute(text("INSERT INTO alembic_version (version_num) VALUES (:head)"), {"head": HEAD})


def _upgrade(engine: Engine) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with engine.begin() as connection:
        # Another core may have begun the same; then Alembic finds it done.
        alone(connection)
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
