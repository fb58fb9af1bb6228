from __future__ import annotations

import pytest

from hardware.errors import CoverOpen, DeviceUnreachable
from hardware.printer import escpos
from hardware.printer.driver import EscPosPrinter
from hardware.printer.links import UsbLink
from hardware.printer.ports import Printed
from hardware.printer.raster import Raster
from hardware.printer.virtual import VirtualPrinter
from tests.hardware.printer.usb_bus import FakeBus

URL = "usb://04b8:0202"


@pytest.fixture
def bus() -> FakeBus:
    return FakeBus(VirtualPrinter())


@pytest.fixture
def printer(bus: FakeBus) -> EscPosPrinter:
    return EscPosPrinter(URL, lambda: UsbLink(0x04B8, 0x0202, 0x01, 0x82, backend=bus))


def test_a_slip_goes_out_over_usb_to_the_byte(bus: FakeBus, printer: EscPosPrinter, picture: Raster) -> None:
    assert printer.print_slip(picture) is Printed.CONFIRMED
    assert bus.printer.slips == [b"".join(escpos.encode_slip(picture))]


def test_an_open_cover_is_said_over_usb(bus: FakeBus, printer: EscPosPrinter, picture: Raster) -> None:
    bus.printer.cover_open = True
    with pytest.raises(CoverOpen):
        printer.print_slip(picture)


def test_a_printer_that_takes_nothing_is_unreachable(
    bus: FakeBus, printer: EscPosPrinter, picture: Raster
) -> None:
    printer.status()
    bus.takes_data = False
    with pytest.raises(DeviceUnreachable, match="timed out"):
        printer.print_slip(picture)


def test_an_unplugged_printer_is_unreachable_and_works_again_when_back(
    bus: FakeBus, printer: EscPosPrinter, picture: Raster
) -> None:
    bus.plugged = False
    with pytest.raises(DeviceUnreachable, match="not found") as caught:
        printer.print_slip(picture)
    assert not caught.value.maybe_done
    bus.plugged = True
    assert printer.print_slip(picture) is Printed.CONFIRMED
