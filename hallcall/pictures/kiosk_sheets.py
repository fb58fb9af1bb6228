"""The small sheets of the kiosk that the documents show: chosen pages beside each other."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage

from core.domain.hall import Hall
from hallcall.pictures import files
from hallcall.pictures.kiosk import SCENES, SIZES, stage


@dataclass(frozen=True, slots=True)
class Sheet:
    """Pages of one shape.

    Attributes:
        pages: Language and scene of each.
        width: Of each, px.
    """

    name: str
    way: str
    pages: tuple[tuple[str, str], ...]
    columns: int = 5
    width: int = 340


def _all(language: str, *scenes: str) -> tuple[tuple[str, str], ...]:
    return tuple((language, scene) for scene in scenes)


_CHOOSING = ("zone", "departments", "matters", "search-found", "item-long")
_TAKING = ("confirm-all", "options-ticked", "phone-typed", "card-lay", "basket-five")
_NUMBER = ("result-done", "result-failed", "result-offline", "place-called", "place-passed")
_SEEING = (("zh", "home-large"), ("bo", "home-large"), ("zh", "home-low"), ("bo", "search-tibetan"))
_TROUBLE = ("home-no-printer", "home-offline", "home-evening", "notice-queue-closed", "out-of-service-silent")
KIOSK = (
    Sheet("languages", "portrait", (("zh", "home"), ("bo", "home"), ("en", "home"))),
    Sheet("choosing", "portrait", _all("zh", *_CHOOSING)),
    Sheet("taking", "portrait", _all("zh", *_TAKING)),
    Sheet("number", "portrait", _all("zh", *_NUMBER)),
    Sheet("seeing", "portrait", _SEEING),
    Sheet("trouble", "portrait", _all("zh", *_TROUBLE)),
    Sheet("landscape", "landscape", _all("zh", "home", "item-long", "result-done"), columns=3, width=560),
)


def write_sheets(hall: Hall, folder: Path) -> int:
    """Write the kiosk's sheets into a folder; return how many there are.

    Raises:
        OSError: One cannot be written.
    """
    for sheet in KIOSK:
        drawn = files.contact_sheet(_images(hall, sheet), sheet.columns, sheet.width)
        files.write(drawn, folder / f"{sheet.name}.png")
    return len(KIOSK)


def _images(hall: Hall, sheet: Sheet) -> list[QImage]:
    scenes = {scene.name: scene for scene in SCENES}
    with stage(hall, SIZES[sheet.way]) as shown:
        return [shown.picture() for language, name in sheet.pages if shown.show(scenes[name], language)]
