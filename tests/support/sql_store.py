"""The real store, on a file or on a server, driven one command at a time from a test."""

from __future__ import annotations

import queue
import tempfile
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from core.app.ports import Command, Outcome
from core.domain.event import Event
from core.domain.hall import Hall
from core.domain.leg import Leg
from core.domain.ticket import Ticket
from core.store.database import Database, open_file, open_server
from core.store.reader import SqlReader
from core.store.rows import leg_of, ticket_of
from core.store.tables import legs, tickets
from core.store.writer import Ended, SqlWriter

ANSWER_WITHIN_S = 30


@cache
def migrated_database() -> bytes:
    """Return the file of an empty database with every migration done; copying it is quicker than they are."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "hall.db"
        open_file(path).close()
        return path.read_bytes()


def lay_tables(path: Path) -> None:
    """Put an empty database with every migration done where there is none yet."""
    if not path.exists():
        path.write_bytes(migrated_database())


def open_place(place: Path | str) -> Database:
    """Open the database of a folder, or of an address."""
    if isinstance(place, str):
        return open_server(place)
    path = place / "hall.db"
    lay_tables(path)
    return open_file(path)


class SqlStore:
    """The writer with its thread and the reader, as the core runs them.

    Args:
        place: A folder, or the address of a database on a server.

    Attributes:
        commits: The events of each commit, in the order in which they were told.
    """

    def __init__(self, place: Path | str, hall: Hall, clock: Callable[[], datetime]) -> None:
        self.database = open_place(place)
        self.engine = self.database.writer
        self.readers = self.database.readers
        self.commits: list[Sequence[Event]] = []
        self.writer = SqlWriter(self.engine, hall, self._committed, clock)
        self.writer.know_hall()
        self.reader = SqlReader(self.readers, hall.id)
        self.writer.start()

    def _committed(self, events: Sequence[Event], ended: Ended) -> None:
        self.commits.append(events)
        for done, outcome in ended:
            done(outcome)

    def submit(self, command: Command) -> queue.SimpleQueue[Outcome]:
        """Queue a command; its outcome comes through what is returned."""
        outcomes: queue.SimpleQueue[Outcome] = queue.SimpleQueue()
        self.writer.submit([(command, outcomes.put)])
        return outcomes

    def run(self, command: Command) -> Any:
        """Run a command and return its answer, or raise what it raised."""
        return self.submit(command).get(timeout=ANSWER_WITHIN_S).result()

    def legs(self) -> dict[str, Leg]:
        """Return every leg of the hall by its id."""
        of_hall = legs.select().where(legs.c.hall == self.writer.hall.id)
        with self.readers.begin() as connection:
            return {row["id"]: leg_of(dict(row)) for row in connection.execute(of_hall).mappings()}

    def tickets(self) -> dict[str, Ticket]:
        """Return every ticket of the hall by its id."""
        of_hall = tickets.select().where(tickets.c.hall == self.writer.hall.id)
        with self.readers.begin() as connection:
            return {row["id"]: ticket_of(dict(row)) for row in connection.execute(of_hall).mappings()}

    def close(self) -> None:
        """End the writer and let the file go."""
        self.writer.stop()
        self.database.close()
