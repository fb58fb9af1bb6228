"""Booking a time (预约): which queue, on which day, when; then for whom (:mod:`kiosk.pages.book_who`)."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from core.domain.hall import Hall, Queue
from core.qt.translate import QT_TRANSLATE_NOOP
from kiosk import days, names, tiles
from kiosk.booked import FreeSlot
from kiosk.offers import bookable
from kiosk.pages import book_who
from kiosk.pages.ask import ways
from kiosk.pages.booking import BOOK
from kiosk.pages.mode import told
from kiosk.pages.parts import back
from kiosk.speech import Label, Said, Speech
from kiosk.state import Inputs
from kiosk.view import Tile, View

WHAT: Final = QT_TRANSLATE_NOOP("kiosk", "Which matter do you book for?")
NOTHING: Final = QT_TRANSLATE_NOOP("kiosk", "Nothing can be booked here. Please ask a guide.")
WHICH_DAY: Final = QT_TRANSLATE_NOOP("kiosk", "On which day?")
WHEN: Final = QT_TRANSLATE_NOOP("kiosk", "At what time?")
LEFT: Final = QT_TRANSLATE_NOOP("kiosk", "{count} places free")
FULL: Final = QT_TRANSLATE_NOOP("kiosk", "Fully booked")
BEGUN: Final = QT_TRANSLATE_NOOP("kiosk", "Has begun")

DAY, SLOT, WHO, PHONE = "day", "slot", "who", "phone"
"""``which`` of the pages after the first."""


def book(inputs: Inputs, hall: Hall, say: Speech) -> View:
    """Return the open page of those that make a booking."""
    match inputs.at.which:
        case "day":
            return _day(inputs, hall, say)
        case "slot":
            return _slot(inputs, hall, say)
        case "who":
            return book_who.who(inputs, hall, say)
        case "phone":
            return book_who.phone(inputs, say)
    return _queue(inputs, hall, say)


def _queue(inputs: Inputs, hall: Hall, say: Speech) -> View:
    found = bookable(inputs, hall)
    first = inputs.first
    view = View(
        icon="calendar",
        title=say.label(BOOK),
        prompt=say.label(WHAT if found else NOTHING),
        banner=told(inputs, say) if first else (),
        buttons=ways(inputs, hall, say) if first else (back(say),),
    )
    return tiles.with_sheet(inputs, view, [_queue_tile(hall, each, say) for each in found])


def _queue_tile(hall: Hall, queue: Queue, say: Speech) -> Tile:
    return Tile(f"book:{queue.id}", say.name(queue.name), names.place(hall, queue, say).main)


def _day(inputs: Inputs, hall: Hall, say: Speech) -> View:
    shown = [
        Tile(f"day:{each}", days.day(each, say), waiting=_left(left, say), closed=not left)
        for each, left in inputs.booking.days
    ]
    return tiles.with_sheet(inputs, _step(inputs, hall, WHICH_DAY, say), shown)


def _slot(inputs: Inputs, hall: Hall, say: Speech) -> View:
    shown = [_slot_tile(inputs, each, say) for each in inputs.booking.slots]
    view = _step(inputs, hall, WHEN, say)
    day = inputs.booking.day
    return tiles.with_sheet(inputs, replace(view, title=days.day(day, say)) if day else view, shown)


def _slot_tile(inputs: Inputs, slot: FreeSlot, say: Speech) -> Tile:
    name = Label(Said(days.span(slot.starts, slot.ends, say), "en"))
    begun = inputs.now is not None and slot.starts <= inputs.now
    left = say.say(BEGUN) if begun else _left(slot.left, say)
    return Tile(f"slot:{slot.starts.isoformat()}", name, waiting=left, closed=begun or not slot.left)


def _left(count: int, say: Speech) -> Said:
    return say.say(LEFT, count=count) if count else say.say(FULL)


def _step(inputs: Inputs, hall: Hall, prompt: str, say: Speech) -> View:
    title = say.name(hall.queue(inputs.booking.queue).name)
    return View(icon="calendar", title=title, prompt=say.label(prompt), buttons=(back(say),))
