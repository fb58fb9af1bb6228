"""Small pictures and films, made on the spot."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, QTimer, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtMultimedia import (
    QMediaCaptureSession,
    QMediaFormat,
    QMediaRecorder,
    QVideoFrame,
    QVideoFrameInput,
)

FRAME_US = 40_000
"""25 a second."""


def make_picture(file: Path, colour: str = "#ff0000", size: QSize = QSize(320, 180)) -> Path:  # noqa: B008
    """Write a picture of one colour; its format is that of the name."""
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    assert image.save(str(file)), file
    return file


def make_film(file: Path, *, frames: int = 25, size: QSize = QSize(160, 90)) -> Path:  # noqa: B008
    """Write a film whose frames are green, as MPEG-4: Qt's FFmpeg can write that everywhere."""
    shape = QMediaFormat(QMediaFormat.FileFormat.MPEG4)
    shape.setVideoCodec(QMediaFormat.VideoCodec.MPEG4)
    session, camera, recorder = QMediaCaptureSession(), QVideoFrameInput(), QMediaRecorder()
    session.setVideoFrameInput(camera)
    session.setRecorder(recorder)
    recorder.setMediaFormat(shape)
    recorder.setVideoResolution(size)
    recorder.setVideoFrameRate(25)
    recorder.setAutoStop(True)
    recorder.setOutputLocation(QUrl.fromLocalFile(str(file)))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor("#00c000"))
    sent = 0

    def send() -> None:
        nonlocal sent
        while sent < frames:
            frame = QVideoFrame(image)
            frame.setStartTime(sent * FRAME_US)
            frame.setEndTime((sent + 1) * FRAME_US)
            if not camera.sendVideoFrame(frame):
                return
            sent += 1
        camera.sendVideoFrame(QVideoFrame())

    loop = QEventLoop()
    camera.readyToSendVideoFrame.connect(send)
    recorder.recorderStateChanged.connect(
        lambda state: loop.quit() if state is QMediaRecorder.RecorderState.StoppedState else None
    )
    recorder.errorOccurred.connect(lambda *_: loop.quit())
    QTimer.singleShot(30_000, loop.quit)
    recorder.record()
    loop.exec()
    assert sent == frames, recorder.errorString()
    assert file.stat().st_size > 0
    return file
