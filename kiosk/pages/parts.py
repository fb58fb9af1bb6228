"""What stands on many pages: buttons, the banner, what the visitor has wished."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from core.domain.hall import Hall
from core.domain.privacy import masked_phone
from core.qt.translate import QT_TRANSLATE_NOOP
from kiosk import words
from kiosk.names import side_by_side
from kiosk.offers import bookable
from kiosk.pages import trouble
from kiosk.pages.facts import not_now
from kiosk.pages.mode import told
from kiosk.speech import NO_LABEL, Label, Speech
from kiosk.state import Inputs, Open, Page
from kiosk.view import Button, Line
from kiosk.wishing import has_options

OPTIONS: Final = QT_TRANSLATE_NOOP("kiosk", "Priority, help, SMS")
MY_LIST: Final = QT_TRANSLATE_NOOP("kiosk", "My list: {count}")
CHOSEN: Final = QT_TRANSLATE_NOOP(
    "kiosk", "On your list: {count}. Choose another, or take one number for all"
)
MESSAGE_TO: Final = QT_TRANSLATE_NOOP("kiosk", "Messages to {phone}")
FOR_OTHER: Final = QT_TRANSLATE_NOOP("kiosk", "For somebody else")
TAKE: Final = QT_TRANSLATE_NOOP("kiosk", "Take a number")


def back(say: Speech) -> Button:
    """Return the button to the page before."""
    return Button("back", say.label(words.BACK), icon="back")


def ok(key: str, say: Speech) -> Button:
    """Return the button that goes on with what was typed."""
    return Button(key, say.label(words.CONFIRM), strong=True, icon="check")


def take(say: Speech) -> Button:
    """Return the button that takes the number."""
    return Button("take", say.label(TAKE), strong=True, icon="ticket")


def take_or_why(queues: Sequence[str], inputs: Inputs, hall: Hall, say: Speech) -> Iterator[Button]:
    """Yield the button that takes the number; where none is given now, one that says so and from when on.

    That one can be touched too: the core knows best, and has a page of its own for what to do. Where a time
    can be booked instead, that is what most people want then.
    """
    why = not_now(inputs, queues, say)
    if not why.main.text:
        yield take(say)
        return
    yield Button("take", why, icon="clock", off=True)
    if Page.BOOK in inputs.ways and any(each.id in queues for each in bookable(inputs, hall)):
        yield Button("book", say.label(trouble.TO_BOOK), strong=True, icon="calendar")


def options(say: Speech) -> Button:
    """Return the button to what may be wished beside the matter."""
    return Button("options", say.label(OPTIONS), icon="people")


def my_list(inputs: Inputs, say: Speech) -> Button:
    """Return the button to the list of matters."""
    return Button("basket", say.label(MY_LIST, count=len(inputs.wish.items)), strong=True, icon="basket")


def wished(inputs: Inputs, hall: Hall, say: Speech) -> Label:
    """Return what the visitor wished beside the matter; nothing where that is nothing."""
    wish = inputs.wish
    parts = []
    if wish.visitor_class:
        parts.append(say.name(hall.visitor_class(wish.visitor_class).name))
    if wish.assisted:
        parts.append(say.label(FOR_OTHER))
    if wish.phone:
        parts.append(say.label(MESSAGE_TO, phone=masked_phone(wish.phone)))
    if not parts:
        return NO_LABEL
    return side_by_side(parts)


def facts(told: dict[str, Label], inputs: Inputs) -> tuple[Line, ...]:
    """Return what is known as lines, the most important first; in large type there is room for three."""
    lines = tuple(Line(key, value) for key, value in told.items() if value.main.text)
    return lines[:3] if inputs.look.large else lines


def banner(inputs: Inputs, hall: Hall, say: Speech) -> tuple[Line, ...]:
    """Return what the devices have to say before anything is chosen, and what was chosen so far."""
    lines = [*told(inputs, say)] if inputs.first else []
    lines.extend(trouble.banner(inputs, say))
    if inputs.card is not None:
        lines.append(Line("greeting", say.label(words.GREETING, name=inputs.card.name)))
    elif inputs.reads_cards and inputs.at == Open(Page.HOME):
        welcome = words.CARD_WELCOME_NAMED if hall.names_somewhere else words.CARD_WELCOME
        lines.append(Line("greeting", say.label(welcome)))
    if has_options(inputs.wish):
        lines.append(Line("wished", wished(inputs, hall, say)))
    if inputs.wish.items:
        lines.append(Line("chosen", say.label(CHOSEN, count=len(inputs.wish.items))))
    return tuple(lines)
