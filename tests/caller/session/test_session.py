"""The PC is locked, sleeps, wakes: a real bus with a logind in the test's hand; Windows by its messages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from caller.keys import Command
from caller.moves import Move
from caller.session import windows
from caller.session.guard import SessionGuard
from caller.session.logind import LogindSession
from caller.session.windows import WindowsSession
from core.client.reply import Answer
from core.domain.event import Event, EventKind
from tests.caller.conftest import MakeDesk
from tests.caller.desk import Desk
from tests.support.fake_logind import FakeLogind, system_bus


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with system_bus(tmp_path_factory.mktemp("bus")) as address:
        yield address


@pytest.fixture
def logind(address: str, qtbot: QtBot) -> Iterator[FakeLogind]:
    assert qtbot is not None
    logind = FakeLogind(address)
    yield logind
    logind.close()


@pytest.fixture
def bus(address: str) -> Iterator[QDBusConnection]:
    yield QDBusConnection.connectToBus(address, "console")
    QDBusConnection.disconnectFromBus("console")


@pytest.fixture
def guard(desk: Desk, logind: FakeLogind, bus: QDBusConnection, qtbot: QtBot) -> Iterator[SessionGuard]:
    """The session of a clerk at the open window 3."""
    guard = listening(desk, bus, qtbot)
    assert logind.is_kept_awake()
    yield guard
    guard.stop()


def answered(watch: LogindSession) -> bool:
    """Return whether logind has told all that it was asked, and so knows who listens."""
    return bool(watch._session) and not watch._asked


def listening(desk: Desk, bus: QDBusConnection, qtbot: QtBot) -> SessionGuard:
    watch = LogindSession(bus)
    guard = SessionGuard(desk.app, watch, desk.app)
    guard.start()
    qtbot.waitUntil(lambda: answered(watch))
    return guard


def renew(desk: Desk) -> None:
    """Bring the snapshot that was asked for, as the floor is by now."""
    desk.link.snapshot(desk.link.floor)


@pytest.mark.parametrize("way", ["tell_to_lock", "show_locked"])
def test_while_locked_no_key_acts_and_none_is_kept(
    desk: Desk, guard: SessionGuard, logind: FakeLogind, qtbot: QtBot, way: str
) -> None:
    getattr(logind, way)(True)
    qtbot.waitUntil(lambda: guard._watch.locked)
    asked = len(desk.posts())
    for act in (Move.CALL_NEXT, Command.ACTS, Command.STRIP):
        desk.app.window.do(act)  # as a key does that works in every program
    desk.press(Qt.Key.Key_F9)
    assert len(desk.posts()) == asked
    getattr(logind, way)(False)
    qtbot.waitUntil(lambda: not guard._watch.locked)
    assert desk.link.renewals == [False], "the core is looked at at once"
    assert len(desk.posts()) == asked, "what was pressed is not done later"
    desk.press(Qt.Key.Key_F9)
    assert desk.posts()[-1][0] == "call-next"


def test_a_session_that_was_locked_before_the_console_came_is_seen(
    desk: Desk, logind: FakeLogind, bus: QDBusConnection, qtbot: QtBot
) -> None:
    logind.show_locked(True)
    guard = SessionGuard(desk.app, LogindSession(bus), desk.app)
    guard.start()
    qtbot.waitUntil(lambda: guard._watch.locked)
    guard.stop()


@pytest.mark.parametrize("strip", [False, True])
def test_what_happened_meanwhile_is_said(
    make_desk: MakeDesk, logind: FakeLogind, bus: QDBusConnection, qtbot: QtBot, strip: bool
) -> None:
    desk = make_desk(strip=strip)
    desk.sign_in()
    desk.day.open(3)
    guard = listening(desk, bus, qtbot)
    logind.tell_to_lock(True)
    qtbot.waitUntil(lambda: guard._watch.locked)
    desk.wait(31 * 60)
    desk.day.take("C007")
    desk.day.pause(3)
    logind.tell_to_lock(False)
    qtbot.waitUntil(lambda: desk.link.renewals == [False])
    assert not desk.shows("message"), "it is said when the core was looked at"
    renew(desk)
    assert desk.text("message") == "电脑锁屏或休眠 10:00–10:31：窗口现为暂停 · 等候人数由 0 变为 1"
    guard.stop()


def test_where_nothing_happened_nothing_is_said(
    desk: Desk, guard: SessionGuard, logind: FakeLogind, qtbot: QtBot
) -> None:
    logind.tell_to_lock(True)
    qtbot.waitUntil(lambda: guard._watch.locked)
    logind.tell_to_lock(False)
    qtbot.waitUntil(lambda: not guard._watch.locked)
    renew(desk)
    assert not desk.shows("message")


def test_a_message_that_came_to_a_locked_screen_waits_for_its_reader(
    desk: Desk, guard: SessionGuard, logind: FakeLogind, qtbot: QtBot
) -> None:
    logind.tell_to_lock(True)
    qtbot.waitUntil(lambda: guard._watch.locked)
    desk.day.seq += 1
    data = {"text": "请到二楼"}
    desk.link.push(Event(desk.day.seq, desk.now, EventKind.WINDOW_MESSAGE, window=3, data=data))
    desk.wait(3600)
    logind.tell_to_lock(False)
    qtbot.waitUntil(lambda: not guard._watch.locked)
    assert "请到二楼" in desk.text("message")


def test_before_the_machine_sleeps_a_press_gets_its_answer_and_nothing_more_is_sent(
    desk: Desk, guard: SessionGuard, logind: FakeLogind, qtbot: QtBot
) -> None:
    desk.press(Qt.Key.Key_F9)
    (ask,) = [each for each in desk.link.unanswered if each.path.endswith("/call-next")]
    logind.sleep(True)
    qtbot.waitUntil(lambda: guard._asleep)
    assert logind.is_kept_awake(), "the press is on its way"
    ask.answer(Answer({"ticket": None, "why": None}))
    qtbot.waitUntil(lambda: not logind.is_kept_awake())
    assert desk.enabled() == set()
    asked = len(desk.posts())
    desk.press(Qt.Key.Key_F9)
    assert not desk.console.do(Move.CALL_NEXT, {})
    assert len(desk.posts()) == asked
    logind.sleep(False)
    qtbot.waitUntil(lambda: desk.link.renewals == [True])
    assert desk.shows("offline"), "what is shown is not known to be true"
    desk.day.take("C007")
    renew(desk)
    assert "call-next" in desk.enabled()
    qtbot.waitUntil(logind.is_kept_awake)


def test_who_presses_nothing_does_not_keep_the_machine_awake(
    guard: SessionGuard, logind: FakeLogind, qtbot: QtBot
) -> None:
    logind.sleep(True)
    qtbot.waitUntil(lambda: not logind.is_kept_awake())
    assert guard._asleep


def test_times_are_right_after_the_sleep(
    desk: Desk, guard: SessionGuard, logind: FakeLogind, qtbot: QtBot
) -> None:
    desk.day.take("C007")
    desk.day.call("C007", 3)
    logind.sleep(True)
    qtbot.waitUntil(lambda: guard._asleep)
    before = desk.console.core_clock.now()
    desk.now += timedelta(hours=1)
    logind.sleep(False)
    qtbot.waitUntil(lambda: not guard._asleep)
    renew(desk)
    assert desk.console.core_clock.now() - before == timedelta(hours=1)


def test_a_logind_that_comes_later_is_heard(
    desk: Desk, address: str, bus: QDBusConnection, qtbot: QtBot
) -> None:
    watch = LogindSession(bus)
    guard = SessionGuard(desk.app, watch, desk.app)
    guard.start()
    logind = FakeLogind(address)
    qtbot.waitUntil(lambda: answered(watch))
    logind.tell_to_lock(True)
    qtbot.waitUntil(lambda: guard._watch.locked)
    guard.stop()
    logind.close()


def test_without_a_bus_the_console_works_all_the_same(desk: Desk, tmp_path: Path) -> None:
    nowhere = QDBusConnection.connectToBus(f"unix:path={tmp_path}/none", "nowhere")
    guard = SessionGuard(desk.app, LogindSession(nowhere), desk.app)
    guard.start()
    desk.press(Qt.Key.Key_F9)
    assert desk.posts()[-1][0] == "call-next"
    guard.stop()
    QDBusConnection.disconnectFromBus("nowhere")


class FakeWts:
    """The system's library: who registered."""

    def __init__(self, *, works: bool = True) -> None:
        self.works = works
        self.registered: list[int] = []

    def WTSRegisterSessionNotification(self, handle: object, which: int) -> int:
        self.registered.append(which)
        return self.works

    def WTSUnRegisterSessionNotification(self, handle: object) -> int:
        self.registered.pop()
        return 1


