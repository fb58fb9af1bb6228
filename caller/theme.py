"""Light or dark, and how large: one look for the whole program, as Qt's own palette is one.

Widgets take their colours from :data:`COLOURS` and their px through :func:`scaled` when they draw
and measure. What is set once in a style sheet is made anew by the window when the look changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from core.qt import tokens

SCALES = (100, 110, 125, 150, 175, 200)
"""In per cent."""

LARGE = 150
"""Who wants it larger than that has it so large at most where it must be scrolled."""

_INK_OFF = {False: "#5c7176", True: "#8aa3a8"}
"""Still 4.5:1 on the page: what cannot be pressed can be read."""


SCROLL_BAR_STYLE = (
    " QScrollBar:vertical {{ background: {page}; width: 14px; }}"
    " QScrollBar::handle:vertical {{ background: {line}; border-radius: 5px; margin: 2px;"
    " min-height: 40px; }}"
    " QScrollBar::add-line, QScrollBar::sub-line {{ height: 0px; }}"
    " QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}"
)
"""A style sheet's part, to be formatted with the colours: the system's own scroll bar knows no dark."""


class Shade(StrEnum):
    """Which colours are wanted."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Appearance:
    """How the program looks.

    Attributes:
        scale: Size of everything in per cent, 100 to 200.
    """

    dark: bool = False
    scale: int = 100


class _Now:
    """The appearance in use."""

    appearance = Appearance()


class _Colours(Mapping[str, str]):
    """The colours of the appearance in use, by the roles of the tokens and ``inkOff``."""

    def __getitem__(self, role: str) -> str:
        dark = _Now.appearance.dark
        if role == "inkOff":
            return _INK_OFF[dark]
        return (tokens.DARK_COLOURS if dark else tokens.COLOURS)[role]

    def __iter__(self) -> Iterator[str]:
        return iter((*tokens.COLOURS, "inkOff"))

    def __len__(self) -> int:
        return len(tokens.COLOURS) + 1


COLOURS: Mapping[str, str] = _Colours()


def use(appearance: Appearance) -> None:
    """Look so from now on."""
    _Now.appearance = appearance


def in_use() -> Appearance:
    """Return the appearance in use."""
    return _Now.appearance


def scaled(px: float) -> int:
    """Return what ``px`` of the design are now."""
    return round(px * _Now.appearance.scale / 100)


def is_dark(shade: Shade) -> bool:
    """Return whether ``shade`` is dark, by the system where it is left to the system."""
    if shade is Shade.SYSTEM:
        return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return shade is Shade.DARK


def shade_after(shade: Shade) -> Shade:
    """Return the shade that the key goes on to: round and round."""
    shades = list(Shade)
    return shades[(shades.index(shade) + 1) % len(shades)]


def scale_of(text: str) -> int:
    """Return the scale that stands in a settings file as ``text``: the nearest one there is, else 100."""
    if not text.isdecimal():
        return SCALES[0]
    return min(SCALES, key=lambda scale: abs(scale - int(text)))


def scale_beside(scale: int, step: int) -> int:
    """Return the next scale up or down; at the ends the same."""
    at = SCALES.index(scale_of(str(scale))) + step
    return SCALES[min(max(at, 0), len(SCALES) - 1)]
