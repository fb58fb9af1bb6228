"""Says to the keeper, from the thread that paints, that it goes on: one byte a second."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from core.heartbeat import BEAT, EVERY_MS

log = logging.getLogger(__name__)


class Heartbeat(QObject):
    """Beats while it lives; a keeper that is gone ends the program, for it would be kept no more."""

    def __init__(self, pipe: int, parent: QObject) -> None:
        """Begin.

        Args:
            pipe: File descriptor, open for writing.
            parent: Owner.
        """
        super().__init__(parent)
        self._pipe = pipe
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        QTimer.singleShot(0, self, self._beat)

    def _beat(self) -> None:
        try:
            os.write(self._pipe, b".")
        except BlockingIOError:
            # The keeper is held up. It will find more than it needs.
            return
        except OSError:
            log.error("the keeper is gone: ending")
            self._timer.stop()
            QCoreApplication.exit(1)


@contextmanager
def beating(app: QObject) -> Iterator[None]:
    """Beat where a keeper listens; elsewhere nothing happens. What this program starts is not told of it."""
    told = os.environ.pop(BEAT, "")
    if not told:
        yield
        return
    pipe = _opened(int(told))
    heart = Heartbeat(pipe, app)
    try:
        yield
    finally:
        heart.deleteLater()
        os.close(pipe)


def _opened(told: int) -> int:
    if sys.platform == "win32":
        import msvcrt

        return msvcrt.open_osfhandle(told, os.O_WRONLY)
    os.set_inheritable(told, False)
    os.set_blocking(told, False)
    return told
