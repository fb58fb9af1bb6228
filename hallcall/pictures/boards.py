"""Scenes of the boards: of the hall and of a zone."""

from __future__ import annotations

import atexit
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from core.domain.event import EventKind
from core.domain.hall import Hall
from core.domain.layout import Cell, Form, Layout, Part
from core.domain.notice import Notice
from core.domain.screen import Screen
from core.qt.fonts import missing_font_line
from hallcall.pictures.scene import with_names
from hallcall.pictures.wall import Play, Scene, Wall

FOUR = ("wide", "tall", "4k")
BURST = 40
_DRAWN_WITHIN_S = 20.0
"""Another program draws the pictures beside the calls."""
LARGEST = 1996
"""Four digits: the series of a day goes past 999."""


def hall_board(_hall: Hall) -> Screen:
    """Return the whole hall's board."""
    return Screen()


def zone_of(hall: Hall) -> str:
    """Return the zone with the most windows."""
    return max(
        hall.zones, key=lambda zone: sum(each.zone == zone.id and bool(each.queues) for each in hall.windows)
    ).id


def zone_board(hall: Hall) -> Screen:
    """Return the board of the zone with the most windows."""
    return Screen(zone=zone_of(hall))


def _few_windows(hall: Hall) -> Screen:
    """Return the board of a zone that names its queues, the one with the longest name."""
    longest = max(hall.queues, key=lambda each: len(each.name.get(hall.languages[0], "")))
    return Screen(zone=longest.zone)


def connecting(wall: Wall) -> None:
    """Know nothing of the hall yet."""
    wall.settle()


def quiet(wall: Wall) -> None:
    """Nobody was called yet."""
    wall.begin()


def few(wall: Wall) -> None:
    """Some were called one after the other, the last one just now."""
    wall.begin()
    shown = wall.windows
    for place in range(5):
        window = shown[place * 3 % len(shown)]
        wall.call(window)
        wall.pass_time()
        if place < 3:
            wall.start(window)
    wall.call(shown[1 % len(shown)])
    wall.pass_time(timedelta(seconds=1))


def served(wall: Wall) -> None:
    """Everybody who was called is at the window."""
    wall.begin()
    for window in wall.windows[:9]:
        wall.call(window)
        wall.pass_time()
        wall.start(window)
    wall.pass_time(timedelta(seconds=1))


def burst(wall: Wall) -> None:
    """Many are called in one moment."""
    few(wall)
    shown = wall.windows
    for place in range(BURST):
        wall.call(shown[place % len(shown)])
    wall.pass_time(timedelta(seconds=1))


def recall(wall: Wall) -> None:
    """An earlier call flashes again where it stands."""
    wall.begin()
    shown = wall.windows
    for window in shown[:5]:
        wall.call(window)
        wall.pass_time()
    wall.recall(shown[2 % len(shown)])
    wall.pass_time(timedelta(seconds=1))


def thousands(wall: Wall) -> None:
    """Numbers of four digits, at the windows with the largest numbers."""
    wall.begin()
    for place, window in enumerate(wall.windows[:12]):
        wall.call(window, LARGEST + place)
        wall.pass_time()


def longest(wall: Wall) -> bool | None:
    """The queues with the longest names are called."""
    wall.begin()
    first = wall.hall.languages[0]
    shown = {queue for window in wall.windows for queue in window.queues}
    queues = sorted(shown, key=lambda each: -len(wall.hall.queue(each).name.get(first, "")))
    for queue in reversed(queues[:8]):
        window = next(each for each in wall.windows if queue in each.queues)
        wall.call(window, queue=queue)
        wall.pass_time()
    return None if queues else False


def passed(wall: Wall) -> None:
    """Some numbers were passed."""
    wall.begin()
    wall.passed(14)
    wall.line.went_live.emit()
    for window in wall.windows[:6]:
        wall.call(window)
        wall.pass_time()


def paused(wall: Wall) -> None:
    """Every third window pauses."""
    few(wall)
    pause = next((each.id for each in wall.hall.reasons if each.act == "pause"), "break")
    for window in wall.windows[::3]:
        wall.window_does(EventKind.WINDOW_PAUSED, window, reason=pause)


def not_live(wall: Wall) -> None:
    """The line is down since four minutes."""
    few(wall)
    wall.pass_time()
    wall.line.go_dark(wall.now)
    wall.pass_time(timedelta(minutes=4))


def no_font(wall: Wall) -> None:
    """A script of the hall has no font on this machine."""
    few(wall)
    wall.app.set_fault(missing_font_line(("bo",)))


NAMES = ("张*", "", "བསྒྲུབས་*", "阿*", "欧*", "བཀྲ་*", "W*", "洛*", "央*")
"""Who is called; one in the longest Tibetan syllable, one who did not want it."""


def named(wall: Wall) -> None:
    """Most of those who were called wanted the beginning of their names beside the number."""
    wall.begin()
    for place, name in enumerate(reversed(NAMES)):
        wall.call(wall.windows[place % len(wall.windows)], LARGEST - 1980 + place, name=name)
        wall.pass_time()


def named_burst(wall: Wall) -> None:
    """Many are called in one moment, most with the beginnings of their names."""
    named(wall)
    shown = wall.windows
    for place in range(BURST):
        wall.call(shown[place % len(shown)], name=NAMES[place % len(NAMES)])
    wall.pass_time(timedelta(seconds=1))


