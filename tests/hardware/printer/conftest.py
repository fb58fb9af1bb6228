from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from hardware.printer import driver, links
from hardware.printer.raster import Raster
from hardware.printer.simulator import SimulatedPort, SimulatedPrinter, SimulatedSerialPrinter


@pytest.fixture
def picture() -> Raster:
    """Four bands, with a question's bytes and a cut's bytes inside as dots."""
    data = bytearray(random.Random(17).randbytes(72 * 900))
    for place, bytes_ in enumerate((b"\x10\x04\x01", b"\x10\x04\x04", b"\x1dVB\x00", b"\x1b@")):
        data[5000 + 9000 * place : 5000 + 9000 * place + len(bytes_)] = bytes_
    return Raster(576, 900, bytes(data))


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait a tenth of the usual for a printer that hangs."""
    monkeypatch.setattr(links, "SEND_TIMEOUT_S", 0.4)
    monkeypatch.setattr(links, "LATE_S", 0.15)
    monkeypatch.setattr(driver, "LIVE_TIMEOUT_S", 0.15)
    monkeypatch.setattr(driver, "SLIP_TIMEOUT_S", 0.9)


@pytest.fixture
def network() -> Iterator[SimulatedPrinter]:
    with SimulatedPrinter() as port:
        yield port


@pytest.fixture
def serial_port() -> Iterator[SimulatedSerialPrinter]:
    with SimulatedSerialPrinter() as port:
        yield port


@pytest.fixture(params=[SimulatedPrinter, SimulatedSerialPrinter], ids=["tcp", "serial"])
def port(request: pytest.FixtureRequest) -> Iterator[SimulatedPort]:
    with request.param() as port:
        yield port
