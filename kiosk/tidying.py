"""What a visit has left in memory goes back when it is over."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

from PySide6.QtCore import QObject

from core.qt.memory import give_back
from kiosk.session import Session
from kiosk.state import Page

AFTER_S = 4.0
"""Who comes right after the last visitor does not wait for it; it takes some 30 ms."""


class Tidying(QObject):
    """Gives back what the pages of a visit needed, once the first page has been left alone for a moment.

    Attributes:
        done: How often it did.
    """

    def __init__(
        self,
        session: Session,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._clock = session, clock
        self._ended_at: float | None = None
        self.done = 0
        session.ended.connect(self._note_end)
        session.ticked.connect(self._look)

    def _note_end(self) -> None:
        self._ended_at = self._clock()

    def _look(self) -> None:
        if self._ended_at is None:
            return
        alone_s = self._clock() - max(self._ended_at, self._session.touched_at)
        if alone_s >= AFTER_S and self._between_visits:
            self._ended_at = None
            self._tidy()

    @property
    def _between_visits(self) -> bool:
        inputs = self._session.inputs
        return (inputs.first or inputs.at.page is Page.SAVER) and not inputs.busy

    def _tidy(self) -> None:
        self.done += 1
        gc.collect()
        give_back(libraries=False)
