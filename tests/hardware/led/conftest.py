"""A bus of simulated signs with the real driver and its worker on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from hardware.led.bus import SignBus
from hardware.led.look import Content, Sign
from hardware.led.rota import Pace
from hardware.led.simulator import SimulatedBus, SimulatedSerialSigns, SimulatedSigns
from hardware.led.virtual import VirtualSign
from hardware.worker import Health, State, Worker
from tests.support.waiting import wait_until

ADDRESSES = (1, 2, 0x5AA5)
QUICK = Pace(
    answer_s=0.07,
    bytes_s=20_000.0,
    check_s=0.02,
    refresh_s=30.0,
    retry_s=(0.01, 0.02, 0.05),
    settle_s=0.0,
    gap_s=0.0,
    idle_s=0.02,
)


class Hall:
    """Signs, the line to them, and who drives them."""

    def __init__(self, port: SimulatedBus, pace: Pace = QUICK) -> None:
        self.port = port
        signs = [Sign(address, f"window {at}") for at, address in enumerate(ADDRESSES, 1)]
        self.bus = SignBus(port.url, signs, name="signs", pace=pace)
        self.told: list[Health] = []
        self.worker = Worker(self.bus, self.told.append, retry_s=(0.01, 0.02))

    def sign(self, place: int) -> VirtualSign:
        """Return the simulated sign of a window, from 1."""
        return self.port.device[ADDRESSES[place - 1]]

    def show(self, place: int, text: str) -> None:
        """Want a text on a sign."""
        self.bus.show(ADDRESSES[place - 1], Content(text))

    def show_all(self) -> None:
        """Start with a number on each sign."""
        for place in range(1, len(ADDRESSES) + 1):
            self.show(place, f"A00{place}")
        self.worker.start()
        self.until(lambda: self.texts() == ["A001", "A002", "A003"] and self.state is State.READY)

    def texts(self) -> list[str | None]:
        """Return what stands on each sign."""
        return [self.port.device[address].text for address in ADDRESSES]

    @property
    def state(self) -> State:
        """How the bus is now."""
        return self.worker.health.state

    def was(self, state: State) -> bool:
        """Return whether the bus has ever been so, for a moment at least."""
        return any(health.state is state for health in self.told)

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait for something."""
        wait_until(holds, 10)


PORTS = {"tcp": SimulatedSigns, "serial": SimulatedSerialSigns}


@pytest.fixture(params=PORTS)
def port(request: pytest.FixtureRequest) -> Iterator[SimulatedBus]:
    with PORTS[request.param](ADDRESSES) as opened:
        yield opened


@pytest.fixture
def hall(port: SimulatedBus) -> Iterator[Hall]:
    made = Hall(port)
    yield made
    made.worker.stop()
