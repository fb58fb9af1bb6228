"""Python's cycle collector, on the GUI thread only.

Python collects cycles on whatever thread happens to allocate. When that is a printer's or a voice's thread,
it destroys Qt objects there: "Timers cannot be stopped from another thread", and now and then a crash.
Source: https://www.tschoenfelder.de/blog/pyqt_gc (the hazard cannot be mended in the bindings).
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_EVERY_MS = 1000


class GuiGarbage(QObject):
    """Switches automatic collection off and collects from a timer, as often as Python itself would."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the oldest generation that is due."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return
