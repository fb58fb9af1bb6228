"""Every page of the kiosk by twelve keys and by ear, against a real core and devices on real ports."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import time
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.client.http import CoreHttp
from core.client.link import CoreLink
from core.domain.booking import BookingRules, Slots
from core.domain.calendar import Hours
from core.domain.hall import Hall, Material
from core.domain.kiosk import ClassChoice, KioskRules, Mode, ModeTime, mode_at
from core.domain.people import Role
from core.domain.rules import Rules
from hardware.devices import load_devices
from hardware.idcard import cards
from hardware.idcard.simulator import SimulatedSerialReader
from hardware.printer.simulator import SimulatedPrinter
from hardware.scanner.simulator import VirtualScanner, scan
from hardware.simulated_port import SimulatedSerialPort
from kiosk.app import KioskApp
from kiosk.staff_pin import hash_staff_pin
from kiosk.state import Page
from kiosk.timings import Timings
from tests.kiosk.clocked_hall import instant
from tests.kiosk.device_hall import devices_file
from tests.kiosk.guide.conftest import CLERK, NAME, guided
from tests.kiosk.guide.conftest import PIN as GUIDES_PIN
from tests.kiosk.spoken.keys_alone import Ear, KeysAlone
from tests.support.clock import Clock
from tests.support.running_core import CoreHandle, core_in_thread

DAYS = (1, 2, 3, 4, 5)
PIN = "2468"
PHONE = "13800138000"
PAPERS = (
    Material("id", {"zh": "身份证原件", "en": "Identity card"}),
    Material("photo", {"zh": "一寸照片", "en": "A photograph"}, copies=2),
)


def hall_of_everything() -> Hall:
    """Return a hall whose kiosk has every page at some time of a Monday."""
    hall = guided()
    rules = {
        "food": Rules(quota_morning=1, quota_afternoon=1),
        "advice": Rules(needs_card=True),
    }
    return replace(
        hall,
        keeps_hours=True,
        hours=(Hours(DAYS, time(9), time(17, 30)),),
        bookings=BookingRules(check_in_from_min=600, late_min=600),
        slots=(Slots("insurance", DAYS, time(9), time(12), 60, 5),),
        items=tuple(replace(each, materials=PAPERS) if each.id == "card" else each for each in hall.items),
        queues=tuple(replace(each, rules=rules.get(each.id, each.rules)) for each in hall.queues),
        kiosk_rules=KioskRules(
            out_of_hours=Mode.BOOKING,
            times=(
                ModeTime(DAYS, time(6), time(7), Mode.CLOSED),
                ModeTime(DAYS, time(9), time(9, 15), Mode.GUIDE),
            ),
            classes=ClassChoice.ASK,
            staff_pin=hash_staff_pin(PIN),
        ),
    )


@dataclass
class Place:
    """The kiosk with everything around it, and who stands there."""

    core: CoreHandle
    clock: Clock
    printer: SimulatedPrinter
    reader: SimulatedSerialReader
    scanner: SimulatedSerialPort[VirtualScanner]
    app: KioskApp
    visitor: KeysAlone
    seconds: list[float]
    stack: ExitStack

    def comes_at(self, local: str) -> KeysAlone:
        """Let it be a time; a visitor comes and presses a key."""
        self.clock.now = instant(local)
        self.visitor.until(self._is_at_its_start)
        self.visitor.wakes()
        return self.visitor

    def _is_at_its_start(self) -> bool:
        """Let whoever was there go, and return whether the kiosk is what it is for at this time."""
        self.app._session.done()
        self.app.tick()
        inputs = self.visitor.inputs
        assert inputs.hall is not None
        return inputs.mode is mode_at(inputs.rules, inputs.hall, self.clock.now) and not inputs.busy

    def passes(self, seconds: float) -> None:
        """Let time go by while nobody does anything."""
        self.seconds[0] += seconds
        self.app.tick()

    def ticket(self) -> dict[str, Any]:
        """Return the ticket that the visitor has just been given, as the core has it."""
        taken = self.visitor.inputs.taken
        assert taken is not None
        return dict(self.core.get(f"/api/tickets/{taken.id}").body)

    def until_ticket(self, ticket: dict[str, Any], state: str) -> None:
        """Wait until the core has a ticket in a state."""
        path = f"/api/tickets/{ticket['id']}"
        self.visitor.until(lambda: self.core.get(path).body["state"] == state)


@pytest.fixture
def place(tmp_path: Path, qtbot: QtBot) -> Iterator[Place]:
    clock, seconds, ear = Clock(instant("2026-11-23 06:10")), [0.0], Ear()
    with ExitStack() as stack:
        printer = stack.enter_context(SimulatedPrinter())
        reader = stack.enter_context(SimulatedSerialReader())
        scanner = stack.enter_context(SimulatedSerialPort(VirtualScanner()))
        cores = stack.enter_context(ExitStack())
        running = core_in_thread(hall_of_everything(), tmp_path / "data", keeps_hours=True, clock=clock)
        core = cores.enter_context(running)
        guide = {"name": NAME, "role": "guide", "pin": GUIDES_PIN}
        assert core.ask("PUT", f"/api/clerks/{CLERK}", guide, token=core.token(Role.ADMIN)).status == 200
        file = devices_file(tmp_path, printer, reader, scanner)
        link = CoreLink(core.url, core.token(Role.KIOSK, subject="kiosk-1"))
        app = KioskApp(
            link,
            load_devices(file),
            machine="kiosk-1",
            timings=Timings(settle_s=0),
            clock=lambda: seconds[0],
            now=clock,
            folder=tmp_path / "kiosk",
            mouth=ear,  # type: ignore[arg-type]
            guide_line=lambda token: CoreHttp(core.url, token),
        )
        link.start()
        app.show()
        qtbot.waitUntil(lambda: link.live and app.devices.reads_cards, timeout=20_000)
        visitor = KeysAlone(app, ear, qtbot)
        yield Place(core, clock, printer, reader, scanner, app, visitor, seconds, cores)
        link.stop()
        app.close()


@pytest.mark.logs("the core gave no ticket", "there is no key of the day", "self-test: kiosk.clock_wrong")
def test_every_page_is_heard_and_worked_by_twelve_keys(place: Place) -> None:
    closed_and_guide(place)
    takes_numbers(place)
    asks(place)
    is_refused(place)
    books(place)
    staff(place)
    without_the_core(place)
    assert place.visitor.met == set(Page), "every page there is"


def closed_and_guide(place: Place) -> None:
    """Before the hall opens; then a guide."""
    visitor = place.comes_at("2026-11-23 06:20")
    visitor.at(Page.CLOSED)
    visitor = place.comes_at("2026-11-23 09:05")
    visitor.at(Page.GUIDE_SIGN_IN)
    visitor.type(CLERK)
    visitor.type(GUIDES_PIN)
    visitor.at(Page.GUIDE)
    visitor.follow("guide.issue", "guide.vouch:disabled", "guide.matter", "zone:social")
    visitor.at(Page.RESULT)
    ticket = place.ticket()
    assert (ticket["class"], ticket["queue"]) == ("disabled", "insurance")
    visitor.follow("done")
    visitor.follow("guide.find")
    visitor.press("1")
    visitor.type(ticket["number"][1:])
    visitor.at(Page.GUIDE_TICKET)
    visitor.follow("guide.cancel", "guide.void:visitor", "guide.sure")
    place.until_ticket(ticket, "void")
    visitor.until(lambda: visitor.inputs.guide.done is not None)
    visitor.follow("back", "guide.out")


def takes_numbers(place: Place) -> None:
    """A number at once, one with everything beside it, one for several matters, one by card."""
    visitor = place.comes_at("2026-11-23 09:30")
    visitor.at(Page.HOME)
    visitor.choose("large")
    assert visitor.inputs.look.large
    assert "标准版" in place.visitor.ear.text, "the page is said once more, with the way back"
    visitor = place.comes_at("2026-11-23 09:30")
    assert not visitor.inputs.look.large, "the next visitor begins afresh"
    visitor.at(Page.HOME, "大字版")
    visitor.choose("zone:business")
    visitor.at(Page.ZONE)
    visitor.choose("queue:company")
    visitor.at(Page.CLASS)
    visitor.choose("class:ordinary")
    visitor.at(Page.RESULT, "您的号码是B零零一号")
    assert place.ticket()["class"] == "ordinary"
    visitor.choose("done")

    visitor = place.comes_at("2026-11-23 09:31")
    visitor.choose("search")
    visitor.at(Page.SEARCH)
    for digit in "11111":
        visitor.press(digit)
    visitor.press("Enter")
    visitor.choose("departments")
    visitor.at(Page.DEPARTMENTS)
    visitor.choose("department:samr")
    visitor.at(Page.DEPARTMENT)
    visitor = place.comes_at("2026-11-23 09:31")
    visitor.choose("matters")
    visitor.at(Page.MATTERS)
    visitor.choose("item:card")
    visitor.at(Page.ITEM, "身份证原件")
    slips = len(place.printer.printer.slips)
    visitor.choose("print")
    place.printer.wait_for_slip(slips + 1)
    visitor.choose("options")
    visitor.at(Page.OPTIONS)
    visitor.follow("class:elderly", "assisted", "phone")
    visitor.at(Page.PHONE)
    visitor.type(PHONE)
    visitor.follow("back", "take")
    visitor.at(Page.RESULT)
    ticket = place.ticket()
    assert (ticket["class"], ticket["assisted"], ticket["queue"]) == ("elderly", True, "insurance")
    visitor.choose("done")

    visitor = place.comes_at("2026-11-23 09:32")
    visitor.choose("search")
    visitor.type("4849")
    visitor.follow("item:licence", "basket.add")
    visitor.follow("matters", "item:card", "basket.add")
    visitor.at(Page.BASKET)
    visitor.follow("basket.more", "zone:business", "queue:company", "class:ordinary")
    visitor.at(Page.CONFIRM)
    visitor.follow("back", "back", "back", "basket", "take")
    visitor.at(Page.RESULT)
    assert [leg["queue"] for leg in place.ticket()["legs"]] == ["company", "insurance"]
    visitor.choose("done")

    visitor = place.comes_at("2026-11-23 09:33")
    visitor.follow("zone:business", "queue:advice", "class:ordinary")
    visitor.at(Page.CARD)
    place.reader.reader.lay(cards.YOUNG)
    visitor.at(Page.RESULT)
    assert place.ticket()["queue"] == "advice"
    place.reader.reader.lift()
    visitor.choose("done")


def asks(place: Place) -> None:
    """One's place by typing and by the slip; it is given up, and a passed one is taken again."""
    visitor = place.comes_at("2026-11-23 09:40")
    visitor.follow("zone:social", "class:ordinary")
    visitor.at(Page.RESULT)
    ticket = place.ticket()
    visitor.choose("done")
    visitor = place.comes_at("2026-11-23 09:41")
    visitor.choose("ask")
    visitor.at(Page.ASK)
    visitor.press("1")
    visitor.type(ticket["number"][1:])
    visitor.at(Page.PLACE, "前面有")
    visitor.choose("done")
    # Who only knows a number gives none up; who has the slip does.
    visitor = place.comes_at("2026-11-23 09:41")
    scan(place.scanner, f"http://10.0.0.8:8400/t/{ticket['track']}")
    visitor.at(Page.PLACE, "前面有")
    visitor.follow("place:cancel", "place:give_up")
    place.until_ticket(ticket, "void")
    visitor.until(lambda: not visitor.inputs.busy)
    visitor = place.comes_at("2026-11-23 09:42")
    visitor.follow("zone:business", "queue:company", "class:ordinary")
    visitor.at(Page.RESULT)
    ticket = place.ticket()
    visitor.choose("done")
    place.core.post("/api/windows/4/open", {}, window=4)
    while place.core.post("/api/windows/4/call-next", {}, window=4).body["ticket"]["id"] != ticket["id"]:
        pass
    place.core.post("/api/windows/4/pass", {}, window=4)
    visitor = place.comes_at("2026-11-23 09:43")
    scan(place.scanner, f"http://10.0.0.8:8400/t/{ticket['track']}")
    visitor.at(Page.PLACE, "已过号")
    visitor.choose("place:restore")
    place.until_ticket(ticket, "waiting")
    visitor.until(lambda: not visitor.inputs.busy)


