"""What stands for months is moved, and stays whole."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtQuick import QQuickView
from pytestqt.qtbot import QtBot

from core.qt.burn_in import STEPS, BurnIn, offset
from core.qt.view import make_view

REACH = 6
ROUND = (2 * STEPS + 1) * 4 * STEPS * 2


def test_it_goes_everywhere_a_bit_at_a_time() -> None:
    places = [offset(step, REACH) for step in range(ROUND)]
    assert places[0] == (0, 0)
    for (x, y), (then_x, then_y) in pairwise(places):
        assert max(abs(then_x - x), abs(then_y - y)) <= REACH / STEPS + 1
        assert (x, y) != (then_x, then_y)
    for side in (0, 1):
        assert {place[side] for place in places} >= {-REACH, 0, REACH}
    # No place is held for longer than the others.
    assert max(places.count(each) for each in places) <= 4 * min(places.count(each) for each in places)


@pytest.fixture
def view(qtbot: QtBot, tmp_path: Path) -> Iterator[QQuickView]:
    file = tmp_path / "Main.qml"
    file.write_text('import QtQuick\nRectangle { color: "red" }')
    made = make_view(file, {}, size=QSize(800, 540), colour="white")
    made.show()
    qtbot.waitUntil(made.isExposed)
    yield made
    made.close()


def test_the_picture_stays_inside_whatever_becomes_of_the_window(view: QQuickView, qtbot: QtBot) -> None:
    burn_in = BurnIn(view)
    root = view.rootObject()
    xs, ys = set(), set()
    for _ in range(ROUND):
        assert root.x() >= 0
        assert root.y() >= 0
        assert root.x() + root.width() <= view.width()
        assert root.y() + root.height() <= view.height()
        xs.add(root.x())
        ys.add(root.y())
        burn_in.move_on()
    assert {0, 3, 6} <= xs
    assert {0, 3, 6} <= ys
    view.resize(400, 1080)
    qtbot.waitUntil(lambda: root.height() == 1080 - 2 * 2)
    burn_in.stop()


def test_the_edge_has_the_colour_of_the_picture(view: QQuickView, qtbot: QtBot) -> None:
    burn_in = BurnIn(view, every_ms=1)
    assert view.color() == QColor("red")
    view.rootObject().setProperty("color", QColor("blue"))
    assert view.color() == QColor("blue")
    before = view.rootObject().x(), view.rootObject().y()
    qtbot.waitUntil(lambda: (view.rootObject().x(), view.rootObject().y()) != before)
    burn_in.stop()
