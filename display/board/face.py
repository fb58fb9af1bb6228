"""The board as a face of a screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QUrl

from core.client.port import Link
from core.domain.screen import Screen
from display.board.extras import EXTRAS
from display.board.view_model import BoardViewModel
from display.clockwork import Clockwork
from display.face import QML
from display.words import Speak


class BoardFace:
    """The latest calls of a zone or of the whole hall.

    Attributes:
        board: The view-model.
    """

    qml = QML / "board" / "Board.qml"

    def __init__(self, link: Link, screen: Screen, speak: Speak, clockwork: Clockwork) -> None:
        self._turn = screen.rotate
        self._extras = {part: make(link, screen, speak) for part, make in EXTRAS.items()}
        self.board = BoardViewModel(link, clockwork, speak, screen=screen, asks=True)

    @property
    def properties(self) -> Mapping[str, Any]:
        """The view-model, by how much the picture is turned, and what others show in its parts."""
        shown = {
            part.value: {"url": QUrl.fromLocalFile(str(extra.qml)), "model": extra.model}
            for part, extra in self._extras.items()
        }
        return {"board": self.board, "turn": self._turn, "extras": shown}

    def set_fault(self, line: str) -> None:
        """Show a line about what is wrong with this machine."""
        self.board.set_fault(line)

    def start(self) -> None:
        """Nothing more: a board hears and shows."""

    def stop(self) -> None:
        """Hear nothing any more."""
        self.board.stop()
        for extra in self._extras.values():
            extra.stop()
