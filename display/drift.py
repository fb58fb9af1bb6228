"""Burn-in: the whole picture moves by a few pixels every few minutes, in steps that nobody notices."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtQuick import QQuickView

EVERY_MS = 180_000
SHARE = 0.004
"""A step in parts of the window's shorter side."""
LEAST_PX = 2
_WAY: Final = ((0, 0), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1))
"""Each place is a neighbour of the one before; the first is where the picture belongs."""


def drift_at(step: int, width: int, height: int) -> tuple[int, int]:
    """Return by how many px the picture stands to the right and lower at a step, 0 and up."""
    across, down = _WAY[step % len(_WAY)]
    px = max(LEAST_PX, round(min(width, height) * SHARE))
    return across * px, down * px


class Drift(QObject):
    """Moves what a window shows.

    A line at the edge that comes free has the window's own colour; one that goes is that of a bar.
    """

    def __init__(self, view: QQuickView, parent: QObject, every_ms: int = EVERY_MS) -> None:
        super().__init__(parent)
        self._view = view
        self._at = 0
        self._timer = QTimer(self, interval=every_ms)
        self._timer.timeout.connect(self._move)

    def start(self) -> None:
        """Move from now on."""
        self._timer.start()

    def stop(self) -> None:
        """Move no more."""
        self._timer.stop()

    def apply(self) -> None:
        """Put what the window shows where the last one stood."""
        root = self._view.rootObject()
        if root is not None:
            x, y = drift_at(self._at, self._view.width(), self._view.height())
            root.setX(x)
            root.setY(y)

    def _move(self) -> None:
        self._at += 1
        self.apply()
