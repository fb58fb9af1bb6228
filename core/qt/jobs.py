"""Slow work off the GUI thread, its end on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal


class Jobs(QObject):
    """Runs work on an executor and calls back on the thread this object lives on.

    The work must not touch Qt objects. What it raised is in the future; the callback looks there.
    """

    _ended = Signal(object, object)

    def __init__(self, executor: Executor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = executor
        self._ended.connect(self._call_back, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[], Any], done: Callable[[Future[Any]], None]) -> None:
        """Run ``work`` on the executor, then ``done`` with its ended future on the GUI thread."""
        self._executor.submit(work).add_done_callback(lambda ended: self._ended.emit(done, ended))

    def _call_back(self, done: Callable[[Future[Any]], None], ended: Future[Any]) -> None:
        done(ended)
