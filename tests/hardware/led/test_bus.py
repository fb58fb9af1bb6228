"""The real driver on a real pseudo terminal and over real TCP, with everything that happens to signs."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from hardware import line as lines
from hardware.led.bus import SignBus
from hardware.led.commands import SignError, acknowledge
from hardware.led.frame import MASTER, Frame, encode_frame
from hardware.led.look import NOTHING, Content, Sign
from hardware.led.rota import Trouble
from hardware.led.simulator import SimulatedBus, SimulatedSigns
from hardware.led.virtual import VirtualSign
from hardware.line import Line
from hardware.worker import READY, State
from tests.hardware.led.conftest import ADDRESSES, QUICK, Hall
from tests.support.waiting import wait_until

pytestmark = pytest.mark.logs("the sign", "signs is")
on_a_bus = pytest.mark.parametrize("port", ["serial"], indirect=True)
"""What does not depend on the line is tried on one."""


def look_until(bus: SignBus, holds: Callable[[], bool]) -> None:
    """Play the worker until something holds."""

    def looked() -> bool:
        bus.look()
        return holds()

    wait_until(looked, 10)


def test_each_sign_shows_what_is_wanted_of_it_and_all_are_ready(hall: Hall) -> None:
    hall.show_all()
    assert hall.told == [READY]
    assert [each.trouble for each in hall.bus.status()] == [None] * 3
    assert [each.shown for each in hall.bus.status()] == [Content(f"A00{at}") for at in (1, 2, 3)]


def test_only_what_changed_is_written(hall: Hall) -> None:
    hall.show_all()
    hall.show(2, "B001")
    hall.show(1, "A001")
    hall.until(lambda: hall.texts() == ["A001", "B001", "A003"])
    asked = hall.sign(1).asked
    hall.until(lambda: hall.sign(1).asked > asked + 2)
    assert [hall.sign(place).writes for place in (1, 2, 3)] == [1, 2, 1]


def test_nothing_takes_the_text_away(hall: Hall) -> None:
    hall.show_all()
    hall.bus.show(2, NOTHING)
    hall.until(lambda: hall.texts() == ["A001", None, "A003"])


def _silent(hall: Hall, ill: bool) -> None:
    hall.sign(2).silent = ill


def _deaf(hall: Hall, ill: bool) -> None:
    hall.sign(2).deaf = ill


def _off(hall: Hall, ill: bool) -> None:
    hall.sign(2).powered = not ill


def _wrong_crc(hall: Hall, ill: bool) -> None:
    hall.sign(2).wrong_crc = ill


def _garbage(hall: Hall, ill: bool) -> None:
    hall.sign(2).garbage = ill


def _busy(hall: Hall, ill: bool) -> None:
    hall.sign(2).refuses = SignError.BUSY if ill else None


def _no_font(hall: Hall, ill: bool) -> None:
    hall.sign(2).fonts = frozenset() if ill else hall.sign(1).fonts


FAULTS = {
    "silent": (_silent, Trouble.SILENT, "sign.silent"),
    "deaf": (_deaf, Trouble.SILENT, "sign.silent"),
    "off": (_off, Trouble.SILENT, "sign.silent"),
    "wrong crc": (_wrong_crc, Trouble.GARBLED, "sign.silent"),
    "garbage": (_garbage, Trouble.GARBLED, "sign.silent"),
    "busy": (_busy, Trouble.REFUSED, "sign.refused"),
    "no font": (_no_font, Trouble.REFUSED, "sign.refused"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_sign_with_a_fault_is_named_its_neighbours_go_on_and_it_is_right_when_it_is_mended(
    hall: Hall, fault: str
) -> None:
    make, trouble, key = FAULTS[fault]
    hall.show_all()
    make(hall, True)
    hall.show(2, "B001")
    hall.until(lambda: hall.bus.status()[1].trouble is trouble and hall.state is State.DEGRADED)
    health = hall.worker.health
    assert (health.key, "window 2" in health.detail, "window 1" in health.detail) == (key, True, False)
    for number in range(2):
        hall.show(1, f"C00{number}")
        hall.show(3, f"D00{number}")
        hall.until(lambda n=number: hall.texts()[::2] == [f"C00{n}", f"D00{n}"])  # type: ignore[misc]
    hall.show(2, "B002")
    make(hall, False)
    hall.until(lambda: hall.texts()[1] == "B002" and hall.state is State.READY)
    assert [health.state for health in hall.told] == [State.READY, State.DEGRADED, State.READY]


def test_whatever_happens_in_whatever_order_all_is_right_once_it_is_over(hall: Hall) -> None:
    chance = random.Random(11)
    hall.show_all()
    for number in range(60):
        hall.show(chance.randint(1, 3), f"E{number:03}")
        sign = hall.sign(chance.randint(1, 3))
        match chance.randrange(8):
            case 0:
                sign.powered = not sign.powered
            case 1:
                sign.refuses = chance.choice([None, SignError.BUSY, SignError.CHECKSUM])
            case 2:
                hall.port.plugged = not hall.port.plugged
            case other:
                fault = ["silent", "deaf", "wrong_crc", "garbage", "slow"][other - 3]
                setattr(sign, fault, not getattr(sign, fault))
    if not hall.port.plugged:
        hall.port.plugged = True
    for place, address in enumerate(ADDRESSES, 1):
        hall.port.device.signs[address] = VirtualSign(address)
        hall.show(place, f"Z00{place}")
    hall.until(lambda: hall.texts() == ["Z001", "Z002", "Z003"] and hall.state is State.READY)


@on_a_bus
def test_a_lost_answer_is_no_news(hall: Hall) -> None:
    hall.show_all()
    hall.sign(2).lost_answers = 1
    hall.show(2, "B001")
    hall.until(lambda: hall.sign(2).writes == 3)
    hall.until(lambda: hall.bus.status()[1].shown == Content("B001"))
    assert hall.told == [READY]


@on_a_bus
def test_a_late_answer_is_not_taken_for_the_neighbour_s(hall: Hall) -> None:
    hall.show_all()
    hall.sign(1).slow = True
    hall.sign(2).deaf = True
    hall.until(lambda: hall.bus.status()[1].trouble is Trouble.SILENT)
    hall.sign(1).slow = hall.sign(2).deaf = False
    hall.until(lambda: hall.state is State.READY)


@on_a_bus
def test_a_bus_that_brings_our_own_words_back_works(hall: Hall) -> None:
    hall.port.device.echo = True
    hall.show_all()
    hall.sign(2).deaf = True
    hall.until(lambda: hall.bus.status()[1].trouble is Trouble.SILENT)


@on_a_bus
def test_a_power_cut_that_nobody_noticed_is_made_good(port: SimulatedBus) -> None:
    hall = Hall(port, replace(QUICK, check_s=10.0, refresh_s=0.1))
    try:
        hall.show_all()
        hall.sign(2).powered = False
        hall.sign(2).powered = True
        assert hall.texts()[1] is None
        hall.until(lambda: hall.texts()[1] == "A002")
    finally:
        hall.worker.stop()


@on_a_bus
def test_a_sign_takes_the_text_away_by_itself_when_nobody_drives_it(hall: Hall) -> None:
    hall.show_all()
    shown = hall.sign(1).shown
    assert shown is not None
    assert shown.forget_s == 90


@on_a_bus
def test_no_sign_at_all_answers(hall: Hall) -> None:
    for place in (1, 2, 3):
        hall.sign(place).deaf = True
    hall.worker.start()
    hall.until(lambda: hall.worker.health.key == "sign.none_answers")
    assert hall.state is State.DEGRADED
    for place in (1, 2, 3):
        hall.sign(place).deaf = False
    hall.until(lambda: hall.state is State.READY)


@on_a_bus
def test_one_that_never_answered_gets_what_is_wanted_when_it_is_switched_on(hall: Hall) -> None:
    hall.sign(3).powered = False
    hall.show(3, "A003")
    hall.worker.start()
    hall.until(lambda: hall.state is State.DEGRADED)
    hall.show(3, "A004")
    hall.sign(3).powered = True
    hall.until(lambda: hall.texts()[2] == "A004" and hall.state is State.READY)


def test_a_line_that_is_pulled_out_is_gone_and_all_is_right_when_it_is_back(hall: Hall) -> None:
    hall.show_all()
    hall.port.plugged = False
    hall.until(lambda: hall.state is State.GONE)
    assert hall.worker.health.key == "device.unreachable"
    hall.show(1, "B001")
    hall.sign(3).powered = False
    hall.sign(3).powered = True
    hall.port.plugged = True
    hall.until(lambda: hall.texts() == ["B001", "A002", "A003"] and hall.state is State.READY)


def test_a_line_that_goes_in_the_middle_of_a_frame_is_found_again(hall: Hall) -> None:
    hall.show_all()
    hall.port.hangs_up_after = 100
    hall.until(lambda: hall.was(State.GONE))
    hall.port.hangs_up_after = None
    if not hall.port.plugged:
        hall.port.plugged = True
    hall.show(2, "B001")
    hall.until(lambda: hall.texts() == ["A001", "B001", "A003"] and hall.state is State.READY)


def test_a_line_that_takes_nothing_is_told_and_all_is_right_afterwards(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "WRITE_TIMEOUT_S", 0.2)
    hall.show_all()
    hall.port.stalled = True
    hall.until(lambda: hall.was(State.DEGRADED) or hall.was(State.GONE))
    hall.show(1, "B001")
    hall.port.stalled = False
    hall.until(lambda: hall.texts() == ["B001", "A002", "A003"] and hall.state is State.READY)


def test_a_line_on_which_nobody_answers_is_opened_anew_now_and_then() -> None:
    with SimulatedSigns([1]) as port:
        opened: list[str] = []
        bus = SignBus(port.url, [Sign(1, "window 1")], pace=replace(QUICK, answer_s=0.01, refresh_s=0.05))
        real = bus._open
        bus._open = lambda: (opened.append("once"), real())[1]  # type: ignore[func-returns-value]
        port.device[1].deaf = True
        bus.connect()
        look_until(bus, lambda: len(opened) == 3)
        port.device[1].deaf = False
        look_until(bus, lambda: bus.status()[0].trouble is None)
        bus.disconnect()


def test_a_sign_alone_on_its_line_needs_no_address() -> None:
    with SimulatedSigns([0x17]) as port:
        bus = SignBus(port.url, [Sign(MASTER, "the hall's sign", brightness=7)], pace=QUICK)
        bus.show(MASTER, Content("A001"))
        bus.connect()
        look_until(bus, lambda: port.device[0x17].text == "A001")
        assert port.device[0x17].brightness == 7
        bus.disconnect()


@on_a_bus
def test_the_brightness_is_set_when_a_sign_is_found_and_not_with_each_text(hall: Hall) -> None:
    bus = SignBus(hall.port.url, [Sign(1, "window 1", brightness=9)], pace=QUICK)
    bus.show(1, Content("A001"))
    bus.connect()
    look_until(bus, lambda: hall.sign(1).text == "A001")
    hall.sign(1).brightness = 3
    bus.show(1, Content("A002"))
    look_until(bus, lambda: hall.sign(1).text == "A002")
    assert hall.sign(1).brightness == 3
    bus.disconnect()
    bus.disconnect()


@on_a_bus
def test_each_change_of_a_sign_is_one_line_in_the_log(hall: Hall, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    hall.show_all()
    hall.sign(2).refuses = SignError.NO_FONT
    hall.until(lambda: hall.state is State.DEGRADED)
    hall.sign(2).refuses = None
    hall.until(lambda: hall.state is State.READY)
    assert [(each.levelname, each.message) for each in caplog.records if "the sign" in each.message] == [
        ("WARNING", "signs: the sign window 2 (address 2) is refused (NO_FONT)"),
        ("INFO", "signs: the sign window 2 (address 2) is back"),
    ]


@pytest.mark.parametrize(
    ("addresses", "says"),
    [
        ([], "without a sign"),
        ([4, 5, 4], "two signs have the address 4"),
        ([MASTER, 1], "alone on its line"),
    ],
)
def test_a_bus_that_cannot_be_is_refused(addresses: list[int], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        SignBus("tcp://10.0.0.9", [Sign(address, "s") for address in addresses])


def test_a_wrong_address_of_the_line_is_said_before_anything_is_opened() -> None:
    with pytest.raises(ValueError, match="must begin with"):
        SignBus("usb://1:2", [Sign(1, "s")])


@on_a_bus
def test_a_sign_that_is_not_on_the_bus_is_nobody_s(hall: Hall) -> None:
    with pytest.raises(KeyError):
        hall.bus.show(77, NOTHING)
    assert [each.asked for each in hall.bus.status()] == [False] * len(ADDRESSES)


class StaleLine(Line):
    """A line on which an old answer lies and nobody answers any more."""

    def __init__(self) -> None:
        super().__init__("stale")
        self.waiting = encode_frame(Frame(MASTER, acknowledge(), 1))

    def _write(self, data: bytes) -> None:
        pass

    def _read(self, timeout_s: float) -> bytes:
        got, self.waiting = self.waiting, b""
        return got

    def _close(self) -> None:
        pass


def test_an_old_answer_that_lies_on_the_line_is_not_taken_for_a_new_one() -> None:
    pace = replace(QUICK, answer_s=0.001)
    bus = SignBus("tcp://10.0.0.9", [Sign(1, "window 1")], pace=pace, opener=StaleLine)
    bus.show(1, Content("A001"))
    bus.connect()
    bus.look()
    assert bus.status()[0].shown is None
