"""A supervisor moves a clerk with a visitor away; both consoles and the core are the real ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caller.app import LANGUAGES, CallerApp, caller_for
from caller.floor.fields import Choice
from caller.floor.table import FloorTable
from caller.moves import Move
from caller.settings import CallerSettings
from caller.widgets.label import Label
from core.app.hallfile import load
from core.domain.people import Role
from core.qt.fonts import prepare_fonts
from hallcall.demo.hurried import write_hurried
from hallcall.halls import resolve
from tests.support.running_core import CoreHandle, CoreProcess

PIN = "2468"
SOON_MS = 30_000


@pytest.fixture
def core(tmp_path: Path) -> Iterator[CoreHandle]:
    _, file = write_hurried(load(resolve("lhasa")), tmp_path)
    process = CoreProcess(str(file), tmp_path / "core")
    core = process.start()
    for clerk, role in (("0301", "clerk"), ("0302", "clerk"), ("0902", "supervisor")):
        body = {"name": clerk, "role": role, "pin": PIN}
        assert core.ask("PUT", f"/api/clerks/{clerk}", body, token=core.token(Role.ADMIN)).status < 300
    yield core
    process.stop()


Come = Callable[[str, int | None], CallerApp]


@pytest.fixture
def come(core: CoreHandle, qtbot: QtBot, tmp_path: Path) -> Iterator[Come]:
    """Let somebody sit down at a PC of one's own and sign in."""
    prepare_fonts(LANGUAGES)
    made: list[CallerApp] = []

    def enter(clerk: str, window: int | None) -> CallerApp:
        file = tmp_path / f"{len(made)}.ini"
        settings = CallerSettings(QSettings(str(file), QSettings.Format.IniFormat))
        settings.remember_language("zh")
        app = caller_for(core.url, settings=settings, window=window)
        made.append(app)
        qtbot.addWidget(app.window)
        app.show()
        sign_in(app, clerk)
        qtbot.waitUntil(lambda: knows(app), timeout=SOON_MS)
        return app

    yield enter
    for app in made:
        app.stop()


def sign_in(app: CallerApp, clerk: str) -> None:
    for name, text in (("clerk", clerk), ("pin", PIN)):
        field = app.window.findChild(QWidget, name)
        assert field is not None
        QTest.keyClicks(field, text)
    button = app.window.findChild(QPushButton, "sign-in-now")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def knows(app: CallerApp) -> bool:
    if app.floor is not None:
        return app.floor.props.live
    return app.console is not None and app.console.props.known and bool(app.console.props.moves)


def note(app: CallerApp) -> str:
    found = app.window.findChild(Label, "note")
    return found.text() if found is not None else ""


def does(app: CallerApp, qtbot: QtBot, move: Move) -> None:
    console = app.console
    assert console is not None
    qtbot.waitUntil(lambda: move in console.props.moves, timeout=SOON_MS)
    console.press(move)
    qtbot.waitUntil(lambda: console.props.busy is None, timeout=SOON_MS)


def visitor(app: CallerApp) -> str:
    shown = app.console.props.visitor if app.console else None
    return shown.number if shown else ""


def moves_clerk(boss: CallerApp, qtbot: QtBot, window: int, to: int) -> None:
    """Choose the window by mouse, where to by keys, and press the button by the space bar."""
    floor = boss.floor_window
    assert floor is not None
    table, other = floor.findChild(FloorTable, "windows"), floor.findChild(Choice, "other-window")
    button = floor.findChild(QPushButton, "send-clerk")
    assert table is not None
    assert other is not None
    assert button is not None
    table.choose(str(window))
    QTest.keyClick(other, Qt.Key.Key_Home)
    while other.choice != str(to):
        QTest.keyClick(other, Qt.Key.Key_Down)
    qtbot.waitUntil(button.isEnabled, timeout=SOON_MS)
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_a_clerk_with_a_visitor_is_moved_and_the_visitor_is_not_lost(
    core: CoreHandle, come: Come, qtbot: QtBot
) -> None:
    at_3, boss = come("0301", 3), come("0902", None)
    does(at_3, qtbot, Move.OPEN)
    number = core.post("/api/tickets", {"queue": "company"}, role=Role.KIOSK).body["number"]
    does(at_3, qtbot, Move.CALL_NEXT)
    qtbot.waitUntil(lambda: visitor(at_3) == number, timeout=SOON_MS)

    moves_clerk(boss, qtbot, 3, 5)
    qtbot.waitUntil(lambda: at_3.console is None, timeout=SOON_MS)
    assert "主管已将您调到 5 号窗口" in note(at_3)
    floor = boss.floor_window
    assert floor is not None
    said = floor.findChild(Label, "note")
    assert said is not None
    qtbot.waitUntil(lambda: number in said.text(), timeout=SOON_MS)

    # The clerk goes on at window 5; a colleague at window 3 ends what was begun there.
    at_5 = come("0301", 5)
    does(at_5, qtbot, Move.OPEN)
    sign_in(at_3, "0302")
    qtbot.waitUntil(lambda: knows(at_3), timeout=SOON_MS)
    assert visitor(at_3) == number
    does(at_3, qtbot, Move.FINISH)
    does(at_3, qtbot, Move.CLOSE)
    does(at_3, qtbot, Move.OPEN)
    assert visitor(at_3) == ""

    # Signed in at both, the clerk opens window 3 again: window 5 says why it is closed.
    third = come("0301", 3)
    assert "0302" in note(third), "a colleague is there"
    does(third, qtbot, Move.OPEN)
    qtbot.waitUntil(lambda: "您已在 3 号窗口" in note(at_5), timeout=SOON_MS)
    qtbot.waitUntil(lambda: "0301" in note(at_3), timeout=SOON_MS)
