"""Thousands of random histories of a hall hold what the hall is promised."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import settings

from core.domain.hall import Hall
from tests.support.fake_store import FakeStore
from tests.support.hall_machine import BOUNDED, HallMachine, Store
from tests.support.postgres import server
from tests.support.sql_store import SqlStore

# A history may take a queue out of the hall while people wait in it.
pytestmark = pytest.mark.logs("waiting in the queue")


class InMemory(HallMachine):
    """The use cases on the fake store."""

    def make_store(self, hall: Hall, clock: Callable[[], datetime]) -> Store:
        return FakeStore(hall, clock)


class OnDisk(HallMachine):
    """The use cases on SQLite, through the writer."""

    def make_store(self, hall: Hall, clock: Callable[[], datetime]) -> Store:
        self.folder = tempfile.TemporaryDirectory()
        store = SqlStore(Path(self.folder.name), hall, clock)
        # Power cuts are tried elsewhere; here they would take most of the time.
        kept = store.engine.raw_connection()
        kept.cursor().execute("PRAGMA synchronous = OFF")
        kept.close()
        return store

    def teardown(self) -> None:
        super().teardown()
        self.folder.cleanup()


class OnServer(HallMachine):
    """The use cases on PostgreSQL, through the writer."""

    def make_store(self, hall: Hall, clock: Callable[[], datetime]) -> Store:
        self.url = server().lend()
        return SqlStore(self.url, hall, clock)

    def teardown(self) -> None:
        super().teardown()
        server().take_back(self.url)


TestHistoriesInMemory = InMemory.TestCase
TestHistoriesOnDisk = OnDisk.TestCase
TestHistoriesOnServer = OnServer.TestCase
TestHistoriesInMemory.settings = BOUNDED
TestHistoriesOnDisk.settings = settings(BOUNDED, max_examples=max(1, BOUNDED.max_examples // 4))
TestHistoriesOnServer.settings = settings(BOUNDED, max_examples=max(1, BOUNDED.max_examples // 20))
