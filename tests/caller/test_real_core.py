"""A day at window 3 against the real core on loopback, by keys and mouse only."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caller.app import CallerApp, caller_for
from caller.keys import Command
from caller.settings import CallerSettings
from caller.sight.table import SteadyTable
from caller.widgets.label import Label
from core.domain.people import Role
from tests.caller.running import PIN, running
from tests.support.running_core import CoreHandle, CoreProcess

CLERK = "0301"
SAID_WITHIN_MS = 2000
F4, F5, F6, F7, F8, F9 = (Qt.Key(value) for value in range(Qt.Key.Key_F4.value, Qt.Key.Key_F9.value + 1))


@pytest.fixture
def process(tmp_path: Path) -> Iterator[CoreProcess]:
    """A core of Lhasa's hall."""
    with running(tmp_path, [CLERK]) as process:
        yield process


@pytest.fixture
def core(process: CoreProcess) -> CoreHandle:
    """The core, with one clerk."""
    return process.handle


@pytest.fixture
def caller(core: CoreHandle, qtbot: QtBot, tmp_path: Path) -> Iterator[CallerApp]:
    """A console that waits for its clerk."""
    settings = CallerSettings(QSettings(str(tmp_path / "caller.ini"), QSettings.Format.IniFormat))
    app = caller_for(core.url, settings=settings, window=3)
    qtbot.addWidget(app.window)
    app.show()
    qtbot.waitExposed(app.window)
    yield app
    app.stop()


def take(core: CoreHandle, queue: str, count: int) -> list[str]:
    """Let people take numbers at a kiosk."""
    numbers = []
    for _ in range(count):
        answer = core.post("/api/tickets", {"queue": queue}, role=Role.KIOSK)
        assert answer.status == 201
        numbers.append(answer.body["number"])
    return numbers


def widget(caller: CallerApp, name: str) -> QWidget:
    found = caller.window.findChild(QWidget, name)
    assert found is not None, name
    return found


def text(caller: CallerApp, name: str) -> str:
    found = caller.window.findChild(Label, name)
    return found.text() if found is not None else ""


def ready(caller: CallerApp, move: str) -> bool:
    found = caller.window.findChild(QPushButton, move)
    return found is not None and found.isVisible() and found.isEnabled()


def sign_in(caller: CallerApp, pin: str = PIN) -> None:
    QTest.keyClicks(widget(caller, "clerk"), CLERK)
    QTest.keyClicks(widget(caller, "pin"), pin)
    QTest.keyClick(widget(caller, "pin"), Qt.Key.Key_Return)


def press(caller: CallerApp, qtbot: QtBot, key: Qt.Key, move: str) -> None:
    """Press a key as soon as its move is legal."""
    qtbot.waitUntil(lambda: ready(caller, move))
    QTest.keyClick(caller.window, key)


