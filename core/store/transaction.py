"""What the commands of one group share: the connection, where the hall stands, and what happened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection

from core.domain.event import Event
from core.domain.hall import Hall
from core.domain.hall_json import hall_to_json
from core.store import sql
from core.store.json_text import json_text
from core.store.notice import Notice
from core.store.prepared import Prepared
from core.store.rows import Row
from core.store.waiting import Waiting
from core.store.ways import Ways


def old_classes(connection: Connection, hall: Hall) -> tuple[str, ...]:
    """Return the classes of open tickets that ``hall`` does not have: they are called all the same."""
    known = {each.id for each in hall.classes}
    rows = sql.CLASSES_LEFT_OPEN(connection, hall=hall.id).scalars()
    return tuple(sorted(set(rows) - known))


class SqlTransaction:
    """What the commands of one group share.

    Attributes:
        hall: The hall's description.
        seq: Number of the last event written.
        day: Business date of the last command, ``None`` before the first.
        day_seq: Number of the event before those of that date.
        source: The hall file of a new description, ``None``: the one before stays the one taken last.
        described: Whether the description is another than before.
        dated: Whether another business date has begun.
        old_classes: Classes that the hall no longer has but people still wait in.
        waiting: How many wait in the queues that were asked for.
        events: The events written, for the feed after the commit.
        writes: How many statements changed something; tells whether a refused command left traces.
        signed_out: Whether a token was given back.
    """

    def __init__(
        self,
        connection: Connection,
        ways: Ways,
        hall: Hall,
        old_classes: Sequence[str],
        stands: Row,
        waiting: Waiting,
    ) -> None:
        self.connection = connection
        self.ways = ways
        self.hall = hall
        self.seq: int = stands["seq"]
        self.day: date | None = date.fromisoformat(stands["day"]) if stands["day"] else None
        self.day_seq: int = stands["day_seq"]
        self.old_classes = old_classes
        self.waiting = waiting
        self.source: str | None = None
        self.described = False
        self.dated = False
        self.events: list[Event] = []
        self.writes = 0
        self.signed_out = False

    @property
    def id(self) -> str:
        """The hall's id."""
        return self.hall.id

    def change(self, statement: Prepared, **params: Any) -> int:
        """Run a changing statement and return how many rows it changed."""
        return self.write(statement, params)

    def write(self, statement: Prepared, params: Mapping[str, Any]) -> int:
        """Run a changing statement with parameters that are together already, and return the same."""
        self.writes += 1
        return int(statement.run(self.connection, params).rowcount)

    def keep_hall(self) -> None:
        """Write the hall's row: its sequence, and what else changed."""
        if not self.writes:
            return
        if self.described:
            description = json_text(hall_to_json(self.hall))
            sql.DESCRIBE(
                self.connection, of_hall=self.id, new_description=description, new_source=self.source
            )
        kept: dict[str, Any] = {"hall": self.id, "new_seq": self.seq}
        if self.ways.shared:
            kept["told"] = str(Notice(self.id, self.seq, self.signed_out))
        if self.dated:
            day = self.day.isoformat() if self.day else None
            self.ways.set_hall(self.connection, new_day=day, new_day_seq=self.day_seq, **kept)
        else:
            self.ways.set_seq(self.connection, **kept)