NOTICES = (
    {
        "zh": "今日 17:00 停止取号，请合理安排时间。",
        "bo": "དེ་རིང་ཆུ་ཚོད་ 17:00 ནས་ཨང་རྟགས་ལེན་མཚམས་འཇོག",
        "en": "No numbers are given after 17:00 today.",
    },
    {
        "zh": "高温天气，一楼大厅备有饮用水和防暑药品。",
        "bo": "ཚ་བ་ཆེ་བས་ཐོག་བརྩེགས་དང་པོར་འཐུང་ཆུ་ཡོད།",
        "en": "Drinking water is on the ground floor.",
    },
)


def with_notices(hall: Hall) -> Hall:
    """Return the hall with something to tell."""
    return replace(hall, notices=tuple(Notice(text) for text in NOTICES))


def _with(*parts: Part, form: Form = Form.LANDSCAPE) -> Callable[[Hall], Hall]:
    """Return what gives a hall a layout with more parts beside the calls, or below them."""
    more = tuple(Cell(1, part) for part in parts)
    flat = (Cell(70, columns=(Cell(66, Part.CALLS, lines=6), Cell(34, rows=more))),)
    high = Cell(40, Part.CALLS), Cell(30, rows=more)
    middle = flat if form is Form.LANDSCAPE else high
    rows = (Cell(13, Part.HEADER), *middle, Cell(17, Part.WAITING), Cell(7, Part.NOTICES))
    layout = Layout("pictured", form, rows)
    return lambda hall: replace(hall, layouts=(layout,))


@cache
def _photograph() -> str:
    """Return a folder with one picture, as a hall would put there; it goes with the program."""
    folder = mkdtemp(prefix="hallcall-pictures-")
    atexit.register(rmtree, folder, ignore_errors=True)
    image = QImage(1280, 800, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    sky = QLinearGradient(0, 0, 0, 800)
    for at, colour in ((0.0, "#2f6fb5"), (0.55, "#c9e2f2"), (0.56, "#7a9a5a"), (1.0, "#3d5a35")):
        sky.setColorAt(at, QColor(colour))
    painter.fillRect(image.rect(), sky)
    painter.setBrush(QColor("#e9eef2"))
    peaks = ((60, 450), (330, 130), (520, 330), (760, 90), (1210, 450))
    painter.drawPolygon([QPoint(*each) for each in peaks])
    painter.end()
    image.save(str(Path(folder) / "mountains.png"))
    return folder


def media(wall: Wall) -> None:
    """A picture of the hall's own stands beside the calls."""
    few(wall)
    drawn: list[None] = []
    wall.app.face.media.drew.connect(lambda: drawn.append(None))  # type: ignore[attr-defined]
    began = time.monotonic()
    while not drawn and time.monotonic() - began < _DRAWN_WITHIN_S:
        wall.settle()
        time.sleep(0.02)


def _pictured(hall: Hall) -> Screen:
    return Screen(zone=zone_of(hall), layout="pictured")


def _with_media(hall: Hall) -> Screen:
    return Screen(zone=zone_of(hall), layout="pictured", media=_photograph())


def _upstairs(hall: Hall) -> Screen | None:
    """Return a board on the ground floor of a hall with more floors."""
    floors = {each.floor for each in hall.zones if each.floor is not None}
    return Screen(floor=min(floors)) if len(floors) > 1 else None


def _of_both(name: str, play: Play, forms: tuple[str, ...] = ("wide", "tall")) -> Iterator[Scene]:
    yield Scene(f"hall-{name}", play, hall_board, forms=forms)
    yield Scene(f"zone-{name}", play, zone_board, forms=forms)


def _scenes() -> Iterator[Scene]:
    yield from _of_both("quiet", quiet)
    yield from _of_both("few", few, FOUR)
    yield from _of_both("served", served)
    yield from _of_both("burst", burst, FOUR)
    yield from _of_both("recall", recall)
    yield from _of_both("thousands", thousands)
    yield from _of_both("paused", paused)
    yield from _of_both("not-live", not_live)
    yield Scene("hall-names", named, lambda _hall: Screen(names=True), with_names, FOUR)
    yield Scene("zone-names", named, zone_board, with_names, FOUR)
    yield Scene("zone-names-burst", named_burst, zone_board, with_names)
    yield Scene("hall-names-burst", named_burst, lambda _hall: Screen(names=True), with_names)
    yield Scene("zone-longest-names", named, _few_windows, with_names)
    yield Scene("zone-longest", longest, _few_windows)
    yield Scene("zone-few-windows", few, lambda hall: Screen(zone=hall.zones[-1].id))
    yield Scene("zone-passed", passed, _few_windows)
    yield Scene("hall-notices", few, hall_board, with_notices)
    yield Scene("hall-upstairs", few, _upstairs)
    yield Scene("hall-connecting", connecting, hall_board)
    yield Scene("hall-no-font", no_font, hall_board)
    yield Scene("zone-windows", paused, _pictured, _with(Part.WINDOWS, Part.CLOCK), ("wide",))
    yield Scene("zone-media", media, _with_media, _with(Part.MEDIA, Part.CLOCK), ("wide", "4k"))
    upright = _with(Part.MEDIA, form=Form.PORTRAIT)
    yield Scene("zone-media-upright", media, _with_media, upright, ("tall",))
    yield Scene("wrong-zone", connecting, lambda _hall: Screen(zone="nowhere"))
    yield Scene("wrong-name", connecting, lambda _hall: "W9")


SCENES = tuple(_scenes())
