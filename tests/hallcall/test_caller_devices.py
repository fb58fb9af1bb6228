"""A console with a bus of its own, against a real core: keypad, rater, and what the staff is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caller.app import CallerApp, caller_for
from caller.settings import CallerSettings
from core.client.link import CoreLink
from core.domain.clock import business_date
from core.domain.people import Role
from hallcall.caller_devices import CallerDevices
from hallcall.demo.hurried import write_hurried
from hardware.devices import load_devices
from hardware.keypad.virtual import VirtualBus, VirtualPad
from hardware.simulated_port import SimulatedSerialPort
from tests.support.halls import shipped
from tests.support.running_core import CoreProcess

CLERK, PIN, WINDOW = "0301", "2468", 3
NEXT, OPEN, FINISH = 1, 2, 3
FILE = """
[[keypads]]
name = "desk 3"
url = "{url}"
answer_s = 0.06
pads = [
    {{ address = 1, window = 3, keys = {{ 01 = "call-next", 02 = "open", 03 = "finish" }} }},
    {{ address = 2, window = 3 }},
]

[[scanners]]
name = "not this program's"
url = "serial:///dev/none"
"""


class Rig:
    """A console at window 3 with its bus: a keypad and a rater."""

    def __init__(self, process: CoreProcess, folder: Path, qtbot: QtBot, *, rates: bool) -> None:
        self.core = process.handle
        self.qtbot = qtbot
        self.pad, self.rater = VirtualPad(), VirtualPad(about="R5 SIM")
        self.port = SimulatedSerialPort(VirtualBus({1: self.pad, 2: self.rater}))
        self.port.__enter__()
        file = folder / "devices.toml"
        file.write_text(FILE.format(url=self.port.url), encoding="utf-8")
        self.public = CoreLink(self.core.url, self.core.token(Role.SCREEN)) if rates else None
        self.devices = CallerDevices(load_devices(file), "desk-3", window=WINDOW, public=self.public)
        settings = CallerSettings(QSettings(str(folder / "caller.ini"), QSettings.Format.IniFormat))
        self.app: CallerApp = caller_for(
            self.core.url, settings=settings, window=WINDOW, pads=self.devices.desk
        )
        qtbot.addWidget(self.app.window)
        self.app.show()
        self.devices.start()
        if self.public is not None:
            self.public.start()

    def close(self) -> None:
        self.app.stop()
        self.devices.stop()
        if self.public is not None:
            self.public.stop()
        self.port.__exit__(None, None, None)

    def sign_in(self) -> None:
        for name, text in (("clerk", CLERK), ("pin", PIN)):
            QTest.keyClicks(self._widget(name), text)
        QTest.keyClick(self._widget("pin"), Qt.Key.Key_Return)
        self.until(lambda: self.app.console is not None and self.app.console.props.known)

    def _widget(self, name: str) -> QWidget:
        found = self.app.window.findChild(QWidget, name)
        assert found is not None
        return found

    def until(self, holds: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(holds()), timeout=20_000)

    def serve_one(self) -> None:
        """Open, call and finish by the pad's keys."""
        self.pad.press(OPEN)
        self.until(lambda: self.pad.shown.lamps & 1)
        taken = self.core.post("/api/tickets", {"queue": "company"}, role=Role.KIOSK)
        self.pad.press(NEXT)
        self.until(lambda: self.pad.shown.text == taken.body["number"])
        console = self.app.console
        assert console is not None
        self.until(lambda: console.props.visitor is not None)
        self.pad.press(FINISH)
        self.until(lambda: self.pad.shown.text == "")
        # So soon after the call another press would be the same one.
        self.until(lambda: not console.props.resting)

    def counted(self) -> dict[str, int]:
        console = self.app.console
        assert console is not None
        hall = shipped("lhasa")
        day = business_date(datetime.now(UTC), hall.zone_info, hall.day_starts)
        levels = self.core.get(f"/api/ratings?from={day}&to={day}").body["total"]["levels"]
        return {level: count for level, count in levels.items() if count}

    def told(self) -> list[tuple[str, str]]:
        devices = self.core.get("/api/devices").body["devices"]
        return [(each["name"], each["state"]) for each in devices]


@pytest.fixture
def process(tmp_path: Path) -> Iterator[CoreProcess]:
    _, file = write_hurried(shipped("lhasa"), tmp_path)
    process = CoreProcess(str(file), tmp_path / "core")
    core = process.start()
    body = {"name": "clerk", "role": "clerk", "pin": PIN}
    assert core.ask("PUT", f"/api/clerks/{CLERK}", body, token=core.token(Role.ADMIN)).status < 300
    yield process
    process.stop()


def test_a_pad_and_a_rater_beside_the_console(process: CoreProcess, tmp_path: Path, qtbot: QtBot) -> None:
    rig = Rig(process, tmp_path, qtbot, rates=True)
    try:
        rig.until(lambda: rig.told() == [("desk 3", "ready")])
        rig.sign_in()
        rig.serve_one()
        rig.until(lambda: rig.rater.shown.text == CLERK)
        rig.rater.press(2)
        rig.until(lambda: rig.rater.shown.text == "OK")
        assert rig.counted() == {"2": 1}
    finally:
        rig.close()


@pytest.mark.logs("the raters do nothing")
def test_without_a_screen_s_token_a_clerk_s_console_rates_nobody(
    process: CoreProcess, tmp_path: Path, qtbot: QtBot
) -> None:
    rig = Rig(process, tmp_path, qtbot, rates=False)
    try:
        assert rig.told() == [], "nobody is signed in to tell it"
        rig.sign_in()
        rig.serve_one()
        rig.rater.press(5)
        rig.until(lambda: rig.told() == [("desk 3", "ready")])
        rig.pad.press(NEXT)
        rig.until(lambda: rig.pad.shown.text == "NONE")
        assert rig.counted() == {}
    finally:
        rig.close()
