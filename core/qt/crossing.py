"""From a thread of ours to the GUI thread, without that thread touching Qt."""

from __future__ import annotations

import contextlib
import queue
import socket
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier

_MOST_AT_ONCE = 256


class Crossing(QObject):
    """Runs calls of any thread on the thread this object lives on, in their order.

    A thread that emits a signal while the loop begins can stop both for ever (docs/adr/0018); a socket wakes
    the loop instead.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls: queue.SimpleQueue[tuple[Callable[..., object], tuple[Any, ...]]] = queue.SimpleQueue()
        self._ours, self._theirs = socket.socketpair()
        self._theirs.setblocking(False)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._run)

    def call(self, what: Callable[..., object], *arguments: Any) -> None:
        """Have something called soon; on any thread."""
        self._calls.put((what, arguments))
        # A full socket wakes the loop as well.
        with contextlib.suppress(OSError):
            self._theirs.send(b"!")

    def close(self) -> None:
        """Run what was left behind no more."""
        self._notifier.setEnabled(False)
        self._ours.close()
        self._theirs.close()

    def _run(self) -> None:
        self._ours.recv(_MOST_AT_ONCE)
        while True:
            try:
                what, arguments = self._calls.get_nowait()
            except queue.Empty:
                return
            what(*arguments)
