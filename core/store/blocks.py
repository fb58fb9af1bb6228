"""Numbers that are set aside for kiosks, in the database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update

from core.domain.block import Reserved, next_unreserved
from core.domain.clock import from_text, to_text
from core.domain.quota import Half
from core.store.prepared import Prepared
from core.store.rows import Row
from core.store.tables import reserved, series
from core.store.transaction import SqlTransaction

P = bindparam

_OF_DAY = (reserved.c.hall == P("of_hall"), reserved.c.date == P("of_date"))
_SERIES = (series.c.hall == P("of_hall"), series.c.date == P("of_date"), series.c.prefix == P("of_prefix"))

SERIES_OF_DAY = Prepared(
    select(series.c.prefix, series.c.last, series.c.reserved_from).where(
        series.c.hall == P("of_hall"), series.c.date == P("of_date")
    )
)
RESERVED_OF_DAY = Prepared(select(reserved).where(*_OF_DAY).order_by(reserved.c.prefix, reserved.c.running))
RESERVED_FROM = Prepared(
    select(reserved.c.running)
    .where(*_OF_DAY, reserved.c.prefix == P("of_prefix"), reserved.c.running >= P("least"))
    .order_by(reserved.c.running)
)
RESERVED = Prepared(select(reserved).where(*_OF_DAY, reserved.c.number == P("of_number")))
ADD_RESERVED = insert(reserved)
"""Not prepared: a block of every queue goes in at once."""
HAND_IN = Prepared(
    update(reserved).where(*_OF_DAY, reserved.c.number == P("of_number")).values(ticket=P("new_ticket"))
)
PASS_OVER = Prepared(
    update(series)
    .where(*_SERIES)
    .values(last=P("new_last"), beside=series.c.beside - P("passed"), reserved_from=P("new_reserved_from"))
)
COUNT_BESIDE = Prepared(
    update(series)
    .where(*_SERIES)
    .values(beside=series.c.beside + 1, morning=series.c.morning + P("more_in_the_morning"))
)
SET_RESERVED_FROM = Prepared(update(series).where(*_SERIES).values(reserved_from=P("new_reserved_from")))
ADD_EMPTY_SERIES = Prepared(insert(series))
FORGET_RESERVED = Prepared(
    delete(reserved).where(reserved.c.hall == P("of_hall"), reserved.c.date < P("before"))
)


class SqlBlocks:
    """The :class:`core.app.ports.Blocks` of one command."""

    def __init__(self, transaction: SqlTransaction, today: date) -> None:
        self._t = transaction
        self._today = today.isoformat()

    def series(self) -> dict[str, int]:
        """Select how far each series of today has come."""
        return {row["prefix"]: row["last"] for row in self._series()}

    def reserved(self) -> list[Reserved]:
        """Select the numbers that are set aside today."""
        rows = RESERVED_OF_DAY(self._t.connection, of_hall=self._t.id, of_date=self._today).mappings()
        # Databases sort letters each in their own way.
        return sorted(map(_reserved_of, rows), key=lambda each: (each.prefix, each.running))

    def reserve(self, numbers: Sequence[Reserved]) -> None:
        """Insert numbers of today, and let their series know where the next one is."""
        if not numbers:
            return
        self._t.writes += 1
        self._t.connection.execute(ADD_RESERVED, [self._row(each) for each in numbers])
        known = {row["prefix"]: row["reserved_from"] for row in self._series()}
        for prefix in {each.prefix for each in numbers}:
            new = [each.running for each in numbers if each.prefix == prefix]
            before = known.get(prefix)
            least = min(new) if before is None else min(before, *new)
            self._set_reserved_from(prefix, least, began=prefix in known)

    def _set_reserved_from(self, prefix: str, least: int, *, began: bool) -> None:
        if began:
            place = {"of_hall": self._t.id, "of_date": self._today, "of_prefix": prefix}
            self._t.change(SET_RESERVED_FROM, **place, new_reserved_from=least)
            return
        own = {"hall": self._t.id, "date": self._today, "prefix": prefix}
        self._t.change(ADD_EMPTY_SERIES, **own, last=0, morning=0, beside=0, reserved_from=least)

    def find(self, day: date, number: str) -> Reserved | None:
        """Select a number that was set aside."""
        found = RESERVED(
            self._t.connection, of_hall=self._t.id, of_date=day.isoformat(), of_number=number
        ).mappings()
        row = found.first()
        return _reserved_of(row) if row is not None else None

    def hand_in(self, reserved: Reserved, ticket: str, half: Half) -> None:
        """Update a number with its ticket, and its series."""
        place = {"of_hall": self._t.id, "of_date": reserved.date.isoformat()}
        self._t.change(HAND_IN, **place, of_number=reserved.number, new_ticket=ticket)
        morning = int(half is Half.MORNING)
        self._t.change(COUNT_BESIDE, **place, of_prefix=reserved.prefix, more_in_the_morning=morning)

    def forget_before(self, day: date) -> None:
        """Delete the numbers of earlier dates."""
        self._t.change(FORGET_RESERVED, of_hall=self._t.id, before=day.isoformat())

    def _series(self) -> Sequence[Row]:
        return SERIES_OF_DAY(self._t.connection, of_hall=self._t.id, of_date=self._today).mappings()

    def _row(self, each: Reserved) -> dict[str, Any]:
        return {
            "hall": self._t.id,
            "date": each.date.isoformat(),
            "number": each.number,
            "prefix": each.prefix,
            "running": each.running,
            "queue": each.queue,
            "machine": each.machine,
            "track": each.track,
            "reserved_at": to_text(each.reserved_at),
            "ticket": each.ticket,
        }


def pass_over(transaction: SqlTransaction, day: str, prefix: str, running: int) -> int:
    """Let a series pass over what is set aside from ``running`` on, and return the number that it gives."""
    place = {"of_hall": transaction.id, "of_date": day, "of_prefix": prefix}
    ahead: list[int] = list(RESERVED_FROM(transaction.connection, **place, least=running).scalars())
    free = next_unreserved(running, set(ahead))
    following = next((each for each in ahead if each > free), None)
    passed = {"new_last": free, "passed": free - running, "new_reserved_from": following}
    transaction.change(PASS_OVER, **place, **passed)
    return free


def _reserved_of(row: Row) -> Reserved:
    """Return the number of a row of ``reserved``."""
    return Reserved(
        number=row["number"],
        date=date.fromisoformat(row["date"]),
        prefix=row["prefix"],
        running=row["running"],
        queue=row["queue"],
        machine=row["machine"],
        track=row["track"],
        reserved_at=from_text(row["reserved_at"]),
        ticket=row["ticket"],
    )
