"""Pages of tiles: where a visitor chooses what the number is for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.domain.hall import Hall, Queue
from kiosk import names, tiles, words
from kiosk.pages import trouble
from kiosk.pages.parts import back
from kiosk.speech import UNSAID, Label, Said, Speech
from kiosk.state import Inputs, Open, Page
from kiosk.view import Button, Line, Tile, View


def home(inputs: Inputs, hall: Hall, say: Speech) -> View:
    """Return the first page: the zones, and the other ways in."""
    used = [zone for zone in hall.zones if names.queues_of(hall, zone.id)]
    zones = [tiles.zone_tile(inputs, hall, zone, say) for zone in used]
    view = _sheet(inputs, View(prompt=say.label(words.CHOOSE_ZONE)), zones)
    return replace(view, banner=banner(inputs, say), buttons=_ways_in(hall, say))


def zone(inputs: Inputs, hall: Hall, say: Speech) -> View:
    """Return the queues of a zone."""
    found = names.queues_of(hall, inputs.at.which)
    title = say.name(names.zone_of(hall, inputs.at.which).name)
    return _queues(inputs, hall, title, found, say)


def departments(inputs: Inputs, hall: Hall, say: Speech) -> View:
    """Return the departments whose matters are handled here."""
    view = View(title=say.label(words.DEPARTMENTS), prompt=say.label(words.CHOOSE_DEPARTMENT))
    shown = [
        Tile(f"department:{each.id}", say.name(each.name), waiting=tiles.waiting(inputs, queues, say))
        for each in hall.departments
        if (queues := [queue.id for queue in department_queues(hall, each.id)])
    ]
    return _with_back(_sheet(inputs, view, shown), say)


def department(inputs: Inputs, hall: Hall, say: Speech) -> View:
    """Return the queues of a department."""
    named = next(each for each in hall.departments if each.id == inputs.at.which)
    return _queues(inputs, hall, say.name(named.name), department_queues(hall, named.id), say)


def matters(inputs: Inputs, hall: Hall, say: Speech) -> View:
    """Return the matters that people come for most."""
    shown = [tiles.work_tile(inputs, hall, each, say) for each in names.frequent(hall)]
    view = View(title=say.label(words.MATTERS), prompt=say.label(words.CHOOSE_QUEUE))
    return _with_back(_sheet(inputs, view, shown), say)


def department_queues(hall: Hall, department: str) -> list[Queue]:
    """Return where the matters of a department are handled."""
    return [queue for queue in hall.queues if department in queue.departments]


def banner(inputs: Inputs, say: Speech) -> tuple[Line, ...]:
    """Return what the devices have to say before anything is chosen."""
    lines = [*trouble.banner(inputs, say)]
    if inputs.card is not None:
        lines.append(Line("greeting", say.label(words.GREETING, name=inputs.card.name)))
    elif inputs.reads_cards and inputs.at == Open(Page.HOME):
        lines.append(Line("greeting", say.label(words.CARD_WELCOME)))
    return tuple(lines)


def _queues(inputs: Inputs, hall: Hall, title: Label, found: Sequence[Queue], say: Speech) -> View:
    shown = [tiles.queue_tile(inputs, hall, each, say) for each in found]
    view = _sheet(inputs, View(title=title, prompt=say.label(words.CHOOSE_QUEUE)), shown)
    return replace(_with_back(view, say), banner=banner(inputs, say))


def _ways_in(hall: Hall, say: Speech) -> tuple[Button, ...]:
    found = []
    if names.frequent(hall):
        found.append(Button("matters", say.label(words.MATTERS), strong=True, icon="list"))
    found.append(Button("search", say.label(words.SEARCH), icon="search"))
    return tuple(found)


def _with_back(view: View, say: Speech) -> View:
    return replace(view, buttons=(back(say), *view.buttons))


def _sheet(inputs: Inputs, view: View, shown: Sequence[Tile]) -> View:
    """Return a page with the tiles of its open sheet."""
    sheet, count = inputs.at.sheet, tiles.sheets(inputs, len(shown))
    return replace(
        view,
        tiles=tiles.on_sheet(inputs, shown),
        sheet=Said(f"{sheet + 1} / {count}", "en") if count > 1 else UNSAID,
        first=sheet == 0,
        last=sheet >= count - 1,
    )
