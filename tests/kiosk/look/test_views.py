"""The views for messages and lines, and the saver: alone, on every screen, in every language, both looks."""

from __future__ import annotations

import os
from typing import Any

import pytest
from PySide6.QtQuick import QQuickView

from kiosk import words
from tests.kiosk.look.stage import HALLS, SIZES, Stage, hall, named, root, said
from tests.kiosk.look.words import (
    bar,
    both,
    item_lines,
    longest_item,
    second,
    speaker,
    steps,
)
from tests.support import qml

ALL = os.environ.get("HALLCALL_ALL_PICTURES") == "1"
LOOKS = {
    "usual": "",
    "large": "largeType: 1.35; highContrast: true",
    "lower": "lowerHalf: true; panelMm: 546",
    "turned": "turned: 90; largeType: 1.35",
}
LANGUAGES = ("zh", "bo", "en")
EVERY = [
    (look, size, language)
    for at, look in enumerate(LOOKS)
    for by, size in enumerate(SIZES)
    for turn, language in enumerate(LANGUAGES)
    if ALL or (at + by + turn) % len(LANGUAGES) == 0
]
"""Each look on each screen, each language in each look and on each screen; with ``HALLCALL_ALL_PICTURES=1``
every one with every other."""
FAILURES = (
    "paperOut",
    "paper",
    "printerDead",
    "card",
    "network",
    "networkGone",
    "door",
    "full",
    "clock",
)

MESSAGE = """MessageView {
    objectName: "view"; anchors.fill: parent; unit: stage.unit;
    title: stage.words.title; prompt: stage.words.prompt; icon: stage.words.icon
    lines: stage.words.lines; buttons: stage.words.buttons; also: stage.words.also
    onAct: act => stage.heard = act
}"""
LINES = """LinesView {
    objectName: "view"; anchors.fill: parent; unit: stage.unit
    title: stage.words.title; prompt: stage.words.prompt; icon: "list"; which: "page"
    lines: stage.words.lines; buttons: stage.words.buttons
    earlier: stage.words.earlier; later: stage.words.later
    onTurned: way => sheet += way === "later" ? 1 : -1
    onAct: act => stage.heard = act
}"""
SAVER = """Saver {
    objectName: "view"; anchors.fill: parent; unit: stage.unit; hall: stage.words.hall; clock: "09:30"
    notices: stage.words.notices; begin: stage.words.begin; onTouched: stage.heard = "touched"
}"""


def message(stage: Stage, language: str, icon: str = "paperOut", **how: str) -> QQuickView:
    other = "bo" if language == "zh" else "zh"
    third = next(each for each in LANGUAGES if each not in (language, other))
    return stage.load(
        MESSAGE,
        title=both(words.NO_PRINTER, language, other),
        prompt=both(words.CANNOT_PRINT, language, other),
        icon=icon,
        lines=steps(language, other),
        buttons=bar(3, language, other),
        also=[said(speaker().say(third, words.CONTEXT, words.NO_PRINTER), third)],
        **how,
    )


def item_page(stage: Stage, name: str, language: str, times: int = 1, **how: str) -> QQuickView:
    at = hall(name)
    other = second(at, language)
    return stage.load(
        LINES,
        title=named(longest_item(at, language).name, at.languages, language),
        prompt=both(words.CHOOSE_QUEUE, language, other),
        lines=item_lines(at, language) * times,
        buttons=bar(4, language, other),
        earlier=both(words.EARLIER, language, other),
        later=both(words.LATER, language, other),
        **how,
    )


def saver(stage: Stage, name: str, **how: str) -> QQuickView:
    at = hall(name)
    say = speaker().say
    return stage.load(
        SAVER,
        hall=named(at.name, at.languages, at.languages[0]),
        notices=[said(at.notice[each], each) for each in at.languages],
        begin=[said(say(each, words.CONTEXT, words.CHOOSE_ZONE), each) for each in at.languages],
        **how,
    )


