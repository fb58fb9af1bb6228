"""Where a board's time comes from: one clock and one alarm, so that a test can hold both."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer


class Clockwork(Protocol):
    """A clock with one alarm."""

    def now(self) -> datetime:
        """Return the time, UTC."""

    def on_alarm(self, ring: Callable[[], None]) -> None:
        """Set who is called when the alarm rings."""

    def wake_at(self, moment: datetime) -> None:
        """Let the alarm ring once at ``moment``; an earlier setting is forgotten."""

    def stop(self) -> None:
        """Ring never again."""


class QtClockwork(QObject):
    """The machine's clock and a timer of the Qt loop, which sleeps until the alarm."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)

    def now(self) -> datetime:
        """Return the time, UTC."""
        return datetime.now(UTC)

    def on_alarm(self, ring: Callable[[], None]) -> None:
        """Set who is called when the alarm rings."""
        self._timer.timeout.connect(ring)

    def wake_at(self, moment: datetime) -> None:
        """Let the alarm ring once at ``moment``; an earlier setting is forgotten."""
        # Rounded up: an alarm that rings too early would find nothing changed and ring again and again.
        wait_ms = -((self.now() - moment) // timedelta(milliseconds=1))
        self._timer.start(max(1, wait_ms))

    def stop(self) -> None:
        """Ring never again."""
        self._timer.stop()
        self._timer.disconnect(self)
