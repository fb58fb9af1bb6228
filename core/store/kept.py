"""What a database already holds, before anybody opens it for writing."""

from __future__ import annotations

import json
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect
from sqlalchemy.exc import DatabaseError

from core.app.ports import StoreFailed
from core.domain.hall import Hall
from core.domain.hall_json import hall_from_json
from core.store import sql
from core.store.engine import sqlite_readers
from core.store.migrate import HEAD, schema_of
from core.store.postgres import address, postgres_readers


class DatabaseUnreadable(OSError):
    """A database that this program cannot read; the text says why."""


def kept_halls(path: Path) -> list[Hall]:
    """Return the halls of a SQLite file, none if there is no such file or it is empty.

    Raises:
        DatabaseUnreadable: The file is no database, or a newer program's.
    """
    return _kept(sqlite_readers(path), str(path)) if path.exists() else []


def halls_on_server(url: str) -> list[Hall]:
    """Return the halls of a PostgreSQL database, none if it is empty.

    Raises:
        WrongAddress: ``url`` is none.
        DatabaseUnreadable: It cannot be reached or read, or is a newer program's.
    """
    place = address(url)
    return _kept(postgres_readers(place), place.render_as_string(hide_password=True))


def _must_be_known(connection: Connection, name: str) -> None:
    """Refuse tables that a newer program has changed: this one would not know what they mean."""
    at = schema_of(connection)
    if at is not None and at > HEAD:
        raise DatabaseUnreadable(
            f"{name} is of a newer program (its tables are at {at}, this one knows {HEAD}): update this one"
        )


def _kept(engine: Engine, name: str) -> list[Hall]:
    try:
        with engine.begin() as connection:
            tables = inspect(connection).get_table_names()
            if "halls" not in tables:
                return []
            _must_be_known(connection, name)
            rows = (sql.ALL_HALLS if "descriptions" in tables else sql.HALLS_OF_OLD)(connection).mappings()
            return [hall_from_json(json.loads(row["description"])) for row in rows]
    except DatabaseError as error:
        raise DatabaseUnreadable(f"{name} cannot be read: {error.orig}") from error
    except StoreFailed as error:
        raise DatabaseUnreadable(f"{name} cannot be read: {error}") from error
    finally:
        engine.dispose()
