"""Simulated SMS modems at the byte end, over TCP and on a pseudo terminal: the real driver talks to them."""

from __future__ import annotations

from hardware.simulated_port import SimulatedPort as AnyPort
from hardware.simulated_port import SimulatedSerialPort, SimulatedTcpPort
from hardware.sms.virtual import VirtualModem


class SimulatedPort(AnyPort[VirtualModem]):
    """A port with a modem behind it."""

    @property
    def modem(self) -> VirtualModem:
        """The modem; set its faults as you like, at any time."""
        return self.device


class SimulatedModem(SimulatedTcpPort[VirtualModem], SimulatedPort):
    """A modem behind a serial server, on 127.0.0.1."""

    def __init__(self) -> None:
        super().__init__(VirtualModem())


class SimulatedSerialModem(SimulatedSerialPort[VirtualModem], SimulatedPort):
    """A modem on a pseudo terminal (Linux and macOS), at a fixed path."""

    def __init__(self) -> None:
        super().__init__(VirtualModem())
