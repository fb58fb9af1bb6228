"""A guide's and a supervisor's morning against the real core on loopback, by mouse and keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caller.app import LANGUAGES, CallerApp, caller_for
from caller.floor.fields import Choice
from caller.floor.find import Found, found_in
from caller.floor.table import FloorTable
from caller.floor.window import SIZE
from caller.settings import CallerSettings
from caller.widgets.label import Label
from core.domain.people import Role
from core.qt.fonts import prepare_fonts
from tests.support.following import following
from tests.support.halls import shipped
from tests.support.running_core import CoreHandle, CoreProcess

PIN = "2468"
PEOPLE = {"guide": "0901", "supervisor": "0902"}
PRINTER = {"name": "取号机一", "kind": "printer", "state": "ready"}


@pytest.fixture
def core(tmp_path: Path) -> Iterator[CoreHandle]:
    """A core of Lhasa's hall with a guide, a supervisor and a printer, in a process of its own."""
    process = CoreProcess("lhasa", tmp_path / "core")
    core = process.start()
    for role, clerk in PEOPLE.items():
        body = {"name": role, "role": role, "pin": PIN}
        assert core.ask("PUT", f"/api/clerks/{clerk}", body, token=core.token(Role.ADMIN)).status < 300
    told = core.post("/api/devices", {"machine": "kiosk-1", "devices": [PRINTER]}, role=Role.KIOSK)
    assert told.status == 200
    yield core
    process.stop()


class Floor:
    """Somebody at the floor's window."""

    def __init__(self, app: CallerApp, qtbot: QtBot) -> None:
        self.app = app
        self.qtbot = qtbot

    def widget(self, name: str) -> QWidget:
        assert self.app.floor_window is not None
        found = self.app.floor_window.findChild(QWidget, name)
        assert found is not None, name
        return found

    def table(self, name: str) -> FloorTable:
        found = self.widget(name)
        assert isinstance(found, FloorTable)
        return found

    def shown(self, name: str) -> str:
        found = self.widget(name)
        assert isinstance(found, Label)
        return found.text()

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true, timeout=15_000)

    def click(self, name: str) -> None:
        button = self.widget(name)
        assert isinstance(button, QPushButton)
        self.until(button.isEnabled)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def does(self, name: str) -> None:
        """Click and let the answer come: the feed of the test holds up the window's own loop."""
        self.click(name)
        self.until(lambda: self.app.floor is not None and not self.app.floor.busy)

    def type(self, name: str, text: str) -> None:
        field = self.widget(name)
        assert isinstance(field, QLineEdit)
        field.clear()
        QTest.keyClicks(field, text)

    def choose(self, name: str, choice: str) -> None:
        field = self.widget(name)
        assert isinstance(field, Choice)
        QTest.keyClick(field, Qt.Key.Key_Home)
        while field.choice != choice:
            before = field.currentIndex()
            QTest.keyClick(field, Qt.Key.Key_Down)
            assert field.currentIndex() != before, choice

    def page(self, key: Qt.Key) -> None:
        assert self.app.floor_window is not None
        QTest.keyClick(self.app.floor_window, key)

    def finds(self, number: str) -> list[str]:
        self.page(Qt.Key.Key_F3)
        self.type("ticket-number", number)
        QTest.keyClick(self.widget("ticket-number"), Qt.Key.Key_Return)
        self.until(lambda: self.shown("ticket-what") == number)
        table = self.table("ticket-list")
        return table.texts(table.choice)


@pytest.fixture
def sign_in(core: CoreHandle, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[str], Floor]]:
    """Sign somebody in without a window."""
    prepare_fonts(LANGUAGES)
    made: list[CallerApp] = []

    def enter(role: str) -> Floor:
        settings = CallerSettings(QSettings(str(tmp_path / "caller.ini"), QSettings.Format.IniFormat))
        settings.remember_language("zh")
        app = caller_for(core.url, settings=settings)
        made.append(app)
        qtbot.addWidget(app.window)
        app.show()
        qtbot.waitExposed(app.window)
        for name, text in (("clerk", PEOPLE[role]), ("pin", PIN)):
            field = app.window.findChild(QWidget, name)
            assert field is not None
            QTest.keyClicks(field, text)
        button = app.window.findChild(QPushButton, "sign-in-now")
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        floor = Floor(app, qtbot)
        floor.until(lambda: app.floor is not None and app.floor.props.live and bool(app.floor.printers))
        assert app.floor_window is not None
        # As on a desk, whatever screen there is here.
        app.floor_window.resize(SIZE)
        return floor

    yield enter
    for app in made:
        app.stop()


