"""Every scene of the display: no text cut, over another or off its panel; boards are read as thumbnails.

Here each scene is looked at in one hall, language and panel, the next one in the next; all of them in all
with ``HALLCALL_ALL_PICTURES=1``.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from itertools import cycle, islice, product

import pytest

from core.app.hallfile import load
from core.domain.hall import Hall
from hallcall.demo.hands import items
from hallcall.halls import resolve
from hallcall.pictures.display import SCENES, quieten
from hallcall.pictures.display_sheets import DISPLAY
from hallcall.pictures.wall import FORMS, Scene, Wall, put_up
from tests.display.fit import ink, misfits
from tests.display.shrunk import read_shrunk
from tests.support.qml import find

ALL = bool(os.environ.get("HALLCALL_ALL_PICTURES"))
HALLS = ("lhasa", "pingliang", "dazi", "longnan", "yuzhong")
LOOKED_AT = (
    ("lhasa", "wide", "bo"),
    ("pingliang", "tall", "en"),
    ("lhasa", "tall", "zh"),
    ("pingliang", "wide", "zh"),
    ("lhasa", "tall", "bo"),
)
"""Five, which no repetition in the table of scenes is in step with."""
LEAST_PX = 8
"""Digits of so many pixels are told apart."""
LEAST_CONTRAST = 4.5
LEGIBLE = ("few", "burst", "recall", "thousands", "served", "not-live")
"""Scenes that show calls."""

BY_BOX = re.compile(r"^reason:\S+:words .* leaves")
"""The ink of several rows is an estimate, too large in a narrow key; the pad's tests look at the boxes."""

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.logs("there is no")]


@cache
def hall_of(name: str) -> Hall:
    return load(resolve(name))


@pytest.fixture(scope="module", autouse=True)
def _fonts(qapp: object) -> None:
    quieten()


def looks() -> Iterator[tuple[Scene, str, str, str]]:
    """Yield each scene with the halls, panels and languages in which it is looked at."""
    if ALL:
        for scene, name in product(SCENES, HALLS):
            for form, language in product(scene.forms, hall_of(name).languages):
                yield scene, name, form, language
        return
    ways = cycle(LOOKED_AT)
    for scene in SCENES:
        for name, form, language in islice(ways, 1):
            yield scene, name, form if form in scene.forms else scene.forms[0], language


def wrong_with(scene: Scene, name: str, form: str, language: str) -> list[str]:
    """Return what does not fit; nothing where the hall has none of the scene."""
    with put_up(hall_of(name), language, scene, form) as wall:
        found = misfits(wall.app.view) if wall is not None else []
    return [f"{name} {form} {language} {scene.name}: {each}" for each in found if not BY_BOX.search(each)]


@pytest.mark.parametrize("part", range(4))
def test_every_scene_is_well_laid_out(part: int) -> None:
    found = [wrong for look in list(looks())[part::4] for wrong in wrong_with(*look)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", HALLS)
def test_the_longest_names_of_a_halls_queues_fit(name: str) -> None:
    hall = hall_of(name)
    found = [
        wrong
        for language, form in zip(hall.languages, cycle(("tall", "wide")), strict=False)
        for wrong in wrong_with(scene_named("zone-longest"), name, form, language)
    ]
    assert not found, "\n".join(found)


def scene_named(name: str) -> Scene:
    return next(scene for scene in SCENES if scene.name == name)


def unread(wall: Wall) -> list[str]:
    """Return the numbers and windows of a board that a thumbnail of it does not tell."""
    picture = wall.picture()
    telling = ("heroNumber", "windowNumber", "number", "window")
    texts = [each for each in items(wall.app.view) if each.objectName() in telling and each.property("text")]
    assert len(texts) > 2, "a board without calls"
    read = [read_shrunk(picture, each) for each in texts]
    return [
        str(each)
        for each in read
        if each.likeliest != each.text or each.height < LEAST_PX or each.contrast < LEAST_CONTRAST
    ]


@pytest.mark.parametrize(
    ("name", "form", "scene"),
    [
        ("lhasa", "wide", "hall-burst"),
        ("lhasa", "tall", "zone-few"),
        ("pingliang", "wide", "hall-thousands"),
        ("pingliang", "tall", "hall-recall"),
        ("pingliang", "wide", "hall-not-live"),
    ],
)
def test_a_board_of_320_px_still_tells_number_and_window(name: str, form: str, scene: str) -> None:
    hall = hall_of(name)
    with put_up(hall, hall.languages[0], scene_named(scene), form) as wall:
        assert wall is not None
        assert unread(wall) == []


def test_every_scene_has_a_name_of_its_own_and_the_sheets_know_them() -> None:
    names = [scene.name for scene in SCENES]
    assert len(set(names)) == len(names)
    assert {scene for sheet in DISPLAY for _, _, scene in sheet.pictures} <= set(names)
    assert {form for scene in SCENES for form in scene.forms} <= set(FORMS)


# --- the checker can fail ---------------------------------------------------------------------------


@pytest.fixture
def few() -> Iterator[Wall]:
    with put_up(hall_of("lhasa"), "zh", scene_named("zone-few"), "wide") as wall:
        assert wall is not None
        yield wall


def test_the_checker_sees_a_number_that_is_not_what_it_says(few: Wall) -> None:
    number = find(few.app.view, "heroNumber")
    picture = few.picture()
    text = str(number.property("text"))
    number.setProperty("text", text[:-1] + "5")
    assert ink(number).isValid()
    read = read_shrunk(picture, number)
    assert (read.text, read.likeliest) == (text[:-1] + "5", text)


def test_the_checker_sees_small_digits(few: Wall) -> None:
    few.app.view.resize(few.app.view.size() / 4)
    few.settle()
    number = find(few.app.view, "heroNumber")
    before = read_shrunk(few.picture(), number).height
    number.setProperty("size", float(number.property("size")) / 8)
    few.settle()
    assert read_shrunk(few.picture(), number).height < before / 4
