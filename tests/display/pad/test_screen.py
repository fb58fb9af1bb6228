"""A pad's pages on every panel and in every language: nothing is cut, and a finger meets what it aims at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtQuick import QQuickItem

from core.client.reply import Unreachable
from core.domain.colour import LEAST_CONTRAST, contrast
from hallcall.demo.hands import items
from tests.display.fit import misfits, pixel_size
from tests.display.pad.held import HeldPad
from tests.support.qml import shows, text_of, unfit

PANELS = [
    (800, 480, 7.0),
    (1024, 600, 7.0),
    (1280, 800, 10.1),
    (1280, 800, 7.0),
    (600, 1024, 7.0),
    (480, 800, 7.0),
]
KEYS = ("level:", "reason:", "language:", "skip", "back", "more", "send", "rate")
BY_BASELINE = (
    "window:",
    "queues:",
    "status:",
    "rateWords:",
    "darkLines:",
    "dark:",
    "whom:",
    "clerk",
    "clock",
    "digit:",
)
"""Lines that stand on their baselines: their boxes, which hold much air, overlap where the letters do not."""
LEAST_MM = 2.4
"""Of the letters on what is touched: read by old eyes from 50 cm."""
LANGUAGES = ("zh", "bo", "en")


def touchable(pad: HeldPad) -> dict[str, QRectF]:
    """Return where what a finger meets stands, by its name."""
    found = [
        item
        for item in items(pad.app.view)
        if (name := item.objectName())
        and (name in KEYS or (name.startswith(KEYS[:3]) and "words" not in name))
    ]
    return {
        item.objectName(): item.mapRectToScene(QRectF(0, 0, item.width(), item.height())) for item in found
    }


def faults(pad: HeldPad, what: str) -> Iterator[str]:
    """Yield what is wrong with the page in view."""
    yield from (f"{what}: {each}" for each in unfit(pad.app.view) if not each.startswith(BY_BASELINE))
    yield from (f"{what}: {each}" for each in misfits(pad.app.view) if each.startswith(BY_BASELINE))
    panel = pad.pad.inputs.panel
    window = QRectF(-1, -1, panel.width + 2, panel.height + 2)
    keys = touchable(pad)
    for name, rect in keys.items():
        mm = min(rect.width(), rect.height()) / panel.px_per_mm
        if mm < 19.9:
            yield f"{what}: {name} is {mm:.1f} mm"
        if not window.contains(rect):
            yield f"{what}: {name} leaves the window: {rect}"
    for (one, here), (other, there) in combinations(keys.items(), 2):
        if here.intersects(there):
            yield f"{what}: {one} lies on {other}"
    for item in read_items(pad):
        mm = pixel_size(item) / panel.px_per_mm
        if mm < LEAST_MM:
            yield f"{what}: {item.objectName()} has letters of {mm:.1f} mm"


def read_items(pad: HeldPad) -> list[QQuickItem]:
    return [
        item
        for item in items(pad.app.view)
        if item.objectName().startswith(("word:", "reason:", "told:", "title", "status:", "window:"))
        and item.property("text")
    ]


@pytest.mark.parametrize(("width", "height", "inches"), PANELS)
def test_every_page_fits_the_panel(
    make_pad: Callable[..., HeldPad], width: int, height: int, inches: float
) -> None:
    pad = make_pad(size=QSize(width, height), inches=inches)
    found = [*faults(pad, "rest")]
    pad.serve()
    found += faults(pad, "rest, served")
    pad.day.finish("C017")
    for language in LANGUAGES:
        pad.clock.advance(1)
        pad.pad.speak(language)
        found += faults(pad, f"ask in {language}")
    pad.pad.pick(1)
    for _ in range(2):
        for language in LANGUAGES:
            pad.clock.advance(1)
            pad.pad.speak(language)
            for reason in pad.pad.props.reasons.keys[:2]:
                pad.pad.toggle(reason.id)
            found += faults(pad, f"reasons in {language}")
        pad.pad.more()
    pad.pad.send()
    found += faults(pad, "sending")
    pad.link.go_dark()
    pad.answer(Unreachable("cut"))
    found += faults(pad, "waits")
    pad.link.go_live()
    pad.answer()
    found += faults(pad, "thanks")
    pad.clock.advance(6)
    pad.pad.rate()
    found += faults(pad, "already")
    pad.clock.advance(6)
    pad.day.pause(3)
    found += faults(pad, "paused")
    pad.link.go_dark()
    found += faults(pad, "dark")
    assert found == []


@pytest.mark.parametrize(("width", "height"), [(1024, 600), (600, 1024)])
def test_every_page_fits_where_keys_are_shown(
    make_pad: Callable[..., HeldPad], width: int, height: int
) -> None:
    pad = make_pad(size=QSize(width, height))
    pad.serve()
    pad.pad.press(1)
    found: list[str] = []
    for language in LANGUAGES:
        pad.clock.advance(1)
        pad.pad.speak(language)
        found += faults(pad, f"ask in {language}")
    pad.pad.press(1)
    for language in LANGUAGES:
        pad.clock.advance(1)
        pad.pad.speak(language)
        found += faults(pad, f"reasons in {language}")
    assert found == []


def test_faces_differ_without_their_colour_and_are_seen_on_it(pad: HeldPad) -> None:
    pad.finish()
    drawn = [item for item in items(pad.app.view) if item.metaObject().indexOfProperty("mouth") >= 0]
    assert len({item.property("mouth") for item in drawn}) == 5
    for item in drawn:
        skin, ink = (item.property(name).name() for name in ("skin", "ink"))
        assert contrast(ink, skin) >= LEAST_CONTRAST, (ink, skin)


def test_a_turned_picture_is_laid_out_for_how_it_is_seen(make_pad: Callable[..., HeldPad]) -> None:
    pad = make_pad()
    pad.app.view.rootObject().setProperty("turn", 90)
    assert pad.pad.props.look.portrait
    assert text_of(pad.app.view, "window:zh") == "3号窗口"
    assert shows(pad.app.view, "foot")


def test_over_its_whole_panel_the_picture_moves_and_its_edge_is_of_one_colour_with_it(
    make_pad: Callable[..., HeldPad],
) -> None:
    pad = make_pad(full_screen=True)
    (pane,) = pad.app.panes
    assert pane.burn_in is not None
    places = set()
    for page in ("rest", "ask"):
        for _ in range(5):
            assert misfits(pad.app.view) == []
            assert pad.app.view.color() == pad.app.view.rootObject().property("color")
            places.add((pad.app.view.rootObject().x(), pad.app.view.rootObject().y()))
            pane.burn_in.move_on()
        assert pad.page == page
        pad.finish()
    assert len(places) > 5
