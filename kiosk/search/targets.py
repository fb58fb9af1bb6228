"""What can be found in a hall, and under which names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.domain.hall import Hall
from core.domain.text import Text


@dataclass(frozen=True, slots=True)
class Target:
    """One thing a visitor can choose.

    Attributes:
        kind: ``"item"``, ``"matter"``, or ``"queue"`` for a queue that has neither.
    """

    kind: str
    id: str
    name: Text
    frequent: bool = False
    pinyin: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """One name in one language.

    Attributes:
        targets: What it leads to, as places in the list of targets.
        own: It is the name of the target itself, not of where it belongs.
        pinyin: Of a Chinese name, as the catalogue has it.
    """

    name: str
    language: str
    targets: tuple[int, ...]
    own: bool
    pinyin: str = ""


def targets_of(hall: Hall) -> list[Target]:
    """Return all that can be found, in the hall's order: matters of several steps, items, bare queues."""
    matters = [Target("matter", each.id, each.name, each.frequent) for each in hall.matters]
    items = [Target("item", each.id, each.name, each.frequent, each.pinyin) for each in hall.items]
    served = {each.queue for each in hall.items}
    queues = [Target("queue", each.id, each.name) for each in hall.queues if each.id not in served]
    return matters + items + queues


def names_of(hall: Hall, targets: Sequence[Target]) -> Iterator[Named]:
    """Yield every name in every language: the targets' own, then their queues', zones' and departments'."""
    for at, target in enumerate(targets):
        for language, name in target.name.items():
            yield Named(name, language, (at,), own=True, pinyin=target.pinyin if language == "zh" else "")
    for text, led in _belongings(hall, targets):
        for language, name in text.items():
            yield Named(name, language, tuple(led), own=False)


def _belongings(hall: Hall, targets: Sequence[Target]) -> Iterator[tuple[Text, Sequence[int]]]:
    """Yield the name of each queue, zone and department that leads to something, and to what."""
    led: Mapping[tuple[str, str], list[int]] = defaultdict(list)
    for at, target in enumerate(targets):
        for place in dict.fromkeys(_places(hall, target)):
            led[place].append(at)
    for kind, all_of in (("queue", hall.queues), ("zone", hall.zones), ("department", hall.departments)):
        for each in all_of:
            if found := led.get((kind, each.id)):
                yield each.name, found


def _places(hall: Hall, target: Target) -> Iterator[tuple[str, str]]:
    """Yield where a target belongs, as kind and id."""
    queues: tuple[str, ...] = (target.id,)
    match target.kind:
        case "item":
            item = hall.item(target.id)
            queues = (item.queue,)
            yield "department", item.department
        case "matter":
            matter = hall.matter(target.id)
            queues = tuple(queue for stage in matter.stages for queue in stage.queues)
            yield "department", matter.lead
    for queue in queues:
        yield "queue", queue
        yield "zone", hall.zone_of(queue) or ""
    if target.kind == "queue":
        yield from (("department", each) for each in hall.queue(target.id).departments)
