"""Keypads and raters on a real bus with a real core: who may press, what counts, what the pads show."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from caller.pads import PadRoom
from core.app.hallfile import load
from core.client.devices import DeviceReports
from core.client.http import CoreHttp
from core.client.link import CoreLink
from core.domain.clock import business_date
from core.domain.people import Role
from hallcall.agents.pad_desk import Stage
from hallcall.agents.pads import WindowPads
from hallcall.demo.hurried import write_hurried
from hallcall.device_file import teller
from hallcall.halls import resolve
from hardware.devices import KeysEntry, load_devices
from hardware.keypad import bus as buses
from hardware.keypad.virtual import VirtualBus, VirtualPad
from hardware.simulated_port import SimulatedSerialPort
from tests.support.running_core import CoreHandle, CoreProcess

# A pad that answers within the file's 60 ms is late on a starved machine; what it misses is pressed again.
pytestmark = pytest.mark.logs("does not answer")

AGAIN_S = 8.0
"""Longer than a press may lie unheard before it counts no more."""
PIN = "2468"
CLERKS = {3: "0301", 4: "0401"}
NEXT, OPEN, PAUSE, CLOSE, FINISH, RECALL, ASK, CLEAR = range(0x10, 0x18)
DIGITS = ", ".join(f"{digit + 1:02X} = 'digit-{digit}'" for digit in range(10))
KEYS = (
    f"{{ {DIGITS}, 10 = 'call-next', 11 = 'open', 12 = 'pause', 13 = 'close',"
    " 14 = 'finish', 15 = 'recall', 16 = 'ask-rating', 17 = 'clear' }"
)
FILE = """
[[keypads]]
name = "东侧"
url = "{url}"
answer_s = 0.06
pause_s = 0.0
pads = [
    {{ address = 3, window = 3, keys = {keys} }},
    {{ address = 4, window = 4, keys = {keys} }},
    {{ address = 5, window = 3 }},
]
"""
Port = SimulatedSerialPort[VirtualBus]


class Hall:
    """A core, a bus with the pads of windows 3 and 4 and a rater at 3, and the agent between them."""

    def __init__(self, process: CoreProcess, port: Port, folder: Path, qtbot: QtBot) -> None:
        self.process = process
        self.core: CoreHandle = process.handle
        self.port = port
        self.qtbot = qtbot
        file = folder / "devices.toml"
        file.write_text(FILE.format(url=port.url, keys=KEYS), encoding="utf-8")
        entries = [each for each in load_devices(file) if isinstance(each, KeysEntry)]
        self.link = CoreLink(self.core.url, self.core.token(Role.SCREEN, subject="pads-1"))
        self.http = CoreHttp(self.core.url)
        self.reports = DeviceReports(self.link, "pads-1")
        self.room = PadRoom([each.listen for each in entries if each.listen], teller(self.reports, "keypads"))
        self.tokens: list[str] = []
        self.agent = WindowPads(self.link, self.room, self.http.post, self._link_for, call_gap_ms=0)
        self.room.start()
        self.link.start()
        self.shows(3, "ID")
        self.shows(4, "ID")

    def _link_for(self, token: str) -> CoreLink:
        self.tokens.append(token)
        return CoreLink(self.core.url, token)

    def close(self) -> None:
        """End it as the command does."""
        self.room.stop()
        self.agent.close()
        self.reports.close()
        self.http.close()
        self.link.stop()

    def pad(self, window: int) -> VirtualPad:
        return self.port.device.pads[window]

    @property
    def rater(self) -> VirtualPad:
        return self.port.device.pads[5]

    def press(self, window: int, *keys: int) -> None:
        for key in keys:
            self.pad(window).press(key)

    def type(self, window: int, digits: str) -> None:
        self.press(window, *(int(digit) + 1 for digit in digits))

    def press_until(self, window: int, key: int, holds: Callable[[], object]) -> None:
        """Press a key, and again where a starved machine heard it too late to count."""
        pressed_s = 0.0

        def held() -> bool:
            nonlocal pressed_s
            if holds():
                return True
            if time.monotonic() - pressed_s > AGAIN_S:
                pressed_s = time.monotonic()
                self.press(window, key)
            return False

        self.until(held)

    def until(self, holds: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(holds()), timeout=20_000)

    def shows(self, window: int, text: str) -> None:
        """Wait until a pad shows something."""
        self.until(lambda: self.pad(window).shown.text == text)

    def sign_in(self, window: int, pin: str = PIN) -> None:
        self.type(window, CLERKS[window])
        self.shows(window, CLERKS[window])
        self.press(window, NEXT)
        self.shows(window, "PIN")
        self.type(window, pin)
        self.shows(window, "-" * len(pin))
        self.press(window, NEXT)

    def work(self, *windows: int) -> None:
        """Sign in and wait until the windows are open."""
        for window in windows:
            self.sign_in(window)
            self.until(partial(self.stands, window, "open"))
            self.shows(window, "")

    def window(self, number: int) -> dict[str, object]:
        found = self.core.get("/api/windows").body["windows"]
        return next(each for each in found if each["number"] == number)

    def stands(self, window: int, status: str) -> bool:
        return self.window(window)["status"] == status

    def shows_another_of(self, window: int, numbers: list[str], before: str) -> bool:
        return self.pad(window).shown.text in set(numbers) - {before}

    def take(self, count: int) -> list[str]:
        """Let people take numbers for the queue that both windows serve."""
        taken = [self.core.post("/api/tickets", {"queue": "company"}, role=Role.KIOSK) for _ in range(count)]
        return [each.body["number"] for each in taken]


@pytest.fixture
def process(tmp_path: Path) -> Iterator[CoreProcess]:
    _, file = write_hurried(load(resolve("lhasa")), tmp_path)
    process = CoreProcess(str(file), tmp_path / "core")
    core = process.start()
    admin = core.token(Role.ADMIN)
    for window, clerk in CLERKS.items():
        body = {"name": "clerk", "role": "clerk", "pin": PIN}
        assert core.ask("PUT", f"/api/clerks/{clerk}", body, token=admin).status < 300
        profile = core.ask("PUT", f"/api/windows/{window}/profile", {"tiers": "company"}, token=admin)
        assert profile.status == 200, profile
    yield process
    process.stop()


@pytest.fixture
def hall(
    process: CoreProcess, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Hall]:
    monkeypatch.setattr(buses, "PROBE_S", 0.02)
    pads = {3: VirtualPad(), 4: VirtualPad(), 5: VirtualPad(about="R5 SIM")}
    with SimulatedSerialPort(VirtualBus(pads)) as port:
        made = Hall(process, port, tmp_path, qtbot)
        yield made
        made.close()


def test_keys_do_nothing_before_somebody_has_signed_in(hall: Hall) -> None:
    hall.take(1)
    hall.press(3, NEXT)
    hall.shows(3, "NO")
    hall.shows(3, "ID")
    hall.press(3, FINISH)
    hall.shows(3, "NO")
    assert hall.window(3)["status"] == "closed"
    assert hall.tokens == []


def test_a_wrong_pin_lets_nobody_in_and_the_right_one_opens_the_window(hall: Hall) -> None:
    hall.sign_in(3, "1111")
    hall.shows(3, "NO")
    hall.shows(3, "ID")
    assert hall.window(3)["status"] == "closed"
    hall.work(3)
    assert hall.window(3)["clerk"] == CLERKS[3]
    assert hall.window(4)["status"] == "closed"


def test_two_pads_that_race_for_one_queue_never_get_one_number(hall: Hall) -> None:
    hall.work(3, 4)
    numbers = hall.take(12)
    called: list[str] = []
    for turn in range(6):
        # What a bus does to single answers makes no press two, and loses none.
        hall.pad(3).lost_answers, hall.pad(4).wrong_checksums = turn % 3, (turn + 1) % 3
        hall.pad(3).repeats, hall.pad(4).noise = turn % 2 == 1, b"<0" * (turn % 2)
        before = {window: hall.pad(window).shown.text for window in CLERKS}
        hall.press(3, NEXT)
        hall.press(4, NEXT)
        for window in CLERKS:
            hall.until(partial(hall.shows_another_of, window, numbers, before[window]))
            called.append(hall.pad(window).shown.text)
    assert sorted(called) == sorted(numbers)
    hall.press(3, NEXT)
    hall.shows(3, "NONE")


@pytest.mark.logs("does not answer", "is degraded")
def test_a_pad_that_is_switched_off_and_on_in_a_call_shows_it_again(hall: Hall) -> None:
    hall.work(3)
    (number,) = hall.take(1)
    hall.press(3, NEXT)
    hall.shows(3, number)
    pad = hall.pad(3)
    pad.silent = True
    hall.until(lambda: 3 in [int(each, 16) for each in _silent(hall)])
    pad.switch_off_and_on()
    pad.press(FINISH)  # Without a session no key is taken.
    pad.silent = False
    hall.shows(3, number)
    assert hall.window(3)["ticket"] is not None
    hall.press(3, FINISH)
    hall.shows(3, "")


@pytest.mark.logs("is gone")
def test_a_bus_that_is_pulled_out_is_told_and_goes_on_when_it_is_back(hall: Hall) -> None:
    hall.work(3)
    (number,) = hall.take(1)
    hall.until(lambda: _device(hall) == ("ready", ""))
    hall.port.plugged = False
    hall.until(lambda: _device(hall) == ("gone", "device.unreachable"))
    hall.port.plugged = True
    hall.until(lambda: _device(hall) == ("ready", ""))
    hall.press(3, NEXT)
    hall.shows(3, number)


def test_a_press_while_the_core_is_away_is_refused_and_never_done_later(hall: Hall) -> None:
    hall.work(3)
    first, second = hall.take(2)
    hall.press(3, NEXT)
    hall.shows(3, first)
    hall.process.kill()
    hall.shows(3, "----")
    hall.press(3, NEXT)
    hall.shows(3, "NO")
    hall.shows(3, "----")
    hall.process.start()
    hall.shows(3, first)
    assert hall.window(3)["ticket"]["number"] == first  # type: ignore[index]
    hall.press(3, NEXT)
    hall.shows(3, second)


def test_a_pause_locks_the_pad_until_the_pin_is_typed_again(hall: Hall) -> None:
    hall.work(3)
    hall.take(1)
    hall.press(3, PAUSE)
    hall.shows(3, "PIN")
    assert hall.window(3)["status"] == "paused"
    assert hall.agent.desks[3].stage is Stage.PIN
    hall.press(3, RECALL)
    hall.shows(3, "NO")
    hall.shows(3, "PIN")
    hall.type(3, PIN)
    hall.press(3, NEXT)
    hall.until(lambda: hall.window(3)["status"] == "open")
    assert len(hall.tokens) == 2


def test_who_is_being_served_is_finished_before_the_pause_locks(hall: Hall) -> None:
    hall.work(3)
    (number,) = hall.take(1)
    hall.press(3, NEXT)
    hall.shows(3, number)
    hall.press(3, PAUSE)
    hall.until(lambda: hall.window(3)["status"] == "paused")
    hall.press(3, FINISH)
    hall.shows(3, "PIN")
    assert hall.window(3)["ticket"] is None


def test_closing_ends_the_shift_and_the_token_holds_no_more(hall: Hall) -> None:
    hall.work(3)
    hall.press(3, CLOSE)
    hall.shows(3, "ID")
    assert hall.window(3)["status"] == "closed"
    refused = hall.core.ask("POST", "/api/windows/3/open", {}, token=hall.tokens[0])
    assert (refused.status, refused.body["params"]) == (401, {"why": "signed_out"})


def test_a_window_with_a_visitor_is_not_closed(hall: Hall) -> None:
    hall.work(3)
    (number,) = hall.take(1)
    hall.press(3, NEXT)
    hall.shows(3, number)
    hall.press(3, CLOSE)
    hall.shows(3, "NO")
    hall.shows(3, number)
    assert hall.window(3)["status"] == "open"


def test_a_colleague_who_takes_the_window_over_signs_the_pad_out(hall: Hall) -> None:
    hall.work(3)
    other = hall.core.token(Role.CLERK, 3, subject=CLERKS[4])
    assert hall.core.ask("POST", "/api/windows/3/open", {}, token=other).status == 200
    hall.shows(3, "ID")


def test_what_was_begun_to_be_typed_can_be_taken_back(hall: Hall) -> None:
    hall.type(3, "03")
    hall.shows(3, "03")
    hall.press(3, CLEAR)
    hall.shows(3, "ID")
    hall.type(3, CLERKS[3])
    hall.press(3, NEXT)
    hall.shows(3, "PIN")
    hall.press(3, CLEAR)
    hall.shows(3, "ID")


def test_a_visitor_rates_by_key_and_sees_that_it_is_kept(hall: Hall) -> None:
    hall.work(3)
    hall.until(lambda: hall.rater.shown.text == CLERKS[3])
    hall.rater.press(1)
    hall.until(lambda: hall.rater.shown.text == "NO")
    hall.take(1)
    hall.press(3, NEXT)
    hall.until(lambda: hall.window(3)["ticket"] is not None)
    hall.press_until(3, FINISH, lambda: hall.window(3)["ticket"] is None)
    hall.press(3, ASK)
    hall.until(lambda: hall.rater.shown.blinking)
    hall.rater.press(1)
    hall.until(lambda: hall.rater.shown.text == "OK")
    assert not hall.rater.shown.blinking
    hall.until(lambda: hall.rater.shown.text == CLERKS[3])
    hall.rater.press(5)
    hall.until(lambda: hall.rater.shown.text == "OK")
    day = _today(hall)
    counted = hall.core.get(f"/api/ratings?from={day}&to={day}").body["total"]
    assert counted["levels"] == {"5": 0, "4": 0, "3": 0, "2": 0, "1": 1}, "the first key is kept"


def _today(hall: Hall) -> str:
    known = hall.link.hall
    assert known is not None
    return business_date(datetime.now(UTC), known.zone_info, known.day_starts).isoformat()


def _silent(hall: Hall) -> list[str]:
    health = hall.room.healths()["东侧"]
    return [each.strip() for each in health.detail.partition("pad ")[2].partition(":")[0].split(",") if each]


def _device(hall: Hall) -> tuple[str, str]:
    devices = hall.core.get("/api/devices").body["devices"]
    found = [(each["state"], each["key"]) for each in devices if each["name"] == "东侧"]
    return found[0] if found else ("", "")
