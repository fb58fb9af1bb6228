"""A floor: its window, a line in the test's hand, and a clock that stands still."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from caller.app import LANGUAGES
from core.domain.hall import Hall, Reason
from core.qt.fonts import prepare_fonts
from tests.caller.floor.room import Room
from tests.support.halls import REASONS, lhasa_like

MakeRoom = Callable[..., Room]


@pytest.fixture
def hall() -> Hall:
    left = Reason("left", {"zh": "已离开", "bo": "ཕྱིན་ཟིན།", "en": "Left"}, "cancel")
    return replace(lhasa_like(), reasons=(*REASONS, left))


@pytest.fixture
def make_room(qtbot: QtBot, tmp_path: Path, hall: Hall) -> Iterator[MakeRoom]:
    """Make a room whose guide or supervisor is signed in."""
    prepare_fonts(LANGUAGES)
    made: list[Room] = []

    def make(role: str = "supervisor", language: str = "zh") -> Room:
        room = Room(qtbot, tmp_path, hall, role, language)
        made.append(room)
        room.sign_in()
        room.connect()
        return room

    yield make
    for room in made:
        room.app.stop()
