"""The rating pad as a face of a screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.client.port import Link
from core.domain.screen import Screen
from display.clockwork import Clockwork
from display.face import QML
from display.pad.view_model import PadViewModel
from display.words import Speak


class PadFace:
    """Asks the visitors of one window.

    Attributes:
        pad: The view-model.
    """

    qml = QML / "pad" / "Pad.qml"

    def __init__(self, link: Link, screen: Screen, speak: Speak, clockwork: Clockwork) -> None:
        self._turn = screen.rotate
        self.pad = PadViewModel(link, clockwork, speak, screen)

    @property
    def properties(self) -> Mapping[str, Any]:
        """The view-model, and how the picture is turned."""
        return {"pad": self.pad, "turn": self._turn}

    def set_fault(self, line: str) -> None:
        """Show a line about what is wrong with this machine."""
        self.pad.set_fault(line)

    def start(self) -> None:
        """Ask what visitors are asked."""
        self.pad.start()

    def stop(self) -> None:
        """Hear nothing any more."""
        self.pad.stop()