def is_refused(place: Place) -> None:
    """No more numbers this morning."""
    for _ in range(2):
        visitor = place.comes_at("2026-11-23 09:50")
        visitor.follow("zone:business", "queue:food", "class:ordinary")
        visitor.at_one_of(Page.RESULT, Page.NOTICE)
    visitor.at(Page.NOTICE, "本时段号已取完")
    visitor.choose("understood")


def books(place: Place) -> None:
    """In the evening two times are booked; next morning one visitor gives it back, one comes."""
    codes = []
    for minute in (0, 1):
        visitor = place.comes_at(f"2026-11-23 20:0{minute}")
        visitor.at(Page.BOOK)
        visitor.follow("book:insurance", "day:2026-11-24", "slot:2026-11-24T01:00:00+00:00", "book.write")
        visitor.type(PHONE[:-1] + str(minute))
        visitor.at(Page.BOOKED)
        codes.append(visitor.view.number.replace(" ", ""))
        visitor.choose("done")
    visitor = place.comes_at("2026-11-23 20:02")
    visitor.choose("booking")
    for digit in codes[1]:
        visitor.press(digit)
    visitor.follow("booking.cancel", "booking.give_back")
    visitor.until(lambda: visitor.view.which == "cancelled")
    visitor = place.comes_at("2026-11-24 09:20")
    visitor.choose("booking")
    visitor.at(Page.BOOKING)
    visitor.type(codes[0])
    visitor.at(Page.RESULT)
    assert place.ticket()["booking"]


