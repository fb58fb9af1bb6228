"""The small sheets of the display that the documents show: chosen screens beside each other."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage

from core.app.hallfile import load
from core.domain.hall import Hall
from hallcall.halls import resolve
from hallcall.pictures import files
from hallcall.pictures.display import SCENES, colours, quieten
from hallcall.pictures.wall import put_up

THUMBNAIL = 320
"""A board shrunk to so many px still tells number and window."""
Shown = tuple[str, str, str]
"""Form, language and scene."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Screens beside and below each other.

    Attributes:
        width: Of each at most, px.
        hall: A shipped hall instead of the one that is asked for.
    """

    name: str
    pictures: tuple[Shown, ...]
    columns: int = 2
    width: int = 720
    hall: str = ""


def _wide(language: str, *scenes: str) -> tuple[Shown, ...]:
    return tuple(("wide", language, scene) for scene in scenes)


def _tall(language: str, *scenes: str) -> tuple[Shown, ...]:
    return tuple(("tall", language, scene) for scene in scenes)


_STATES = ("hall-quiet", "zone-recall", "zone-passed", "zone-paused", "hall-not-live", "hall-notices")
_WRONG = ("hall-connecting", "wrong-zone", "hall-no-font")
_ABOVE = ("free", "calling", "serving", "paused", "closed", "not-live")
_PAD = ("pad-rests", "pad-serving", "pad-asks", "pad-reasons")
_COLLECT = ("collect-few", "collect-new", "collect-many", "zone-results")
_JOINING = ("pairing-code", "pairing-refused", "pairing-not-reached")
_THUMBNAILS = ("hall-few", "zone-few", "hall-burst", "zone-burst")
DISPLAY = (
    Sheet("boards", _wide("zh", "hall-few", "zone-few", "hall-burst", "zone-burst")),
    Sheet("states", _wide("zh", *_STATES)),
    Sheet("languages", tuple(("wide", each, "zone-few") for each in ("zh", "bo", "en")), 3, 560),
    Sheet("names", (*_wide("zh", "zone-names"), *_wide("bo", "hall-names"))),
    Sheet("upright", (*_tall("zh", "hall-burst", "zone-few"), *_tall("bo", "zone-thousands")), 3, 400),
    Sheet("large", _wide("zh", "hall-burst", "hall-upstairs"), hall="pingliang"),
    Sheet("window", tuple(("small", "zh", f"window-{each}") for each in _ABOVE), 3, 480),
    Sheet("windows", (("wide", "zh", "window-three"), ("strip", "bo", "window-longest")), 1, 960),
    Sheet("pads", tuple(("small", "zh", each) for each in _PAD), 4, 400),
    Sheet("pads-tibetan", tuple(("upright", "bo", each) for each in _PAD), 4, 300),
    Sheet("collect", _wide("zh", *_COLLECT)),
    Sheet(
        "collect-upright",
        (*_tall("bo", "collect-new"), *_tall("zh", "collect-long", "zone-results-upright")),
        3,
        400,
    ),
    Sheet("media", _wide("zh", "zone-media", "zone-windows")),
    Sheet("joining", _wide("zh", *_JOINING), 3, 560),
    Sheet("wrong", _wide("zh", *_WRONG), 3, 560),
    Sheet("thumbnails", _wide("zh", *_THUMBNAILS), 4, THUMBNAIL),
)


def write_sheets(hall: Hall, folder: Path) -> int:
    """Write the display's sheets into a folder; return how many there are.

    Raises:
        OSError: One cannot be written.
    """
    quieten()
    for sheet in DISPLAY:
        images = _images(load(resolve(sheet.hall)) if sheet.hall else hall, sheet)
        drawn = files.contact_sheet(images, sheet.columns, sheet.width)
        files.write(drawn, folder / f"{sheet.name}.png", colours(sheet.name))
    return len(DISPLAY)


def _images(hall: Hall, sheet: Sheet) -> list[QImage]:
    scenes = {scene.name: scene for scene in SCENES}
    found = []
    for form, language, name in sheet.pictures:
        with put_up(hall, language, scenes[name], form) as wall:
            if wall is not None:
                found.append(wall.picture())
    return found
