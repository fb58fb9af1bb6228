"""What is said to a window stands on its console, calmly, until it is read or old."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLayout, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from caller.floor.message_line import KEPT_MOST, MessageLine
from caller.widgets.label import Label
from caller.words import Words
from core.domain.event import Event, EventKind
from core.qt.translate import Translations
from tests.support.fake_link import FakeLink
from tests.support.halls import lhasa_like


class Line:
    def __init__(self, qtbot: QtBot) -> None:
        self.now = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
        self.link = FakeLink()
        self.link.connect_to(lhasa_like())
        self.host = QWidget()
        rows = QVBoxLayout(self.host)
        rows.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.widget = MessageLine(lambda: self.now)
        rows.addWidget(self.widget)
        qtbot.addWidget(self.host)
        self.host.resize(420, 80)
        self.host.show()
        self.widget.follow(self.link, 3)
        self.widget.show_words(Words(Translations(("zh",)).speaker("zh"), "zh"))

    def say(self, text: str, window: int | None = 3) -> None:
        seq = self.link.floor.seq + 1
        data = {"text": text, "by": "supervisor:0900"}
        self.link.push(Event(seq, self.now, EventKind.WINDOW_MESSAGE, window=window, data=data))

    def read(self) -> None:
        QApplication.processEvents()
        button = self.widget.findChild(QPushButton, "message-read")
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    @property
    def shown(self) -> str:
        label = self.widget.findChild(Label, "message")
        assert label is not None
        return "" if self.widget.isHidden() else label.text()


@pytest.fixture
def line(qtbot: QtBot) -> Line:
    return Line(qtbot)


def test_it_is_shown_with_its_time_until_it_is_read(line: Line) -> None:
    assert line.shown == ""
    line.say("请到三楼开会")
    assert line.shown == "10:00 请到三楼开会"
    line.read()
    assert line.shown == ""


@pytest.mark.parametrize(("window", "shown"), [(3, "10:00 x"), (None, "10:00 x"), (4, "")])
def test_it_is_for_this_window_or_for_all(line: Line, window: int | None, shown: str) -> None:
    line.say("x", window)
    assert line.shown == shown


def test_several_are_read_one_after_the_other(line: Line) -> None:
    line.say("一")
    line.say("二")
    assert line.shown == "10:00 一"
    line.read()
    assert line.shown == "10:00 二"


def test_one_that_is_ten_minutes_old_is_gone(line: Line) -> None:
    line.say("一")
    line.now += timedelta(minutes=10)
    line.say("二")
    assert line.shown == "10:10 二"


def test_a_flood_is_bounded(line: Line) -> None:
    for number in range(KEPT_MOST + 5):
        line.say(str(number))
    assert line.shown == "10:00 5"
