"""What a screen holds, and when it gives back."""

from __future__ import annotations

import os
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from core.qt import memory
from core.qt.memory import MOST_MB, ROOM_MB, GivesBack
from hallcall.bench import processes


class World(SimpleNamespace):
    """What is held, and how often what can go went; then ``rest`` is left."""

    held: float = 0.0
    rest: float = 0.0
    given: int = 0


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    there = World()

    def give() -> None:
        there.given += 1
        there.held = there.rest

    monkeypatch.setattr(memory, "give_back", give)
    monkeypatch.setattr(memory, "resident_mb", lambda: there.held)
    return there


def test_a_screen_that_holds_little_is_left_alone(qapp: QGuiApplication, world: World) -> None:
    owner = QObject()
    gives = GivesBack(owner)
    world.held = MOST_MB - 1
    gives.look()
    assert world.given == 0


def test_much_goes_back_and_what_is_in_use_is_not_asked_for_again(
    qapp: QGuiApplication, world: World
) -> None:
    owner = QObject()
    gives = GivesBack(owner)
    world.held, world.rest = MOST_MB + 1, MOST_MB - 5
    gives.look()
    assert world.given == 1
    world.held = world.rest + ROOM_MB - 1
    gives.look()
    assert world.given == 1
    world.held = world.rest + ROOM_MB + 1
    gives.look()
    assert world.given == 2


@pytest.mark.skipif(not processes.KNOWN, reason="memory is read from /proc")
def test_what_is_held_is_what_the_system_says() -> None:
    assert memory.resident_mb() == pytest.approx(processes.resident_mb(os.getpid()), abs=8)
