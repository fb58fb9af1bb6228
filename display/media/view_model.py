"""The pictures and films of one board: what is to be drawn, and how loud."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from core.client.port import Link
from core.domain.event import Event, EventKind
from core.domain.screen import Screen
from display.media.desk import MediaDesk
from display.media.player import Player
from display.media.sound import Ears

SETTLES_MS = 100
"""A board is laid out in steps; the last size counts."""
_SAID = (EventKind.CALLED, EventKind.RECALLED)


class MediaModel(QObject):
    """Plays while the board is there.

    Signals:
        filled_changed(): Whether there is anything to show is another.
        drew(): There is another picture.
    """

    filled_changed = Signal()
    drew = Signal()

    def __init__(
        self,
        link: Link,
        desk: MediaDesk,
        screen: Screen,
        parent: QObject | None = None,
    ) -> None:
        """Nothing is played before :meth:`start`."""
        super().__init__(parent)
        self._link, self._clockwork, self._desk, self._zone = link, desk.clockwork(), desk, screen.zone
        self._settings = desk.settings.over(screen)
        self._player: Player | None = None
        self._ears = Ears(speaking=desk.speaking)
        self._size = QSize()
        self._settle = QTimer(self, singleShot=True, interval=SETTLES_MS)
        self._settle.timeout.connect(self._resize)

    @property
    def filled(self) -> bool:
        """Whether there is anything to show, or its place is seen without."""
        return self._desk.keeps_room or (self._player is not None and self._player.filled)

    @property
    def picture(self) -> QImage | None:
        """What is shown now; it lies where the next but one is drawn."""
        return self._player.picture if self._player is not None else None

    @property
    def outlined(self) -> bool:
        """Whether the place is seen as a frame while there is nothing in it."""
        return self._desk.keeps_room

    @property
    def player(self) -> Player | None:
        """Who plays, ``None`` while nothing is to be played."""
        return self._player

    def start(self) -> None:
        """Begin, if there is a folder and as soon as the hall is known."""
        if self._settings.folder is None:
            return
        self._link.hall_changed.connect(self._hear_hall)
        self._link.happened.connect(self._hear_event)
        self._desk.speaking_changed.connect(self._hear_voice)
        self._clockwork.on_alarm(self._set_volume)
        self._hear_hall()

    def stop(self) -> None:
        """Play nothing more."""
        self._settle.stop()
        if self._settings.folder is None:
            return
        self._link.hall_changed.disconnect(self._hear_hall)
        self._link.happened.disconnect(self._hear_event)
        self._desk.speaking_changed.disconnect(self._hear_voice)
        self._clockwork.stop()
        if self._player is not None:
            self._player.stop()

    @Slot(int, int)
    def measured(self, width: int, height: int) -> None:
        """Draw for a cell of so many pixels of the panel."""
        self._size = QSize(width, height)
        self._settle.start()

    def _resize(self) -> None:
        if self._player is not None:
            self._player.resize(self._size)

    def _hear_hall(self) -> None:
        hall = self._link.hall
        if hall is None:
            return
        if self._player is None:
            player = self._player = self._desk.make_player(self._settings, hall.time_zone)
            player.setParent(self)
            player.filled_changed.connect(self.filled_changed)
            player.drew.connect(self.drew)
            player.start()
            self._resize()
        self._set_volume()

    def _hear_event(self, event: Event) -> None:
        hall = self._link.hall
        # What was missed meanwhile is not said any more.
        if hall is not None and event.kind in _SAID and self._link.live and self._zone in ("", event.zone):
            self._ears = self._ears.called(hall, self._clockwork.now())
            self._set_volume()

    def _hear_voice(self) -> None:
        self._ears = Ears(self._desk.speaking, self._ears.until)
        self._set_volume()

    def _set_volume(self) -> None:
        now = self._clockwork.now()
        if self._player is not None:
            self._player.set_volume(self._ears.volume(self._link.hall, now))
        self._clockwork.wake_at(self._ears.changes_at(now))
