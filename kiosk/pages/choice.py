"""Pages of tiles: where a visitor chooses what the number is for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from core.domain.hall import Hall, Queue, Zone
from core.domain.kiosk import HomeList
from core.qt.translate import QT_TRANSLATE_NOOP
from kiosk import names, tiles, wishing, words
from kiosk.offers import books
from kiosk.pages.parts import back, banner, my_list, options
from kiosk.speech import Label, Speech
from kiosk.state import Inputs
from kiosk.view import Button, Tile, View

BOOKING: Final = QT_TRANSLATE_NOOP("kiosk", "Booking")
ASK: Final = QT_TRANSLATE_NOOP("kiosk", "My number")
ZONES: Final = QT_TRANSLATE_NOOP("kiosk", "All zones")

MOST_BUTTONS, MOST_BUTTONS_LOW = 5, 4
"""More on the first page would be a wall of them; in the lower half of a screen only one row has room."""
_FIRST_TO_GO = ("departments", "zones", "matters")
"""What is dropped from the first page where there are more; it is found on the page of matters."""


def home(inputs: Inputs, hall: Hall, say: Speech) -> View:
    """Return the first page: zones, departments or frequent matters, as the hall wants, and the ways in."""
    listing = HomeList(inputs.at.which or inputs.rules.home)
    prompt, shown = _LISTS[listing](inputs, hall, say)
    view = tiles.with_sheet(inputs, View(prompt=prompt), shown)
    if inputs.at.which:
        return _below(inputs, hall, view, say)
    return replace(view, banner=banner(inputs, hall, say), buttons=_ways_in(inputs, hall, say))


def zone(inputs: Inputs, hall: Hall, say: Speech) -> View:
    """Return the queues of a zone."""
    title = say.name(names.zone_of(hall, inputs.at.which).name)
    return _queues(inputs, hall, title, wishing.queues_in(inputs, hall, inputs.at.which), say)


def departments(inputs: Inputs, hall: Hall, say: Speech) -> View:
    """Return the departments whose matters are handled here."""
    prompt, shown = _departments(inputs, hall, say)
    view = View(title=say.label(words.DEPARTMENTS), prompt=prompt)
    return _below(inputs, hall, tiles.with_sheet(inputs, view, shown), say)


def department(inputs: Inputs, hall: Hall, say: Speech) -> View:
    """Return the queues of a department."""
    named = next(each for each in hall.departments if each.id == inputs.at.which)
    return _queues(inputs, hall, say.name(named.name), wishing.queues_for(inputs, hall, named.id), say)


def matters(inputs: Inputs, hall: Hall, say: Speech) -> View:
    """Return the matters that people come for most."""
    prompt, shown = _matters(inputs, hall, say)
    view = tiles.with_sheet(inputs, View(title=say.label(words.MATTERS), prompt=prompt), shown)
    more = [each for each in _places(inputs, hall, say) if each.key != "matters"]
    return _below(inputs, hall, view, say, *more)


Listing = tuple[Label, list[Tile]]


def _zones(inputs: Inputs, hall: Hall, say: Speech) -> Listing:
    used = _used_zones(inputs, hall)
    if len(used) == 1:  # a kiosk of one zone need not ask which
        found = wishing.queues_in(inputs, hall, used[0].id)
        return say.label(words.CHOOSE_QUEUE), [tiles.queue_tile(inputs, hall, each, say) for each in found]
    return say.label(words.CHOOSE_ZONE), [tiles.zone_tile(inputs, hall, each, say) for each in used]


def _departments(inputs: Inputs, hall: Hall, say: Speech) -> Listing:
    shown = [
        tiles.department_tile(inputs, each, [queue.id for queue in found], say)
        for each in hall.departments
        if (found := wishing.queues_for(inputs, hall, each.id))
    ]
    return say.label(words.CHOOSE_DEPARTMENT), shown


def _matters(inputs: Inputs, hall: Hall, say: Speech) -> Listing:
    shown = [tiles.work_tile(inputs, hall, each, say) for each in wishing.matters_of(inputs, hall)]
    return say.label(words.CHOOSE_QUEUE), shown


_LISTS: dict[HomeList, Callable[[Inputs, Hall, Speech], Listing]] = {
    HomeList.ZONES: _zones,
    HomeList.DEPARTMENTS: _departments,
    HomeList.FREQUENT: _matters,
}


def _used_zones(inputs: Inputs, hall: Hall) -> list[Zone]:
    return [each for each in hall.zones if wishing.queues_in(inputs, hall, each.id)]


def _ways_in(inputs: Inputs, hall: Hall, say: Speech) -> tuple[Button, ...]:
    """Return the buttons of the first page, never more than stay calm."""
    found = [my_list(inputs, say)] if inputs.wish.items else []
    found += [Button("search", say.label(words.SEARCH), icon="search"), *_places(inputs, hall, say)]
    if books(inputs, hall) and not inputs.wish.items:
        found.append(Button("booking", say.label(BOOKING), icon="calendar"))
    found.append(Button("ask", say.label(ASK), icon="query"))
    if wishing.offers_options(inputs, hall):
        found.append(options(say))
    most = MOST_BUTTONS_LOW if inputs.rules.low else MOST_BUTTONS
    for key in _FIRST_TO_GO:
        if len(found) > most:
            found = [each for each in found if each.key != key]
    return tuple(found)


def _places(inputs: Inputs, hall: Hall, say: Speech) -> list[Button]:
    """Return the buttons to the lists that the first page does not show."""
    first = inputs.rules.home
    found = []
    if first is not HomeList.FREQUENT and wishing.matters_of(inputs, hall):
        found.append(Button("matters", say.label(words.MATTERS), strong=not inputs.wish.items, icon="list"))
    if first is not HomeList.ZONES and len(_used_zones(inputs, hall)) > 1:
        found.append(Button("zones", say.label(ZONES), icon="door"))
    several = sum(bool(wishing.queues_for(inputs, hall, each.id)) for each in hall.departments) > 1
    if first is not HomeList.DEPARTMENTS and several:
        found.append(Button("departments", say.label(words.DEPARTMENTS), icon="home"))
    return found


def _wished_buttons(inputs: Inputs, say: Speech) -> list[Button]:
    """Return the ways to what was wished so far: to see it, and to undo it."""
    found = [options(say)] if wishing.has_options(inputs.wish) else []
    return [*found, my_list(inputs, say)] if inputs.wish.items else found


def _queues(inputs: Inputs, hall: Hall, title: Label, found: Sequence[Queue], say: Speech) -> View:
    shown = [tiles.queue_tile(inputs, hall, each, say) for each in found]
    view = tiles.with_sheet(inputs, View(title=title, prompt=say.label(words.CHOOSE_QUEUE)), shown)
    return _below(inputs, hall, view, say)


def _below(inputs: Inputs, hall: Hall, view: View, say: Speech, *more: Button) -> View:
    """Return a page below the first one, with what was wished so far and the way back."""
    buttons = (back(say), *more, *_wished_buttons(inputs, say))
    return replace(view, banner=banner(inputs, hall, say), buttons=buttons)
