"""What a visitor may wish beside the matter itself: a class, help, text messages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from core.domain.hall import Hall, Proof, VisitorClass
from core.domain.kiosk import ClassChoice
from core.domain.privacy import masked_phone
from core.qt.translate import QT_TRANSLATE_NOOP
from kiosk import typing, words
from kiosk.pages.parts import FOR_OTHER, MESSAGE_TO, OPTIONS, back, ok
from kiosk.speech import UNSAID, Speech
from kiosk.state import Inputs
from kiosk.view import Button, Line, Tile, View
from kiosk.wishing import classes, has_options, is_of_age, may_choose

TICK: Final = QT_TRANSLATE_NOOP("kiosk", "Touch what applies to you. It counts for your next number only.")
WHO_ARE_YOU: Final = QT_TRANSLATE_NOOP("kiosk", "Which of these are you?")
BY_CARD: Final = QT_TRANSLATE_NOOP("kiosk", "By identity card")
BY_GUIDE: Final = QT_TRANSLATE_NOOP("kiosk", "Given by a guide")
HELPING: Final = QT_TRANSLATE_NOOP("kiosk", "I take it for a person who cannot")
NONE: Final = QT_TRANSLATE_NOOP("kiosk", "None of it")
MESSAGES: Final = QT_TRANSLATE_NOOP("kiosk", "Text messages")
NEAR_TURN: Final = QT_TRANSLATE_NOOP("kiosk", "Shortly before your turn")
TYPE_PHONE: Final = QT_TRANSLATE_NOOP(
    "kiosk", "Type your mobile number: a message is sent shortly before your turn"
)
PHONE_KEPT: Final = QT_TRANSLATE_NOOP(
    "kiosk", "Used for this visit only: kept encrypted, nobody sees all of it, erased after {days} days"
)
PHONE_NUMBER: Final = QT_TRANSLATE_NOOP("kiosk", "Mobile number")


def options(inputs: Inputs, hall: Hall, say: Speech) -> View:
    """Return what can be ticked; what is ticked counts at once."""
    none = [Button("options.none", say.label(NONE), icon="close")] if has_options(inputs.wish) else []
    return View(
        title=say.label(OPTIONS),
        prompt=say.label(TICK),
        icon="people",
        tiles=tuple(_tiles(inputs, hall, say)),
        buttons=(*none, Button("back", say.label(words.CONFIRM), strong=True, icon="check")),
    )


def visitor_class(inputs: Inputs, hall: Hall, say: Speech) -> View:
    """Return the question for the class; the first answer is the ordinary visitor's."""
    ordinary = hall.classes[0]
    first = Tile(f"class:{ordinary.id}", say.name(ordinary.name))
    return View(
        title=say.label(WHO_ARE_YOU),
        icon="people",
        tiles=(first, *(_class(inputs, each, say) for each in classes(hall))),
        buttons=(back(say),),
    )


def phone(inputs: Inputs, hall: Hall, say: Speech) -> View:
    """Return the page where a phone number is typed."""
    return View(
        layout="entry",
        icon="phone",
        title=say.label(MESSAGES),
        prompt=say.label(TYPE_PHONE),
        entry=typing.entry(inputs, say.label(PHONE_NUMBER)),
        lines=(Line("kept", say.label(PHONE_KEPT, days=hall.rating_days), kind="text"),),
        buttons=(back(say), ok("phone.set", say)),
    )


def _tiles(inputs: Inputs, hall: Hall, say: Speech) -> Iterator[Tile]:
    rules, wish = inputs.rules, inputs.wish
    if rules.classes is not ClassChoice.OFF:
        for each in classes(hall):
            yield _class(inputs, each, say)
    if rules.assisted:
        yield Tile("assisted", say.label(FOR_OTHER), say.say(HELPING), chosen=wish.assisted)
    if rules.phone:
        name = say.label(MESSAGE_TO, phone=masked_phone(wish.phone)) if wish.phone else say.label(MESSAGES)
        yield Tile("phone", name, say.say(NEAR_TURN), chosen=bool(wish.phone))


def _class(inputs: Inputs, each: VisitorClass, say: Speech) -> Tile:
    """Return a class: to be ticked, by the card's age, or a guide's to give."""
    name = say.name(each.name)
    if may_choose(each, inputs.card):
        by_age = not inputs.wish.visitor_class and is_of_age(each, inputs.card)
        how = say.say(BY_CARD) if each.proof is Proof.AGE else UNSAID
        return Tile(f"class:{each.id}", name, how, chosen=by_age or each.id == inputs.wish.visitor_class)
    if each.proof is Proof.AGE and inputs.reads_cards and inputs.card is None:
        return Tile(f"card:{each.id}", name, say.say(BY_CARD))
    return Tile(f"class:{each.id}", name, say.say(BY_GUIDE), closed=True)
