"""Who waits in one queue, and how many of them are called before a given visitor."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import exp

from core.domain.turns import Kind

RATE_OVER_S = 1800.0
"""Arrivals are counted over about so long."""


@dataclass(frozen=True, slots=True)
class Favour:
    """How a class of visitors is called (DESIGN.md 4).

    Attributes:
        weight: A second waited counts so much.
        head_start_s: Seconds a visitor of this class is treated as having waited already.
        kind: What the cap and the mix take it for.
    """

    weight: float = 1.0
    head_start_s: float = 0.0
    kind: Kind = Kind.ORDINARY


ORDINARY = Favour()


@dataclass(slots=True)
class Rate:
    """How often something happens, the last half hour counting most."""

    began: float | None = None
    last: float = 0.0
    sum: float = 0.0

    def happened(self, at: float) -> None:
        """Count one."""
        if self.began is None:
            self.began = at
        self.sum = self.sum * exp((self.last - at) / RATE_OVER_S) + 1
        self.last = at

    def per_s(self, at: float) -> float:
        """Return how often a second it happens at the instant ``at``."""
        if self.began is None:
            return 0.0
        # Before half an hour has gone by, what was seen stands for a shorter time.
        seen_s = RATE_OVER_S * (1 - exp(-max(at - self.began, 300.0) / RATE_OVER_S))
        return self.sum * exp((self.last - at) / RATE_OVER_S) / seen_s


@dataclass(slots=True)
class Lane:
    """Those of one class, by arrival.

    Attributes:
        since: When each who waits arrived, ascending.
    """

    since: list[float] = field(default_factory=list)
    rate: Rate = field(default_factory=Rate)


@dataclass(slots=True)
class Line:
    """Those who wait in one queue, by class.

    Attributes:
        cap: At most 1 in so many calls is a favoured one while ordinary people wait; 0: no cap.
        ratio: So many booked visitors are called to so many others, while both wait.
    """

    cap: int = 0
    ratio: tuple[int, int] = (1, 1)
    lanes: dict[str, Lane] = field(default_factory=dict)
    rate: Rate = field(default_factory=Rate)
    count: int = 0

    def arrived(self, visitor_class: str, at: float) -> None:
        """Count an arrival."""
        self.rate.happened(at)
        self._lane(visitor_class).rate.happened(at)

    def join(self, visitor_class: str, since: float) -> None:
        """Somebody waits here who came at ``since``."""
        insort(self._lane(visitor_class).since, since)
        self.count += 1

    def leave(self, visitor_class: str, since: float) -> None:
        """Who came at ``since`` waits here no more."""
        waiting = self._lane(visitor_class).since
        del waiting[bisect_left(waiting, since)]
        self.count -= 1

    def first_since(self) -> float | None:
        """Return when the longest waiting visitor came."""
        return min((lane.since[0] for lane in self.lanes.values() if lane.since), default=None)

    def waited_longer(self, than_s: float, now: float) -> int:
        """Return how many have waited longer than that."""
        return sum(bisect_left(lane.since, now - than_s) for lane in self.lanes.values())

    def ahead(
        self,
        favours: Mapping[str, Favour],
        visitor_class: str,
        since: float,
        now: float,
        wait_s: float,
        *,
        own: bool = True,
    ) -> float:
        """Return how many are called before a visitor who is called ``wait_s`` from now.

        Those whose score is higher by then went first, also those who are yet to come.

        Args:
            own: Whether the visitor is of this queue, so that its cap and its mix count.
        """
        favour = favours.get(visitor_class, ORDINARY)
        reached = (now + wait_s - since) * favour.weight + favour.head_start_s
        before = dict.fromkeys(Kind, 0.0)
        for each, lane in self.lanes.items():
            theirs = favours.get(each, ORDINARY)
            if each == visitor_class:
                before[theirs.kind] += bisect_left(lane.since, since)
            else:
                before[theirs.kind] += _before(lane, theirs, reached, now, wait_s)
        if not own:
            return sum(before.values())
        return self._mixed(favours, favour.kind, before)

    def _mixed(self, favours: Mapping[str, Favour], kind: Kind, before: Mapping[Kind, float]) -> float:
        """Bound what the scores say by the mix with bookings: whatever the scores, both have their share."""
        booked, others = self.ratio
        if kind is Kind.BOOKED:
            waiting = self._waiting(favours, Kind.ORDINARY) + self._waiting(favours, Kind.FAVOURED)
            return before[kind] + min(waiting, (before[kind] + 0.5) * others / booked)
        ahead = self._capped(favours, kind, before)
        waiting = self._waiting(favours, Kind.BOOKED)
        if not waiting:
            return ahead
        return ahead + min(waiting, (ahead + 0.5) * booked / others)

    def _capped(self, favours: Mapping[str, Favour], kind: Kind, before: Mapping[Kind, float]) -> float:
        """Bound it by the cap: at most 1 in ``cap`` calls is a favoured one while ordinary people wait."""
        ordinary, favoured = before[Kind.ORDINARY], before[Kind.FAVOURED]
        if self.cap <= 1:
            return ordinary + favoured
        between = self.cap - 1
        if kind is Kind.ORDINARY:
            return ordinary + min(favoured, (ordinary + 1) / between)
        waiting = self._waiting(favours, Kind.ORDINARY)
        return favoured + max(ordinary, min(waiting, favoured * between))

    def _waiting(self, favours: Mapping[str, Favour], kind: Kind) -> int:
        return sum(
            len(lane.since) for each, lane in self.lanes.items() if favours.get(each, ORDINARY).kind is kind
        )

    def _lane(self, visitor_class: str) -> Lane:
        lane = self.lanes.get(visitor_class)
        if lane is None:
            lane = self.lanes[visitor_class] = Lane()
        return lane


def _before(lane: Lane, theirs: Favour, reached: float, now: float, wait_s: float) -> float:
    """Return how many of a lane have a score above ``reached`` in ``wait_s`` seconds."""
    if theirs.weight <= 0:
        return float(len(lane.since)) if theirs.head_start_s > reached else 0.0
    waited = (reached - theirs.head_start_s) / theirs.weight - wait_s
    if waited >= 0:
        return float(bisect_left(lane.since, now - waited))
    return len(lane.since) + lane.rate.per_s(now) * min(-waited, wait_s)
