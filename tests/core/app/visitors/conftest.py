"""A hall that takes bookings on a store of each kind, with a clock that the test moves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.clock import Clock
from tests.support.fake_store import FakeStore
from tests.support.hall_machine import Store
from tests.support.sql_store import SqlStore
from tests.support.visiting import booking_hall


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=["fake", "sql"])
def store(request: pytest.FixtureRequest, clock: Clock, tmp_path: Path) -> Iterator[Store]:
    made: Store
    if request.param == "sql":
        made = SqlStore(tmp_path, booking_hall(), clock)
    else:
        made = FakeStore(booking_hall(), clock)
    yield made
    made.close()
