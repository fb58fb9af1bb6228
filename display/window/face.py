"""The window screen as a face of a screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.client.port import Link
from core.domain.screen import Screen
from display.clockwork import Clockwork
from display.face import QML
from display.window.view_model import WindowViewModel
from display.words import Speak


class WindowFace:
    """What a window does, above it; several windows side by side where the screen has several.

    Attributes:
        windows: The view-model.
    """

    qml = QML / "window" / "WindowScreen.qml"

    def __init__(self, link: Link, screen: Screen, speak: Speak, clockwork: Clockwork) -> None:
        self._turn = screen.rotate
        self.windows = WindowViewModel(link, clockwork, speak, screen)

    @property
    def properties(self) -> Mapping[str, Any]:
        """The view-model."""
        return {"windows": self.windows, "turn": self._turn}

    def set_fault(self, line: str) -> None:
        """Show a line about what is wrong with this machine."""
        self.windows.set_fault(line)

    def start(self) -> None:
        """Nothing more: a window screen hears and shows."""

    def stop(self) -> None:
        """Hear nothing any more."""
        self.windows.stop()
