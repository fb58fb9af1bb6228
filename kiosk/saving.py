"""The resting screen: notices in turn once nobody has been at the kiosk for a while, until somebody comes."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QWindow

from core.qt.fonts import forget_letters
from kiosk.session import Session
from kiosk.state import NO_WISH, Page
from kiosk.timings import Timings

_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


class Saving(QObject):
    """Shows the resting screen, and wakes it; what wakes it does nothing else."""

    def __init__(
        self,
        session: Session,
        timings: Timings,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._timings, self._clock = session, timings, clock
        session.on("wake", lambda _: None)  # the session does it, as on any touch
        session.ticked.connect(self._look)

    def watch(self, window: QWindow) -> None:
        """Let the keys of a window wake it too; call it after whoever takes scans out of them."""
        window.installEventFilter(self)

    def wakes(self) -> bool:
        """Wake the screen if it rests; return whether it did."""
        if self._session.inputs.at.page is not Page.SAVER:
            return False
        self._session.done()
        self._session.touched()
        return True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take the key that wakes."""
        return event.type() in _KEYS and self.wakes()

    def _look(self) -> None:
        inputs, after_s = self._session.inputs, self._timings.saver(self._session.inputs)
        idle = (
            inputs.first
            and not inputs.guide.here
            and inputs.card is None
            and inputs.wish == NO_WISH
            and not inputs.busy
        )
        if not idle or not after_s or inputs.hall is None or not inputs.issues or inputs.trouble.shut:
            return
        if self._clock() - self._session.touched_at >= after_s:
            self._session.done()
            self._session.rest()
            # Nobody waits for a page now.
            forget_letters()
