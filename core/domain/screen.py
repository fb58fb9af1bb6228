"""The public screens of a hall: what each one shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.domain.hall import Hall


class FaceKind(StrEnum):
    """What a screen is."""

    BOARD = "board"
    """The latest calls of a zone, or of the whole hall."""
    WINDOW = "window"
    """The screen above one window."""
    PAD = "pad"
    """The rating pad at a window (评价器)."""
    COLLECT = "collect"
    """Whose result can be collected (领证)."""


class Shows(StrEnum):
    """The words of the hall file for what a screen shows."""

    HALL = "hall"
    ZONE = "zone"
    WINDOW = "window"
    PAD = "pad"
    COLLECT = "collect"


class Way(StrEnum):
    """Where visitors go from a screen."""

    LEFT = "left"
    RIGHT = "right"
    AHEAD = "ahead"
    BACK = "back"
    UP = "up"
    DOWN = "down"


INCHES_MOST = 300
METRES_MOST = 50


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen: a window of the program on one monitor.

    Attributes:
        name: What it is started with (``--screen``); ``""`` for one that the hall does not name.
        zone: Id of the zone; ``""``: the whole hall.
        windows: The windows that it stands above: of a window screen or a pad one or more, else none.
        layout: Id of a layout of the hall or of a ready one; ``""``: chosen by the screen's form.
        names: Whether masked names are shown beside numbers, where the core has them.
        inches: Diagonal of the lit panel; 0: as the monitor says.
        metres: From how far it is read; 0: as usual for the face.
        floor: The floor it hangs on, ``None`` if it is not told.
        ways: Where to go from it, by id of the zone.
        rotate: The picture is turned clockwise by so many degrees: 0, 90, 180 or 270.
        media: Folder of the pictures and films beside its calls, on its own machine.
        media_sound: Whether those films are heard.
        films: Whether films are played; else the folder's pictures only.
        monitor: On which monitor it is, by number or name; ``""``: as the command says.
    """

    name: str = ""
    face: FaceKind = FaceKind.BOARD
    zone: str = ""
    windows: tuple[int, ...] = ()
    layout: str = ""
    names: bool = False
    inches: float = 0.0
    metres: float = 0.0
    floor: int | None = None
    ways: Mapping[str, Way] = field(default_factory=dict)
    rotate: int = 0
    media: str = ""
    media_sound: bool = False
    films: bool = True
    monitor: str = ""

    @property
    def shows(self) -> Shows:
        """What it shows, as the hall file says it."""
        if self.face is FaceKind.BOARD:
            return Shows.ZONE if self.zone else Shows.HALL
        return Shows(self.face.value)


def screen_named(hall: Hall, name: str) -> Screen | None:
    """Return the screen of that name, ``None`` if the hall has none."""
    return next((each for each in hall.screens if each.name == name), None)


def lacking(hall: Hall, screen: Screen) -> tuple[str, str] | None:
    """Return the first thing of a screen that the hall does not have: ``("zone" or "window", which)``."""
    if screen.zone and all(each.id != screen.zone for each in hall.zones):
        return "zone", screen.zone
    numbers = {window.number for window in hall.windows}
    missing = next((each for each in screen.windows if each not in numbers), None)
    return None if missing is None else ("window", str(missing))


def feed_filter(screens: tuple[Screen, ...]) -> dict[str, str]:
    """Return the narrowest filter of the feed that tells everything these screens show."""
    filters = {_filter(each) for each in screens}
    only = filters.pop() if len(filters) == 1 else None
    return {only[0]: only[1]} if only else {}


def _filter(screen: Screen) -> tuple[str, str] | None:
    if screen.face in (FaceKind.WINDOW, FaceKind.PAD) and len(screen.windows) == 1:
        return "window", str(screen.windows[0])
    return ("zone", screen.zone) if screen.zone else None
