"""A store of each kind, with a clock that the test moves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.clock import Clock
from tests.support.fake_store import FakeStore
from tests.support.hall_machine import Store
from tests.support.halls import lhasa_like
from tests.support.sql_store import SqlStore


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sql(tmp_path: Path, clock: Clock) -> Iterator[SqlStore]:
    store = SqlStore(tmp_path, lhasa_like(), clock)
    yield store
    store.close()


@pytest.fixture(params=["fake", "sql"])
def store(request: pytest.FixtureRequest, clock: Clock) -> Store:
    if request.param == "sql":
        real: SqlStore = request.getfixturevalue("sql")
        return real
    return FakeStore(lhasa_like(), clock)
