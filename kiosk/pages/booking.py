"""Coming to a booking by its code, and giving one back."""

from __future__ import annotations

from typing import Final

from core.domain.hall import Hall
from core.qt.translate import QT_TRANSLATE_NOOP
from kiosk import days, typing, words
from kiosk.booked import Booked
from kiosk.pages.parts import back, ok
from kiosk.speech import NO_LABEL, Label, Speech
from kiosk.state import Inputs
from kiosk.view import Button, Line, View

HAVE_BOOKED: Final = QT_TRANSLATE_NOOP("kiosk", "I have booked")
BOOK: Final = QT_TRANSLATE_NOOP("kiosk", "Book a time")
HOW: Final = QT_TRANSLATE_NOOP("kiosk", "Type your booking code, or hold its square code before the scanner")
HOW_CARD: Final = QT_TRANSLATE_NOOP(
    "kiosk", "Type your booking code, hold its square code before the scanner, or lay your card on the reader"
)
HINT: Final = QT_TRANSLATE_NOOP("kiosk", "Eight digits")
GIVE_BACK: Final = QT_TRANSLATE_NOOP("kiosk", "Cancel the booking")
SURE: Final = QT_TRANSLATE_NOOP("kiosk", "Cancel this booking?")
LOST: Final = QT_TRANSLATE_NOOP("kiosk", "Your time goes to somebody else. The code is not valid any more.")
YES: Final = QT_TRANSLATE_NOOP("kiosk", "Yes, cancel it")
KEEP: Final = QT_TRANSLATE_NOOP("kiosk", "No, keep it")
CANCELLED: Final = QT_TRANSLATE_NOOP("kiosk", "The booking is cancelled")
WHEN: Final = QT_TRANSLATE_NOOP("kiosk", "Time")
WHAT: Final = QT_TRANSLATE_NOOP("kiosk", "Matter")


QUESTION: Final = "cancel"
"""``which`` of the page that asks once more."""
GONE: Final = "cancelled"
"""``which`` of the page that says it is done."""


def booking(inputs: Inputs, hall: Hall, say: Speech) -> View:
    """Return the page on which a code is typed, the question before a booking is cancelled, or that it is."""
    found = inputs.booking.booked
    if inputs.at.which == QUESTION and found is not None:
        return _sure(found, hall, say)
    if inputs.at.which == GONE:
        return _gone(say)
    return View(
        layout="entry",
        icon="calendar",
        title=say.label(HAVE_BOOKED),
        prompt=say.label(HOW_CARD if inputs.reads_cards else HOW),
        entry=typing.entry(inputs, say.label(HINT)),
        buttons=(
            back(say),
            Button("booking.cancel", say.label(GIVE_BACK), icon="close"),
            Button("book", say.label(BOOK), icon="calendar"),
            ok("booking.come", say),
        ),
    )


def told(found: Booked, hall: Hall, say: Speech) -> tuple[Line, ...]:
    """Return when a booking is and what it is for."""
    return (
        Line("when", when(found, say), say.label(WHEN)),
        Line("what", name_of(found, hall, say), say.label(WHAT)),
    )


def when(found: Booked, say: Speech) -> Label:
    """Return day and time of a booking."""
    return days.dated(found.date, days.span(found.starts, found.ends, say), say)


def name_of(found: Booked, hall: Hall, say: Speech) -> Label:
    """Return what a booking is for, in the hall's words; nothing if the hall has it no more."""
    if hall.has_item(found.item):
        return say.name(hall.item(found.item).name)
    return next((say.name(each.name) for each in hall.queues if each.id == found.queue), NO_LABEL)


def _sure(found: Booked, hall: Hall, say: Speech) -> View:
    return View(
        layout="message",
        icon="warning",
        title=say.label(SURE),
        lines=(*told(found, hall, say), Line("lost", say.label(LOST), kind="warn")),
        buttons=(
            Button("booking.give_back", say.label(YES), icon="close"),
            Button("back", say.label(KEEP), strong=True, icon="back"),
        ),
        bad=True,
    )


def _gone(say: Speech) -> View:
    return View(
        layout="message",
        icon="check",
        title=say.label(CANCELLED),
        buttons=(Button("done", say.label(words.DONE), strong=True, icon="check"),),
    )
