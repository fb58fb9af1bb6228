"""A simulated modem behind each kind of port, and the real driver in front of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from hardware.line import line_opener
from hardware.sms.modem import BAUD, SmsModem
from hardware.sms.ports import Kind, Message
from hardware.sms.simulator import SimulatedModem, SimulatedPort, SimulatedSerialModem
from tests.support.clock import MORNING

NUMBER = "+8613800138000"
QUIET_S = 0.005
PATIENCE_S = 30.0
GIVE_UP_S = 0.05
"""How long the tests' driver waits for a modem that will not answer."""

Making = Callable[[], SmsModem]


@pytest.fixture(params=[SimulatedModem, SimulatedSerialModem], ids=["tcp", "serial"])
def port(request: pytest.FixtureRequest) -> Iterator[SimulatedPort]:
    with request.param() as opened:
        yield opened


@pytest.fixture
def make(port: SimulatedPort) -> Iterator[Making]:
    """Return what makes a driver; each is disconnected in the end."""
    made: list[SmsModem] = []

    def one() -> SmsModem:
        opener = line_opener(port.url, baud=BAUD)
        made.append(SmsModem("modem 1", opener, answer_s=PATIENCE_S, send_s=PATIENCE_S, quiet_s=QUIET_S))
        return made[-1]

    yield one
    for modem in made:
        modem.disconnect()


@pytest.fixture
def modem(make: Making) -> SmsModem:
    connected = make()
    connected.connect()
    return connected


def out_of_patience(modem: SmsModem) -> None:
    """Have it give up soon what will not come."""
    modem.answer_s = modem.send_s = GIVE_UP_S


def patient(modem: SmsModem) -> None:
    modem.answer_s = modem.send_s = PATIENCE_S


def message(text: str = "请A001号到3号窗口", number: str = NUMBER, name: str = "m1") -> Message:
    return Message(name, number, text, Kind.NOTICE, MORNING)
