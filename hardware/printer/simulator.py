"""Simulated printers at the byte end, over TCP and on a pseudo terminal: the real driver talks to them."""

from __future__ import annotations

from hardware.printer.raster import Raster
from hardware.printer.virtual import VirtualPrinter
from hardware.simulated_port import SimulatedPort as AnyPort
from hardware.simulated_port import SimulatedSerialPort, SimulatedTcpPort


class SimulatedPort(AnyPort[VirtualPrinter]):
    """A port with a printer behind it."""

    @property
    def printer(self) -> VirtualPrinter:
        """The printer; set its faults as you like, at any time."""
        return self.device

    def wait_for_slip(self, number: int = 1, timeout_s: float = 5.0) -> Raster:
        """Return the picture of the ``number``-th slip, 1 and up, as soon as it is cut.

        Raises:
            TimeoutError: It was not cut in time.
            ValueError: It was cut with nothing on it.
        """
        try:
            self.wait_for(lambda printer: len(printer.slips) >= number, timeout_s)
        except TimeoutError:
            got = len(self.device.slips)
            raise TimeoutError(f"{got} slips in {timeout_s} s, waited for {number}") from None
        raster = self.device.rasters[number - 1]
        if raster is None:
            raise ValueError(f"slip {number} was cut with no picture on it, or text")
        return raster

    def wait_for_cut(self, number: int = 1, timeout_s: float = 5.0) -> bytes:
        """Return the bytes of the ``number``-th slip, picture or text, as soon as it is cut.

        Raises:
            TimeoutError: It was not cut in time.
        """
        self.wait_for(lambda printer: len(printer.slips) >= number, timeout_s)
        return self.device.slips[number - 1]


class SimulatedPrinter(SimulatedTcpPort[VirtualPrinter], SimulatedPort):
    """A network printer on 127.0.0.1."""

    def __init__(self) -> None:
        super().__init__(VirtualPrinter())


class SimulatedSerialPrinter(SimulatedSerialPort[VirtualPrinter], SimulatedPort):
    """A serial printer on a pseudo terminal (Linux and macOS), at a fixed path."""

    def __init__(self) -> None:
        super().__init__(VirtualPrinter())
