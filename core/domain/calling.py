"""The calling rule: which of the waiting people a window calls next, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from core.domain.hall import Tier, Tiers, VisitorClass
from core.domain.in_line import InLine
from core.domain.leg import FIRST
from core.domain.turns import UNMIXED, Mixing, Turn

ORDINARY = VisitorClass("", {})


@dataclass(frozen=True, slots=True)
class Choice:
    """Who is called, and the answer to "why was he before me?".

    Attributes:
        tier: Place of the tier in the window's profile, from 1.
        score: Minutes waited times weight, plus head start.
        runner_up: Number of the ticket that would have been next in that tier, with its score.
        turn: Where the queue's cap and mix stand after the call.
        held_back: Numbers with a higher score that had to wait, each with the rule: ``"cap"`` or ``"mix"``.
    """

    leg: InLine
    tier: int
    score: float
    runner_up: tuple[str, float] | None
    turn: Turn
    held_back: tuple[tuple[str, str], ...] = ()

    def why(self) -> dict[str, Any]:
        """Return the reasons as JSON-ready values."""
        why: dict[str, Any] = {"tier": self.tier, "score": round(self.score, 3)}
        if self.leg.rank == FIRST:
            why["first"] = True
        if self.leg.pin is not None:
            why["window"] = self.leg.pin
        if self.runner_up is not None:
            why["runner_up"] = {"number": self.runner_up[0], "score": round(self.runner_up[1], 3)}
        if self.held_back:
            why["held_back"] = [{"number": number, "rule": rule} for number, rule in self.held_back]
        return why


def waited_min(leg: InLine, now: datetime) -> float:
    """Return for how many minutes the visitor has waited."""
    return max(0.0, (now - leg.since).total_seconds() / 60)


def score(leg: InLine, visitor_class: VisitorClass, now: datetime) -> float:
    """Return minutes waited times weight plus head start (accumulating priority, DESIGN.md 4)."""
    return waited_min(leg, now) * visitor_class.weight + visitor_class.head_start_min


def choose(
    tiers: Tiers,
    heads: Sequence[InLine],
    classes: Mapping[str, VisitorClass],
    now: datetime,
    mixing: Mixing = UNMIXED,
) -> Choice | None:
    """Return whom a window of profile ``tiers`` calls, or ``None`` if nobody waits for it.

    Args:
        tiers: The window's profile.
        heads: The first one waiting of each (queue, class) who may be called by this window now; others need
            not be looked at, because inside one lane scores keep the order of arrival. Those who wait for
            this window alone are among them, also of queues that are not in its profile: those count as of
            the first tier. Nobody else can help them, so they are not kept until a wait is over.
        classes: Classes by id; a ticket of a class that the hall no longer has counts as ordinary.
        now: The instant of the call.
        mixing: The caps and the mix with bookings.
    """
    profile = {queue for tier in tiers for queue in tier.queues}
    strays = [leg for leg in heads if leg.pin is not None and leg.queue not in profile]
    for place, tier in enumerate(tiers or (Tier(()),), start=1):
        ready = _ready(tier, heads, now) + (strays if place == 1 else [])
        if ready:
            ranked, held = _ranked(ready, classes, now), _held_back(ready, mixing)
            chosen = next(leg for leg, _ in ranked if leg.id not in held or leg.rank == FIRST)
            return _choice(chosen, place, ranked, held, mixing)
    return None


def _ready(tier: Tier, heads: Sequence[InLine], now: datetime) -> list[InLine]:
    """Return who of a tier's queues may be called by now."""
    helped = _helped(tier, heads, now)
    return [leg for leg in heads if leg.queue in (helped if leg.pin is None else tier.queues)]


def _held_back(ready: Sequence[InLine], mixing: Mixing) -> dict[str, str]:
    """Return who must let others go first, with the rule; of each queue somebody is left."""
    held: dict[str, str] = {}
    for queue, line in groupby(sorted(ready, key=lambda leg: leg.queue), key=lambda leg: leg.queue):
        held |= mixing.held_back(queue, list(line))
    return held


def _helped(tier: Tier, heads: Sequence[InLine], now: datetime) -> set[str]:
    """Return the queues of a tier that are to be helped by now."""
    if tier.when_wait_over_min is None:
        return set(tier.queues)
    return {
        leg.queue
        for leg in heads
        if leg.queue in tier.queues and waited_min(leg, now) > tier.when_wait_over_min
    }


def _ranked(
    heads: Iterable[InLine], classes: Mapping[str, VisitorClass], now: datetime
) -> list[tuple[InLine, float]]:
    scored = [(leg, score(leg, classes.get(leg.visitor_class, ORDINARY), now)) for leg in heads]
    return sorted(scored, key=lambda one: (one[0].rank, -one[1], one[0].since, one[0].entered, one[0].id))


def _choice(
    chosen: InLine, tier: int, ranked: Sequence[tuple[InLine, float]], held: Mapping[str, str], mixing: Mixing
) -> Choice:
    place = next(at for at, (leg, _) in enumerate(ranked) if leg.id == chosen.id)
    runner_up = next(((leg.number, score) for leg, score in ranked[place + 1 :]), None)
    line = [leg for leg, _ in ranked if leg.queue == chosen.queue]
    return Choice(
        leg=chosen,
        tier=tier,
        score=ranked[place][1],
        runner_up=runner_up,
        turn=mixing.after(chosen, line),
        held_back=tuple((leg.number, held[leg.id]) for leg, _ in ranked[:place]),
    )
