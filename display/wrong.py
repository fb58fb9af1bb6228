"""The page of a screen that was started for something that the hall does not have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from core.domain.hall import Hall
from core.domain.screen import FaceKind, Screen, lacking
from core.qt.models import plain
from display import words
from display.face import QML
from display.lines import Lines, say_all
from display.words import Speak

KNOWN_MOST = 12
"""So many names are listed to choose from."""

_SAYS = {
    "zone": words.NO_SUCH_ZONE,
    "window": words.NO_SUCH_WINDOW,
    "screen": words.NO_SUCH_SCREEN,
    "face": words.NO_SUCH_FACE,
}


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with a screen.

    Attributes:
        kind: ``"zone"``, ``"window"``, ``"screen"``, or ``"face"`` for what this program cannot show.
        found: What was asked for.
        known: What there is instead, at most :data:`KNOWN_MOST`.
    """

    kind: str
    found: str
    known: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"there is no {self.kind} {self.found!r}"


def trouble_with(hall: Hall, screen: Screen, faces: Sequence[FaceKind]) -> Trouble | None:
    """Return what is wrong with a screen of a hall, ``None`` if it can be shown."""
    if screen.face not in faces:
        return Trouble("face", screen.face.value)
    lacks = lacking(hall, screen)
    if lacks is None:
        return None
    names = [each.id for each in hall.zones] if lacks[0] == "zone" else _window_names(hall)
    return Trouble(*lacks, tuple(names[:KNOWN_MOST]))


def no_such_screen(hall: Hall, name: str) -> Trouble:
    """Return what is wrong with a name that the hall gave no screen."""
    return Trouble("screen", name, tuple(each.name for each in hall.screens)[:KNOWN_MOST])


def trouble_lines(trouble: Trouble, speak: Speak, languages: Sequence[str]) -> Lines:
    """Return what is said of it."""
    return say_all(speak, languages, _SAYS[trouble.kind], found=trouble.found)


class WrongFace:
    """The page: what is wrong, what can be done; it goes by itself when the hall is changed."""

    qml = QML / "wrong" / "Wrong.qml"

    def __init__(self, trouble: Trouble, speak: Speak, languages: Sequence[str]) -> None:
        self._page = {
            "titles": plain(trouble_lines(trouble, speak, languages)),
            "advice": plain(say_all(speak, languages, words.SET_IT_UP)),
            "known": list(trouble.known),
        }

    @property
    def properties(self) -> Mapping[str, Any]:
        """The page, which never changes."""
        return {"page": self._page}

    def set_fault(self, line: str) -> None:
        """Nothing: the page has a fault of its own."""

    def start(self) -> None:
        """Nothing."""

    def stop(self) -> None:
        """Nothing."""


def _window_names(hall: Hall) -> list[str]:
    return [str(window.number) for window in hall.windows]
