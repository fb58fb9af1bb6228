"""``hallcall pads`` and ``hallcall signs`` as a service manager runs them."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.domain.people import Role
from hardware.keypad.virtual import VirtualBus, VirtualPad
from hardware.led.simulator import SimulatedSigns
from hardware.simulated_port import SimulatedTcpPort
from tests.support.running_core import CoreHandle, CoreProcess
from tests.support.waiting import wait_until
from tests.support.warm_command import WarmCommand

WITHIN_S = 30


@pytest.fixture
def core(tmp_path: Path) -> Iterator[CoreHandle]:
    process = CoreProcess("lhasa", tmp_path / "core")
    yield process.start()
    process.stop()


def begin(word: str, *args: str) -> WarmCommand:
    return WarmCommand(word, *args, HALLCALL_TOKEN=None, QT_QPA_PLATFORM="offscreen")


def end(process: WarmCommand) -> tuple[int, str]:
    process.send_signal(signal.SIGTERM)
    ended = process.ended(WITHIN_S)
    return ended.returncode, ended.stderr


def told(core: CoreHandle, name: str) -> list[tuple[str, str, str]]:
    devices = core.get("/api/devices").body["devices"]
    return [(each["machine"], each["kind"], each["state"]) for each in devices if each["name"] == name]


def test_pads_are_served_until_it_is_told_to_end(core: CoreHandle, tmp_path: Path) -> None:
    file = tmp_path / "devices.toml"
    with SimulatedTcpPort(VirtualBus({5: VirtualPad()})) as port:
        file.write_text(
            f'[[keypads]]\nname = "pads"\nurl = "{port.url}"\n'
            "pads = [{ address = 5, window = 3, keys = { 01 = 'digit-1', 02 = 'call-next' } }]\n"
        )
        place = ("--core", core.url, "--token", core.token(Role.SCREEN), "--devices", str(file))
        process = begin("pads", *place, "--machine", "pads-1")
        try:
            wait_until(lambda: port.device.pads[5].shown.text == "ID")
            port.device.pads[5].press(1)
            wait_until(lambda: port.device.pads[5].shown.text == "1")
            wait_until(lambda: told(core, "pads") == [("pads-1", "keypads", "ready")])
        finally:
            code, said = end(process)
    assert code == 0, said
    assert "Traceback" not in said


def test_signs_are_served_until_it_is_told_to_end(core: CoreHandle, tmp_path: Path) -> None:
    file = tmp_path / "devices.toml"
    with SimulatedSigns([1]) as port:
        file.write_text(
            f'[[signs]]\nname = "east"\nurl = "{port.url}"\nsigns = [{{ window = 3, address = 1 }}]\n'
        )
        place = ("--core", core.url, "--token", core.token(Role.SCREEN), "--devices", str(file))
        process = begin("signs", *place, "--machine", "signs-1")
        try:
            assert core.post("/api/windows/3/open").status == 200
            wait_until(lambda: port.device[1].text == "3号窗口")
            wait_until(lambda: told(core, "east") == [("signs-1", "signs", "ready")])
        finally:
            code, said = end(process)
    assert code == 0, said
    assert "Traceback" not in said


def test_a_console_takes_the_pads_of_its_device_file(core: CoreHandle, tmp_path: Path) -> None:
    file = tmp_path / "devices.toml"
    with SimulatedTcpPort(VirtualBus({5: VirtualPad(), 6: VirtualPad()})) as port:
        file.write_text(
            f'[[keypads]]\nname = "pads"\nurl = "{port.url}"\n'
            "pads = [{ address = 5, window = 3, keys = { 02 = 'call-next' } }, { address = 6, window = 3 }]\n"
            '[[printers]]\nname = "left alone"\nurl = "tcp://127.0.0.1:9"\n'
            '[[number_pads]]\nname = "number pad"\n'
        )
        place = ("--core", core.url, "--token", core.token(Role.SCREEN), "--devices", str(file))
        more = ("--machine", "desk-3", "--window", "3", "--settings", str(tmp_path / "caller.ini"))
        process = begin("caller", *place, *more)
        try:
            wait_until(lambda: told(core, "pads") == [("desk-3", "keypads", "ready")])
            # Nobody is called there yet, and no rater waits for a clerk.
            port.device.pads[6].press(5)
            wait_until(lambda: port.device.pads[6].shown.text == "NO")
            assert port.device.pads[5].shown.text == ""
        finally:
            code, said = end(process)
    assert code == 0, said
    assert "Traceback" not in said


@pytest.mark.parametrize("word", ["pads", "signs", "caller"])
@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[[keypads]]\n", "name is missing"),
        ("=", "it is no TOML file"),
    ],
)
def test_a_file_that_is_of_no_use_is_said_at_once(tmp_path: Path, word: str, text: str, why: str) -> None:
    file = tmp_path / "devices.toml"
    file.write_text(text)
    ended = begin(word, "--devices", str(file)).ended(WITHIN_S)
    assert (ended.returncode, why in ended.stderr) == (2, True), ended.stderr


@pytest.mark.parametrize(
    ("word", "text", "why"),
    [
        ("pads", "", "it names no keypad"),
        ("signs", "", "it names no signs"),
        ("signs", '[[number_pads]]\nname = "a"\n', "it names no signs"),
        ("pads", '[[number_pads]]\nname = "a"\n', "it names no keypad"),
        ("pads", '[[number_pads]]\nname = "a"\ndevice = "/dev/input/event9"\n', "no window is set for a"),
    ],
)
def test_a_file_without_what_it_serves_is_said_at_once(
    tmp_path: Path, word: str, text: str, why: str
) -> None:
    file = tmp_path / "devices.toml"
    file.write_text(text)
    ended = begin(word, "--devices", str(file)).ended(WITHIN_S)
    assert (ended.returncode, why in ended.stderr) == (2, True), ended.stderr
