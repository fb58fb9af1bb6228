"""Connections to the database, opened the only way that is right."""

from __future__ import annotations

import logging
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool, StaticPool

from core.store.trouble import name_trouble, raise_named

log = logging.getLogger(__name__)

# NULL goes the way of values that the driver does not know: it looks for an adapter, then asks None for two
# methods that it does not have, 0.26 us for each empty column of a leg's twenty. This one is found first.
sqlite3.register_adapter(type(None), {}.get)  # type: ignore[arg-type]  # None is NULL

BUSY_TIMEOUT_MS = 10_000
_WIPE = "wipe"
"""Under it a connection notes how often it has tried in vain to empty the WAL."""

CHECKPOINT_RESTING = 1000
"""So many changed rows are worth a checkpoint while nobody waits: some 800 pages, a few milliseconds."""
CHECKPOINT_BUSY = 4000
"""So many are worth one although somebody waits: else those who always do would let the WAL grow."""
CHECKPOINT_PAGES = 8000
"""At so many pages of WAL SQLite itself does one, inside the commit: whoever writes without resting."""
_COUNTED = "counted"
"""Under it a connection notes how many rows it had changed at its last checkpoint."""


def sqlite_writer(path: Path) -> Engine:
    """Return the engine of the one connection that writes.

    WAL with ``synchronous=FULL``: what was answered survives a power cut. Transactions begin IMMEDIATE; the
    driver's own deferred ones give a ticket to two windows. There is one write connection and it does every
    checkpoint: SQLite before 3.51.3 can corrupt a WAL that several connections write. It does them between
    commits (:func:`checkpoint_if_due`): one of SQLite's own, inside a commit, made every eightieth call wait.

    ``secure_delete`` puts zeros where something was deleted, in the database file; what the WAL still has of
    it goes with :func:`wipe_after_commit`.
    Source: https://docs.sqlalchemy.org/en/21/dialects/sqlite.html (serializable isolation, event recipe).
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # Not as text: a folder's name may hold what means something in an address.
    url = URL.create("sqlite", database=str(path))
    engine = create_engine(url, poolclass=StaticPool, connect_args={"check_same_thread": False})

    @event.listens_for(engine, "connect")
    def _connected(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        connection.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        # Not through SQLAlchemy's execution: that takes longer than a ticket's row.
        driver: Any = connection.connection.dbapi_connection
        try:
            driver.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            raise_named(error)

    name_trouble(engine)

    @event.listens_for(engine, "checkin")
    def _ended(connection: sqlite3.Connection | None, record: ConnectionPoolEntry) -> None:
        if connection is not None:
            _wipe_if_due(connection, record.info)

    return engine


def wipe_after_commit(connection: Connection) -> None:
    """Have the bytes that this transaction deletes gone from the WAL as well, once it is committed.

    The WAL keeps older pages, the deleted content in them, until it is written over. Where somebody is
    reading at that moment it is tried again after the next transaction. A server keeps its log itself.
    """
    if connection.dialect.name == "sqlite":
        connection.info[_WIPE] = 0


def wipe_if_due(connection: Connection) -> None:
    """Do what :func:`wipe_after_commit` asked for, between two transactions."""
    if _WIPE in connection.info:
        driver: Any = connection.connection.dbapi_connection
        _wipe_if_due(driver, connection.info)


def _wipe_if_due(connection: sqlite3.Connection, info: dict[Any, Any]) -> None:
    tries = info.pop(_WIPE, None)
    if tries is not None and not _wiped(connection, first=tries == 0):
        info[_WIPE] = tries + 1


def _wiped(connection: sqlite3.Connection, *, first: bool) -> bool:
    """Empty the WAL into the database file; say whether that was done.

    Never raises: the transaction before it is committed, and a failure here must not look like one of it.
    """
    try:
        # Without waiting: calls are not held up for the sake of a reader.
        connection.execute("PRAGMA busy_timeout = 0")
        try:
            busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    except sqlite3.Error as error:
        if first:
            log.warning("what was erased is still in the write-ahead log (%s); it is tried again", error)
        return False
    return not busy


def checkpoint_if_due(connection: Connection, *, resting: bool) -> None:
    """Bring what the WAL holds into the database file, between two transactions, if that is worth it by now.

    Never raises: everything is committed and stays in the WAL until it works. A server does its own.

    Args:
        resting: Whether nobody waits.
    """
    if connection.dialect.name != "sqlite":
        return
    driver: Any = connection.connection.dbapi_connection
    changed = driver.total_changes
    due = CHECKPOINT_RESTING if resting else CHECKPOINT_BUSY
    if changed - connection.info.get(_COUNTED, 0) < due:
        return
    connection.info[_COUNTED] = changed
    try:
        driver.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    except sqlite3.Error as error:
        log.warning("the write-ahead log could not be emptied (%s); it is tried again", error)


def sqlite_readers(path: Path) -> Engine:
    """Return the engine of the connections that only look; they never write and never checkpoint."""
    address = f"{path.absolute().as_uri()}?mode=ro"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(address, uri=True, check_same_thread=False)

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, pool_size=4, max_overflow=4)

    @event.listens_for(engine, "connect")
    def _connected(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    name_trouble(engine)
    return engine
