"""A device's line on a real pseudo terminal and over real TCP, with everything that happens to lines."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from hardware import line as lines
from hardware.errors import DeviceUnreachable
from hardware.line import Line, TcpLine, line_opener
from hardware.simulated_port import SimulatedPort, SimulatedSerialPort, SimulatedTcpPort
from tests.hardware.echo import Echo


@pytest.fixture(params=[SimulatedTcpPort, SimulatedSerialPort], ids=["tcp", "serial"])
def port(request: pytest.FixtureRequest) -> Iterator[SimulatedPort[Echo]]:
    with request.param(Echo()) as opened:
        yield opened


@pytest.fixture
def line(port: SimulatedPort[Echo]) -> Iterator[Line]:
    opened = line_opener(port.url, baud=115200)()
    yield opened
    opened.close()


EVERY_BYTE = bytes(range(256))


def _say_until_gone(line: Line, data: bytes) -> None:
    """Say it again and again: TCP takes the first bytes after the other side has gone."""
    for _ in range(200):
        line.write(data)
        line.read(0.01)


def _read_until(line: Line, whole: Callable[[bytes], bool], within_s: float) -> bytes:
    """Return what comes until it is ``whole`` or the time is over."""
    deadline = time.monotonic() + within_s
    got = b""
    while not whole(got) and (left_s := deadline - time.monotonic()) > 0:
        got += line.read(left_s)
    return got


def test_every_byte_goes_there_and_back(line: Line, port: SimulatedPort[Echo]) -> None:
    line.write(EVERY_BYTE)
    assert _read_until(line, lambda got: len(got) == 256, 5) == EVERY_BYTE
    assert port.device.heard == EVERY_BYTE


def test_silence_is_nothing_and_takes_no_longer_than_said(line: Line, port: SimulatedPort[Echo]) -> None:
    port.device.silent = True
    line.write(b"?")
    port.wait_for(lambda echo: bool(echo.heard))
    assert line.read(0.02) == b""
    assert _read_until(line, lambda got: bool(got), 0.02) == b""


def test_a_late_answer_is_not_taken_for_the_next_one(line: Line, port: SimulatedPort[Echo]) -> None:
    line.write(b"late")
    port.wait_for(lambda echo: echo.heard == b"late")
    port.say(b"!")
    _read_until(line, lambda got: b"!" in got, 5)
    port.say(b"stale")
    assert line.read(5)
    line.drain()
    line.write(b"new")
    assert _read_until(line, lambda got: len(got) == 3, 5) == b"new"


def test_what_a_device_says_by_itself_is_heard(line: Line, port: SimulatedPort[Echo]) -> None:
    # The far end has the line once it has heard something.
    line.write(b".")
    _read_until(line, lambda got: got == b".", 5)
    port.say(b"6901234567892\r")
    assert _read_until(line, lambda got: got.endswith(b"\r"), 5) == b"6901234567892\r"


def test_one_that_is_pulled_out_is_gone_and_one_put_back_is_found(port: SimulatedPort[Echo]) -> None:
    opener = line_opener(port.url, baud=115200)
    first = opener()
    first.write(b"a")
    _read_until(first, lambda got: got == b"a", 5)
    port.plugged = False
    with pytest.raises(DeviceUnreachable):
        _say_until_gone(first, b"b")
    first.close()
    with pytest.raises(DeviceUnreachable):
        opener()
    port.plugged = True
    second = opener()
    second.write(b"c")
    assert _read_until(second, lambda got: got == b"c", 5) == b"c"
    second.close()
    second.close()


def test_one_that_takes_nothing_is_given_up(
    line: Line, port: SimulatedPort[Echo], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "WRITE_TIMEOUT_S", 0.2)
    port.stalled = True
    with pytest.raises(DeviceUnreachable):
        _say_until_gone(line, bytes(65536))


def test_a_network_line_notices_a_device_that_is_switched_off_in_silence() -> None:
    """That itself takes a network to be cut; here is what the system was told to do about it."""
    with SimulatedTcpPort(Echo()) as port:
        line = line_opener(port.url, baud=9600)()
        assert isinstance(line, TcpLine)
        assert line.notices_silence_after_s() == 25
        line.close()


def test_a_serial_port_is_one_program_s_alone() -> None:
    with SimulatedSerialPort(Echo()) as port:
        opener = line_opener(port.url, baud=9600)
        first = opener()
        with pytest.raises(DeviceUnreachable):
            opener()
        first.close()


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("", "must begin with"),
        ("usb://1:2", "must begin with"),
        ("tcp://", "the host is missing"),
        ("tcp://10.0.0.9", "the port is missing"),
        ("tcp://10.0.0.9:5005/x", "nothing may follow"),
        ("tcp://10.0.0.9:99999", "Port out of range"),
        ("serial://", "the port is missing"),
        ("serial:COM3?baud=fast", "invalid literal"),
        ("serial:COM3?baud=0", "must be positive"),
        ("serial:COM3?speed=9600", "unknown option speed"),
    ],
)
def test_a_wrong_address_is_said_before_anything_is_opened(url: str, says: str) -> None:
    with pytest.raises(ValueError, match=says) as refused:
        line_opener(url, baud=9600)
    assert "write serial:///dev/ttyUSB0" in str(refused.value)
