"""What the command line of the display asks for."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from core.domain.screen import FaceKind, Screen
from display.faces import FACES
from display.media.settings import MediaSettings
from hallcall.display_options import (
    add_media,
    add_screens,
    cannot_show,
    faces_with,
    media_desk,
    wanted_screens,
)


def parse(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser(exit_on_error=False)
    add_screens(parser)
    return parser.parse_args(words)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ((), (Screen(),)),
        (("--zone", "tax"), (Screen(zone="tax"),)),
        (
            ("--window", "3,4"),
            (Screen(face=FaceKind.WINDOW, windows=(3,)), Screen(face=FaceKind.WINDOW, windows=(4,))),
        ),
        (("--pad", "3"), (Screen(face=FaceKind.PAD, windows=(3,)),)),
        (("--collect",), (Screen(face=FaceKind.COLLECT),)),
        (("--screen", "east, west"), ("east", "west")),
    ],
)
def test_the_screens_that_are_asked_for(words: tuple[str, ...], wanted: tuple[Screen | str, ...]) -> None:
    assert wanted_screens(parse(*words)) == wanted


@pytest.mark.parametrize(
    "words", [("--window", "0"), ("--window", "3,x"), ("--pad", "1000"), ("--screen", "a,,b")]
)
def test_what_is_no_window_or_name_is_refused(words: tuple[str, ...]) -> None:
    with pytest.raises(argparse.ArgumentError, match="not"):
        parse(*words)


def test_a_board_can_be_shown() -> None:
    assert cannot_show((Screen(zone="tax"), "east")) == ""


@pytest.mark.parametrize(
    ("words", "settings"),
    [
        ((), MediaSettings()),
        (("--media", "/p", "--media-sound"), MediaSettings(Path("/p"), sound=True)),
        (("--media", "/p", "--no-films"), MediaSettings(Path("/p"), films=False)),
    ],
)
def test_the_pictures_and_films_of_this_machine(
    words: tuple[str, ...], settings: MediaSettings, qapp: object
) -> None:
    parser = argparse.ArgumentParser()
    add_media(parser)
    desk = media_desk(parser.parse_args(words), voice=True)
    assert desk.settings == settings
    # The calls of the feed turn nothing down where this program has the voice.
    assert desk.speaking is False
    assert media_desk(parser.parse_args(words)).speaking is None
    assert set(faces_with(desk)) == set(FACES)
