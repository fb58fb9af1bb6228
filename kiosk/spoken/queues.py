"""How many wait where a tile leads to, as a number that can be said; pure."""

from __future__ import annotations

from collections.abc import Sequence

from core.domain.hall import Hall
from core.domain.kiosk import KioskRules, offers_queue
from hardware.voice.phrase import Named
from kiosk.names import queues_of, zone_of
from kiosk.state import Inputs


def waiting_at(inputs: Inputs, hall: Hall, key: str) -> int | None:
    """Return how many wait at the queues of a tile; ``None`` where that is not said of it."""
    queues = _queues(inputs.rules, hall, key)
    if not queues or not inputs.serves:
        return None
    return sum(inputs.waiting.get(queue, 0) for queue in queues)


def named(hall: Hall, key: str) -> tuple[str, Named] | None:
    """Return ``"zone"`` or ``"service"`` and its name, of a tile: a voice may have that recorded."""
    word, _, which = key.partition(":")
    if word == "zone" and any(each.id == which for each in hall.zones):
        return "zone", Named(which, zone_of(hall, which).name)
    found = next((each for each in hall.queues if each.id == which), None) if word == "queue" else None
    return ("service", Named(found.id, found.name)) if found else None


def _queues(rules: KioskRules, hall: Hall, key: str) -> Sequence[str]:
    word, _, which = key.partition(":")
    match word:
        case "zone":
            return [queue.id for queue in queues_of(hall, which) if offers_queue(rules, hall, queue)]
        case "queue":
            return [which]
        case "item" if hall.has_item(which):
            return [hall.item(which).queue]
        case "matter":
            return next((each.stages[0].queues for each in hall.matters if each.id == which), ())
    return ()
