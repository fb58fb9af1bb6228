"""Bookings at the real screen, by touch and by the pad of twelve keys: made, come to, given back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import time
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.client.reply import Answer, Refused, Unreachable
from core.domain.booking import BookingRules, Slots
from hardware.printer.simulator import SimulatedPrinter
from kiosk.app import PORTRAIT
from kiosk.spoken.keypad import choices_of
from tests.kiosk.conftest import Kiosk, ticket
from tests.support import qml
from tests.support.halls import lhasa_like

HALL = replace(
    lhasa_like(),
    slots=(Slots("insurance", (1, 2, 3, 4, 5), time(9), time(12), 60, 2),),
    # Who books need not say who it is.
    bookings=BookingRules(one_a_day=False),
)
DAY = "2026-11-24"
STARTS, ENDS = f"{DAY}T01:00:00.000000Z", f"{DAY}T02:00:00.000000Z"
CODE = "57240000"
BOOKED = {
    "id": "b1",
    "queue": "insurance",
    "item": None,
    "date": DAY,
    "starts": STARTS,
    "ends": ENDS,
    "check_in_from": f"{DAY}T00:30:00.000000Z",
    "cancel_until": "2026-11-23T23:00:00.000000Z",
    "state": "booked",
}
SLOTS = Answer({"days": [DAY], "slots": [{"starts": STARTS, "ends": ENDS, "left": 2}]})


@pytest.fixture
def screen(qtbot: QtBot, printer: SimulatedPrinter) -> Iterator[Kiosk]:
    made = Kiosk(qtbot, printer, PORTRAIT)
    made.connect(HALL)
    yield made
    made.app.close()


def tap(kiosk: Kiosk, *keys: str) -> None:
    for key in keys:
        qml.tap(kiosk.view, key)


def press(kiosk: Kiosk, *keys: str) -> None:
    for key in keys:
        kiosk.app._pressed(key)
        qml.settle(kiosk.view)


def page(kiosk: Kiosk) -> tuple[str, str]:
    view = kiosk.app._view_model.page
    return view.page, view.which


def choice(kiosk: Kiosk, key: str) -> str:
    """Return the digit that chooses something on the open page."""
    found = choices_of(kiosk.app._view_model.page)
    return str([each.key for each in found].index(key) + 1)


def slots(kiosk: Kiosk, times: int) -> None:
    for _ in range(times):
        kiosk.answer(SLOTS)


def test_a_time_is_booked_by_touch(screen: Kiosk) -> None:
    tap(screen, "booking", "book", "book:insurance")
    slots(screen, 2)
    assert page(screen) == ("book", "day")
    tap(screen, f"day:{DAY}")
    slots(screen, 1)
    (slot,) = screen.app._view_model.page.tiles
    tap(screen, slot.key, "book.write")
    tap(screen, *(f"type:{digit}" for digit in "13800138000"), "book.phone")
    wanted = {"queue": "insurance", "date": DAY, "starts": STARTS, "lang": "zh", "phone": "13800138000"}
    assert screen.asked[-1] == ("/api/bookings", wanted)
    screen.answer(Answer({**BOOKED, "code": CODE}))
    assert qml.text_of(screen.view, "number") == "5724 0000"
    screen.until(lambda: len(screen.printer.printer.slips) == 1)
    tap(screen, "done")
    assert page(screen)[0] == "home"


def test_a_time_that_went_meanwhile_is_not_offered_again(screen: Kiosk) -> None:
    tap(screen, "booking", "book", "book:insurance")
    slots(screen, 2)
    tap(screen, f"day:{DAY}")
    slots(screen, 1)
    (slot,) = screen.app._view_model.page.tiles
    tap(screen, slot.key, "book.neither")
    screen.answer(Refused("booking.slot_full", {"starts": STARTS, "quota": 2}, 409))
    assert page(screen)[0] == "notice"
    tap(screen, "understood")
    assert page(screen) == ("book", "slot")
    assert [each.closed for each in screen.app._view_model.page.tiles] == [True]


def test_what_is_booked_again_after_a_lost_answer_is_one_booking(screen: Kiosk) -> None:
    tap(screen, "booking", "book", "book:insurance")
    slots(screen, 2)
    tap(screen, f"day:{DAY}")
    slots(screen, 1)
    (slot,) = screen.app._view_model.page.tiles
    tap(screen, slot.key, "book.neither")
    lost = screen.answer(Unreachable("timed out"))
    tap(screen, "again")
    assert lost == screen.answer(Unreachable("timed out")) != ""
    tap(screen, "understood", "book.write")
    tap(screen, *(f"type:{digit}" for digit in "13800138000"), "book.phone")
    assert screen.answer(Answer({**BOOKED, "code": CODE})) != lost, "something else is wished"


def test_a_booking_is_come_to_by_touch(screen: Kiosk) -> None:
    tap(screen, "booking", *(f"type:{digit}" for digit in CODE), "booking.come")
    assert screen.asked[-1][1]["code"] == CODE
    screen.answer(ticket(booking="b1"))
    assert qml.text_of(screen.view, "number") == "A017"


def test_a_booking_is_given_back_by_touch_once_it_is_sure(screen: Kiosk) -> None:
    tap(screen, "booking", *(f"type:{digit}" for digit in CODE), "booking.cancel")
    assert screen.asked == [("/api/bookings/find", {"code": CODE})]
    screen.answer(Answer(BOOKED))
    tap(screen, "back")
    assert page(screen) == ("booking", "")
    tap(screen, "booking.cancel")
    screen.answer(Answer(BOOKED))
    tap(screen, "booking.give_back")
    assert screen.asked[-1] == ("/api/bookings/b1/cancel", {})
    screen.answer(Answer({**BOOKED, "state": "cancelled"}))
    assert page(screen) == ("booking", "cancelled")


def test_a_booking_is_made_and_come_to_by_the_pad(screen: Kiosk) -> None:
    screen.choose("booking")
    screen.choose("book")
    press(screen, choice(screen, "book:insurance"))
    slots(screen, 2)
    press(screen, choice(screen, f"day:{DAY}"))
    slots(screen, 1)
    press(screen, "1")
    assert page(screen) == ("book", "who")
    press(screen, "Enter")
    assert screen.asked[-1] == ("/api/bookings", _made(screen))
    screen.answer(Answer({**BOOKED, "code": CODE}))
    press(screen, "Enter")
    screen.choose("booking")
    press(screen, *CODE, "Enter")
    assert screen.asked[-1][1]["code"] == CODE
    screen.answer(ticket(booking="b1"))
    assert qml.text_of(screen.view, "number") == "A017"


def test_a_booking_is_given_back_by_the_pad(screen: Kiosk) -> None:
    screen.choose("booking")
    # No digit can follow a whole code: then the digits choose again.
    press(screen, *CODE)
    press(screen, choice(screen, "booking.cancel"))
    screen.answer(Answer(BOOKED))
    press(screen, "1")
    assert screen.asked[-1] == ("/api/bookings/b1/cancel", {})
    screen.answer(Answer({**BOOKED, "state": "cancelled"}))
    assert page(screen) == ("booking", "cancelled")
    press(screen, "Enter")
    assert page(screen)[0] == "home"


def _made(screen: Kiosk) -> dict[str, Any]:
    return {"queue": "insurance", "date": DAY, "starts": STARTS, "lang": "zh"}
