"""One thread a device: it connects, looks, does what it is told, and comes back by itself after a failure."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from enum import Enum
from typing import Any, Protocol, TypeVar

from hardware.errors import DeviceError, DeviceUnreachable

log = logging.getLogger(__name__)

T = TypeVar("T")

RETRY_S = (0.5, 1.0, 2.0, 5.0, 10.0)
"""Waits before a device that is gone is looked for again; the last one stays."""


class State(Enum):
    """How a device is, as codes; the screens translate them."""

    STARTING = "starting"
    READY = "ready"
    DEGRADED = "degraded"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Health:
    """How a device is.

    Attributes:
        key: Stable message key of what is wrong, e.g. ``"device.unreachable"``; ``""`` where nothing is.
        detail: For the log and the support line.
    """

    state: State
    key: str = ""
    detail: str = ""


READY = Health(State.READY)


class Device(Protocol):
    """What a worker looks after. Every call comes on the worker's thread and ends in bounded time.

    Attributes:
        name: As the settings name it.
    """

    name: str

    def connect(self) -> None:
        """Open the line and get to know the device.

        Raises:
            DeviceError: It is not there.
        """

    def look(self) -> Health:
        """Do one round: ask how it is, or take in what it says; at most about a second.

        Raises:
            DeviceError: It is gone; it is connected anew after a while.
        """

    def disconnect(self) -> None:
        """Give the line back; harmless when there is none."""


class Worker:
    """Looks after one device on a thread of its own.

    Attributes:
        health: How the device is now; may be read from any thread.
        stopping: Whether it is to end.
    """

    def __init__(
        self,
        device: Device,
        changed: Callable[[Health], None] = lambda _health: None,
        *,
        every_s: float = 0.0,
        retry_s: tuple[float, ...] = RETRY_S,
    ) -> None:
        """Make a worker, not yet started.

        Args:
            device: Used on the worker's thread only.
            changed: Told each new health, on the worker's thread; it must not wait.
            every_s: Pause between two looks; 0 for a device whose look itself waits for something.
            retry_s: Waits before connecting again, the last one again and again.
        """
        self._device = device
        self._changed = changed
        self._every_s = every_s
        self._retry_s = retry_s
        self._jobs: queue.SimpleQueue[tuple[Callable[[Any], Any], Future[Any]] | None] = queue.SimpleQueue()
        self._gate = threading.Lock()
        self._closed = False
        self.stopping = False
        self._thread = threading.Thread(target=self._run, name=f"device {device.name}", daemon=True)
        self.health = Health(State.STARTING)

    def start(self) -> None:
        """Begin to look after the device."""
        self._thread.start()

    def stop(self) -> None:
        """End after the round under way; jobs that are still queued end as unreachable.

        Called on the worker's own thread it does not wait.
        """
        self.stopping = True
        self._jobs.put(None)
        if self._thread.is_alive():
            if self._thread is not threading.current_thread():
                self._thread.join()
        else:
            self._refuse_all()

    def submit(self, job: Callable[[Any], T], done: Callable[[Future[T]], None] | None = None) -> Future[T]:
        """Have ``job`` run with the device, after the round under way; its failure is the future's.

        A job for a device that is gone fails at once with ``DeviceUnreachable``: whoever asks decides
        whether it is still worth doing later.

        Args:
            job: What to do, on the worker's thread.
            done: Called once with the future when it has ended: on the worker's thread, or on this one
                where the worker has ended already.
        """
        future: Future[T] = Future()
        if done is not None:
            future.add_done_callback(done)
        with self._gate:
            if not self._closed:
                self._jobs.put((job, future))
                return future
        self._do(job, future, there=False)
        return future

    def _run(self) -> None:
        try:
            self._look_after()
        finally:
            self._disconnect()
            self._refuse_all()

    def _look_after(self) -> None:
        failures = 0
        while not self.stopping:
            try:
                self._device.connect()
                failures = 0
                while not self.stopping:
                    self._tell(self._device.look())
                    self._work_for(self._every_s, there=True)
            except DeviceError as error:
                self._disconnect()
                self._tell(Health(State.GONE, error.key, error.detail))
                wait_s = self._retry_s[min(failures, len(self._retry_s) - 1)]
                failures += 1
                self._work_for(wait_s, there=False)
            except Exception:
                # A bug of ours in one device must not end it for the day.
                log.exception("%s: an unexpected failure", self._device.name)
                self._disconnect()
                self._tell(Health(State.GONE, "error.unknown"))
                self._work_for(self._retry_s[-1], there=False)

    def _disconnect(self) -> None:
        try:
            self._device.disconnect()
        except Exception:
            log.exception("%s: an unexpected failure on letting go of it", self._device.name)

    def _tell(self, health: Health) -> None:
        before, self.health = self.health, health
        if health == before:
            return
        if (health.state, health.key) != (before.state, before.key):
            self._log(health)
        try:
            self._changed(health)
        except Exception:
            log.exception("%s: whoever was told of it failed", self._device.name)

    def _log(self, health: Health) -> None:
        """Log once what is another state; what else is new in it is for who shows it."""
        worse = health.state in (State.GONE, State.DEGRADED)
        log.log(
            logging.WARNING if worse else logging.INFO,
            "%s is %s%s",
            self._device.name,
            health.state.value,
            f": {health.detail or health.key}" if worse else "",
        )

    def _work_for(self, seconds: float, *, there: bool) -> None:
        """Do what is queued; with a device that is there it is looked at again once something was done.

        Of one that is gone what is asked is refused, and the wait goes on: who asks often must not have it
        looked for at every turn.
        """
        deadline = time.monotonic() + seconds
        done = False
        while not self.stopping and not (there and done):
            left_s = deadline - time.monotonic()
            try:
                item = self._jobs.get(timeout=left_s) if left_s > 0 else self._jobs.get_nowait()
            except queue.Empty:
                return
            if item is not None:
                self._do(*item, there=there)
                done = True

    def _do(self, job: Callable[[Any], Any], future: Future[Any], *, there: bool) -> None:
        if not future.set_running_or_notify_cancel():
            return
        if not there:
            future.set_exception(DeviceUnreachable(self._device.name, self.health.detail or "it is gone"))
            return
        try:
            future.set_result(job(self._device))
        except DeviceError as error:
            future.set_exception(error)
            if isinstance(error, DeviceUnreachable):
                raise
        except Exception as error:
            future.set_exception(error)

    def _refuse_all(self) -> None:
        with self._gate:
            self._closed = True
        while True:
            try:
                item = self._jobs.get_nowait()
            except queue.Empty:
                return
            if item is not None:
                self._do(*item, there=False)
