"""Who need not wait so long: the real core says where it is less busy, and the number is taken there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.client.link import CoreLink
from core.domain.people import Role
from hardware.devices import PrinterEntry
from hardware.printer.simulator import SimulatedPrinter
from hardware.slip.painter import WIDTH_80MM
from kiosk.app import KioskApp
from kiosk.state import Page
from kiosk.timings import Timings
from tests.core.service.test_less_busy import busy_hall
from tests.kiosk.spoken.keys_alone import Ear, KeysAlone
from tests.support import qml
from tests.support.clock import Clock
from tests.support.running_core import CoreHandle, core_in_thread


@pytest.fixture
def core(tmp_path: Path) -> Iterator[CoreHandle]:
    """A morning on which window 1 was slow and window 5 fast, and eight wait for the slow one."""
    clock = Clock()
    with core_in_thread(busy_hall(), tmp_path / "data", keeps_hours=True, clock=clock) as handle:
        for window, queue, minutes in ((1, "insurance", 8), (5, "advice", 2)):
            handle.post(f"/api/windows/{window}/open", window=window)
            for _ in range(12 if window == 5 else 8):
                handle.post("/api/tickets", {"queue": queue}, role=Role.GUIDE)
                handle.post(f"/api/windows/{window}/call-next", window=window)
                clock.advance(minutes=minutes)
                handle.post(f"/api/windows/{window}/finish", window=window)
        for _ in range(8):
            handle.post("/api/tickets", {"queue": "insurance"}, role=Role.KIOSK)
        handle.clock = clock  # type: ignore[attr-defined]
        yield handle


@pytest.fixture
def visitor(core: CoreHandle, printer: SimulatedPrinter, qtbot: QtBot) -> Iterator[KeysAlone]:
    link = CoreLink(core.url, core.token(Role.KIOSK, subject="kiosk-1"))
    ear = Ear()
    app = KioskApp(
        link,
        (PrinterEntry("slips", printer.url, WIDTH_80MM),),
        machine="kiosk-1",
        timings=Timings(settle_s=0),
        now=core.clock,  # type: ignore[attr-defined]
        mouth=ear,  # type: ignore[arg-type]
    )
    link.start()
    app.show()
    made = KeysAlone(app, ear, qtbot)
    made.until(lambda: qml.shows(app.view, "matters"))
    yield made
    link.stop()
    app.close()


def queue_taken(core: CoreHandle, visitor: KeysAlone) -> str:
    visitor.until(lambda: visitor.inputs.at.page is Page.RESULT)
    taken = visitor.inputs.taken
    assert taken is not None
    return str(core.get(f"/api/tickets/{taken.id}").body["queue"])


def test_the_less_busy_queue_is_taken_by_touch(core: CoreHandle, visitor: KeysAlone) -> None:
    view = visitor.app.view
    qml.tap(view, "matters")
    qml.tap(view, "item:card")
    visitor.until(lambda: qml.shows(view, "instead:advice"))
    qml.tap(view, "instead:advice")
    assert queue_taken(core, visitor) == "advice"


def test_the_less_busy_queue_is_taken_by_keys(core: CoreHandle, visitor: KeysAlone) -> None:
    visitor.wakes()
    visitor.follow("matters", "item:card")
    visitor.until(lambda: any(each.key == "instead:advice" for each in visitor.view.buttons))
    visitor.press("0", "0")
    visitor.choose("instead:advice")
    assert queue_taken(core, visitor) == "advice"
