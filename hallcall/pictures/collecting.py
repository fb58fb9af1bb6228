"""Scenes of the list of results (领证): on a screen of its own, and as a part of a board."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial

from core.domain.hall import Hall
from core.domain.layout import Cell, Form, Layout, Part
from core.domain.screen import FaceKind, Screen
from hallcall.pictures.boards import connecting, with_notices, zone_of
from hallcall.pictures.usual import NOW
from hallcall.pictures.wall import Scene, Wall

FORMS = ("wide", "tall", "4k", "small")
_MINUTE = timedelta(minutes=1)
_YESTERDAY = NOW.date() - timedelta(days=1)


def _of_hall(_hall: Hall) -> Screen:
    return Screen(face=FaceKind.COLLECT)


def _of_zone(hall: Hall) -> Screen:
    return Screen(face=FaceKind.COLLECT, zone=zone_of(hall))


def none_yet(wall: Wall) -> None:
    """Nothing is ready."""
    wall.begin()


def ready(wall: Wall, count: int, text: str = "{prefix}{at:03d}") -> None:
    """So many are ready; some since yesterday, some at any window of their queue."""
    wall.begin()
    for at in range(count):
        window = wall.windows[at * 5 % len(wall.windows)]
        queue = window.queues[0]
        number = text.format(prefix=wall.hall.queue(queue).prefix, at=at * 13 % 900 + 17)
        any_window = queue if at % 5 == 2 else ""
        wall.result_ready(number, window, queue=any_window, day=_YESTERDAY if at % 4 == 1 else None)
    wall.pass_time(_MINUTE)


def new(wall: Wall) -> None:
    """One has just become ready: it flashes."""
    ready(wall, 7)
    window = wall.windows[0]
    wall.result_ready(f"{wall.hall.queue(window.queues[0]).prefix}108", window)
    wall.pass_time(timedelta(seconds=1))


def not_live(wall: Wall) -> None:
    """The line is down since four minutes."""
    ready(wall, 5)
    wall.line.go_dark(wall.now)
    wall.pass_time(timedelta(minutes=4))


def on_a_board(wall: Wall) -> None:
    """Calls, and beside them what can be collected."""
    ready(wall, 6)
    for window in wall.windows[:4]:
        wall.call(window)
        wall.pass_time()


def _with_results(hall: Hall) -> Hall:
    """Return the hall with layouts that have room for results."""
    calls, results = Cell(52, Part.CALLS, lines=5), Cell(48, Part.COLLECT)
    bars = Cell(13, Part.HEADER), Cell(8, Part.NOTICES)
    flat = Layout("results", Form.LANDSCAPE, (bars[0], Cell(79, columns=(calls, results)), bars[1]))
    high = Layout("results-upright", Form.PORTRAIT, (bars[0], calls, results, bars[1]))
    return replace(hall, layouts=(flat, high))


def _board(hall: Hall, layout: str) -> Screen:
    return Screen(zone=zone_of(hall), layout=layout)


def _scenes() -> Iterator[Scene]:
    yield Scene("collect-none", none_yet, _of_hall, forms=FORMS)
    yield Scene("collect-few", partial(ready, count=4), _of_hall, forms=FORMS)
    yield Scene("collect-many", partial(ready, count=60), _of_hall, forms=FORMS)
    yield Scene("collect-new", new, _of_zone, forms=FORMS)
    long = partial(ready, count=9, text="{prefix}J(2026)117-{at:03d}")
    yield Scene("collect-long", long, _of_hall, forms=("wide", "tall"))
    yield Scene("collect-not-live", not_live, _of_hall, forms=("wide", "tall"))
    yield Scene("collect-notices", partial(ready, count=5), _of_hall, with_notices, ("wide", "tall"))
    yield Scene("collect-connecting", connecting, _of_hall, forms=("wide", "tall"))
    wide, tall = partial(_board, layout="results"), partial(_board, layout="results-upright")
    yield Scene("zone-results", on_a_board, wide, _with_results, ("wide",))
    yield Scene("zone-results-upright", on_a_board, tall, _with_results, ("tall",))


SCENES = tuple(_scenes())
