"""The display's pictures: every face in every state, painted by the real screens."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import asdict

from PySide6.QtGui import QImage

from core.domain.hall import Hall
from core.domain.layout import Colours
from core.qt.fonts import prepare_fonts
from display.window.derive import FILLS
from display.words import EVERY_LANGUAGE
from hallcall.pictures import at_window, boards, collecting, files, joining
from hallcall.pictures.wall import Scene, put_up

SCENES: tuple[Scene, ...] = (
    *boards.SCENES,
    *collecting.SCENES,
    *at_window.SCENES,
    *joining.SCENES,
)
"""One line for each module of scenes."""


def pictures(hall: Hall, wanted: Callable[[str], bool]) -> Iterator[tuple[str, QImage]]:
    """Yield the name and the picture of every scene, each language first once, on every panel of the scene.

    Args:
        hall: Whose screens; a scene that it has nothing for is left out.
        wanted: Whether the scene of a name is wanted.
    """
    quieten()
    for scene in (each for each in SCENES if wanted(each.name)):
        for form in scene.forms:
            for language in hall.languages:
                with put_up(hall, language, scene, form) as wall:
                    if wall is not None:
                        yield f"{form}-{language}-{scene.name}", wall.picture()


def quieten() -> None:
    """Load the fonts; what a screen logs of a name that is wrong on purpose is not said."""
    prepare_fonts(EVERY_LANGUAGE)
    logging.getLogger("display.app").setLevel(logging.ERROR)


def colours(name: str) -> tuple[files.Colours, ...]:
    """Return the sets of colours in which a picture is painted; none for one with photographs or faces."""
    if "media" in name or "pad" in name:
        return ()
    board = asdict(Colours())
    states = ({**board, "call": fill, "on_call": ink} for fill, ink in FILLS.values())
    return tuple(tuple(each.items()) for each in (board, *states))
