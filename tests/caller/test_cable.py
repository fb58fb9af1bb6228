"""A cable that is cut: packets vanish and nobody says so, neither to the console nor to the core."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caller.app import CallerApp, caller_for
from caller.session.guard import SessionGuard
from caller.session.watch import SessionWatch
from caller.settings import CallerSettings
from tests.caller.running import empty, running
from tests.caller.test_real_core import (
    CLERK,
    F4,
    F6,
    F9,
    SAID_WITHIN_MS,
    press,
    ready,
    sign_in,
    take,
    text,
    widget,
)
from tests.support.proxy import Proxy, losing_proxy
from tests.support.running_core import CoreHandle


@pytest.fixture(scope="module")
def core(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CoreHandle]:
    with running(tmp_path_factory.mktemp("cable"), [CLERK]) as process:
        yield process.handle


@pytest.fixture(autouse=True)
def nobody(core: CoreHandle) -> None:
    """Nobody is in the hall before a test."""
    empty(core, "company")


@pytest.fixture
def cable(core: CoreHandle) -> Iterator[Proxy]:
    with losing_proxy(core.url) as cable:
        yield cable


@pytest.fixture
def caller(cable: Proxy, qtbot: QtBot, tmp_path: Path) -> Iterator[CallerApp]:
    """The console of window 3, at the far end of the cable."""
    settings = CallerSettings(QSettings(str(tmp_path / "caller.ini"), QSettings.Format.IniFormat))
    app = caller_for(cable.url, settings=settings, window=3)
    qtbot.addWidget(app.window)
    app.show()
    qtbot.waitExposed(app.window)
    yield app
    app.stop()


def begin(caller: CallerApp, qtbot: QtBot) -> None:
    """Sign in and work at the window, which the test before may have left open."""
    sign_in(caller)
    qtbot.waitUntil(lambda: ready(caller, "open") or ready(caller, "call-next"))
    if ready(caller, "open"):
        QTest.keyClick(caller.window, F4)
    qtbot.waitUntil(lambda: ready(caller, "call-next"))


def offline(caller: CallerApp) -> bool:
    return widget(caller, "offline").isVisible()


def test_a_cut_cable_is_said_and_a_press_into_it_is_done_once(
    core: CoreHandle, cable: Proxy, caller: CallerApp, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(caller, qtbot)
    first, _ = take(core, "company", 2)
    qtbot.waitUntil(lambda: ready(caller, "call-next"))
    monkeypatch.setattr("core.client.http.TRANSFER_TIMEOUT_MS", 300)
    monkeypatch.setattr("core.client.http.RETRY_AFTER_MS", (50,))
    cable.flows.clear()
    QTest.keyClick(caller.window, F9)
    qtbot.waitUntil(lambda: offline(caller), timeout=SAID_WITHIN_MS)
    assert not ready(caller, "call-next")
    qtbot.waitUntil(lambda: "是否完成尚不确定" in text(caller, "note"))
    QTest.keyClick(caller.window, F9)
    cable.flows.set()
    qtbot.waitUntil(lambda: not offline(caller))
    # It was done, when what had been sent came through at last, or it is said not to be done.
    qtbot.waitUntil(lambda: text(caller, "visitor-number") == first or "没有完成" in text(caller, "note"))
    waiting = {each["id"]: each["waiting"] for each in core.get("/api/queues").body["queues"]}
    assert waiting["company"] == (1 if text(caller, "visitor-number") == first else 2)


def test_a_pc_that_slept_has_its_line_again_at_once(
    core: CoreHandle, cable: Proxy, caller: CallerApp, qtbot: QtBot
) -> None:
    watch = SessionWatch()
    SessionGuard(caller, watch, caller)
    begin(caller, qtbot)
    (number,) = take(core, "company", 1)
    press(caller, qtbot, F9, "call-next")
    qtbot.waitUntil(lambda: text(caller, "visitor-number") == number)
    watch._say_asleep(True)
    assert not ready(caller, "finish")
    take(core, "company", 3)
    lines = feeds(cable)
    watch._say_asleep(False)
    assert offline(caller), "nothing that it shows is known to be true"
    qtbot.waitUntil(lambda: not offline(caller))
    assert feeds(cable) == lines + 1
    qtbot.waitUntil(lambda: "等候人数由" in text(caller, "message"))
    press(caller, qtbot, F6, "finish")
    qtbot.waitUntil(lambda: text(caller, "visitor-number") == "—")


def test_an_unlocked_console_looks_at_the_core_without_being_dark(
    core: CoreHandle, cable: Proxy, caller: CallerApp, qtbot: QtBot
) -> None:
    watch = SessionWatch()
    SessionGuard(caller, watch, caller)
    begin(caller, qtbot)
    qtbot.waitUntil(lambda: ready(caller, "call-next"))
    watch._say_locked(True)
    QTest.keyClick(caller.window, F9)
    assert ready(caller, "call-next"), "it was not sent"
    take(core, "company", 1)
    lines = feeds(cable)
    watch._say_locked(False)
    assert not offline(caller)
    qtbot.waitUntil(lambda: feeds(cable) == lines + 1)
    qtbot.waitUntil(lambda: text(caller, "waiting-total") == "等候 1 人")
    qtbot.waitUntil(lambda: "等候人数由 0 变为 1" in text(caller, "message"))
    assert not offline(caller)


def feeds(cable: Proxy) -> int:
    """Return how many lines were opened so far."""
    return sum(b"/api/feed" in each for each in cable.requests)
