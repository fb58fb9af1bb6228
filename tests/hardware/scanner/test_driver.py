"""The real scanner driver against the simulated scanner, with everything that goes wrong with scanners."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from concurrent.futures import Future
from typing import Any

import pytest

from hardware.errors import DeviceUnreachable
from hardware.scanner import driver
from hardware.scanner.driver import UNREADABLE, SerialScanner
from hardware.scanner.framer import Ending
from hardware.scanner.settings import ScannerSettings
from hardware.scanner.simulator import VirtualScanner, scan
from hardware.simulated_port import SimulatedPort, SimulatedSerialPort, SimulatedTcpPort
from hardware.worker import READY, Health, State, Worker

WITHIN_S = 30
IDLE_S = 0.03


@pytest.fixture(params=[SimulatedTcpPort, SimulatedSerialPort], ids=["tcp", "serial"])
def port(request: pytest.FixtureRequest) -> Iterator[SimulatedPort[VirtualScanner]]:
    with request.param(VirtualScanner()) as opened:
        yield opened


class Desk:
    """A scanner at its worker, and what came of it."""

    def __init__(self, port: SimulatedPort[VirtualScanner]) -> None:
        self.codes: queue.SimpleQueue[str] = queue.SimpleQueue()
        self.told: queue.SimpleQueue[Health] = queue.SimpleQueue()
        far = port.device
        settings = ScannerSettings(port.url, Ending.AUTO, IDLE_S, 64, far.light_on, far.light_off)
        self.scanner = SerialScanner(settings, self.codes.put, name="scanner at kiosk 1")
        self.worker = Worker(self.scanner, self.told.put, retry_s=(0.01,))
        self.worker.start()

    def code(self) -> str:
        return self.codes.get(timeout=WITHIN_S)

    def health(self) -> Health:
        return self.told.get(timeout=WITHIN_S)

    def light(self, on: bool) -> Future[Any]:
        return self.worker.submit(lambda scanner: scanner.light(on))


@pytest.fixture
def desk(port: SimulatedPort[VirtualScanner], monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(driver, "ROUND_S", 0.01)
    made = Desk(port)
    # The far end has the line once it has heard something: over TCP it says nothing to nobody.
    made.light(False).result(WITHIN_S)
    port.wait_for(lambda far: far.lit is False)
    assert made.health() == READY
    yield made
    made.worker.stop()


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n", b""], ids=["cr", "lf", "crlf", "silence"])
def test_a_code_arrives_once_whatever_ends_it(
    port: SimulatedPort[VirtualScanner], desk: Desk, end: bytes
) -> None:
    port.device.ending = end
    scan(port, "A001拉萨")
    assert desk.code() == "A001拉萨"
    scan(port, "B002")
    assert desk.code() == "B002"
    assert desk.codes.empty()


@pytest.mark.logs("scanner at kiosk 1 is gone")
def test_the_light_is_switched_and_switched_again_on_a_scanner_that_comes_back(
    port: SimulatedPort[VirtualScanner], desk: Desk
) -> None:
    desk.light(True).result(WITHIN_S)
    port.wait_for(lambda far: far.lit is True)
    port.plugged = False
    assert desk.health().state is State.GONE
    port.device.lit = None
    port.plugged = True
    assert desk.health() == READY
    port.wait_for(lambda far: far.lit is True)
    scan(port, "A001")
    assert desk.code() == "A001"


@pytest.mark.logs("scanner at kiosk 1 is gone")
def test_a_scanner_that_is_gone_is_not_waited_for(port: SimulatedPort[VirtualScanner], desk: Desk) -> None:
    port.plugged = False
    gone = desk.health()
    assert (gone.state, gone.key) == (State.GONE, "device.unreachable")
    with pytest.raises(DeviceUnreachable):
        desk.light(True).result(WITHIN_S)


def test_a_silent_scanner_is_ready_and_says_nothing(port: SimulatedPort[VirtualScanner], desk: Desk) -> None:
    port.device.silent = True
    scan(port, "A001")
    port.device.silent = False
    scan(port, "B002")
    assert desk.code() == "B002"
    assert desk.told.empty()


def test_noise_is_no_code_and_is_told_until_the_next_good_one(
    port: SimulatedPort[VirtualScanner], desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    port.device.noise = b"\xff\xfe\xff"
    scan(port, "A001")
    assert (desk.health().key, desk.codes.empty()) == (UNREADABLE, True)
    port.device.noise = b""
    scan(port, "B002")
    assert desk.code() == "B002"
    assert desk.health() == READY
    assert "check baud rate and ending" in caplog.text


def test_half_a_line_is_no_code(
    port: SimulatedPort[VirtualScanner], desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    scan(port, "A001")
    assert desk.code() == "A001"
    port.device.half = True
    scan(port, "B002")
    assert desk.health().state is State.DEGRADED
    port.device.half = False
    scan(port, "C003")
    assert desk.code() == "C003"


def test_a_code_without_end_is_bounded(
    port: SimulatedPort[VirtualScanner], desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    scan(port, "9" * 500)
    assert desk.health().key == UNREADABLE
    assert desk.codes.empty()


def test_a_code_said_twice_is_two_codes(port: SimulatedPort[VirtualScanner], desk: Desk) -> None:
    port.device.repeats = True
    scan(port, "A001")
    assert (desk.code(), desk.code()) == ("A001", "A001")


def test_a_scanner_without_commands_is_told_nothing(port: SimulatedPort[VirtualScanner]) -> None:
    scanner = SerialScanner(ScannerSettings(port.url), lambda _code: None)
    assert scanner.name == port.url
    scanner.connect()
    scanner.light(True)
    scanner.disconnect()
    scanner.disconnect()
    assert port.device.heard == b""


def test_the_log_names_the_scanner_and_never_a_code(
    port: SimulatedPort[VirtualScanner], desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    scan(port, "540102199001011234")
    desk.code()
    scan(port, "5" * 300)
    assert desk.health().state is State.DEGRADED
    assert "scanner at kiosk 1 is degraded" in caplog.text
    assert "5401" not in caplog.text
    assert "555" not in caplog.text
