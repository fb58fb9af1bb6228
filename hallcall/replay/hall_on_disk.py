"""The program's own store and use cases, run at the time of a simulated day."""

from __future__ import annotations

import queue
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from core.app.ports import Command, Outcome
from core.domain.event import Event
from core.domain.hall import Hall
from core.store.engine import sqlite_writer
from core.store.migrate import migrate
from core.store.writer import Ended, SqlWriter

ANSWER_WITHIN_S = 60


class HallOnDisk:
    """A hall in a folder, driven one command at a time.

    Args:
        told: What gets the events of each command, in order.
        clock: What time it is.
    """

    def __init__(
        self, folder: Path, hall: Hall, told: Callable[[Event], None], clock: Callable[[], datetime]
    ) -> None:
        self._told = told
        self._engine = sqlite_writer(folder / "replay.db")
        migrate(self._engine)
        # Of a simulated day nothing need outlive a power cut.
        connection = self._engine.raw_connection()
        connection.cursor().execute("PRAGMA synchronous = OFF")
        connection.close()
        self._writer = SqlWriter(self._engine, hall, self._committed, clock)
        self._writer.know_hall()
        self._writer.start()

    def run(self, command: Command) -> Any:
        """Run a command and return its answer, or raise what it raised."""
        outcomes: queue.SimpleQueue[Outcome] = queue.SimpleQueue()
        self._writer.submit([(command, outcomes.put)])
        return outcomes.get(timeout=ANSWER_WITHIN_S).result()

    def __enter__(self) -> HallOnDisk:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._writer.stop()
        self._engine.dispose()

    def _committed(self, events: Sequence[Event], ended: Ended) -> None:
        for event in events:
            self._told(event)
        for done, outcome in ended:
            done(outcome)
