"""How the names of queues are typed in Latin letters; pure but for the table of readings."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from core.domain.hall import Hall
from core.pinyin.readings import Readings, read_table, units

WAYS_MOST = 32
"""Of a name with more ways to read it, the first ones."""


def spellings(hall: Hall) -> Mapping[str, tuple[str, ...]]:
    """Return for each queue the pinyin and the first letters of its Chinese name, in every way it is read."""
    names = {queue.id: queue.name.get("zh", "") for queue in hall.queues}
    readings = read_table("".join(names.values()))
    return {queue: _ways(name, readings) for queue, name in names.items()}


def _ways(name: str, readings: Readings) -> tuple[str, ...]:
    said = [unit.said for unit in units(name, "", readings) if unit.said]
    ways: list[str] = []
    for syllables in product(*said):
        if len(ways) >= 2 * WAYS_MOST or not syllables:
            break
        ways += ["".join(syllables), "".join(each[0] for each in syllables)]
    return tuple(dict.fromkeys(ways))
