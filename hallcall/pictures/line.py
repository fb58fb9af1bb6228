"""A line that is told what to say: what stands on a picture does not change while it is taken."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject

from core.client.port import Done
from core.client.reply import Reply
from core.domain.event import Event
from core.domain.floor import Floor
from core.domain.hall import Hall
from hallcall.silent_line import SilentLine


class ToldLine(SilentLine):
    """A line that says what it was told to say: events, snapshots, and the answers to what is asked for.

    A question without a planned answer is never answered. Answers come when :meth:`settle` is called, never
    inside the call, as with the real line.
    """

    def __init__(self, hall: Hall, parent: QObject | None = None) -> None:
        super().__init__(hall, parent)
        self._replies: dict[str, Reply] = {}
        self._due: deque[tuple[Done, Reply]] = deque()

    def will(self, path: str, reply: Reply) -> None:
        """Plan the answer to every request for ``path``."""
        self._replies[path] = reply

    def settle(self) -> None:
        """Give every answer that is due."""
        while self._due:
            done, reply = self._due.popleft()
            done(reply)

    def stop(self) -> None:
        """Say nothing any more."""
        self._due.clear()

    def snapshot(self, floor: Floor) -> None:
        """Say how everything stands."""
        self.floor = floor
        self.snapshot_taken.emit()
        self.floor_changed.emit()
        self.went_live.emit()

    def push(self, event: Event) -> None:
        """Say that something happened."""
        self.live_since = event.at
        self.floor.apply(event)
        self.floor_changed.emit()
        self.happened.emit(event)

    def go_dark(self, since: datetime) -> None:
        """Be down; the core was heard last at ``since``."""
        self.live, self.live_since = False, since
        self.went_dark.emit()

    def degrade(self) -> None:
        """Be the line of a core whose disk takes nothing."""
        self.degraded = True
        self.degraded_changed.emit()

    def get(self, path: str, done: Done) -> None:
        """Take the question."""
        self._take(path, done)

    def post(self, path: str, _body: Mapping[str, Any] | None, done: Done, _key: str = "") -> None:
        """Take the request."""
        self._take(path, done)

    def put(self, path: str, _body: Mapping[str, Any] | None, done: Done) -> None:
        """Take the request."""
        self._take(path, done)

    def _take(self, path: str, done: Done) -> None:
        if path in self._replies:
            self._due.append((done, self._replies[path]))
