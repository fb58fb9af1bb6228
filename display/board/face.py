"""The board as a face of a screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.client.port import Link
from core.domain.layout import Part
from core.domain.screen import Screen
from display.board.view_model import BoardViewModel
from display.clockwork import Clockwork
from display.collect.face import as_part
from display.collect.view_model import CollectViewModel
from display.face import QML
from display.shared_clock import SharedClock
from display.words import Speak


class BoardFace:
    """The latest calls of a zone or of the whole hall.

    Attributes:
        board: The view-model.
        collect: The list of results, if the layout has a place for it.
    """

    qml = QML / "board" / "Board.qml"

    def __init__(self, link: Link, screen: Screen, speak: Speak, clockwork: Clockwork) -> None:
        self._turn = screen.rotate
        clock = SharedClock(clockwork)
        self.board = BoardViewModel(link, clock.share(), speak, screen=screen, asks=True)
        self.collect = CollectViewModel(link, clock.share(), speak, screen, waits=True)

    @property
    def properties(self) -> Mapping[str, Any]:
        """The view-models."""
        extras = {Part.COLLECT.value: as_part(self.collect)}
        return {"board": self.board, "turn": self._turn, "extras": extras}

    def set_fault(self, line: str) -> None:
        """Show a line about what is wrong with this machine."""
        self.board.set_fault(line)

    def start(self) -> None:
        """Nothing more: a board hears and shows."""

    def stop(self) -> None:
        """Hear nothing any more."""
        self.collect.stop()
        self.board.stop()
