"""The kiosk's own database, opened again by itself after every kind of trouble."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from kiosk.offline.store import OfflineStore, StoreFailed

log = logging.getLogger(__name__)

T = TypeVar("T")

AGAIN_S = 5.0
"""Pause before a file that failed is tried again."""


class Kept:
    """The file; it may be away, full or damaged, and the kiosk lives on.

    Attributes:
        trouble: Why it cannot be used now, ``""`` where it can.
    """

    def __init__(self, file: Path, clock: Callable[[], float] = time.monotonic) -> None:
        """Name the file; it is opened when it is first needed.

        Args:
            clock: Monotonic seconds.
        """
        self.file = file
        self.trouble = ""
        self._clock = clock
        self._store: OfflineStore | None = None
        self._not_before = 0.0

    def run(self, work: Callable[[OfflineStore], T]) -> T:
        """Return what ``work`` makes of the file.

        Raises:
            StoreFailed: The file cannot be used now; it is tried again a little later.
        """
        if self._store is None and self._clock() < self._not_before:
            raise StoreFailed(self.trouble)
        try:
            store = self._store = self._store or OfflineStore(self.file)
            done = work(store)
        except StoreFailed as failure:
            self._failed(failure)
            raise
        if self.trouble:
            log.info("the kiosk's own file %s can be used again", self.file)
            self.trouble = ""
        return done

    def close(self) -> None:
        """Close the file."""
        store, self._store = self._store, None
        if store is not None:
            try:
                store.close()
            except StoreFailed as failure:
                log.warning("the kiosk's own file %s was not closed well: %s", self.file, failure)

    def _failed(self, failure: StoreFailed) -> None:
        if str(failure) != self.trouble:
            log.error("the kiosk's own file %s cannot be used: %s", self.file, failure)
        self.trouble = str(failure)
        self._not_before = self._clock() + AGAIN_S
        self.close()
        if failure.damaged:
            self._set_aside()

    def _set_aside(self) -> None:
        """Put a damaged file beside, for a technician, and begin a new one at once."""
        aside = self.file.with_name(f"{self.file.name}.damaged")
        try:
            self.file.replace(aside)
            for log_file in ("-wal", "-shm"):
                self.file.with_name(self.file.name + log_file).unlink(missing_ok=True)
        except OSError as error:
            log.warning("%s cannot be put aside: %s", self.file, error.strerror)
            return
        self._not_before = 0.0
        log.error("%s was damaged and is now %s; numbers given and not handed in are in it", self.file, aside)
