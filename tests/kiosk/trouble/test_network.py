"""How far a kiosk gets towards its core, on real sockets; and what a real core's troubles look like."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.client.link import CoreLink
from core.domain.hall import Hall
from core.domain.people import Role
from hardware.devices import PrinterEntry
from hardware.printer.simulator import SimulatedPrinter
from hardware.slip.painter import WIDTH_80MM
from kiosk.app import KioskApp
from kiosk.network import Probe
from kiosk.timings import Timings
from kiosk.trouble_state import Reach
from tests.kiosk.trouble.staffed import staffed
from tests.support import qml
from tests.support.halls import lhasa_like
from tests.support.running_core import core_in_thread


def probed(qtbot: QtBot, url: str) -> Reach:
    found: list[Reach] = []
    probe = Probe(url, found.append)
    probe.look()
    qtbot.waitUntil(lambda: bool(found), timeout=10_000)
    probe.stop()
    return found[0]


def test_somebody_listens(qtbot: QtBot) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        assert probed(qtbot, f"http://127.0.0.1:{server.getsockname()[1]}") is Reach.UP


def test_the_machine_is_there_and_its_program_is_not(qtbot: QtBot) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert probed(qtbot, f"http://127.0.0.1:{port}") is Reach.ENDED


def test_a_machine_without_a_network_says_so(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.network.has_link", lambda: False)
    assert probed(qtbot, "http://10.0.0.8:8400") is Reach.NO_LINK


def test_a_core_whose_name_nobody_knows_does_not_answer(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.network.has_link", lambda: True)
    assert probed(qtbot, "http://no-such-core.invalid:8400") is Reach.SILENT


@contextmanager
def kiosk_at(url: str, token: str, printer: SimulatedPrinter) -> Iterator[KioskApp]:
    link = CoreLink(url, token)
    entries = (PrinterEntry("slips", printer.url, WIDTH_80MM),)
    app = KioskApp(link, entries, timings=Timings(settle_s=0), site=url)
    link.start()
    app.show()
    try:
        yield app
    finally:
        link.stop()
        app.close()


def why(app: KioskApp) -> str:
    qml.settle(app.view)
    return " ".join(qml.texts(app.view))


@pytest.mark.logs("the core did not tell its hall")
def test_a_token_that_is_not_accepted_is_said_calmly(
    tmp_path: Path, printer: SimulatedPrinter, qtbot: QtBot
) -> None:
    with core_in_thread(lhasa_like(), tmp_path) as core, kiosk_at(core.url, "nobody's", printer) as app:
        qtbot.waitUntil(lambda: "本机尚未获准接入大厅" in why(app), timeout=10_000)
        assert "恢复后自动继续" not in why(app)


def test_a_core_that_ends_is_told_apart_and_staff_get_in(
    tmp_path: Path, printer: SimulatedPrinter, qtbot: QtBot
) -> None:
    with core_in_thread(staffed(), tmp_path) as core:
        port, token = int(core.url.rpartition(":")[2]), core.token(Role.KIOSK, subject="kiosk-1")
        link_url = core.url
        shown = kiosk_at(link_url, token, printer)
        app = shown.__enter__()
        qtbot.waitUntil(lambda: qml.shows(app.view, "zone:social"), timeout=10_000)
    try:
        qtbot.waitUntil(lambda: "大厅主机在线，但程序未运行" in why(app), timeout=15_000)
        for _ in range(5):
            qml.tap(app.view, "clockTouch")
        for digit in "2468":
            qml.tap(app.view, f"type:{digit}")
        qml.tap(app.view, "staff:enter")
        assert "大厅主机在线，但程序未运行" in why(app)
        qml.tap(app.view, "staff:leave")
        with core_in_thread(staffed(), tmp_path, port):
            qtbot.waitUntil(lambda: qml.shows(app.view, "zone:social"), timeout=15_000)
    finally:
        shown.__exit__(None, None, None)


def used_up() -> Hall:
    """Return a hall of one number each half-day for the insurance."""
    hall = lhasa_like()
    rules = replace(hall.rules, quota_morning=1, quota_afternoon=1)
    queues = tuple(replace(each, rules=rules) if each.id == "insurance" else each for each in hall.queues)
    return replace(hall, queues=queues)


@pytest.mark.logs("the core gave no ticket")
def test_a_used_up_half_day_says_when_the_next_one_begins(
    tmp_path: Path, printer: SimulatedPrinter, qtbot: QtBot
) -> None:
    with core_in_thread(used_up(), tmp_path) as core:
        core.post("/api/tickets", {"queue": "insurance"})
        with kiosk_at(core.url, core.token(Role.KIOSK, subject="kiosk-1"), printer) as app:
            qtbot.waitUntil(lambda: qml.shows(app.view, "zone:social"), timeout=10_000)
            qml.tap(app.view, "zone:social")
            qtbot.waitUntil(lambda: qml.shows(app.view, "understood"), timeout=10_000)
            assert "本时段号已取完" in why(app)
            assert "起再来取号" in why(app)
            qml.tap(app.view, "understood")
            assert qml.shows(app.view, "zone:social")
