"""The kiosk's test of itself, once a day before the hall opens: what was found, and who is told."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from core.domain.hall import Hall
from hardware.worker import READY, Health, State

log = logging.getLogger(__name__)

KIND = "kiosk"
LOOK_EVERY_MS = 20_000
LEAST_FREE_BYTES = 500_000_000
"""On the kiosk's disk: its log, its settings and updates need no more."""
MOST_CLOCK_OFF_S = 60.0
"""Seconds; by that much the core and the kiosk may differ before somebody should look at the coin cell."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a test has found.

    Attributes:
        devices: Name, kind and health of each device.
        live: Whether the core is heard.
        degraded: Whether the core can write nothing.
        clock_off_s: The kiosk's clock less the core's, seconds; ``None``: not known.
        free_bytes: On the kiosk's disk; ``None``: it cannot be asked.
        fonts_missing: Languages of the hall that no font can write.
        offline_left: Numbers it may give out while the line is down; ``None``: it is set up without.
        offline_least: So many there should be at least.
    """

    devices: tuple[tuple[str, str, Health], ...] = ()
    live: bool = True
    degraded: bool = False
    clock_off_s: float | None = None
    free_bytes: int | None = None
    fonts_missing: tuple[str, ...] = ()
    offline_left: int | None = None
    offline_least: int = 1


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong.

    Attributes:
        key: Stable message key.
        detail: For the log and the support line.
    """

    key: str
    detail: str = ""


def faults(found: Found) -> tuple[Fault, ...]:
    """Return what is wrong, what stops visitors first."""
    return (*_line(found), *_devices(found.devices), *_machine(found))


def verdict(wrong: Sequence[Fault]) -> Health:
    """Return how the kiosk is: the first fault's key, and all of them in the detail."""
    if not wrong:
        return READY
    words = "; ".join(f"{each.key} {each.detail}".strip() for each in wrong)
    return Health(State.DEGRADED, wrong[0].key, words)


def due(at: time | None, hall_now: datetime, tested: date | None) -> bool:
    """Return whether a test is due.

    A kiosk that is switched on later in the day tests then; ``tested`` is kept in memory only.

    Args:
        at: The hall's local time of the test, ``None``: never.
        hall_now: Local time in the hall.
        tested: Local date of the last test.
    """
    return at is not None and hall_now.date() != tested and hall_now.time() >= at


def free_bytes(folder: Path) -> int | None:
    """Return the room on a folder's disk, ``None`` where it cannot be asked."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def _line(found: Found) -> Iterator[Fault]:
    if not found.live:
        yield Fault("kiosk.core_away")
    elif found.degraded:
        yield Fault("kiosk.core_cannot_write")


def _devices(devices: Sequence[tuple[str, str, Health]]) -> Iterator[Fault]:
    # The printer first: without paper nothing else matters.
    for name, kind, health in sorted(devices, key=lambda each: each[1] != "printer"):
        if health.state is not State.READY:
            key = health.key or "device.unreachable"
            yield Fault(key, f"{kind} {name} is {health.state.value} {health.detail}".strip())


def _machine(found: Found) -> Iterator[Fault]:
    if found.clock_off_s is not None and abs(found.clock_off_s) > MOST_CLOCK_OFF_S:
        yield Fault("kiosk.clock_wrong", f"by {found.clock_off_s:+.0f} s")
    if found.free_bytes is not None and found.free_bytes < LEAST_FREE_BYTES:
        yield Fault("kiosk.disk_full", f"{found.free_bytes // 1_000_000} MB are free")
    if found.fonts_missing:
        yield Fault("kiosk.font_missing", ", ".join(found.fonts_missing))
    if found.offline_left is not None and found.offline_left < found.offline_least:
        yield Fault("kiosk.offline_low", f"{found.offline_left} of {found.offline_least}")


class Telling(Protocol):
    """Tells the core how a device is (:class:`core.client.devices.DeviceReports`)."""

    def tell(self, name: str, kind: str, state: str, key: str = "", detail: str = "") -> None:
        """Tell it."""


class SelfTest(QObject):
    """Tests when it is time, logs what came of it, and tells the core.

    Attributes:
        health: What the last test came to; ready before the first.

    Signals:
        tested(object): The faults of a test that has just been made, :class:`Fault`.
    """

    tested = Signal(object)

    def __init__(
        self,
        machine: str,
        reports: Telling | None,
        look: Callable[[], Found],
        at: Callable[[], time | None],
        hall: Callable[[], Hall | None],
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        """Begin to watch the clock.

        Args:
            machine: The kiosk's name.
            reports: Who tells the core; ``None``: nobody.
            look: Finds out how everything is, at once.
            at: When, in the hall's local time, as its data say now.
            hall: The hall as it is known now.
            now: The core's time, aware.
            parent: Owner.
        """
        super().__init__(parent)
        self._machine, self._reports, self._look = machine, reports, look
        self._at, self._hall, self._now = at, hall, now
        self._last: date | None = None
        self._wrong: tuple[Fault, ...] = ()
        self.health = READY
        self._tell()
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def stop(self) -> None:
        """Test no more by the clock."""
        self._timer.stop()

    def look(self) -> None:
        """Look at the clock, and test if it is time; what is not well is tested until it is."""
        hall = self._hall()
        if hall is None:
            return
        local = self._now().astimezone(hall.zone_info)
        if due(self._at(), local, self._last):
            self._last = local.date()
            self.run()
        elif self._last == local.date() and self.health != READY:
            self.run()

    def run(self) -> tuple[Fault, ...]:
        """Test now; also what staff ask for."""
        wrong = faults(self._look())
        before, self.health = self._wrong, verdict(wrong)
        self._wrong = wrong
        for each in wrong:
            if each.key not in {known.key for known in before}:
                log.warning("self-test: %s %s", each.key, each.detail)
        if not wrong:
            log.info("self-test: everything is well")
        self._tell()
        self.tested.emit(wrong)
        return wrong

    def _tell(self) -> None:
        if self._reports is not None:
            health = self.health
            self._reports.tell(self._machine, KIND, health.state.value, health.key, health.detail)
