"""Every text of a guide's pages fits, in three languages and however the tablet is held."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize

from core.domain.device import DeviceState
from core.domain.hall import Hall
from core.domain.slip import SlipState
from core.domain.ticket import LegState
from core.domain.wait import Wait
from core.domain.window import WindowStatus
from kiosk.guide.state import Deed, Found, Guide, Missing, PrinterNow, QueueNow, Step
from kiosk.state import Open, Page
from tests.kiosk.guide.conftest import AT, Tablet
from tests.support import qml
from tests.support.halls import shipped

pytestmark = pytest.mark.logs("no printer is set up")

HALLS: dict[str, Callable[[], Hall]] = {
    "lhasa": lambda: shipped("lhasa"),
}


@pytest.fixture(params=[QSize(1080, 1920), QSize(1920, 1080), QSize(1280, 800), QSize(800, 1280)], ids=str)
def size(request: pytest.FixtureRequest) -> QSize:
    """However a tablet is held."""
    chosen: QSize = request.param
    return chosen


def busy(hall: Hall) -> Guide:
    """Return what a guide sees of a hall on its worst day."""
    longest = max(hall.queues, key=lambda each: len(each.name.get("bo", "") or each.name["zh"]))
    statuses = (WindowStatus.OPEN, WindowStatus.PAUSED, WindowStatus.CLOSED)
    steps = tuple(Step(at, each.id, LegState.PLANNED) for at, each in enumerate(hall.queues[:3], start=1))
    return Guide(
        "0501",
        "白玛",
        queues={each.id: QueueNow(7260, Wait(5940, 11940), (1, 2)) for each in hall.queues},
        windows={each.number: statuses[at % 3] for at, each in enumerate(hall.windows)},
        found=Found(
            "id",
            "A1017",
            LegState.WAITING,
            longest.id,
            hall.classes[-1].id,
            AT,
            None,
            188,
            Wait(5940, 11940),
            SlipState.UNKNOWN,
            steps=steps,
        ),
        missing=tuple(
            Missing(f"id-{at}", f"A{at:04}", longest.id, (SlipState.FAILED, SlipState.UNKNOWN)[at % 2], AT)
            for at in range(9)
        ),
        printers=(
            PrinterNow("取号机一", "kiosk-1", DeviceState.READY),
            PrinterNow("取号机二", "kiosk-2", DeviceState.DEGRADED, "printer.paper_low"),
            PrinterNow("取号机三", "kiosk-3", DeviceState.GONE, "device.machine_silent"),
            PrinterNow("取号机四", "kiosk-4", DeviceState.STARTING),
        ),
    )


def pages(guide: Guide, hall: Hall) -> Iterator[tuple[str, Guide, Open]]:
    """Give every page of a guide, each with what is known there."""
    fullest = max(hall.zones, key=lambda each: sum(queue.zone == each.id for queue in hall.queues))
    queue, reason = hall.queues[-1].id, ""
    for which in ("", f"zone:{fullest.id}", "issue", "phone", "ticket", "missing"):
        yield which or "zones", guide, Open(Page.GUIDE, which)
    yield "none missing", replace(guide, missing=()), Open(Page.GUIDE, "missing")
    for which in ("", "printer", "class", "move", "reason"):
        yield which or "standing", guide, Open(Page.GUIDE_TICKET, which)
    yield "no printer", replace(guide, printers=()), Open(Page.GUIDE_TICKET, "printer")
    for deed in (Deed("transfer", queue, first=True), Deed("restore"), Deed("cancel", reason)):
        yield f"sure {deed.word}", replace(guide, meant=deed), Open(Page.GUIDE_TICKET, "sure")
    for deed in (Deed("transfer", queue), Deed("reprint", "取号机一"), Deed("class", hall.classes[-1].id)):
        yield f"did {deed.word}", replace(guide, done=deed), Open(Page.GUIDE_TICKET)


@pytest.mark.parametrize("name", sorted(HALLS))
def test_every_page_of_a_guide_fits(tablet: Tablet, name: str) -> None:
    hall = HALLS[name]()
    tablet.connect(hall, **{each.id: 188 for each in hall.queues})
    session = tablet.app._session
    wrong = []
    for language in hall.languages:
        session.update(language=language)
        for which in ("", "pin"):
            session.show(Page.GUIDE_SIGN_IN, which)
            wrong += [f"sign in {which} {language}: {each}" for each in qml.unfit(tablet.view)]
        for said, guide, at in pages(busy(hall), hall):
            session.update(guide=guide, pages=(at,))
            wrong += [f"{said} in {language}: {each}" for each in qml.unfit(tablet.view)]
        session.show(Page.HOME)
        wrong += [f"home in {language}: {each}" for each in qml.unfit(tablet.view)]
        session.update(live=False, reserved={hall.queues[0].id: 1}, pages=(Open(Page.GUIDE),))
        wrong += [f"dark in {language}: {each}" for each in qml.unfit(tablet.view)]
        session.update(live=True, reserved={})
    assert not wrong


def test_rows_are_large_enough_for_a_finger(tablet: Tablet) -> None:
    """A finger that aims needs some 9 mm at least: on a 10.1-inch tablet of 1280 by 800, 53 px."""
    hall = shipped("lhasa")
    tablet.connect(hall)
    tablet.app._session.update(guide=busy(hall), pages=(Open(Page.GUIDE),))
    qml.settle(tablet.view)
    for zone in {each.zone for each in hall.queues}:
        assert qml.find(tablet.view, f"guide.zone:{zone}").height() >= 53
