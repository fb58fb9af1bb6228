"""What can be collected, in the database."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select

from core.domain.clock import from_text, to_text
from core.domain.errors import ResultUnknown
from core.domain.result import Result
from core.store.engine import wipe_after_commit
from core.store.json_text import json_text
from core.store.prepared import Prepared
from core.store.rows import Row
from core.store.sql import SET_EVENT_DATA
from core.store.tables import results
from core.store.transaction import SqlTransaction

P = bindparam

_OF_HALL = results.c.hall == P("of_hall")
_ONE = (_OF_HALL, results.c.id == P("of_id"))

ALL_RESULTS = Prepared(select(results).where(_OF_HALL).order_by(results.c.seq))
RESULT = Prepared(select(results).where(*_ONE))
SAME_RESULT = Prepared(
    select(results).where(_OF_HALL, results.c.text == P("of_text"), results.c.date == P("of_date"))
)
OLD_RESULTS = Prepared(
    select(results).where(_OF_HALL, results.c.ready_at < P("before")).order_by(results.c.seq)
)
ADD_RESULT = Prepared(insert(results))
REMOVE_RESULT = Prepared(delete(results).where(*_ONE))


class SqlResults:
    """The :class:`core.app.ports.Results` of one command."""

    def __init__(self, transaction: SqlTransaction) -> None:
        self._t = transaction

    def get(self, result: str) -> Result:
        """Select a result."""
        row = RESULT(self._t.connection, of_hall=self._t.id, of_id=result).mappings().first()
        if row is None:
            raise ResultUnknown()
        return _result_of(row)

    def same(self, text: str, day: date | None) -> Result | None:
        """Select what has that text."""
        place = {"of_hall": self._t.id, "of_text": text, "of_date": _date(day)}
        row = SAME_RESULT(self._t.connection, **place).mappings().first()
        return _result_of(row) if row is not None else None

    def add(self, result: Result) -> None:
        """Insert a result."""
        self._t.change(ADD_RESULT, hall=self._t.id, **_row(result))

    def remove(self, result: Result) -> None:
        """Delete a result, and its text in its event, bytes and all."""
        self._t.change(REMOVE_RESULT, of_hall=self._t.id, of_id=result.id)
        told = {"result": result.id, "by": result.ready_by}
        told |= {} if result.queue is None else {"queue": result.queue}
        self._t.change(SET_EVENT_DATA, of_hall=self._t.id, of_seq=result.seq, new_data=json_text(told))
        wipe_after_commit(self._t.connection)

    def before(self, at: datetime) -> list[Result]:
        """Select the results of before."""
        rows = OLD_RESULTS(self._t.connection, of_hall=self._t.id, before=to_text(at)).mappings()
        return [_result_of(row) for row in rows]


def select_results(connection: Connection, hall: str) -> list[Result]:
    """Select what can be collected, oldest first."""
    return [_result_of(row) for row in ALL_RESULTS(connection, of_hall=hall).mappings()]


def _date(day: date | None) -> str:
    return day.isoformat() if day else ""


def _row(result: Result) -> dict[str, Any]:
    return {
        "id": result.id,
        "text": result.text,
        "date": _date(result.day),
        "zone": result.zone,
        "window": result.window,
        "queue": result.queue,
        "ticket": result.ticket,
        "ready_at": to_text(result.ready_at),
        "ready_by": result.ready_by,
        "seq": result.seq,
    }


def _result_of(row: Row) -> Result:
    """Return the result of a row of ``results``."""
    return Result(
        id=row["id"],
        text=row["text"],
        zone=row["zone"],
        window=row["window"],
        queue=row["queue"],
        ready_at=from_text(row["ready_at"]),
        ready_by=row["ready_by"],
        seq=row["seq"],
        ticket=row["ticket"],
        day=date.fromisoformat(row["date"]) if row["date"] else None,
    )
