"""A line to a core that says nothing: pictures are taken on it, and a preview plays on it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Signal

from core.client.port import Done
from core.domain.floor import Floor
from core.domain.hall import Hall


class SilentLine(QObject):
    """A :class:`core.client.port.Link` that knows a hall; what is asked for is never answered."""

    hall_changed = Signal()
    floor_changed = Signal()
    happened = Signal(object)
    snapshot_taken = Signal()
    went_live = Signal()
    went_dark = Signal()
    degraded_changed = Signal()

    def __init__(self, hall: Hall, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.url = "http://hallcall.local:8400"
        self.epoch = ""
        self.hall: Hall | None = hall
        self.floor = Floor()
        self.live = True
        self.live_since: datetime | None = None
        self.degraded = False
        self.refused = False

    def start(self, **filters: str) -> None:
        """Nobody is there to be followed."""

    def stop(self) -> None:
        """There is nothing to close."""

    def renew(self, *, slept: bool = False) -> None:
        """There is nothing that could be newer."""

    def get(self, path: str, done: Done) -> None:
        """Take the question."""

    def post(self, path: str, body: Mapping[str, Any] | None, done: Done, key: str = "") -> None:
        """Take the request."""

    def put(self, path: str, body: Mapping[str, Any] | None, done: Done) -> None:
        """Take the request."""
