"""A guide at a tablet, a real core, and a kiosk elsewhere whose printer prints what the guide wants."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from core.client.http import CoreHttp
from core.client.link import CoreLink
from core.domain.people import Role
from hardware.devices import PrinterEntry
from hardware.printer.simulator import SimulatedPrinter
from hardware.slip.painter import WIDTH_80MM
from kiosk.app import KioskApp
from kiosk.guide.state import Found
from kiosk.state import Page
from kiosk.timings import Timings
from tests.kiosk.guide.conftest import CLERK, NAME, PIN, guided
from tests.kiosk.spoken.keys_alone import Ear, KeysAlone
from tests.support import qml
from tests.support.running_core import CoreHandle, core_in_thread

pytestmark = pytest.mark.logs("no printer is set up")

PRINTER = "取号机一"
TABLET = QSize(1280, 800)


class Hall:
    """A core, a tablet without a printer, and a kiosk with one."""

    def __init__(self, core: CoreHandle, printer: SimulatedPrinter, bot: QtBot) -> None:
        self.core = core
        self.printer = printer
        self.bot = bot
        self.seconds = 0.0
        self.ear = Ear()
        self.links = [
            CoreLink(core.url, core.token(Role.KIOSK, subject=each)) for each in ("tablet", "kiosk-1")
        ]
        self.tablet = KioskApp(
            self.links[0],
            (),
            size=TABLET,
            machine="tablet",
            timings=Timings(settle_s=0),
            clock=lambda: self.seconds,
            mouth=self.ear,  # type: ignore[arg-type]
            guide_line=lambda token: CoreHttp(core.url, token),
        )
        self.kiosk = KioskApp(
            self.links[1], (PrinterEntry(PRINTER, printer.url, WIDTH_80MM),), machine="kiosk-1"
        )
        for link in self.links:
            link.start()
        self.tablet.show()
        self.until(lambda: qml.shows(self.tablet.view, "zone:social"))
        self.until(lambda: any(each["state"] == "ready" for each in self._printers()))

    def _printers(self) -> list[dict[str, Any]]:
        listed = self.core.get("/api/devices").body["devices"]
        return [each for each in listed if each["kind"] == "printer"]

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self.bot.waitUntil(condition, timeout=10_000)

    def tap(self, *names: str) -> None:
        """Touch one after the other, each when it is there and the core is not being asked."""
        for name in names:
            self.until(lambda name=name: not self.inputs.busy and qml.shows(self.tablet.view, name))  # type: ignore[misc]
            qml.tap(self.tablet.view, name)

    @property
    def inputs(self) -> Any:
        """What the tablet knows."""
        return self.tablet._session.inputs

    def found(self) -> Found:
        """Return the ticket that is looked at, once it is there."""
        self.until(lambda: not self.inputs.busy and self.inputs.at.page is Page.GUIDE_TICKET)
        found: Found = self.inputs.guide.found
        return found

    def sign_in(self) -> None:
        """Sign in by touch."""
        self.tablet._session.act("guide")
        self.tap(*(f"type:{each}" for each in CLERK), "guide.pin")
        self.tap(*(f"type:{each}" for each in PIN), "guide.in")
        self.until(lambda: self.inputs.guide.here)

    def look_at(self, number: str) -> Found:
        """Find a ticket by touch."""
        self.tap("guide.find", *(f"type:{each}" for each in number), "guide.look")
        return self.found()

    def scan(self, ticket: dict[str, Any]) -> None:
        """Put a slip before the tablet's scanner."""
        self.until(lambda: not self.inputs.busy)
        self.tablet.devices.scanned.emit(f"http://10.0.0.8:8400/t/{ticket['track']}")

    def take(self, queue: str = "insurance", **more: Any) -> dict[str, Any]:
        """Take a number as another kiosk does."""
        body: dict[str, Any] = self.core.post(
            "/api/tickets", {"queue": queue, "lang": "zh", **more}, role=Role.KIOSK
        ).body
        return body

    def ticket(self, ticket: str) -> dict[str, Any]:
        """Return a ticket as the core has it."""
        body: dict[str, Any] = self.core.get(f"/api/tickets/{ticket}").body
        return body

    def close(self) -> None:
        """End both machines."""
        for link in self.links:
            link.stop()
        self.tablet.close()
        self.kiosk.close()


@pytest.fixture
def hall(tmp_path: Path, printer: SimulatedPrinter, qtbot: QtBot) -> Iterator[Hall]:
    with core_in_thread(guided(), tmp_path / "data") as core:
        body = {"name": NAME, "role": "guide", "pin": PIN}
        entered = core.ask("PUT", f"/api/clerks/{CLERK}", body, token=core.token(Role.ADMIN))
        assert entered.status == 200
        made = Hall(core, printer, qtbot)
        yield made
        made.close()


def test_a_disabled_visitor_gets_a_number_and_a_slip_at_another_kiosk(hall: Hall) -> None:
    hall.sign_in()
    hall.tap("guide.issue", "guide.vouch:disabled", "guide.matter", "zone:social")
    hall.until(lambda: qml.shows(hall.tablet.view, "number"))
    assert qml.text_of(hall.tablet.view, "number") == "A001"
    hall.tap("guide.reprint", f"guide.print:{PRINTER}")
    hall.until(lambda: len(hall.printer.device.slips) == 1)
    found = hall.found()
    told = hall.ticket(found.id)
    assert (told["class"], told["assisted"]) == ("disabled", True)
    hall.until(lambda: hall.ticket(found.id)["slip"] == "printed")
    hall.until(lambda: hall.inputs.guide.found.slip == "printed")
    hall.tap("back")
    hall.until(lambda: qml.text_of(hall.tablet.view, "guide.zone:social.fact:0") == "1人等候")


