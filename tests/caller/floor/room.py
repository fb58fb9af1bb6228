"""What a test does and sees at the floor's window."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caller.app import CallerApp
from caller.floor.fields import Choice
from caller.floor.table import FloorTable
from caller.floor.view_model import FloorModel
from caller.floor.window import SIZE, FloorWindow
from caller.settings import CallerSettings
from caller.widgets.label import Label
from core.client.reply import Answer
from core.domain.hall import Hall
from tests.support.day import Day
from tests.support.fake_link import FakeLink

ENTER = Qt.Key.Key_Return


class Room:
    """The floor of a guide or a supervisor, on fake lines.

    Attributes:
        links: The signed-in lines: of the floor, then of windows that were taken over.
    """

    def __init__(
        self, qtbot: QtBot, folder: Path, hall: Hall, role: str = "supervisor", language: str = "zh"
    ) -> None:
        self.qtbot = qtbot
        self.hall = hall
        self.role = role
        self.now = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
        self.gate = FakeLink()
        self.links: list[FakeLink] = []
        settings = CallerSettings(QSettings(str(folder / "caller.ini"), QSettings.Format.IniFormat))
        settings.remember_language(language)
        self.app = CallerApp(
            post=self.gate.post, link_for=self._link_for, settings=settings, clock=lambda: self.now
        )
        qtbot.addWidget(self.app.window)
        self.app.show()
        qtbot.waitExposed(self.app.window)

    def sign_in(self) -> None:
        """Come in without a window: Enter in the empty field."""
        body = {"token": "t0", "clerk": "0901", "name": "导办一", "window": None, "role": self.role}
        self.gate.answer_next("/api/sign-in", Answer(body))
        for field, text in (("clerk", "0901"), ("pin", "2468")):
            QTest.keyClicks(self._at_sign_in(field), text)
        QTest.keyClick(self._at_sign_in("pin"), ENTER)
        QTest.keyClick(self._at_sign_in("window-number"), ENTER)
        self.gate.settle()
        if self.app.floor_window is not None:
            # As on a desk, whatever screen there is here.
            self.window.resize(SIZE)
            QApplication.processEvents()

    def connect(self) -> None:
        """Let the line come up."""
        self.link.connect_to(self.hall)
        self.day = Day(self.hall, self.link.push, lambda: self.now)

    @property
    def link(self) -> FakeLink:
        """The floor's line."""
        return self.links[0]

    @property
    def model(self) -> FloorModel:
        """What the floor's window shows."""
        assert self.app.floor is not None
        return self.app.floor

    @property
    def window(self) -> FloorWindow:
        """The floor's window."""
        assert self.app.floor_window is not None
        return self.app.floor_window

    def tell_queues(self, **longest_s: int | None) -> None:
        """Answer what was asked of the queues: how long the first one of each waits."""
        self.answer("/api/queues", Answer({"queues": [queue(each, s) for each, s in longest_s.items()]}))

    def answer(self, path: str, reply: Any) -> None:
        """Answer the oldest request for ``path`` that is open."""
        ask = next(ask for ask in self.link.unanswered if ask.path == path)
        self.link.unanswered.remove(ask)
        ask.answer(reply)

    def widget(self, name: str) -> QWidget:
        """Return the widget of that name."""
        found = self.window.findChild(QWidget, name)
        assert found is not None, name
        return found

    def table(self, name: str) -> FloorTable:
        """Return the table of that name."""
        found = self.widget(name)
        assert isinstance(found, FloorTable)
        return found

    def button(self, name: str) -> QPushButton:
        """Return the button of that name."""
        found = self.widget(name)
        assert isinstance(found, QPushButton)
        return found

    def text(self, name: str) -> str:
        """Return what a label shows."""
        found = self.widget(name)
        assert isinstance(found, Label)
        return found.text()

    def click(self, name: str) -> None:
        """Click a button with the mouse; nobody can click what is not there to be seen."""
        assert self.button(name).isVisible(), name
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def press(self, key: Qt.Key, on: str = "") -> None:
        """Press a key and let it go."""
        QTest.keyClick(self.widget(on) if on else self.window, key)

    def type(self, name: str, text: str) -> None:
        """Type into a field, instead of what is there."""
        field = self.widget(name)
        assert isinstance(field, QLineEdit)
        field.clear()
        if text.isascii():
            QTest.keyClicks(field, text)
        else:
            # As an input method gives it: no key has such a letter.
            field.insert(text)

    def choose(self, name: str, choice: str) -> None:
        """Choose by the keyboard: down until it is there."""
        field = self.widget(name)
        assert isinstance(field, Choice)
        QTest.keyClick(field, Qt.Key.Key_Home)
        for _ in range(field.count()):
            if field.choice == choice:
                return
            QTest.keyClick(field, Qt.Key.Key_Down)
        raise AssertionError(f"{name} does not offer {choice!r}")

    def click_row(self, table: str, row: str) -> None:
        """Click a row of a table."""
        found = self.table(table)
        assert found.isVisible(), table
        place = found.visualRect(found.model().index(found.ids().index(row), 0)).center()
        QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def _at_sign_in(self, name: str) -> QWidget:
        found = self.app.window.findChild(QWidget, name)
        assert found is not None, name
        return found

    def _link_for(self, _token: str) -> FakeLink:
        self.links.append(FakeLink())
        return self.links[-1]


def queue(queue: str, longest_s: int | None = None) -> dict[str, Any]:
    """Return a queue as ``GET /api/queues`` shows it."""
    return {
        "id": queue,
        "waiting": 0,
        "longest_s": longest_s,
        "estimate": {"p50_s": 480, "p90_s": 900},
        "open": True,
        "windows": [],
    }


def ticket(number: str, state: str = "waiting", **more: Any) -> dict[str, Any]:
    """Return a ticket as ``GET /api/tickets`` shows it."""
    return {
        "id": f"id-{number}",
        "number": number,
        "state": state,
        "queue": "insurance",
        "class": "ordinary",
        "window": None,
        "slip": "printed",
        "assisted": False,
        **more,
    }
