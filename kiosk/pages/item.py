"""An item's page: what to bring, where it is, how long it takes, and the number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from core.domain.hall import Hall, Item
from core.domain.kiosk import ToldOnce, offers_queue
from core.qt.translate import QT_TRANSLATE_NOOP
from kiosk import visit, wishing
from kiosk.pages import facts
from kiosk.pages.parts import back, my_list, options, take_or_why, wished
from kiosk.speech import Label, Speech
from kiosk.state import Inputs, Printing
from kiosk.view import Button, Line, View

LESS_BUSY: Final = QT_TRANSLATE_NOOP("kiosk", "Less busy")
THERE: Final = QT_TRANSLATE_NOOP("kiosk", "Take it there: less busy")
PRINT_LIST: Final = QT_TRANSLATE_NOOP("kiosk", "Print this list")
PRINTED: Final = QT_TRANSLATE_NOOP("kiosk", "List printed")
LIST_PRINTING: Final = QT_TRANSLATE_NOOP("kiosk", "The list is being printed")
LIST_DONE: Final = QT_TRANSLATE_NOOP("kiosk", "Please take the list from the printer")
LIST_FAILED: Final = QT_TRANSLATE_NOOP("kiosk", "The list did not print. Please read it here or ask a guide")
ADD_FIRST: Final = QT_TRANSLATE_NOOP("kiosk", "Another matter too")
ADD: Final = QT_TRANSLATE_NOOP("kiosk", "Add to my list")

_LIST = {Printing.UNDER_WAY: LIST_PRINTING, Printing.DONE: LIST_DONE}


def item(inputs: Inputs, hall: Hall, say: Speech) -> View:
    """Return the page of an item; what is live of it comes when the core has answered."""
    if not hall.has_item(inputs.at.which):
        return View(layout="lines", buttons=(back(say),))
    shown = hall.item(inputs.at.which)
    return View(
        layout="lines",
        title=say.name(shown.name),
        icon="list",
        lines=tuple(_lines(inputs, hall, shown, say)),
        buttons=tuple(_buttons(inputs, hall, shown, say)),
    )


def _lines(inputs: Inputs, hall: Hall, shown: Item, say: Speech) -> Iterator[Line]:
    queue = wishing.queue_for(inputs, hall, shown)
    yield from _list(inputs, shown, say)
    yield from facts.closed(inputs, [queue], say)
    options_wished = wished(inputs, hall, say)
    if options_wished.main.text:
        yield Line("wished", options_wished)
    yield from filter(None, (facts.used_up(inputs, queue, say), facts.busy(inputs, [queue], say)))
    yield facts.where(hall, queue, say)
    better = _better(inputs, hall, shown)
    if better:
        yield from _less_busy(inputs, hall, better, say)
    if inputs.rules.told_once is not ToldOnce.OFF:
        yield from facts.papers(shown, say)
    yield from facts.terms(hall, shown, say)


def _list(inputs: Inputs, shown: Item, say: Speech) -> Iterator[Line]:
    """Give how the printed list is getting on."""
    if inputs.told.item != shown.id:
        return
    source = _LIST.get(inputs.told.printing)
    if source is None:
        yield Line("list", say.label(LIST_FAILED), kind="warn")
    else:
        yield Line("list", say.label(source), kind="text")


def _better(inputs: Inputs, hall: Hall, shown: Item) -> str:
    """Return the queue to offer beside the item's own, ``""``: none; only one of this kiosk's."""
    figures = inputs.figures
    fits = inputs.rules.less_busy and figures.item == shown.id and not inputs.wish.items
    if not fits or figures.better not in shown.also or not inputs.serves:
        return ""
    return figures.better if offers_queue(inputs.rules, hall, hall.queue(figures.better)) else ""


def _less_busy(inputs: Inputs, hall: Hall, queue: str, say: Speech) -> Iterator[Line]:
    yield Line("better", say.name(hall.queue(queue).name), say.label(LESS_BUSY), kind="fact")
    wait = inputs.figures.waits.get(queue)
    if wait is not None:
        yield Line("better.wait", visit.wait(wait, say))
    there = facts.where(hall, queue, say)
    yield Line("better.place", there.value)


def _buttons(inputs: Inputs, hall: Hall, shown: Item, say: Speech) -> Iterator[Button]:
    rules, listed = inputs.rules, inputs.wish.items
    yield back(say)
    if rules.told_once is ToldOnce.PRINT and inputs.prints and shown.materials:
        # It stays where it is once it was touched: else the next button comes under an impatient finger.
        printed = inputs.told.item == shown.id and inputs.told.printing is not Printing.FAILED
        yield Button("print", say.label(PRINTED if printed else PRINT_LIST), icon="printer")
    if not inputs.takes:
        return
    queue = wishing.queue_for(inputs, hall, shown)
    better = _better(inputs, hall, shown)
    if not listed and not better and facts.not_now(inputs, [queue], say).main.text:
        yield from take_or_why([queue], inputs, hall, say)
        return
    if wishing.has_options(inputs.wish) or (not listed and wishing.offers_options(inputs, hall)):
        yield options(say)
    if listed:
        full = shown.id in listed or len(listed) >= rules.several_most
        yield my_list(inputs, say) if full else _add(ADD, say, strong=True)
        return
    if rules.several and rules.several_most > 1:
        yield _add(ADD_FIRST, say)
    if better:
        yield Button(f"instead:{better}", say.label(THERE), icon="people")
    yield from take_or_why([queue], inputs, hall, say)


def _add(source: str, say: Speech, *, strong: bool = False) -> Button:
    label: Label = say.label(source)
    return Button("basket.add", label, strong=strong, icon="basket")
