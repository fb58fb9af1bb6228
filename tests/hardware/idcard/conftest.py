from __future__ import annotations

import queue
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date

import pytest

from hardware.errors import DeviceError
from hardware.idcard import link
from hardware.idcard.card import DayKey, SeenCard
from hardware.idcard.driver import CardReader
from hardware.idcard.simulator import SimulatedReader, SimulatedReaderPort, SimulatedSerialReader

TODAY = DayKey(date(2026, 11, 30), bytes(range(32)))
WITHIN_S = 30


class Desk:
    """A simulated reader, its driver, and what was told.

    Attributes:
        today: What the driver gets as the key of the day.
    """

    def __init__(self, port: SimulatedReaderPort) -> None:
        self.port = port
        self.reader = port.reader
        self.today: DayKey | None = TODAY
        self._told: queue.SimpleQueue[SeenCard | DeviceError] = queue.SimpleQueue()
        self.driver = CardReader(port.url, lambda: self.today, self.told_to)

    def told_to(self, told: SeenCard | DeviceError) -> None:
        """Be told."""
        self._told.put(told)

    def told(self) -> list[SeenCard | DeviceError]:
        """Return what was told since it was asked last."""
        return [self._told.get() for _ in range(self._told.qsize())]

    def next_told(self) -> SeenCard | DeviceError:
        """Wait for what is told next."""
        return self._told.get(timeout=WITHIN_S)


@contextmanager
def timeouts_of(seconds: float) -> Iterator[None]:
    """Wait so long for a reader that says nothing, and no longer."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(link, "ANSWER_TIMEOUT_S", seconds)
        patch.setattr(link, "READ_TIMEOUT_S", seconds)
        yield


def hasty() -> AbstractContextManager[None]:
    """Wait a fraction of the usual: around what is answered in part, and only there."""
    return timeouts_of(0.2)


def in_silence() -> AbstractContextManager[None]:
    """Wait hardly at all: around what will not be answered at all."""
    return timeouts_of(0.05)


@pytest.fixture(params=[SimulatedReader, SimulatedSerialReader], ids=["tcp", "serial"])
def port(request: pytest.FixtureRequest) -> Iterator[SimulatedReaderPort]:
    with request.param() as opened:
        yield opened


ON_SERIAL_ONLY = pytest.mark.parametrize("port", [SimulatedSerialReader], indirect=True, ids=["serial"])
"""For long tables in which the line plays no part."""


@pytest.fixture
def unconnected(port: SimulatedReaderPort) -> Iterator[Desk]:
    made = Desk(port)
    yield made
    made.driver.disconnect()


@pytest.fixture
def desk(unconnected: Desk) -> Desk:
    unconnected.driver.connect()
    return unconnected
