"""When the database cannot be used: said in one word of ours, whatever the driver calls it."""

from __future__ import annotations

import sqlite3

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


def name_trouble(engine: Engine) -> None:
    """Have what goes wrong with the disk under an engine raised as :class:`core.app.ports.StoreFailed`."""

    @event.listens_for(engine, "handle_error")
    def _named(context: ExceptionContext) -> None:
        error = context.original_exception
        code = getattr(error, "sqlite_errorcode", None)
        if code is not None and code & 0xFF in _TROUBLE:
            raise StoreFailed(str(error)) from error
