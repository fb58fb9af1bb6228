"""When a visitor gets a number of the kiosk's own: at once, after a while, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.client.reply import Refused, Reply, Unreachable
from hardware.devices import PrinterEntry
from hardware.printer.simulator import SimulatedPrinter
from hardware.slip.painter import WIDTH_80MM
from kiosk.devices import KioskDevices
from kiosk.offline import handing_in
from kiosk.slip_press import SlipPress
from kiosk.slips import compose_sheet
from kiosk.speech import Speak
from kiosk.state import Refusal, Taken
from kiosk.taking import Taking
from tests.kiosk.conftest import ticket
from tests.kiosk.offline.test_offline import Machine, hand_in

SOON_MS = 50
TICKETS = "/api/tickets"


class Visitor:
    """Takes numbers of a machine and hears what comes of it."""

    def __init__(self, machine: Machine, printer: SimulatedPrinter, speak: Speak, qtbot: QtBot) -> None:
        self.machine = machine
        self.devices = KioskDevices((PrinterEntry("slips", printer.url, WIDTH_80MM),), lambda: None)
        self.press = SlipPress(
            machine.link,
            self.devices,
            lambda taken, hall, _copy: compose_sheet(taken, hall, speak, "kiosk-1"),
            offline=machine.offline,
        )
        self.taking = Taking(machine.link, self.press, offline=machine.offline, answer_within_ms=SOON_MS)
        self.heard: list[Taken | Refusal] = []
        self.printed: list[Taken] = []
        self.press.ended.connect(lambda taken, _outcome: self.printed.append(taken))
        self.taking.taken.connect(self.heard.append)
        self.taking.refused.connect(self.heard.append)
        self._bot = qtbot
        self.devices.start()

    def take(self) -> None:
        assert self.taking.take("queue", "insurance", "zh")

    def hears(self) -> Taken | Refusal:
        self._bot.waitUntil(lambda: len(self.heard) == 1)
        assert not self.taking.busy
        heard = self.heard.pop()
        if isinstance(heard, Taken):
            self._bot.waitUntil(lambda: heard in self.printed, timeout=10_000)
        return heard


@pytest.fixture
def visitor(tmp_path: Path, printer: SimulatedPrinter, speak: Speak, qtbot: QtBot) -> Iterator[Visitor]:
    machine = Machine(tmp_path)
    made = Visitor(machine, printer, speak, qtbot)
    yield made
    made.devices.stop()
    machine.offline.close()


def dark(machine: Machine) -> None:
    machine.link.go_dark()


def degraded(machine: Machine) -> None:
    machine.link.degrade(True)


@pytest.mark.parametrize("away", [dark, degraded])
def test_a_core_that_is_surely_away_is_not_asked(visitor: Visitor, away: Callable[[Machine], None]) -> None:
    visitor.machine.fill(insurance=2)
    away(visitor.machine)
    visitor.take()
    assert visitor.taking.busy
    taken = visitor.hears()
    assert isinstance(taken, Taken)
    assert (taken.number, taken.offline) == ("I999", True)
    assert visitor.machine.asked(TICKETS) == []


def test_a_core_that_answers_is_believed(visitor: Visitor) -> None:
    visitor.machine.fill(insurance=2)
    visitor.take()
    visitor.machine.answer(TICKETS, ticket("A001"))
    taken = visitor.hears()
    assert isinstance(taken, Taken)
    assert (taken.number, taken.offline) == ("A001", False)


def test_a_late_answer_is_passed_over_and_its_key_handed_in(visitor: Visitor) -> None:
    machine = visitor.machine
    machine.fill(insurance=2)
    visitor.take()
    taken = visitor.hears()
    assert isinstance(taken, Taken)
    assert taken.number == "I999"
    ask = machine.answer(TICKETS, ticket("A001"))
    assert visitor.heard == []
    machine.link.go_dark()
    machine.link.go_live()
    assert machine.asked(handing_in.PATH)[0]["tickets"][0]["instead_of"] == ask.key != ""


@pytest.mark.logs("the core was asked for a ticket and did not answer", "the core gave no ticket")
@pytest.mark.parametrize("lost", [Unreachable("gone"), Refused("store.failed", {}, 503)])
def test_a_core_that_cannot_gives_way_to_the_kiosk(visitor: Visitor, lost: Reply) -> None:
    visitor.machine.fill(insurance=2)
    visitor.take()
    visitor.machine.answer(TICKETS, lost)
    taken = visitor.hears()
    assert isinstance(taken, Taken)
    assert taken.offline


@pytest.mark.logs("the core gave no ticket")
def test_a_rule_of_the_hall_is_no_reason_for_a_number(visitor: Visitor) -> None:
    visitor.machine.fill(insurance=2)
    visitor.take()
    visitor.machine.answer(TICKETS, Refused("queue.closed", {"opens_at": None}))
    assert visitor.hears() == Refusal("queue.closed", {"opens_at": None})


@pytest.mark.logs("the core was asked for a ticket and did not answer")
def test_without_a_block_the_visitor_hears_why(visitor: Visitor, qtbot: QtBot) -> None:
    visitor.machine.fill()
    visitor.take()
    qtbot.wait(2 * SOON_MS)
    assert visitor.taking.busy, "the core may still answer"
    visitor.machine.answer(TICKETS, Unreachable("gone"))
    assert visitor.hears() == Refusal("offline.no_block", {"queue": "insurance"})


def test_a_booking_cannot_be_looked_up_without_the_core(visitor: Visitor) -> None:
    visitor.machine.fill(insurance=2)
    visitor.machine.link.go_dark()
    assert visitor.taking.check_in("zh", code="12345672")
    assert visitor.hears() == Refusal("offline.no_bookings")


def test_the_slip_is_printed_and_told_with_the_ticket(
    visitor: Visitor, printer: SimulatedPrinter, qtbot: QtBot
) -> None:
    machine = visitor.machine
    machine.fill(insurance=2)
    machine.link.go_dark()
    with qtbot.waitSignal(visitor.press.ended, timeout=10_000):
        visitor.take()
    printer.wait_for_slip(1)
    machine.link.go_live()
    told = machine.asked(handing_in.PATH)[0]["tickets"][0]["slip"]
    assert told == {"state": "printed", "reason": None, "printer": "slips"}
    hand_in(machine)
    assert [path for path, _ in machine.link.posts if path.endswith("/slip")] == []
