"""A machine tells the core of its devices, from any thread, through every kind of bad day."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

import core.client.devices
from core.client.devices import DeviceReports
from core.client.link import CoreLink
from core.client.reply import Answer, Refused, Unreachable
from core.domain.event import EventKind
from core.domain.people import Role
from tests.support.fake_link import FakeLink
from tests.support.halls import lhasa_like
from tests.support.running_core import CoreHandle, CoreProcess

SOON_MS = 30_000
PATH = "/api/devices"
STATES = ("starting", "ready", "degraded", "gone")


@pytest.fixture
def link(qtbot: QtBot) -> FakeLink:
    made = FakeLink()
    made.connect_to(lhasa_like())
    return made


Reporting = Callable[..., DeviceReports]


@pytest.fixture
def reporting(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reporting]:
    """Make reports that wait for nobody; closed at the end."""
    monkeypatch.setattr("core.client.devices.SETTLE_MS", 0)
    monkeypatch.setattr("core.client.devices.CALM_MS", 0)
    made: list[DeviceReports] = []

    def make(link: Any, machine: str = "kiosk-1") -> DeviceReports:
        made.append(DeviceReports(link, machine))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture
def line(core: CoreHandle, qtbot: QtBot) -> Iterator[CoreLink]:
    """A real line to a real core."""
    made = CoreLink(core.url, core.token(Role.KIOSK))
    made.start()
    yield made
    made.stop()


def listed(link: FakeLink, post: int = -1) -> list[tuple[str, str, str]]:
    path, body = link.posts[post]
    assert path == PATH
    return [(each["name"], each["state"], each["key"]) for each in body["devices"]]


def posted(qtbot: QtBot, link: FakeLink, count: int) -> None:
    qtbot.waitUntil(lambda: len(link.posts) >= count, timeout=SOON_MS)
    assert len(link.posts) == count


def answer(link: FakeLink, reply: Any = None) -> None:
    link.unanswered.popleft().answer(reply or Answer({}))


def seen(core: CoreHandle) -> list[tuple[str, str, str]]:
    found = core.get(PATH).body["devices"]
    return [(each["name"], each["state"], each["key"]) for each in found]


# --- to a real core ---------------------------------------------------------------------------------------


def test_what_is_told_is_seen_by_staff(
    core: CoreHandle, line: CoreLink, reporting: Reporting, qtbot: QtBot
) -> None:
    reports = reporting(line)
    reports.tell("打印机", "printer", "starting")
    reports.tell("读卡器", "card_reader", "gone", "device.unreachable", "COM3:\nno such port\ud800")
    qtbot.waitUntil(lambda: len(seen(core)) == 2, timeout=SOON_MS)
    assert seen(core) == [("打印机", "starting", ""), ("读卡器", "gone", "device.unreachable")]
    assert core.get(PATH).body["devices"][1]["detail"] == "COM3: no such port?"
    reports.tell("打印机", "printer", "ready")
    qtbot.waitUntil(lambda: seen(core)[0] == ("打印机", "ready", ""), timeout=SOON_MS)
    reports.forget("读卡器")
    qtbot.waitUntil(lambda: seen(core) == [("打印机", "ready", "")], timeout=SOON_MS)


def test_many_threads_tell_and_the_last_word_of_each_is_kept(
    core: CoreHandle, line: CoreLink, reporting: Reporting, qtbot: QtBot
) -> None:
    reports = reporting(line)
    barrier = threading.Barrier(8)

    def work(name: str) -> None:
        barrier.wait()
        for turn in range(200):
            reports.tell(name, "printer", STATES[turn % 4])
        reports.tell(name, "printer", "degraded", "printer.paper_out")

    names = [f"p{number}" for number in range(8)]
    workers = [threading.Thread(target=work, args=(name,)) for name in names]
    for worker in workers:
        worker.start()
    wanted = [(name, "degraded", "printer.paper_out") for name in names]
    qtbot.waitUntil(lambda: seen(core) == wanted, timeout=SOON_MS)
    for worker in workers:
        worker.join()


def test_a_core_that_comes_up_later_is_told_everything(
    tmp_path: Path, reporting: Reporting, qtbot: QtBot
) -> None:
    process = CoreProcess("lhasa", tmp_path)
    handle = process.start()
    token = handle.token(Role.KIOSK)
    process.stop()
    line = CoreLink(handle.url, token)
    reports = reporting(line)
    line.start()
    reports.tell("打印机", "printer", "ready")
    try:
        process.start()
        qtbot.waitUntil(lambda: seen(handle) == [("打印机", "ready", "")], timeout=SOON_MS)
        process.kill()
        qtbot.waitUntil(lambda: not line.live, timeout=SOON_MS)
        reports.tell("打印机", "printer", "gone", "device.unreachable")
        process.start()
        qtbot.waitUntil(lambda: seen(handle) == [("打印机", "gone", "device.unreachable")], timeout=SOON_MS)
    finally:
        line.stop()
        process.stop()


def test_a_device_that_flaps_does_not_flood_the_feed(
    core: CoreHandle, line: CoreLink, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.client.devices.SETTLE_MS", 0)
    monkeypatch.setattr("core.client.devices.CALM_MS", 300)
    reports = DeviceReports(line, "kiosk-1")
    happened: list[Any] = []
    line.happened.connect(happened.append)
    qtbot.waitUntil(lambda: line.live, timeout=SOON_MS)
    for turn in range(300):
        reports.tell("打印机", "printer", STATES[turn % 4], detail=str(turn))
    reports.tell("打印机", "printer", "ready", detail="the last")
    qtbot.waitUntil(lambda: seen(core) == [("打印机", "ready", "")], timeout=SOON_MS)
    events = [event for event in happened if event.kind is EventKind.DEVICE_CHANGED]
    assert len(events) <= 2
    reports.close()


# --- when, and when not -----------------------------------------------------------------------------------


def test_everything_is_sent_at_once_after_a_start(
    link: FakeLink, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.client.devices.SETTLE_MS", 50)
    reports = DeviceReports(link, "kiosk-1")
    for name in ("a", "b", "c"):
        reports.tell(name, "printer", "starting")
    posted(qtbot, link, 1)
    assert listed(link) == [(name, "starting", "") for name in ("a", "b", "c")]
    assert (link.posts[0][1]["machine"], link.posts[0][1]["every_s"]) == ("kiosk-1", 60)
    reports.close()


def test_while_a_report_is_under_way_nothing_else_is_and_the_newest_goes_next(
    link: FakeLink, reporting: Reporting, qtbot: QtBot
) -> None:
    reports = reporting(link)
    reports.tell("a", "printer", "starting")
    posted(qtbot, link, 1)
    told = QSignalSpy(reports._told)
    for state in STATES:
        reports.tell("a", "printer", state)
    qtbot.waitUntil(lambda: told.count() == len(STATES) and reports._devices["a"].state == "gone")
    assert len(link.posts) == 1
    answer(link)
    posted(qtbot, link, 2)
    assert listed(link) == [("a", "gone", "")]


def test_the_same_again_is_not_sent_again(link: FakeLink, reporting: Reporting, qtbot: QtBot) -> None:
    reports = reporting(link)
    reports.tell("a", "printer", "ready")
    posted(qtbot, link, 1)
    answer(link)
    reports.tell("a", "printer", "ready")
    reports.tell("b", "printer", "ready")
    posted(qtbot, link, 2)
    assert listed(link) == [("a", "ready", ""), ("b", "ready", "")]


def test_another_device_does_not_wait_for_one_that_flaps(
    link: FakeLink, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.client.devices.SETTLE_MS", 0)
    monkeypatch.setattr("core.client.devices.CALM_MS", 3_600_000)
    reports = DeviceReports(link, "kiosk-1")
    reports.tell("a", "printer", "ready")
    posted(qtbot, link, 1)
    answer(link)
    reports.tell("a", "printer", "gone")
    reports.tell("b", "scanner", "ready")
    posted(qtbot, link, 2)
    assert listed(link) == [("a", "gone", ""), ("b", "ready", "")]
    answer(link)
    reports.tell("a", "printer", "ready")
    reports.tell("c", "scanner", "ready")
    posted(qtbot, link, 3)
    reports.close()


def test_the_machine_says_that_it_lives(
    link: FakeLink, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.client.devices.SETTLE_MS", 0)
    monkeypatch.setattr("core.client.devices.EVERY_S", 0.02)
    reports = DeviceReports(link, "kiosk-1")
    reports.tell("a", "printer", "ready")
    for count in range(1, 4):
        posted(qtbot, link, count)
        answer(link)
    assert listed(link, 0) == listed(link, 2)
    reports.close()


@pytest.mark.parametrize("reply", [Unreachable("gone"), Refused("store.failed", {}, 503)])
def test_what_was_not_taken_is_sent_again(
    link: FakeLink, reporting: Reporting, qtbot: QtBot, reply: Any
) -> None:
    reports = reporting(link)
    reports.tell("a", "printer", "ready")
    posted(qtbot, link, 1)
    answer(link, reply)
    posted(qtbot, link, 2)
    assert listed(link, 0) == listed(link, 1)


@pytest.mark.logs("the core does not take how the devices of kiosk-1 are")
def test_what_is_refused_is_logged_once_and_sent_again_with_the_next_change_only(
    link: FakeLink, reporting: Reporting, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    reports = reporting(link)
    for count, state in enumerate(STATES, 1):
        reports.tell("a", "toaster", state)
        posted(qtbot, link, count)
        answer(link, Refused("request.invalid", {}, 422))
    assert len(caplog.messages) == 1


def test_while_the_line_is_down_nothing_is_sent_and_everything_once_it_is_up(
    link: FakeLink, reporting: Reporting, qtbot: QtBot
) -> None:
    link.go_dark()
    reports = reporting(link)
    reports.tell("a", "printer", "starting")
    reports.tell("a", "printer", "ready")
    qtbot.waitUntil(lambda: bool(reports._devices) and reports._devices["a"].state == "ready")
    assert link.posts == []
    link.go_live()
    posted(qtbot, link, 1)
    answer(link)
    link.go_dark()
    link.go_live()
    posted(qtbot, link, 2)
    assert listed(link) == [("a", "ready", "")]


def test_a_machine_without_devices_says_nothing_and_one_that_lost_them_says_so(
    link: FakeLink, reporting: Reporting, qtbot: QtBot
) -> None:
    reports = reporting(link)
    link.go_dark()
    link.go_live()
    assert link.posts == []
    reports.forget("nobody")
    reports.tell("a", "printer", "ready")
    posted(qtbot, link, 1)
    answer(link)
    reports.forget("a")
    posted(qtbot, link, 2)
    assert listed(link) == []


def test_after_closing_nothing_is_sent(link: FakeLink, reporting: Reporting, qtbot: QtBot) -> None:
    reports = reporting(link)
    reports.tell("a", "printer", "ready")
    posted(qtbot, link, 1)
    reports.close()
    answer(link, Unreachable("gone"))
    reports.tell("a", "printer", "gone")
    reports.forget("a")
    link.go_dark()
    link.go_live()
    assert len(link.posts) == 1


def test_the_words_are_those_of_the_core() -> None:
    from core.service.wire_devices import DETAIL_MOST

    assert core.client.devices.DETAIL_MOST == DETAIL_MOST
