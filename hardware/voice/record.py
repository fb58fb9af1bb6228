"""The microphone of the recorder's desk, and the loudspeaker beside it, through Qt."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QBuffer, QByteArray, QEventLoop, QIODevice, QObject, QTimer

# Without QAudio imported a slot on a stateChanged signal never runs (hardware/voice/player.py).
from PySide6.QtMultimedia import QAudio, QAudioDevice, QAudioFormat, QAudioSink, QAudioSource, QMediaDevices

from hardware.errors import DeviceUnreachable
from hardware.voice import wav
from hardware.voice.anywav import FLOAT, PCM, READERS, Sound, mixed

DEVICE = "microphone"
FIRST_S = 5.0
"""A device that gives no sample for so long does not work; PulseAudio's first one may take 2 s."""
BUFFER_S = 0.05
"""What the device holds back; it is lost when the recording ends."""
CLICK_S = 0.15
"""Cut off at the beginning, where the key that began the recording still sounds."""
LONGEST_S = 60.0
"""A forgotten recording ends itself."""
PLAY_SPARE_S = 4.0

FORMS = {
    QAudioFormat.SampleFormat.UInt8: (PCM, 8),
    QAudioFormat.SampleFormat.Int16: (PCM, 16),
    QAudioFormat.SampleFormat.Int32: (PCM, 32),
    QAudioFormat.SampleFormat.Float: (FLOAT, 32),
}


def microphones() -> tuple[str, ...]:
    """Return the names of all microphones, the usual one first."""
    usual = QMediaDevices.defaultAudioInput()
    found = sorted(QMediaDevices.audioInputs(), key=lambda device: device.id() != usual.id())
    return tuple(device.description() for device in found if not device.isNull())


class Microphone(QObject):
    """One microphone; it listens from :meth:`start` to :meth:`stop`.

    Attributes:
        name: What the system calls it.
    """

    def __init__(self, name: str | None = None, parent: QObject | None = None) -> None:
        """Take the usual microphone, or the one whose name has ``name`` in it.

        Raises:
            DeviceUnreachable: There is none.
        """
        super().__init__(parent)
        self._device = _microphone(name)
        self.name = self._device.description()
        self._form = self._device.preferredFormat()
        if self._form.sampleFormat() not in FORMS:
            self._form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self._source: QAudioSource | None = None
        self._stream: QIODevice | None = None
        self._heard = bytearray()
        self._begun: QEventLoop | None = None

    def start(self) -> None:
        """Listen; returns once the device gives samples, so that no word is spoken too early.

        Raises:
            DeviceUnreachable: It gives none.
        """
        self._end()
        self._heard.clear()
        self._source = QAudioSource(self._device, self._form, self)
        self._source.setBufferSize(self._form.bytesForDuration(round(BUFFER_S * 1e6)))
        # PySide's stubs do not know that a device which cannot be opened gives None.
        self._stream = cast("QIODevice | None", self._source.start())
        if self._stream is None:
            self._end()
            raise DeviceUnreachable(DEVICE, f"{self.name} cannot be opened")
        self._stream.readyRead.connect(self._read)
        self._begun = QEventLoop()
        QTimer.singleShot(round(FIRST_S * 1000), self._begun, self._begun.quit)
        self._begun.exec()
        self._begun = None
        if not self._heard:
            self._end()
            raise DeviceUnreachable(DEVICE, f"{self.name} gives no sound")

    def stop(self) -> Sound:
        """Stop listening and return what was heard, without the key's click at the beginning.

        Raises:
            DeviceUnreachable: The microphone went away meanwhile.
        """
        self._read()
        # By name: the state and the signal's state are of two types that are never equal.
        gone = self._source is None or self._source.state().name == QAudio.State.StoppedState.name
        self._end()
        if gone:
            raise DeviceUnreachable(DEVICE, f"{self.name} went away")
        form = self._form
        frame = form.bytesPerFrame()
        body = bytes(self._heard[: len(self._heard) // frame * frame])
        sound = mixed(form.sampleRate(), READERS[FORMS[form.sampleFormat()]](body), form.channelCount())
        return sound.cut(round(CLICK_S * sound.rate), len(sound.samples))

    def _read(self) -> None:
        if self._stream is None:
            return
        self._heard += self._stream.readAll().data()
        if self._heard and self._begun is not None:
            self._begun.quit()
        if len(self._heard) > self._form.bytesForDuration(round(LONGEST_S * 1e6)):
            self._stream.readyRead.disconnect(self._read)
            self._stream = None

    def _end(self) -> None:
        self._stream = None
        source, self._source = self._source, None
        if source is not None:
            source.stop()
            source.deleteLater()


def _microphone(name: str | None) -> QAudioDevice:
    if name is None:
        device = QMediaDevices.defaultAudioInput()
        if device.isNull():
            raise DeviceUnreachable(DEVICE, "there is no microphone")
        return device
    for device in QMediaDevices.audioInputs():
        if name.lower() in device.description().lower():
            return device
    there = ", ".join(microphones()) or "none"
    raise DeviceUnreachable(DEVICE, f"no microphone is called {name!r}; there are: {there}")


def play(samples: bytes) -> bool:
    """Play a clip and return when it has ended; ``False`` when there is nothing to play it on."""
    device = QMediaDevices.defaultAudioOutput()
    if device.isNull() or not samples:
        return False
    buffer = QBuffer()
    buffer.setData(QByteArray(samples))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    output = QAudioSink(device, _form())
    ended = QEventLoop()
    output.stateChanged.connect(
        lambda state: ended.exit() if state.name != QAudio.State.ActiveState.name else None
    )
    output.start(buffer)
    if output.state().name == QAudio.State.StoppedState.name:
        return False
    QTimer.singleShot(round((wav.seconds(samples) + PLAY_SPARE_S) * 1000), ended, ended.quit)
    ended.exec()
    output.stop()
    return True


def _form() -> QAudioFormat:
    form = QAudioFormat()
    form.setSampleRate(wav.RATE)
    form.setChannelCount(1)
    form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return form
