"""Machines tell how their devices are; the feed hears of each change, and never of a storm."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from core.app.devices import report_devices, tend_devices
from core.domain.device import MACHINE_SILENT, REMOVED, TELL_EVERY, Device, DeviceKind, DeviceState, Said
from core.domain.event import Event, EventKind
from tests.core.app.hall import BY, Hands
from tests.support.clock import MORNING

PRINTER = Said("打印机", DeviceKind.PRINTER, DeviceState.READY)
READER = Said("读卡器", DeviceKind.CARD_READER, DeviceState.STARTING)
NO_PAPER = replace(PRINTER, state=DeviceState.DEGRADED, key="printer.paper_out")
CALM_S = TELL_EVERY.total_seconds()
LONG_AGO = MORNING - timedelta(days=1)


def report(hall: Hands, *said: Said, machine: str = "kiosk-1", every_s: int = 60) -> list[Device]:
    found: list[Device] = hall.do(report_devices, machine=machine, every_s=every_s, said=said)
    return found


def tend(hall: Hands, listening_since: datetime = LONG_AGO) -> datetime | None:
    due: datetime | None = hall.store.run(lambda uow: tend_devices(uow, listening_since=listening_since))
    return due


def told(hall: Hands) -> list[tuple[Any, ...]]:
    found: list[Event] = [event for event in hall.events() if event.kind is EventKind.DEVICE_CHANGED]
    return [(event.data["name"], event.data["state"], event.data["key"]) for event in found]


def kept(hall: Hands) -> list[tuple[str, str, str]]:
    return [(each.name, each.state.value, each.key) for each in hall.store.reader.devices()]


def test_each_device_is_told_of_once_and_the_same_list_again_writes_nothing(hall: Hands) -> None:
    report(hall, PRINTER, READER)
    assert told(hall) == [("打印机", "ready", ""), ("读卡器", "starting", "")]
    before = dict(hall.store.reader.kept.devices)
    hall.clock.advance(seconds=5)
    report(hall, PRINTER, READER)
    assert (len(told(hall)), hall.store.reader.kept.devices) == (2, before)


def test_an_event_says_which_device_of_which_machine_and_who_said_so(hall: Hands) -> None:
    report(hall, NO_PAPER)
    event = hall.events()[-1]
    assert event.data == {
        "machine": "kiosk-1",
        "name": "打印机",
        "kind": "printer",
        "state": "degraded",
        "key": "printer.paper_out",
        "by": BY,
    }
    assert (event.ticket, event.leg, event.window, event.zone) == (None, None, None, None)


def test_a_change_that_comes_too_soon_is_kept_at_once_and_told_a_little_later(hall: Hands) -> None:
    report(hall, PRINTER)
    hall.clock.advance(seconds=1)
    report(hall, NO_PAPER)
    assert kept(hall) == [("打印机", "degraded", "printer.paper_out")]
    assert len(told(hall)) == 1
    assert tend(hall) == MORNING + TELL_EVERY
    hall.clock.now = MORNING + TELL_EVERY
    tend(hall)
    assert told(hall)[1:] == [("打印机", "degraded", "printer.paper_out")]


def test_a_device_that_is_no_longer_in_the_list_is_forgotten(hall: Hands) -> None:
    report(hall, PRINTER, READER)
    hall.clock.advance(seconds=60)
    report(hall, PRINTER)
    assert told(hall)[2:] == [("读卡器", "gone", REMOVED)]
    hall.clock.advance(seconds=CALM_S)
    assert tend(hall) == MORNING + timedelta(seconds=60 + 180)
    assert kept(hall) == [("打印机", "ready", "")]
    report(hall, PRINTER, READER)
    assert told(hall)[3:] == [("读卡器", "starting", "")]


def test_other_machines_are_left_alone(hall: Hands) -> None:
    report(hall, PRINTER)
    report(hall, PRINTER, machine="kiosk-2")
    hall.clock.advance(seconds=60)
    report(hall, machine="kiosk-2")
    hall.clock.advance(seconds=CALM_S)
    tend(hall)
    assert [(each.machine, each.state) for each in hall.store.reader.devices()] == [
        ("kiosk-1", DeviceState.READY)
    ]


def test_a_silent_machines_devices_are_gone_and_come_back_when_it_is_heard(hall: Hands) -> None:
    report(hall, PRINTER, READER)
    report(hall, PRINTER, machine="kiosk-2", every_s=600)
    hall.clock.advance(seconds=179)
    assert tend(hall) == MORNING + timedelta(seconds=180)
    assert len(told(hall)) == 3
    hall.clock.advance(seconds=1)
    assert tend(hall) == MORNING + timedelta(seconds=1800)
    assert told(hall)[3:] == [("打印机", "gone", MACHINE_SILENT), ("读卡器", "gone", MACHINE_SILENT)]
    assert hall.events()[-1].data["by"] == "core"
    hall.clock.advance(seconds=60)
    tend(hall)
    report(hall, PRINTER, READER)
    assert told(hall)[5:] == [("打印机", "ready", ""), ("读卡器", "starting", "")]


def test_who_could_not_be_heard_is_not_silent(hall: Hands) -> None:
    report(hall, PRINTER)
    hall.clock.advance(hours=12)
    began = hall.clock.now
    assert tend(hall, began) == began + timedelta(seconds=180)
    assert kept(hall) == [("打印机", "ready", "")]


STATES = st.sampled_from([None, PRINTER, NO_PAPER, replace(PRINTER, state=DeviceState.GONE, key="a.b")])


@given(st.lists(st.tuples(STATES, st.sampled_from([0.0, 0.2, 1.0, 4.9, 5.0, 30.0])), max_size=40))
def test_whatever_a_device_does_it_is_told_of_seldom_and_the_last_word_is_true(
    steps: list[tuple[Said | None, float]],
) -> None:
    hall = Hands()
    for said, wait_s in steps:
        report(hall, *([said] if said else []))
        hall.clock.advance(seconds=wait_s)
        tend(hall)
    hall.clock.advance(seconds=CALM_S)
    tend(hall)
    events = [event for event in hall.events() if event.kind is EventKind.DEVICE_CHANGED]
    gaps = [later.at - sooner.at for sooner, later in pairwise(events)]
    assert all(gap >= TELL_EVERY for gap in gaps)
    said_last = next((said for said, _ in reversed(steps)), None)
    if said_last is not None:
        assert (events[-1].data["state"], events[-1].data["key"]) == (said_last.state.value, said_last.key)
    elif events:
        assert events[-1].data["key"] == REMOVED
        hall.clock.advance(seconds=CALM_S)
        tend(hall)
        assert kept(hall) == []
