"""Simulated readers at the byte end, over TCP and on a pseudo terminal: the real driver talks to them."""

from __future__ import annotations

from hardware.idcard.driver import BAUD
from hardware.idcard.virtual import VirtualReader
from hardware.simulated_port import SimulatedPort as AnyPort
from hardware.simulated_port import SimulatedSerialPort, SimulatedTcpPort


class SimulatedReaderPort(AnyPort[VirtualReader]):
    """A port with a reader behind it."""

    @property
    def reader(self) -> VirtualReader:
        """The reader; lay cards on it and set its faults as you like, at any time."""
        return self.device


class SimulatedReader(SimulatedTcpPort[VirtualReader], SimulatedReaderPort):
    """A reader behind a serial server, on 127.0.0.1."""

    def __init__(self) -> None:
        super().__init__(VirtualReader())


class SimulatedSerialReader(SimulatedSerialPort[VirtualReader], SimulatedReaderPort):
    """A reader on a pseudo terminal (Linux and macOS), at a fixed path."""

    def __init__(self) -> None:
        super().__init__(VirtualReader(), BAUD)
