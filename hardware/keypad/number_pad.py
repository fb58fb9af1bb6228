"""USB number pads: they are keyboards. Which key does what, as data; no Qt, no keyboard."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hardware.keypad.actions import Act, Action, act

KEYS = (*"0123456789", "00", "Enter", "Plus", "Minus", "Star", "Slash", "Point", "Equal", "Backspace", "Tab")
"""The keys of a number pad, by the names that settings write."""

CLERK_KEYS: Mapping[str, Act] = {
    "Enter": Act(Action.CALL_NEXT),
    "Plus": Act(Action.RECALL),
    "Minus": Act(Action.PASS),
    "Star": Act(Action.START),
    "Point": Act(Action.FINISH),
    "Slash": Act(Action.ASK_RATING),
    "Backspace": Act(Action.UNDO),
    **{digit: Act(Action.DIGIT, int(digit)) for digit in "0123456789"},
}
"""A clerk's pad where the device file says nothing else."""

RATER_KEYS: Mapping[str, Act] = {digit: Act(Action.RATE, int(digit)) for digit in "12345"}
"""A visitor's pad, with the levels as the core has them."""


def number_pad_keys(table: Mapping[str, Any]) -> dict[str, Act]:
    """Read which key does what: ``{"Enter": "call-next", "1": "rate-1"}``.

    Raises:
        ValueError: Every mistake of the table, one a line.
    """
    mistakes: list[str] = []
    keys: dict[str, Act] = {}
    for name, does in table.items():
        if name not in KEYS:
            mistakes.append(f"{name}: no key of a number pad; known are {', '.join(KEYS)}")
        try:
            keys[name] = act(does)
        except ValueError as error:
            mistakes.append(f"{name}: {error}")
    if not table:
        mistakes.append("no key does anything")
    if mistakes:
        raise ValueError("\n".join(mistakes))
    return keys
