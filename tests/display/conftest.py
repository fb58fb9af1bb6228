from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.domain.hall import Hall
from core.qt.app import make_app
from tests.display.held import Held, Screen
from tests.support.halls import lhasa_like


@pytest.fixture(scope="session", autouse=True)
def _software_renderer(qapp: object) -> None:
    make_app("tests", widgets=True)


@pytest.fixture
def held(qapp: object) -> Held:
    """The board of a zone of three queues; live, nothing happened yet."""
    held = Held(lhasa_like(), "business")
    held.link.connect_to(held.hall)
    return held


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Callable[..., Screen]]:
    """Make boards in windows, and close them after the test."""
    shown: list[Screen] = []

    def show_one(hall: Hall, zone: str | None = None, **more: Any) -> Screen:
        screen = Screen(hall, zone, **more)
        shown.append(screen)
        return screen

    yield show_one
    for screen in shown:
        screen.app.close()