def staff(place: Place) -> None:
    """A blind member of staff: into the staff page by the pad's code, out of service, and in again."""
    visitor = place.comes_at("2026-11-24 09:30")
    into_staff_page(place)
    for each in ("staff:devices", "staff:sound", "staff:program", "staff:log"):
        visitor.choose(each)
        visitor.at(Page.STAFF)
        visitor.choose("back")
    visitor.follow("staff:program", "staff:shut")
    visitor.press("Star")
    visitor.choose("staff:leave")
    visitor = place.comes_at("2026-11-24 09:31")
    visitor.at(Page.OUT_OF_SERVICE)
    into_staff_page(place)
    visitor.follow("staff:program", "staff:reopen")
    visitor.press("Star")
    visitor.choose("staff:leave")
    visitor.until(lambda: visitor.view.page == Page.HOME)


def into_staff_page(place: Place) -> None:
    """Type the code with the twelve keys, and the PIN."""
    visitor = place.visitor
    for key in ("Star", "0", "Star", "0", "Star"):
        visitor.press(key)
    visitor.at(Page.STAFF_PIN, "请输入密码")
    visitor.type(PIN)
    visitor.at(Page.STAFF)


def without_the_core(place: Place) -> None:
    """The line is dark: a number of the kiosk's own; then nobody is there for long."""
    offline = place.app.offline
    assert offline is not None
    place.visitor.until(lambda: offline.ready("insurance"))
    place.stack.close()
    visitor = place.visitor
    visitor.until(lambda: not visitor.inputs.live)
    visitor = place.comes_at("2026-11-24 09:40")
    visitor.at(Page.HOME, "网络中断")
    visitor.follow("zone:social", "class:ordinary")
    visitor.at(Page.RESULT, "号码有效")
    visitor.choose("done")
    place.passes(60)
    place.passes(400)
    visitor.until(lambda: visitor.view.page == Page.SAVER)
    visitor.press("5")
    visitor.wakes()
    visitor.at(Page.HOME)
    visitor.met.add(Page.SAVER)