def test_a_ticket_is_found_given_a_class_moved_and_cancelled(hall: Hall) -> None:
    ticket = hall.take()["id"]
    hall.sign_in()
    assert hall.look_at("A001").id == ticket
    hall.tap("guide.class", "guide.give:elderly")
    hall.until(lambda: hall.inputs.guide.done is not None)
    assert hall.ticket(ticket)["class"] == "elderly"
    hall.tap("guide.move", "guide.first", "guide.to:food", "guide.sure")
    hall.until(lambda: hall.inputs.guide.done is not None and hall.inputs.guide.done.word == "transfer")
    assert hall.ticket(ticket)["queue"] == "food"
    hall.tap("guide.cancel", "guide.void:visitor", "guide.sure")
    hall.until(lambda: hall.inputs.guide.done is not None and hall.inputs.guide.done.word == "cancel")
    assert hall.ticket(ticket)["state"] == "void"
    assert not qml.shows(hall.tablet.view, "guide.cancel")


def test_a_passed_visitor_waits_again(hall: Hall) -> None:
    ticket = hall.take()["id"]
    hall.core.post("/api/windows/1/open")
    hall.core.post("/api/windows/1/call-next")
    hall.core.post("/api/windows/1/pass")
    hall.sign_in()
    assert hall.look_at("A001").state == "passed"
    hall.tap("guide.restore", "guide.sure")
    hall.until(lambda: hall.inputs.guide.done is not None)
    assert hall.ticket(ticket)["state"] == "waiting"


def test_missing_slips_are_rescued(hall: Hall) -> None:
    ticket = hall.take(slip=True)["id"]
    failed = {"state": "failed", "reason": "printer.paper_out", "printer": "x"}
    hall.core.post(f"/api/tickets/{ticket}/slip", failed, role=Role.KIOSK)
    hall.sign_in()
    hall.tap("guide.missing", f"guide.ticket:{ticket}", "guide.reprint", f"guide.print:{PRINTER}")
    hall.until(lambda: len(hall.printer.device.slips) == 1)
    hall.until(lambda: hall.ticket(ticket)["slip"] == "printed")
    hall.tap("back", "back", "guide.missing")
    hall.until(lambda: hall.inputs.guide.missing == ())


def test_a_scanned_slip_is_what_the_guide_looks_at_wherever_the_guide_is(hall: Hall) -> None:
    first, second = hall.take(), hall.take("food")
    hall.scan(first)
    hall.until(lambda: hall.inputs.at.page is Page.PLACE)
    hall.tap("done")
    hall.sign_in()
    hall.scan(first)
    assert hall.found().id == first["id"]
    hall.tap("guide.move")
    hall.scan(second)
    hall.until(lambda: hall.inputs.guide.found.id == second["id"])
    hall.tap("guide.cancel", "guide.void:visitor", "guide.sure")
    hall.until(lambda: hall.ticket(second["id"])["state"] == "void")
    assert hall.ticket(first["id"])["state"] == "waiting"
    hall.tap("back", "guide.find")
    hall.scan(first)
    assert hall.found().id == first["id"]


def test_all_of_a_guides_work_by_twelve_keys(hall: Hall) -> None:
    ticket = hall.take(slip=True)["id"]
    # Two kiosks in one program hear one pad: this one is the tablet's.
    hall.kiosk._typed.close()
    guide = KeysAlone(hall.tablet, hall.ear, hall.bot)
    hall.tablet._session.act("guide")
    guide.wakes()
    guide.type(CLERK)
    guide.type(PIN)
    guide.at(Page.GUIDE)
    guide.follow("guide.zone:social")
    guide.at(Page.GUIDE, "1人等候")
    guide.follow("back", "guide.find")
    guide.press("1")
    guide.type("001")
    guide.at(Page.GUIDE_TICKET)
    guide.follow("guide.class", "guide.give:elderly")
    hall.until(lambda: hall.inputs.guide.done is not None)
    assert hall.ticket(ticket)["class"] == "elderly"
    guide.at(Page.GUIDE_TICKET)
    guide.follow("guide.move", "guide.first", "guide.to:food", "guide.sure")
    hall.until(lambda: hall.ticket(ticket)["queue"] == "food" and not hall.inputs.busy)
    guide.at(Page.GUIDE_TICKET)
    guide.follow("guide.reprint", f"guide.print:{PRINTER}")
    hall.until(lambda: len(hall.printer.device.slips) == 1)
    guide.at(Page.GUIDE_TICKET)
    guide.follow("back", "guide.out")
    assert not hall.inputs.guide.here


def test_time_signs_the_guide_out_of_the_core(hall: Hall) -> None:
    hall.sign_in()
    token = _token(hall)
    assert hall.core.ask("GET", "/api/tickets?slip=missing", token=token).status == 200
    hall.seconds += 301
    hall.tablet.tick()
    assert not hall.inputs.guide.here
    hall.until(lambda: hall.core.ask("GET", "/api/tickets?slip=missing", token=token).status == 401)


def test_a_token_that_was_given_back_elsewhere_ends_it_here(hall: Hall) -> None:
    hall.sign_in()
    assert hall.core.ask("POST", "/api/sign-out", {}, token=_token(hall)).status == 200
    hall.tap("guide.missing")
    hall.until(lambda: hall.inputs.at.page is Page.NOTICE)
    assert not hall.inputs.guide.here
    hall.tap("understood", "zone:social")
    hall.until(lambda: qml.shows(hall.tablet.view, "number"))


def _token(hall: Hall) -> str:
    asks = hall.tablet._guide._line._asks  # type: ignore[union-attr]
    assert isinstance(asks, CoreHttp)
    return asks._token
