"""Asking, booking and coming to a booking: a real core by a clock in hand, devices on real ports."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hardware.idcard import cards
from hardware.scanner.simulator import scan
from tests.kiosk.clocked_hall import (
    EVENING,
    MORNING,
    TEN,
    TUESDAY,
    Machine,
    booking_hall,
    instant,
    running,
)
from tests.support import qml

# The reader is looked at before the core has given the day's key.
pytestmark = pytest.mark.logs("there is no key of the day")


@pytest.fixture
def machine(tmp_path: Path, qtbot: QtBot) -> Iterator[Machine]:
    with running(tmp_path, qtbot, booking_hall(), EVENING) as made:
        yield made


def test_booked_at_eight_in_the_evening_and_come_to_the_next_morning(
    machine: Machine, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    machine.until(lambda: machine.page.page == "book")
    assert machine.page.banner[0].value.main.text == "星期二 11月24日 09:00起可以取号"
    code = machine.book()
    assert len(machine.printer.printer.slips) == 1, "the booking's slip"
    machine.tap("done")
    machine.at("2026-11-24 08:10")
    scan(machine.scanner, code)
    machine.says("08:30")
    assert "08:30" in machine.steps[0]
    machine.tap("understood")
    machine.at(MORNING)
    machine.app._session.done()
    machine.until(lambda: machine.page.page == "home")
    with machine.bot.waitSignal(machine.app.slip_printed, timeout=20_000) as printed:
        scan(machine.scanner, code)
    taken = (printed.args or [None])[0]
    assert taken.booked
    assert taken.queue == "insurance"
    assert machine.page.number == taken.number
    assert len(machine.printer.printer.slips) == 2
    assert "13800138000" not in caplog.text
    assert code not in caplog.text


def test_a_booking_by_card_is_come_to_by_card(machine: Machine) -> None:
    machine.until(lambda: machine.page.page == "book")
    machine.book(by_card=True)
    machine.tap("done")
    looks = len(machine.reader.reader.heard)
    machine.reader.reader.lift()
    machine.until(lambda: len(machine.reader.reader.heard) > looks + 2)
    machine.at(MORNING)
    machine.app._session.done()
    machine.until(lambda: machine.page.page == "home")
    machine.until(lambda: machine.app._card_key._asked_on == instant(MORNING).date())
    with machine.bot.waitSignal(machine.app.slip_printed, timeout=20_000) as printed:
        machine.reader.reader.lay(cards.YOUNG)
    assert (printed.args or [None])[0].booked


@pytest.mark.logs("the core gave no ticket")
def test_a_full_time_a_used_code_and_a_wrong_one_are_said(machine: Machine) -> None:
    machine.until(lambda: machine.page.page == "book")
    code = machine.book()
    machine.tap("done")
    machine.tap("book:insurance")
    machine.tap(TUESDAY)
    machine.tap(TEN)
    machine.says("约满")
    machine.tap("understood")
    machine.tap("back")
    machine.tap("back")
    machine.at(MORNING)
    machine.app._session.done()
    for said in ("", "已"):
        machine.tap("booking")
        machine.type(code)
        machine.tap("booking.come")
        if not said:
            machine.until(lambda: machine.page.page == "result" and "请取走" in machine.page.prompt.main.text)
            machine.tap("done")
    machine.says("")
    assert machine.page.prompt.main.text == "您已取过号。号票丢失请找导服人员。"
    machine.tap("understood")
    assert qml.text_of(machine.app.view, "typed").replace(" ", "") == code, "it need not be typed again"


def test_a_booking_is_cancelled_by_its_code_after_a_question(machine: Machine) -> None:
    machine.until(lambda: machine.page.page == "book")
    code = machine.book()
    machine.tap("done")
    machine.tap("booking")
    machine.type(code)
    machine.tap("booking.cancel")
    machine.until(lambda: machine.page.which == "cancel")
    assert [line.value.main.text for line in machine.page.lines][:2] == [
        "星期二 11月24日 09:00–10:00",
        "社会保险业务",
    ]
    machine.tap("booking.give_back")
    machine.until(lambda: machine.page.which == "cancelled")
    machine.tap("done")
    assert machine.book() != code, "somebody else has the time"


def test_a_number_is_given_up_by_its_slips_code(machine: Machine) -> None:
    machine.at(MORNING)
    machine.app._session.done()
    ticket = machine.take()
    scan(machine.scanner, f"http://10.0.0.8:8400/t/{ticket['track']}")
    machine.tap("place:cancel")
    machine.tap("place:give_up")
    machine.until(lambda: "已作废" in machine.page.prompt.main.text)
    assert machine.core.get(f"/api/tickets/{ticket['id']}").body["state"] == "void"


def test_a_passed_number_is_typed_and_taken_again_and_its_place_follows_the_hall(machine: Machine) -> None:
    machine.at(MORNING)
    machine.app._session.done()
    first, second = machine.take(), machine.take()
    for act in ("open", "call-next", "pass"):
        machine.core.post(f"/api/windows/1/{act}", {}, window=1)
    machine.tap("ask")
    machine.type(first["number"])
    machine.tap("ask.find")
    machine.until(lambda: machine.page.page == "place")
    assert "已过号" in machine.page.prompt.main.text
    assert [each.key for each in machine.page.buttons] == ["place:restore", "done"], "no number gives up"
    machine.tap("place:restore")
    machine.until(lambda: machine.page.lines and machine.page.lines[0].value.main.text == "前面还有1人")
    machine.core.post("/api/windows/1/call-next", {}, window=1)
    machine.until(lambda: machine.page.lines[0].value.main.text == "前面无人等候")
    machine.core.post("/api/windows/1/call-next", {}, window=1)
    machine.until(lambda: machine.page.prompt.main.text == "请现在到1号窗口")
    assert second["number"] != first["number"]


def test_wrong_numbers_and_codes_are_said_calmly(machine: Machine) -> None:
    machine.tap("ask")
    machine.type("A999")
    machine.tap("ask.find")
    machine.says("")
    machine.tap("understood")
    machine.tap("back")
    machine.tap("booking")
    machine.type("57240000")
    machine.tap("booking.cancel")
    machine.says("没有这个预约")
    assert "预约码" in machine.steps[0]
