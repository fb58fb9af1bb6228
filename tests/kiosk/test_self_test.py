"""The daily test of a kiosk."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from core.domain.device import DeviceKind, DeviceState
from core.domain.hall import Hall
from hardware.worker import READY, Health, State
from kiosk.self_test import (
    KIND,
    LEAST_FREE_BYTES,
    MOST_CLOCK_OFF_S,
    Fault,
    Found,
    SelfTest,
    due,
    faults,
    free_bytes,
    verdict,
)
from tests.support.halls import lhasa_like

WELL = Found(
    devices=(("slips", "printer", READY), ("cards", "card_reader", READY)),
    clock_off_s=1.0,
    free_bytes=LEAST_FREE_BYTES,
    offline_left=40,
    offline_least=20,
)
OUT = Health(State.DEGRADED, "printer.paper_out", "DLE EOT 2: 0x32")
AWAY = Health(State.GONE, "device.unreachable")


def test_a_kiosk_that_is_well_is_ready() -> None:
    assert faults(WELL) == ()
    assert verdict(()) == READY


def test_what_is_not_known_is_no_fault() -> None:
    assert faults(Found()) == ()


@pytest.mark.parametrize(
    ("found", "keys"),
    [
        (replace(WELL, live=False), ["kiosk.core_away"]),
        (replace(WELL, degraded=True), ["kiosk.core_cannot_write"]),
        (replace(WELL, devices=(("slips", "printer", OUT),)), ["printer.paper_out"]),
        (replace(WELL, devices=(("cards", "card_reader", AWAY),)), ["device.unreachable"]),
        (replace(WELL, devices=(("cards", "scanner", Health(State.STARTING)),)), ["device.unreachable"]),
        (replace(WELL, clock_off_s=-MOST_CLOCK_OFF_S - 1), ["kiosk.clock_wrong"]),
        (replace(WELL, clock_off_s=MOST_CLOCK_OFF_S), []),
        (replace(WELL, free_bytes=LEAST_FREE_BYTES - 1), ["kiosk.disk_full"]),
        (replace(WELL, fonts_missing=("bo",)), ["kiosk.font_missing"]),
        (replace(WELL, offline_left=19), ["kiosk.offline_low"]),
        (
            replace(WELL, devices=(("a", "card_reader", AWAY), ("z", "printer", OUT)), fonts_missing=("bo",)),
            ["printer.paper_out", "device.unreachable", "kiosk.font_missing"],
        ),
    ],
)
def test_each_fault_is_told_what_stops_visitors_first(found: Found, keys: list[str]) -> None:
    wrong = faults(found)
    assert [each.key for each in wrong] == keys
    health = verdict(wrong)
    assert health.key == (keys[0] if keys else "")
    assert all(key in health.detail for key in keys)


@pytest.mark.parametrize(
    ("at", "now", "tested", "is_due"),
    [
        (time(6, 30), time(6, 29, 59), None, False),
        (time(6, 30), time(6, 30), None, True),
        (time(6, 30), time(11, 0), None, True),
        (time(6, 30), time(11, 0), date(2026, 11, 22), False),
        (time(6, 30), time(6, 30), date(2026, 11, 21), True),
        (None, time(11, 0), None, False),
    ],
)
def test_it_is_due_once_a_day(at: time | None, now: time, tested: date | None, is_due: bool) -> None:
    assert due(at, datetime.combine(date(2026, 11, 22), now), tested) is is_due


def test_the_disk_is_asked(tmp_path: Path) -> None:
    free = free_bytes(tmp_path)
    assert free is not None
    assert free > 0
    assert free_bytes(tmp_path / "none") is None


class Told:
    """Keeps what the core would be told."""

    def __init__(self) -> None:
        self.said: list[tuple[str, ...]] = []

    def tell(self, name: str, kind: str, state: str, key: str = "", detail: str = "") -> None:
        assert DeviceKind(kind)
        assert DeviceState(state)
        self.said.append((name, kind, state, key))


class Rig:
    """A self-test with its time in the test's hand: 06:29 in the hall."""

    def __init__(self, hall: Hall | None) -> None:
        self.hall = hall
        local = datetime(2026, 11, 22, 6, 29, tzinfo=ZoneInfo("Asia/Shanghai"))
        self.now = local.astimezone(UTC)
        self.found = WELL
        self.told = Told()
        self.results: list[tuple[Fault, ...]] = []
        self.test = SelfTest(
            "kiosk-1",
            self.told,
            lambda: self.found,
            lambda: time(6, 30),
            lambda: self.hall,
            lambda: self.now,
        )
        self.test.tested.connect(self.results.append)


@pytest.mark.logs("self-test: printer.paper_out")
def test_a_fault_found_in_the_morning_is_told_once_and_taken_back_when_it_is_gone(qtbot: QtBot) -> None:
    rig = Rig(lhasa_like())
    rig.test.look()
    assert rig.results == []
    rig.found = replace(WELL, devices=(("slips", "printer", OUT),))
    rig.now += timedelta(minutes=1)
    rig.test.look()
    assert [[each.key for each in wrong] for wrong in rig.results] == [["printer.paper_out"]]
    assert rig.told.said == [
        ("kiosk-1", KIND, "ready", ""),
        ("kiosk-1", KIND, "degraded", "printer.paper_out"),
    ]
    rig.test.look()
    rig.found = WELL
    rig.now += timedelta(minutes=1)
    rig.test.look()
    assert rig.told.said[-1] == ("kiosk-1", KIND, "ready", "")
    looked = len(rig.results)
    rig.test.look()
    assert len(rig.results) == looked, "what is well is tested on the next day"


def test_before_the_hall_is_known_it_waits(qtbot: QtBot) -> None:
    rig = Rig(None)
    rig.now += timedelta(hours=1)
    rig.test.look()
    assert rig.results == []
    rig.hall = lhasa_like()
    rig.test.look()
    assert rig.results == [()]
