"""What things of the hall are called where a visitor meets them: places, windows, what a ticket is for."""

from __future__ import annotations

from collections.abc import Sequence

from core.domain.hall import Hall, Item, Matter, Queue, Zone
from kiosk import visit, words
from kiosk.speech import UNSAID, Label, Said, Speech
from kiosk.state import Taken


def service(hall: Hall, taken: Taken, say: Speech) -> Label:
    """Return what the visitor came for."""
    return say.name(visit.came_for(hall, taken))


def windows(hall: Hall, queues: Sequence[str], say: Speech) -> Label:
    """Return where a number of those queues will be called to."""
    return say.windows({window.number for queue in queues for window in hall.windows_of(queue)})


def place(hall: Hall, queue: Queue, say: Speech) -> Label:
    """Return floor and zone."""
    zone = zone_of(hall, queue.zone)
    name = say.name(zone.name)
    if zone.floor is None:
        return name
    floor = say.label(words.FLOOR, floor=zone.floor)
    return Label(beside(floor.main, name.main), beside(floor.below, name.below))


def zone_of(hall: Hall, zone: str) -> Zone:
    """Return the zone of that id; a hall is checked to have every zone it names."""
    return next(each for each in hall.zones if each.id == zone)


def queues_of(hall: Hall, zone: str) -> list[Queue]:
    """Return the queues of a zone, as the hall lists them."""
    return [queue for queue in hall.queues if queue.zone == zone]


def frequent(hall: Hall) -> list[Item | Matter]:
    """Return what people come for most: matters of several steps first, then items."""
    every: tuple[Item | Matter, ...] = (*hall.matters, *hall.items)
    return [each for each in every if each.frequent]


def side_by_side(parts: Sequence[Label]) -> Label:
    """Return labels beside each other; in the other language only where all of them have it."""
    below = [part.below for part in parts]
    whole = all(each.text for each in below)
    return Label(beside(*(part.main for part in parts)), beside(*below) if whole else UNSAID)


def beside(*parts: Said) -> Said:
    """Return words beside each other, in the language of the last; nothing where that says nothing."""
    last = parts[-1]
    return Said(" · ".join(each.text for each in parts), last.lang) if last.text else UNSAID
