"""Which key does what; a clerk's office may set its own."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from caller.moves import Move


class Command(StrEnum):
    """What a key does beside the moves."""

    STRIP = "strip"
    DOCK_TOP = "dock-top"
    DOCK_BOTTOM = "dock-bottom"
    DOCK_LEFT = "dock-left"
    DOCK_RIGHT = "dock-right"
    ALONG_BACK = "along-back"
    ALONG_ON = "along-on"
    LARGER = "larger"
    SMALLER = "smaller"
    USUAL_SIZE = "usual-size"
    SHADE = "shade"
    ACTS = "acts"
    READ = "read"
    BESIDE = "beside"
    SEE_LINE = "see-line"
    SEE_WINDOWS = "see-windows"
    SEE_DAY = "see-day"
    SEE_DEVICES = "see-devices"


Act = Move | Command

LOOKS = (Command.LARGER, Command.SMALLER, Command.USUAL_SIZE, Command.SHADE)
"""How large, and light or dark."""

DEFAULT_KEYS: Mapping[Act, str] = {
    Move.CALL_NEXT: "F9",
    Move.RECALL: "F8",
    Move.START: "F7",
    Move.FINISH: "F6",
    Move.PASS: "F5",
    Move.PUT_BACK: "F3",
    Move.PAUSE: "F4",
    Move.OPEN: "F4",
    Command.STRIP: "F2",
    Command.DOCK_TOP: "Ctrl+Up",
    Command.DOCK_BOTTOM: "Ctrl+Down",
    Command.DOCK_LEFT: "Ctrl+Left",
    Command.DOCK_RIGHT: "Ctrl+Right",
    Command.ALONG_BACK: "Ctrl+Shift+Left; Ctrl+Shift+Up",
    Command.ALONG_ON: "Ctrl+Shift+Right; Ctrl+Shift+Down",
    Command.LARGER: "Ctrl++; Ctrl+=; Ctrl+Shift+=; Ctrl+Shift++",
    Command.SMALLER: "Ctrl+-",
    Command.USUAL_SIZE: "Ctrl+0",
    Command.SHADE: "Ctrl+D",
    Command.ACTS: "F10",
    Command.READ: "Esc",
    Command.BESIDE: "F11",
    Command.SEE_LINE: "Ctrl+1",
    Command.SEE_WINDOWS: "Ctrl+2",
    Command.SEE_DAY: "Ctrl+3",
    Command.SEE_DEVICES: "Ctrl+4",
}
"""One key pauses and opens: only one of the two is legal at a time."""

DEFAULT_GLOBAL_KEYS: Mapping[Act, str] = {Move.CALL_NEXT: "Ctrl+F9"}
"""What works while another program has the keyboard; the plain keys are those programs' own."""

GLOBAL_ACTS: tuple[Act, ...] = (*Move, Command.STRIP)
"""What may have such a key."""


class Keys:
    """Keys of a console, as texts like ``"F9"`` or ``"Ctrl+N"``; several stand apart by ``; ``."""

    def __init__(self, changed: Mapping[Act, str] | None = None) -> None:
        self._texts = {**DEFAULT_KEYS, **(changed or {})}
        self._sequences = {act: QKeySequence.listFromString(text) for act, text in self._texts.items()}

    def text(self, act: Act) -> str:
        """Return the key of an act as it stands on its button, or nothing."""
        return self._texts.get(act, "").partition("; ")[0]

    def acts(self, event: QKeyEvent) -> list[Act]:
        """Return what a key press means; a key that is held down means nothing again."""
        if event.isAutoRepeat():
            return []
        pressed = _sequences_of(event)
        return [act for act, wanted in self._sequences.items() if any(each in pressed for each in wanted)]


def _sequences_of(event: QKeyEvent) -> tuple[QKeySequence, QKeySequence]:
    """Return what was pressed; a key of the number pad is also the key that says the same elsewhere."""
    pad = Qt.KeyboardModifier.KeypadModifier
    anywhere = QKeyCombination(event.modifiers() & ~pad, Qt.Key(event.key()))
    return QKeySequence(event.keyCombination()), QKeySequence(anywhere)
