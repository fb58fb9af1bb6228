"""Colours and sizes for Widgets and tests; ``Theme.qml`` says the same to QML, and a test compares them."""

from __future__ import annotations

from typing import Final

COLOURS: Final = {
    "page": "#f4f8f9",
    "surface": "#ffffff",
    "surfacePressed": "#d7e8ea",
    "line": "#b9cfd3",
    "ink": "#10282d",
    "inkSoft": "#34494e",
    "primary": "#0a4a55",
    "primaryPressed": "#06333b",
    "onPrimary": "#ffffff",
    "onPrimarySoft": "#d5e9ec",
    "accent": "#ffb71b",
    "onAccent": "#2b1c00",
    "warn": "#7a1f12",
    "onWarn": "#ffffff",
    "board": "#08252b",
    "boardRow": "#0e343c",
    "onBoard": "#ffffff",
    "onBoardSoft": "#c6dde1",
}
"""By role. Colour never stands alone for a meaning; a word or a shape says it too.

QML takes ``onPrimary`` beside ``primary`` for a signal handler: ``Theme.qml`` calls it ``inkOnPrimary``.
"""

SIZES: Final = {
    "space": 24,
    "radius": 18,
    "target": 112,
    "tiny": 26,
    "small": 32,
    "body": 40,
    "title": 52,
    "large": 72,
    "number": 260,
}
"""In px of a screen whose shorter side has 1080; ``target`` is the least height of what a finger meets."""

READ_ON: Final = (
    ("ink", "page"),
    ("ink", "surface"),
    ("ink", "surfacePressed"),
    ("inkSoft", "page"),
    ("inkSoft", "surface"),
    ("onPrimary", "primary"),
    ("onPrimarySoft", "primary"),
    ("onPrimary", "primaryPressed"),
    ("onPrimarySoft", "primaryPressed"),
    ("primary", "surface"),
    ("primary", "page"),
    ("onAccent", "accent"),
    ("onWarn", "warn"),
    ("warn", "surface"),
    ("onBoard", "board"),
    ("onBoardSoft", "board"),
    ("onBoard", "boardRow"),
    ("onBoardSoft", "boardRow"),
    ("accent", "board"),
    ("accent", "boardRow"),
)
"""Which colour is read on which; each pair has a contrast of at least 7:1."""


def contrast(one: str, other: str) -> float:
    """Return the contrast of two ``#rrggbb`` colours, 1 to 21. Source: WCAG 2.1, "contrast ratio"."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
