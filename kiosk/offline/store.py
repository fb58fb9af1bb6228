"""The kiosk's own small database: its block of numbers, what it gave from it, and the hall as last known.

A ticket is here as long as the core has not confirmed it, and then gone: rows are overwritten with zeros
(``secure_delete``) and the log of the database is cut, as far as a disk lets anybody erase. No name and no
number of a card is ever here. A visitor's phone number is, until the ticket is handed in or its day is over:
it is not encrypted, for the key would lie beside it; the file belongs to the kiosk's user alone (0600).
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SCHEMA = 1
LOCKED_S = 0.25
"""So long another program that holds the file is waited for: a visitor stands in front of the screen."""

_TABLES = (
    "CREATE TABLE kept (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE numbers (
        hall TEXT NOT NULL, machine TEXT NOT NULL, day TEXT NOT NULL, queue TEXT NOT NULL,
        place INTEGER NOT NULL, number TEXT NOT NULL, track TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'free' CHECK (state IN ('free', 'given', 'handed_in')),
        id TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (hall, day, number))""",
    """CREATE TABLE tickets (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        hall TEXT NOT NULL, machine TEXT NOT NULL, day TEXT NOT NULL, number TEXT NOT NULL,
        ticket TEXT NOT NULL, slip TEXT, refused TEXT NOT NULL DEFAULT '',
        UNIQUE (hall, day, number))""",
)
_SETTINGS = (
    # One connection only: SQLite before 3.51.3 can break a file that two write (docs/adr/0002).
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    # KiB: it would keep the pages of the hall, more than a megabyte, that is read at the start only.
    "PRAGMA cache_size = -256",
)
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class StoreFailed(Exception):
    """The file cannot be read or written now.

    Attributes:
        damaged: What it holds makes no sense any more, and trying again will not help.
    """

    def __init__(self, detail: str, *, damaged: bool = False) -> None:
        super().__init__(detail)
        self.damaged = damaged


