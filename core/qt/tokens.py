"""Colours and sizes for Widgets and tests; ``Theme.qml`` says the same to QML, and a test compares them."""

from __future__ import annotations

from typing import Final

from core.domain.colour import contrast

__all__ = [
    "COLOURS",
    "DARK_COLOURS",
    "HIGH_COLOURS",
    "LARGE",
    "READ_ON",
    "SIZES",
    "TARGET_MM",
    "contrast",
]

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
    "banner": "#0a4a55",
    "bannerPressed": "#06333b",
    "onBanner": "#ffffff",
    "onBannerSoft": "#d5e9ec",
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

HIGH_COLOURS: Final = {
    "page": "#000000",
    "surface": "#000000",
    "surfacePressed": "#1a1a1a",
    "line": "#ffffff",
    "ink": "#ffffff",
    "inkSoft": "#f0f0f0",
    "primary": "#fff500",
    "primaryPressed": "#ffffff",
    "onPrimary": "#000000",
    "onPrimarySoft": "#000000",
    "banner": "#000000",
    "bannerPressed": "#1a1a1a",
    "onBanner": "#ffffff",
    "onBannerSoft": "#f0f0f0",
    "accent": "#fff500",
    "onAccent": "#000000",
    "warn": "#ffece6",
    "onWarn": "#000000",
    "board": "#000000",
    "boardRow": "#141414",
    "onBoard": "#ffffff",
    "onBoardSoft": "#f0f0f0",
}
"""The same roles for poor sight, at least 15:1: white to read and yellow to touch, on black.

Light letters on black glare least for clouded lenses; a touchable thing is yellow and has an outline as well.
"""

DARK_COLOURS: Final = {
    "page": "#0d1b1e",
    "surface": "#15282c",
    "surfacePressed": "#20393f",
    "line": "#5f8790",
    "ink": "#f1f8f9",
    "inkSoft": "#cfe0e3",
    "primary": "#9be4ee",
    "primaryPressed": "#c9f3f8",
    "onPrimary": "#00262c",
    "onPrimarySoft": "#06343b",
    "banner": "#06333b",
    "bannerPressed": "#0a4a55",
    "onBanner": "#ffffff",
    "onBannerSoft": "#d5e9ec",
    "accent": "#ffb71b",
    "onAccent": "#2b1c00",
    "warn": "#ffc2b6",
    "onWarn": "#3d0a02",
    "board": "#08252b",
    "boardRow": "#0e343c",
    "onBoard": "#ffffff",
    "onBoardSoft": "#c6dde1",
}
"""The same roles for a clerk who works with a dark screen; Widgets only."""

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

LARGE: Final = 1.35
"""What large type multiplies the px of letters with; ``Theme.scale``. Usual is 1."""

TARGET_MM: Final = 20
"""The least side of what a finger meets, in mm of the real panel (requirements 12)."""

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
    ("primary", "page"),
    ("primary", "surfacePressed"),
    ("inkSoft", "surfacePressed"),
    ("warn", "page"),
    ("warn", "surfacePressed"),
    ("onBanner", "banner"),
    ("onBannerSoft", "banner"),
    ("onBanner", "bannerPressed"),
    ("primary", "surface"),
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
"""Which colour is read on which; each pair has a contrast of 7:1, in dark too, and 15:1 in the high set."""
