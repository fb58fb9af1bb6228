"""Connections to a PostgreSQL server, opened the only way that is right."""

from __future__ import annotations

import logging
from importlib.util import find_spec
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import NullPool, QueuePool

from core.app.ports import StoreFailed
from core.store.trouble import name_trouble

log = logging.getLogger(__name__)

DRIVER = "postgresql+psycopg"
CHANNEL = "hallcall"
"""Where a commit says which hall has reached which number."""
CONNECT_TIMEOUT_S = 5
LOST_AFTER_MS = 10_000
"""So long a server may acknowledge nothing, a lock may not be had, a core with the lock may say nothing."""
_ALONE = 4_207_001
"""The advisory lock of whoever makes tables or enters a hall."""

_CONNECT: dict[str, Any] = {
    "connect_timeout": CONNECT_TIMEOUT_S,
    "tcp_user_timeout": LOST_AFTER_MS,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
}
"""Source: https://www.postgresql.org/docs/15/libpq-connect.html."""

_WRITER_SETS = {
    "application_name": "hallcall writer",
    # What was answered is on disk, whatever the server is set to for others.
    "synchronous_commit": "on",
    "lock_timeout": str(LOST_AFTER_MS),
    "idle_in_transaction_session_timeout": str(LOST_AFTER_MS),
}
_READERS_SET = {"application_name": "hallcall reader", "idle_in_transaction_session_timeout": "60000"}
_LISTENER_SETS = {"application_name": "hallcall listener"}


class WrongAddress(ValueError):
    """It is no address of a PostgreSQL database."""


class NoDriver(Exception):
    """What talks to PostgreSQL is not installed."""


def address(url: str) -> URL:
    """Return the address of a database as it was typed.

    Raises:
        WrongAddress: It is none, or one of another kind of database.
        NoDriver: psycopg is not installed.
    """
    try:
        found = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise WrongAddress(
            f"not an address; a database is named {DRIVER}://USER:PASSWORD@HOST/NAME"
        ) from error
    if found.drivername not in (DRIVER, "postgresql"):
        raise WrongAddress(f"{found.drivername}:// is not known; a database is named {DRIVER}://...")
    if find_spec("psycopg") is None:
        raise NoDriver("a database on a server needs psycopg: install hallcall[postgres]")
    return found.set(drivername=DRIVER)


def postgres_writer(url: URL) -> Engine:
    """Return the engine of the one connection of this process that writes.

    READ COMMITTED: each statement sees what was committed before it began. The hall's row is locked by a
    statement of its own first, so that everything after it sees what its last holder committed.
    """
    return _engine(url, _WRITER_SETS, "READ COMMITTED", QueuePool, pool_size=1, max_overflow=0)


def postgres_readers(url: URL) -> Engine:
    """Return the engine of the connections that only look; each transaction sees one instant."""
    engine = _engine(url, _READERS_SET, "REPEATABLE READ", QueuePool, pool_size=4, max_overflow=4)

    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _record: Any) -> None:
        connection.read_only = True

    return engine


def postgres_listener(url: URL) -> Engine:
    """Return the engine of the connection that hears of other cores' commits."""
    return _engine(url, _LISTENER_SETS, "AUTOCOMMIT", NullPool)


def _engine(url: URL, sets: dict[str, str], isolation: Any, pool: Any, **of_pool: int) -> Engine:
    options = " ".join(f"-c {name}={value.replace(' ', chr(92) + ' ')}" for name, value in sets.items())
    given = str(url.query.get("options", ""))
    engine = create_engine(
        url,
        isolation_level=isolation,
        poolclass=pool,
        connect_args=_CONNECT | {"options": f"{given} {options}".strip()},
        **of_pool,
    )
    name_trouble(engine)
    return engine


def alone(connection: Connection) -> None:
    """Let no other core make tables or enter a hall until this transaction ends."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ALONE})


def must_be_sound(engine: Engine) -> None:
    """Look whether the server can keep what is promised.

    Raises:
        StoreFailed: It cannot be reached, or the database does not take every letter.
    """
    with engine.begin() as connection:
        found = {
            name: connection.execute(text(f"SHOW {name}")).scalar_one()
            for name in ("server_encoding", "fsync", "full_page_writes")
        }
    if found["server_encoding"] != "UTF8":
        raise StoreFailed(f"the database's encoding is {found['server_encoding']}, it has to be UTF8")
    for name in ("fsync", "full_page_writes"):
        if found[name] != "on":
            log.warning("the server runs with %s off: a power cut loses what was answered", name)
