"""What one machine's boards share of pictures and films: its settings, and whether its voice speaks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from display.clockwork import Clockwork, QtClockwork
from display.media.player import Player
from display.media.settings import MediaSettings

MakePlayer = Callable[[MediaSettings, str], Player]


class MediaDesk(QObject):
    """Handed to every board.

    Attributes:
        settings: What the machine was told.
        clockwork: Makes the clock of a board's media.
        make_player: Makes what plays.
        keeps_room: Whether the place is seen though there is nothing to show: in a preview.
        speaking: Whether the voice of this program speaks, ``None`` if it has none.

    Signals:
        speaking_changed(): See above.
    """

    speaking_changed = Signal()

    def __init__(
        self,
        settings: MediaSettings | None = None,
        *,
        clockwork: Callable[[], Clockwork] = QtClockwork,
        make_player: MakePlayer = Player,
        keeps_room: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.clockwork = clockwork
        self.make_player = make_player
        self.keeps_room = keeps_room
        self.settings = settings or MediaSettings()
        self.speaking: bool | None = None

    def set_speaking(self, speaking: bool) -> None:
        """The voice of this program speaks, or has ended; its first word is said right before."""
        self.speaking = speaking
        self.speaking_changed.emit()
