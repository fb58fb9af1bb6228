"""A field for hurried hands: Enter that is held down enters once, and the number pad types figures."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WITHOUT_NUM_LOCK = {
    Qt.Key.Key_Insert: "0",
    Qt.Key.Key_End: "1",
    Qt.Key.Key_Down: "2",
    Qt.Key.Key_PageDown: "3",
    Qt.Key.Key_Left: "4",
    Qt.Key.Key_Clear: "5",
    Qt.Key.Key_Right: "6",
    Qt.Key.Key_Home: "7",
    Qt.Key.Key_Up: "8",
    Qt.Key.Key_PageUp: "9",
    Qt.Key.Key_Delete: ".",
}


def pad_text(event: QKeyEvent) -> str:
    """Return what stands on a key of the number pad while Num Lock is off, nothing for every other key."""
    # macOS says of all arrows that they are on the pad, and has no Num Lock.
    on_pad = bool(event.modifiers() & Qt.KeyboardModifier.KeypadModifier) and sys.platform != "darwin"
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if not on_pad or held != Qt.KeyboardModifier.NoModifier:
        return ""
    return _WITHOUT_NUM_LOCK.get(Qt.Key(event.key()), "")


class TypedField(QLineEdit):
    """One line of text.

    Args:
        figures: Only Latin letters and figures are typed in it: no input method takes its keys.
    """

    def __init__(self, *, figures: bool = False) -> None:
        super().__init__()
        if figures:
            self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Type; what is deleted by the pad's key is deleted."""
        figure = pad_text(event)
        if event.isAutoRepeat() and event.key() in ENTERS:
            event.accept()
        elif figure.isdecimal():
            self.insert(figure)
            self.textEdited.emit(self.text())
        else:
            super().keyPressEvent(event)
