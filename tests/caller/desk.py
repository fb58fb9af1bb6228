"""What a test does and sees at a clerk's desk."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caller.app import CallerApp
from caller.bar.geometry import Area, Screen
from caller.moves import Move
from caller.pad_desk import PadDesk
from caller.settings import CallerSettings
from caller.theme import Shade
from caller.view_model import Console
from caller.widgets.label import Label
from core.client.reply import Answer, Reply
from core.domain.hall import Hall
from tests.support.day import Day
from tests.support.fake_link import FakeLink

WINDOW = 3
LET_IN = Answer({"token": "t0", "clerk": "0301", "window": WINDOW, "role": "clerk"})
NOBODY = Answer({"ticket": None, "why": None})


class FakeScreens(QObject):
    """Screens that a test plugs in and out."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._screens: tuple[Screen, ...] = (Screen("office 1", Area(0, 0, 1920, 1080)),)

    def all(self) -> tuple[Screen, ...]:
        return self._screens

    def become(self, *screens: Screen) -> None:
        """Have these screens from now on."""
        self._screens = screens
        self.changed.emit()


class Desk:
    """The console of window 3, on fake lines.

    Attributes:
        gate: The line before the sign-in.
        link: The signed-in line.
        now: This machine's clock.
        tokens: With which tokens a line was made.
    """

    def __init__(
        self,
        qtbot: QtBot,
        folder: Path,
        *,
        hall: Hall,
        language: str = "zh",
        strip: bool = False,
        scale: int = 100,
        shade: Shade = Shade.LIGHT,
        window: int | None = WINDOW,
        call_gap_ms: int = 0,
        pads: PadDesk | None = None,
    ) -> None:
        self.qtbot = qtbot
        self.hall = hall
        self.now = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
        self.gate = FakeLink()
        self.link = FakeLink()
        self.tokens: list[str] = []
        self.settings = CallerSettings(QSettings(str(folder / "caller.ini"), QSettings.Format.IniFormat))
        self.settings.remember_scale(scale)
        self.settings.remember_shade(shade)
        if language:
            self.settings.remember_language(language)
        self.app = CallerApp(
            post=self.gate.post,
            link_for=self._link_for,
            settings=self.settings,
            window=window,
            strip=strip,
            clock=lambda: self.now,
            call_gap_ms=call_gap_ms,
            pads=pads,
        )
        self.screens = FakeScreens()
        self.app.window.use_screens(self.screens)
        self.day = Day(hall, self.link.push, lambda: self.now)
        qtbot.addWidget(self.app.window)
        self.app.show()
        qtbot.waitExposed(self.app.window)

    @property
    def console(self) -> Console:
        """The signed-in clerk's console."""
        assert self.app.console is not None
        return self.app.console

    def sign_in(self) -> None:
        """Come in by the fields, and let the line come up."""
        self.gate.answer_next("/api/sign-in", LET_IN)
        self.type("clerk", "0301")
        self.type("pin", "2468")
        self.press(Qt.Key.Key_Return, self.widget("pin"))
        self.gate.settle()
        self.link.connect_to(self.hall)

    def widget(self, name: str) -> QWidget:
        """Return the widget of that name."""
        found = self.app.window.findChild(QWidget, name)
        assert found is not None, name
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

    def shows(self, name: str) -> bool:
        """Return whether the widget of that name is there to be seen."""
        found = self.app.window.findChild(QWidget, name)
        return found is not None and found.isVisible()

    def type(self, name: str, text: str) -> None:
        """Type into a field."""
        QTest.keyClicks(self.widget(name), text)

    def type_here(self, text: str) -> None:
        """Type where the keyboard is."""
        QTest.keyClicks(self._focus(), text)

    def press(self, key: Qt.Key, on: QWidget | None = None) -> None:
        """Press a key and let it go."""
        QTest.keyClick(on or self._focus(), key)

    def hold(self, key: Qt.Key, repeats: int) -> None:
        """Hold a key down: one press, then the keyboard's repeats of it."""
        target = self._focus()
        for repeat in range(repeats + 1):
            event = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", repeat > 0)
            QApplication.sendEvent(target, event)

    def click(self, name: str) -> None:
        """Click a button with the mouse."""
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def enabled(self) -> set[str]:
        """Return the moves whose button can be seen and pressed."""
        found = [self.app.window.findChild(QPushButton, move.value) for move in Move]
        return {each.objectName() for each in found if each and each.isVisible() and each.isEnabled()}

    def posts(self) -> list[tuple[str, dict[str, Any]]]:
        """Return what was asked of window 3, with the start of the address left out."""
        return [(path.removeprefix(f"/api/windows/{WINDOW}/"), body) for path, body in self.link.posts]

    def will(self, move: str, reply: Reply) -> None:
        """Plan the answer to a move."""
        self.link.answer_next(f"/api/windows/{WINDOW}/{move}", reply)

    def wait(self, seconds: float) -> None:
        """Let the clock go on, and the second's tick come."""
        self.now += timedelta(seconds=seconds)
        self.console.ticked.emit()

    def _focus(self) -> QWidget:
        focus = cast("QWidget | None", self.app.window.focusWidget())
        return focus if focus is not None else self.app.window

    def _link_for(self, token: str) -> FakeLink:
        self.tokens.append(token)
        return self.link