def turn_all(view: QQuickView) -> list[list[str]]:
    """Turn through every sheet; return which lines each one shows."""
    seen = []
    while True:
        assert not qml.unfit(view)
        seen.append([n for n in qml.names(view) if n.startswith("line:") and n.count(".") == 0])
        if not qml.shows(view, "later"):
            return seen
        qml.tap(view, "later")


@pytest.mark.parametrize(("look", "size", "language"), EVERY)
def test_a_message_fits(stage: Stage, look: str, size: str, language: str) -> None:
    view = message(stage, language, size=size, frame=LOOKS[look])
    assert not qml.unfit(view)
    assert qml.shows(view, "line:3.value.main"), "what lasts how long is told"


@pytest.mark.parametrize("icon", FAILURES)
def test_every_failure_has_a_drawing(stage: Stage, icon: str) -> None:
    view = message(stage, "zh", icon)
    assert qml.find(view, "sign").property("path")


def test_a_button_of_a_message_is_heard(stage: Stage) -> None:
    view = message(stage, "en")
    qml.tap(view, "take")
    assert root(view).property("heard") == "take"


@pytest.mark.parametrize("name", HALLS)
@pytest.mark.parametrize(("size", "look"), [("portrait", "usual"), ("old", "large"), ("landscape", "large")])
def test_the_longest_item_of_a_hall_fits(stage: Stage, name: str, size: str, look: str) -> None:
    languages = hall(name).languages
    for language in languages if ALL else {languages[0], languages[len(size) % len(languages)]}:
        view = item_page(stage, name, language, size=size, frame=LOOKS[look])
        shown = [each for sheet in turn_all(view) for each in sheet]
        assert shown == [f"line:{at}" for at in range(len(item_lines(hall(name), language)))]


@pytest.mark.parametrize(("look", "size", "language"), EVERY)
def test_the_item_page_fits_every_screen(stage: Stage, look: str, size: str, language: str) -> None:
    turn_all(item_page(stage, "lhasa", language, times=2, size=size, frame=LOOKS[look]))


def test_large_type_makes_more_sheets_of_larger_letters(stage: Stage) -> None:
    sheets, px = [], []
    for frame in ("", "largeType: 1.35"):
        view = item_page(stage, "lhasa", "bo", times=3, frame=frame)
        px.append(qml.find(view, "line:1.value.main").property("font").pixelSize())
        sheets.append(len(turn_all(view)))
    assert sheets[1] > sheets[0]
    assert px[1] / px[0] == pytest.approx(1.35, abs=0.04)


def test_earlier_leads_back_to_the_first_sheet(stage: Stage) -> None:
    view = item_page(stage, "lhasa", "zh", times=3)
    turn_all(view)
    while qml.shows(view, "earlier"):
        qml.tap(view, "earlier")
    assert qml.shows(view, "line:0")


@pytest.mark.parametrize("name", HALLS)
@pytest.mark.parametrize("size", SIZES)
def test_the_saver_fits_at_every_step(stage: Stage, name: str, size: str) -> None:
    view = saver(stage, name, size=size)
    page = qml.find(view, "view")
    places, notices = set(), set()
    for step in range(9):
        page.setProperty("step", step)
        assert not qml.unfit(view)
        moved = qml.find(view, "moved")
        places.add((round(moved.x()), round(moved.y())))
        notices.add(qml.text_of(view, "saver.notice"))
    assert len(places) == 9
    assert notices == set(hall(name).notice.values())


def test_the_saver_steps_by_itself_and_wakes_on_touch(stage: Stage) -> None:
    view = saver(stage, "lhasa")
    page: Any = qml.find(view, "view")
    page.setProperty("stepMs", 20)
    stage.bot.waitUntil(lambda: page.property("step") >= 2)
    qml.tap(view, "view")
    assert root(view).property("heard") == "touched"
