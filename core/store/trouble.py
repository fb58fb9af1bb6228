"""When the database cannot be used: said in one word of ours, whatever the driver calls it."""

from __future__ import annotations

import sqlite3
from typing import NoReturn

from sqlalchemy import Engine, event
from sqlalchemy.engine import ExceptionContext

from core.app.ports import StoreFailed

_TROUBLE = frozenset(
    {
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
    }
)
"""What is wrong with the disk or the file and not with a statement.

Source: https://www.sqlite.org/rescode.html; extended codes have these in their low byte.
"""

_STATES = ("08", "53", "55P03", "57", "58", "25006", "25P03", "XX001", "XX002")
"""SQLSTATEs, or their beginnings, that mean the server and not the statement.

The connection, resources (a full disk), a lock that is not had, shutting down or starting up, its files, read
only, too long idle, corrupt.
Source: https://www.postgresql.org/docs/15/errcodes-appendix.html.
"""


def name_trouble(engine: Engine) -> None:
    """Have what goes wrong under an engine raised as :class:`core.app.ports.StoreFailed`.

    That is the disk, the file, the server or the way to it.
    """

    @event.listens_for(engine, "handle_error")
    def _named(context: ExceptionContext) -> None:
        error = context.original_exception
        trouble = named(error)
        if trouble is not None:
            raise trouble from error


def named(error: BaseException) -> StoreFailed | None:
    """Return what a driver raised as ours, ``None`` where it is not the disk's or the server's fault."""
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", None)
        return StoreFailed(str(error)) if code is not None and code & 0xFF in _TROUBLE else None
    if type(error).__module__.startswith("psycopg") and _server_is_in_trouble(error):
        # One line of it: it is shown to people.
        return StoreFailed(str(error).strip().partition("\n")[0])
    return None


def raise_named(error: sqlite3.Error) -> NoReturn:
    """Raise what went wrong with the disk as ours, the rest as it is."""
    trouble = named(error)
    if trouble is not None:
        raise trouble from error
    raise error


def _server_is_in_trouble(error: BaseException) -> bool:
    import psycopg

    state = getattr(error, "sqlstate", None)
    if state is None:
        # The client's own words: nobody answers, or the line is dead.
        return isinstance(error, psycopg.OperationalError | psycopg.InterfaceError)
    return str(state).startswith(_STATES)
