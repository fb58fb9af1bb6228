"""The list of results as a part of a board."""

from __future__ import annotations

from core.client.port import Link
from core.domain.screen import Screen
from display.clockwork import Clockwork, QtClockwork
from display.collect.view_model import CollectViewModel
from display.face import QML
from display.words import Speak


class CollectPart:
    """What can be collected, in a cell of a board; it sleeps until the board's layout has a cell for it.

    Attributes:
        model: The view-model.
    """

    qml = QML / "collect" / "CollectPart.qml"

    def __init__(self, link: Link, screen: Screen, speak: Speak, clockwork: Clockwork | None = None) -> None:
        self._clockwork = clockwork or QtClockwork()
        self.model = CollectViewModel(link, self._clockwork, speak, screen, waits=True)

    def stop(self) -> None:
        """Hear nothing any more."""
        self._clockwork.stop()
        self.model.stop()
