"""Such keys on Windows, by ``RegisterHotKey``: written from its pages, not yet tried on a machine.

Source: learn.microsoft.com, "RegisterHotKey function (winuser.h)", "WM_HOTKEY message", "Virtual-Key Codes".
"""

from __future__ import annotations

import ctypes
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence

from caller.hotkeys.native import WindowsMessages
from caller.keys import Act

_WM_HOTKEY = 0x0312
_NO_REPEAT = 0x4000
_MODIFIERS = {
    Qt.KeyboardModifier.AltModifier: 0x1,
    Qt.KeyboardModifier.ControlModifier: 0x2,
    Qt.KeyboardModifier.ShiftModifier: 0x4,
    Qt.KeyboardModifier.MetaModifier: 0x8,
}
_F1 = 0x70
_CODES = {
    Qt.Key.Key_Space: 0x20,
    Qt.Key.Key_PageUp: 0x21,
    Qt.Key.Key_PageDown: 0x22,
    Qt.Key.Key_Insert: 0x2D,
    Qt.Key.Key_Delete: 0x2E,
    Qt.Key.Key_Plus: 0xBB,
    Qt.Key.Key_Minus: 0xBD,
}


def windows_key(text: str) -> tuple[int, int] | None:
    """Return the modifiers and the virtual key of a text like ``"Ctrl+F9"``, ``None`` where it has none."""
    sequence = QKeySequence(text)
    if sequence.count() != 1:
        return None
    key, held = sequence[0].key(), sequence[0].keyboardModifiers()  # type: ignore[index]
    modifiers = sum(mask for each, mask in _MODIFIERS.items() if held & each)
    if Qt.Key.Key_F1 <= key <= Qt.Key.Key_F24:
        return modifiers, _F1 + key.value - Qt.Key.Key_F1.value
    if Qt.Key.Key_0 <= key <= Qt.Key.Key_9 or Qt.Key.Key_A <= key <= Qt.Key.Key_Z:
        return modifiers, key.value
    code = _CODES.get(key)
    return None if code is None else (modifiers, code)


class WindowsKeys(QObject):
    """Registers keys and gives them back.

    Signals:
        pressed(object): The act of a key; one that is held down comes once.
    """

    pressed = Signal(object)

    def __init__(self, user32: Any = None, parent: QObject | None = None) -> None:
        """Begin; ``user32`` is the system's library of that name."""
        super().__init__(parent)
        self._user32 = user32 if user32 is not None else ctypes.CDLL("user32")
        self._acts: dict[int, Act] = {}
        self._messages = WindowsMessages(self._look)

    def take(self, wanted: Mapping[Act, str]) -> list[str]:
        """Take the keys of ``wanted``; return those that another program has, or that are no keys."""
        return [text for act, text in wanted.items() if not self._take(act, text)]

    def stop(self) -> None:
        """Give the keys back."""
        for number in self._acts:
            self._user32.UnregisterHotKey(None, number)
        self._acts.clear()
        self._messages.stop()

    def heard(self, number: int) -> None:
        """Take in that the key of that number was pressed."""
        act = self._acts.get(number)
        if act is not None:
            self.pressed.emit(act)

    def _look(self, message: int, w_param: int) -> None:
        if message == _WM_HOTKEY:
            self.heard(w_param)

    def _take(self, act: Act, text: str) -> bool:
        key, number = windows_key(text), len(self._acts) + 1
        if key is None or not self._user32.RegisterHotKey(None, number, key[0] | _NO_REPEAT, key[1]):
            return False
        self._acts[number] = act
        return True
