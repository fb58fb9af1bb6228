"""The list of results as a face of a screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.client.port import Link
from core.domain.screen import Screen
from display.clockwork import Clockwork
from display.collect.view_model import CollectViewModel
from display.face import QML
from display.words import Speak


class CollectFace:
    """Whose result can be collected, and at which window (领证): of a zone or of the whole hall.

    Attributes:
        collect: The view-model.
    """

    qml = QML / "collect" / "Collect.qml"

    def __init__(self, link: Link, screen: Screen, speak: Speak, clockwork: Clockwork) -> None:
        self._turn = screen.rotate
        self.collect = CollectViewModel(link, clockwork, speak, screen)

    @property
    def properties(self) -> Mapping[str, Any]:
        """The view-model."""
        return {"collect": self.collect, "turn": self._turn}

    def set_fault(self, line: str) -> None:
        """Show a line about what is wrong with this machine."""
        self.collect.set_fault(line)

    def start(self) -> None:
        """Nothing more: the list hears and shows."""

    def stop(self) -> None:
        """Hear nothing any more."""
        self.collect.stop()
