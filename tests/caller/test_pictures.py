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

from caller.app import LANGUAGES
from caller.bar.geometry import Edge
from core.app.hallfile import load
from core.domain.hall import Hall
from core.qt.fonts import prepare_fonts
from hallcall.halls import resolve
from hallcall.pictures.caller import SCENES
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
ALIKE = (Edge.BOTTOM, Edge.RIGHT)
"""Laid out as at the opposite edge."""
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
    for scene, how in zip([each for each in scenes if each.edge not in ALIKE], cycle(LOOKED_AT)):
        yield (scene, *how)


def faults(desk: Desk) -> list[str]:
    acts = desk.top.findChild(QWidget, "acts")
    covered = acts is not None and acts.isVisible()
    return widget_layout.faults(desk.top, within=acts if covered else None)


@pytest.mark.parametrize("which", ["sign-in", "panel", "bar", "acts", "guide", "supervisor"])
def test_every_state_is_well_laid_out(which: str) -> None:
    prepare_fonts(LANGUAGES)
    found = []
    for scene, name, look, language in pairs(which):
        with played(hall_of(name), look, language, scene) as desk:
            wrong = faults(desk) if desk is not None else []
            found += [f"{name} {look.name} {language} {scene.name}: {each}" for each in wrong]
    assert not found, "\n".join(found)
