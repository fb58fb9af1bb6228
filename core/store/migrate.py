"""Bringing a database to this program's tables."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

HEAD = "0002"
"""The newest migration; a test holds it to the folder."""


def migrate(engine: Engine) -> None:
    """Bring the database to ``HEAD``, or find that it is there already.

    Alembic is imported only when there is something to do: it costs half of a start.
    """
    with engine.connect() as connection:
        current = _current(connection)
    if current != HEAD:
        _upgrade(engine)


def _current(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def _upgrade(engine: Engine) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
