"""Every state of the caller: nothing is cut or over anything else, all can be read and met.

Here each scene is looked at in one look, hall and language, the next one in the next; all of them in all with
``HALLCALL_ALL_PICTURES=1``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from itertools import cycle, product

import pytest
from PySide6.QtWidgets import QWidget

from caller.acts.possible import Act
from caller.app import LANGUAGES
from caller.bar.geometry import Edge
from caller.theme import Appearance, use
from caller.widgets.label import Label
from core.app.hallfile import load
from core.domain.hall import Hall
from core.qt.fonts import prepare_fonts
from hallcall.halls import resolve
from hallcall.pictures.caller import SCENES
from hallcall.pictures.caller_sheets import CALLER
from hallcall.pictures.clerk import STATES
from hallcall.pictures.desk import LOOKS, Desk, Look, Scene, played
from tests.support import widget_layout

LIGHT, DARK, LARGE = LOOKS
LOOKED_AT = (
    ("lhasa", LIGHT, "bo"),
    ("pingliang", DARK, "zh"),
    ("lhasa", LARGE, "bo"),
    ("pingliang", LIGHT, "en"),
    ("lhasa", DARK, "zh"),
    ("pingliang", LARGE, "zh"),
    ("lhasa", LARGE, "en"),
)
"""Seven, which no repetition in the table of scenes is in step with."""
EDGES = (Edge.TOP, Edge.LEFT)
"""At the opposite edges a bar is laid out the same; of these each state is looked at at one."""
ALL = bool(os.environ.get("HALLCALL_ALL_PICTURES"))

pytestmark = pytest.mark.usefixtures("qapp")


@cache
def hall_of(name: str) -> Hall:
    return load(resolve(name))


def pairs(which: str) -> Iterator[tuple[Scene, str, Look, str]]:
    """Yield scenes whose names begin so, and how each is looked at."""
    scenes = [scene for scene in SCENES if scene.name.startswith(which)]
    if ALL:
        for scene, name, look in product(scenes, ("lhasa", "pingliang"), LOOKS):
            yield from ((scene, name, look, language) for language in hall_of(name).languages)
        return
    states = list(STATES)
    for scene, how in zip(scenes, cycle(LOOKED_AT), strict=False):
        state = scene.name.partition("-")[2].partition("-")[2]
        if scene.edge is None or scene.edge is EDGES[states.index(state) % 2]:
            yield (scene, *how)


def faults(desk: Desk, look: Look) -> list[str]:
    acts = desk.top.findChild(QWidget, "acts")
    covered = acts is not None and acts.isVisible()
    # Large letters have the colours of small ones, on four times as many pixels.
    colours = ALL or look is not LARGE
    return widget_layout.faults(desk.top, within=acts if covered else None, colours=colours)


@pytest.mark.parametrize("which", ["sign-in", "panel", "bar", "acts", "guide", "supervisor"])
def test_every_state_is_well_laid_out(which: str) -> None:
    prepare_fonts(LANGUAGES)
    found = []
    for scene, name, look, language in pairs(which):
        with played(hall_of(name), look, language, scene) as desk:
            wrong = faults(desk, look) if desk is not None else []
            found += [f"{name} {look.name} {language} {scene.name}: {each}" for each in wrong]
    assert not found, "\n".join(found)


def test_every_state_has_a_name_of_its_own_and_the_sheets_know_them() -> None:
    names = [scene.name for scene in SCENES]
    assert len(set(names)) == len(names)
    assert {scene for sheet in CALLER for _, scene in sheet.pictures} <= set(names)
    assert {"", "clerk", "guide", "supervisor"} == {scene.role for scene in SCENES}
    assert {None, *Edge} == {scene.edge for scene in SCENES}


def test_every_act_with_a_page_has_its_scene() -> None:
    names = {scene.name for scene in SCENES}
    assert {
        f"acts-{act.value.replace('_', '-')}" for act in Act if act not in (Act.UNDO, Act.RATING)
    } <= names


# --- the checker can fail ---------------------------------------------------------------------------


@pytest.fixture
def serving() -> Iterator[Desk]:
    prepare_fonts(LANGUAGES)
    scene = next(each for each in SCENES if each.name == "panel-serving")
    with played(hall_of("lhasa"), LIGHT, "zh", scene) as desk:
        assert desk is not None
        assert not faults(desk, LIGHT)
        yield desk


def widget(desk: Desk, name: str) -> QWidget:
    found = desk.top.findChild(QWidget, name)
    assert found is not None
    return found


def test_the_checker_sees_a_cut_text_and_a_small_target(serving: Desk) -> None:
    widget(serving, "recall").setFixedSize(20, 20)
    found = faults(serving, LIGHT)
    assert any(each.startswith("text cut: recall") for each in found)
    assert any(each.startswith("small target: recall") for each in found)


def test_the_checker_sees_what_is_over_other_things_and_off_the_window(serving: Desk) -> None:
    widget(serving, "recall").move(300, widget(serving, "start").y())
    widget(serving, "sign-out").move(20, 5000)
    found = faults(serving, LIGHT)
    assert any(each.startswith("over each other: recall") for each in found)
    assert any(each.startswith("off the window: sign-out") for each in found)


def test_the_checker_sees_pale_letters_and_small_ones(serving: Desk) -> None:
    number, queue = widget(serving, "visitor-number"), widget(serving, "visitor-queue")
    assert isinstance(number, Label)
    assert isinstance(queue, Label)
    number.set_colours("inkOff")
    queue.set_colours("line")
    found = faults(serving, LIGHT)
    assert any(each.startswith("pale: visitor-number") for each in found)
    assert any(each.startswith("pale: visitor-queue") for each in found)
    use(Appearance(scale=200))
    widget(serving, "visitor-state").setFixedWidth(60)
    assert any(each.startswith("small letters: visitor-state") for each in faults(serving, LIGHT))
