"""Asking where a number is (查询): it is typed, or the slip's code is held before the scanner."""

from __future__ import annotations

from typing import Final

from core.domain.hall import Hall
from core.qt.translate import QT_TRANSLATE_NOOP
from kiosk import typing, words
from kiosk.offers import books
from kiosk.pages.booking import BOOK, HAVE_BOOKED
from kiosk.pages.mode import told
from kiosk.pages.parts import back, ok
from kiosk.speech import Speech
from kiosk.state import Inputs, Page
from kiosk.view import Button, View

ASK: Final = QT_TRANSLATE_NOOP("kiosk", "My place in the queue")
MY_NUMBER: Final = QT_TRANSLATE_NOOP("kiosk", "My number")
"""On a button beside four others there is no room for more."""
HOW: Final = QT_TRANSLATE_NOOP(
    "kiosk", "Type the number on your slip, or hold the code on the slip before the scanner"
)
HINT: Final = QT_TRANSLATE_NOOP("kiosk", "For example {number}")
HOURS: Final = QT_TRANSLATE_NOOP("kiosk", "Opening hours")


def ask(inputs: Inputs, hall: Hall, say: Speech) -> View:
    """Return the page on which a number is typed."""
    example = f"{hall.queues[0].prefix}017"
    first = inputs.first
    return View(
        layout="entry",
        icon="query",
        title=say.label(ASK),
        prompt=say.label(HOW),
        entry=typing.entry(inputs, say.label(HINT, number=example)),
        lines=told(inputs, say) if first else (),
        buttons=(*(ways(inputs, hall, say) if first else (back(say),)), ok("ask.find", say)),
    )


def ways(inputs: Inputs, hall: Hall, say: Speech) -> tuple[Button, ...]:
    """Return the ways from a first page to what is asked, booked and come to; not to the page itself."""
    ways = [(Page.ASK, Button("ask", say.label(MY_NUMBER), icon="query"))]
    if books(inputs, hall):
        ways.append((Page.BOOKING, Button("booking", say.label(HAVE_BOOKED), icon="check")))
        ways.append((Page.BOOK, Button("book", say.label(BOOK), icon="calendar")))
    if not inputs.takes:
        ways.append((Page.SEARCH, Button("search", say.label(words.SEARCH), icon="search")))
        ways.append((Page.CLOSED, Button("hours", say.label(HOURS), icon="clock")))
    return tuple(button for page, button in ways if page is not inputs.at.page)
