"""A board whose time and line a test holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QSize

from core.domain.hall import Hall
from core.domain.screen import Screen as ScreenShown
from core.qt.translate import Translations
from display.app import DisplayApp
from display.board.derive import BoardProps
from display.board.view_model import BoardViewModel
from display.words import EVERY_LANGUAGE
from tests.support.day import Day
from tests.support.fake_link import FakeLink

MORNING = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
"""Half past nine in the hall, a Monday."""


class HeldClockwork:
    """A clock that stands still until :meth:`advance`, with its alarm.

    Attributes:
        rings: How often the alarm rang.
    """

    def __init__(self, now: datetime = MORNING) -> None:
        self._now = now
        self._ring: Callable[[], None] | None = None
        self._alarm: datetime | None = None
        self.rings = 0

    def now(self) -> datetime:
        return self._now

    def on_alarm(self, ring: Callable[[], None]) -> None:
        self._ring = ring

    def wake_at(self, moment: datetime) -> None:
        assert moment > self._now, "the alarm would ring for ever"
        self._alarm = moment

    def stop(self) -> None:
        self._ring = None

    def advance(self, seconds: float) -> None:
        """Let time pass; the alarm rings whenever it is due."""
        until = self._now + timedelta(seconds=seconds)
        while self._alarm is not None and self._alarm <= until and self._ring is not None:
            self._now, self._alarm = self._alarm, None
            self.rings += 1
            self._ring()
        self._now = until


@dataclass
class Held:
    """A board's view-model with its line, its clock and the day it hears of."""

    hall: Hall
    zone: str | None = None
    clock: HeldClockwork = field(default_factory=HeldClockwork)
    link: FakeLink = field(default_factory=FakeLink)

    def __post_init__(self) -> None:
        self.words = Translations(EVERY_LANGUAGE)
        shown = ScreenShown(zone=self.zone or "")
        self.board = BoardViewModel(self.link, self.clock, self.words.say, screen=shown)
        self.day = Day(self.hall, self.link.push, self.clock.now)

    @property
    def props(self) -> BoardProps:
        return self.board.props

    def rows(self) -> list[str]:
        return [f"{row.number}>{row.window}" for row in self.props.rows]

    def flashing(self) -> list[str]:
        return [row.number for row in self.props.rows if row.flashing]


@dataclass
class Screen:
    """A board in a real window, with its line, its clock and the day it hears of."""

    hall: Hall
    zone: str | None = None
    size: QSize = field(default_factory=lambda: QSize(1920, 1080))
    clock: HeldClockwork = field(default_factory=HeldClockwork)
    link: FakeLink = field(default_factory=FakeLink)
    shown: ScreenShown | None = None

    def __post_init__(self) -> None:
        shown = self.shown or ScreenShown(zone=self.zone or "")
        self.app = DisplayApp(self.link, shown, size=self.size, clockwork=lambda: self.clock)
        self.day = Day(self.hall, self.link.push, self.clock.now)
        self.app.show()
