"""A simulated bus of signs over TCP and on a pseudo terminal: the real driver talks to it."""

from __future__ import annotations

from collections.abc import Iterable

from hardware.led.virtual import VirtualBus
from hardware.simulated_port import SimulatedPort, SimulatedSerialPort, SimulatedTcpPort


class SimulatedSigns(SimulatedTcpPort[VirtualBus]):
    """A controller on the network, or a serial server with a bus behind it, on 127.0.0.1."""

    def __init__(self, addresses: Iterable[int]) -> None:
        super().__init__(VirtualBus.of(addresses))


class SimulatedSerialSigns(SimulatedSerialPort[VirtualBus]):
    """A bus behind an RS-485 adapter, on a pseudo terminal (Linux and macOS), at a fixed path."""

    def __init__(self, addresses: Iterable[int]) -> None:
        super().__init__(VirtualBus.of(addresses), baud=57600)


SimulatedBus = SimulatedPort[VirtualBus]