def test_windows_tells_it_by_messages(desk: Desk) -> None:
    wts = FakeWts()
    watch = WindowsSession(wts)
    guard = SessionGuard(desk.app, watch, desk.app)
    guard.start()
    assert wts.registered == [0]
    watch.heard(windows.WM_WTSSESSION_CHANGE, windows.WTS_SESSION_LOCK)
    asked = len(desk.posts())
    desk.app.window.do(Move.CALL_NEXT)
    assert len(desk.posts()) == asked
    watch.heard(windows.WM_WTSSESSION_CHANGE, windows.WTS_SESSION_UNLOCK)
    watch.heard(windows.WM_POWERBROADCAST, windows.PBT_APMSUSPEND)
    assert desk.enabled() == set()
    watch.heard(windows.WM_POWERBROADCAST, windows.PBT_APMRESUMEAUTOMATIC)
    watch.heard(windows.WM_POWERBROADCAST, windows.PBT_APMRESUMESUSPEND)
    assert desk.link.renewals == [False, True], "two messages of one waking count once"
    guard.stop()
    assert wts.registered == []


def test_a_windows_that_tells_nothing_does_not_stop_the_console(desk: Desk) -> None:
    guard = SessionGuard(desk.app, WindowsSession(FakeWts(works=False)), desk.app)
    guard.start()
    desk.press(Qt.Key.Key_F9)
    assert desk.posts()[-1][0] == "call-next"
