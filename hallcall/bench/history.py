"""Halls with years behind them: databases with so many old tickets, made once and kept.

The rows are written by SQL into the tables that the program itself made, served visits of past days at
4,000 a day: ticket, leg, the leg's last event, each day's number series. What a bench adds is taken out
before the next one, so that the file can be used again.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hallcall.bench import core_process
from hallcall.bench.halls import CLASSES, PREFIXES, WINDOWS, even_hall
from hallcall.data_dir import DataDir

BYTES_A_TICKET = 950
"""Of a kept file."""
A_DAY = 4000
"""Old tickets a day, 200 of each of the 20 queues."""
_CACHE_KB = 400_000
"""Of SQLite while it writes: the random track tokens' index fits in."""
_SAID = "bench.json"
"""Where the last old day of a kept file ends."""
_MAKE = "1"
"""Changed with what is written here: older files are then made anew."""

# Written together from this file's own words only.
_NUMBERS = "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :count)"
# What the rows of one visit share. Everything follows from its place i; `day` counts from the first day.
_VISIT = f"""
{_NUMBERS}, visit AS (
  SELECT i, i / {A_DAY} AS day, i % {A_DAY} / {len(PREFIXES)} + 1 AS running,
         substr('{PREFIXES}', i % {len(PREFIXES)} + 1, 1) AS prefix,
         i / {len(PREFIXES)} % {len(CLASSES)} AS class, i % {WINDOWS} + 1 AS window,
         :first_s + i / {A_DAY} * 86400 + i % {A_DAY} * 7 AS at_s
  FROM n
), told AS (
  SELECT *, printf('%011x%010x', at_s * 1000, i) AS id, printf('%s%03d', prefix, running) AS number,
         date(:first_s + day * 86400, 'unixepoch') AS date,
         strftime('%Y-%m-%dT%H:%M:%S', at_s, 'unixepoch') || '.000000Z' AS taken,
         strftime('%Y-%m-%dT%H:%M:%S', at_s + 600, 'unixepoch') || '.000000Z' AS called,
         strftime('%Y-%m-%dT%H:%M:%S', at_s + 900, 'unixepoch') || '.000000Z' AS ended,
         json_extract(:classes, '$[' || class || ']') AS class_id, 'queue_' || lower(prefix) AS queue
  FROM visit
)
"""  # noqa: S608
_TICKETS = f"""
INSERT INTO tickets (id, hall, date, number, visitor_class, language, track, taken_at)
{_VISIT}
SELECT id, 'bench', date, number, class_id, 'zh', lower(hex(randomblob(11))), taken FROM told
"""  # noqa: S608
_LEGS = f"""
INSERT INTO legs (id, hall, ticket, date, number, queue, visitor_class, since, entered, state, window,
                  called_at, started_at, ended_at, calls, call_at, call_seq, why, clerk, version)
{_VISIT}
SELECT id || '.1', 'bench', id, date, number, queue, class_id, taken, i + 1, 'done', window,
       called, called, ended, 1, called, i + 1,
       '{{"tier": 1, "score": 10.0, "runner_up": null}}', 'clerk-' || window, 3
FROM told
"""  # noqa: S608
_EVENTS = f"""
INSERT INTO events (hall, seq, at, kind, ticket, leg, window, zone, data)
{_VISIT}
SELECT 'bench', i + 1, ended, 'leg.done', id, id || '.1', window, 'all',
       json_object('number', number, 'queue', queue, 'class', class_id, 'by', 'clerk:clerk-' || window,
                   'from', 'serving', 'to', 'done')
FROM told
"""  # noqa: S608
_SERIES = f"""
INSERT INTO series (hall, date, prefix, last)
{_VISIT}
SELECT 'bench', date, prefix, max(running) FROM told GROUP BY date, prefix
"""  # noqa: S608
_FORGET = (
    "UPDATE halls SET seq = :count, day = :last_day, day_seq = :day_seq WHERE id = 'bench'",
    "DELETE FROM legs WHERE id > :last_id || '.1'",
    "DELETE FROM tickets WHERE id > :last_id",
    "DELETE FROM events WHERE hall = 'bench' AND seq > :count",
    "DELETE FROM series WHERE hall = 'bench' AND date > :last_day",
    "DELETE FROM answers",
    "DELETE FROM windows",
    "DELETE FROM turns",
)


def old_hall(cache: Path, old: int) -> DataDir:
    """Return a folder whose hall has served ``old`` visitors on past days and nobody today."""
    folder = cache / f"old-{old}-{_made_of(cache)}"
    if not folder.exists():
        _drop_older(cache, old)
        making = cache / f"making-{old}"
        shutil.rmtree(making, ignore_errors=True)
        making.mkdir()
        with core_process.running_core(even_hall(cache), making):
            pass
        _fill(making, old)
        making.rename(folder)
    _forget(folder)
    return DataDir(folder)


def cache_dir() -> Path:
    """Return the folder of this user's caches for the benches."""
    if sys.platform == "win32":
        root = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    elif sys.platform == "darwin":
        root = Path.home() / "Library" / "Caches"
    else:
        root = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache"))
    return root / "hallcall" / "bench"


def _made_of(cache: Path) -> str:
    """Return what a kept file depends on: the tables, the hall, and what is written into them."""
    from core.store.migrate import HEAD

    hall = even_hall(cache).read_bytes()
    return hashlib.sha256(f"{_MAKE} {HEAD} ".encode() + hall).hexdigest()[:12]


def _drop_older(cache: Path, old: int) -> None:
    """Remove files of the same size that other tables were in: each holds gigabytes."""
    for left in cache.glob(f"old-{old}-*"):
        if left.is_dir():
            shutil.rmtree(left)
        else:
            # What their core logged.
            left.unlink()


def _fill(folder: Path, count: int) -> None:
    days = (count - 1) // A_DAY + 1
    first = (datetime.now(UTC) - timedelta(days=days)).replace(hour=1, minute=0, second=0, microsecond=0)
    said = {
        "count": count,
        "first_s": int(first.timestamp()),
        "classes": json.dumps(CLASSES),
        "last_day": (first + timedelta(days=days - 1)).date().isoformat(),
        "day_seq": (days - 1) * A_DAY,
    }
    with closing(sqlite3.connect(DataDir(folder).database, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
        # A file that is only half made is thrown away.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        for statement in ("DELETE FROM events", _TICKETS, _LEGS, _EVENTS, _SERIES):
            connection.execute(statement, said)
        said["last_id"] = connection.execute("SELECT max(id) FROM tickets").fetchone()[0]
        connection.execute("PRAGMA journal_mode = WAL")
    (folder / _SAID).write_text(json.dumps(said), encoding="utf-8")


def _forget(folder: Path) -> None:
    """Take out what happened after the last old day."""
    said = json.loads((folder / _SAID).read_text("utf-8"))
    with closing(sqlite3.connect(DataDir(folder).database, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        for statement in _FORGET:
            connection.execute(statement, said)
        connection.execute("COMMIT")
