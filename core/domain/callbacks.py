"""Whom the hall rings up afterwards (电话回访): a few finished visits of a day, drawn repeatably."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain, islice, zip_longest

from core.domain.rating import BAD_MOST

CASES_USUAL = 12
CASES_MOST = 50


@dataclass(frozen=True, slots=True)
class FinishedCase:
    """A finished leg, or a whole visit by its last one.

    Attributes:
        level: How it was rated, 1-5, ``None`` where it was not.
    """

    ticket: str
    number: str
    queue: str
    item: str | None
    window: int | None
    ended_at: datetime
    level: int | None = None

    @property
    def dissatisfied(self) -> bool:
        """Whether it had a bad rating."""
        return self.level is not None and self.level <= BAD_MOST


def visits_of(legs: Iterable[FinishedCase]) -> list[FinishedCase]:
    """Return each visit once: by the leg that ended last, with the worst rating that any of its legs had."""
    visits: dict[str, FinishedCase] = {}
    for leg in legs:
        known = visits.get(leg.ticket)
        if known is None:
            visits[leg.ticket] = leg
            continue
        levels = [each.level for each in (known, leg) if each.level is not None]
        last = max(known, leg, key=lambda each: each.ended_at)
        visits[leg.ticket] = replace(last, level=min(levels, default=None))
    return list(visits.values())


def drawn(
    visits: Iterable[FinishedCase],
    *,
    count: int,
    seed: str,
    group: Callable[[FinishedCase], str],
) -> list[FinishedCase]:
    """Return ``count`` visits: dissatisfied ones first, then one of each group in turn, at random.

    A visit's place in the draw depends on the seed and on its own id alone: whoever draws again from the same
    day with the same seed gets the same visits, in any program that can do SHA-256 of ``SEED:TICKET``.

    Args:
        group: What the others are to be spread over, e.g. their department.
    """

    def lot(what: str) -> str:
        return hashlib.sha256(f"{seed}:{what}".encode()).hexdigest()

    by_lot = sorted(visits, key=lambda visit: lot(visit.ticket))
    groups: dict[str, list[FinishedCase]] = {}
    for visit in by_lot:
        if not visit.dissatisfied:
            groups.setdefault(group(visit), []).append(visit)
    in_turn = zip_longest(*(groups[each] for each in sorted(groups, key=lot)))
    others = (visit for visit in chain.from_iterable(in_turn) if visit is not None)
    return list(islice(chain((visit for visit in by_lot if visit.dissatisfied), others), count))