@dataclass(frozen=True, slots=True)
class Place:
    """Whose numbers, and of which business day (``"2026-11-30"``)."""

    hall: str
    machine: str
    day: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number that the core has reserved.

    Attributes:
        track: Token of the visit's own page.
    """

    number: str
    track: str


@dataclass(frozen=True, slots=True)
class Pending:
    """A ticket that the core has not confirmed.

    Attributes:
        seq: Its place among all that were given, rising.
        ticket: What the core is told of it, without its slip.
        slip: How its slip ended, ``None`` where there is none.
    """

    seq: int
    machine: str
    day: str
    number: str
    ticket: Mapping[str, Any]
    slip: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Settled:
    """What the core said of a ticket that was handed in.

    Attributes:
        id: The ticket's id in the core; ``""``: it was refused.
        refused: Message key of the reason.
        slip_told: What it was told of the slip.
    """

    seq: int
    id: str
    refused: str = ""
    slip_told: Mapping[str, Any] | None = None


MakeTicket = Callable[[Number], Mapping[str, Any]]


class OfflineStore:
    """One open file; every change is on the disk when the call comes back.

    Raises:
        StoreFailed: By every call; nothing was done then, as far as can be known.
    """

    def __init__(self, file: Path) -> None:
        """Open the file, or make it."""
        with _failures():
            self._db = _open(file)

    def close(self) -> None:
        """Close the file."""
        with _failures():
            self._db.close()

    # What is remembered

    def kept(self, name: str) -> str | None:
        """Return what was kept under a name."""
        with _failures():
            row = self._db.execute("SELECT value FROM kept WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def keep(self, name: str, value: str) -> None:
        """Keep a text under a name."""
        with self._change():
            self._db.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (name, value))

    # The block

    def reserve(self, place: Place, blocks: Mapping[str, Sequence[Number]]) -> None:
        """Take numbers of queues in; one that is here already stays what it is: it may have been given."""
        with self._change():
            (last,) = self._db.execute("SELECT coalesce(max(place), 0) FROM numbers").fetchone()
            every = [(queue, each) for queue, numbers in blocks.items() for each in numbers]
            self._db.executemany(
                "INSERT OR IGNORE INTO numbers (hall, machine, day, queue, place, number, track)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    (place.hall, place.machine, place.day, queue, at, each.number, each.track)
                    for at, (queue, each) in enumerate(every, start=last + 1)
                ],
            )

    def left(self, place: Place) -> dict[str, int]:
        """Return how many numbers of each queue can be given; of one that is used up 0."""
        with _failures():
            rows = self._db.execute(
                "SELECT queue, sum(state = 'free') FROM numbers"
                " WHERE hall = ? AND machine = ? AND day = ? GROUP BY queue",
                (place.hall, place.machine, place.day),
            ).fetchall()
        return {queue: int(count) for queue, count in rows}

    def days(self, place: Place, queue: str) -> set[str]:
        """Return of which days there are numbers of a queue, given ones included."""
        with _failures():
            rows = self._db.execute(
                "SELECT DISTINCT day FROM numbers WHERE hall = ? AND machine = ? AND queue = ?",
                (place.hall, place.machine, queue),
            ).fetchall()
        return {str(day) for (day,) in rows}

    def give(
        self, place: Place, queue: str, make: MakeTicket, slip: Mapping[str, Any] | None = None
    ) -> Number | None:
        """Give the next number of a queue, with its ticket, in one commit; ``None``: there is none left.

        Args:
            slip: How its slip ended, should nobody live to say it; ``None``: there is none.
        """
        with self._change():
            row = self._db.execute(
                "UPDATE numbers SET state = 'given' WHERE rowid = (SELECT rowid FROM numbers"
                " WHERE hall = ? AND machine = ? AND day = ? AND queue = ? AND state = 'free'"
                " ORDER BY place LIMIT 1) RETURNING number, track",
                (place.hall, place.machine, place.day, queue),
            ).fetchone()
            if row is None:
                return None
            number = Number(*row)
            self._db.execute(
                "INSERT INTO tickets (hall, machine, day, number, ticket, slip) VALUES (?, ?, ?, ?, ?, ?)",
                (
                    place.hall,
                    place.machine,
                    place.day,
                    number.number,
                    json.dumps(make(number)),
                    None if slip is None else json.dumps(slip),
                ),
            )
        return number

    # What was given

    def untold(self, hall: str) -> tuple[int, int]:
        """Return how many tickets of a hall the core has not been told of, and how many it refused."""
        with _failures():
            row = self._db.execute(
                "SELECT count(*) FILTER (WHERE refused = ''), count(*) FILTER (WHERE refused <> '')"
                " FROM tickets WHERE hall = ?",
                (hall,),
            ).fetchone()
        return int(row[0]), int(row[1])

    def pending(self, hall: str, most: int) -> list[Pending]:
        """Return the first tickets of a hall that are not confirmed, of one machine's name, in order."""
        with _failures():
            rows = self._db.execute(
                "SELECT seq, machine, day, number, ticket, slip FROM tickets WHERE hall = ? AND refused = ''"
                " ORDER BY seq LIMIT ?",
                (hall, most),
            ).fetchall()
        found = [_pending(row) for row in rows]
        return [each for each in found if each.machine == found[0].machine]

    def ask_again(self, hall: str) -> None:
        """Let refused tickets be handed in once more."""
        with self._change():
            self._db.execute("UPDATE tickets SET refused = '' WHERE hall = ? AND refused <> ''", (hall,))

    def note_slip(self, hall: str, day: str, number: str, slip: Mapping[str, Any]) -> str | None:
        """Note how a slip ended; return the ticket's id if it is handed in already: then it is told there."""
        with self._change():
            noted = self._db.execute(
                "UPDATE tickets SET slip = ? WHERE hall = ? AND day = ? AND number = ?",
                (json.dumps(slip), hall, day, number),
            ).rowcount
            row = self._db.execute(
                "SELECT id FROM numbers WHERE hall = ? AND day = ? AND number = ? AND state = 'handed_in'",
                (hall, day, number),
            ).fetchone()
        return None if noted or row is None else str(row[0])

    def settle(self, settled: Sequence[Settled]) -> dict[str, Mapping[str, Any]]:
        """Forget tickets that the core has taken, leaving no trace of their visitors; keep what it refused.

        Returns:
            By ids: how slips ended meanwhile, which the core was not told with their tickets.
        """
        late: dict[str, Mapping[str, Any]] = {}
        with self._change():
            for each in settled:
                if not each.id:
                    self._db.execute("UPDATE tickets SET refused = ? WHERE seq = ?", (each.refused, each.seq))
                    continue
                slip = self._forget(each)
                if slip is not None and slip != each.slip_told:
                    late[each.id] = slip
        self._cut_log()
        return late

    def _forget(self, settled: Settled) -> Mapping[str, Any] | None:
        """Forget a ticket and return how its slip ended."""
        row = self._db.execute(
            "DELETE FROM tickets WHERE seq = ? RETURNING hall, day, number, slip", (settled.seq,)
        ).fetchone()
        if row is None:
            return None
        hall, day, number, slip = row
        self._db.execute(
            "UPDATE numbers SET state = 'handed_in', id = ? WHERE hall = ? AND day = ? AND number = ?",
            (settled.id, hall, day, number),
        )
        return None if slip is None else dict(json.loads(slip))

    def turn_day(self, day: str, oldest: str) -> None:
        """Forget what was reserved before a day.

        What was given stays until it is handed in; what the core refuses, as long as it may be asked.

        Args:
            oldest: The earliest day of which the core takes a ticket.
        """
        with self._change():
            self._db.execute("DELETE FROM tickets WHERE refused <> '' AND day < ?", (oldest,))
            self._db.execute(
                "DELETE FROM numbers WHERE day < ? AND NOT EXISTS (SELECT 1 FROM tickets"
                " WHERE tickets.hall = numbers.hall AND tickets.day = numbers.day"
                " AND tickets.number = numbers.number)",
                (day,),
            )

    def drop_free(self) -> None:
        """Forget every number that nobody was given: the core may have given it to somebody else."""
        with self._change():
            self._db.execute("DELETE FROM numbers WHERE state = 'free'")

    def erase_phones(self, day: str) -> None:
        """Erase the phone numbers of visitors of earlier days: none of them is called any more."""
        with self._change():
            self._db.execute(
                "UPDATE tickets SET ticket = json_remove(ticket, '$.phone')"
                " WHERE day < ? AND json_extract(ticket, '$.phone') IS NOT NULL",
                (day,),
            )
        self._cut_log()

    def _cut_log(self) -> None:
        """Leave nothing in the database's log of what was erased."""
        with _failures():
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    @contextmanager
    def _change(self) -> Iterator[None]:
        with _failures():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise


