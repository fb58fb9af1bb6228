"""The picture moves a little, so that no panel keeps it for ever."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QObject, QSize
from pytestqt.qtbot import QtBot

from core.domain.screen import FaceKind, Screen
from display.app import DisplayApp
from display.drift import Drift, drift_at
from tests.support.fake_link import FakeLink
from tests.support.halls import lhasa_like


@pytest.mark.parametrize(("width", "height", "most"), [(800, 480, 2), (1920, 1080, 4), (3840, 2160, 9)])
def test_the_picture_goes_round_in_small_steps(width: int, height: int, most: int) -> None:
    way = [drift_at(step, width, height) for step in range(10)]
    assert way[0] == way[9] == (0, 0)
    assert len(set(way)) == 9
    assert {abs(each) for place in way for each in place} == {0, most}
    assert all(max(abs(x - u), abs(y - v)) <= 2 * most for (x, y), (u, v) in pairwise(way))


def test_a_screen_moves_and_another_face_stands_where_the_last_one_stood(qtbot: QtBot) -> None:
    link = FakeLink()
    app = DisplayApp(link, Screen(face=FaceKind.WINDOW, windows=(3,)), size=QSize(800, 480))
    app.show()
    owner = QObject()
    drift = Drift(app.view, owner, every_ms=1)
    assert app.view.rootObject().x() == 0
    drift.start()
    qtbot.waitUntil(lambda: app.view.rootObject().x() != 0)
    drift.stop()
    root = app.view.rootObject()
    place = root.x(), root.y()
    root.setX(0)
    root.setY(0)
    drift.apply()
    assert (root.x(), root.y()) == place
    link.connect_to(lhasa_like())
    app.close()
