"""The kiosk against a real core: a tap, a ticket in its database, a slip; and the core's death and return."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.client.link import CoreLink
from core.domain.people import Role
from hardware.devices import PrinterEntry
from hardware.printer.simulator import SimulatedPrinter
from hardware.slip.painter import WIDTH_80MM
from kiosk.app import KioskApp
from kiosk.timings import Timings
from tests.kiosk.test_visit import RESTAURANT
from tests.support import qml
from tests.support.halls import lhasa_like
from tests.support.running_core import CoreHandle, core_in_thread


@pytest.fixture
def core(tmp_path: Path) -> Iterator[CoreHandle]:
    hall = replace(lhasa_like(), matters=(RESTAURANT,))
    with core_in_thread(hall, tmp_path / "data") as handle:
        yield handle


@pytest.fixture
def kiosk(core: CoreHandle, printer: SimulatedPrinter, qtbot: QtBot) -> Iterator[KioskApp]:
    link = CoreLink(core.url, core.token(Role.KIOSK, subject="kiosk-1"))
    app = KioskApp(link, (PrinterEntry("slips", printer.url, WIDTH_80MM),), timings=Timings(settle_s=0))
    link.start()
    app.show()
    qtbot.waitUntil(lambda: qml.shows(app.view, "zone:social"), timeout=10_000)
    yield app
    link.stop()
    app.close()


def test_a_visitor_takes_a_number_of_the_real_core(
    core: CoreHandle, kiosk: KioskApp, printer: SimulatedPrinter, qtbot: QtBot
) -> None:
    qml.tap(kiosk.view, "zone:social")
    qtbot.waitUntil(lambda: qml.shows(kiosk.view, "number"))
    assert qml.text_of(kiosk.view, "number") == "A001"
    printer.wait_for_slip(1)
    qtbot.waitUntil(lambda: qml.text_of(kiosk.view, "slip.main") == "请取走您的号票")
    queues = {each["id"]: each for each in core.get("/api/queues").body["queues"]}
    assert queues["insurance"]["waiting"] == 1
    qml.tap(kiosk.view, "done")
    qtbot.waitUntil(lambda: qml.text_of(kiosk.view, "zone:social.waiting") == "1人等候")


def test_a_matter_leads_to_its_queue(kiosk: KioskApp, qtbot: QtBot) -> None:
    qml.tap(kiosk.view, "language:bo")
    qml.tap(kiosk.view, "matters")
    qml.tap(kiosk.view, "item:licence")
    with qtbot.waitSignal(kiosk.slip_printed, timeout=10_000) as printed:
        qml.tap(kiosk.view, "take")
    taken = (printed.args or [None])[0]
    assert (taken.number, taken.queue, taken.item, taken.language) == ("B001", "company", "licence", "bo")


def test_a_matter_is_one_number_for_all_its_steps(kiosk: KioskApp, qtbot: QtBot) -> None:
    qml.tap(kiosk.view, "matters")
    with qtbot.waitSignal(kiosk.slip_printed, timeout=10_000) as printed:
        qml.tap(kiosk.view, "matter:restaurant")
    taken = (printed.args or [None])[0]
    assert (taken.number, taken.matter) == ("B001", "restaurant")
    assert taken.steps == (("company",), ("food", "advice"), ("insurance",), ("food",))
    assert qml.text_of(kiosk.view, "service.main") == "开办餐饮店一件事"
    assert qml.text_of(kiosk.view, "step.main") == "第1步/共4步 · 企业登记注册"


@pytest.fixture
def closed_kiosk(tmp_path: Path, printer: SimulatedPrinter, qtbot: QtBot) -> Iterator[KioskApp]:
    """A kiosk of a hall that never opens; ended here, for a link must outlive the test's last events."""
    hall = replace(lhasa_like(), hours=())
    with core_in_thread(hall, tmp_path / "data", keeps_hours=True) as core:
        link = CoreLink(core.url, core.token(Role.KIOSK, subject="kiosk-1"))
        app = KioskApp(link, (PrinterEntry("slips", printer.url, WIDTH_80MM),))
        link.start()
        app.show()
        qtbot.waitUntil(lambda: qml.shows(app.view, "zone:social"), timeout=10_000)
        yield app
        link.stop()
        app.close()


@pytest.mark.logs("the core gave no ticket")
def test_a_closed_queue_is_said_before_and_after_the_tap(closed_kiosk: KioskApp, qtbot: QtBot) -> None:
    view = closed_kiosk.view
    assert qml.text_of(view, "zone:social.waiting") == "暂停取号"
    qml.tap(view, "zone:social")
    qtbot.waitUntil(lambda: "现在不发号" in qml.text_of(view, "message.main"))


def test_a_core_that_ends_and_comes_back_is_calmly_waited_for(
    tmp_path: Path, printer: SimulatedPrinter, qtbot: QtBot
) -> None:
    folder = tmp_path / "data"
    with core_in_thread(lhasa_like(), folder) as core:
        port = int(core.url.rpartition(":")[2])
        link = CoreLink(core.url, core.token(Role.KIOSK, subject="kiosk-1"))
        kiosk = KioskApp(link, (PrinterEntry("slips", printer.url, WIDTH_80MM),))
        link.start()
        kiosk.show()
        qtbot.waitUntil(lambda: qml.shows(kiosk.view, "zone:social"), timeout=10_000)
    try:
        qtbot.waitUntil(lambda: qml.shows(kiosk.view, "outOfService:zh"), timeout=10_000)
        with core_in_thread(lhasa_like(), folder, port):
            qtbot.waitUntil(lambda: qml.shows(kiosk.view, "zone:social"), timeout=10_000)
            with qtbot.waitSignal(kiosk.slip_printed, timeout=10_000):
                qml.tap(kiosk.view, "zone:social")
            link.stop()
    finally:
        link.stop()
        kiosk.close()
