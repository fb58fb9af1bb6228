"""The page where an identity card is asked for: first what becomes of it, then where to lay it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from core.domain.hall import Hall
from core.qt.translate import QT_TRANSLATE_NOOP
from kiosk import words
from kiosk.pages.parts import back, take
from kiosk.speech import Label, Speech
from kiosk.state import Inputs
from kiosk.view import Button, Line, View
from kiosk.wishing import BY_AGE, asks_name

TITLE: Final = QT_TRANSLATE_NOOP("kiosk", "Identity card")
LAY: Final = QT_TRANSLATE_NOOP("kiosk", "Please lay your identity card on the reader and leave it there")
NEEDED: Final = QT_TRANSLATE_NOOP(
    "kiosk",
    "This number is given with an identity card only. Not here, or none with you? Ask a guide.",
)
FOR_CLASS: Final = QT_TRANSLATE_NOOP(
    "kiosk", "Your age on the card gives you priority. Rather not here? A guide gives it to you, too."
)
READ: Final = QT_TRANSLATE_NOOP(
    "kiosk",
    "{hall} reads the number, your age and the beginning of your name. No photo, no address, no fingerprint.",
)
KEPT: Final = QT_TRANSLATE_NOOP(
    "kiosk",
    "Kept is a code made of the number. Its key is destroyed after today: then it says nothing.",
)
NAME_QUESTION: Final = QT_TRANSLATE_NOOP("kiosk", "Shall the screens show {name} when you are called?")
SHOW_NAME: Final = QT_TRANSLATE_NOOP("kiosk", "Show {name} when I am called")
HIDE_NAME: Final = QT_TRANSLATE_NOOP("kiosk", "Do not show {name}")
NAME_SHOWN: Final = QT_TRANSLATE_NOOP(
    "kiosk", "{name} is shown beside your number when you are called. It is erased when the day is over."
)
NAME_HIDDEN: Final = QT_TRANSLATE_NOOP("kiosk", "The screens show your number only.")
NO_READER: Final = QT_TRANSLATE_NOOP("kiosk", "No card can be read here now. Please ask a guide.")


def card(inputs: Inputs, hall: Hall, say: Speech) -> View:
    """Return what is read and kept of a card, and where to lay it; once it was laid, what is shown of it."""
    return View(
        layout="lines",
        title=say.label(TITLE),
        prompt=_prompt(inputs, hall, say),
        icon="card",
        lines=tuple(_lines(inputs, hall, say)),
        buttons=tuple(_buttons(inputs, hall, say)),
        bad=not inputs.reads_cards and inputs.card is None,
    )


def _prompt(inputs: Inputs, hall: Hall, say: Speech) -> Label:
    name = _name(inputs, hall)
    if name:
        return say.label(NAME_QUESTION, name=name)
    return say.label(LAY) if inputs.reads_cards and inputs.card is None else say.label(TITLE)


def _name(inputs: Inputs, hall: Hall) -> str:
    """Return the name whose holder is asked here whether it is shown, ``""`` where nobody is."""
    asked = inputs.card is not None and inputs.at.which != BY_AGE and asks_name(inputs, hall)
    return inputs.card.name if inputs.card is not None and asked else ""


def _lines(inputs: Inputs, hall: Hall, say: Speech) -> Iterator[Line]:
    name = _name(inputs, hall)
    if inputs.card is not None:
        yield Line("greeting", say.label(words.GREETING, name=inputs.card.name), kind="heading")
    elif not inputs.reads_cards:
        yield Line("reader", say.label(NO_READER), kind="warn")
    if name:
        told = NAME_SHOWN if inputs.wish.named else NAME_HIDDEN
        yield Line("named", say.label(told, name=name), kind="text")
    else:
        why = FOR_CLASS if inputs.at.which == BY_AGE else NEEDED
        yield Line("why", say.label(why), kind="text")
    yield Line("read", _read(hall, say), kind="text")
    yield Line("kept", say.label(KEPT), kind="text")


def _read(hall: Hall, say: Speech) -> Label:
    """Return what is read, and by whom, in each language by its name in that."""
    both = [each.say(READ, hall=each.name(hall.name).main.text) for each in (say, say.other) if each.chosen]
    return Label(*both)


def _buttons(inputs: Inputs, hall: Hall, say: Speech) -> Iterator[Button]:
    yield back(say)
    name = _name(inputs, hall)
    if name and inputs.wish.named:
        yield Button("named", say.label(HIDE_NAME, name=name), icon="close")
    elif name:
        yield Button("named", say.label(SHOW_NAME, name=name), icon="eye")
    if inputs.card is not None and inputs.at.which != BY_AGE:
        yield take(say)
