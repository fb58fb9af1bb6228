"""Python's cyclic garbage, collected on the GUI thread only."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_EVERY_MS = 1000


class GuiGarbage(QObject):
    """Takes over Python's cycle collector while it lives.

    Python collects wherever an allocation happens to cross the threshold. In a worker thread that destroys
    the QObjects of a dead cycle there ("Timers cannot be stopped from another thread", or a crash).
    Source: https://www.tschoenfelder.de/blog/pyqt_gc (the same was seen here with PySide6 6.11).
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due, as Python itself would."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Give the collector back to Python."""
        self._timer.stop()
        gc.enable()
