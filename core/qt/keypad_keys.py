"""A number pad that types into the focused window: its keys, told from those of the rest of the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

_K = Qt.Key
NAMES = {
    **{_K(_K.Key_0.value + digit): str(digit) for digit in range(10)},
    _K.Key_Enter: "Enter",
    _K.Key_Return: "Enter",
    _K.Key_Plus: "Plus",
    _K.Key_Minus: "Minus",
    _K.Key_Asterisk: "Star",
    _K.Key_Slash: "Slash",
    _K.Key_Period: "Point",
    _K.Key_Comma: "Point",
    _K.Key_Equal: "Equal",
    _K.Key_Backspace: "Backspace",
    _K.Key_Tab: "Tab",
}
"""Names of the keys of a number pad, as device files write them; with Num Lock off its digits are others."""


class KeypadKeys(QObject):
    """Takes the keys of a number pad out of what is typed, as long as no text field has the focus.

    Only keys that the system itself marks as a keypad's count, so that nothing else that is typed is ever
    taken for a command. Some pads send Backspace and Tab unmarked: those are left to the window.

    Signals:
        pressed(str): Name of a key; one that is held down is told once.
    """

    pressed = Signal(str)

    def __init__(self, free: Callable[[], bool] = lambda: True, parent: QObject | None = None) -> None:
        """Begin to take them.

        Args:
            free: Whether they may be taken now, e.g. no menu is open that wants them.
        """
        super().__init__(parent)
        self._free = free
        self._app = QCoreApplication.instance()
        if self._app is None:
            raise RuntimeError("keys come to a Qt application, and there is none")
        self._app.installEventFilter(self)

    def close(self) -> None:
        """Leave all keys to the windows again."""
        if self._app is not None:
            self._app.removeEventFilter(self)
            self._app = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keep a keypad's key from whatever has the focus."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(watched, QWindow):
            return False
        if not isinstance(event, QKeyEvent) or not event.modifiers() & Qt.KeyboardModifier.KeypadModifier:
            return False
        name = NAMES.get(Qt.Key(event.key()))
        if name is None or _typing() or not self._free():
            return False
        if not event.isAutoRepeat():
            self.pressed.emit(name)
        return True


def _typing() -> bool:
    """Whether something that takes text has the focus."""
    asked = QGuiApplication.inputMethod().queryFocusObject(Qt.InputMethodQuery.ImEnabled, None)
    return bool(asked)
