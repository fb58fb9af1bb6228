"""What a database already holds, before anybody opens it for writing."""

from __future__ import annotations

import json
from pathlib import Path

from sqlalchemy import Engine, inspect
from sqlalchemy.exc import DatabaseError

from core.app.ports import StoreFailed
from core.domain.hall import Hall
from core.domain.hall_json import hall_from_json
from core.store import sql
from core.store.engine import sqlite_readers
from core.store.postgres import address, postgres_readers


def kept_halls(path: Path) -> list[Hall]:
    """Return the halls of a SQLite file, none if there is no such file or it is empty.

    Raises:
        OSError: The file cannot be read as a database.
    """
    return _kept(sqlite_readers(path), str(path)) if path.exists() else []


def halls_on_server(url: str) -> list[Hall]:
    """Return the halls of a PostgreSQL database, none if it is empty.

    Raises:
        WrongAddress: ``url`` is none.
        OSError: It cannot be reached or read.
    """
    place = address(url)
    return _kept(postgres_readers(place), place.render_as_string(hide_password=True))


def _kept(engine: Engine, name: str) -> list[Hall]:
    try:
        with engine.begin() as connection:
            tables = inspect(connection).get_table_names()
            if "halls" not in tables:
                return []
            rows = (sql.ALL_HALLS if "descriptions" in tables else sql.HALLS_OF_OLD)(connection).mappings()
            return [hall_from_json(json.loads(row["description"])) for row in rows]
    except DatabaseError as error:
        raise OSError(f"{name} cannot be read: {error.orig}") from error
    except StoreFailed as error:
        raise OSError(f"{name} cannot be read: {error}") from error
    finally:
        engine.dispose()
