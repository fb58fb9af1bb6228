"""A clerk's desk: the console, a line in the test's hand, and a clock that stands still."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from caller.app import LANGUAGES
from core.domain.hall import Hall
from core.qt.fonts import prepare_fonts
from tests.caller.desk import WINDOW, Desk
from tests.support.halls import lhasa_like

MakeDesk = Callable[..., Desk]


@pytest.fixture
def hall() -> Hall:
    return lhasa_like()


@pytest.fixture
def make_desk(qtbot: QtBot, tmp_path: Path, hall: Hall) -> Iterator[MakeDesk]:
    """Make a desk; ``language``, ``strip`` and ``hall`` can be chosen."""
    prepare_fonts(LANGUAGES)
    made: list[Desk] = []

    def make(**chosen: object) -> Desk:
        desk = Desk(qtbot, tmp_path, **{"hall": hall, **chosen})  # type: ignore[arg-type]
        made.append(desk)
        return desk

    yield make
    for desk in made:
        desk.app.stop()


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    """A desk whose clerk is signed in at the open window 3."""
    desk = make_desk()
    desk.sign_in()
    desk.day.open(3)
    return desk


@pytest.fixture
def serving(make_desk: MakeDesk) -> Desk:
    """A desk at window 3 with C007 being served."""
    desk = make_desk()
    desk.sign_in()
    desk.day.open(WINDOW)
    desk.day.take("C007")
    desk.day.call("C007", WINDOW)
    desk.day.start("C007")
    desk.link.settle()
    return desk
