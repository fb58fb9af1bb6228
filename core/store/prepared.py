"""Statements written with SQLAlchemy Core and compiled once.

Going through ``Connection.execute`` costs a statement more than SQLite itself does, and handing SQLAlchemy
the compiled text still costs as much again for making ready a result of any shape (docs/adr/0013). So with
SQLite the driver's own connection runs it, inside the transaction that SQLAlchemy began. With other databases
SQLAlchemy does: it knows when their connections are lost.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Dialect
from sqlalchemy.exc import MultipleResultsFound, NoResultFound
from sqlalchemy.sql.expression import Executable

from core.store.trouble import raise_named

Row = dict[str, Any]


class Rows(Sequence[Row]):
    """Rows as dictionaries, all of them read."""

    __slots__ = ("_rows",)

    def __init__(self, rows: list[Row]) -> None:
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, place: Any) -> Any:
        return self._rows[place]

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    def first(self) -> Row | None:
        """Return the first row, ``None`` if there is none."""
        return self._rows[0] if self._rows else None

    def one(self) -> Row:
        """Return the only row."""
        row: Row = _only(self._rows)
        return row

    def all(self) -> list[Row]:
        """Return every row."""
        return self._rows


class Answer:
    """What a statement gave; plain driver values.

    Attributes:
        rowcount: How many rows it changed.
    """

    __slots__ = ("_names", "_rows", "rowcount")

    def __init__(self, names: Sequence[str], rows: list[Any], rowcount: int) -> None:
        self._names = names
        self._rows = rows
        self.rowcount = rowcount

    def mappings(self) -> Rows:
        """Return the rows by the names of their columns."""
        names = self._names
        return Rows([dict(zip(names, row, strict=True)) for row in self._rows])

    def tuples(self) -> list[Any]:
        """Return the rows by the places of their columns."""
        return self._rows

    def scalars(self) -> list[Any]:
        """Return the first column."""
        return list(map(itemgetter(0), self._rows))

    def scalar_one(self) -> Any:
        """Return the first column of the only row."""
        return _only(self._rows)[0]

    def scalar_one_or_none(self) -> Any:
        """Return the first column of the only row, ``None`` if there is none."""
        return self.scalar_one() if self._rows else None


def _only(rows: list[Any]) -> Any:
    if not rows:
        raise NoResultFound("no row where one was required")
    if len(rows) > 1:
        raise MultipleResultsFound("several rows where one was required")
    return rows[0]


class Compiled:
    """A statement as one kind of database takes it.

    Attributes:
        text: With the driver's place holders.
        given: Puts parameters by name as the driver takes them: in their places, or by name as they are.
        names: Of the columns that it answers, once it has.
    """

    def __init__(self, statement: Executable, dialect: Dialect) -> None:
        compiled: Any = statement.compile(  # type: ignore[attr-defined]
            dialect=dialect, compile_kwargs={"render_postcompile": True}
        )
        self.text = str(compiled)
        self.given = _placed(compiled.positiontup)
        self.names: tuple[str, ...] = ()
        fixed = {name: value for name, value in compiled.params.items() if value is not None}
        if fixed:
            placed = self.given
            self.given = lambda params: placed({**fixed, **params})


def _placed(order: list[str] | None) -> Callable[[Mapping[str, Any]], Any]:
    if order is None:
        return _as_they_are
    if len(order) > 1:
        return itemgetter(*order)
    return lambda params: [params[name] for name in order]


def _as_they_are(params: Mapping[str, Any]) -> Mapping[str, Any]:
    return params


class Prepared:
    """One statement; call it with a connection and its parameters by name."""

    def __init__(self, statement: Executable) -> None:
        self._statement = statement
        self._compiled: dict[str, Compiled] = {}

    def __call__(self, connection: Connection, **params: Any) -> Answer:
        """Run the statement."""
        return self.run(connection, params)

    def run(self, connection: Connection, params: Mapping[str, Any]) -> Answer:
        """Run the statement with parameters that are together already; more than it asks for do no harm."""
        dialect = connection.dialect
        compiled = self._compiled.get(dialect.name) or self.compiled(dialect)
        given = compiled.given(params)
        if dialect.name == "sqlite":
            return _run(connection, compiled, given)
        result = connection.exec_driver_sql(compiled.text, given)
        if not result.returns_rows:
            return Answer((), [], result.rowcount)
        return Answer(tuple(result.keys()), list(map(tuple, result.all())), result.rowcount)

    def compiled(self, dialect: Dialect) -> Compiled:
        """Return the statement as a kind of database takes it."""
        found = self._compiled.get(dialect.name)
        if found is None:
            found = self._compiled[dialect.name] = Compiled(self._statement, dialect)
        return found


def _run(connection: Connection, compiled: Compiled, given: Any) -> Answer:
    driver: Any = connection.connection.dbapi_connection
    try:
        cursor = driver.execute(compiled.text, given)
        if cursor.description is None:
            return Answer((), [], cursor.rowcount)
        rows = cursor.fetchall()
    except sqlite3.Error as error:
        raise_named(error)
    if not compiled.names:
        compiled.names = tuple([column[0] for column in cursor.description])
    return Answer(compiled.names, rows, cursor.rowcount)
