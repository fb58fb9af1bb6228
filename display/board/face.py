"""The board as a face of a screen."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl

from core.client.port import Link
from core.domain.layout import Part
from core.domain.screen import Screen
from display.board.extras import EXTRAS, MakeExtra
from display.board.view_model import BoardViewModel
from display.clockwork import Clockwork
from display.face import QML
from display.media import picture  # noqa: F401 - QML's module Hallcall.Media
from display.media.desk import MediaDesk
from display.media.view_model import MediaModel
from display.words import Speak


class BoardFace:
    """The latest calls of a zone or of the whole hall.

    Attributes:
        board: The view-model.
        media: The pictures and films beside the calls; unlike the other extras they begin with the window,
            and have room only while there are any.
    """

    qml = QML / "board" / "Board.qml"

    def __init__(
        self,
        link: Link,
        screen: Screen,
        speak: Speak,
        clockwork: Clockwork,
        *,
        desk: MediaDesk | None = None,
        extras: Mapping[Part, MakeExtra] = EXTRAS,
    ) -> None:
        self._turn = screen.rotate
        self._extras = {part: make(link, screen, speak) for part, make in extras.items()}
        self.board = BoardViewModel(link, clockwork, speak, screen=screen, asks=True)
        self.media = MediaModel(link, desk or MediaDesk(), screen)
        self.media.filled_changed.connect(self._hear_media)
        self._hear_media()

    @property
    def properties(self) -> Mapping[str, Any]:
        """The view-model, by how much the picture is turned, and what others show in its parts."""
        shown = {part.value: _extra(extra.qml, extra.model) for part, extra in self._extras.items()}
        shown[Part.MEDIA.value] = _extra(QML / "media" / "Media.qml", self.media)
        return {"board": self.board, "turn": self._turn, "extras": shown}

    def set_fault(self, line: str) -> None:
        """Show a line about what is wrong with this machine."""
        self.board.set_fault(line)

    def start(self) -> None:
        """Begin with the pictures and films."""
        self.media.start()

    def stop(self) -> None:
        """Hear nothing any more."""
        self.media.stop()
        self.board.stop()
        for extra in self._extras.values():
            extra.stop()

    def _hear_media(self) -> None:
        self.board.set_media(self.media.filled)


def _extra(qml: Path, model: Any) -> dict[str, Any]:
    return {"url": QUrl.fromLocalFile(str(qml)), "model": model}
