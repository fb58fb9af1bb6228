"""A supervisor lets a television join, by mouse and by keys."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from caller.floor.pairing import PairingBar, PairingDialog
from core.client.reply import Answer, Refused
from core.domain.hall import Hall
from core.domain.screen import Screen
from tests.caller.floor.conftest import MakeRoom
from tests.caller.floor.room import ENTER, Room
from tests.support.halls import lhasa_like

TV = {"code": "482173", "kind": "screen", "machine": "tv-west", "address": "10.0.3.17", "asked_at": "x"}
KIOSK = {**TV, "code": "000123", "kind": "kiosk", "machine": "kiosk-2"}


@pytest.fixture
def hall() -> Hall:
    return replace(lhasa_like(), screens=(Screen(name="east", zone="social"),))


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    room = make_room()
    told(room, TV, KIOSK)
    return room


def told(room: Room, *asking: dict[str, str]) -> None:
    room.answer("/api/pairings", Answer({"pairings": list(asking)}))


def bar(room: Room) -> PairingBar:
    found = room.widget("asking")
    assert isinstance(found, PairingBar)
    return found


def opened(room: Room) -> PairingDialog:
    room.press(Qt.Key.Key_F6)
    dialog = bar(room).dialog
    room.qtbot.waitUntil(dialog.isVisible)
    return dialog


def test_nobody_is_told_of_nobody(make_room: MakeRoom) -> None:
    room = make_room()
    told(room)
    assert not bar(room).isVisible()
    room.press(Qt.Key.Key_F6)
    assert not bar(room).dialog.isVisible()


def test_who_asks_is_listed_and_joins_by_keys(room: Room) -> None:
    assert bar(room).isVisible()
    assert "2" in bar(room).text()
    dialog = opened(room)
    assert dialog.table.texts("482173") == ["482 173", "屏幕", "tv-west", "10.0.3.17"]
    assert dialog.table.choice == "482173"
    assert not dialog.approve.isEnabled()
    QTest.keyClicks(dialog.name, "hall-west")
    dialog.shows.choose("zone:business")
    QTest.keyClick(dialog.name, ENTER)
    assert room.link.posts == [
        ("/api/pairings/482173/approve", {"name": "hall-west", "shows": "zone:business"})
    ]
    room.answer("/api/pairings/482173/approve", Answer({}))
    assert "482 173" in dialog.said.text()
    assert "hall-west" in dialog.said.text()
    told(room, KIOSK)
    assert dialog.table.ids() == ["000123"]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_screen_of_the_hall_gives_its_name_and_the_mouse_lets_it_join(room: Room) -> None:
    dialog = opened(room)
    dialog.shows.choose("hall")
    dialog.screen_name.choose("east")
    dialog.screen_name.activated.emit(dialog.screen_name.currentIndex())
    assert (dialog.name.text(), dialog.shows.choice) == ("east", "")
    QTest.mouseClick(dialog.approve, Qt.MouseButton.LeftButton)
    assert room.link.posts == [("/api/pairings/482173/approve", {"name": "east", "shows": ""})]
    refused = Refused("pairing.shows_refused", {"found": "east", "kind": "screen"})
    room.answer("/api/pairings/482173/approve", refused)
    assert "east" in dialog.said.text()
    assert dialog.name.text() == "east"


def test_a_kiosk_shows_nothing_and_can_be_refused(room: Room) -> None:
    dialog = opened(room)
    dialog.table.choose("000123")
    assert not dialog.shows.isEnabled()
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert room.link.posts == [("/api/pairings/000123/refuse", {})]
    room.answer("/api/pairings/000123/refuse", Answer({}))
    assert "000 123" in dialog.said.text()


def test_a_guide_is_not_asked(qtbot: QtBot, tmp_path: Path, hall: Hall) -> None:
    room = Room(qtbot, tmp_path, hall, "guide")
    room.sign_in()
    room.connect()
    assert "/api/pairings" not in room.link.gets
    assert isinstance(bar(room).dialog.name, QLineEdit)
    room.app.stop()
