"""The media program: ``python -m display.media.program``; JSON lines in and out, pictures through a canvas.

It runs beside the display: unpacking a film takes time that a call must not wait for, and a damaged file can
hang or end the process that opens it (docs/adr/0023).

In, first ``{"folder", "sound", "films", "volume", "time_zone", "avoid": [[name, [ns, bytes]]]}``, then any of
``{"canvas": path, "width", "height", "number"}``, ``{"volume": 0.15}`` and ``{"shown": true}`` after each
picture. Out: ``{"filled": true}``, ``{"began": name, "stamp": [ns, bytes]}``,
``{"drew": slot, "width", "height", "canvas": number}``, ``{"broke": name, "why"}``, ``{"told": line}``, and
``{"alive": true}`` every second. The end of the input ends the process at once.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, TextIO
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtGui import QGuiApplication

from core.qt.crossing import Crossing
from core.qt.memory import hold_little
from display.media.canvas import Canvas
from display.media.show import Show

ALIVE_MS = 1_000
NICENESS = 10
"""The board, the voice and the core come first."""


class Program(QObject):
    """Does what the display says, and says what it does."""

    def __init__(self, answers: TextIO, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answers = answers
        self._show: Show | None = None
        self._number = 0
        self._alive = QTimer(self, interval=ALIVE_MS)
        self._alive.timeout.connect(lambda: self._say(alive=True))
        self._alive.start()

    def hear(self, line: Mapping[str, Any]) -> None:
        """Do what one line says."""
        show = self._show
        if show is None:
            self._begin(line)
        elif "canvas" in line:
            self._number = line["number"]
            show.draw_on(Canvas(Path(line["canvas"]), QSize(line["width"], line["height"])))
        elif "volume" in line:
            show.set_volume(line["volume"])
        elif "shown" in line:
            show.shown()

    def _begin(self, line: Mapping[str, Any]) -> None:
        zone = ZoneInfo(line["time_zone"])
        show = Show(
            Path(line["folder"]),
            clock=lambda: datetime.now(zone),
            sound=line["sound"],
            films=line["films"],
            volume=line["volume"],
            avoid=frozenset((name, (ns, size)) for name, (ns, size) in line["avoid"]),
            parent=self,
        )
        show.began.connect(lambda name, stamp: self._say(began=name, stamp=stamp))
        show.drew.connect(
            lambda slot, width, height: self._say(drew=slot, width=width, height=height, canvas=self._number)
        )
        show.filled.connect(lambda filled: self._say(filled=filled))
        show.broke.connect(lambda name, why: self._say(broke=name, why=why))
        show.told.connect(lambda words: self._say(told=words))
        self._show = show
        show.start()

    def _say(self, **line: Any) -> None:
        print(json.dumps(line), file=self._answers)


def _read(crossing: Crossing, program: Program) -> None:
    for line in sys.stdin:
        crossing.call(program.hear, json.loads(line))
    # The display is gone. A film may hang in the main thread, so nothing less ends the process surely.
    os._exit(0)


def main() -> None:
    """Show until the input ends."""
    hold_little()
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # Standard output is for the lines alone; whatever else is printed goes to standard error.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    os.dup2(2, 1)
    app = QGuiApplication(sys.argv[:1])
    program = Program(answers)
    crossing = Crossing(program)
    threading.Thread(target=_read, args=(crossing, program), name="orders", daemon=True).start()
    app.exec()


if __name__ == "__main__":
    main()
