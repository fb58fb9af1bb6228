"""Scenes of the kiosk: what a visitor wishes beside the matter, and the number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from core.domain.hall import Hall
from core.domain.ticket import LegState
from core.domain.wait import Wait
from hallcall.pictures.kiosk_choosing import CARD
from hallcall.pictures.scene import NOW, Paint, Scene, hall_of, on, with_names
from kiosk.state import Inputs, Open, Page, Place, Printing, Taken, Wish
from kiosk.wishing import BY_AGE

PHONE = "13800138000"
WAIT = Wait(480, 900)


def _wished(inputs: Inputs) -> Wish:
    hall = hall_of(inputs)
    some = hall.classes[1].id if len(hall.classes) > 1 else ""
    return Wish("queue", hall.queues[0].id, visitor_class=some, assisted=True, phone=PHONE)


def _confirm(inputs: Inputs) -> Inputs:
    return on(inputs, Page.CONFIRM, wish=Wish("queue", hall_of(inputs).queues[0].id))


def _confirm_all(inputs: Inputs) -> Inputs:
    hall = hall_of(inputs)
    listed = tuple(each.id for each in hall.items[:2])
    wish = replace(_wished(inputs), items=listed)
    return on(inputs, Page.CONFIRM, wish=wish, card=CARD)


def _confirm_matter(inputs: Inputs) -> Inputs | None:
    matters = hall_of(inputs).matters
    return on(inputs, Page.CONFIRM, wish=Wish("matter", matters[0].id)) if matters else None


def _typed(typed: str) -> Paint:
    def paint(inputs: Inputs) -> Inputs:
        return on(inputs, Page.PHONE, entries={Open(Page.PHONE): typed})

    return paint


def _basket(count: int) -> Paint:
    def paint(inputs: Inputs) -> Inputs | None:
        listed = tuple(each.id for each in hall_of(inputs).items[:count])
        return on(inputs, Page.BASKET, wish=Wish(items=listed)) if listed else None

    return paint


def taken_in(hall: Hall, language: str) -> Taken:
    """Return the number of somebody who waits in the queue with the longest name."""
    queue = max(hall.queues, key=lambda each: len(each.name.get(language, "")))
    return Taken("t", f"{queue.prefix}017", queue.id, 3, NOW, language, wait=WAIT, track="aB3dE5fG7hJ9kL1m")


def _result(printing: Printing, **changed: object) -> Paint:
    def paint(inputs: Inputs) -> Inputs:
        taken = replace(taken_in(hall_of(inputs), inputs.language), **changed)  # type: ignore[arg-type]
        return replace(inputs, pages=(Open(Page.RESULT),), taken=taken, printing=printing)

    return paint


def _result_of_matter(inputs: Inputs) -> Inputs | None:
    hall = hall_of(inputs)
    if not hall.matters:
        return None
    matter = hall.matters[0]
    steps = tuple(stage.queues for stage in matter.stages)
    first = hall.queue(steps[0][0])
    changed = {"queue": first.id, "number": f"{first.prefix}017", "matter": matter.id, "steps": steps}
    return _result(Printing.DONE, **changed)(inputs)


def _result_counted_down(inputs: Inputs) -> Inputs | None:
    shown = _result(Printing.DONE)(inputs)
    return shown and replace(shown, left_s=9)


def place_in(inputs: Inputs, state: LegState, *, scanned: bool = True) -> Place:
    """Return a visit of the first queue, in some state; its slip was scanned, or its number typed."""
    hall = hall_of(inputs)
    queue = hall.queues[0]
    numbers = tuple(each.number for each in hall.windows_of(queue.id))
    window = numbers[0] if state.at_window else None
    may_come = () if state is LegState.PASSED else (window,) if window is not None else numbers
    can = () if state.ended else ("cancel", "restore") if state is LegState.PASSED else ("cancel",)
    number = f"{queue.prefix}017"
    return Place(
        number, state, window, 3, WAIT, queue.id, queue.zone, windows=may_come, can=can if scanned else ()
    )


def _place(state: LegState, *, scanned: bool = True) -> Paint:
    def paint(inputs: Inputs) -> Inputs:
        found = place_in(inputs, state, scanned=scanned)
        return replace(inputs, pages=(Open(Page.PLACE),), place=found)

    return paint


def _card(**heard: Any) -> Paint:
    return lambda inputs: on(inputs, Page.CARD, **heard)


def _name_asked(inputs: Inputs, *, named: bool = False) -> Inputs:
    hall = with_names(hall_of(inputs))
    wish = Wish("queue", hall.queues[0].id, named=named)
    return on(replace(inputs, hall=hall), Page.CARD, reads_cards=True, card=CARD, wish=wish)


PLACES = (
    LegState.WAITING,
    LegState.CALLED,
    LegState.PASSED,
    LegState.SUSPENDED,
    LegState.DONE,
)


def _scenes() -> Iterator[Scene]:
    yield Scene("confirm", Page.CONFIRM, _confirm)
    yield Scene("confirm-all", Page.CONFIRM, _confirm_all)
    yield Scene("confirm-matter", Page.CONFIRM, _confirm_matter)
    yield Scene("options", Page.OPTIONS, lambda inputs: on(inputs, Page.OPTIONS))
    yield Scene("options-ticked", Page.OPTIONS, lambda inputs: on(inputs, Page.OPTIONS, wish=_wished(inputs)))
    yield Scene("class", Page.CLASS, lambda inputs: on(inputs, Page.CLASS))
    yield Scene("phone-empty", Page.PHONE, _typed(""))
    yield Scene("phone-typed", Page.PHONE, _typed(PHONE))
    yield Scene("card-lay", Page.CARD, _card(reads_cards=True))
    yield Scene("card-read", Page.CARD, _card(reads_cards=True, card=CARD))
    yield Scene("card-name-asked", Page.CARD, _name_asked)
    yield Scene("card-name-shown", Page.CARD, lambda inputs: _name_asked(inputs, named=True))
    yield Scene("card-no-reader", Page.CARD, _card())
    yield Scene("card-by-age", Page.CARD, lambda inputs: on(inputs, Page.CARD, BY_AGE, reads_cards=True))
    yield Scene("basket-one", Page.BASKET, _basket(1))
    yield Scene("basket-five", Page.BASKET, _basket(5))
    for printing in Printing:
        yield Scene(f"result-{printing.name.lower().replace('_', '-')}", Page.RESULT, _result(printing))
    offline = _result(Printing.DONE, offline=True, ahead=None, wait=None, id="", track="", day="2026-11-30")
    yield Scene("result-offline", Page.RESULT, offline)
    yield Scene("result-next", Page.RESULT, _result(Printing.DONE, ahead=0, wait=Wait(0, 60)))
    yield Scene("result-steps", Page.RESULT, _result_of_matter)
    yield Scene("result-countdown", Page.RESULT, _result_counted_down)
    for state in PLACES:
        yield Scene(f"place-{state.value}", Page.PLACE, _place(state))
    yield Scene("place-passed-typed", Page.PLACE, _place(LegState.PASSED, scanned=False))


SCENES = tuple(_scenes())
