"""Choices as tiles: what is chosen, where it is, how many wait, or why it cannot be chosen now. Pure."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from core.domain.hall import Department, Hall, Item, Matter, Queue, Zone
from core.domain.kiosk import HomeList
from core.domain.visit import plan_of
from kiosk import words
from kiosk.names import windows
from kiosk.panel import Panel, tiles_a_sheet
from kiosk.speech import UNSAID, Label, Said, Speech
from kiosk.state import Inputs, Page
from kiosk.view import Tile, View
from kiosk.wishing import queue_for, queues_in

WORDY = 10
A_SHEET = {
    Page.HOME: 24,
    Page.ZONE: 12,
    Page.DEPARTMENT: 12,
    Page.DEPARTMENTS: 10,
    Page.MATTERS: 10,
    Page.SEARCH: 4,
    Page.GUIDE: 8,
    Page.GUIDE_TICKET: 8,
}
"""More than so many tiles would be too small to read from where a visitor stands."""
IN_ROWS = frozenset({Page.GUIDE, Page.GUIDE_TICKET})
LARGE_SHARE = 2
"""In large type a sheet holds so many times fewer."""
LOW = {Page.HOME: 8, Page.SEARCH: 2}
LOW_OTHERS = 6
"""In the lower half of the screen a sheet holds no more than that."""


def panel_of(inputs: Inputs) -> Panel:
    """Return the panel as the visitor sees it."""
    width, height = inputs.screen if inputs.rules.rotate % 180 == 0 else inputs.screen[::-1]
    diagonal = math.hypot(*inputs.rules.panel_mm) if inputs.rules.panel_mm else 0.0
    return Panel(width, height, diagonal, inputs.rules.low, inputs.look.large)


def a_sheet(inputs: Inputs, *, paged: bool = False) -> int:
    """Return how many tiles a sheet of the open page holds: as many as can be read, and met by a finger.

    What a finger meets is known where the hall tells how large the panel is (``panel_mm``).

    Args:
        paged: It is one of several.
    """
    rules = inputs.rules
    wordy = inputs.at.page is Page.HOME and (rules.home is not HomeList.ZONES or len(rules.zones) == 1)
    most = WORDY if wordy else A_SHEET.get(inputs.at.page, WORDY)
    if rules.low:
        most = min(most, LOW.get(inputs.at.page, LOW_OTHERS))
    if inputs.look.large:
        most = max(1, most // LARGE_SHARE)
    panel, rows_only = panel_of(inputs), inputs.at.page in IN_ROWS
    if not panel.diagonal_mm and not rows_only:
        return most
    return min(most, tiles_a_sheet(panel, paged=paged, rows_only=rows_only))


def on_sheet(inputs: Inputs, tiles: Sequence[Tile]) -> tuple[Tile, ...]:
    """Return the tiles of the open sheet; all sheets hold about as many."""
    size = max(1, -(-len(tiles) // sheets(inputs, len(tiles))))
    return tuple(tiles[inputs.at.sheet * size : (inputs.at.sheet + 1) * size])


def sheets(inputs: Inputs, count: int) -> int:
    """Return on how many sheets so many tiles stand; one is there always."""
    if count <= a_sheet(inputs):
        return 1
    return -(-count // a_sheet(inputs, paged=True))


def with_sheet(inputs: Inputs, view: View, shown: Sequence[Tile]) -> View:
    """Return a page with the tiles of its open sheet."""
    sheet, count = inputs.at.sheet, sheets(inputs, len(shown))
    return replace(
        view,
        tiles=on_sheet(inputs, shown),
        sheet=Said(f"{sheet + 1} / {count}", "en") if count > 1 else UNSAID,
        first=sheet == 0,
        last=sheet >= count - 1,
    )


def zone_tile(inputs: Inputs, hall: Hall, zone: Zone, say: Speech) -> Tile:
    """Return the choice of a zone."""
    floor = UNSAID if zone.floor is None else say.say(words.FLOOR, floor=zone.floor)
    queues = [queue.id for queue in queues_in(inputs, hall, zone.id)]
    return _tile(inputs, f"zone:{zone.id}", say.name(zone.name), floor, queues, say)


def department_tile(inputs: Inputs, department: Department, queues: Sequence[str], say: Speech) -> Tile:
    """Return the choice of a department, whose matters some queues handle."""
    return _tile(inputs, f"department:{department.id}", say.name(department.name), UNSAID, queues, say)


def queue_tile(inputs: Inputs, hall: Hall, queue: Queue, say: Speech) -> Tile:
    """Return the choice of a queue."""
    where = windows(hall, [queue.id], say).main
    return _tile(inputs, f"queue:{queue.id}", say.name(queue.name), where, [queue.id], say)


def work_tile(inputs: Inputs, hall: Hall, what: Item | Matter, say: Speech) -> Tile:
    """Return the choice of an item or a matter."""
    if isinstance(what, Item):
        queue = queue_for(inputs, hall, what)
        where = windows(hall, [queue], say).main
        return _tile(inputs, f"item:{what.id}", say.name(what.name), where, [queue], say)
    steps = say.say(words.STEPS, steps=plan_of(what)[-1].step)
    first = what.stages[0].queues
    return _tile(inputs, f"matter:{what.id}", say.name(what.name), steps, first, say, every=True)


def _tile(
    inputs: Inputs,
    key: str,
    name: Label,
    place: Said,
    queues: Sequence[str],
    say: Speech,
    *,
    every: bool = False,
) -> Tile:
    """Return a tile for some queues.

    Args:
        every: A ticket needs all of the queues open, not one of them.
    """
    shut = [queue for queue in queues if queue in inputs.closed]
    if len(shut) == len(queues) or (every and shut):
        known = [opens_at for opens_at in (inputs.closed[queue] for queue in shut) if opens_at is not None]
        opens_at = (max if every else min)(known, default=None)
        return Tile(key, name, _opens(opens_at, inputs.now, say), say.say(words.CLOSED), closed=True)
    if not inputs.serves:
        return _without_core(inputs, key, name, place, queues, say)
    return Tile(key, name, place, waiting(inputs, queues, say))


def _without_core(
    inputs: Inputs, key: str, name: Label, place: Said, queues: Sequence[str], say: Speech
) -> Tile:
    """Return a tile while only reserved numbers are given: who waits is not known."""
    if any(inputs.reserved.get(queue) for queue in queues):
        return Tile(key, name, place)
    return Tile(key, name, say.say(words.ASK_GUIDE), say.say(words.NO_NUMBERS_NOW), closed=True)


def _opens(opens_at: datetime | None, now: datetime | None, say: Speech) -> Said:
    if opens_at is None or now is None:
        return UNSAID
    return say.say(words.OPENS, opens_at=say.moment(opens_at, now))


def waiting(inputs: Inputs, queues: Sequence[str], say: Speech) -> Said:
    """Return how many wait in some queues."""
    count = sum(inputs.waiting.get(queue, 0) for queue in queues)
    return say.say(words.WAITING, count=count) if count else say.say(words.NOBODY_WAITS)
