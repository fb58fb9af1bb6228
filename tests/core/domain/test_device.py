"""Devices: what a report changes, what the feed is told, and when a machine is silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from core.domain.device import (
    MACHINE_SILENT,
    REMOVED,
    TELL_EVERY,
    Device,
    DeviceKind,
    DeviceState,
    Said,
    new_device,
    next_due,
)
from tests.support.clock import MORNING

READY = Said("打印机", DeviceKind.PRINTER, DeviceState.READY)
NO_PAPER = replace(READY, state=DeviceState.DEGRADED, key="printer.paper_out", detail="DLE EOT 4: 0x72")
EVERY_S = 60
LONG_AGO = MORNING - timedelta(days=1)


def after(seconds: float) -> datetime:
    return MORNING + timedelta(seconds=seconds)


def known(said: Said = READY) -> Device:
    """Return a device of which the feed knows."""
    return new_device("kiosk-1", said, every_s=EVERY_S, by="kiosk:1", now=MORNING).told_at(MORNING)


def said(
    device: Device, what: Said, seconds: float, *, every_s: int = EVERY_S, by: str = "kiosk:1"
) -> Device:
    return device.said(what, every_s=every_s, by=by, now=after(seconds))


def test_a_new_device_is_told_of_at_once() -> None:
    found = new_device("kiosk-1", NO_PAPER, every_s=EVERY_S, by="kiosk:1", now=MORNING)
    assert (found.state, found.key, found.since) == (DeviceState.DEGRADED, "printer.paper_out", MORNING)
    assert found.tell_at() == MORNING
    assert found.told_at(MORNING).tell_at() is None


def test_another_state_is_since_now_and_to_be_told() -> None:
    found = said(known(), NO_PAPER, 20)
    assert (found.state, found.since, found.heard_at) == (DeviceState.DEGRADED, after(20), after(20))
    assert found.tell_at() == MORNING + TELL_EVERY


@pytest.mark.parametrize("change", [{"detail": "another"}, {"kind": DeviceKind.VOICE}])
def test_what_is_only_for_the_support_line_is_kept_and_not_told(change: dict[str, Any]) -> None:
    found = said(known(), replace(READY, **change), 2)
    assert (found != known(), found.since, found.tell_at()) == (True, MORNING, None)


def test_the_same_again_changes_nothing_but_that_the_machine_was_heard() -> None:
    before = known()
    assert said(before, READY, EVERY_S / 10 - 0.1) is before
    assert said(before, READY, EVERY_S / 10) == replace(before, heard_at=after(EVERY_S / 10))


@pytest.mark.parametrize("change", [{"every_s": 30}, {"by": "admin:x"}])
def test_another_rhythm_or_teller_is_kept_at_once(change: dict[str, Any]) -> None:
    assert said(known(), READY, 1, **change) == replace(known(), heard_at=after(1), **change)


def test_a_state_that_came_and_went_is_not_told() -> None:
    found = said(said(known(), NO_PAPER, 1), READY, 2)
    assert (found.since, found.tell_at()) == (after(2), None)


@pytest.mark.parametrize(
    ("heard_s", "listening_s", "silent_s"),
    [(0, -1000, 180), (60, -1000, 240), (0, 100, 280)],
    ids=["from what was heard", "heard again", "nobody could be heard before"],
)
def test_a_machine_is_silent_after_three_missed_reports(
    heard_s: float, listening_s: float, silent_s: float
) -> None:
    device = replace(known(), heard_at=after(heard_s))
    since = after(listening_s)
    assert device.silent_at(since) == after(silent_s)
    assert device.as_of(after(silent_s - 0.1), since) is device
    found = device.as_of(after(silent_s), since)
    assert (found.state, found.key, found.by) == (DeviceState.GONE, MACHINE_SILENT, "core")
    assert (found.since, found.heard_at, found.detail) == (after(silent_s), after(heard_s), "")
    assert found.as_of(after(10_000), since) is found
    assert said(found, READY, 10_000).state is DeviceState.READY


def test_a_removed_device_is_gone_and_forgotten_a_little_later() -> None:
    found = known().removed(by="kiosk:1", now=after(10))
    assert (found.state, found.key, found.is_removed) == (DeviceState.GONE, REMOVED, True)
    assert (found.forget_at(), found.silent_at(LONG_AGO)) == (None, None)
    told = found.told_at(after(10))
    assert told.forget_at() == after(10) + TELL_EVERY
    assert told.removed(by="kiosk:1", now=after(11)) is told
    assert said(told, READY, 11).forget_at() is None


def test_the_next_thing_due_is_the_soonest_of_all() -> None:
    calm, flapping = known(), replace(said(known(), NO_PAPER, 1), name="b")
    assert next_due([], LONG_AGO) is None
    assert next_due([calm], LONG_AGO) == after(180)
    assert next_due([calm, flapping], LONG_AGO) == MORNING + TELL_EVERY
    assert next_due([calm.as_of(after(1000), LONG_AGO).told_at(after(1000))], LONG_AGO) is None
