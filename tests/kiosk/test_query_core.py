"""At noon no numbers are given: a kiosk then tells who waits their place, by touch, twelve keys and slip."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import time
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.domain.calendar import Hours
from core.domain.kiosk import KioskRules, Mode
from hardware.scanner.simulator import scan
from kiosk.state import Page
from tests.kiosk.clocked_hall import WEEKDAYS, Machine, running
from tests.kiosk.spoken.keys_alone import KeysAlone
from tests.support.halls import lhasa_like

# The reader is looked at before the core has given the day's key.
pytestmark = pytest.mark.logs("there is no key of the day")

LATE_MORNING, NOON, AFTERNOON = "2026-11-23 11:50", "2026-11-23 12:05", "2026-11-23 14:01"


@pytest.fixture
def machine(tmp_path: Path, qtbot: QtBot) -> Iterator[Machine]:
    hall = replace(
        lhasa_like(),
        keeps_hours=True,
        hours=(Hours(WEEKDAYS, time(9), time(12)), Hours(WEEKDAYS, time(14), time(17, 30))),
        kiosk_rules=KioskRules(out_of_hours=Mode.QUERY),
    )
    with running(tmp_path, qtbot, hall, LATE_MORNING) as made:
        yield made


@pytest.fixture
def waiting(machine: Machine) -> list[dict[str, Any]]:
    """Two numbers of the morning; then it is noon, and the kiosk only tells."""
    machine.until(lambda: machine.page.page == "home")
    taken = [machine.take(), machine.take()]
    noon(machine)
    return taken


def noon(machine: Machine) -> None:
    machine.at(NOON)
    machine.app._session.done()
    machine.until(lambda: machine.page.page == "ask")
    assert machine.page.lines[0].value.main.text == "14:00起可以取号"


def is_first_page(machine: Machine) -> bool:
    return bool(machine.page.page == "ask" and not machine.page.entry.shown)


def test_a_number_is_typed_and_its_place_told_until_it_is_called(
    machine: Machine, waiting: list[dict[str, Any]]
) -> None:
    first, second = waiting
    machine.type(second["number"])
    machine.tap("ask.find")
    machine.until(lambda: machine.page.page == "place")
    assert machine.page.lines[0].value.main.text == "前面还有1人"
    machine.core.post("/api/windows/1/open", {}, window=1)
    for called in (first, second):
        answer = machine.core.post("/api/windows/1/call-next", {}, window=1).body
        assert answer["ticket"]["number"] == called["number"]
    machine.until(lambda: machine.page.prompt.main.text == "请现在到1号窗口")
    machine.tap("done")
    assert is_first_page(machine), "and not a page that gives numbers"


def test_a_slip_before_the_scanner_gives_its_number_up(
    machine: Machine, waiting: list[dict[str, Any]]
) -> None:
    first, second = waiting
    scan(machine.scanner, f"http://10.0.0.8:8400/t/{first['track']}")
    machine.tap("place:cancel")
    machine.tap("place:give_up")
    machine.until(lambda: "已作废" in machine.page.prompt.main.text)
    states = [machine.core.get(f"/api/tickets/{each['id']}").body["state"] for each in (first, second)]
    assert states == ["void", "waiting"]


def test_a_passed_number_is_taken_again_by_twelve_keys(
    machine: Machine, waiting: list[dict[str, Any]]
) -> None:
    first, _second = waiting
    for act in ("open", "call-next", "pass"):
        machine.core.post(f"/api/windows/1/{act}", {}, window=1)
    visitor = KeysAlone(machine.app, machine.ear, machine.bot)
    visitor.wakes()
    assert "现在不取号" in machine.ear.text
    visitor.at(Page.ASK, "14点起可以取号")
    visitor.press("1")
    visitor.type(first["number"][1:])
    visitor.at(Page.PLACE, "已过号")
    visitor.choose("place:restore")
    path = f"/api/tickets/{first['id']}"
    visitor.until(lambda: machine.core.get(path).body["state"] == "waiting")
    visitor.at(Page.PLACE, "前面")
    visitor.choose("done")
    visitor.until(lambda: is_first_page(machine))


def test_items_and_hours_are_looked_up_and_nothing_is_given(
    machine: Machine, waiting: list[dict[str, Any]]
) -> None:
    machine.tap("search")
    machine.until(lambda: machine.page.page == "search")
    for letter in "shbz":
        machine.tap(f"key:{letter}")
    machine.tap("item:card")
    machine.until(lambda: machine.page.page == "item")
    assert "take" not in [each.key for each in machine.page.buttons]
    machine.app._session.done()
    machine.tap("hours")
    machine.until(lambda: machine.page.page == "closed")
    counts = machine.core.get("/api/queues").body["queues"]
    assert sum(each["waiting"] for each in counts) == len(waiting)


def test_numbers_are_given_again_from_the_minute_that_was_said(
    machine: Machine, waiting: list[dict[str, Any]]
) -> None:
    machine.at(AFTERNOON)
    machine.until(lambda: machine.page.page == "home")
    third = machine.take()
    assert third["number"] not in [each["number"] for each in waiting]
