"""The signs on a real line with a real core: what they show after everything that goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.app.hallfile import load
from core.client.devices import DeviceReports
from core.client.link import CoreLink
from core.domain.people import Role
from hallcall.agents.signs import SignsAtWork
from hallcall.demo.hurried import write_hurried
from hallcall.device_file import teller
from hallcall.halls import resolve
from hardware.devices import SignsEntry, load_devices
from hardware.led.rota import Pace
from hardware.led.simulator import SimulatedSigns
from tests.support.running_core import CoreProcess

WITHIN_MS = 20_000


class Rig:
    """A core, two signs at windows 3 and 4 on one line, and the agent between them."""

    def __init__(self, process: CoreProcess, port: SimulatedSigns, folder: Path, qtbot: QtBot) -> None:
        self.process = process
        self.core = process.handle
        self.port = port
        self.qtbot = qtbot
        file = folder / "devices.toml"
        file.write_text(
            f'[[signs]]\nname = "东侧条屏"\nurl = "{port.url}"\n'
            "signs = [{ window = 3, address = 1 }, { window = 4, address = 2 }]\n",
            encoding="utf-8",
        )
        buses = [each.bus for each in load_devices(file) if isinstance(each, SignsEntry)]
        self.link = CoreLink(self.core.url, self.core.token(Role.SCREEN, subject="signs-1"))
        self.reports = DeviceReports(self.link, "signs-1")
        pace = Pace(answer_s=0.1, check_s=0.2, refresh_s=1.0, retry_s=(0.1,), gap_s=0.1, idle_s=0.02)
        self.signs = SignsAtWork(self.link, buses, teller(self.reports, "signs"), pace=pace)
        self.signs.start()
        self.link.start()

    def close(self) -> None:
        self.signs.stop()
        self.reports.close()
        self.link.stop()

    def act(self, window: int, act: str) -> None:
        assert self.core.post(f"/api/windows/{window}/{act}").status == 200, act

    def take(self) -> str:
        taken = self.core.post("/api/tickets", {"queue": "company"}, role=Role.KIOSK)
        return str(taken.body["number"])

    def shows(self, address: int, text: str) -> None:
        self.qtbot.waitUntil(lambda: self.port.device[address].text == text, timeout=WITHIN_MS)

    def told(self, state: str, key: str = "") -> None:
        def is_told() -> bool:
            devices = self.core.get("/api/devices").body["devices"]
            return [(each["state"], each["key"]) for each in devices] == [(state, key)]

        self.qtbot.waitUntil(is_told, timeout=WITHIN_MS)


@pytest.fixture
def process(tmp_path: Path) -> Iterator[CoreProcess]:
    _, file = write_hurried(load(resolve("lhasa")), tmp_path)
    process = CoreProcess(str(file), tmp_path / "core")
    core = process.start()
    body, token = {"tiers": "company"}, core.token(Role.SUPERVISOR)
    assert core.ask("PUT", "/api/windows/3/profile", body, token=token).status == 200
    yield process
    process.stop()


@pytest.fixture
def rig(process: CoreProcess, tmp_path: Path, qtbot: QtBot) -> Iterator[Rig]:
    with SimulatedSigns([1, 2]) as port:
        made = Rig(process, port, tmp_path, qtbot)
        yield made
        made.close()


@pytest.mark.logs("the sign window 3", "is degraded")
def test_a_sign_that_is_switched_off_in_a_call_shows_what_is_so_when_it_is_back(rig: Rig) -> None:
    rig.act(3, "open")
    rig.shows(1, "3号窗口")
    first, second = rig.take(), rig.take()
    rig.act(3, "call-next")
    rig.shows(1, f"请{first}")
    rig.port.device[1].silent = True
    rig.told("degraded", "sign.silent")
    rig.act(3, "start")
    rig.act(3, "call-next")
    rig.port.device[1].silent = False
    rig.shows(1, f"请{second}")
    rig.told("ready")


@pytest.mark.logs("is gone", "the sign window", "is degraded")
def test_a_line_that_is_pulled_out_is_told_and_all_is_shown_when_it_is_back(rig: Rig) -> None:
    rig.act(3, "open")
    rig.shows(1, "3号窗口")
    rig.told("ready")
    rig.port.plugged = False
    rig.told("gone", "device.unreachable")
    number = rig.take()
    rig.act(3, "call-next")
    rig.port.plugged = True
    rig.shows(1, f"请{number}")
    rig.told("ready")


def test_a_core_that_is_killed_and_back_has_its_calls_on_the_signs_again(rig: Rig) -> None:
    rig.act(3, "open")
    number, other = rig.take(), rig.take()
    rig.act(3, "call-next")
    rig.shows(1, f"请{number}")
    rig.process.kill()
    rig.qtbot.waitUntil(lambda: not rig.link.live, timeout=WITHIN_MS)
    rig.process.start()
    rig.qtbot.waitUntil(lambda: rig.link.live, timeout=WITHIN_MS)
    rig.act(3, "start")
    rig.shows(1, number)
    rig.act(3, "call-next")
    rig.shows(1, f"请{other}")
