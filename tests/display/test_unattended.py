"""A board that nobody looks after, and a core and a cable that come and go."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from core.client.feed import LATE, Feed
from core.client.link import CoreLink
from core.domain.people import Role
from core.domain.screen import Screen
from display.app import DisplayApp
from display.clockwork import QtClockwork
from hallcall.joined_display import HEARTBEAT_MS
from tests.display.fit import misfits
from tests.display.held import MORNING, HeldClockwork
from tests.support.day import Day
from tests.support.fake_link import FakeLink
from tests.support.halls import lhasa_like
from tests.support.proxy import losing_proxy
from tests.support.qml import shows, text_of
from tests.support.running_core import CoreHandle, CoreProcess, core_in_thread

WITHIN_MS = 20_000
QUICK_MS = 200


@contextmanager
def board(
    url: str, core: CoreHandle, clock: HeldClockwork | None = None, beat_ms: int = QUICK_MS
) -> Iterator[DisplayApp]:
    link = CoreLink(url, core.token(Role.SCREEN), heartbeat_ms=beat_ms)
    app = DisplayApp(link, Screen(), clockwork=QtClockwork if clock is None else lambda: clock)
    app.show()
    try:
        yield app
    finally:
        app.close()


def call(core: CoreHandle, window: int, queue: str) -> str:
    number: str = core.post("/api/tickets", {"queue": queue}).body["number"]
    token = core.token(Role.CLERK, window, f"clerk-{window}")
    core.post(f"/api/windows/{window}/open", token=token)
    ticket = core.post(f"/api/windows/{window}/call-next", token=token).body["ticket"]
    assert ticket["number"] == number
    return number


def test_within_two_seconds_a_board_says_that_it_is_not_live() -> None:
    # A ping that is not answered before the next one; a timer of Qt is 5 % late at most.
    assert 2 * HEARTBEAT_MS * 1.05 < 2000


def test_a_core_that_is_stopped_is_said_and_the_last_state_stays(tmp_path: Path, qtbot: QtBot) -> None:
    process = CoreProcess("dazi", tmp_path)
    core = process.start()
    try:
        hall = core.get("/api/hall").body
        window = hall["windows"][0]
        queue = core.get("/api/windows").body["windows"][0]
        number = call(
            core, window["number"], window["queues"][0] if "queues" in window else queue["queues"][0]
        )
        with board(core.url, core) as app:
            qtbot.waitUntil(lambda: shows(app.view, f"row:{number}"), timeout=WITHIN_MS)
            process.send_signal(signal.SIGSTOP)
            qtbot.waitUntil(lambda: shows(app.view, "dark:zh"), timeout=WITHIN_MS)
            assert shows(app.view, f"row:{number}")
            process.send_signal(signal.SIGCONT)
            qtbot.waitUntil(lambda: not shows(app.view, "dark:zh"), timeout=WITHIN_MS)
            assert shows(app.view, f"row:{number}")
    finally:
        process.stop()


def test_what_was_missed_while_the_cable_was_out_is_there_and_does_not_flash(
    tmp_path: Path, qtbot: QtBot
) -> None:
    clock = HeldClockwork()
    with core_in_thread(lhasa_like(), tmp_path, clock=clock.now) as core, losing_proxy(core.url) as cable:
        seen = call(core, 1, "insurance")
        with board(cable.url, core, clock) as app:
            qtbot.waitUntil(lambda: shows(app.view, f"row:{seen}"), timeout=WITHIN_MS)
            # One that it hears live, by which it knows the core's clock.
            heard = call(core, 3, "food")
            qtbot.waitUntil(lambda: shows(app.view, f"row:{heard}"), timeout=WITHIN_MS)
            clock.advance(60)
            cable.flows.clear()
            qtbot.waitUntil(lambda: shows(app.view, "dark:zh"), timeout=WITHIN_MS)
            old = call(core, 2, "insurance")
            clock.advance(45)
            new = call(core, 4, "food")
            cable.flows.set()
            qtbot.waitUntil(lambda: not shows(app.view, "dark:zh"), timeout=WITHIN_MS)
            rows = {row.number: row for row in app.face.board.props.rows}  # type: ignore[attr-defined]
            assert set(rows) >= {seen, heard, old, new}
            assert not rows[old].flashing
            assert not rows[seen].flashing
            assert rows[new].flashing
            assert text_of(app.view, "heroNumber") == new


def test_a_machine_that_was_held_up_does_not_take_its_core_for_lost(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, qapp: QGuiApplication
) -> None:
    now_s = [0.0]
    monkeypatch.setattr("core.client.feed.steady_s", lambda: now_s[0])
    with core_in_thread(lhasa_like(), tmp_path) as core, losing_proxy(core.url) as cable:
        feed = Feed(cable.url, core.token(Role.SCREEN), heartbeat_ms=100_000)
        lost: list[bool] = []
        feed.lost.connect(lambda: lost.append(True))
        with qtbot.waitSignal(feed.message, timeout=WITHIN_MS):
            feed.start()
        cable.flows.clear()
        now_s[0] += 100
        feed._beat()
        # The answer may lie in the machine unread: the loop stood still.
        now_s[0] += 100 * LATE + 1
        feed._beat()
        assert not lost
        now_s[0] += 100
        feed._beat()
        assert lost
        feed.stop()
        cable.flows.set()


@pytest.mark.logs("there is no zone")
def test_a_screen_over_its_whole_monitor_moves_and_nothing_of_it_is_cut_off(qtbot: QtBot) -> None:
    link = FakeLink()
    app = DisplayApp(link, Screen(zone="business"), clockwork=HeldClockwork)
    app.show(full_screen=True)
    link.connect_to(lhasa_like())
    day = Day(lhasa_like(), link.push, lambda: MORNING)
    day.open(3)
    day.take("B001")
    day.call("B001", 3)
    qtbot.waitUntil(lambda: shows(app.view, "row:B001"), timeout=WITHIN_MS)
    burn_in = app.panes[0].burn_in
    assert burn_in is not None
    places = set()
    for _ in range(9):
        assert misfits(app.view) == []
        places.add((app.view.rootObject().x(), app.view.rootObject().y()))
        burn_in.move_on()
    assert len(places) > 4
    assert app.view.color() == app.view.rootObject().property("color")
    # The page for what the hall does not have any more moves on as the board did.
    link.set_hall(replace(lhasa_like(), zones=(), queues=(), windows=()))
    qtbot.waitUntil(lambda: shows(app.view, "wrong:zh"), timeout=WITHIN_MS)
    assert app.view.rootObject().x() > 0
    assert misfits(app.view) == []
    link.set_hall(lhasa_like())
    qtbot.waitUntil(lambda: shows(app.view, "header"), timeout=WITHIN_MS)
    app.close()
