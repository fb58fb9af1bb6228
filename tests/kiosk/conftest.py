"""A kiosk on a fake line with a real simulated printer, and its time in the test's hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtQuick import QQuickView
from pytestqt.qtbot import QtBot

from core.client.reply import Answer, Reply
from core.domain.clock import to_text
from core.domain.floor import Floor, empty_floor
from core.domain.hall import Hall
from core.qt.translate import Translations
from hardware.devices import Entry, PrinterEntry
from hardware.printer.simulator import SimulatedPrinter
from hardware.slip.painter import WIDTH_80MM
from kiosk.app import LANDSCAPE, PORTRAIT, KioskApp
from kiosk.speech import Speak
from kiosk.timings import Timings
from tests.support.fake_link import FakeLink
from tests.support.halls import lhasa_like
from tests.support.rotation import every, rotating

TAKEN_AT = datetime(2026, 11, 22, 1, 2, 3, tzinfo=UTC)
OPEN_AT = datetime(2026, 11, 23, 2, 2, 3, tzinfo=UTC)
"""Two past ten on a Monday, when every hall is open."""


@dataclass
class Time:
    """Time that goes on only when the test says so."""

    seconds: float = 0.0
    start: datetime = field(default=OPEN_AT)

    def clock(self) -> float:
        return self.seconds

    def now(self) -> datetime:
        return self.start + timedelta(seconds=self.seconds)


class Kiosk:
    """The kiosk as a visitor meets it."""

    def __init__(
        self, qtbot: QtBot, printer: SimulatedPrinter, size: QSize, *more: Entry, mouth: Any = None
    ) -> None:
        self.link = FakeLink()
        self.printer = printer
        self.time = Time()
        self._bot = qtbot
        self.app = KioskApp(
            self.link,
            (PrinterEntry("slips", printer.url, WIDTH_80MM), *more),
            size=size,
            machine="kiosk-1",
            site="http://10.0.0.8:8400",
            timings=Timings(settle_s=0),
            clock=self.time.clock,
            now=self.time.now,
            mouth=mouth,
        )
        self.app.show()
        qtbot.waitUntil(self.view.isExposed)

    @property
    def view(self) -> QQuickView:
        """The window."""
        return self.app.view

    def connect(self, hall: Hall | None = None, **waiting: int) -> None:
        """Let the core come up, with so many waiting in each queue."""
        hall = hall or lhasa_like()
        floor: Floor = empty_floor(hall)
        floor.waiting.update(waiting)
        self.link.connect_to(hall, floor)

    @property
    def asked(self) -> list[tuple[str, dict[str, Any]]]:
        """What the core was asked to do for visitors; what it was told of devices and slips is left out."""
        return [(path, body) for path, body in self.link.posts if not _is_report(path)]

    def answer(self, reply: Reply) -> str:
        """Let the core answer what it was asked first for a visitor, and return the key of that."""
        waited_for = (each for each in self.link.unanswered if not _is_aside(each.path))
        ask = next(each for each in waited_for if not _is_report(each.path))
        self.link.unanswered.remove(ask)
        ask.answer(reply)
        return ask.key

    def answer_reports(self) -> None:
        """Let the core hear how slips and devices are."""
        while reports := [each for each in self.link.unanswered if _is_report(each.path)]:
            for each in reports:
                self.link.unanswered.remove(each)
                each.answer(Answer({}))

    def answer_item(self, reply: Reply) -> None:
        """Let the core say how busy the places of the open item are."""
        ask = next(each for each in self.link.unanswered if _is_aside(each.path))
        self.link.unanswered.remove(ask)
        ask.answer(reply)

    def choose(self, key: str) -> None:
        """Choose what may stand on another page than the open one."""
        self.view.rootObject().property("vm").act(key)

    def pass_time(self, seconds: float) -> None:
        """Let time go by; the kiosk looks at its clock."""
        self.time.seconds += seconds
        self.app.tick()

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self._bot.waitUntil(condition)


def _is_report(path: str) -> bool:
    return path == "/api/devices" or path.endswith("/slip")


def _is_aside(path: str) -> bool:
    """Whether nobody waits for the answer."""
    return path.startswith("/api/items/")


def ticket(number: str = "A017", queue: str = "insurance", ahead: int = 3, **more: Any) -> Answer:
    """Return the core's answer to a ticket taken."""
    return Answer(
        {
            "id": f"id-{number}",
            "number": number,
            "queue": queue,
            "state": "waiting",
            "ahead": ahead,
            "wait": None,
            "taken_at": to_text(TAKEN_AT),
            "matter": None,
            "legs": [{"step": 1, "queue": queue}],
            "track": "t",
            **more,
        }
    )


@pytest.fixture(scope="session")
def speak(qapp: QCoreApplication) -> Speak:
    """The words in every language."""
    return Translations(("zh", "bo", "en")).say


@pytest.fixture
def printer() -> Iterator[SimulatedPrinter]:
    """A simulated printer on a real port."""
    with SimulatedPrinter() as simulated:
        yield simulated


size = rotating(portrait=PORTRAIT, landscape=LANDSCAPE)
"""One of the two ways a screen may stand."""
upright_and_flat = every("size", portrait=PORTRAIT, landscape=LANDSCAPE)
"""Marks a test that is about how things stand."""


@pytest.fixture
def kiosk(qtbot: QtBot, printer: SimulatedPrinter, size: QSize) -> Iterator[Kiosk]:
    """A kiosk that has not heard the core yet."""
    made = Kiosk(qtbot, printer, size)
    yield made
    made.app.close()
