"""The staff page, by touch: who gets in, what is seen and done there, and that nothing of it stays."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from hardware.idcard.card import Kind, SeenCard
from hardware.idcard.errors import CardReadFailed
from kiosk.app import PORTRAIT
from kiosk.staffing import PAUSES_S
from tests.kiosk.conftest import Kiosk
from tests.kiosk.trouble.staffed import enter, said, staffed, touch_clock, type_pin
from tests.support import qml

CARD = SeenCard(Kind.RESIDENT, "ab" * 32, 71, "张*")
WRONG = pytest.mark.logs("a wrong PIN for the staff page")


@pytest.fixture
def size() -> QSize:
    """One way is enough for what is done; test_fits_trouble.py looks at the others."""
    return PORTRAIT


def test_five_fast_touches_of_the_clock_ask_for_the_pin(kiosk: Kiosk) -> None:
    kiosk.connect(staffed())
    touch_clock(kiosk, 4)
    assert qml.shows(kiosk.view, "zone:social"), "four are chance"
    touch_clock(kiosk, 1)
    assert qml.shows(kiosk.view, "staff:enter")


def test_slow_touches_of_the_clock_do_nothing(kiosk: Kiosk) -> None:
    kiosk.connect(staffed())
    for _ in range(12):
        touch_clock(kiosk, 1)
        kiosk.pass_time(1)
    assert qml.shows(kiosk.view, "zone:social")


def test_a_code_on_the_number_pad_asks_for_it_too(kiosk: Kiosk) -> None:
    kiosk.connect(staffed())
    for key in ("Slash", "Star", "Slash", "Star"):
        kiosk.app.devices.key_pressed.emit(key)
    kiosk.pass_time(4)
    kiosk.app.devices.key_pressed.emit("Slash")
    assert not qml.shows(kiosk.view, "staff:enter"), "too slow"
    for key in ("Star", "Slash", "Star", "Slash"):
        kiosk.app.devices.key_pressed.emit(key)
    assert qml.shows(kiosk.view, "staff:enter")


def test_the_right_pin_opens_the_page_and_is_not_seen(kiosk: Kiosk, caplog: pytest.LogCaptureFixture) -> None:
    kiosk.connect(staffed())
    touch_clock(kiosk)
    for digit in "2468":
        qml.tap(kiosk.view, f"type:{digit}")
    assert qml.text_of(kiosk.view, "typed") == "●●●●"
    with caplog.at_level(logging.INFO):
        qml.tap(kiosk.view, "staff:enter")
    assert qml.shows(kiosk.view, "staff:devices")
    assert "the staff page was opened" in caplog.text
    assert "2468" not in caplog.text


@WRONG
def test_wrong_pins_are_logged_and_make_everybody_wait_longer_each_time(kiosk: Kiosk) -> None:
    kiosk.connect(staffed())
    touch_clock(kiosk)
    type_pin(kiosk, "1234")
    assert "密码不对" in said(kiosk)
    type_pin(kiosk, "4321")
    assert f"{PAUSES_S[2]} 秒后可再输入" in said(kiosk)
    type_pin(kiosk, "2468")
    assert not qml.shows(kiosk.view, "staff:devices"), "even the right one waits"
    kiosk.pass_time(PAUSES_S[2])
    qml.tap(kiosk.view, "type:clear")
    type_pin(kiosk, "2468")
    assert qml.shows(kiosk.view, "staff:devices")


@WRONG
def test_going_away_and_coming_back_does_not_shorten_the_pause(kiosk: Kiosk) -> None:
    kiosk.connect(staffed())
    touch_clock(kiosk)
    type_pin(kiosk, "1234")
    type_pin(kiosk, "4321")
    qml.tap(kiosk.view, "staff:leave")
    touch_clock(kiosk)
    type_pin(kiosk, "2468")
    assert not qml.shows(kiosk.view, "staff:devices")


def test_where_no_pin_is_set_there_is_no_page_but_how_to_set_one(kiosk: Kiosk) -> None:
    kiosk.connect()
    touch_clock(kiosk)
    assert "hallcall hall pin" in said(kiosk)
    kiosk.choose("staff:enter")
    assert not qml.shows(kiosk.view, "staff:devices")


@pytest.mark.logs("was asked for without a PIN")
def test_nothing_is_done_without_the_pin(kiosk: Kiosk) -> None:
    kiosk.connect(staffed())
    touch_clock(kiosk)
    for what in ("shut", "restart", "print", "devices", "log"):
        kiosk.choose(f"staff:{what}")
    assert qml.shows(kiosk.view, "staff:enter")
    assert not kiosk.app._session.inputs.trouble.shut
    assert not kiosk.printer.printer.slips


def test_staff_print_a_real_slip(kiosk: Kiosk) -> None:
    kiosk.connect(staffed())
    enter(kiosk)
    qml.tap(kiosk.view, "staff:devices")
    assert "slips" in said(kiosk)
    qml.tap(kiosk.view, "staff:print")
    kiosk.printer.wait_for_slip(1)
    kiosk.until(lambda: "号票已打出" in said(kiosk))
    assert not kiosk.asked, "nobody took a number"


@pytest.mark.logs("slips is gone", "a slip is failed")
def test_a_printer_that_is_gone_is_told_with_what_to_do(kiosk: Kiosk) -> None:
    kiosk.connect(staffed())
    kiosk.printer.plugged = False
    kiosk.until(lambda: not kiosk.app.devices.prints)
    enter(kiosk)
    assert "请检查电源和连接线" in said(kiosk)
    qml.tap(kiosk.view, "staff:devices")
    qml.tap(kiosk.view, "staff:print")
    kiosk.until(lambda: "设备没有应答" in said(kiosk) or "打印测试" in said(kiosk))
    assert "号票已打出" not in said(kiosk)


def test_a_card_is_tried_masked_and_forgotten(kiosk: Kiosk) -> None:
    kiosk.connect(staffed())
    enter(kiosk)
    qml.tap(kiosk.view, "staff:devices")
    kiosk.app.devices.card_laid.emit(CARD)
    assert "张*" not in said(kiosk), "nobody asked for one"
    qml.tap(kiosk.view, "staff:read")
    kiosk.app.devices.card_laid.emit(CARD)
    assert "张*" in said(kiosk)
    assert "71" in said(kiosk)
    assert CARD.hash not in said(kiosk)
    assert not kiosk.asked, "staff do not come to a booking"
    qml.tap(kiosk.view, "back")
    qml.tap(kiosk.view, "staff:leave")
    assert kiosk.app._session.inputs.staff.read is None
    assert kiosk.app._session.inputs.card is None


def test_a_card_that_is_not_read_says_why(kiosk: Kiosk) -> None:
    kiosk.connect(staffed())
    enter(kiosk)
    qml.tap(kiosk.view, "staff:devices")
    qml.tap(kiosk.view, "staff:read")
    kiosk.app.devices.card_laid.emit(CardReadFailed("reader", "lifted"))
    assert "没有读到证件" in said(kiosk)


def test_what_runs_here_is_told(kiosk: Kiosk) -> None:
    kiosk.connect(staffed())
    enter(kiosk)
    assert "kiosk-1" in said(kiosk)
    qml.tap(kiosk.view, "staff:program")
    told = said(kiosk)
    assert "6.1" in told
    assert "1080 x 1920" in told
    assert "尚未自检" in told


@pytest.mark.logs("self-test:")
def test_staff_have_everything_tested_now(kiosk: Kiosk) -> None:
    kiosk.connect(staffed())
    enter(kiosk)
    qml.tap(kiosk.view, "staff:program")
    qml.tap(kiosk.view, "staff:test")
    kiosk.app.tick()
    assert "尚未自检" not in said(kiosk)


def test_the_log_is_read_at_the_kiosk(kiosk: Kiosk, caplog: pytest.LogCaptureFixture) -> None:
    kiosk.connect(staffed())
    with caplog.at_level(logging.INFO):
        enter(kiosk)
        qml.tap(kiosk.view, "staff:log")
        kiosk.app.tick()
    assert "staff: the staff page was opened" in said(kiosk)


def test_a_kiosk_that_is_shut_serves_nobody_until_staff_open_it(kiosk: Kiosk) -> None:
    kiosk.connect(staffed())
    enter(kiosk)
    qml.tap(kiosk.view, "staff:program")
    qml.tap(kiosk.view, "staff:shut")
    assert qml.shows(kiosk.view, "staff:reopen")
    qml.tap(kiosk.view, "back")
    qml.tap(kiosk.view, "staff:leave")
    assert qml.text_of(kiosk.view, "outOfService:zh.main") == "本机暂停使用"
    kiosk.choose("zone:social")
    kiosk.app.devices.card_laid.emit(CARD)
    kiosk.app.devices.scanned.emit("http://10.0.0.8:8400/t/aaaaaaaaaaaaaaaaaaaaaa")
    assert not kiosk.asked
    assert not kiosk.link.gets
    kiosk.pass_time(1000)
    assert qml.shows(kiosk.view, "outOfService:zh"), "time does not open it"
    touch_clock(kiosk)
    type_pin(kiosk, "2468")
    qml.tap(kiosk.view, "staff:program")
    qml.tap(kiosk.view, "staff:reopen")
    qml.tap(kiosk.view, "back")
    qml.tap(kiosk.view, "staff:leave")
    assert qml.shows(kiosk.view, "zone:social")


def test_staff_get_in_while_the_core_is_gone(kiosk: Kiosk) -> None:
    kiosk.connect(staffed())
    kiosk.link.go_dark()
    assert qml.shows(kiosk.view, "outOfService:zh")
    enter(kiosk)
    qml.tap(kiosk.view, "staff:devices")
    qml.tap(kiosk.view, "staff:print")
    kiosk.printer.wait_for_slip(1)


def test_the_page_closes_by_itself(kiosk: Kiosk) -> None:
    kiosk.connect(staffed(idle_s=600))
    enter(kiosk)
    kiosk.pass_time(55)
    qml.tap(kiosk.view, "staff:sound")
    kiosk.pass_time(55)
    assert qml.shows(kiosk.view, "back"), "who works there keeps it"
    kiosk.pass_time(6)
    assert qml.shows(kiosk.view, "zone:social")


@pytest.mark.logs("the program is started again")
def test_staff_start_the_program_again(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.connect(staffed())
    enter(kiosk)
    qml.tap(kiosk.view, "staff:program")
    with qtbot.waitSignal(kiosk.app.restart):
        qml.tap(kiosk.view, "staff:restart")


def test_a_new_pin_counts_at_once(kiosk: Kiosk) -> None:
    kiosk.connect(staffed())
    hall = staffed()
    kiosk.link.set_hall(replace(hall, kiosk_rules=replace(hall.kiosk_rules, staff_pin="")))
    touch_clock(kiosk)
    assert "尚未设置维护密码" in said(kiosk)
