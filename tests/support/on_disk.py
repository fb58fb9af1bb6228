"""What a core has on disk, looked at beside it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from core.domain.event import Event
from core.store.engine import sqlite_readers
from core.store.reader import SqlReader
from tests.support.running_core import CoreHandle

EVERYTHING = 10_000_000


@contextmanager
def reader_of(core: CoreHandle) -> Iterator[SqlReader]:
    """Open a reader on a core's database; the core may be running."""
    engine = sqlite_readers(core.data.database)
    try:
        hall: str = core.ask("GET", "/api/health").body["hall"]
        yield SqlReader(engine, hall)
    finally:
        engine.dispose()


def all_events(core: CoreHandle) -> list[Event]:
    """Return every event of a core's hall, and fail where their numbers have a gap."""
    with reader_of(core) as reader:
        events = reader.events_after(0, EVERYTHING)
    assert [event.seq for event in events] == list(range(1, len(events) + 1))
    return events
