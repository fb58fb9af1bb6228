"""The calling rule: which of the waiting people a window calls next, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from core.domain.hall import Tiers, VisitorClass
from core.domain.ticket import Leg

ORDINARY = VisitorClass("", {})


@dataclass(frozen=True, slots=True)
class Choice:
    """Who is called, and the answer to "why was he before me?".

    Attributes:
        tier: Place of the tier in the window's profile, from 1.
        score: Minutes waited times weight, plus head start.
        runner_up: Number of the ticket that would have been next in that tier, with its score.
    """

    leg: Leg
    tier: int
    score: float
    runner_up: tuple[str, float] | None

    def why(self) -> dict[str, Any]:
        """Return the reasons as JSON-ready values."""
        why: dict[str, Any] = {"tier": self.tier, "score": round(self.score, 3)}
        if self.runner_up is not None:
            why["runner_up"] = {"number": self.runner_up[0], "score": round(self.runner_up[1], 3)}
        return why


def score(leg: Leg, visitor_class: VisitorClass, now: datetime) -> float:
    """Return minutes waited times weight plus head start (accumulating priority, DESIGN.md 4)."""
    waited_min = max(0.0, (now - leg.since).total_seconds() / 60)
    return waited_min * visitor_class.weight + visitor_class.head_start_min


def choose(
    tiers: Tiers, heads: Sequence[Leg], classes: Mapping[str, VisitorClass], now: datetime
) -> Choice | None:
    """Return whom a window of profile ``tiers`` calls, or ``None`` if nobody waits for it.

    Args:
        tiers: The window's profile.
        heads: The first one waiting of each (queue, class); others need not be looked at, because inside
            one lane scores keep the order of arrival.
        classes: Classes by id; a ticket of a class that the hall no longer has counts as ordinary.
        now: The instant of the call.
    """
    for place, tier in enumerate(tiers, start=1):
        ranked = sorted(
            (
                (leg, score(leg, classes.get(leg.visitor_class, ORDINARY), now))
                for leg in heads
                if leg.queue in tier
            ),
            key=lambda scored: (-scored[1], scored[0].since, scored[0].entered),
        )
        if ranked:
            first, rest = ranked[0], ranked[1:]
            runner_up = (rest[0][0].number, rest[0][1]) if rest else None
            return Choice(first[0], place, first[1], runner_up)
    return None
