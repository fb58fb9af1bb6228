"""Scenes of what stands at a window: the screen above it, and the rating pad."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from core.client.reply import Answer
from core.domain.event import EventKind
from core.domain.hall import Hall, Window
from core.domain.screen import FaceKind, Screen
from hallcall.pictures.boards import LARGEST, connecting, with_notices
from hallcall.pictures.scene import with_names
from hallcall.pictures.wall import Play, Scene, Wall

ABOVE = ("small", "wide", "tall", "strip")
PADS = ("small", "upright")
PAD_INCHES = 7.0
_SIT = timedelta(seconds=2)
_QUIET = timedelta(minutes=2)
_CALL_AGAIN = timedelta(seconds=25)


def _wordiest(hall: Hall) -> Window:
    """Return the window with the longest name of a queue, of these the one with the largest number."""
    first = hall.languages[0]
    served = [each for each in hall.windows if each.queues]

    def longest(window: Window) -> tuple[int, int]:
        names = (hall.queue(each).name.get(first, "") for each in window.queues)
        return max(len(name) for name in names), window.number

    return max(served, key=longest)


def _above(hall: Hall) -> Screen:
    """Return the screen above the window with the largest number."""
    number = max(each.number for each in hall.windows if each.queues)
    return Screen(face=FaceKind.WINDOW, windows=(number,))


def _above_wordiest(hall: Hall) -> Screen:
    return Screen(face=FaceKind.WINDOW, windows=(_wordiest(hall).number,))


def _above_three(hall: Hall) -> Screen:
    numbers = sorted(each.number for each in hall.windows if each.queues)[-3:]
    return Screen(face=FaceKind.WINDOW, windows=tuple(numbers))


def _pad(hall: Hall) -> Screen:
    return Screen(face=FaceKind.PAD, windows=(_wordiest(hall).number,), inches=PAD_INCHES)


def free(wall: Wall) -> None:
    """Nobody is at the window."""
    wall.begin()
    for window in wall.windows:
        wall.window_does(EventKind.WINDOW_OPENED, window)
    wall.settle()


def calling(wall: Wall) -> None:
    """Somebody is called; the number flashes."""
    free(wall)
    for window in wall.windows:
        wall.call(window, LARGEST)
    wall.pass_time(timedelta(seconds=1))


def _named(name: str) -> Play:
    """Let who is called want the beginning of the name beside the number."""

    def play(wall: Wall) -> None:
        free(wall)
        for window in wall.windows:
            wall.call(window, LARGEST, name=name)
        wall.pass_time(timedelta(seconds=1))

    return play


def waits(wall: Wall) -> None:
    """Who was called has not come yet; nothing flashes any more."""
    calling(wall)
    wall.pass_time(_CALL_AGAIN)


def serving(wall: Wall) -> None:
    """Somebody is served."""
    calling(wall)
    for window in wall.windows:
        wall.start(window)
    wall.pass_time(_SIT)


def paused(wall: Wall) -> None:
    """The clerk is away for a while."""
    free(wall)
    pause = next((each.id for each in wall.hall.reasons if each.act == "pause"), "break")
    for window in wall.windows:
        wall.window_does(EventKind.WINDOW_PAUSED, window, reason=pause)
    wall.pass_time(_SIT)


def closed(wall: Wall) -> None:
    """Nobody works here today."""
    free(wall)
    for window in wall.windows:
        wall.window_does(EventKind.WINDOW_CLOSED, window)
    wall.pass_time(_SIT)


def quiet(wall: Wall) -> None:
    """Nothing has happened for a while: notices are told."""
    free(wall)
    wall.pass_time(_QUIET)


def not_live(wall: Wall) -> None:
    """The line is down while somebody is served."""
    serving(wall)
    wall.line.go_dark(wall.now)
    wall.pass_time(timedelta(minutes=4))


def each_of_them(wall: Wall) -> None:
    """Of three windows one calls, one serves, one pauses."""
    free(wall)
    first, second, third = wall.windows
    wall.call(first)
    wall.start(first)
    wall.window_does(EventKind.WINDOW_PAUSED, second, reason="")
    wall.call(third)
    wall.pass_time(timedelta(seconds=1))


def asked(wall: Wall) -> None:
    """A visitor was served, and is asked how it was."""
    serving(wall)
    wall.finish(wall.windows[0])
    wall.pass_time(_SIT)


def _touched(*touches: Callable[[Any], object]) -> Play:
    """Return what a visitor does who is asked."""

    def play(wall: Wall) -> None:
        asked(wall)
        for touch in touches:
            touch(wall.app.face.pad)  # type: ignore[attr-defined]
            wall.pass_time(_SIT)

    return play


def _kept(wall: Wall) -> None:
    """The rating is kept."""
    path = f"/api/windows/{wall.windows[0].number}/rate"
    wall.answer(path, Answer({"number": "A017", "leg": "t", "level": 5}))
    _touched(lambda pad: pad.pick(5))(wall)


def _scenes() -> Iterator[Scene]:
    states: tuple[tuple[str, Play], ...] = (
        ("free", free),
        ("calling", calling),
        ("waits", waits),
        ("serving", serving),
        ("paused", paused),
        ("closed", closed),
        ("not-live", not_live),
    )
    for name, play in states:
        yield Scene(f"window-{name}", play, _above, forms=ABOVE)
    yield Scene("window-name", _named("阿*"), _above, with_names, ABOVE)
    yield Scene("window-name-tibetan", _named("བསྒྲུབས་*"), _above, with_names, ABOVE)
    yield Scene("window-longest", calling, _above_wordiest, forms=ABOVE)
    yield Scene("window-notices", quiet, _above, with_notices, ABOVE)
    yield Scene("window-three", each_of_them, _above_three, forms=("wide", "strip"))
    yield Scene("window-connecting", connecting, _above, forms=ABOVE)
    wrong = Screen(face=FaceKind.WINDOW, windows=(999,))
    yield Scene("window-wrong", connecting, lambda _hall: wrong, forms=("small", "wide"))
    yield Scene("pad-rests", free, _pad, forms=PADS)
    yield Scene("pad-notices", free, _pad, with_notices, PADS)
    yield Scene("pad-serving", serving, _pad, forms=PADS)
    yield Scene("pad-paused", paused, _pad, forms=PADS)
    yield Scene("pad-asks", asked, _pad, forms=PADS)
    yield Scene("pad-reasons", _touched(lambda pad: pad.pick(1)), _pad, forms=PADS)
    yield Scene("pad-thanks", _kept, _pad, forms=PADS)
    yield Scene("pad-not-live", not_live, _pad, forms=PADS)
    yield Scene("pad-connecting", connecting, _pad, forms=PADS)


SCENES = tuple(_scenes())
