"""A list of results in a real window whose time and line a test holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from PySide6.QtCore import QSize

from core.domain.event import Event, EventKind
from core.domain.hall import Hall
from core.domain.screen import FaceKind, Screen
from display.app import DisplayApp
from display.collect.view_model import CollectViewModel
from tests.display.held import HeldClockwork
from tests.support.fake_link import FakeLink


@dataclass
class CollectScreen:
    """The screen, its line, its clock and what the core tells it.

    Attributes:
        model: The list's view-model where it is a part of a board.
    """

    hall: Hall
    zone: str = ""
    size: QSize = field(default_factory=lambda: QSize(1920, 1080))
    inches: float = 55
    clock: HeldClockwork = field(default_factory=HeldClockwork)
    link: FakeLink = field(default_factory=FakeLink)

    def __post_init__(self) -> None:
        shown = Screen(face=FaceKind.COLLECT, zone=self.zone, inches=self.inches)
        self.app = DisplayApp(self.link, shown, size=self.size, clockwork=lambda: self.clock)
        self.app.show()
        self.seq = 0
        self.model: CollectViewModel | None = None

    @property
    def collect(self) -> CollectViewModel:
        found: CollectViewModel = self.model or self.app.face.collect  # type: ignore[attr-defined]
        return found

    def ready(self, text: str, window: int | None = 1, queue: str = "", day: date | None = None) -> str:
        """A clerk says that a result is ready; returns its id."""
        self.seq += 1
        data: dict[str, Any] = {"result": f"r{self.seq}", "text": text, "by": "clerk:1"}
        if queue:
            data["queue"] = queue
        if day:
            data["date"] = day.isoformat()
        zone = self.hall.zone_of(queue) if queue else self.hall.window(window or 0).zone
        self._tell(EventKind.RESULT_READY, None if queue else window, zone, data)
        return str(data["result"])

    def collected(self, result: str, window: int = 1) -> None:
        """The visitor has it."""
        self.seq += 1
        zone = self.hall.window(window).zone
        self._tell(EventKind.RESULT_COLLECTED, window, zone, {"result": result, "by": "clerk:1"})

    def _tell(self, kind: EventKind, window: int | None, zone: str | None, data: dict[str, Any]) -> None:
        self.link.push(
            Event(self.link.floor.seq + 1, self.clock.now(), kind, window=window, zone=zone, data=data)
        )

    def listed(self) -> list[str]:
        """Return what is shown, as ``"A001>1"``."""
        return [f"{each.number}>{each.window}" for each in self.collect.props.entries]

    def flashing(self) -> list[str]:
        return [each.number for each in self.collect.props.entries if each.flashing]
