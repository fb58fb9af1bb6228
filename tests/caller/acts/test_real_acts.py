"""The second level against the real core on loopback, by keys."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caller.app import CallerApp
from core.domain.people import Role
from tests.caller.test_real_core import (
    F4,
    F6,
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
from tests.support.running_core import CoreHandle

__all__ = ["caller", "core", "process"]


@pytest.fixture
def desk(core: CoreHandle, caller: CallerApp, qtbot: QtBot) -> CallerApp:
    """A console whose clerk works at the open window 3."""
    sign_in(caller)
    press(caller, qtbot, F4, "open")
    qtbot.waitUntil(lambda: ready(caller, "call-next"))
    return caller


def keys(caller: CallerApp, typed: str) -> None:
    """Press keys where the keyboard is."""
    focus = cast("QWidget | None", caller.window.focusWidget())
    QTest.keyClicks(focus if focus is not None else caller.window, typed)


def can(caller: CallerApp, name: str) -> bool:
    found = caller.window.findChild(QPushButton, name)
    return found is not None and found.isVisible() and found.isEnabled()


def act(caller: CallerApp, qtbot: QtBot, key: str, name: str) -> None:
    """Open the acts and press one as soon as it can be done."""
    QTest.keyClick(caller.window, Qt.Key.Key_F10)
    qtbot.waitUntil(lambda: can(caller, f"act:{name}"))
    keys(caller, key)


def call(caller: CallerApp, qtbot: QtBot, number: str) -> None:
    press(caller, qtbot, F9, "call-next")
    here(caller, qtbot, number)


def here(caller: CallerApp, qtbot: QtBot, number: str) -> None:
    qtbot.waitUntil(lambda: text(caller, "visitor-number") == number and ready(caller, "finish"))


def gone(caller: CallerApp, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: text(caller, "visitor-number") == "—" and ready(caller, "call-next"))


def legs(core: CoreHandle, number: str) -> list[dict[str, object]]:
    """Return the legs of today's visit of that number, as a supervisor sees them."""
    token = core.token(Role.SUPERVISOR)
    (found, *_) = core.ask("GET", f"/api/tickets?number={number}", token=token).body["tickets"]
    whole: list[dict[str, object]] = core.ask("GET", f"/api/tickets/{found['id']}", token=token).body["legs"]
    return whole


def test_a_visit_is_suspended_and_goes_on(core: CoreHandle, desk: CallerApp, qtbot: QtBot) -> None:
    (number,) = take(core, "food_permit", 1)
    call(desk, qtbot, number)
    act(desk, qtbot, "4", "papers_left")
    keys(desk, "1")
    gone(desk, qtbot)
    (leg,) = legs(core, number)
    assert (leg["state"], leg["suspension"], bool(leg["reason"])) == ("suspended", "papers_left", True)
    act(desk, qtbot, "6", "suspended")
    qtbot.waitUntil(lambda: can(desk, f"ticket:{leg['id']}"))
    keys(desk, "1")
    here(desk, qtbot, number)
    assert legs(core, number)[0]["state"] == "serving"


def test_a_visitor_is_transferred_and_comes_back(core: CoreHandle, desk: CallerApp, qtbot: QtBot) -> None:
    (number,) = take(core, "food_permit", 1)
    call(desk, qtbot, number)
    act(desk, qtbot, "7", "transfer")
    keys(desk, "4")
    QTest.keyClick(widget(desk, "acts-search"), Qt.Key.Key_Return)
    keys(desk, "-1")
    gone(desk, qtbot)
    first, second = legs(core, number)
    assert (first["state"], second["state"], second["pin"], second["first"]) == (
        "transferred",
        "waiting",
        4,
        True,
    )
    act(desk, qtbot, "0", "undo")
    here(desk, qtbot, number)
    assert [each["state"] for each in legs(core, number)] == ["called", "void"]


def test_a_certain_number_is_called(core: CoreHandle, desk: CallerApp, qtbot: QtBot) -> None:
    _, _, third = take(core, "food_permit", 3)
    act(desk, qtbot, "8", "pick")
    qtbot.waitUntil(lambda: text(desk, "acts-line") == "")
    keys(desk, third)
    QTest.keyClick(widget(desk, "acts-search"), Qt.Key.Key_Return)
    keys(desk, "1")
    here(desk, qtbot, third)
    assert legs(core, third)[0]["why"] == {"picked": _first_reason(core, "call")}


def test_somebody_without_a_number_is_served(core: CoreHandle, desk: CallerApp, qtbot: QtBot) -> None:
    act(desk, qtbot, "9", "walk_in")
    keys(desk, "1")
    qtbot.waitUntil(lambda: text(desk, "visitor-state") == "办理中")


def test_an_outcome_a_rating_and_taking_back(core: CoreHandle, desk: CallerApp, qtbot: QtBot) -> None:
    (number,) = take(core, "food_permit", 1)
    call(desk, qtbot, number)
    act(desk, qtbot, "1", "outcome")
    keys(desk, "1")
    gone(desk, qtbot)
    assert legs(core, number)[0]["outcome"] == _first_reason(core, "finish")
    act(desk, qtbot, ".", "rating")
    gone(desk, qtbot)
    assert text(desk, "note") == ""
    act(desk, qtbot, "0", "undo")
    here(desk, qtbot, number)
    press(desk, qtbot, F6, "finish")
    gone(desk, qtbot)
    QApplication.processEvents()
    assert legs(core, number)[0]["outcome"] is None


def test_a_visitor_is_sent_back_with_the_list(core: CoreHandle, desk: CallerApp, qtbot: QtBot) -> None:
    assert desk.console is not None
    served = [queue.id for queue in desk.console.props.queues]
    items = core.get("/api/hall").body["items"]
    item = next(each for each in items if each["queue"] in served and len(each["materials"]) > 1)
    number = core.post("/api/tickets", {"item": item["id"]}, role=Role.KIOSK).body["number"]
    call(desk, qtbot, number)
    act(desk, qtbot, "-", "told")
    keys(desk, "20")
    gone(desk, qtbot)
    assert legs(core, number)[0]["outcome"] == "not_accepted"


def _first_reason(core: CoreHandle, act: str) -> str:
    reasons = core.get("/api/hall").body["reasons"]
    return next(str(each["id"]) for each in reasons if each["act"] == act)