def test_a_guide_issues_finds_and_looks_after_a_number(
    core: CoreHandle, sign_in: Callable[[str], Floor]
) -> None:
    hall = shipped("lhasa")
    queue, other = hall.queues[0], hall.queues[1]
    guide = sign_in("guide")
    guide.page(Qt.Key.Key_F2)
    guide.table("places").choose(f"{queue.id}/")
    guide.choose("issue-class", hall.classes[-1].id)
    guide.choose("issue-printer", "取号机一")
    guide.click("issue-now")
    guide.until(lambda: bool(guide.shown("issued-number")))
    (leg,) = core.get(f"/api/tickets?queue={queue.id}", role=Role.GUIDE).body["tickets"]
    assert leg["class"] == hall.classes[-1].id
    assert leg["number"] in guide.shown("issued-number")
    # The printer never tells that it printed: its slip is pending, and after a minute missing.
    guide.until(lambda: guide.app.floor is not None and not guide.app.floor.busy)
    assert core.get(f"/api/tickets/{leg['id']}", role=Role.GUIDE).body["slip"] == "pending"
    core.post(f"/api/tickets/{leg['id']}/slip", {"state": "failed", "printer": "取号机一"}, role=Role.KIOSK)
    guide.page(Qt.Key.Key_F4)
    guide.until(lambda: guide.table("slips-list").ids() == [leg["id"]])
    with following(core) as feed:
        guide.does("slips-reprint")
        heard = feed.next()
        while heard["kind"] != "ticket.reprinted":
            heard = feed.next()
    assert (heard["data"]["printer"], heard["data"]["by"]) == ("取号机一", "guide:0901")
    guide.finds(leg["number"])
    guide.choose("ticket-queue", other.id)
    guide.click("ticket-move")
    guide.until(lambda: _leg(core, leg["number"]).queue == other.id)
    guide.finds(leg["number"])
    guide.choose("ticket-class", hall.classes[0].id)
    guide.click("ticket-give-class")
    guide.until(lambda: _leg(core, leg["number"]).visitor_class == hall.classes[0].id)
    guide.finds(leg["number"])
    guide.click("ticket-cancel")
    guide.until(lambda: _leg(core, leg["number"]).state == "void")


def test_a_supervisor_directs_a_window_and_takes_it_over(
    core: CoreHandle, sign_in: Callable[[str], Floor]
) -> None:
    hall = shipped("lhasa")
    window = hall.windows[0]
    new = next(queue.id for queue in hall.queues if queue.id not in window.queues)
    boss = sign_in("supervisor")
    boss.table("windows").choose(str(window.number))
    boss.click("window-open")
    boss.until(lambda: boss.table("windows").texts(str(window.number))[1] == "开放")
    boss.choose("serve-queue", new)
    boss.click("serve-first")
    boss.until(lambda: new in _profile(core, window.number))
    with following(core, window=window.number) as feed:
        boss.type("message-text", "meeting on floor 3")
        boss.does("say-here")
        heard = feed.next()
        while heard["kind"] != "window.message":
            heard = feed.next()
    assert heard["data"] == {"text": "meeting on floor 3", "by": "supervisor:0902"}
    boss.click("take-over")
    boss.until(lambda: boss.app.console is not None and boss.app.console.props.known)
    console = boss.app.console
    assert console is not None
    console.sign_out()
    boss.until(lambda: boss.table("windows").texts(str(window.number))[1] == "关闭")
    boss.until(lambda: boss.app.console is None)
    boss.click("sign-out")
    boss.until(lambda: boss.app.floor is None)


def _leg(core: CoreHandle, number: str) -> Found:
    (found,) = found_in(core.get(f"/api/tickets?number={number}", role=Role.GUIDE).body)
    return found


def _profile(core: CoreHandle, window: int) -> list[str]:
    told = core.get("/api/hall").body["windows"]
    tiers = next(each["tiers"] for each in told if each["number"] == window)
    return [queue for tier in tiers for queue in tier["queues"]]
