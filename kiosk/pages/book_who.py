"""For whom a time is booked: what is kept is said first, then a card is laid on or a phone number typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from core.domain.hall import Hall
from core.qt.translate import QT_TRANSLATE_NOOP
from kiosk import days, typing
from kiosk.names import side_by_side
from kiosk.pages.parts import back, ok
from kiosk.speech import Speech
from kiosk.state import Inputs
from kiosk.view import Button, Line, View

LAY_CARD: Final = QT_TRANSLATE_NOOP("kiosk", "Lay your identity card on the reader now")
CARD_OR_PHONE: Final = QT_TRANSLATE_NOOP(
    "kiosk", "Lay your identity card on the reader now, or give a phone number"
)
BY_PHONE: Final = QT_TRANSLATE_NOOP("kiosk", "Give a phone number")
NEITHER: Final = QT_TRANSLATE_NOOP("kiosk", "Book this time?")
CARD_KEPT: Final = QT_TRANSLATE_NOOP(
    "kiosk",
    "Of your card only a code is kept, from which nobody gets its number; it is gone when that day is over.",
)
PHONE_KEPT: Final = QT_TRANSLATE_NOOP(
    "kiosk", "Your phone number is kept encrypted, only for messages about this visit, and then erased."
)
CARD_NEEDED: Final = QT_TRANSLATE_NOOP("kiosk", "This matter is booked with an identity card only.")
NO_READER: Final = QT_TRANSLATE_NOOP("kiosk", "No card can be read here now. Please ask a guide.")
WITHOUT: Final = QT_TRANSLATE_NOOP("kiosk", "Book")
TYPE_PHONE: Final = QT_TRANSLATE_NOOP("kiosk", "Your phone number")


@dataclass(frozen=True, slots=True)
class Allowed:
    """By what a visitor may be known who books.

    Attributes:
        needed: By the card only.
        neither: By nothing: the code is enough.
    """

    card: bool
    phone: bool
    needed: bool
    neither: bool


def allowed(inputs: Inputs, hall: Hall) -> Allowed:
    """Return by what the visitor may be known; where a person books once a day somebody must be known."""
    needed = hall.rules_of(inputs.booking.queue).needs_card
    card, phone = inputs.reads_cards, inputs.rules.phone and not needed
    neither = not needed and not (hall.bookings.one_a_day and (card or phone))
    return Allowed(card, phone, needed, neither)


def who(inputs: Inputs, hall: Hall, say: Speech) -> View:
    """Return the page that waits for a card or asks for a phone number."""
    may = allowed(inputs, hall)
    return View(
        layout="lines",
        icon="card" if may.card else "phone",
        title=say.label(_asked(may)),
        lines=(_what(inputs, hall, say), *_kept(may, say)),
        buttons=(back(say), *_buttons(may, say)),
    )


def phone(inputs: Inputs, say: Speech) -> View:
    """Return the page on which the phone number is typed."""
    return View(
        layout="entry",
        icon="phone",
        title=say.label(TYPE_PHONE),
        prompt=say.label(PHONE_KEPT),
        entry=typing.entry(inputs, say.label(TYPE_PHONE)),
        buttons=(back(say), ok("book.phone", say)),
    )


def _asked(may: Allowed) -> str:
    if may.card:
        return CARD_OR_PHONE if may.phone else LAY_CARD
    if may.needed:
        return CARD_NEEDED
    return BY_PHONE if may.phone else NEITHER


def _what(inputs: Inputs, hall: Hall, say: Speech) -> Line:
    """Return what is booked on one line: what is kept of the visitor must stand on the first sheet."""
    wish, slot = inputs.booking, inputs.booking.slot
    parts = [say.name(hall.queue(wish.queue).name)]
    if slot is not None and wish.day is not None:
        parts.append(days.dated(wish.day, days.span(slot.starts, slot.ends, say), say))
    return Line("what", side_by_side(parts), kind="heading")


def _kept(may: Allowed, say: Speech) -> tuple[Line, ...]:
    told = {"cardKept": (CARD_KEPT, may.card), "phoneKept": (PHONE_KEPT, may.phone)}
    lines = [Line(key, say.label(source), kind="text") for key, (source, so) in told.items() if so]
    if may.needed and not may.card:
        lines.append(Line("noReader", say.label(NO_READER), kind="warn"))
    return tuple(lines)


def _buttons(may: Allowed, say: Speech) -> tuple[Button, ...]:
    buttons = []
    if may.phone:
        buttons.append(Button("book.write", say.label(BY_PHONE), strong=not may.neither, icon="phone"))
    if may.neither:
        buttons.append(Button("book.neither", say.label(WITHOUT), strong=True, icon="check"))
    return tuple(buttons)
