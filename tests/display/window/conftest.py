from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QSize

from core.domain.hall import Hall
from core.domain.screen import FaceKind, Screen
from display.app import DisplayApp
from display.window.derive import Cell, WindowProps
from display.window.face import WindowFace
from tests.display.held import HeldClockwork
from tests.support.day import Day
from tests.support.fake_link import FakeLink
from tests.support.halls import lhasa_like


@dataclass
class Above:
    """The screen above windows, with its line, its clock and the day it hears of; live, nothing happened."""

    hall: Hall = field(default_factory=lhasa_like)
    windows: tuple[int, ...] = (3,)
    size: QSize = field(default_factory=lambda: QSize(800, 480))
    clock: HeldClockwork = field(default_factory=HeldClockwork)
    link: FakeLink = field(default_factory=FakeLink)
    connects: bool = True
    rotate: int = 0

    def __post_init__(self) -> None:
        screen = Screen(face=FaceKind.WINDOW, windows=self.windows, rotate=self.rotate)
        self.app = DisplayApp(self.link, screen, size=self.size, clockwork=lambda: self.clock)
        self.day = Day(self.hall, self.link.push, self.clock.now)
        self.app.show()
        if self.connects:
            self.link.connect_to(self.hall)

    @property
    def props(self) -> WindowProps:
        face = self.app.face
        assert isinstance(face, WindowFace)
        return face.windows.props

    @property
    def cell(self) -> Cell:
        """The first window."""
        return self.props.cells[0]

    @property
    def looks(self) -> str:
        """The first window in short: ``"calling C017 flashes"``."""
        number = [self.cell.number] if self.cell.number else []
        return " ".join([self.cell.shown, *number, *(["flashes"] if self.cell.flashing else [])])


@pytest.fixture
def show(qapp: object) -> Iterator[Callable[..., Above]]:
    """Make window screens, and close them after the test."""
    shown: list[Above] = []

    def show_one(hall: Hall | None = None, *windows: int, **more: object) -> Above:
        above = Above(hall or lhasa_like(), windows or (3,), **more)  # type: ignore[arg-type]
        shown.append(above)
        return above

    yield show_one
    for above in shown:
        above.app.close()
