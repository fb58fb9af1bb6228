"""What a screen shows, in the words of ``hallcall pair --shows`` and of the pairing's approval."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.domain.errors import ShowsRefused
from core.domain.screen import FaceKind, Screen, Shows, lacking, screen_named

if TYPE_CHECKING:
    from core.domain.hall import Hall

WINDOW_MOST = 999
"""The largest number of a window: the voice has words, and the screens room, up to here."""

_OF_WINDOWS = {Shows.WINDOW.value: FaceKind.WINDOW, Shows.PAD.value: FaceKind.PAD}
_WORDS = frozenset(each.value for each in Shows)


def window_number(text: str) -> int | None:
    """Return the number of a window, ``None`` for what is none."""
    known = text.isascii() and text.isdecimal() and 1 <= int(text) <= WINDOW_MOST
    return int(text) if known else None


def read_shows(words: str) -> tuple[Screen | str, ...]:
    """Return what the words ask for: screens, and names of those that the hall describes.

    Args:
        words: ``hall``, ``zone:ID``, ``window:3``, ``pad:3``, ``collect`` or names of ``[[screens]]``, with
            commas between; empty: nothing.

    Raises:
        ShowsRefused: Some of it is none of these.
    """
    if not words.strip():
        return ()
    return tuple(_read_one(each.strip()) for each in words.split(","))


def check_shows(hall: Hall, name: str, words: str) -> None:
    """See that a hall has what a screen of that name is to show.

    Raises:
        ShowsRefused: The words are wrong, or the hall has no such zone, window or screen.
    """
    for each in read_shows(words) or (name,):
        if isinstance(each, str):
            if screen_named(hall, each) is None:
                raise ShowsRefused(found=each, kind="screen")
        elif lacks := lacking(hall, each):
            raise ShowsRefused(found=lacks[1], kind=lacks[0])


def _read_one(word: str) -> Screen | str:
    what, colon, which = (part.strip() for part in word.partition(":"))
    if not colon:
        return _plain(word)
    if what == Shows.ZONE.value and which:
        return Screen(zone=which)
    face = _OF_WINDOWS.get(what)
    window = window_number(which)
    if face is None or window is None:
        raise ShowsRefused(found=word, kind="words")
    return Screen(face=face, windows=(window,))


def _plain(word: str) -> Screen | str:
    if word == Shows.HALL.value:
        return Screen()
    if word == Shows.COLLECT.value:
        return Screen(face=FaceKind.COLLECT)
    if not word or word in _WORDS:
        raise ShowsRefused(found=word, kind="words")
    return word
