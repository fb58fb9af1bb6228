"""What a hall file says of its screens and their layouts: read, checked, written."""

from __future__ import annotations

import pytest

from core.app.hallfile import check, export, load
from core.domain.hall_json import hall_from_json, hall_to_json
from core.domain.layout import Cell, Colours, Form, Layout, Part
from core.domain.screen import FaceKind, Screen, Way, feed_filter, lacking
from tests.core.app.hallfile.small import MORE, broken

SECTION = """
[[screens]]
name = "hall"
shows = "hall"
masked_names = true
layout = "mine"
floor = 1
ways = { hall_1 = "left", evening = "up" }
media = "/srv/pictures"
media_sound = true
films = false

[[screens]]
list = [
  { name = "evening", shows = "zone", zone = "evening", inches = 55, metres = 9.5, rotate = 90 },
  { name = "W1-3", shows = "window", windows = "1-3", monitor = "HDMI-1", layout = "calls-only" },
  { name = "pad2", shows = "pad", windows = "2" },
  { name = "results", shows = "collect", zone = "hall_1" },
]

[[layouts]]
id = "mine"
form = "portrait"
letters = 1.2
colours = { back = "#000000", call = "#FFFFFF" }
rows = [
  { part = "header", size = 12 },
  { size = 60.5, columns = [
    { part = "hero", size = 60 },
    { size = 40, rows = [{ part = "calls", lines = 5, across = 2, names = false }, { part = "passed" }] },
  ] },
  { part = "notices", size = 8 },
]
"""
WITH = broken('id = "evening"', 'id = "evening"\nmasked_names = true', MORE) + SECTION
SCREENS = (
    Screen(
        "hall",
        names=True,
        layout="mine",
        floor=1,
        ways={"hall_1": Way.LEFT, "evening": Way.UP},
        media="/srv/pictures",
        media_sound=True,
        films=False,
    ),
    Screen("evening", zone="evening", inches=55, metres=9.5, rotate=90),
    Screen("W1-3", FaceKind.WINDOW, windows=(1, 2, 3), monitor="HDMI-1", layout="calls-only"),
    Screen("pad2", FaceKind.PAD, windows=(2,)),
    Screen("results", FaceKind.COLLECT, zone="hall_1"),
)
LAYOUT = Layout(
    "mine",
    Form.PORTRAIT,
    (
        Cell(12, Part.HEADER),
        Cell(
            60.5,
            columns=(
                Cell(60, Part.HERO),
                Cell(
                    40,
                    rows=(
                        Cell(part=Part.CALLS, lines=5, across=2, names=False),
                        Cell(part=Part.PASSED),
                    ),
                ),
            ),
        ),
        Cell(8, Part.NOTICES),
    ),
    Colours(back="#000000", call="#ffffff"),
    1.2,
)

