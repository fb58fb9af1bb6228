"""A line to the core that a test holds in its hand."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from core.client.reply import Reply
from core.domain.event import Event
from core.domain.floor import Floor, empty_floor
from core.domain.hall import Hall

Done = Callable[[Reply], None]


@dataclass(frozen=True, slots=True)
class Ask:
    """A request that nobody has answered yet.

    Attributes:
        body: ``None`` for a GET.
        key: The idempotency key, where the asker has one of its own.
    """

    path: str
    body: Mapping[str, Any] | None
    answer: Done
    key: str = ""


class FakeLink(QObject):
    """What a screen sees of :class:`core.client.link.CoreLink`, without a core.

    A request is answered as the real link answers it: later, from the event loop, never inside the call.
    One without a planned answer stays in ``unanswered`` until the test answers it.

    Attributes:
        filters: What :meth:`start` was called with, ``None`` before.
        posts: Every POST so far, ``(path, body)``.
        gets: Path of every GET so far.
        renewals: Each time that it was to be opened anew: whether the machine had slept.
        unanswered: Requests that no answer was planned for, oldest first.
    """

    hall_changed = Signal()
    floor_changed = Signal()
    happened = Signal(object)
    snapshot_taken = Signal()
    went_live = Signal()
    went_dark = Signal()
    degraded_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.url = "http://127.0.0.1:1"
        self.hall: Hall | None = None
        self.floor = Floor()
        self.live = False
        self.live_since: datetime | None = None
        self.degraded = False
        self.epoch = "life-1"
        self.refused = False
        self.filters: dict[str, str] | None = None
        self.posts: list[tuple[str, dict[str, Any]]] = []
        self.gets: list[str] = []
        self.renewals: list[bool] = []
        self.unanswered: deque[Ask] = deque()
        self._planned: list[tuple[str, Reply]] = []
        self._on_the_way = 0
        self._stopped = False

    def start(self, **filters: str) -> None:
        """Note that the screen wants to be connected."""
        self.filters = filters

    def stop(self) -> None:
        """Call nobody back any more."""
        self._stopped = True
        self.unanswered.clear()
        self._planned.clear()

    def renew(self, *, slept: bool = False) -> None:
        """Note that the screen wants a fresh snapshot; one that slept is down until it comes."""
        self.renewals.append(slept)
        if slept:
            self.go_dark()

    def get(self, path: str, done: Done) -> None:
        """Take a GET as the real link does."""
        self.gets.append(path)
        self._take(Ask(path, None, done))

    def post(self, path: str, body: Mapping[str, Any] | None, done: Done, key: str = "") -> None:
        """Take a POST as the real link does."""
        self.posts.append((path, dict(body or {})))
        self._take(Ask(path, dict(body or {}), done, key))

    def put(self, path: str, body: Mapping[str, Any] | None, done: Done) -> None:
        """Take a PUT as the real link does; it stands among the posts."""
        self.post(path, body, done)

    def answer_next(self, path: str, reply: Reply) -> None:
        """Plan the answer to the next request for ``path``; several for one path are given in order."""
        self._planned.append((path, reply))

    def settle(self) -> None:
        """Return when every planned answer that was asked for has been given."""
        while self._on_the_way:
            QCoreApplication.processEvents()

    def connect_to(self, hall: Hall, floor: Floor | None = None) -> None:
        """Play a core that comes up: the hall, a snapshot (an empty floor by default), live."""
        self.set_hall(hall)
        self.snapshot(floor or empty_floor(hall))

    def set_hall(self, hall: Hall) -> None:
        """Play a new description of the hall."""
        self.hall = hall
        self.hall_changed.emit()

    def push(self, event: Event) -> None:
        """Play one event of the feed; one that was seen already is passed over."""
        if event.seq <= self.floor.seq:
            return
        self.live_since = datetime.now(UTC)
        self.floor.apply(event)
        self.floor_changed.emit()
        self.happened.emit(event)

    def snapshot(self, floor: Floor) -> None:
        """Play a snapshot, by which the line is live."""
        self.live_since = datetime.now(UTC)
        self.floor = floor
        self.snapshot_taken.emit()
        self.floor_changed.emit()
        self.go_live()

    def go_live(self) -> None:
        """Play the line coming up with the floor complete (after missed events were pushed)."""
        if not self.live:
            self.live = True
            self.went_live.emit()

    def go_dark(self) -> None:
        """Play the line going down."""
        if self.live:
            self.live = False
            self.went_dark.emit()

    def degrade(self, degraded: bool) -> None:
        """Play a core whose disk takes nothing, or something again."""
        self.degraded = degraded
        self.degraded_changed.emit()

    def _take(self, ask: Ask) -> None:
        reply = self._planned_for(ask.path)
        if reply is None:
            self.unanswered.append(ask)
            return
        self._on_the_way += 1
        QTimer.singleShot(0, self, lambda: self._give(ask, reply))

    def _planned_for(self, path: str) -> Reply | None:
        for index, (planned, _) in enumerate(self._planned):
            if planned == path:
                return self._planned.pop(index)[1]
        return None

    def _give(self, ask: Ask, reply: Reply) -> None:
        self._on_the_way -= 1
        if not self._stopped:
            ask.answer(reply)
