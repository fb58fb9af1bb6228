"""A clerk at a desk with a console of its own, on a real core: by keys, by mouse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caller.app import CallerApp, caller_for
from caller.printing import ListPrinter
from caller.settings import CallerSettings
from core.domain.people import Role
from tests.caller.acts.test_real_acts import can, keys
from tests.caller.running import PIN
from tests.caller.test_real_core import text, widget
from tests.support.running_core import CoreHandle

WITHIN_MS = 20_000


class Clerk:
    """Somebody at a desk with a console of its own."""

    def __init__(
        self,
        core: CoreHandle,
        qtbot: QtBot,
        folder: Path,
        window: int,
        printer: ListPrinter | None = None,
        clerk: str = "",
        *,
        works: bool = True,
    ) -> None:
        """Sign in; who ``works`` opens the window too."""
        store = QSettings(str(folder / f"{window}.ini"), QSettings.Format.IniFormat)
        self.app: CallerApp = caller_for(
            core.url, settings=CallerSettings(store), window=window, printer=printer
        )
        self.app._call_gap_ms = 0  # Nobody has to walk here.
        self.qtbot = qtbot
        qtbot.addWidget(self.app.window)
        self.app.show()
        QTest.keyClicks(widget(self.app, "clerk"), clerk or f"03{window:02}")
        QTest.keyClicks(widget(self.app, "pin"), PIN)
        QTest.keyClick(widget(self.app, "pin"), Qt.Key.Key_Return)
        self.until(lambda: can(self.app, "open") or can(self.app, "call-next"))
        if not works:
            return
        if can(self.app, "open"):  # the story before left it open
            self.key(Qt.Key.Key_F4, "open")
        self.until(lambda: can(self.app, "call-next"))

    def until(self, holds: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(holds()), timeout=WITHIN_MS)

    def can(self, name: str) -> None:
        """Wait until something can be pressed."""
        self.until(lambda: can(self.app, name))

    def waiting(self, count: int) -> None:
        """Wait until so many are told to wait."""
        self.until(lambda: text(self.app, "waiting-total") == f"等候 {count} 人")

    def reasons(self) -> None:
        """Wait for the page of reasons."""
        self.until(lambda: any_reason(self))

    @property
    def number(self) -> str:
        """Who is here."""
        return text(self.app, "visitor-number")

    def here(self, number: str) -> None:
        self.until(lambda: self.number == number and can(self.app, "finish"))

    def free(self) -> None:
        self.until(lambda: self.number == "—" and can(self.app, "call-next"))

    def key(self, key: Qt.Key, move: str) -> None:
        self.until(lambda: can(self.app, move))
        QTest.keyClick(self.app.window, key)

    def keys(self, typed: str, act: str) -> None:
        """Do an act by keys; the first one as soon as it can be done."""
        # Of two windows one has the keyboard.
        self.app.window.activateWindow()
        self.until(self.app.window.isActiveWindow)
        QTest.keyClick(self.app.window, Qt.Key.Key_F10)
        self.until(lambda: can(self.app, f"act:{act}"))
        keys(self.app, typed)

    def mouse(self, *names: str) -> None:
        """Click one after the other, each as soon as it can be clicked."""
        for name in names:
            self.can(name)
            QApplication.processEvents()  # a row that came just now is put in its place first
            found = self.app.window.findChild(QPushButton, name)
            assert found is not None
            QTest.mouseClick(found, Qt.MouseButton.LeftButton)

    def acts(self, *names: str) -> None:
        """Open the acts by mouse, and click rows."""
        self.mouse("more", *names)

    def menu(self, name: str) -> QMenu:
        self.until(lambda: self.app.window.findChild(QMenu, name))
        return cast("QMenu", self.app.window.findChild(QMenu, name))


def close_acts(clerk: Clerk) -> None:
    """Close the acts by mouse, if they are open."""
    while widget(clerk.app, "acts").isVisible():
        clerk.mouse("acts-back")


def legs_ticket(core: CoreHandle, number: str) -> str:
    found = core.ask("GET", f"/api/tickets?number={number}", token=core.token(Role.SUPERVISOR))
    return str(found.body["tickets"][0]["id"])


def reasons(core: CoreHandle, act: str) -> list[str]:
    return [str(each["id"]) for each in core.get("/api/hall").body["reasons"] if each["act"] == act]


def any_reason(clerk: Clerk) -> QPushButton | None:
    page = clerk.app.window.findChild(QWidget, "acts")
    found = page.findChildren(QPushButton) if page is not None else []
    named = (each for each in found if each.objectName().startswith("reason:"))
    return next((each for each in named if each.isVisible() and each.isEnabled()), None)


def click_reason(clerk: Clerk) -> None:
    button = any_reason(clerk)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
