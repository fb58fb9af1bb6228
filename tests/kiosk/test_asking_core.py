"""Asking, booking and coming to a booking: a real core by a clock in hand, devices on real ports."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.client.link import CoreLink
from core.domain.booking import Slots
from core.domain.calendar import Hours
from core.domain.hall import Hall
from core.domain.kiosk import KioskRules, Mode
from core.domain.people import Role
from hardware.devices import load_devices
from hardware.idcard import cards
from hardware.idcard.simulator import SimulatedSerialReader
from hardware.printer.simulator import SimulatedPrinter
from hardware.scanner.simulator import VirtualScanner, scan
from hardware.simulated_port import SimulatedSerialPort
from kiosk.app import KioskApp
from kiosk.timings import Timings
from tests.kiosk.device_hall import devices_file
from tests.support import qml
from tests.support.clock import Clock
from tests.support.halls import lhasa_like
from tests.support.running_core import CoreHandle, core_in_thread

# The reader is looked at before the core has given the day's key.
pytestmark = pytest.mark.logs("there is no key of the day")

WEEKDAYS = (1, 2, 3, 4, 5)
EVENING, MORNING = "2026-11-23 20:00", "2026-11-24 09:05"
TUESDAY, TEN = "day:2026-11-24", "slot:2026-11-24T01:00:00+00:00"


def booking_hall() -> Hall:
    """Return a hall that books out of hours: Tuesday at nine is the first time to book on Monday evening."""
    return replace(
        lhasa_like(),
        keeps_hours=True,
        hours=(Hours(WEEKDAYS, time(9), time(17, 30)),),
        slots=(Slots("insurance", WEEKDAYS, time(9), time(12), 60, 1),),
        kiosk_rules=KioskRules(out_of_hours=Mode.BOOKING),
    )


def instant(local: str) -> datetime:
    """Return a time on the hall's wall, UTC."""
    return datetime.fromisoformat(local).replace(tzinfo=lhasa_like().zone_info).astimezone(UTC)


@dataclass
class Machine:
    """A kiosk of that hall with its devices."""

    bot: QtBot
    clock: Clock
    core: CoreHandle
    printer: SimulatedPrinter
    reader: SimulatedSerialReader
    scanner: SimulatedSerialPort[VirtualScanner]
    folder: Path
    link: CoreLink = field(init=False)
    app: KioskApp = field(init=False)

    def __post_init__(self) -> None:
        file = devices_file(self.folder, self.printer, self.reader, self.scanner)
        self.link = CoreLink(self.core.url, self.core.token(Role.KIOSK, subject="kiosk-1"))
        timings = Timings(settle_s=0)
        self.app = KioskApp(self.link, load_devices(file), machine="kiosk-1", timings=timings, now=self.clock)
        self.link.start()
        self.app.show()
        self.until(lambda: self.link.live and self.app.devices.reads_cards)

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self.bot.waitUntil(condition, timeout=20_000)

    @property
    def page(self) -> Any:
        """The page that is open."""
        return self.app._view_model.page

    def tap(self, key: str) -> None:
        """Touch something once it is there and the core has answered."""
        self.until(lambda: qml.shows(self.app.view, key) and not qml.shows(self.app.view, "busy"))
        qml.tap(self.app.view, key)

    def type(self, text: str) -> None:
        """Type on the pad."""
        for character in text:
            self.tap(f"type:{character}")

    def at(self, local: str) -> None:
        """Let it be that time on the hall's wall; the kiosk looks at its clock."""
        self.clock.now = instant(local)
        self.app.tick()

    @property
    def steps(self) -> list[str]:
        """What a message says to do now."""
        return [line.value.main.text for line in self.page.lines if line.kind == "text"]

    def says(self, words: str) -> None:
        """Wait for a notice."""
        self.until(lambda: self.page.page == "notice" and words in self.page.title.main.text)

    def take(self) -> Any:
        """Take a number, and return it with its slip's code."""
        with self.bot.waitSignal(self.app.slip_printed, timeout=20_000) as printed:
            self.tap("zone:social")
        self.tap("done")
        taken = (printed.args or [None])[0]
        return self.core.get(f"/api/tickets/{taken.id}").body

    def book(self, *, by_card: bool = False) -> str:
        """Book Tuesday at nine, and return the code that stands on the screen."""
        self.tap("book:insurance")
        self.tap(TUESDAY)
        self.tap(TEN)
        if by_card:
            self.until(lambda: self.page.which == "who")
            self.reader.reader.lay(cards.YOUNG)
        else:
            self.tap("book.write")
            self.type("13800138000")
            self.tap("book.phone")
        self.until(lambda: self.page.page == "booked" and "请取走" in self.page.prompt.main.text)
        code: str = self.page.number.replace(" ", "")
        return code


@pytest.fixture
def machine(tmp_path: Path, qtbot: QtBot) -> Iterator[Machine]:
    clock = Clock(instant(EVENING))
    with ExitStack() as stack:
        printer = stack.enter_context(SimulatedPrinter())
        reader = stack.enter_context(SimulatedSerialReader())
        scanner = stack.enter_context(SimulatedSerialPort(VirtualScanner()))
        running = core_in_thread(booking_hall(), tmp_path / "data", keeps_hours=True, clock=clock)
        made = Machine(qtbot, clock, stack.enter_context(running), printer, reader, scanner, tmp_path)
        yield made
        made.link.stop()
        made.app.close()


