"""The small sheets of the caller that the documents show: chosen states beside each other."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage

from caller.app import LANGUAGES
from core.app.hallfile import load
from core.domain.hall import Hall
from core.qt.fonts import prepare_fonts
from hallcall.halls import resolve
from hallcall.pictures import clerk_card, files
from hallcall.pictures.caller import SCENES, colours
from hallcall.pictures.desk import LOOKS, played


@dataclass(frozen=True, slots=True)
class Sheet:
    """States of one shape, in one look, since a picture has few colours.

    Attributes:
        pictures: Language and scene of each.
        width: Of each at most, px.
        hall: A shipped hall instead of the one that is asked for.
    """

    name: str
    pictures: tuple[tuple[str, str], ...]
    look: str = "light"
    columns: int = 4
    width: int = 420
    hall: str = ""


def _all(language: str, *scenes: str) -> tuple[tuple[str, str], ...]:
    return tuple((language, scene) for scene in scenes)


_PAGE = ("panel-called", "acts-list-serving", "panel-message", "panel-offline")
_DAY = ("sign-in-filled", "panel-free", "panel-called", "panel-serving")
_TROUBLE = ("panel-nobody-waits", "panel-paused", "panel-message", "panel-offline")
_ACTS = ("acts-list-serving", "acts-outcome", "acts-transfer", "acts-told-ticked")
_BESIDE = ("beside-line", "beside-windows", "beside-day", "beside-devices")
_BARS = ("bar-top-free", "bar-top-called", "bar-top-full", "bar-top-paused", "bar-top-offline")
_UPRIGHT = ("bar-left-free", "bar-left-called", "bar-left-full", "bar-left-paused", "bar-left-offline")
_FLOOR = ("supervisor-hall-zone", "guide-issue-done", "guide-find-found", "guide-slips")
CALLER = (
    Sheet("page", _all("zh", *_PAGE), width=315),
    Sheet("bar-called", _all("zh", "bar-top-called"), columns=1, width=1240),
    Sheet("day", _all("zh", *_DAY)),
    Sheet("trouble", _all("zh", *_TROUBLE)),
    Sheet("languages", (("zh", "panel-full"), ("bo", "panel-full"), ("en", "panel-full")), columns=3),
    Sheet(
        "dark", (*_all("zh", "panel-called", "panel-serving"), ("bo", "acts-list-serving")), "dark", columns=3
    ),
    Sheet("acts", _all("zh", *_ACTS)),
    Sheet("beside", _all("zh", *_BESIDE), columns=2, width=860),
    Sheet("bar", _all("zh", *_BARS), columns=1, width=1240),
    Sheet("bar-upright", (*_all("zh", *_UPRIGHT), ("bo", "bar-left-full")), columns=6, width=216),
    Sheet("large", _all("zh", "bar-top-called"), "large", columns=1, width=1240),
    Sheet("low", _all("zh", "low-called", "low-acts"), "large", columns=2, width=860),
    Sheet("floor", _all("zh", *_FLOOR), columns=2, width=860),
    Sheet("floor-dark", _all("zh", "supervisor-hall-zone"), "dark", columns=1, width=1100, hall="pingliang"),
)


def write_sheets(hall: Hall, folder: Path) -> int:
    """Write the caller's sheets into a folder; return how many there are.

    Raises:
        OSError: One cannot be written.
    """
    prepare_fonts(LANGUAGES)
    for sheet in CALLER:
        images = _images(load(resolve(sheet.hall)) if sheet.hall else hall, sheet)
        drawn = files.contact_sheet(images, sheet.columns, sheet.width)
        files.write(drawn, folder / f"{sheet.name}.png", colours(sheet.look))
    clerk_card.write(folder / "card.png")
    return len(CALLER) + 1


def _images(hall: Hall, sheet: Sheet) -> list[QImage]:
    scenes = {scene.name: scene for scene in SCENES}
    look = next(each for each in LOOKS if each.name == sheet.look)
    found = []
    for language, name in sheet.pictures:
        with played(hall, look, language, scenes[name]) as desk:
            if desk is not None:
                found.append(desk.picture())
    return found
