"""The page between the choice and the number, where the hall wants one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from core.domain.hall import Hall
from core.domain.text import Text
from core.qt.translate import QT_TRANSLATE_NOOP
from kiosk import wishing, words
from kiosk.names import side_by_side
from kiosk.pages import facts
from kiosk.pages.parts import back, my_list, options, take_or_why, wished
from kiosk.speech import Speech
from kiosk.state import Inputs
from kiosk.view import Button, Line, View

IS_THIS_IT: Final = QT_TRANSLATE_NOOP("kiosk", "This is what your number is for")
NOT_THE_LIST: Final = QT_TRANSLATE_NOOP("kiosk", "This number is not for the {count} matters of your list")


def confirm(inputs: Inputs, hall: Hall, say: Speech) -> View:
    """Return what the number will be for, and the button that takes it."""
    return View(
        layout="lines",
        title=say.name(_name(inputs, hall)),
        prompt=say.label(IS_THIS_IT),
        icon="ticket",
        lines=tuple(_lines(inputs, hall, say)),
        buttons=tuple(_buttons(inputs, hall, say)),
    )


def _name(inputs: Inputs, hall: Hall) -> Text:
    wish = inputs.wish
    match wish.what:
        case "item":
            return hall.item(wish.which).name
        case "matter":
            return hall.matter(wish.which).name
        case "queue":
            return hall.queue(wish.which).name
    return {}


def _lines(inputs: Inputs, hall: Hall, say: Speech) -> Iterator[Line]:
    queues = wishing.first_queues(inputs, hall)
    if wishing.leaves_list(inputs.wish):
        yield Line("list", say.label(NOT_THE_LIST, count=len(inputs.wish.items)), kind="warn")
    yield from facts.closed(inputs, queues, say)
    if inputs.card is not None:
        yield Line("greeting", say.label(words.GREETING, name=inputs.card.name), kind="text")
    chosen = wished(inputs, hall, say)
    if chosen.main.text:
        yield Line("wished", chosen)
    now = facts.busy(inputs, queues, say)
    if now is not None:
        yield now
    if queues:
        yield facts.where(hall, queues[0], say)
    if inputs.wish.what == "matter":
        yield from _steps(hall, inputs.wish.which, say)


def _steps(hall: Hall, matter: str, say: Speech) -> Iterator[Line]:
    """Give the steps of a matter, each with where it is."""
    for step, stage in enumerate(hall.matter(matter).stages, start=1):
        parts = [say.name(hall.queue(queue).name) for queue in stage.queues]
        name = say.label(words.STEP, step=step, steps=len(hall.matter(matter).stages))
        yield Line(f"step:{step}", side_by_side(parts), name)


def _buttons(inputs: Inputs, hall: Hall, say: Speech) -> Iterator[Button]:
    queues = wishing.first_queues(inputs, hall)
    yield back(say)
    if inputs.wish.items:
        yield my_list(inputs, say)
    if wishing.offers_options(inputs, hall) and not facts.not_now(inputs, queues, say).main.text:
        yield options(say)
    yield from take_or_why(queues, inputs, hall, say)
