"""What can be typed: by touch on the pad, and never more than there can be."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest

from core.domain.booking_code import new_code
from core.domain.hall import Hall, Queue
from hallcall.demo.hands import finger
from kiosk.session import Session
from kiosk.staff_pin import PIN_MOST
from kiosk.state import Inputs, Open, Page, Refusal
from kiosk.timings import Timings
from kiosk.typing import CODE, KINDS, PHONE, PIN, TEXT, TICKET, Typing, entry, kind_of, typed_on
from tests.kiosk.conftest import Kiosk
from tests.support import qml
from tests.support.halls import lhasa_like

HALL = lhasa_like()
TWO_LETTERS = replace(
    HALL, queues=tuple(Queue(p, {"zh": p}, p, "social") for p in ("A", "AB", "AC", "B", "XY"))
)


@pytest.mark.parametrize(
    ("typed", "following"),
    [
        ("", "ABX"),
        ("A", "BC0123456789"),
        ("AB", "0123456789"),
        ("X", "Y"),
        ("A00", "0123456789"),
        ("A0012", ""),
    ],
)
def test_only_numbers_that_the_hall_can_have_are_typed(typed: str, following: str) -> None:
    assert TICKET.next(TWO_LETTERS, typed) == following


@pytest.mark.parametrize(
    ("typed", "ready"), [("", False), ("A01", False), ("A017", True), ("A1017", True), ("X001", False)]
)
def test_a_number_is_whole_once_prefix_and_three_digits_are_there(typed: str, ready: bool) -> None:
    assert TICKET.ready(TWO_LETTERS, typed) is ready


def type_all(kind_word: str, keys: str, hall: Hall = HALL) -> str:
    typed = ""
    for key in keys:
        typed = typed_on(KINDS[kind_word], hall, typed, key)
    return typed


@pytest.mark.parametrize(
    ("kind", "keys", "typed"),
    [
        ("ticket", "a017", "A017"),
        ("ticket", "017", ""),
        ("ticket", "A0\b17", "A17"),
        ("phone", "13800138000999999", "138001380009"),
        ("phone", "1-3 8", "138"),
        ("code", "572400001", "57240000"),
        ("pin", "1" * 40, "1" * PIN_MOST),
        ("text", "医保 card", "医保 card"),
        ("text", "x" * 99, "x" * 40),
    ],
)
def test_what_cannot_follow_is_passed_over(kind: str, keys: str, typed: str) -> None:
    assert type_all(kind, keys) == typed


def test_a_phone_number_is_ready_when_the_core_would_take_it() -> None:
    assert PHONE.ready(HALL, "13800138000")
    assert PHONE.ready(HALL, "08916325000")
    assert not PHONE.ready(HALL, "12800138000")
    assert not PHONE.ready(HALL, "1380013800")


def test_a_mistyped_code_is_not_ready() -> None:
    code = new_code()
    assert CODE.ready(HALL, code)
    assert not CODE.ready(HALL, code[:-1] + str((int(code[-1]) + 1) % 10))


def test_numbers_are_grouped_as_they_are_read_and_a_pin_is_dots() -> None:
    assert PHONE.shown("13800138000") == "138 0013 8000"
    assert PHONE.shown("1380") == "138 0"
    assert PHONE.shown("08916325000") == "08916325000"
    assert CODE.shown("57240000") == "5724 0000"
    assert PIN.shown("2468") == "●●●●"


def test_which_says_what_is_typed_where_a_page_has_several() -> None:
    assert kind_of(Open(Page.GUIDE_SIGN_IN, "pin")) is PIN
    assert kind_of(Open(Page.ASK)) is TICKET
    assert kind_of(Open(Page.SEARCH)) is TEXT
    assert kind_of(Open(Page.HOME)) is None
    with pytest.raises(ValueError, match="home"):
        entry(Inputs())


@pytest.fixture
def session(qapp: object) -> Session:
    made = Session(timings=Timings(settle_s=0))
    Typing(made, made)
    made.update(hall=HALL, live=True)
    return made


def type_keys(session: Session, *keys: str) -> None:
    for key in keys:
        session.act(f"type:{key}")


def test_what_was_typed_is_there_again_after_a_notice(session: Session) -> None:
    session.open(Page.ASK)
    type_keys(session, "A", "0", "1", "7")
    session.refuse(Refusal("ticket.unknown"))
    assert session.inputs.typed == ""
    session.back()
    assert session.inputs.typed == "A017"
    assert entry(session.inputs).ready
    type_keys(session, "\b")
    assert not entry(session.inputs).ready
    type_keys(session, "clear")
    assert session.inputs.typed == ""


def test_what_was_typed_goes_with_its_page(session: Session) -> None:
    session.open(Page.PHONE)
    type_keys(session, "1", "3")
    session.back()
    assert not session.inputs.entries
    session.open(Page.PHONE)
    assert session.inputs.typed == ""


def test_a_pin_is_gone_as_soon_as_another_page_is_open(session: Session) -> None:
    session.open(Page.STAFF_PIN)
    type_keys(session, "2", "4", "6", "8")
    session.refuse(Refusal("sign_in.refused"))
    assert not session.inputs.entries
    session.back()
    assert session.inputs.typed == ""


def test_nothing_is_left_for_the_next_visitor(session: Session) -> None:
    session.open(Page.ASK)
    session.open(Page.PHONE)
    type_keys(session, "1", "3")
    session.done()
    assert not session.inputs.entries


def test_a_key_on_a_page_where_nothing_is_typed_does_nothing(session: Session) -> None:
    before = session.inputs
    type_keys(session, "1", "\b", "clear")
    assert session.inputs == before


def type_on_pad(kiosk: Kiosk, *keys: str) -> None:
    for key in keys:
        qml.tap(kiosk.view, f"type:{key}")


def test_a_number_is_typed_by_touch_and_the_other_keys_do_nothing(kiosk: Kiosk) -> None:
    kiosk.connect()
    kiosk.app._session.open(Page.PHONE)
    assert qml.shows(kiosk.view, "hint.main")
    type_on_pad(kiosk, "1", "3", "8", "back", "clear", "1", "3", "8", "0", "0", "1", "3", "8", "0", "0", "0")
    assert qml.text_of(kiosk.view, "typed") == "138 0013 8000"
    assert not qml.shows(kiosk.view, "hint.main")
    typed = kiosk.app._view_model.page.entry
    assert typed is not None
    assert (typed.keys, typed.ready, typed.letters, typed.next) == ("phone", True, "", "0123456789")


def test_a_fast_finger_is_down_before_the_last_is_up(kiosk: Kiosk) -> None:
    kiosk.connect()
    kiosk.app._session.open(Page.PHONE)
    qml.settle(kiosk.view)
    one, three = (qml.centre(qml.find(kiosk.view, f"type:{key}")) for key in "13")
    QTest.touchEvent(kiosk.view, finger()).press(0, one, kiosk.view).commit()
    QTest.touchEvent(kiosk.view, finger()).stationary(0).press(1, three, kiosk.view).commit()
    QTest.touchEvent(kiosk.view, finger()).release(0, one, kiosk.view).stationary(1).commit()
    QTest.touchEvent(kiosk.view, finger()).release(1, three, kiosk.view).commit()
    QCoreApplication.processEvents()
    assert kiosk.app._session.inputs.typed == "13"


def test_a_long_press_types_once(kiosk: Kiosk) -> None:
    kiosk.connect()
    kiosk.app._session.open(Page.PHONE)
    qml.settle(kiosk.view)
    at = qml.centre(qml.find(kiosk.view, "type:1"))
    qml.press_at(kiosk.view, at)
    QTest.qWait(1000)  # longer than Qt calls a long press
    qml.release_at(kiosk.view, at)
    assert kiosk.app._session.inputs.typed == "1"
