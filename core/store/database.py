"""A database as a core holds it open: a file of its own, or one on a server, shared with other cores."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from core.store.engine import sqlite_readers, sqlite_writer
from core.store.migrate import migrate
from core.store.postgres import (
    address,
    must_be_sound,
    postgres_listener,
    postgres_readers,
    postgres_writer,
)


@dataclass(frozen=True, slots=True)
class Database:
    """The connections of one process.

    Attributes:
        writer: The one that writes.
        readers: Those that only look.
        listener: The one that hears of other cores, where there may be some.
    """

    writer: Engine
    readers: Engine
    listener: Engine | None = None

    def close(self) -> None:
        """Let go of it."""
        for engine in (self.listener, self.readers, self.writer):
            if engine is not None:
                engine.dispose()


def open_file(path: Path) -> Database:
    """Open a SQLite file, made if there is none, and bring it to this program's tables."""
    writer = sqlite_writer(path)
    migrate(writer)
    return Database(writer, sqlite_readers(path))


def open_server(url: str) -> Database:
    """Open a PostgreSQL database and bring it to this program's tables.

    Raises:
        WrongAddress: ``url`` is none.
        StoreFailed: It cannot be reached or used.
    """
    place = address(url)
    writer = postgres_writer(place)
    try:
        must_be_sound(writer)
        migrate(writer)
    except BaseException:
        writer.dispose()
        raise
    return Database(writer, postgres_readers(place), postgres_listener(place))
