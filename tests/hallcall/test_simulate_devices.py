"""A simulated day with its devices: what came out, was shown and was sent is what the core knows."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import time
from typing import Any

import pytest

from core.app.hallfile.export import export
from core.domain.calendar import Hours
from core.domain.floor import Floor, WindowView
from core.domain.slip import SlipState
from core.domain.window import WindowStatus
from hallcall.cli import main
from hallcall.simulate.devices import phones as phone_module
from hallcall.simulate.devices import signs as sign_module
from hallcall.simulate.devices.phones import Phones
from hallcall.simulate.devices.presses import KioskPress, Slip
from hallcall.simulate.devices.signs import Signs
from hallcall.simulate.faults import Fault, Faults
from hardware.led.virtual import VirtualSign
from hardware.sms.received import Part
from hardware.sms.virtual import VirtualModem
from tests.hallcall.test_simulate import small_hall
from tests.support.halls import lhasa_like

WEEK = (1, 2, 3, 4, 5, 6, 7)
VISITORS, SPEED, SEED = 32, 240, 5


@pytest.fixture(scope="module")
def day(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> tuple[int, dict[str, Any]]:
    """Return the exit code and the report of half an hour in which thirty visitors come."""
    folder = tmp_path_factory.mktemp("day")
    file, report = folder / "hall.toml", folder / "report.json"
    hall = replace(small_hall(), hours=(Hours(WEEK, time(9), time(9, 30)),), slots=())
    file.write_text(export(hall), encoding="utf-8")
    words = ["--visitors", str(VISITORS), "--speed", str(SPEED), "--seed", str(SEED), "--report", str(report)]
    code = main(["simulate", "--hall", str(file), "--devices", *words])
    return code, json.loads(report.read_text("utf-8"))


def test_the_day_goes_by_and_every_device_agrees_with_the_core(day: tuple[int, dict[str, Any]]) -> None:
    code, report = day
    assert (code, report["faults"], report["told"]) == (0, {}, [])
    devices = report["devices"]
    assert (devices["printers"], devices["signs"], devices["pads"]) == (2, 5, 2)


def test_each_slip_ended_and_some_printers_had_faults(day: tuple[int, dict[str, Any]]) -> None:
    _, report = day
    devices = report["devices"]
    assert devices["slips"]["pending"] == 0
    # Who stands before a guide, or comes without a ticket, gets none.
    assert 18 <= sum(devices["slips"].values()) < report["tickets"]
    assert sum(devices["broken"].values()) > 0
    assert devices["slips"]["printed"] > 14


def test_signs_keypads_and_messages_were_at_work(day: tuple[int, dict[str, Any]]) -> None:
    _, report = day
    devices = report["devices"]
    assert devices["sign_texts"] > 30
    assert devices["sign_looks"] > 100
    assert devices["pad_calls"] > 2
    assert devices["called_by_message_ms"]["count"] > 2
    assert devices["messages"] >= devices["called_by_message_ms"]["count"]


def test_a_running_core_has_devices_of_its_own() -> None:
    with pytest.raises(SystemExit) as ended:
        main(["simulate", "--core", "http://127.0.0.1:1", "--token", "t", "--devices"])
    assert ended.value.code == 2


# --- what would be found ------------------------------------------------------------------------------------


@pytest.fixture
def press(qapp: object) -> Iterator[KioskPress]:
    with ExitStack() as stack:
        yield KioskPress("kiosk-1", lhasa_like(), "http://10.0.0.8:8400", 1, stack)


@pytest.mark.parametrize(
    ("tries", "out", "state", "agrees"),
    [
        ([SlipState.PRINTED], 1, "printed", True),
        ([SlipState.PRINTED], 0, "printed", False),
        ([SlipState.PRINTED], 2, "printed", False),
        ([SlipState.FAILED], 0, "failed", True),
        ([SlipState.FAILED], 1, "failed", False),
        ([SlipState.FAILED], 0, "pending", False),
        ([SlipState.FAILED, SlipState.PRINTED], 1, "printed", True),
        ([SlipState.UNKNOWN], 0, "unknown", True),
        ([SlipState.UNKNOWN], 1, "unknown", True),
        ([SlipState.UNKNOWN], 2, "unknown", False),
        ([], 0, "pending", False),
    ],
)
def test_a_slip_is_held_against_what_came_out(
    press: KioskPress, tries: list[SlipState], out: int, state: str, agrees: bool
) -> None:
    faults = Faults()
    press.slips["t"] = Slip("A001", "3q2-7wABCDEFGHIJKLMNOP", tries)
    press.far.printer.slips += [b"\x1b@/t/3q2-7wABCDEFGHIJKLMNOP"] * out
    press.check("t", state, faults)
    assert bool(faults) is not agrees
    assert set(faults.counts) <= {Fault.SLIP}


def test_a_sign_that_stays_wrong_is_noted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sign_module, "LATE_S", -1.0)
    faults, sign = Faults(), VirtualSign(1)
    signs = Signs(lhasa_like(), {1: sign}, faults)
    floor = Floor(windows={1: WindowView(1, "social", WindowStatus.OPEN)})
    for _ in range(3):
        signs.look(floor)
    assert faults.counts == {Fault.SIGN: 1}
    assert signs.looked == 3
    floor = Floor(windows={1: WindowView(1, "social", WindowStatus.CLOSED)})
    signs.look(floor)
    assert faults.counts == {Fault.SIGN: 1}, "a closed window's sign is dark"


def sent(modem: VirtualModem, number: str, text: str) -> None:
    modem.sent.append(Part(number, text))


def test_a_message_that_does_not_come_or_comes_twice_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(phone_module, "TOLD_WITHIN_S", 0.0)
    faults, modem = Faults(), VirtualModem()
    phones = Phones(lhasa_like(), modem, faults)
    phone = phones.number()
    phones.keep("t", phone, "zh")
    asyncio.run(phones.told("t", "A001", "insurance", 1))
    assert faults.counts == {Fault.MESSAGE: 1}
    sent(modem, f"+86{phone}", "请A001号，到1号窗口办理")
    phones.check()
    assert faults.counts == {Fault.MESSAGE: 1}
    sent(modem, f"+86{phone}", "请A001号，到1号窗口办理")
    phones.check()
    assert faults.counts == {Fault.MESSAGE: 2}


def test_who_left_no_number_is_not_waited_for() -> None:
    faults = Faults()
    phones = Phones(lhasa_like(), VirtualModem(), faults)
    asyncio.run(phones.told("t", "A001", "insurance", 1))
    assert not faults
    assert phones.took_ms == []
