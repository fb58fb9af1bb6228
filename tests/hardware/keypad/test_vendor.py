"""A vendor's devices: their table, and the real driver against simulated ones with every fault."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from hardware.keypad.actions import Act, Action
from hardware.keypad.vendor import SILENT, UNREADABLE, VendorKeypads
from hardware.keypad.vendor_settings import VendorSettings, vendor_settings
from hardware.keypad.vendor_virtual import VirtualVendor, press
from hardware.simulated_port import SimulatedPort, SimulatedSerialPort, SimulatedTcpPort
from hardware.worker import READY, Health, State, Worker

WITHIN_S = 30
Port = SimulatedPort[VirtualVendor]

LINES: dict[str, Any] = {
    "url": "serial:COM3",
    "frames": "lines",
    "ending": "0D",
    "round_s": 0.02,
    "idle_s": 0.02,
    "rules": [
        {"pattern": r"K(?P<address>\d\d)N", "action": "call-next", "answer": "OK{address:2}"},
        {"pattern": r"K(?P<address>\d\d)R", "action": "recall"},
        {"pattern": r"R(?P<address>\d\d)(?P<number>[1-5])", "action": "rate"},
    ],
    "messages": {"calling": "S{address:2}{number:6}", "paused": "S{address:2}------"},
}
BINARY: dict[str, Any] = {
    "url": "serial:COM3",
    "frames": "binary",
    "start": "AA 55",
    "length": 5,
    "checksum": "xor",
    "checksum_skip": 2,
    "round_s": 0.02,
    "idle_s": 0.02,
    "rules": [
        {"pattern": "AA 55 {address} 01 ??", "action": "call-next", "answer": "AA 55 {address} 81"},
        {"pattern": "AA 55 {address} 02 ??", "action": "recall"},
        {"pattern": "AA 55 {address} 15 ??", "action": "rate-5"},
    ],
    "messages": {"calling": "AA 55 {address} {number:6}", "paused": "AA 55 {address} 2D"},
}
SAYS = {
    "lines": {
        "next": b"K05N\r",
        "recall": b"K05R\r",
        "rate": b"R055\r",
        "answer": b"OK05\r",
        "A001": b"S05A001  \r",
    },
    "binary": {
        "next": b"\xaa\x55\x05\x01\x04",
        "recall": b"\xaa\x55\x05\x02\x07",
        "rate": b"\xaa\x55\x05\x15\x10",
        "answer": b"\xaa\x55\x05\x81\x84",
        "A001": b"\xaa\x55\x05A001  \x75",
    },
}


class Desk:
    """Devices at their worker, and what came of them."""

    def __init__(self, port: Port, table: dict[str, Any]) -> None:
        self.port = port
        self.says = SAYS[table["frames"]]
        self.presses: queue.SimpleQueue[tuple[int | None, Act]] = queue.SimpleQueue()
        self.told: queue.SimpleQueue[Health] = queue.SimpleQueue()
        self.now_s = 0.0
        settings = vendor_settings(table | {"url": port.url})
        self.keypads = VendorKeypads(
            settings, lambda *one: self.presses.put(one), name="pads", clock=lambda: self.now_s
        )
        self.worker = Worker(self.keypads, self.told.put, retry_s=(0.01,))
        self.worker.start()
        # The far end has the line once it has heard something: over TCP it says nothing to nobody.
        self.keypads.show(99, "paused", {})
        port.wait_for(lambda far: bool(far.heard))
        self.becomes(lambda health: health == READY)

    def press(self, key: str) -> None:
        press(self.port, self.says[key])

    def pressed(self) -> tuple[int | None, Act]:
        return self.presses.get(timeout=WITHIN_S)

    def becomes(self, holds: Callable[[Health], bool]) -> Health:
        while not holds(health := self.told.get(timeout=WITHIN_S)):
            pass
        return health


@pytest.fixture(params=[SimulatedTcpPort, SimulatedSerialPort], ids=["tcp", "serial"])
def port(request: pytest.FixtureRequest) -> Iterator[Port]:
    with request.param(VirtualVendor()) as opened:
        yield opened


@pytest.fixture(params=[LINES, BINARY], ids=["lines", "binary"])
def table(request: pytest.FixtureRequest) -> dict[str, Any]:
    return dict(request.param)


@pytest.fixture
def desk(port: Port, table: dict[str, Any]) -> Iterator[Desk]:
    made = Desk(port, table)
    yield made
    made.worker.stop()


NEXT, RECALL, BEST = (5, Act(Action.CALL_NEXT)), (5, Act(Action.RECALL)), (5, Act(Action.RATE, 5))


def test_what_its_keys_say_is_what_the_table_says_they_do(desk: Desk) -> None:
    for key in ("next", "recall", "rate"):
        desk.press(key)
    assert [desk.pressed() for _ in range(3)] == [NEXT, RECALL, BEST]


def test_a_press_is_answered_as_the_sheet_wants(desk: Desk, port: Port) -> None:
    desk.press("next")
    assert desk.pressed() == NEXT
    port.wait_for(lambda far: far.heard.endswith(desk.says["answer"]))


def test_a_device_is_told_what_to_show_and_told_again_when_it_returns(
    desk: Desk, port: Port, caplog: pytest.LogCaptureFixture
) -> None:
    port.plugged = False
    desk.becomes(lambda health: health.state is State.GONE)
    port.device.heard.clear()
    desk.keypads.show(5, "calling", {"number": "A001"})
    port.plugged = True
    desk.becomes(lambda health: health == READY)
    port.wait_for(lambda far: desk.says["A001"] in far.heard)
    desk.press("recall")
    assert desk.pressed() == RECALL


def test_a_state_without_a_message_is_not_told(desk: Desk, port: Port) -> None:
    before = bytes(port.device.heard)
    desk.keypads.show(5, "serving", {"number": "A001"})
    desk.press("recall")
    assert desk.pressed() == RECALL
    assert port.device.heard == before


def test_a_silent_device_presses_nothing(desk: Desk, port: Port) -> None:
    port.device.silent = True
    desk.press("next")
    port.device.silent = False
    desk.press("recall")
    assert desk.pressed() == RECALL


def test_a_frame_that_nobody_knows_presses_nothing(desk: Desk, port: Port) -> None:
    press(port, {b"K05N\r": b"X\r"}.get(desk.says["next"], b"\xaa\x55\x05\x77\x72"))
    desk.press("recall")
    assert desk.pressed() == RECALL


@pytest.mark.parametrize("table", [BINARY], ids=["binary"])
def test_noise_before_a_frame_hides_it_not(desk: Desk, port: Port) -> None:
    port.device.noise = b"\x00\xaa\xff"
    desk.press("next")
    assert desk.pressed() == NEXT


@pytest.mark.parametrize("table", [LINES], ids=["lines"])
def test_noise_in_a_line_makes_it_another_one_and_presses_nothing(desk: Desk, port: Port) -> None:
    port.device.noise = b"\xff\x00"
    desk.press("next")
    port.device.noise = b""
    desk.press("recall")
    assert desk.pressed() == RECALL


def test_half_a_frame_presses_nothing_and_is_told(
    desk: Desk, port: Port, caplog: pytest.LogCaptureFixture
) -> None:
    port.device.half = True
    desk.press("next")
    assert desk.becomes(lambda _: True).key == UNREADABLE
    port.device.half = False
    desk.press("recall")
    assert desk.pressed() == RECALL
    desk.becomes(lambda health: health == READY)
    assert desk.presses.empty()


@pytest.mark.parametrize("table", [BINARY], ids=["binary"])
def test_a_wrong_checksum_presses_nothing_and_is_told(
    desk: Desk, port: Port, caplog: pytest.LogCaptureFixture
) -> None:
    port.device.wrong_checksum = True
    desk.press("next")
    assert desk.becomes(lambda _: True).key == UNREADABLE
    assert desk.presses.empty()


def test_said_twice_are_two_presses_unless_the_table_says_otherwise(desk: Desk, port: Port) -> None:
    port.device.repeats = True
    desk.press("recall")
    assert [desk.pressed(), desk.pressed()] == [RECALL, RECALL]


@pytest.mark.parametrize(
    "table", [LINES | {"repeat_s": 1}, BINARY | {"repeat_s": 1}], ids=["lines", "binary"]
)
def test_the_same_said_again_at_once_is_one_press_and_later_another(desk: Desk, port: Port) -> None:
    port.device.repeats = True
    desk.press("recall")
    desk.press("next")
    assert [desk.pressed(), desk.pressed()] == [RECALL, NEXT]
    # Both frames of the second press are answered, so the clock may go on.
    port.wait_for(lambda far: far.heard.count(desk.says["answer"]) == 2)
    desk.now_s = 2.0
    desk.press("next")
    assert desk.pressed() == NEXT
    port.wait_for(lambda far: far.heard.count(desk.says["answer"]) == 4)
    assert desk.presses.empty()


POLLED = LINES | {"poll": ["?05", "?06"], "rules": LINES["rules"]}


@pytest.mark.parametrize("table", [POLLED], ids=["polled"])
def test_devices_that_are_asked_say_what_is_new_and_silent_ones_are_named(
    desk: Desk, port: Port, caplog: pytest.LogCaptureFixture
) -> None:
    port.device.answers = {b"?05\r": b"K05N\r"}
    assert desk.pressed() == NEXT
    silent = desk.becomes(lambda health: health.state is State.DEGRADED)
    assert silent.key == SILENT
    assert "?06" in desk.worker.health.detail
    port.device.answers = {b"?05\r": b"nothing\r", b"?06\r": b"K06R\r"}
    while desk.pressed() != (6, Act(Action.RECALL)):
        pass
    desk.becomes(lambda health: health == READY)


def test_a_whole_table_is_read() -> None:
    settings = vendor_settings(POLLED | {"repeat_s": 0.5})
    assert isinstance(settings, VendorSettings)
    assert settings.poll == (b"?05\r", b"?06\r")
    assert (settings.round_s, settings.idle_s, settings.repeat_s) == (0.02, 0.02, 0.5)


def rule(**changes: object) -> dict[str, Any]:
    return {"rules": [{"pattern": "K1", "action": "recall"} | changes]}


@pytest.mark.parametrize(
    ("base", "changes", "says"),
    [
        (LINES, {"url": "usb://1"}, "url: device address"),
        (LINES, {"frames": "json"}, "frames: one of lines, binary, not 'json'"),
        (LINES, {"encoding": "latin-1"}, "encoding: one of ascii"),
        (LINES, {"ending": ""}, "ending: it is empty"),
        (LINES, {"start": "AA"}, "start: unknown; known are"),
        (LINES, {"rules": []}, "rules: none"),
        (LINES, {"rules": "K1"}, "rules: a list"),
        (LINES, rule(pattern="K("), r"rules\[1\]\.pattern: no regular expression"),
        (LINES, rule(action="go"), r"rules\[1\]\.action: 'go' is no action"),
        (LINES, rule(action="rate"), r"rules\[1\]\.action: rate takes its number from the pattern or"),
        (LINES, rule(pattern="(?P<number>.)", action="rate-5"), r"rules\[1\]\.action: rate takes its number"),
        (LINES, rule(answer="{address}"), r"rules\[1\]\.answer: the pattern takes no address"),
        (LINES, rule(answr="OK"), r"rules\[1\]\.answr: unknown"),
        (LINES, {"messages": {"called": "x"}}, r"messages\.called: unknown; known are free"),
        (LINES, {"messages": {"free": "{x}"}}, r"messages\.free: \{x\} is unknown"),
        (LINES, {"poll": ["{number}"]}, r"poll: nothing to fill in for \{number\}"),
        (LINES, {"poll": "?"}, "poll: a list"),
        (LINES, {"round_s": 9}, "round_s: seconds from 0.02 to 1"),
        (BINARY, {"length": 1}, "length: a whole number from 2"),
        (BINARY, {"length": 2}, "length: 2 bytes have no room"),
        (BINARY, {"start": "AA5"}, "start: bytes in hex"),
        (BINARY, {"checksum": "crc32"}, "checksum: one of none, xor"),
        (BINARY, rule(pattern="AA 55"), r"rules\[1\]\.pattern: it has 2 bytes, the frames have 5"),
        (LINES, {"poll": "?", "frames": 1} | rule(action="go"), "(?s)frames: .*rules.1..action: .*poll: "),
    ],
)
def test_a_mistake_is_named_with_its_place(base: dict[str, Any], changes: dict[str, Any], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        vendor_settings(base | changes)
