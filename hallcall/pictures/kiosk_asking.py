"""Scenes of the kiosk: asking for one's place, booking, and what a kiosk is for at other hours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import time, timedelta
from typing import Any

from core.domain.booking import Slots
from core.domain.kiosk import Mode
from core.domain.ticket import LegState
from hallcall.pictures.scene import EVENING, NOW, Paint, Scene, base, hall_of, on
from kiosk.booked import Booked, BookingWish, FreeSlot
from kiosk.pages.place import QUESTION
from kiosk.state import FIRST, Inputs, Open, Page, Place, Printing

_HALF = timedelta(minutes=30)
_STARTS = NOW + timedelta(days=1)
CODE = "57240000"


def booked_hall(inputs: Inputs) -> Inputs:
    """Return the inputs of a hall whose first queue can be booked."""
    hall = hall_of(inputs)
    slots = Slots(hall.queues[0].id, (1, 2, 3, 4, 5), time(9), time(12), 30, 4)
    return replace(inputs, hall=replace(hall, slots=(slots,)))


def _wish(inputs: Inputs) -> BookingWish:
    queue, day = hall_of(inputs).queues[0].id, _STARTS.date()
    slots = tuple(FreeSlot(_STARTS + n * _HALF, _STARTS + (n + 1) * _HALF, n % 3) for n in range(8))
    days = tuple((day + timedelta(days=n), 40 * n) for n in range(5))
    made = Booked(
        "b", queue, None, day, _STARTS, _STARTS + _HALF, _STARTS - _HALF, _STARTS - 4 * _HALF, code=CODE
    )
    return BookingWish(queue, days, day, slots, _STARTS, made)


def _booking(page: Page, which: str = "", typed: str = "", **heard: Any) -> Paint:
    def paint(inputs: Inputs) -> Inputs:
        shown = on(booked_hall(inputs), page, which, booking=_wish(inputs), **heard)
        return replace(shown, entries={Open(page, which): typed} if typed else {})

    return paint


def _booked(printing: Printing) -> Paint:
    return _booking(Page.BOOKED, printing=printing)


def _ask(digits: str) -> Paint:
    def paint(inputs: Inputs) -> Inputs:
        typed = hall_of(inputs).queues[0].prefix + digits if digits else ""
        return on(inputs, Page.ASK, entries={Open(Page.ASK): typed})

    return paint


def _mode(mode: Mode) -> Paint:
    def paint(inputs: Inputs) -> Inputs:
        evening = base(hall_of(booked_hall(inputs)), inputs.language, EVENING)
        opens = EVENING + timedelta(hours=12, minutes=-5)
        return replace(
            evening,
            mode=mode,
            mode_ends=opens,
            numbers_from=opens,
            pages=(Open(FIRST[mode]),),
            booking=_wish(inputs),
        )

    return paint


def _given_up(inputs: Inputs) -> Inputs:
    """The question before a number of several steps is given up."""
    hall = hall_of(inputs)
    queue = hall.queues[0]
    to_come = tuple(each.id for each in hall.queues[1:3])
    found = Place(f"{queue.prefix}017", LegState.WAITING, None, 3, to_come=to_come, can=("cancel",))
    return on(inputs, Page.PLACE, QUESTION, place=found)


def _scenes() -> Iterator[Scene]:
    yield Scene("home-booking", Page.HOME, booked_hall)
    yield Scene("ask-empty", Page.ASK, _ask(""))
    yield Scene("ask-typed", Page.ASK, _ask("017"))
    yield Scene("booking-empty", Page.BOOKING, _booking(Page.BOOKING))
    yield Scene("booking-typed", Page.BOOKING, _booking(Page.BOOKING, "", CODE, reads_cards=True))
    yield Scene("booking-cancel", Page.BOOKING, _booking(Page.BOOKING, "cancel"))
    yield Scene("booking-cancelled", Page.BOOKING, _booking(Page.BOOKING, "cancelled"))
    for which in ("", "day", "slot", "who", "phone"):
        yield Scene(f"book-{which or 'queue'}", Page.BOOK, _booking(Page.BOOK, which))
    yield Scene("book-who-card", Page.BOOK, _booking(Page.BOOK, "who", reads_cards=True))
    for printing in (Printing.UNDER_WAY, Printing.DONE, Printing.FAILED):
        yield Scene(f"booked-{printing.name.lower().replace('_', '-')}", Page.BOOKED, _booked(printing))
    yield Scene("place-cancel", Page.PLACE, _given_up)
    for mode in (Mode.QUERY, Mode.BOOKING, Mode.CLOSED):
        yield Scene(f"mode-{mode.value}", FIRST[mode], _mode(mode))


SCENES = tuple(_scenes())
