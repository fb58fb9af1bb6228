"""Buttons that stand on many pages."""

from __future__ import annotations

from kiosk import words
from kiosk.speech import Speech
from kiosk.view import Button


def back(say: Speech) -> Button:
    """Return the button to the page before."""
    return Button("back", say.label(words.BACK), icon="back")


def ok(key: str, say: Speech) -> Button:
    """Return the button that goes on with what was typed."""
    return Button(key, say.label(words.CONFIRM), strong=True, icon="check")