def test_a_day_at_the_window(core: CoreHandle, caller: CallerApp, qtbot: QtBot) -> None:
    sign_in(caller)
    press(caller, qtbot, F4, "open")
    qtbot.waitUntil(lambda: text(caller, "status") == "开放")
    first, second = take(core, "food_permit", 2)
    qtbot.waitUntil(lambda: text(caller, "waiting-total") == "等候 2 人")

    press(caller, qtbot, F9, "call-next")
    qtbot.waitUntil(lambda: text(caller, "visitor-number") == first)
    assert text(caller, "visitor-why").startswith("叫号依据：第 2 档")
    press(caller, qtbot, F8, "recall")
    qtbot.waitUntil(lambda: text(caller, "visitor-calls") == "已叫 2 次")
    press(caller, qtbot, F7, "start")
    qtbot.waitUntil(lambda: text(caller, "visitor-state") == "办理中")
    press(caller, qtbot, F9, "call-next")
    qtbot.waitUntil(lambda: text(caller, "visitor-number") == second)
    press(caller, qtbot, F5, "pass")
    qtbot.waitUntil(lambda: text(caller, "visitor-number") == "—")
    press(caller, qtbot, F9, "call-next")
    qtbot.waitUntil(lambda: text(caller, "note") == "本窗口暂无等候人员。")

    qtbot.waitUntil(lambda: ready(caller, "sign-out"))
    QTest.mouseClick(widget(caller, "sign-out"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: caller.console is None)
    windows = core.get("/api/windows").body["windows"]
    assert next(each["status"] for each in windows if each["number"] == 3) == "closed"


def test_the_clerk_sees_what_the_visitor_came_for_and_which_step_it_is(
    core: CoreHandle, caller: CallerApp, qtbot: QtBot
) -> None:
    sign_in(caller)
    press(caller, qtbot, F4, "open")
    of_window = [queue.id for queue in caller.console.props.queues] if caller.console else []
    item = next(each for each in core.get("/api/hall").body["items"] if each["queue"] in of_window)
    taken = core.post("/api/tickets", {"items": [item["id"], item["id"]]}, role=Role.KIOSK)
    assert taken.status == 201
    press(caller, qtbot, F9, "call-next")
    qtbot.waitUntil(lambda: text(caller, "visitor-purpose") == item["name"]["zh"])
    assert text(caller, "visitor-step") == "第1步/共2步"


def test_a_supervisor_gives_the_window_other_queues(
    core: CoreHandle, caller: CallerApp, qtbot: QtBot
) -> None:
    take(core, "convenience", 2)
    sign_in(caller)
    press(caller, qtbot, F4, "open")
    token = core.token(Role.SUPERVISOR)
    assert core.ask("PUT", "/api/windows/3/profile", {"tiers": "convenience"}, token=token).status == 200
    qtbot.waitUntil(lambda: text(caller, "waiting-total") == "等候 2 人")
    press(caller, qtbot, F9, "call-next")
    qtbot.waitUntil(lambda: text(caller, "visitor-queue") == "便民服务")


def test_a_wrong_pin_is_refused_and_the_right_one_lets_in(
    core: CoreHandle, caller: CallerApp, qtbot: QtBot
) -> None:
    sign_in(caller, pin="1111")
    qtbot.waitUntil(lambda: text(caller, "note") == "工号或密码不正确。")
    QTest.keyClicks(widget(caller, "pin"), PIN)
    QTest.keyClick(widget(caller, "pin"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ready(caller, "open"))


def test_f9_beaten_as_fast_as_can_be_calls_one_visitor(
    core: CoreHandle, caller: CallerApp, qtbot: QtBot
) -> None:
    sign_in(caller)
    press(caller, qtbot, F4, "open")
    first, *_ = take(core, "company", 5)
    qtbot.waitUntil(lambda: ready(caller, "call-next"))
    for _ in range(10):
        QTest.keyClick(caller.window, F9)
        qtbot.wait(10)
    qtbot.waitUntil(lambda: text(caller, "visitor-number") == first)
    waiting = {queue["id"]: queue["waiting"] for queue in core.get("/api/queues").body["queues"]}
    assert waiting["company"] == 4


def test_the_core_is_killed_and_the_clerk_goes_on(
    core: CoreHandle, process: CoreProcess, caller: CallerApp, qtbot: QtBot
) -> None:
    sign_in(caller)
    press(caller, qtbot, F4, "open")
    (number,) = take(core, "company", 1)
    press(caller, qtbot, F9, "call-next")
    qtbot.waitUntil(lambda: text(caller, "visitor-number") == number)
    process.kill()
    qtbot.waitUntil(lambda: widget(caller, "offline").isVisible())
    assert not ready(caller, "finish")
    process.start()
    qtbot.waitUntil(lambda: ready(caller, "finish"))
    assert not widget(caller, "offline").isVisible()
    assert text(caller, "visitor-number") == number
    press(caller, qtbot, F6, "finish")
    qtbot.waitUntil(lambda: text(caller, "visitor-number") == "—")


def test_a_frozen_core_is_said_within_two_seconds_and_what_is_known_stays(
    core: CoreHandle, process: CoreProcess, caller: CallerApp, qtbot: QtBot
) -> None:
    sign_in(caller)
    press(caller, qtbot, F4, "open")
    (number,) = take(core, "company", 1)
    press(caller, qtbot, F9, "call-next")
    qtbot.waitUntil(lambda: text(caller, "visitor-number") == number)
    process.send_signal(signal.SIGSTOP)
    try:
        qtbot.waitUntil(lambda: widget(caller, "offline").isVisible(), timeout=SAID_WITHIN_MS)
        assert text(caller, "visitor-number") == number
        assert not ready(caller, "finish")
    finally:
        process.send_signal(signal.SIGCONT)
    press(caller, qtbot, F6, "finish")
    qtbot.waitUntil(lambda: text(caller, "visitor-number") == "—")


def test_a_press_that_a_frozen_core_heard_is_done_once_and_said_to_be(
    core: CoreHandle, process: CoreProcess, caller: CallerApp, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_in(caller)
    press(caller, qtbot, F4, "open")
    first, _ = take(core, "company", 2)
    qtbot.waitUntil(lambda: ready(caller, "call-next"))
    monkeypatch.setattr("core.client.http.TRANSFER_TIMEOUT_MS", 500)
    monkeypatch.setattr("core.client.http.RETRY_AFTER_MS", (50,))
    process.send_signal(signal.SIGSTOP)
    try:
        QTest.keyClick(caller.window, F9)
        assert not ready(caller, "call-next")
        qtbot.waitUntil(lambda: "是否完成尚不确定" in text(caller, "note"))
        assert not ready(caller, "call-next")
    finally:
        process.send_signal(signal.SIGCONT)
    qtbot.waitUntil(lambda: "是否完成尚不确定" not in text(caller, "note"), timeout=20_000)
    waiting = {queue["id"]: queue["waiting"] for queue in core.get("/api/queues").body["queues"]}
    if text(caller, "note"):
        assert "没有完成" in text(caller, "note")
        assert waiting["company"] == 2
    else:
        qtbot.waitUntil(lambda: text(caller, "visitor-number") == first)
        assert waiting["company"] == 1


def test_the_column_shows_the_line_in_the_cores_order_and_the_clerks_day(
    core: CoreHandle, caller: CallerApp, qtbot: QtBot
) -> None:
    sign_in(caller)
    press(caller, qtbot, F4, "open")
    take(core, "company", 2)
    for visitor_class in ("elderly", "ordinary"):
        body = {"queue": "company", "class": visitor_class}
        assert core.post("/api/tickets", body, role=Role.GUIDE).status == 201
    QTest.keyClick(caller.window, Qt.Key.Key_F11)
    table = caller.window.findChild(SteadyTable, "line-table")
    assert table is not None
    qtbot.waitUntil(lambda: len(table.ids()) == 4)
    stood, called = [table.texts(row)[0] for row in table.ids()], []
    for _ in range(3):  # A console rests between two calls.
        before = text(caller, "visitor-number")
        press(caller, qtbot, F9, "call-next")
        qtbot.waitUntil(lambda before=before: text(caller, "visitor-number") != before)  # type: ignore[misc]
        called.append(text(caller, "visitor-number"))
        qtbot.waitUntil(lambda: len(table.ids()) == len(stood) - len(called))
    assert called == stood[:3]
    caller.window.do(Command.SEE_DAY)
    qtbot.waitUntil(lambda: text(caller, "day-head").startswith("今天已办 2 件"))
    caller.window.do(Command.SEE_WINDOWS)
    beside = caller.window.findChild(SteadyTable, "beside-table")
    assert beside is not None
    other = next(int(row) for row in beside.ids())
    core.post(f"/api/windows/{other}/open", {}, role=Role.SUPERVISOR)
    qtbot.waitUntil(lambda: beside.texts(str(other))[1] == "● 开放 · 空闲")
