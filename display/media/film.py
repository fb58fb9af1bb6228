"""A film, played by Qt's FFmpeg back end; its pictures are handed on as plain images."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer, QVideoFrame, QVideoSink

STALLS_MS = 5_000
"""A film that gives no picture for so long is broken."""
_EARLY_S = 0.006
"""A picture may come so much before its time, as the film's own rate is not the one that is drawn."""


class Film(QObject):
    """One film from its begin to its end.

    Signals:
        drew(object): Its next picture (QImage).
        ended(): It is over.
        broke(str): It cannot be played, or not on.
    """

    drew = Signal(object)
    ended = Signal()
    broke = Signal(str)

    def __init__(
        self,
        file: Path,
        *,
        fps: int,
        sound: bool,
        volume: float,
        wanted: Callable[[], bool],
        stalls_ms: int = STALLS_MS,
        parent: QObject | None = None,
    ) -> None:
        """Begin.

        Args:
            fps: Pictures a second that are handed on at most.
            sound: Whether it is heard, where there is a sound card.
            volume: 0 to 1.
            wanted: Whether the last picture is shown already; without that, none is unpacked.
            stalls_ms: See :data:`STALLS_MS`.
        """
        super().__init__(parent)
        self._every_s = 1 / fps
        self._wanted = wanted
        self._next = 0.0
        self._over = False
        self._any = False
        self._sink = QVideoSink(self)
        self._player = QMediaPlayer(self)
        self._player.setVideoSink(self._sink)
        self._sound: QAudioOutput | None = None
        if sound and QMediaDevices.audioOutputs():
            self._sound = QAudioOutput(self)
            self.set_volume(volume)
            self._player.setAudioOutput(self._sound)
        self._stall = QTimer(self, singleShot=True, interval=stalls_ms)
        self._stall.timeout.connect(lambda: self._break("no picture comes"))
        self._sink.videoFrameChanged.connect(self._take)
        self._player.errorOccurred.connect(lambda _error, words: self._break(words))
        self._player.mediaStatusChanged.connect(self._hear)
        self._stall.start()
        self._player.setSource(QUrl.fromLocalFile(str(file)))
        self._player.play()

    def set_volume(self, volume: float) -> None:
        """Be so loud from now on, 0 to 1."""
        if self._sound is not None:
            self._sound.setVolume(volume)
            self._sound.setMuted(volume <= 0)

    def stop(self) -> None:
        """Give no more pictures."""
        self._over = True
        self._stall.stop()
        self._player.stop()

    def _hear(self, status: QMediaPlayer.MediaStatus) -> None:
        if status is QMediaPlayer.MediaStatus.EndOfMedia:
            if self._any:
                self._finish(self.ended.emit)
            else:
                self._break("it has no picture")
        elif status is QMediaPlayer.MediaStatus.InvalidMedia:
            self._break(self._player.errorString() or "it is no film")

    def _break(self, why: str) -> None:
        self._finish(lambda: self.broke.emit(why))

    def _finish(self, tell: Callable[[], None]) -> None:
        if not self._over:
            self._over = True
            self._stall.stop()
            # Not inside the player's own signal: whoever hears it makes an end of the player.
            QTimer.singleShot(0, self, tell)

    def _take(self, frame: QVideoFrame) -> None:
        if self._over or not frame.isValid():
            return
        self._stall.start()
        self._any = True
        now = time.monotonic()
        if now < self._next - _EARLY_S or not self._wanted():
            return
        self._next = max(self._next + self._every_s, now)
        image: QImage = frame.toImage()
        if not image.isNull():
            self.drew.emit(image)
