"""A store of each kind, with a clock that the test moves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.clock import Clock
from tests.support.fake_store import FakeStore
from tests.support.hall_machine import Store
from tests.support.halls import lhasa_like
from tests.support.postgres import server
from tests.support.sql_store import SqlStore


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def address() -> Iterator[str]:
    """An empty hall's database on a real server."""
    url = server().lend()
    yield url
    server().take_back(url)


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest) -> Path | str:
    """Where a store is kept: in a folder, or on a server."""
    found: Path | str = request.getfixturevalue("tmp_path" if request.param == "sqlite" else "address")
    return found


@pytest.fixture
def sql(place: Path | str, clock: Clock) -> Iterator[SqlStore]:
    """The real store, on each kind of database."""
    store = SqlStore(place, lhasa_like(), clock)
    yield store
    store.close()


@pytest.fixture
def on_disk(tmp_path: Path, clock: Clock) -> Iterator[SqlStore]:
    """The real store on SQLite."""
    store = SqlStore(tmp_path, lhasa_like(), clock)
    yield store
    store.close()


@pytest.fixture
def on_server(address: str, clock: Clock) -> Iterator[SqlStore]:
    """The real store on PostgreSQL."""
    store = SqlStore(address, lhasa_like(), clock)
    yield store
    store.close()


@pytest.fixture(params=["fake", "on_disk", "on_server"])
def store(request: pytest.FixtureRequest, clock: Clock) -> Store:
    if request.param == "fake":
        return FakeStore(lhasa_like(), clock)
    real: SqlStore = request.getfixturevalue(request.param)
    return real
