"""Every page of the kiosk in every state: nothing is cut or over anything else, all can be read and met.

An ordinary run sees every page on both screens, in Tibetan on one of them (:func:`looked_at`);
``HALLCALL_ALL_PICTURES=1`` in the environment asks for all of it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from core.domain.hall import Hall
from hallcall.pictures.kiosk import SCENES, Stage, stage
from hallcall.pictures.scene import Scene, base
from kiosk.app import LANDSCAPE, PORTRAIT
from kiosk.pages import PAGES, derive_view
from kiosk.panel import Panel
from kiosk.speech import Speak
from kiosk.state import Inputs, Look, Page
from kiosk.tiles import panel_of
from tests.support import layout, qml
from tests.support.halls import big, lhasa_like, shipped

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.logs("no printer is set up")]
OLD, SHARP = QSize(1024, 768), QSize(2160, 3840)
OLD_FINGER_PX = 43.0
"""13 mm on a panel of 15 inches: ten letters stand in a row there."""
LOWERED = 0.7
"""Letters may be so much smaller in the lower half of a screen, where who sits is nearer, and on a first page
of twenty zones while it also says that no slip can be printed and that staff know."""
SMALLER = {"home-low", "home-paper-out"}
MADE_UP = {"lhasa-like": lhasa_like, "big": big}


ALL = os.environ.get("HALLCALL_ALL_PICTURES") == "1"


def hall_of(name: str) -> Hall:
    return MADE_UP[name]() if name in MADE_UP else shipped(name)


def faults(shown: Stage, scene: Scene, language: str, finger_px: float = layout.FINGER_PX) -> list[str]:
    """Return what is wrong with a scene; nothing where the hall has none of it."""
    if not shown.show(scene, language):
        return []
    page = shown.kiosk._view_model.page.page
    if page != scene.page:
        return [f"{scene.name} in {language}: what is shown is {page}"]
    read = LOWERED if scene.name in SMALLER else 1.0
    found = layout.faults(shown.kiosk.view, finger_px=finger_px, read=read)
    return [f"{scene.name} in {language}: {fault}" for fault in found]


def looked_at(scenes: Sequence[Scene], language: str, size: QSize) -> Sequence[Scene]:
    """Return the scenes of one language and one screen that a run looks at.

    Each scene is seen on both screens: on one in Tibetan, whose lines are the highest and the longest, on the
    other in Chinese or in English.
    """
    if ALL:
        return scenes
    tibetan = int(size == LANDSCAPE)
    if language == "bo":
        return scenes[tibetan::2]
    return scenes[1 - tibetan :: 2][int(language == "en") :: 2]


def named(*names: str) -> list[Scene]:
    return [scene for scene in SCENES if scene.name in names or scene.name.partition("-")[0] in names]


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
@pytest.mark.parametrize("language", ["zh", "bo", "en"])
def test_every_page_of_three_languages_is_well_laid_out(language: str, size: QSize) -> None:
    scenes = looked_at(SCENES, language, size)
    with stage(hall_of("lhasa"), size) as shown:
        found = [fault for scene in scenes for fault in faults(shown, scene, language)]
    assert not found, "\n".join(found)


CHOICES = ("home", "zone", "departments", "department", "matters", "search", "item", "confirm", "basket")


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
@pytest.mark.parametrize("name", ["pingliang", "big", "lhasa-like"])
def test_what_is_of_the_hall_is_well_laid_out_in_others_too(name: str, size: QSize) -> None:
    hall = hall_of(name)
    with stage(hall, size) as shown:
        scenes = named(*CHOICES, "result-done")
        found = [
            fault
            for each in hall.languages
            for scene in looked_at(scenes, each, size)
            for fault in faults(shown, scene, each)
        ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def test_large_type_is_well_laid_out(size: QSize) -> None:
    with stage(hall_of("lhasa"), size) as shown:
        found = []
        for scene in looked_at(SCENES, "bo", size):
            if scene.name not in NOT_LARGE:
                found += faults(shown, _in_large_type(scene), "bo")
    assert not found, "\n".join(found)


NOT_LARGE = {"home-low", "home-large"}
"""Twice the same, or seldom."""
LONGEST = ("notice-queue-quota-used", "notice-offline-card-needed")
"""The messages with most to say: four steps, and the longest ones."""


def test_the_longest_messages_fit_in_large_type_on_a_small_screen_too() -> None:
    with stage(hall_of("lhasa"), OLD) as shown:
        found = [
            fault
            for scene in map(_in_large_type, named(*LONGEST))
            for language in ("zh", "bo", "en")
            for fault in faults(shown, scene, language, OLD_FINGER_PX)
        ]
    assert not found, "\n".join(found)


def test_a_small_panel_whose_size_is_told_has_keys_of_20_mm() -> None:
    fifteen = (304, 228)
    with stage(hall_of("pingliang"), OLD) as shown:
        found = []
        for scene in named("home-paper-out", "zone-countdown", "guide-zones"):
            painted = _on_panel(scene, fifteen)
            assert shown.show(painted, "zh")
            finger = panel_of(shown.kiosk._session.inputs).finger
            assert finger == pytest.approx(20 * 1280 / 380)
            found += [f"{scene.name}: {each}" for each in layout.faults(shown.kiosk.view, finger_px=finger)]
    assert not found, "\n".join(found)


def _on_panel(scene: Scene, panel_mm: tuple[int, int]) -> Scene:
    """Return a scene on a small screen of this size."""

    def paint(inputs: Inputs) -> Inputs | None:
        rules = replace(inputs.rules, panel_mm=panel_mm)
        return scene.paint(replace(inputs, rules=rules, screen=(OLD.width(), OLD.height())))

    return replace(scene, paint=paint)


def _in_large_type(scene: Scene) -> Scene:
    def paint(inputs: Inputs) -> Inputs | None:
        painted = scene.paint(inputs)
        return painted and replace(painted, look=Look(large=True))

    return replace(scene, paint=paint)


@pytest.mark.parametrize(("size", "finger_px"), [(OLD, OLD_FINGER_PX), (SHARP, 2 * layout.FINGER_PX)])
def test_old_and_sharp_panels_are_well_laid_out(size: QSize, finger_px: float) -> None:
    wanted = named(
        "home", "zone", "search", "item-long", "confirm-all", "phone-typed", "result", "notice-error-unknown"
    )
    scenes = [scene for scene in wanted if scene.name not in ("home-low", "home-turned", "home-large")]
    with stage(hall_of("lhasa"), size) as shown:
        found = [
            fault
            for language in ("zh", "bo")
            for scene in (scenes if ALL else scenes[int(language == "bo") :: 2])
            for fault in faults(shown, scene, language, finger_px)
        ]
    assert not found, "\n".join(found)


CLOSE = (
    "departments",
    "matters",
    "card",
    "place",
    "mode",
    "ask",
    "booking",
    "notice-queue",
    "notice-booking",
)
"""Pages with the most words for their room."""


@pytest.mark.parametrize("language", ["zh", "bo", "en"])
def test_what_is_read_on_a_small_screen_is_well_laid_out(language: str) -> None:
    scenes = [scene for scene in SCENES if scene.name.startswith(CLOSE)]
    with stage(hall_of("lhasa"), OLD) as shown:
        some = scenes if ALL else scenes[("zh", "bo", "en").index(language) :: 3]
        found = [fault for scene in some for fault in faults(shown, scene, language, OLD_FINGER_PX)]
    assert not found, "\n".join(found)


def test_on_a_panel_whose_size_is_told_every_key_is_20_mm() -> None:
    finger = Panel(1080, 1920, diagonal_mm=(268**2 + 476**2) ** 0.5).finger
    with stage(hall_of("lhasa"), PORTRAIT) as shown:
        found = faults(shown, named("home-panel")[0], "bo", finger_px=finger)
    assert not found, "\n".join(found)


def test_every_page_has_a_scene_and_every_scene_is_of_its_page(qtbot: QtBot) -> None:
    halls = [hall_of(name) for name in ("lhasa", "pingliang")]
    assert {scene.page for scene in SCENES} >= set(PAGES)
    assert len({scene.name for scene in SCENES}) == len(SCENES)
    for scene in SCENES:
        painted = [each for hall in halls if (each := scene.paint(base(hall, "zh"))) is not None]
        assert painted, f"no hall shows {scene.name}"


def test_two_scenes_never_look_the_same(qtbot: QtBot, speak: Speak) -> None:
    seen: dict[object, str] = {}
    hall = hall_of("lhasa")
    for scene in SCENES:
        painted = scene.paint(base(hall, "zh"))
        if painted is None:
            continue
        looks = (derive_view(painted, speak), painted.rules, painted.look, painted.busy, painted.left_s)
        key = repr(looks)
        # Of some keys the visitor is told the same; then the scenes are no mistake.
        assert key not in seen or scene.page is Page.NOTICE, f"{scene.name} looks like {seen[key]}"
        seen[key] = scene.name


# --- the checker can fail ---------------------------------------------------------------------------


@pytest.fixture
def zone(qtbot: QtBot) -> Iterator[Stage]:
    with stage(hall_of("lhasa"), PORTRAIT) as shown:
        shown.show(named("zone")[0], "zh")
        yield shown


def test_the_checker_sees_a_text_over_another_and_over_a_key(zone: Stage) -> None:
    title = qml.find(zone.kiosk.view, "title")
    title.setProperty("y", 240)
    found = layout.faults(zone.kiosk.view)
    assert any("texts over each other: title.main" in each for each in found)
    assert any("text over a key: title.main" in each for each in found)


def test_the_checker_sees_small_keys_letters_and_keys_over_each_other(zone: Stage) -> None:
    back = qml.find(zone.kiosk.view, "back")
    back.setProperty("height", 40)
    back.setProperty("y", -120)
    found = layout.faults(zone.kiosk.view)
    assert any("key too small: back" in each for each in found)
    assert any("letters too small: back" in each for each in found)
    assert any("keys over each other" in each for each in found)


@pytest.mark.parametrize(
    ("words", "fault"), [("请选择\n项", "one character alone"), ("一楼\n· 项目", "a line begins with a sign")]
)
def test_the_checker_sees_bad_line_ends(zone: Stage, words: str, fault: str) -> None:
    title = qml.find(zone.kiosk.view, "title.main")
    assert not any(fault in each for each in layout.faults(zone.kiosk.view))
    title.setProperty("text", words)
    assert any(fault in each for each in layout.faults(zone.kiosk.view))


# --- the command ------------------------------------------------------------------------------------


def test_the_command_writes_the_same_pictures_every_time(tmp_path: Path) -> None:
    """In one process large letters of the second run may have other edges: Qt keeps glyphs."""
    for run in ("one", "two"):
        command = [
            sys.executable,
            "-m",
            "hallcall",
            "pictures",
            "--only",
            "kiosk",
            "--scene",
            "zone",
            "--out",
            str(tmp_path / run),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    one, two = ({f.name: f.read_bytes() for f in (tmp_path / run).rglob("*.png")} for run in ("one", "two"))
    assert one == two
    assert len(one) == 2 * 2 * 3
    assert QImage(str(tmp_path / "one" / "kiosk" / "portrait-zh-zone.png")).size() == PORTRAIT
