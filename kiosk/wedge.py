"""Scanners that type like a keyboard, at the kiosk's window: what is typed fast goes nowhere else."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWindow

from hardware.scanner.wedge import Rest, Rhythm, Said, Scan, Wedge

_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


@dataclass(frozen=True, slots=True)
class _Held:
    """A key that was held back: its events, the press first."""

    events: list[QKeyEvent]


class WedgeFilter(QObject):
    """Takes the keys of a window, hands on what a hand typed and says what a scanner did.

    Signals:
        scanned(str): A code.
    """

    scanned = Signal(str)

    def __init__(
        self,
        window: QWindow,
        rhythm: Rhythm | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Watch a window, which owns this.

        Args:
            window: Whose keys are meant.
            rhythm: What tells a scan from typing.
            clock: Monotonic seconds.
        """
        super().__init__(window)
        self._window = window
        self._wedge = Wedge(rhythm)
        self._clock = clock
        self._held: deque[_Held] = deque()
        self._swallowed: set[int] = set()
        self._handing_on = False
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.setTimerType(Qt.TimerType.PreciseTimer)
        self._due.timeout.connect(self.look)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Hold each key back until it is known what it was."""
        if event.type() not in _KEYS or self._handing_on or not isinstance(event, QKeyEvent):
            return False
        copy = event.clone()
        if event.type() == QEvent.Type.KeyPress:
            self._held.append(_Held([copy]))
            self._obey(self._wedge.key(event.text(), self._clock(), held_down=event.isAutoRepeat()))
            return True
        return self._released(copy)

    def look(self) -> None:
        """Look at the clock: what nothing followed was typed."""
        self._obey(self._wedge.tick(self._clock()))

    def _released(self, event: QKeyEvent) -> bool:
        """Keep a release with its press; that of a scan's key goes nowhere."""
        if event.key() in self._swallowed:
            self._swallowed.discard(event.key())
            return True
        pressed = [held for held in self._held if held.events[0].key() == event.key()]
        if pressed:
            pressed[-1].events.append(event)
        return bool(pressed)

    def _obey(self, said: Iterable[Said]) -> None:
        for each in said:
            match each:
                case Scan(code, keys):
                    self._swallow(keys)
                    self.scanned.emit(code)
                case Rest(keys):
                    self._swallow(keys)
                case typed:
                    self._hand_on(len(typed.keys))
        due_s = self._wedge.due_s
        if due_s is None:
            self._due.stop()
        else:
            self._due.start(max(1, int((due_s - self._clock()) * 1000) + 1))

    def _swallow(self, keys: int) -> None:
        for held in self._taken(keys):
            if len(held.events) == 1:
                self._swallowed.add(held.events[0].key())

    def _hand_on(self, keys: int) -> None:
        self._handing_on = True
        try:
            for held in self._taken(keys):
                for event in held.events:
                    QCoreApplication.sendEvent(self._window, event)
        finally:
            self._handing_on = False

    def _taken(self, keys: int) -> list[_Held]:
        return [self._held.popleft() for _ in range(min(keys, len(self._held)))]
