"""Which key does what; a clerk's office may set its own."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtGui import QKeyEvent, QKeySequence

from caller.moves import Move


class Command(StrEnum):
    """What a key does beside the moves."""

    STRIP = "strip"
    ACTS = "acts"


Act = Move | Command

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
    Command.ACTS: "F10",
}
"""One key pauses and opens: only one of the two is legal at a time."""


class Keys:
    """Keys of a console, as texts like ``"F9"`` or ``"Ctrl+N"``."""

    def __init__(self, changed: Mapping[Act, str] | None = None) -> None:
        self._texts = {**DEFAULT_KEYS, **(changed or {})}
        self._sequences = {act: QKeySequence(text) for act, text in self._texts.items() if text}

    def text(self, act: Act) -> str:
        """Return the key of an act as it stands on its button, or nothing."""
        return self._texts.get(act, "")

    def acts(self, event: QKeyEvent) -> list[Act]:
        """Return what a key press means; a key that is held down means nothing again."""
        if event.isAutoRepeat():
            return []
        pressed = QKeySequence(event.keyCombination())
        return [act for act, sequence in self._sequences.items() if sequence == pressed]
