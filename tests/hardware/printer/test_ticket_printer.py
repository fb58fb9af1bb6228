"""A printer that looks after itself: every slip ends once, as it really ended."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from typing import Any, cast

import pytest
from PySide6.QtGui import QGuiApplication

from core.domain.slip import SlipState
from hardware.printer import escpos
from hardware.printer.address import open_printer
from hardware.printer.driver import EscPosPrinter
from hardware.printer.ports import Printed, PrinterStatus
from hardware.printer.simulator import SimulatedPort, SimulatedPrinter, SimulatedSerialPrinter
from hardware.printer.ticket_printer import Outcome, TicketPrinter, slips_under_way
from hardware.slip import painter, plain
from hardware.slip.sheet import Number, Sheet, Space, Words
from hardware.worker import READY, Health, State
from tests.support.waiting import wait_until

WITHIN_S = 20
SHEET: Sheet = (Words(("拉萨市政务服务大厅",)), Number("A017"))

pytestmark = pytest.mark.usefixtures("qapp", "impatient")


class Desk:
    """A started printer, what it tells of itself, and how its slips end."""

    def __init__(
        self, url: str, open_at: Callable[[str], EscPosPrinter] = open_printer, **more: object
    ) -> None:
        self.told: queue.SimpleQueue[Health] = queue.SimpleQueue()
        self.ended: list[Outcome] = []
        self.threads: set[str] = set()
        self.printer = TicketPrinter(
            "取号机一", url, 384, self.told.put, every_s=0.01, open_at=open_at, **cast(Any, more)
        )
        self.printer.start()

    def print(self, sheet: Sheet = SHEET) -> None:
        self.printer.print(sheet, self._done)

    def outcome(self, number: int = 1) -> Outcome:
        wait_until(lambda: len(self.ended) >= number, WITHIN_S)
        assert len(self.ended) == number
        return self.ended[-1]

    def becomes(self, state: State, key: str = "") -> None:
        wait_until(lambda: (self.printer.health.state, self.printer.health.key) == (state, key), WITHIN_S)

    def _done(self, outcome: Outcome) -> None:
        self.threads.add(threading.current_thread().name)
        self.ended.append(outcome)


@pytest.fixture
def desk(port: SimulatedPort) -> Iterator[Desk]:
    made = Desk(port.url)
    yield made
    made.printer.stop()


def test_a_slip_that_is_out_is_printed(desk: Desk, port: SimulatedPort) -> None:
    desk.becomes(State.READY)
    desk.print()
    assert desk.outcome() == Outcome(SlipState.PRINTED)
    assert port.wait_for_slip() == painter.paint(SHEET, 384)
    assert desk.threads == {"device 取号机一"}


def test_slips_come_out_in_the_order_asked(desk: Desk, port: SimulatedPort) -> None:
    sheets = [(Number(f"A{number:03}"),) for number in range(4)]
    for sheet in sheets:
        desk.print(sheet)
    assert desk.outcome(4).state is SlipState.PRINTED
    assert port.printer.rasters == [painter.paint(sheet, 384) for sheet in sheets]


def test_a_slip_is_under_way_from_the_asking_until_its_end_is_told(desk: Desk) -> None:
    desk.becomes(State.READY)
    assert not slips_under_way()
    desk.print()
    desk.print()
    assert slips_under_way(), "it waits, or its thread paints it"
    desk.outcome(2)
    assert not slips_under_way()


@pytest.mark.logs("取号机一")
def test_a_slip_that_cannot_be_printed_is_not_under_way_for_ever(desk: Desk) -> None:
    desk.printer.stop()
    desk.print()
    assert desk.outcome().state is SlipState.FAILED
    assert not slips_under_way()


@pytest.mark.logs("取号机一")
@pytest.mark.parametrize(
    ("fault", "value", "key"),
    [
        ("slips_left", 0, "printer.paper_out"),
        ("cover_open", True, "printer.cover_open"),
        ("jammed", True, "printer.cutter"),
        ("broken", True, "printer.fault"),
        ("switched_offline", True, "printer.offline"),
    ],
)
def test_what_keeps_it_from_printing_is_told_and_fails_the_slip(
    desk: Desk, port: SimulatedPort, fault: str, value: object, key: str
) -> None:
    desk.becomes(State.READY)
    healthy = getattr(port.printer, fault)
    setattr(port.printer, fault, value)
    desk.becomes(State.DEGRADED, key)
    desk.print()
    assert (desk.outcome().state, desk.outcome().key) == (SlipState.FAILED, key)
    setattr(port.printer, fault, healthy)
    desk.becomes(State.READY)
    assert port.printer.slips == []


@pytest.mark.logs("取号机一")
def test_a_low_roll_is_told_and_prints(desk: Desk, port: SimulatedPort) -> None:
    port.printer.paper_low = True
    desk.becomes(State.DEGRADED, "printer.paper_low")
    desk.print()
    assert desk.outcome().state is SlipState.PRINTED


@pytest.mark.logs("取号机一")
def test_one_that_answers_nothing_is_no_ready_printer_and_its_slips_are_in_doubt(port: SimulatedPort) -> None:
    port.printer.silent = True
    desk = Desk(port.url)
    desk.becomes(State.DEGRADED, "printer.unknown")
    desk.print()
    assert (desk.outcome().state, desk.outcome().key) == (SlipState.UNKNOWN, "printer.unconfirmed")
    port.wait_for_slip()
    desk.printer.stop()


@pytest.mark.logs("取号机一")
def test_a_roll_that_ends_inside_the_slip_leaves_it_in_doubt(desk: Desk, port: SimulatedPort) -> None:
    desk.becomes(State.READY)
    port.printer.rows_left = 40
    desk.print()
    assert (desk.outcome().state, desk.outcome().key) == (SlipState.UNKNOWN, "printer.paper_out")
    assert port.printer.slips == []


@pytest.mark.logs("取号机一")
def test_one_that_is_gone_fails_a_slip_at_once_and_prints_when_it_is_back(
    desk: Desk, port: SimulatedPort
) -> None:
    desk.becomes(State.READY)
    port.plugged = False
    desk.becomes(State.GONE, "device.unreachable")
    desk.print()
    assert (desk.outcome().state, desk.outcome().key) == (SlipState.FAILED, "device.unreachable")
    port.plugged = True
    desk.becomes(State.READY)
    desk.print()
    assert desk.outcome(2).state is SlipState.PRINTED
    assert len(port.printer.slips) == 1


@pytest.mark.logs("取号机一")
def test_one_that_fell_silent_is_gone(desk: Desk, port: SimulatedPort) -> None:
    desk.becomes(State.READY)
    port.printer.silent = True
    desk.becomes(State.GONE, "device.unreachable")


@pytest.mark.logs("取号机一")
def test_a_sheet_that_cannot_be_painted_fails_and_the_next_one_prints(
    desk: Desk, port: SimulatedPort, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.becomes(State.READY)

    def fail(_sheet: Sheet, _dots: int) -> None:
        raise ZeroDivisionError("a bug")

    with monkeypatch.context() as broken:
        broken.setattr(painter, "paint", fail)
        desk.print()
        assert (desk.outcome().state, desk.outcome().key) == (SlipState.FAILED, "error.unknown")
    desk.print()
    assert desk.outcome(2).state is SlipState.PRINTED
    assert len(port.printer.slips) == 1


class Buggy(EscPosPrinter):
    """A driver with a bug, before or after it has sent something."""

    sends_first = False

    def status(self) -> PrinterStatus:
        return PrinterStatus(answered=True)

    def print_chunks(self, chunks: object) -> Printed:
        self.sent = self.sends_first
        raise KeyError("a bug")


@pytest.mark.logs("取号机一")
@pytest.mark.parametrize(("sends_first", "state"), [(False, SlipState.FAILED), (True, SlipState.UNKNOWN)])
def test_a_bug_in_the_driver_ends_a_slip_once(sends_first: bool, state: SlipState) -> None:
    def open_at(url: str) -> EscPosPrinter:
        driver = Buggy(url, lambda: cast(Any, None))
        driver.sends_first = sends_first
        return driver

    desk = Desk("tcp://127.0.0.1:9", open_at)
    desk.print()
    assert (desk.outcome().state, desk.outcome().key) == (state, "error.unknown")
    desk.print()
    assert desk.outcome(2).state is state
    desk.printer.stop()


@pytest.mark.logs("取号机一")
def test_slips_that_wait_when_it_is_stopped_and_after_end_as_failed(network: SimulatedPrinter) -> None:
    desk = Desk(network.url)
    desk.becomes(State.READY)
    entered, leave = threading.Event(), threading.Event()

    def hold(outcome: Outcome) -> None:
        entered.set()
        leave.wait(WITHIN_S)

    desk.printer.print(SHEET, hold)
    assert entered.wait(WITHIN_S)
    for _ in range(3):
        desk.print()
    stopping = threading.Thread(target=desk.printer.stop)
    stopping.start()
    wait_until(lambda: desk.printer._worker.stopping)
    leave.set()
    stopping.join(WITHIN_S)
    desk.print()
    assert [each.state for each in desk.ended] == [SlipState.FAILED] * 4
    assert len(network.printer.slips) == 1


@pytest.mark.logs("取号机一")
def test_one_that_was_never_started_fails_its_slips_when_it_is_stopped(network: SimulatedPrinter) -> None:
    ended: list[Outcome] = []
    printer = TicketPrinter("取号机一", network.url, 384)
    printer.print(SHEET, ended.append)
    printer.stop()
    printer.print(SHEET, ended.append)
    assert [each.state for each in ended] == [SlipState.FAILED] * 2
    printer.stop()


def test_it_may_be_stopped_from_where_a_slip_ended(desk: Desk) -> None:
    stopped = threading.Event()

    def stop(_outcome: Outcome) -> None:
        desk.printer.stop()
        stopped.set()

    desk.becomes(State.READY)
    desk.printer.print(SHEET, stop)
    assert stopped.wait(WITHIN_S)


def test_it_is_ready_as_soon_as_it_is_met(desk: Desk) -> None:
    assert desk.told.get(timeout=WITHIN_S) == READY


@pytest.mark.logs("exception calling callback")
def test_whoever_asked_and_fails_does_not_end_the_printer(desk: Desk, qapp: QGuiApplication) -> None:
    def fail(_outcome: Outcome) -> None:
        raise ZeroDivisionError("theirs")

    desk.printer.print(SHEET, fail)
    desk.print()
    assert desk.outcome().state is SlipState.PRINTED


LONG: Sheet = (*SHEET, Space(400), Words(("过号请重新取号",)))


@pytest.mark.parametrize(
    ("baud", "text", "goes_as_text"),
    [
        (115200, None, False),
        (9600, None, True),
        (9600, False, False),
        (115200, True, True),
    ],
)
def test_a_slow_line_gets_the_printers_own_text(
    serial_port: SimulatedSerialPrinter, baud: int, text: bool | None, goes_as_text: bool
) -> None:
    url = serial_port.url.replace("115200", str(baud))
    desk = Desk(url, text=text)
    desk.print(LONG)
    assert desk.outcome().state is SlipState.PRINTED
    desk.printer.stop()
    as_text = b"".join(plain.encode(LONG, 384, baud / 10))
    as_picture = b"".join(escpos.encode_slip(painter.paint(LONG, 384)))
    assert serial_port.printer.slips == [as_text if goes_as_text else as_picture]


@pytest.mark.logs("取号机一")
def test_text_that_runs_out_of_paper_is_in_doubt(network: SimulatedPrinter) -> None:
    desk = Desk(network.url, text=True)
    desk.becomes(State.READY)
    network.printer.rows_left = 120
    desk.print(LONG)
    assert (desk.outcome().state, desk.outcome().key) == (SlipState.UNKNOWN, "printer.paper_out")
    desk.printer.stop()
    assert network.printer.slips == []
