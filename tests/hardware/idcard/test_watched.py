"""A reader under its worker: it is looked after by itself, and who unplugs it is told once."""

from __future__ import annotations

import logging
import queue
from collections.abc import Iterator

import pytest

from hardware.idcard import cards, driver
from hardware.idcard.frames import Command
from hardware.idcard.record import seen_card
from hardware.idcard.simulator import SimulatedReaderPort
from hardware.worker import READY, Health, State, Worker
from tests.hardware.idcard.conftest import TODAY, WITHIN_S, Desk


class Watched:
    """A desk whose driver a worker looks after."""

    def __init__(self, port: SimulatedReaderPort) -> None:
        self.desk = Desk(port)
        self._changes: queue.SimpleQueue[Health] = queue.SimpleQueue()
        self.worker = Worker(self.desk.driver, self._changes.put, every_s=0.002, retry_s=(0.005,))

    def next(self) -> Health:
        """Return what it becomes next."""
        return self._changes.get(timeout=WITHIN_S)

    def looked_on(self) -> None:
        """Wait until another look was answered."""
        before = len(self.desk.reader.heard)
        self.desk.port.wait_for(lambda reader: len(reader.heard) > before + 1)


@pytest.fixture
def watched(port: SimulatedReaderPort) -> Iterator[Watched]:
    made = Watched(port)
    yield made
    made.worker.stop()


def test_one_person_after_the_other_is_told(watched: Watched) -> None:
    watched.worker.start()
    assert watched.next() == READY
    for card in cards.EVERY_KIND:
        watched.desk.reader.lay(card)
        assert watched.desk.next_told() == seen_card(card.read(), TODAY)
        watched.desk.reader.lift()
        watched.looked_on()


def test_a_reader_that_is_pulled_out_and_put_back_is_told_once_each(
    watched: Watched, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    watched.worker.start()
    assert watched.next() == READY
    watched.desk.port.plugged = False
    gone = watched.next()
    assert (gone.state, gone.key) == (State.GONE, "device.unreachable")
    watched.desk.port.plugged = True
    assert watched.next() == READY
    watched.desk.reader.lay(cards.YOUNG)
    assert watched.desk.next_told() == seen_card(cards.YOUNG.read(), TODAY)
    assert [record.levelname for record in caplog.records] == ["INFO", "WARNING", "INFO"]


def test_one_at_the_wrong_baud_rate_is_said_once_and_not_at_every_try(
    watched: Watched, caplog: pytest.LogCaptureFixture
) -> None:
    watched.desk.reader.wrong_check.add(Command.STATUS)
    watched.worker.start()
    gone = watched.next()
    assert (gone.state, gone.key) == (State.GONE, "card_reader.garbled")
    watched.looked_on()
    watched.looked_on()
    watched.desk.reader.wrong_check.clear()
    assert watched.next() == READY
    assert [record.levelname for record in caplog.records if record.levelno >= logging.WARNING] == ["WARNING"]


def test_it_can_be_asked_something_between_two_looks(watched: Watched) -> None:
    watched.worker.start()
    assert watched.next() == READY
    assert watched.worker.submit(lambda device: device.name).result(WITHIN_S) == watched.desk.port.url


def test_the_worker_as_it_is_made_for_a_hall_reads_a_card(port: SimulatedReaderPort) -> None:
    port.reader.lay(cards.RESIDENT)
    told: queue.SimpleQueue[object] = queue.SimpleQueue()
    worker = driver.watch_reader(port.url, lambda: TODAY, told.put)
    worker.start()
    try:
        assert told.get(timeout=WITHIN_S) == seen_card(cards.RESIDENT.read(), TODAY)
    finally:
        worker.stop()