# What is broken, what it becomes, the message's key, words of the line it points at, words of the message.
MISTAKES = [
    ('name = "evening",', 'name = "hall",', "hall.duplicate_screen", '"hall"', "already described in line"),
    ('name = "pad2"', 'name = "pad,2"', "hall.bad_screen_name", "pad,2", "a comma"),
    ('shows = "collect"', 'shows = "colect"', "hall.not_a_choice", "colect", 'did you mean "collect"?'),
    ('shows = "zone", zone = "evening"', 'shows = "zone"', "hall.screen_needs", "evening", 'needs "zone"'),
    ('shows = "hall"', 'shows = "hall"\nzone = "evening"', "hall.screen_lacks", "zone =", 'has no "zone"'),
    ('"results", sh', '"results", windows = "1", sh', "hall.screen_lacks", "results", 'has no "windows"'),
    ('"results", sh', '"results", media = "x", sh', "hall.screen_lacks", "results", 'has no "media"'),
    ('"results", sh', '"results", masked_names = true, sh', "hall.screen_lacks", "results", '"masked_names"'),
    (
        'id = "evening"\nmasked_names = true',
        'id = "evening"',
        "hall.names_off",
        "masked_names",
        "no zone whose calls it shows",
    ),
    (
        'shows = "window", windows = "1-3"',
        'shows = "window", windows = "1-3", masked_names = true',
        "hall.names_off",
        "W1-3",
        "under [[zones]]",
    ),
    ('"pad", windows = "2"', '"pad"', "hall.missing_key", "pad2", '"windows" is missing'),
    ('"pad", windows = "2"', '"pad", windows = "77"', "hall.unknown_name", "pad2", 'no window "77"'),
    (
        '"collect", zone = "hall_1"',
        '"collect", zone = "hall_2"',
        "hall.unknown_name",
        "hall_2",
        'did you mean "hall_1"?',
    ),
    ('ways = { hall_1 = "left"', 'ways = { hall_2 = "left"', "hall.unknown_name", "ways", 'zone "hall_2"'),
    ('hall_1 = "left"', 'hall_1 = "lift"', "hall.not_a_choice", "lift", 'did you mean "left"?'),
    ('layout = "mine"', 'layout = "mein"', "hall.unknown_name", "mein", 'did you mean "mine"?'),
    ("inches = 55", "inches = 5500", "hall.too_large", "5500", "300 or less"),
    ('id = "mine"', 'id = "calls-only"', "hall.ready_layout", "calls-only", "a ready layout"),
    ('{ part = "notices", size = 8 }', "{ size = 8 }", "hall.cell_holds_one", "size = 8", 'one of "part"'),
    ('part = "passed"', 'part = "pased"', "hall.not_a_choice", "pased", 'did you mean "passed"?'),
    ('back = "#000000"', 'back = "black"', "hall.bad_colour", "black", 'such as "#08252b"'),
    ('call = "#FFFFFF"', 'on_bar = "#777777"', "hall.poor_contrast", "#777777", '"on_bar" on "bar" has'),
    ("letters = 1.2", "letters = 3", "hall.too_large", "letters = 3", "0.5 to 2"),
    ("letters = 1.2", "letters = 0.1", "hall.too_small", "letters = 0.1", "0.5 to 2"),
    ("size = 60.5", "size = 0", "hall.too_small", "size = 0", "more than 0"),
    (
        '{ part = "notices", size = 8 }',
        "{ rows = [{ rows = [{ rows = [{ rows = [{ rows = [] }] }] }] }] }",
        "hall.too_deep",
        "rows = [{ rows",
        "more than 5 deep",
    ),
]
KEYS = {row[2] for row in MISTAKES}
"""Every sentence that has an example here."""


def test_screens_and_layouts_are_read_and_come_back_from_every_form() -> None:
    hall = load(WITH)
    assert hall.screens == SCREENS
    assert hall.layouts == (LAYOUT,)
    assert load(export(hall)) == hall
    assert hall_from_json(hall_to_json(hall)) == hall


def test_a_hall_that_says_nothing_has_none() -> None:
    hall = load(MORE)
    assert (hall.screens, hall.layouts) == ((), ())
    assert "[[screens" not in export(hall)


@pytest.mark.parametrize(("old", "new", "key", "line", "words"), MISTAKES)
def test_a_mistake_is_told_once_with_its_line(old: str, new: str, key: str, line: str, words: str) -> None:
    text = broken(old, new, WITH)
    found = [mistake for mistake in check(text) if mistake.key == key]
    assert len(found) == 1, check(text)
    assert line in text.split("\n")[found[0].line - 1]
    assert words in found[0].message


def test_a_line_tells_no_more_than_its_screens_need() -> None:
    window = Screen(face=FaceKind.WINDOW, windows=(3,))
    assert feed_filter((Screen(zone="tax"), Screen(zone="tax", layout="mine"))) == {"zone": "tax"}
    assert feed_filter((window,)) == {"window": "3"}
    assert feed_filter((window, Screen(zone="tax"))) == {}
    assert feed_filter((Screen(),)) == {}


def test_what_a_screen_names_and_the_hall_lacks() -> None:
    hall = load(WITH)
    assert lacking(hall, SCREENS[2]) is None
    assert lacking(hall, Screen(zone="harbour")) == ("zone", "harbour")
    assert lacking(hall, Screen(face=FaceKind.PAD, windows=(2, 77))) == ("window", "77")
