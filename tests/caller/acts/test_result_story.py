"""A result from the clerk's act to the screen and off it again, by the real core on loopback."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caller.app import CallerApp
from core.client.link import CoreLink
from core.domain.people import Role
from core.domain.screen import FaceKind, Screen
from display.app import DisplayApp
from tests.caller.test_real_core import (
    F4,
    F7,
    F9,
    caller,
    core,
    press,
    process,
    ready,
    sign_in,
    take,
    text,
    widget,
)
from tests.display.fit import misfits
from tests.support.qml import shows, text_of
from tests.support.running_core import CoreHandle

__all__ = ["caller", "core", "process"]
WITHIN_MS = 10_000


@pytest.fixture
def screens(core: CoreHandle) -> Iterator[list[DisplayApp]]:
    """The list of the window's zone, and of the whole hall."""
    zone = core.get("/api/windows").body["windows"][2]["zone"]
    made = [
        DisplayApp(CoreLink(core.url, core.token(Role.SCREEN)), Screen(face=FaceKind.COLLECT, zone=each))
        for each in (zone, "")
    ]
    for each in made:
        each.show()
    yield made
    for each in made:
        each.close()


def all_show(screens: list[DisplayApp], name: str) -> bool:
    return all(shows(each.view, name) for each in screens)


def test_a_result_is_shown_until_it_is_collected(
    core: CoreHandle, caller: CallerApp, screens: list[DisplayApp], qtbot: QtBot
) -> None:
    sign_in(caller)
    press(caller, qtbot, F4, "open")
    (number,) = take(core, "food_permit", 1)
    press(caller, qtbot, F9, "call-next")
    qtbot.waitUntil(lambda: text(caller, "visitor-number") == number)
    press(caller, qtbot, F7, "start")
    qtbot.waitUntil(lambda: text(caller, "visitor-state") == "办理中")
    qtbot.waitUntil(lambda: all_show(screens, "noneYet"), timeout=WITHIN_MS)

    # The screens have taken the keyboard, as on a desk where another program has it.
    QTest.mouseClick(widget(caller, "more"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: ready(caller, "act:result"))
    QTest.mouseClick(widget(caller, "act:result"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: ready(caller, f"ready:{number}"))
    QTest.keyClick(widget(caller, "acts-search"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: all_show(screens, f"entry:{number}"), timeout=WITHIN_MS)
    for screen in screens:
        assert text_of(screen.view, "window") == "3"
        assert misfits(screen.view) == []
        picture = screen.view.grabWindow()
        assert picture.width() == 1920
    (result,) = core.get("/api/results").body["results"]
    row = f"listed:{result['id']}"
    qtbot.waitUntil(lambda: ready(caller, row))
    QTest.mouseClick(widget(caller, row), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: ready(caller, f"collected:{result['id']}"))
    QTest.mouseClick(widget(caller, f"collected:{result['id']}"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: all_show(screens, "noneYet"), timeout=WITHIN_MS)
    assert core.get("/api/results").body["results"] == []
