"""Icons, the bar of buttons, and the frame with its measures in mm."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from core.qt.tokens import HIGH_COLOURS, TARGET_MM
from kiosk.panel import Panel, tiles_a_sheet
from tests.kiosk.look.stage import SIZES, Stage, root
from tests.kiosk.look.words import bar
from tests.support import qml

DRAWN = re.findall(r'^ {4}"(\w+)":', Path("kiosk/qml/icons/paths.js").read_text("utf-8"), re.MULTILINE)
BAR = """BottomBar {
    objectName: "bar"; anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
    height: implicitHeight; unit: stage.unit; buttons: stage.words.buttons; onAct: act => stage.heard = act
}"""
INCHES = {"portrait": 21.5, "landscape": 15.6, "old": 10.4, "4k": 43, "square": 17}
MM = 25.4


def panel(size: str, *, lower: bool = False, large: bool = False) -> Panel:
    at = SIZES[size]
    return Panel(at.width(), at.height(), INCHES[size] * MM, lower, large)


def inked(picture: QImage) -> int:
    ground = picture.pixelColor(0, 0)
    points = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return sum(picture.pixelColor(x, y) != ground for x, y in points)


def test_every_icon_draws_with_the_software_renderer(stage: Stage) -> None:
    body = """Icon { objectName: "icon"; name: stage.words.name; width: 60; color: "#123456" }"""
    seen = set()
    for name in DRAWN:
        picture = stage.load(body, name=name).grabWindow().copy(0, 0, 60, 60)
        assert inked(picture) > 40, name
        colours = {picture.pixelColor(x, y).name() for x in range(60) for y in range(60)}
        assert "#123456" in colours, name
        seen.add(bytes(picture.constBits()))
        stage.views.pop().close()
    assert len(seen) == len(DRAWN), "no two look alike"


def test_an_unknown_icon_draws_nothing(stage: Stage) -> None:
    view = stage.load('Icon { name: "no such"; width: 60 }')
    assert inked(view.grabWindow().copy(0, 0, 60, 60)) == 0


@pytest.mark.parametrize("count", [2, 4, 5])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("frame", ["", "turned: 270; largeType: 1.35"])
def test_the_bar_fits_and_every_button_is_met_by_a_finger(
    stage: Stage, size: str, count: int, frame: str
) -> None:
    known = f"panelMm: {INCHES[size] * MM}; {frame}"
    for language, other in (("zh", "bo"), ("bo", "zh"), ("en", "zh")):
        view = stage.load(BAR, size=size, frame=known, buttons=bar(count, language, other))
        assert not qml.unfit(view)
        widths = set()
        for act in [each["key"] for each in bar(count, language, other)]:
            button = qml.find(view, act)
            widths.add(round(button.width()))
            assert min(button.width(), button.height()) / panel(size).px_per_mm >= TARGET_MM - 0.01
            qml.tap(view, act)
            assert root(view).property("heard") == act
        assert len(widths) == 1
        stage.views.pop().close()


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lower", [False, True])
def test_the_frame_measures_as_the_panel_does(stage: Stage, size: str, turned: int, lower: bool) -> None:
    frame = f"panelMm: {INCHES[size] * MM}; turned: {turned}; lowerHalf: {str(lower).lower()}"
    view = stage.load("", size=size, frame=frame)
    told, known = root(view), panel(size, lower=lower)
    if turned % 180:
        known = Panel(known.height, known.width, known.diagonal_mm, lower)
    assert told.property("portrait") == known.portrait
    assert told.property("lowered") == known.lowered
    assert told.property("unit") == pytest.approx(known.unit)
    assert told.property("pxPerMm") == pytest.approx(known.px_per_mm)
    assert told.property("finger") == pytest.approx(known.finger)
    inner = qml.find(view, "inner")
    share = 0.55 if known.lowered else 1
    assert (inner.width(), inner.height()) == pytest.approx((known.width, known.height * share), abs=1)


def test_the_lower_half_lies_below_on_a_turned_panel_too(stage: Stage) -> None:
    body = 'Rectangle { objectName: "fill"; anchors.fill: parent }'
    view = stage.load(body, size="landscape", frame="turned: 90; lowerHalf: true")
    fill = qml.find(view, "fill")
    box = fill.mapRectToScene(fill.boundingRect())
    # Turned clockwise, the visitor's bottom is the window's left side.
    assert (box.left(), box.right()) == pytest.approx((0, 1056), abs=1)


def test_the_switches_reach_the_theme(stage: Stage) -> None:
    body = 'Rectangle { objectName: "fill"; anchors.fill: parent; color: Theme.page; width: Theme.scale }'
    view = stage.load(body, frame="highContrast: true; largeType: 1.35")
    assert QColor(view.grabWindow().pixelColor(500, 500)).name() == HIGH_COLOURS["page"]


@pytest.mark.parametrize(("size", "lower"), [("portrait", False), ("portrait", True), ("landscape", False)])
def test_larger_letters_and_the_keys_that_turn_leave_room_for_fewer_tiles(size: str, lower: bool) -> None:
    whole = tiles_a_sheet(panel(size, lower=lower))
    assert tiles_a_sheet(panel(size, lower=lower, large=True)) < whole
    assert tiles_a_sheet(panel(size, lower=lower), paged=True) <= whole


def test_a_small_panel_has_fewer_tiles() -> None:
    counts = [tiles_a_sheet(Panel(1024, 768, inches * MM)) for inches in (19, 15, 10.4, 7)]
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] < counts[0]
