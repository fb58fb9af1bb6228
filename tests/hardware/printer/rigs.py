"""A simulated printer at the end of each kind of link, all with the same switches."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from hardware.printer.address import open_printer
from hardware.printer.driver import EscPosPrinter
from hardware.printer.links import UsbLink
from hardware.printer.simulator import SimulatedPort, SimulatedPrinter, SimulatedSerialPrinter
from hardware.printer.virtual import VirtualPrinter
from tests.hardware.printer.usb_bus import FakeBus

USB = "usb://04b8:0202"


class Rig(ABC):
    """A printer and its link.

    Attributes:
        printer: The simulated printer.
        url: Its address.
        open: Makes the driver.
    """

    def __init__(self, printer: VirtualPrinter, url: str, open_at: Callable[[str], EscPosPrinter]) -> None:
        self.printer = printer
        self.url = url
        self.open = open_at

    @abstractmethod
    def plug(self, *, there: bool) -> None:
        """Pull the cable, or put it in."""

    @abstractmethod
    def stall(self, *, stalled: bool) -> None:
        """Have it take nothing any more, or go on."""

    @abstractmethod
    def stall_after(self, taken: int | None) -> None:
        """Have it take nothing any more inside a job, after so many bytes."""

    @abstractmethod
    def hang_up_after(self, taken: int | None) -> None:
        """Have it go away inside a job, after so many bytes."""


class PortRig(Rig):
    """TCP, or a pseudo terminal."""

    def __init__(self, port: SimulatedPort, url: str = "") -> None:
        super().__init__(port.printer, url or port.url, open_printer)
        self.port = port

    def plug(self, *, there: bool) -> None:
        if self.port.plugged is not there:
            self.port.plugged = there

    def stall(self, *, stalled: bool) -> None:
        self.port.stalled = stalled

    def stall_after(self, taken: int | None) -> None:
        self.port.stalls_after = taken

    def hang_up_after(self, taken: int | None) -> None:
        self.port.hangs_up_after = taken


class UsbRig(Rig):
    """USB, below pyusb."""

    def __init__(self) -> None:
        self.bus = FakeBus(VirtualPrinter())
        super().__init__(
            self.bus.printer,
            USB,
            lambda url: EscPosPrinter(url, lambda: UsbLink(0x04B8, 0x0202, 0x01, 0x82, backend=self.bus)),
        )

    def plug(self, *, there: bool) -> None:
        self.bus.plugged = there

    def stall(self, *, stalled: bool) -> None:
        self.bus.takes_data = not stalled

    def stall_after(self, taken: int | None) -> None:
        self.bus.stalls_after = taken

    def hang_up_after(self, taken: int | None) -> None:
        self.bus.hangs_up_after = taken


LINKS = ("tcp", "serial", "usb", "file")


@contextmanager
def rig_of(link: str) -> Iterator[Rig]:
    """Make the rig of a link."""
    match link:
        case "tcp":
            with SimulatedPrinter() as port:
                yield PortRig(port)
        case "serial":
            with SimulatedSerialPrinter() as serial:
                yield PortRig(serial)
        case "file":
            with SimulatedSerialPrinter() as serial:
                yield PortRig(serial, serial.url.replace("serial://", "file://").partition("?")[0])
        case _:
            yield UsbRig()
