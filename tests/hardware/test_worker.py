"""A device's worker: it finds the device, loses it, finds it again, and nobody waits for it."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Iterator

import pytest

from hardware.errors import DeviceError, DeviceUnreachable, PaperOut
from hardware.worker import READY, Health, State, Worker
from tests.support.waiting import wait_until

WITHIN_S = 30


class Fake:
    """A device that is as the test says."""

    def __init__(self) -> None:
        self.name = "sign 3"
        self.there = True
        self.health = READY
        self.bug = False
        self.log: list[str] = []
        self.threads: set[int] = set()

    def connect(self) -> None:
        self._note("connect")
        if not self.there:
            raise DeviceUnreachable(self.name, "nobody answers")

    def look(self) -> Health:
        self._note("look")
        if not self.there:
            raise DeviceUnreachable(self.name, "it does not answer")
        if self.bug:
            self.bug = False
            raise ZeroDivisionError
        return self.health

    def disconnect(self) -> None:
        self._note("disconnect")

    def _note(self, what: str) -> None:
        self.threads.add(threading.get_ident())
        if self.log[-1:] != [what]:
            self.log.append(what)


class Watched:
    """A worker and what it told."""

    def __init__(self, device: Fake) -> None:
        self.device = device
        self._told: queue.SimpleQueue[Health] = queue.SimpleQueue()
        self.worker = Worker(device, self._told.put, every_s=0.002, retry_s=(0.001, 0.002))

    def next(self) -> Health:
        """Return what it tells next."""
        return self._told.get(timeout=WITHIN_S)


@pytest.fixture
def watched() -> Iterator[Watched]:
    made = Watched(Fake())
    yield made
    made.worker.stop()


def test_a_device_that_is_there_is_ready(watched: Watched) -> None:
    assert watched.worker.health == Health(State.STARTING)
    watched.worker.start()
    assert watched.next() == READY
    assert watched.worker.health == READY


def test_one_that_goes_and_comes_is_told_once_each(
    watched: Watched, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    watched.worker.start()
    assert watched.next() == READY
    watched.device.there = False
    gone = watched.next()
    assert (gone.state, gone.key) == (State.GONE, "device.unreachable")
    watched.device.there = True
    while (health := watched.next()) != READY:
        assert health.state is State.GONE, "only what is known of why has changed"
    said = [(record.levelname, record.message) for record in caplog.records]
    assert said == [
        ("INFO", "sign 3 is ready"),
        ("WARNING", "sign 3 is gone: it does not answer"),
        ("INFO", "sign 3 is ready"),
    ]


def test_one_that_is_worse_is_told_and_kept(watched: Watched, caplog: pytest.LogCaptureFixture) -> None:
    watched.worker.start()
    assert watched.next() == READY
    watched.device.health = Health(State.DEGRADED, "printer.paper_low", "the roll ends soon")
    assert watched.next().key == "printer.paper_low"
    watched.device.health = Health(State.DEGRADED, "printer.paper_low", "the roll ends in a moment")
    assert watched.next().detail == "the roll ends in a moment"
    watched.device.health = READY
    assert watched.next() == READY
    assert watched.device.log.count("connect") == 1
    assert "sign 3 is degraded: the roll ends soon" in caplog.text
    assert "in a moment" not in caplog.text, "one line a change of state"


def test_jobs_run_on_the_device_s_own_thread_one_after_the_other(watched: Watched) -> None:
    watched.worker.start()
    order: list[int] = []

    def note(at: int) -> Callable[[Fake], None]:
        return lambda _device: order.append(at)

    futures = [watched.worker.submit(note(at)) for at in range(20)]
    for future in futures:
        future.result(WITHIN_S)
    assert order == list(range(20))
    assert threading.get_ident() not in watched.device.threads
    assert len(watched.device.threads) == 1


def test_a_job_for_one_that_is_gone_fails_at_once(watched: Watched, caplog: pytest.LogCaptureFixture) -> None:
    watched.device.there = False
    watched.worker.start()
    assert watched.next().state is State.GONE
    with pytest.raises(DeviceUnreachable):
        watched.worker.submit(lambda _device: None).result(WITHIN_S)


def test_a_job_that_loses_the_device_has_it_looked_for_again(
    watched: Watched, caplog: pytest.LogCaptureFixture
) -> None:
    watched.worker.start()
    assert watched.next() == READY

    def lose(device: Fake) -> None:
        raise DeviceUnreachable(device.name, "in the middle", maybe_done=True)

    with pytest.raises(DeviceUnreachable, match="in the middle"):
        watched.worker.submit(lose).result(WITHIN_S)
    assert watched.next().state is State.GONE
    assert watched.next() == READY


@pytest.mark.parametrize("failure", [PaperOut("sign 3", "no paper"), ZeroDivisionError("a bug")])
def test_a_job_s_own_failure_is_who_asked_s_and_the_device_stays(
    watched: Watched, failure: Exception
) -> None:
    watched.worker.start()
    assert watched.next() == READY

    def fail(_device: Fake) -> None:
        raise failure

    with pytest.raises((DeviceError, ZeroDivisionError)) as raised:
        watched.worker.submit(fail).result(WITHIN_S)
    assert raised.value is failure
    assert watched.worker.submit(lambda device: device.name).result(WITHIN_S) == "sign 3"
    assert watched.device.log.count("connect") == 1


def test_a_bug_in_a_device_does_not_end_it_for_the_day(
    watched: Watched, caplog: pytest.LogCaptureFixture
) -> None:
    watched.worker.start()
    assert watched.next() == READY
    watched.device.bug = True
    assert watched.next().key == "error.unknown"
    assert watched.next() == READY
    assert "an unexpected failure" in caplog.text


def test_what_is_queued_when_it_is_stopped_is_not_forgotten(watched: Watched) -> None:
    entered, leave = threading.Event(), threading.Event()

    def hold(_device: Fake) -> None:
        entered.set()
        leave.wait(WITHIN_S)

    watched.worker.start()
    watched.worker.submit(hold)
    assert entered.wait(WITHIN_S)
    late = watched.worker.submit(lambda device: device.name)
    stopping = threading.Thread(target=watched.worker.stop)
    stopping.start()
    wait_until(lambda: watched.worker.stopping)
    leave.set()
    stopping.join(WITHIN_S)
    with pytest.raises(DeviceUnreachable):
        late.result(WITHIN_S)
    assert watched.device.log[-1] == "disconnect"


def test_one_that_was_never_started_stops_as_well(watched: Watched) -> None:
    watched.worker.stop()
    assert watched.device.log == []


def test_a_job_after_the_end_is_refused_and_its_end_told(watched: Watched) -> None:
    watched.worker.start()
    assert watched.next() == READY
    watched.worker.stop()
    told: list[BaseException | None] = []
    future = watched.worker.submit(
        lambda device: device.name, lambda ended: told.append(ended.exception(WITHIN_S))
    )
    assert isinstance(future.exception(WITHIN_S), DeviceUnreachable)
    assert told == [future.exception()]


def test_a_job_for_one_that_is_never_started_is_refused_when_it_is_stopped(watched: Watched) -> None:
    future = watched.worker.submit(lambda device: device.name)
    watched.worker.stop()
    assert isinstance(future.exception(WITHIN_S), DeviceUnreachable)


def test_the_end_of_a_job_is_told_on_the_device_s_own_thread(watched: Watched) -> None:
    watched.worker.start()
    assert watched.next() == READY
    told: queue.SimpleQueue[int] = queue.SimpleQueue()
    watched.worker.submit(lambda _device: None, lambda _ended: told.put(threading.get_ident()))
    assert told.get(timeout=WITHIN_S) in watched.device.threads


@pytest.mark.logs("whoever was told of it failed")
def test_whoever_is_told_and_fails_does_not_end_the_worker() -> None:
    def fail(_health: Health) -> None:
        raise ZeroDivisionError

    worker = Worker(Fake(), fail, every_s=0.002)
    worker.start()
    assert worker.submit(lambda device: device.name).result(WITHIN_S) == "sign 3"
    worker.stop()


@pytest.mark.logs("an unexpected failure on letting go")
def test_one_that_cannot_be_let_go_of_ends_all_the_same() -> None:
    device = Fake()
    device.disconnect = lambda: 1 / 0  # type: ignore[assignment, method-assign]
    worker = Worker(device, every_s=0.002)
    worker.start()
    worker.submit(lambda each: each.name).result(WITHIN_S)
    worker.stop()
    assert isinstance(worker.submit(lambda each: each.name).exception(WITHIN_S), DeviceUnreachable)
