"""The media program seen from the display: started, watched, started again; it can never stop the display."""

from __future__ import annotations

import json
import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QSize, QTimer, Signal
from PySide6.QtGui import QImage

from display.media.canvas import Canvas
from display.media.pieces import Stamp
from display.media.settings import MediaSettings

log = logging.getLogger(__name__)

COMMAND = (sys.executable, "-m", "display.media.program")
ROOT = Path(__file__).parents[2]
SILENT_MS = 10_000
"""A program that says nothing for so long hangs."""
AGAIN_MS, AGAIN_MOST_MS = 1_000, 60_000
END_MS = 1_000
STEADY_MS = 60_000
"""After so long without a fault, the next one is the first again."""
PIXELS_MOST = 1920 * 1080
"""A larger cell is shown from so many pixels, larger."""
SHARED = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
PREFIX = "hallcall-media-"
AVOIDED_MOST = 100


class Player(QObject):
    """Has a folder's pictures and films drawn by a program of their own.

    Attributes:
        filled: Whether there is anything to show.
        picture: What is shown, ``None`` before the first. It lies in the canvas: valid until the next.

    Signals:
        filled_changed(): See above.
        drew(): There is another picture.
    """

    filled_changed = Signal()
    drew = Signal()

    def __init__(
        self,
        settings: MediaSettings,
        time_zone: str,
        *,
        command: Sequence[str] = COMMAND,
        silent_ms: int = SILENT_MS,
        again_ms: int = AGAIN_MS,
        parent: QObject | None = None,
    ) -> None:
        """Nothing runs before :meth:`start`."""
        super().__init__(parent)
        self.filled = False
        self.picture: QImage | None = None
        self._settings, self._time_zone, self._command = settings, time_zone, command
        self._again_ms, self._wait_ms = again_ms, again_ms
        self._volume = 1.0
        self._size = QSize()
        self._canvas: Canvas | None = None
        self._shown_canvas: Canvas | None = None
        self._number = 0
        self._begun: tuple[str, Stamp] | None = None
        self._suspect: tuple[str, Stamp] | None = None
        self._avoid: list[tuple[str, Stamp]] = []
        self._last_words = ""
        self._up = False
        self._told = ""
        # One for all runs: to delete a process that still ends is not safe.
        self._process = process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("QT_LOGGING_RULES", "qt.multimedia.*=false")
        process.setProcessEnvironment(environment)
        process.setWorkingDirectory(str(ROOT))
        process.readyReadStandardOutput.connect(self._hear)
        process.readyReadStandardError.connect(self._hear_errors)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._failed)
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._silent = QTimer(self, singleShot=True, interval=silent_ms)
        self._silent.timeout.connect(self._hangs)
        self._restart = QTimer(self, singleShot=True)
        self._restart.timeout.connect(self._run)
        self._steady = QTimer(self, singleShot=True, interval=STEADY_MS)
        self._steady.timeout.connect(self._be_patient)

    @property
    def pid(self) -> int:
        """The program's process, 0 while there is none."""
        return self._process.processId() if self._up else 0

    def start(self) -> None:
        """Begin to look into the folder."""
        where = SHARED if SHARED.is_dir() and os.access(SHARED, os.W_OK) else None
        if where is not None:
            _sweep(where)
        self._folder = tempfile.TemporaryDirectory(
            prefix=f"{PREFIX}{os.getpid()}-", dir=where, ignore_cleanup_errors=True
        )
        self._run()

    def stop(self) -> None:
        """Show nothing more."""
        for timer in (self._silent, self._restart, self._steady):
            timer.stop()
        self._end(wait_ms=END_MS)
        self.picture = None
        self._canvas = self._shown_canvas = None
        if self._folder is not None:
            self._folder.cleanup()

    def resize(self, size: QSize) -> None:
        """Draw for a cell of so many pixels."""
        area = size.width() * size.height()
        if area > PIXELS_MOST:
            size = size * (PIXELS_MOST / area) ** 0.5
        if size != self._size and not size.isEmpty():
            self._size = size
            self._new_canvas()

    def set_volume(self, volume: float) -> None:
        """Have films be so loud, 0 to 1."""
        if volume != self._volume:
            self._volume = volume
            self._tell(volume=volume)

    def _run(self) -> None:
        process = self._process
        if process.state() is not QProcess.ProcessState.NotRunning:
            # The last one hangs in a dead share, say: killed, but not gone yet.
            self._restart.start(self._again_ms)
            return
        self._up = True
        self._begun, self._last_words = None, ""
        process.start(self._command[0], list(self._command[1:]))
        self._silent.start()
        self._tell(
            folder=str(self._settings.folder),
            sound=self._settings.sound,
            films=self._settings.films,
            volume=self._volume,
            time_zone=self._time_zone,
            avoid=self._avoid,
        )
        if not self._size.isEmpty():
            self._new_canvas()

    def _new_canvas(self) -> None:
        if not self._up or self._folder is None:
            return
        self._number += 1
        path = Path(self._folder.name) / str(self._number)
        try:
            self._canvas = Canvas(path, self._size, new=True)
        except OSError as error:
            log.warning("media: no room to draw in: %s", error)
            return
        width, height = self._size.width(), self._size.height()
        self._tell(canvas=str(path), width=width, height=height, number=self._number)

    def _tell(self, **line: Any) -> None:
        if self._up:
            self._process.write(json.dumps(line).encode() + b"\n")

    def _hear(self) -> None:
        while self._up and self._process.canReadLine():
            self._silent.start()
            self._take(json.loads(bytes(self._process.readLine().data())))

    def _hear_errors(self) -> None:
        words = bytes(self._process.readAllStandardError().data()).decode(errors="replace").splitlines()
        self._last_words = next((each.strip() for each in reversed(words) if each.strip()), "")[-200:]

    def _take(self, line: dict[str, Any]) -> None:
        if "drew" in line:
            self._take_picture(line)
        elif "began" in line:
            ns, size = line["stamp"]
            self._begun = line["began"], (ns, size)
        elif "filled" in line:
            self._set_filled(line["filled"])
        elif "broke" in line:
            log.warning("media: %s is not shown: %s", line["broke"], line["why"])
        elif "told" in line:
            log.warning("media: %s", line["told"])

    def _take_picture(self, line: dict[str, Any]) -> None:
        if line["canvas"] != self._number or self._canvas is None:
            return
        if self._shown_canvas is not self._canvas:
            self._shown_canvas = self._canvas
            # Both have it in their memory now.
            with suppress(OSError):
                self._canvas.path.unlink(missing_ok=True)
            self._steady.start()
        self.picture = self._canvas.image(line["drew"], QSize(line["width"], line["height"]))
        self.drew.emit()
        self._tell(shown=True)

    def _set_filled(self, filled: bool) -> None:
        if filled != self.filled:
            self.filled = filled
            self.filled_changed.emit()

    def _hangs(self) -> None:
        self._fault("says nothing any more")

    def _ended(self) -> None:
        self._fault("has ended")

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._fault("cannot be started")

    def _fault(self, what: str) -> None:
        """Begin again; without the file that was open, if that is twice the same."""
        if not self._up:
            return
        at = f", at {self._begun[0]}" if self._begun else ""
        words = f" ({self._last_words})" if self._last_words else ""
        if (line := f"{what}{at}{words}") != self._told:
            self._told = line
            log.warning("media: the program %s; it is started again, and again later and later", line)
        # Once may be somebody who ended the program; twice is the file.
        if self._begun is not None and self._begun == self._suspect:
            log.warning("media: %s is not shown any more", self._begun[0])
            self._avoid = [*self._avoid, self._begun][-AVOIDED_MOST:]
        self._suspect = self._begun or self._suspect
        self._end()
        self._silent.stop()
        self._steady.stop()
        self._restart.start(self._wait_ms)
        self._wait_ms = min(self._wait_ms * 2, AGAIN_MOST_MS)

    def _be_patient(self) -> None:
        self._wait_ms = self._again_ms
        self._told = ""

    def _end(self, *, wait_ms: int = 0) -> None:
        self._up = False
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.kill()
            if wait_ms:
                self._process.waitForFinished(wait_ms)


def _sweep(where: Path) -> None:
    """Take away what a display left that was killed; memory is not given back otherwise before a restart."""
    for each in where.glob(f"{PREFIX}*"):
        owner = each.name.removeprefix(PREFIX).partition("-")[0]
        if owner.isdecimal() and not Path("/proc", owner).exists():
            shutil.rmtree(each, ignore_errors=True)
