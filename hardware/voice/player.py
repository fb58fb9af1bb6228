"""The loudspeaker: announcements strictly one after the other, through Qt's audio output."""

from __future__ import annotations

import logging
import time
from collections import deque
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QTimer, Signal

# Without QAudio imported a slot on QAudioSink.stateChanged never runs: "QAudio::State cannot be converted".
from PySide6.QtMultimedia import QAudio, QAudioDevice, QAudioFormat, QAudioSink, QMediaDevices

from hardware.voice import wav
from hardware.voice.filesink import FileSink
from hardware.voice.synth import DEVICE, VoiceBusy

log = logging.getLogger(__name__)

WATCH_MS = 100
STALL_S = 4.0
"""No sample taken for so long: the device is gone. PulseAudio's null sink may take 2 s to begin.

Qt 6.11 does not always say that a device went: when PulseAudio's last sink is unloaded no signal comes, and
the stream stays active (measured, docs/voice.md).
"""
PAUSE_MS = 400
"""Between two announcements, so that they are heard as two."""
DUMMY = b"auto_null"
"""What PulseAudio and PipeWire offer when there is no device: it plays into nothing."""


@dataclass(frozen=True, slots=True)
class Clip:
    """A file to play, and what it stands for."""

    path: Path
    of: object = None


class Player(QObject):
    """Plays clips in order; while there is no device, each goes to the file sink instead.

    Attributes:
        device: The device that plays or last played, ``None`` while there is none.

    Signals:
        started(object): A :class:`Clip` begins to play.
        finished(object): It has ended, played or filed; once for each that began.
        device_changed(object): The device's name, or ``None`` when sound goes to files from now on.
    """

    started = Signal(object)
    finished = Signal(object)
    device_changed = Signal(object)

    def __init__(self, sink: FileSink, *, limit: int = 16, parent: QObject | None = None) -> None:
        """Play, or file into ``sink``; ``limit`` clips may wait."""
        super().__init__(parent)
        self.device: str | None = None
        self._files = sink
        self._limit = limit
        self._waiting: deque[Clip] = deque()
        self._clip: Clip | None = None
        self._output: QAudioSink | None = None
        self._buffer: QBuffer | None = None
        self._known = False
        self._taken = 0
        self._taken_at = 0.0
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._devices_changed)
        self._watch = QTimer(self, interval=WATCH_MS)
        self._watch.timeout.connect(self._check)
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._next)

    @property
    def idle(self) -> bool:
        """Whether the next clip would be played at once."""
        return self._clip is None and not self._waiting and not self._pause.isActive()

    def play(self, clip: Clip) -> None:
        """Play ``clip`` after all that wait.

        Raises:
            VoiceBusy: Too many wait.
        """
        if len(self._waiting) >= self._limit:
            raise VoiceBusy(DEVICE, "too many announcements wait for the loudspeaker")
        self._waiting.append(clip)
        if self._clip is None and not self._pause.isActive():
            self._pause.start(0)

    def stop(self) -> None:
        """Be silent at once and forget what waits; nothing is emitted."""
        self._waiting.clear()
        self._pause.stop()
        self._clip = None
        self._silence()

    def _next(self) -> None:
        if self._clip is None and self._waiting:
            self._clip = self._waiting.popleft()
            self.started.emit(self._clip)
            self._begin(self._clip)

    def _begin(self, clip: Clip) -> None:
        try:
            samples = wav.read(clip.path)
        except (OSError, wav.WrongSound) as error:
            log.error("an announcement cannot be played: %s", error)
            self._end()
            return
        device = _loudspeaker()
        if device is None or not self._play_on(device, samples):
            self._file(clip)

    def _play_on(self, device: QAudioDevice, samples: bytes) -> bool:
        """Start playing; ``False`` when the device refuses."""
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(samples))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._output = QAudioSink(device, _format(), self)
        self._taken, self._taken_at = 0, time.monotonic()
        self._output.start(self._buffer)
        # By name: state() gives a QtAudio.State, the signal a QAudio.State, and the two are never equal.
        if self._output.state().name == QAudio.State.StoppedState.name:
            self._silence()
            return False
        self._output.stateChanged.connect(self._state_changed)
        self._say_device(device.description())
        self._watch.start()
        return True

    def _state_changed(self, state: QAudio.State) -> None:
        """Idle is the end: it comes as the last sample leaves, also from a device that began late."""
        if self._output is None or self._buffer is None:
            return
        if state.name == QAudio.State.IdleState.name and self._buffer.atEnd():
            self._end()
        elif state.name == QAudio.State.StoppedState.name:
            self._lost()

    def _check(self) -> None:
        """Notice a device that takes nothing any more."""
        taken = self._output.processedUSecs() if self._output else 0
        now = time.monotonic()
        if taken != self._taken:
            self._taken, self._taken_at = taken, now
        elif now - self._taken_at > STALL_S:
            self._stalled()

    def _stalled(self) -> None:
        if self._buffer is not None and self._buffer.atEnd():
            self._end()
        else:
            self._lost()

    def _lost(self) -> None:
        clip = self._clip
        self._silence()
        if clip is not None:
            self._file(clip)

    def _file(self, clip: Clip) -> None:
        self._say_device(None)
        try:
            self._files.put(clip.path)
        except OSError as error:
            log.error("an announcement cannot be filed: %s", error)
        self._end()

    def _end(self) -> None:
        clip, self._clip = self._clip, None
        self._silence()
        if clip is not None:
            self._pause.start(PAUSE_MS if self.device else 0)
            self.finished.emit(clip)

    def _silence(self) -> None:
        self._watch.stop()
        output, self._output = self._output, None
        buffer, self._buffer = self._buffer, None
        if output is not None:
            output.stop()
            output.deleteLater()
        if buffer is not None:
            buffer.deleteLater()

    def _devices_changed(self) -> None:
        """What plays goes on where it began; the next clip finds its device itself."""
        device = _loudspeaker()
        self._say_device(device.description() if device else None)

    def _say_device(self, name: str | None) -> None:
        """Tell the log once each time sound moves to another device or to files."""
        if self._known and name == self.device:
            return
        self._known, self.device = True, name
        if name is None:
            log.warning("no loudspeaker: announcements are kept as files in %s", self._files.folder)
        else:
            log.info("announcements are heard on %s", name)
        self.device_changed.emit(name)


def _loudspeaker() -> QAudioDevice | None:
    device = QMediaDevices.defaultAudioOutput()
    return None if device.isNull() or device.id().data() == DUMMY else device


def _format() -> QAudioFormat:
    form = QAudioFormat()
    form.setSampleRate(wav.RATE)
    form.setChannelCount(1)
    form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return form