@contextmanager
def _failures() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) or 0
        raise StoreFailed(str(error), damaged=code & 0xFF in _DAMAGED) from error
    except OSError as error:
        raise StoreFailed(error.strerror or str(error)) from error


def _open(file: Path) -> sqlite3.Connection:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # SQLite gives its own files beside it the rights of this one.
    os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    db = sqlite3.connect(file, timeout=LOCKED_S, isolation_level=None)
    try:
        for setting in _SETTINGS:
            db.execute(setting).fetchall()
        _be_of_this_schema(db)
    except BaseException:
        db.close()
        raise
    return db


def _be_of_this_schema(db: sqlite3.Connection) -> None:
    (found,) = db.execute("PRAGMA user_version").fetchone()
    if found > SCHEMA:
        raise StoreFailed(f"it was made by a newer program (schema {found}, this one knows {SCHEMA})")
    if found == 0:
        db.execute("BEGIN IMMEDIATE")
        for table in _TABLES:
            db.execute(table)
        db.execute(f"PRAGMA user_version = {SCHEMA}")
        db.execute("COMMIT")
    (said,) = db.execute("PRAGMA quick_check(1)").fetchone()
    if said != "ok":
        raise StoreFailed(str(said), damaged=True)


def _pending(row: tuple[int, str, str, str, str, str | None]) -> Pending:
    seq, machine, day, number, ticket, slip = row
    return Pending(seq, machine, day, number, json.loads(ticket), None if slip is None else json.loads(slip))
