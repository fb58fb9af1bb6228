"""What a guide chooses for a ticket: printer, class, queue, reason; asked once more; and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from core.domain.device import DeviceState
from core.domain.hall import Hall
from core.domain.text import Text
from kiosk.guide import words
from kiosk.guide.state import Deed, Found, PrinterNow
from kiosk.pages.guide_rows import on_rows
from kiosk.pages.parts import back
from kiosk.speech import NO_LABEL, UNSAID, Label, Said, Speech
from kiosk.state import Inputs
from kiosk.tiles import waiting
from kiosk.view import Button, Tile, View


class Named(Protocol):
    """A queue, a class ... of the hall."""

    @property
    def id(self) -> str:
        """What the core calls it."""

    @property
    def name(self) -> Text:
        """What people call it."""


def choice(inputs: Inputs, hall: Hall, found: Found, say: Speech) -> View:
    """Return the page of a choice for a ticket, or of the question whether it is meant."""
    number = found.number
    match inputs.at.which:
        case "printer":
            return _printers(inputs, found, say)
        case "class":
            tiles = [
                Tile(f"guide.give:{each.id}", say.name(each.name), chosen=each.id == found.visitor_class)
                for each in hall.classes
            ]
            return _page(inputs, say.label(words.WHICH_CLASS, number=number), tiles, say)
        case "move":
            return _queues(inputs, hall, found, say)
        case "sure" if inputs.guide.meant is not None:
            return _sure(hall, found, inputs.guide.meant, say)
    reasons = [each for each in hall.reasons if each.act == "cancel"]
    tiles = [Tile(f"guide.void:{each.id}", say.name(each.name)) for each in reasons]
    return _page(inputs, say.label(words.WHICH_REASON, number=number), tiles, say)


def did(hall: Hall, done: Deed, say: Speech) -> Label:
    """Return what came of something that was done with a ticket."""
    match done.word:
        case "reprint":
            return say.label(words.DID_REPRINT, printer=done.which)
        case "class":
            return _naming(words.DID_CLASS, named(hall.classes, done.which, say), say)
        case "transfer":
            return _naming(words.DID_MOVE, named(hall.queues, done.which, say), say)
        case "restore":
            return say.label(words.DID_RESTORE)
    return say.label(words.DID_CANCEL)


def named(known: Iterable[Named], which: str, say: Speech) -> Label:
    """Return the name of a queue or class; its id, should the hall have it no more."""
    return next((say.name(each.name) for each in known if each.id == which), Label(Said(which, "en")))


def _naming(source: str, name: Label, say: Speech, **values: object) -> Label:
    """Return a sentence in both languages with a name in each."""
    main = say.say(source, name=name.main.text, **values)
    below = name.below if name.below.text else name.main
    return Label(main, say.other.say(source, name=below.text, **values))


def _page(inputs: Inputs, title: Label, shown: Sequence[Tile], say: Speech) -> View:
    return on_rows(inputs, View(title=title, buttons=(back(say),)), shown)


def _printers(inputs: Inputs, found: Found, say: Speech) -> View:
    printers = inputs.guide.printers
    asked = words.WHICH_PRINTER if printers else words.NO_PRINTERS
    prompt = say.label(asked, number=found.number)
    return _page(inputs, prompt, [_printer(each, say) for each in printers], say)


def _printer(each: PrinterNow, say: Speech) -> Tile:
    gone = each.state is DeviceState.GONE
    if each.key:
        state = say.refusal(each.key, {}).main
    elif gone:
        state = say.say(words.GONE)
    else:
        state = say.say(words.NOT_READY if each.state is DeviceState.STARTING else words.READY)
    beside = Said(each.machine, "en") if each.machine != each.name else UNSAID
    name = Label(Said(each.name, "zh"))
    late = state if each.state is not DeviceState.READY else UNSAID
    facts = (beside, UNSAID if late.text else state)
    return Tile(f"guide.print:{each.name}", name, closed=gone, facts=facts, late=late)


def _queues(inputs: Inputs, hall: Hall, found: Found, say: Speech) -> View:
    first = Tile("guide.first", say.label(words.FIRST), chosen=inputs.guide.first)
    others = [each for each in hall.queues if each.id != found.queue]
    shown = [
        Tile(
            f"guide.to:{each.id}",
            say.name(each.name),
            closed=each.id in inputs.closed,
            facts=(waiting(inputs, [each.id], say),),
        )
        for each in others
    ]
    return _page(inputs, say.label(words.WHICH_QUEUE, number=found.number), [first, *shown], say)


def _sure(hall: Hall, found: Found, meant: Deed, say: Speech) -> View:
    match meant.word:
        case "transfer":
            asked = words.SURE_MOVE_FIRST if meant.first else words.SURE_MOVE
            queue = named(hall.queues, meant.which, say)
            title, yes = _naming(asked, queue, say, number=found.number), words.YES_MOVE
        case "restore":
            title, yes = say.label(words.SURE_RESTORE, number=found.number), words.YES_RESTORE
        case _:
            title, yes = say.label(words.SURE_CANCEL, number=found.number), words.YES_CANCEL
    return View(
        layout="message",
        icon="warning",
        title=title,
        prompt=say.label(words.NOT_UNDONE) if meant.word == "cancel" else NO_LABEL,
        buttons=(back(say), Button("guide.sure", say.label(yes), strong=True, icon="check")),
    )
