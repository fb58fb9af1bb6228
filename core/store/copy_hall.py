"""A hall from one database into another, row for row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Select, Table, func, insert, select, tuple_

import core.store.tables_visitors  # noqa: F401  # its tables join the metadata
from core.store.database import Database
from core.store.postgres import alone
from core.store.reader import SqlReader
from core.store.tables import halls, metadata

ROWS_AT_ONCE = 1000


class HallIsThere(Exception):
    """The database that it is to go to has the hall already."""


class NotTheSame(Exception):
    """What arrived is not what was sent; nothing of it was kept."""


def copy_hall(source: Database, target: Database, hall: str, told: Callable[[str], None]) -> dict[str, int]:
    """Copy a hall with all its history and return how many rows each table has; all of it arrives or nothing.

    Nobody may write in the source meanwhile.

    Args:
        told: Told, in English, what has just been done.

    Raises:
        HallIsThere: The target has a hall of that id.
        NotTheSame: Fewer or other rows arrived than were sent.
    """
    with source.readers.begin() as old, target.writer.begin() as new:
        alone(new)
        if new.execute(select(halls.c.id).where(halls.c.id == hall)).first() is not None:
            raise HallIsThere(hall)
        counted: dict[str, int] = {}
        for table in metadata.sorted_tables:
            counted[table.name] = _copy(old, new, table, hall)
            told(f"{table.name}: {counted[table.name]} rows")
        for table in metadata.sorted_tables:
            _must_be_same(old, new, table, hall)
        _must_have_same_floor(source, new, hall)
        told("every row compared, and the floor of the hall")
    return counted


def _copy(old: Connection, new: Connection, table: Table, hall: str) -> int:
    count = 0
    for rows in _chunks(old.execute(_rows(table, hall)).mappings()):
        new.execute(insert(table), rows)
        count += len(rows)
    return count


def _must_be_same(old: Connection, new: Connection, table: Table, hall: str) -> None:
    sent, arrived = (_counted(connection, table, hall) for connection in (old, new))
    if sent != arrived:
        raise NotTheSame(f"{table.name}: {sent} rows were sent, {arrived} arrived")
    keys = [column.name for column in table.primary_key]
    for rows in _chunks(old.execute(_rows(table, hall)).mappings()):
        found = new.execute(_rows(table, hall).where(_one_of(table, keys, rows))).mappings()
        if {_frozen(row) for row in rows} != {_frozen(row) for row in map(dict, found)}:
            raise NotTheSame(f"{table.name}: rows arrived that are not what was sent")


def _one_of(table: Table, keys: Sequence[str], rows: Sequence[dict[str, Any]]) -> Any:
    return tuple_(*(table.c[key] for key in keys)).in_([tuple(row[key] for key in keys) for row in rows])


def _must_have_same_floor(source: Database, new: Connection, hall: str) -> None:
    reader = SqlReader(source.readers, hall)
    if reader.floor() != reader.floor_in(new):
        raise NotTheSame("the floor of the hall came out otherwise")


def _rows(table: Table, hall: str) -> Select[Any]:
    return select(table).where((table.c.id if table is halls else table.c.hall) == hall)


def _counted(connection: Connection, table: Table, hall: str) -> int:
    return connection.execute(select(func.count()).select_from(_rows(table, hall).subquery())).scalar_one()


def _frozen(row: dict[str, Any]) -> frozenset[tuple[str, Any]]:
    return frozenset(row.items())


def _chunks(rows: Any) -> Iterator[list[dict[str, Any]]]:
    found = iter(rows)
    while chunk := [dict(row) for row in islice(found, ROWS_AT_ONCE)]:
        yield chunk
