"""The caller's pictures: sign-in, panel, bar, acts and floor in every state, painted by the real program."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtGui import QImage

from caller.app import LANGUAGES
from caller.theme import COLOURS, Appearance, use
from core.domain.hall import Hall
from core.qt.fonts import prepare_fonts
from hallcall.pictures import acts, clerk, files, floor
from hallcall.pictures.desk import LOOKS, Scene, played

SCENES: tuple[Scene, ...] = (*clerk.SCENES, *acts.SCENES, *floor.SCENES)


def pictures(hall: Hall, wanted: Callable[[str], bool]) -> Iterator[tuple[str, QImage]]:
    """Yield the name and the picture of every scene in each language: light, dark, and of twice the size.

    Args:
        hall: Whose console; a scene that it has nothing for is left out.
        wanted: Whether the scene of a name is wanted.
    """
    prepare_fonts(LANGUAGES)
    scenes = [scene for scene in SCENES if wanted(scene.name)]
    for look in LOOKS:
        for language in hall.languages:
            for scene in scenes:
                with played(hall, look, language, scene) as desk:
                    if desk is not None:
                        yield f"{look.name}-{language}-{scene.name}", desk.picture()


def colours(name: str) -> tuple[files.Colours, ...]:
    """Return the set of colours in which a picture is painted."""
    look = next(each for each in LOOKS if name.startswith(each.name))
    use(Appearance(dark=look.dark))
    found = tuple(COLOURS.items())
    use(Appearance())
    return (found,)
