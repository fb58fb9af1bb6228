"""The sound card: one announcement at a time, through Qt's audio output, at one place of one card."""

from __future__ import annotations

import array
import logging
import time
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QTimer, Signal

# Without QAudio imported a slot on QAudioSink.stateChanged never runs: "QAudio::State cannot be converted".
from PySide6.QtMultimedia import QAudio, QAudioDevice, QAudioFormat, QAudioSink, QMediaDevices

from hardware.voice import wav

log = logging.getLogger(__name__)

WATCH_MS = 100
STALL_S = 4.0
"""No sample taken for so long: the device is gone. PulseAudio's null sink may take 2 s to begin.

Qt 6.11 does not always say that a device went: when PulseAudio's last sink is unloaded no signal comes, and
the stream stays active (measured, docs/voice.md).
"""
DUMMY = b"auto_null"
"""What PulseAudio and PipeWire offer when there is no device: it plays into nothing."""


@dataclass(frozen=True, slots=True)
class Clip:
    """Samples to play (22,050 Hz, mono, 16 bit), and their number.

    Attributes:
        volume: From 0 to 1.
        stop: It is not to be played, nor what has this id or an earlier one.
    """

    id: int
    samples: bytes
    volume: float = 1.0
    stop: bool = False


class Player(QObject):
    """Plays one clip at a time.

    Attributes:
        device: Name of the card that plays or would play, ``None`` while there is none.

    Signals:
        started(object): A :class:`Clip` begins to play.
        ended(object, bool): Nothing more of a clip is played; whether it was played to its end.
        device_changed(object): ``device`` is another.
    """

    started = Signal(object)
    ended = Signal(object, bool)
    device_changed = Signal(object)

    def __init__(self, card: str = "", place: int | None = None, parent: QObject | None = None) -> None:
        """Play on a card.

        Args:
            card: Its name or id as the system tells it; ``""``: the system's usual one, whichever that is.
            place: Which of its channels, from 1; ``None``: all of them.
        """
        super().__init__(parent)
        self.device: str | None = None
        self._card = card
        self._place = place
        self._clip: Clip | None = None
        self._output: QAudioSink | None = None
        self._buffer: QBuffer | None = None
        self._taken = 0
        self._taken_at = 0.0
        self._stopped = 0
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self.look)
        self._watch = QTimer(self, interval=WATCH_MS)
        self._watch.timeout.connect(self._check)

    def look(self) -> None:
        """Look for the card; what plays goes on where it began."""
        device = self._find()
        self._say_device(device.description() if device else None)

    def play(self, clip: Clip) -> None:
        """Play ``clip`` now; what is playing ends. A clip that stops others plays nothing itself."""
        if clip.stop:
            self._stop(clip.id)
            return
        if self._clip is not None:
            self._end(whole=False)
        self._clip = clip
        if clip.id <= self._stopped:
            # Two threads write to us: the end of a clip may be heard of before the clip.
            self._end(whole=False)
            return
        device = self._find()
        if device is None or not self._play_on(device, clip):
            self._say_device(None)
            self._end(whole=False)
            return
        self._say_device(device.description())
        self.started.emit(clip)

    def _stop(self, last: int) -> None:
        self._stopped = max(self._stopped, last)
        if self._clip is not None and self._clip.id <= last:
            self._end(whole=False)

    def _find(self) -> QAudioDevice | None:
        if not self._card:
            found = [QMediaDevices.defaultAudioOutput()]
        else:
            named = self._card.casefold()
            found = [
                each
                for each in QMediaDevices.audioOutputs()
                if named in (each.description().casefold(), each.id().toStdString().casefold())
            ]
        real = [each for each in found if not each.isNull() and each.id().data() != DUMMY]
        return real[0] if real and self._places_of(real[0]) >= (self._place or 1) else None

    @staticmethod
    def _places_of(device: QAudioDevice) -> int:
        return max(2, device.preferredFormat().channelCount())

    def _play_on(self, device: QAudioDevice, clip: Clip) -> bool:
        """Start playing; ``False`` when the device refuses."""
        places = 1 if self._place is None else self._places_of(device)
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(at_place(clip.samples, self._place, places)))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._output = QAudioSink(device, _format(places), self)
        self._output.setVolume(clip.volume)
        self._taken, self._taken_at = 0, time.monotonic()
        self._output.start(self._buffer)
        # By name: state() gives a QtAudio.State, the signal a QAudio.State, and the two are never equal.
        if self._output.state().name == QAudio.State.StoppedState.name:
            return False
        self._output.stateChanged.connect(self._state_changed)
        self._watch.start()
        return True

    def _state_changed(self, state: QAudio.State) -> None:
        """Idle is the end: it comes as the last sample leaves, also from a device that began late."""
        if self._output is None or self._buffer is None:
            return
        if state.name == QAudio.State.IdleState.name and self._buffer.atEnd():
            self._end(whole=True)
        elif state.name == QAudio.State.StoppedState.name:
            self._lost()

    def _check(self) -> None:
        """Notice a device that takes nothing any more."""
        taken = self._output.processedUSecs() if self._output else 0
        now = time.monotonic()
        if taken != self._taken:
            self._taken, self._taken_at = taken, now
        elif now - self._taken_at > STALL_S:
            if self._buffer is not None and self._buffer.atEnd():
                self._end(whole=True)
            else:
                self._lost()

    def _lost(self) -> None:
        self._say_device(None)
        self._end(whole=False)

    def _end(self, *, whole: bool) -> None:
        clip, self._clip = self._clip, None
        self._silence()
        if clip is not None:
            self.ended.emit(clip, whole)

    def _silence(self) -> None:
        self._watch.stop()
        output, self._output = self._output, None
        buffer, self._buffer = self._buffer, None
        if output is not None:
            # Not stop() alone: what the sound server has already would be heard to its end.
            output.reset()
            output.stop()
            output.deleteLater()
        if buffer is not None:
            buffer.deleteLater()

    def _say_device(self, name: str | None) -> None:
        if name != self.device:
            self.device = name
            self.device_changed.emit(name)


def at_place(samples: bytes, place: int | None, places: int) -> bytes:
    """Return mono samples as those of one of several channels, the others silent."""
    if place is None:
        return samples
    mono = array.array("h", samples)
    spread = array.array("h", bytes(2 * places * len(mono)))
    spread[place - 1 :: places] = mono
    return spread.tobytes()


def _format(places: int) -> QAudioFormat:
    form = QAudioFormat()
    form.setSampleRate(wav.RATE)
    form.setChannelCount(places)
    form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return form
