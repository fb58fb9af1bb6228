"""A screen that runs for months: as many things as at first, and as much memory.

``HALLCALL_BOARD_EVENTS=50000`` plays so many events instead of a hundred and more.
"""

from __future__ import annotations

import gc
import logging
import os
from collections import Counter
from itertools import cycle, islice

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize
from PySide6.QtQuick import QQuickItem

from core.app.ratings import indicators_now
from core.client.reply import Answer, Unreachable
from core.domain.codec import to_json
from core.domain.floor import empty_floor
from core.domain.screen import FaceKind, Screen
from core.qt.memory import give_back
from display.app import DisplayApp
from display.pad.view_model import INDICATORS
from hallcall.bench.processes import memory
from tests.display.held import HeldClockwork
from tests.support.day import Day
from tests.support.fake_link import FakeLink
from tests.support.halls import lhasa_like

log = logging.getLogger(__name__)

EVENTS = int(os.environ.get("HALLCALL_BOARD_EVENTS", "300"))
A_DAY = 60
"""Events between two business days."""
MOST_MB = 12.0
"""So much more after all of it: Qt's caches, Python's arenas, and a short run has hardly filled either.

After 50,000 events it is 250 bytes for each: less than one kept row.
"""


SCREENS = {
    "board": Screen(),
    "windows": Screen(face=FaceKind.WINDOW, windows=(1, 2, 3, 4)),
    "pad": Screen(face=FaceKind.PAD, windows=(3,), inches=7.0),
}


class Shown:
    """A screen's window in full and the days it hears of."""

    def __init__(self, screen: Screen) -> None:
        self.hall = lhasa_like()
        self.clock = HeldClockwork()
        self.link = FakeLink()
        self.link.answer_next(INDICATORS, Answer(to_json(indicators_now())))
        self.app = DisplayApp(self.link, screen, size=QSize(480, 360), clockwork=lambda: self.clock)
        self.day = Day(self.hall, self.link.push, self.clock.now)
        self.app.show()
        self.link.connect_to(self.hall)
        self.link.settle()
        for window in self.hall.windows:
            self.day.open(window.number)
        queues = {queue.id: queue for queue in self.hall.queues}
        self._places = cycle(
            (queues[queue].prefix, window.number)
            for window in self.hall.windows
            for tier in window.tiers
            for queue in tier.queues
        )

    def play(self, events: int) -> None:
        """Play so many events; some of them are missed, or come with a snapshot, or with another hall."""
        until = self.day.seq + events
        number = 0
        while self.day.seq < until:
            number += 1
            for prefix, window in islice(self._places, 1):
                self._visit(f"{prefix}{number % 1000:03}", window)
            if number % 5 == 0:
                self._cut()
            if number % (A_DAY // 5) == 0:
                self.day.new_day()
                number = 0

    def settle(self) -> None:
        """Begin a new day, and let go what is waiting to go."""
        self.day.new_day()
        self._breathe(60)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.app.view.engine().collectGarbage()
        gc.collect()
        give_back()

    def things(self) -> Counter[str]:
        """Count what there is, by its kind."""
        root = self.app.view.rootObject()
        found: Counter[str] = Counter()
        queue: list[QQuickItem] = [root]
        while queue:
            item = queue.pop()
            found[item.metaObject().className()] += 1
            queue += item.childItems()
        found["objects"] = len(self.app.findChildren(QObject)) + len(root.findChildren(QObject))
        return found

    def _visit(self, number: str, window: int) -> None:
        self.day.take(number)
        self.day.call(number, window)
        self._breathe(4)
        self.day.recall(number)
        self.day.start(number)
        self._breathe(4)
        self.day.finish(number)

    def _cut(self) -> None:
        self.link.go_dark()
        self._breathe(30)
        while self.link.unanswered:
            self.link.unanswered.popleft().answer(Unreachable("the cable is out"))
        self.link.set_hall(self.hall)
        self.link.go_live()

    def _breathe(self, seconds: float) -> None:
        self.clock.jump(seconds)
        QCoreApplication.processEvents()
        # No loop runs here that would let go what is to go, as the program's does.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.mark.timeout(0)
@pytest.mark.logs("what visitors are asked")
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_holds_no_more_after_all_its_events(name: str, qapp: QCoreApplication) -> None:
    shown = Shown(SCREENS[name])
    # Whole days, so that each look finds the same hour.
    shown.play(max(A_DAY, EVENTS // 4))
    shown.settle()
    things, before = shown.things(), memory(os.getpid()).own_mb
    shown.play(max(A_DAY, EVENTS - EVENTS // 4))
    shown.settle()
    after = memory(os.getpid()).own_mb
    log.info("%s, %d events: %.1f MB, then %.1f MB", name, shown.day.seq, before, after)
    assert shown.things() == things
    assert after - before <= MOST_MB
    shown.link.snapshot(empty_floor(shown.hall))
    shown.app.close()
