"""A line to no core at all: a morning of sample calls."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from itertools import cycle
from typing import Any

from PySide6.QtCore import QObject, QTimer

from core.client.port import Done
from core.client.reply import Answer, Unreachable
from core.domain.event import Event, EventKind
from core.domain.floor import empty_floor
from core.domain.hall import Hall, Queue, Window
from core.domain.ticket import LegState
from hallcall.silent_line import SilentLine

CALL_EVERY_MS = 3000
BEFORE = 12
"""So many numbers are called before the preview is seen: the list is full."""
FIRST = 996
"""Numbers begin here: with three digits and with four."""


class SampleLink(SilentLine):
    """Plays a hall in which somebody is called every few seconds; a :class:`core.client.port.Link`."""

    def __init__(self, hall: Hall, every_ms: int = CALL_EVERY_MS, parent: QObject | None = None) -> None:
        super().__init__(hall, parent)
        self.url = ""
        self.live = False
        self.epoch = "preview"
        self._turns = cycle(_turns(hall))
        self._number = FIRST
        self._ago = timedelta()
        self._waiting: list[str] = []
        self._timer = QTimer(self, interval=every_ms)
        self._timer.timeout.connect(self._one_more)

    def describe(self, hall: Hall) -> None:
        """Play another description of the hall."""
        self.hall = hall
        self.hall_changed.emit()

    def start(self, **_filters: str) -> None:
        """Begin: windows open, some numbers called."""
        assert self.hall is not None
        self.live_since = datetime.now(UTC)
        self.floor = empty_floor(self.hall)
        for window in self.hall.windows:
            kind = EventKind.WINDOW_PAUSED if window is self.hall.windows[-1] else EventKind.WINDOW_OPENED
            self._push(kind, window=window.number, zone=window.zone, data={"clerk": "0001", "reason": None})
        for at in range(BEFORE):
            self._ago = timedelta(seconds=20 * (BEFORE - at))
            self._one_more()
        self._ago = timedelta()
        self.live = True
        self.snapshot_taken.emit()
        self.floor_changed.emit()
        self.went_live.emit()
        self._timer.start()

    def stop(self) -> None:
        """End."""
        self._timer.stop()

    def get(self, path: str, done: Done, /) -> None:
        """Answer what a board asks, from the loop as a core would."""
        hall = self.hall
        assert hall is not None
        answers: Mapping[str, Any] = {
            "/api/queues": {
                "queues": [
                    {"id": queue.id, "estimate": {"p50_s": 300 + 60 * at, "p90_s": 720 + 90 * at}}
                    for at, queue in enumerate(hall.queues)
                ]
            },
            "/api/passed": {
                "passed": [
                    {"number": f"{queue.prefix}{17 + at:03d}", "zone": queue.zone}
                    for at, queue in enumerate((*hall.queues, *hall.queues))
                ]
            },
        }
        reply = Answer(answers[path]) if path in answers else Unreachable("a preview has no core")
        QTimer.singleShot(0, self, lambda: done(reply))

    def post(self, _path: str, _body: Mapping[str, Any] | None, done: Done, _key: str = "", /) -> None:
        """Refuse: a preview changes nothing."""
        QTimer.singleShot(0, self, lambda: done(Unreachable("a preview has no core")))

    def put(self, path: str, body: Mapping[str, Any] | None, done: Done, /) -> None:
        """Refuse: a preview changes nothing."""
        self.post(path, body, done)

    def _one_more(self) -> None:
        """Two more come, the next is called, and who was called before the last ones is served."""
        queue, window = next(self._turns)
        self._number += 1
        for more in (500, 501):
            taken = f"{queue.prefix}{self._number + more}"
            self._leg(EventKind.TAKEN, queue, taken, None, None, LegState.WAITING)
        number = f"{queue.prefix}{self._number:03d}"
        called = LegState.CALLED
        self._leg(EventKind.CALLED, queue, number, window, LegState.WAITING, called, {"calls": 1, "why": {}})
        self._waiting.append(number)
        if len(self._waiting) > 2:
            earlier = self._waiting.pop(0)
            self._leg(EventKind.STARTED, queue, earlier, window, called, LegState.SERVING)

    def _leg(
        self,
        kind: EventKind,
        queue: Queue,
        number: str,
        window: Window | None,
        before: LegState | None,
        after: LegState,
        more: Mapping[str, Any] | None = None,
    ) -> None:
        data = {"from": before, "to": after, "number": number, "queue": queue.id, "class": "", "by": ""}
        place = window.number if window else None
        self._push(kind, window=place, zone=queue.zone, data=data | dict(more or {}), leg=f"{number}.1")

    def _push(
        self,
        kind: EventKind,
        *,
        window: int | None,
        zone: str,
        data: Mapping[str, Any],
        leg: str | None = None,
    ) -> None:
        now = datetime.now(UTC) - self._ago
        event = Event(self.floor.seq + 1, now, kind, leg, leg, window, zone, data)
        self.floor.apply(event)
        if self.live:
            self.live_since = now
            self.floor_changed.emit()
            self.happened.emit(event)


def _turns(hall: Hall) -> list[tuple[Queue, Window]]:
    """Return queues and their windows in turn, the largest windows first: they need the most room."""
    windows = sorted(hall.windows, key=lambda each: -each.number)
    return [(hall.queue(window.queues[at % len(window.queues)]), window) for at, window in enumerate(windows)]
