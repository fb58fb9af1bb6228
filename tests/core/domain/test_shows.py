"""What a screen shows, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.domain.errors import ShowsRefused
from core.domain.screen import FaceKind, Screen
from core.domain.shows import check_shows, read_shows
from tests.support.halls import lhasa_like


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("", ()),
        ("  ", ()),
        ("hall", (Screen(),)),
        ("zone:social", (Screen(zone="social"),)),
        (
            "window:3,window: 4",
            (Screen(face=FaceKind.WINDOW, windows=(3,)), Screen(face=FaceKind.WINDOW, windows=(4,))),
        ),
        ("pad:12", (Screen(face=FaceKind.PAD, windows=(12,)),)),
        ("collect, west-door", (Screen(face=FaceKind.COLLECT), "west-door")),
    ],
)
def test_words_are_read(words: str, shown: tuple[Screen | str, ...]) -> None:
    assert read_shows(words) == shown


@pytest.mark.parametrize(
    "words", ["window:0", "window:x", "window:1000", "moon:3", "hall:3", ",", "pad", "zone:", "zone"]
)
def test_what_is_no_such_word_is_refused(words: str) -> None:
    with pytest.raises(ShowsRefused):
        read_shows(words)


def test_a_hall_has_what_it_describes() -> None:
    hall = replace(lhasa_like(), screens=(Screen(name="west", zone="social"),))
    check_shows(hall, "west", "")
    check_shows(hall, "other", "west, hall, zone:business")
    with pytest.raises(ShowsRefused) as refused:
        check_shows(hall, "other", "")
    assert refused.value.params == {"found": "other", "kind": "screen"}
