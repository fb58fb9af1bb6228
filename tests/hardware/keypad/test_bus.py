"""The real bus driver against simulated pads, with everything that goes wrong on a bus."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator

import pytest

from hardware.keypad import bus as buses
from hardware.keypad.bus import REFUSED, SILENT, BusSettings, PadBus
from hardware.keypad.messages import Shown
from hardware.keypad.virtual import VirtualBus, VirtualPad
from hardware.simulated_port import SimulatedPort, SimulatedSerialPort, SimulatedTcpPort
from hardware.worker import READY, Health, State, Worker
from tests.support.waiting import wait_until

WITHIN_S = 30
Port = SimulatedPort[VirtualBus]


@pytest.fixture(params=[SimulatedTcpPort, SimulatedSerialPort], ids=["tcp", "serial"])
def port(request: pytest.FixtureRequest) -> Iterator[Port]:
    with request.param(
        VirtualBus({5: VirtualPad(), 6: VirtualPad(about="R5 SIM"), 7: VirtualPad()})
    ) as opened:
        yield opened


class Desk:
    """A bus at its worker, and what came of it."""

    def __init__(self, port: Port) -> None:
        self.port = port
        self.presses: queue.SimpleQueue[tuple[int, int]] = queue.SimpleQueue()
        self.told: queue.SimpleQueue[Health] = queue.SimpleQueue()
        settings = BusSettings(port.url, (5, 6, 7), answer_s=0.06, pause_s=0)
        self.bus = PadBus(settings, lambda *press: self.presses.put(press), name="bus 1")
        self.worker = Worker(self.bus, self.told.put, retry_s=(0.01,))

    def pad(self, address: int) -> VirtualPad:
        return self.port.device.pads[address]

    def press(self, address: int, key: int) -> None:
        self.pad(address).press(key)

    def pressed(self) -> tuple[int, int]:
        return self.presses.get(timeout=WITHIN_S)

    def health(self) -> Health:
        return self.told.get(timeout=WITHIN_S)

    def becomes(self, holds: Callable[[Health], bool]) -> None:
        while not holds(self.health()):
            pass


@pytest.fixture
def desk(port: Port, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(buses, "PROBE_S", 0.02)
    made = Desk(port)
    made.worker.start()
    made.becomes(lambda health: health == READY)
    yield made
    made.worker.stop()


def test_every_pad_is_greeted_and_its_keys_arrive_once_and_in_order(desk: Desk) -> None:
    for key in (1, 2, 3):
        desk.press(5, key)
    assert [desk.pressed() for _ in range(3)] == [(5, 1), (5, 2), (5, 3)]
    desk.press(6, 4)
    assert desk.pressed() == (6, 4)
    assert [pad.greetings for pad in desk.port.device.pads.values()] == [1, 1, 1]
    assert desk.bus.about() == {5: "K16 SIM", 6: "R5 SIM", 7: "K16 SIM"}


def test_each_pad_shows_its_own(desk: Desk, port: Port) -> None:
    desk.bus.show(5, Shown("A001", lamps=1))
    desk.bus.show(6, Shown("B002", blinking=2))
    port.wait_for(lambda bus: bus.pads[5].shown == Shown("A001", lamps=1))
    port.wait_for(lambda bus: bus.pads[6].shown == Shown("B002", blinking=2))
    assert desk.pad(7).shown == Shown()
    with pytest.raises(KeyError):
        desk.bus.show(9, Shown())


@pytest.mark.parametrize("fault", ["lost_answers", "wrong_checksums", "halves"])
def test_an_answer_that_does_not_arrive_is_asked_for_again_and_presses_nothing_twice(
    desk: Desk, fault: str
) -> None:
    setattr(desk.pad(5), fault, 2)
    desk.press(5, 9)
    assert desk.pressed() == (5, 9)
    desk.press(5, 10)
    assert desk.pressed() == (5, 10)
    assert desk.presses.empty()


@pytest.mark.parametrize("noise", [b"\xff\x00\r\n", b"<<05K0109*\r", b">05P00*CD7F\r", b"<06K0109*0000\r"])
def test_noise_presses_nothing_and_hides_nothing(desk: Desk, noise: bytes) -> None:
    desk.pad(5).noise = noise
    desk.press(5, 1)
    assert desk.pressed() == (5, 1)
    assert desk.presses.empty()


def test_an_answer_said_twice_is_one_press(desk: Desk) -> None:
    desk.pad(5).repeats = True
    for key in (1, 2):
        desk.press(5, key)
        assert desk.pressed() == (5, key)
    assert desk.presses.empty()


def test_an_adapter_that_hears_itself_is_no_matter(desk: Desk, port: Port) -> None:
    port.device.echoes = True
    desk.press(7, 1)
    assert desk.pressed() == (7, 1)


@pytest.mark.parametrize("port", [SimulatedSerialPort], indirect=True)
@pytest.mark.logs("pad 06 does not answer", "no answer from pad 06")
def test_a_silent_pad_is_named_and_its_neighbours_go_on(desk: Desk) -> None:
    desk.pad(6).silent = True
    silent = desk.health()
    assert (silent.state, silent.key) == (State.DEGRADED, SILENT)
    assert "no answer from pad 06" in silent.detail
    assert desk.bus.silent() == [6]
    desk.press(5, 1)
    desk.press(7, 2)
    assert {desk.pressed(), desk.pressed()} == {(5, 1), (7, 2)}


@pytest.mark.parametrize("port", [SimulatedSerialPort], indirect=True)
@pytest.mark.logs("pad 06 does not answer", "no answer from pad 06")
def test_while_a_pad_is_silent_the_others_are_asked_many_times_as_often(
    desk: Desk, port: Port, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(buses, "PROBE_S", 0.05)
    desk.pad(6).silent = True
    assert desk.health().key == SILENT
    start = len(port.device.asked)
    port.wait_for(lambda bus: bus.asked[start:].count(6) >= 2)
    asked = port.device.asked[start:]
    assert asked.count(5) > 4
    assert asked.count(7) > 4


@pytest.mark.logs("pad 06 does not answer", "no answer from pad 06")
def test_a_pad_that_returns_is_greeted_and_shows_the_right_thing(desk: Desk, port: Port) -> None:
    desk.bus.show(6, Shown("A001"))
    port.wait_for(lambda bus: bus.pads[6].shown == Shown("A001"))
    desk.pad(6).silent = True
    assert desk.health().key == SILENT
    desk.bus.show(6, Shown("A002", lamps=3))
    desk.pad(6).switch_off_and_on()
    desk.pad(6).silent = False
    assert desk.health() == READY
    port.wait_for(lambda bus: bus.pads[6].shown == Shown("A002", lamps=3))
    assert desk.pad(6).greetings == 2
    desk.press(6, 5)
    assert desk.pressed() == (6, 5)


def test_a_power_cut_too_short_to_be_noticed_is_noticed(desk: Desk, port: Port) -> None:
    desk.bus.show(6, Shown("A001"))
    port.wait_for(lambda bus: bus.pads[6].shown == Shown("A001"))
    desk.pad(6).switch_off_and_on()
    port.wait_for(lambda bus: bus.pads[6].shown == Shown("A001"))
    assert desk.pad(6).greetings == 2


@pytest.mark.parametrize("port", [SimulatedSerialPort], indirect=True)
@pytest.mark.logs("pad 05 does not answer", "no answer from pad 05")
def test_a_pad_with_the_wrong_address_is_silent_and_presses_nothing(desk: Desk) -> None:
    desk.press(5, 1)
    assert desk.pressed() == (5, 1)
    desk.pad(5).heard_other = True
    desk.press(5, 2)
    assert desk.health().key == SILENT
    assert desk.presses.empty()


@pytest.mark.parametrize("port", [SimulatedSerialPort], indirect=True)
@pytest.mark.logs("bus 1: pad 07 refuses what it is told, reason 2", "bus 1 is degraded: pad 07 refuses")
def test_a_pad_that_cannot_show_it_is_named_and_its_keys_still_count(desk: Desk) -> None:
    desk.pad(7).refuses = True
    desk.bus.show(7, Shown("A001"))
    assert desk.health().key == REFUSED
    desk.press(7, 1)
    assert desk.pressed() == (7, 1)


@pytest.mark.logs("bus 1 is gone")
def test_an_unplugged_bus_comes_back_with_no_press_doubled_or_lost(desk: Desk, port: Port) -> None:
    desk.bus.show(5, Shown("A001"))
    desk.press(5, 1)
    assert desk.pressed() == (5, 1)
    port.plugged = False
    desk.becomes(lambda health: health.state is State.GONE)
    desk.press(5, 2)
    port.plugged = True
    assert desk.pressed() == (5, 2)
    assert desk.presses.empty()
    assert desk.pad(5).shown == Shown("A001")


@pytest.mark.logs("bus 1 is gone")
def test_a_bus_that_goes_away_in_the_middle_of_a_frame_comes_back(desk: Desk, port: Port) -> None:
    port.hangs_up_after = 1
    desk.becomes(lambda health: health.state is State.GONE)
    port.hangs_up_after = None
    if not port.plugged:
        port.plugged = True
    desk.becomes(lambda health: health == READY)
    desk.press(7, 1)
    assert desk.pressed() == (7, 1)


@pytest.mark.parametrize("port", [SimulatedTcpPort], indirect=True)
@pytest.mark.logs("pad .. does not answer", "no answer from pad")
def test_a_line_that_hangs_and_then_answers_everything_at_once_presses_nothing_twice(
    desk: Desk, port: Port
) -> None:
    desk.press(5, 1)
    assert desk.pressed() == (5, 1)
    port.stalled = True
    wait_until(lambda: desk.worker.health.key == SILENT)
    desk.press(5, 2)
    port.stalled = False
    assert desk.pressed() == (5, 2)
    desk.becomes(lambda health: health == READY)
    assert desk.presses.empty()


@pytest.mark.parametrize("port", [SimulatedSerialPort], indirect=True)
@pytest.mark.logs("pad .. does not answer", "no answer from pad")
def test_a_bus_with_nobody_on_it_names_everybody(desk: Desk) -> None:
    for pad in desk.port.device.pads.values():
        pad.silent = True
    wait_until(lambda: "pad 05, 06, 07" in desk.worker.health.detail)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"url": "usb://1"}, "must begin with"),
        ({"addresses": (0,)}, "addresses are 1 to 247, not"),
        ({"addresses": (1, 248)}, "addresses are 1 to 247, not"),
        ({"addresses": (1, 1)}, "each pad has an address of its own"),
        ({"addresses": ()}, "each pad has an address of its own"),
        ({"answer_s": 0}, "answer_s is 0.01 to 1"),
    ],
)
def test_settings_that_cannot_work_are_refused(wrong: dict[str, object], says: str) -> None:
    right: dict[str, object] = {"url": "serial:COM3", "addresses": (1,)}
    with pytest.raises(ValueError, match=says):
        BusSettings(**(right | wrong))  # type: ignore[arg-type]
