"""Who tells that this session is locked or that the machine sleeps; each system has a way of its own."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class SessionWatch(QObject):
    """Hears it from the system.

    Attributes:
        locked: Whether the session is locked now, as far as the system told.

    Signals:
        locking(bool): The session was locked, or unlocked.
        sleeping(bool): The machine is about to sleep, or has woken.
    """

    locking = Signal(bool)
    sleeping = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.locked = False
        self._asleep = False

    def start(self) -> None:
        """Begin to listen.

        Raises:
            OSError: The system has no way to tell it; the text says what is missing.
        """

    def stop(self) -> None:
        """Listen no more."""

    def let_sleep(self) -> None:
        """Nothing is under way any more: the machine may sleep."""

    def _say_locked(self, locked: bool) -> None:
        if locked != self.locked:
            self.locked = locked
            self.locking.emit(locked)

    def _say_asleep(self, asleep: bool) -> None:
        if asleep != self._asleep:
            self._asleep = asleep
            self.sleeping.emit(asleep)