def test_booked_at_eight_in_the_evening_and_come_to_the_next_morning(
    machine: Machine, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    machine.until(lambda: machine.page.page == "book")
    assert machine.page.banner[0].value.main.text == "星期二 11月24日 09:00起可以取号"
    code = machine.book()
    assert len(machine.printer.printer.slips) == 1, "the booking's slip"
    machine.tap("done")
    machine.at("2026-11-24 08:10")
    scan(machine.scanner, code)
    machine.says("08:30")
    assert "08:30" in machine.steps[0]
    machine.tap("understood")
    machine.at(MORNING)
    machine.app._session.done()
    machine.until(lambda: machine.page.page == "home")
    with machine.bot.waitSignal(machine.app.slip_printed, timeout=20_000) as printed:
        scan(machine.scanner, code)
    taken = (printed.args or [None])[0]
    assert taken.booked
    assert taken.queue == "insurance"
    assert machine.page.number == taken.number
    assert len(machine.printer.printer.slips) == 2
    assert "13800138000" not in caplog.text
    assert code not in caplog.text


def test_a_booking_by_card_is_come_to_by_card(machine: Machine) -> None:
    machine.until(lambda: machine.page.page == "book")
    machine.book(by_card=True)
    machine.tap("done")
    looks = len(machine.reader.reader.heard)
    machine.reader.reader.lift()
    machine.until(lambda: len(machine.reader.reader.heard) > looks + 2)
    machine.at(MORNING)
    machine.app._session.done()
    machine.until(lambda: machine.page.page == "home")
    machine.until(lambda: machine.app._card_key._asked_on == instant(MORNING).date())
    with machine.bot.waitSignal(machine.app.slip_printed, timeout=20_000) as printed:
        machine.reader.reader.lay(cards.YOUNG)
    assert (printed.args or [None])[0].booked


@pytest.mark.logs("the core gave no ticket")
def test_a_full_time_a_used_code_and_a_wrong_one_are_said(machine: Machine) -> None:
    machine.until(lambda: machine.page.page == "book")
    code = machine.book()
    machine.tap("done")
    machine.tap("book:insurance")
    machine.tap(TUESDAY)
    machine.tap(TEN)
    machine.says("约满")
    machine.tap("understood")
    machine.tap("back")
    machine.tap("back")
    machine.at(MORNING)
    machine.app._session.done()
    for said in ("", "已"):
        machine.tap("booking")
        machine.type(code)
        machine.tap("booking.come")
        if not said:
            machine.until(lambda: machine.page.page == "result" and "请取走" in machine.page.prompt.main.text)
            machine.tap("done")
    machine.says("")
    assert machine.page.prompt.main.text == "您已取过号。号票丢失请找导服人员。"
    machine.tap("understood")
    assert qml.text_of(machine.app.view, "typed").replace(" ", "") == code, "it need not be typed again"


def test_a_booking_is_cancelled_by_its_code_after_a_question(machine: Machine) -> None:
    machine.until(lambda: machine.page.page == "book")
    code = machine.book()
    machine.tap("done")
    machine.tap("booking")
    machine.type(code)
    machine.tap("booking.cancel")
    machine.until(lambda: machine.page.which == "cancel")
    assert [line.value.main.text for line in machine.page.lines][:2] == [
        "星期二 11月24日 09:00–10:00",
        "社会保险业务",
    ]
    machine.tap("booking.give_back")
    machine.until(lambda: machine.page.which == "cancelled")
    machine.tap("done")
    assert machine.book() != code, "somebody else has the time"


def test_a_number_is_given_up_by_its_slips_code(machine: Machine) -> None:
    machine.at(MORNING)
    machine.app._session.done()
    ticket = machine.take()
    scan(machine.scanner, f"http://10.0.0.8:8400/t/{ticket['track']}")
    machine.tap("place:cancel")
    machine.tap("place:give_up")
    machine.until(lambda: "已作废" in machine.page.prompt.main.text)
    assert machine.core.get(f"/api/tickets/{ticket['id']}").body["state"] == "void"


def test_a_passed_number_is_typed_and_taken_again_and_its_place_follows_the_hall(machine: Machine) -> None:
    machine.at(MORNING)
    machine.app._session.done()
    first, second = machine.take(), machine.take()
    for act in ("open", "call-next", "pass"):
        machine.core.post(f"/api/windows/1/{act}", {}, window=1)
    machine.tap("ask")
    machine.type(first["number"])
    machine.tap("ask.find")
    machine.until(lambda: machine.page.page == "place")
    assert "已过号" in machine.page.prompt.main.text
    assert [each.key for each in machine.page.buttons] == ["place:restore", "done"], "no number gives up"
    machine.tap("place:restore")
    machine.until(lambda: machine.page.lines and machine.page.lines[0].value.main.text == "前面还有1人")
    machine.core.post("/api/windows/1/call-next", {}, window=1)
    machine.until(lambda: machine.page.lines[0].value.main.text == "前面无人等候")
    machine.core.post("/api/windows/1/call-next", {}, window=1)
    machine.until(lambda: machine.page.prompt.main.text == "请现在到1号窗口")
    assert second["number"] != first["number"]


def test_wrong_numbers_and_codes_are_said_calmly(machine: Machine) -> None:
    machine.tap("ask")
    machine.type("A999")
    machine.tap("ask.find")
    machine.says("")
    machine.tap("understood")
    machine.tap("back")
    machine.tap("booking")
    machine.type("57240000")
    machine.tap("booking.cancel")
    machine.says("没有这个预约")
    assert "预约码" in machine.steps[0]
