"""Who waits in one queue, and how many of them are called before a given visitor."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
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
_ORDINARY, _FAVOURED, _BOOKED = Kind.ORDINARY, Kind.FAVOURED, Kind.BOOKED


@dataclass(frozen=True, slots=True)
class Asker:
    """Whose wait is asked for.

    Attributes:
        since: When the asker came.
        joined: Whether the asker is counted among those who wait.
    """

    visitor_class: str
    favour: Favour
    since: float
    now: float
    joined: bool


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

    def ahead(self, favours: Mapping[str, Favour], asker: Asker, wait_s: float, *, own: bool = True) -> float:
        """Return how many are called before somebody who is called ``wait_s`` from now.

        Those whose score is higher by then went first, also those who are yet to come.

        Args:
            own: Whether the asker is of this queue, so that its cap and its mix count.
        """
        reached = (asker.now + wait_s - asker.since) * asker.favour.weight + asker.favour.head_start_s
        ordinary = favoured = booked = 0.0
        for each, lane in self.lanes.items():
            theirs = favours.get(each, ORDINARY)
            if each == asker.visitor_class:
                before = max(0.0, bisect_right(lane.since, asker.since) - float(own and asker.joined))
            else:
                before = _before(lane, theirs, reached, asker.now, wait_s)
            if theirs.kind is _ORDINARY:
                ordinary += before
            elif theirs.kind is _FAVOURED:
                favoured += before
            else:
                booked += before
        if not own:
            return ordinary + favoured + booked
        if asker.favour.kind is _BOOKED:
            return self._between_others(favours, booked)
        ahead = self._capped(favours, asker.favour.kind, ordinary, favoured)
        return ahead + self._booked_between(favours, ahead)

    def _between_others(self, favours: Mapping[str, Favour], booked: float) -> float:
        """Return how many go before a booked visitor: whatever the scores, the others have their share."""
        share, others = self.ratio
        waiting = self._waiting(favours, _ORDINARY) + self._waiting(favours, _FAVOURED)
        return booked + min(waiting, (booked + 0.5) * others / share)

    def _booked_between(self, favours: Mapping[str, Favour], ahead: float) -> float:
        """Return how many booked visitors go between ``ahead`` others."""
        waiting = self._waiting(favours, _BOOKED)
        return min(waiting, (ahead + 0.5) * self.ratio[0] / self.ratio[1]) if waiting else 0.0

    def _capped(self, favours: Mapping[str, Favour], kind: Kind, ordinary: float, favoured: float) -> float:
        """Bound favour: at most 1 in ``cap`` calls is a favoured one while ordinary people wait."""
        if self.cap <= 1:
            return ordinary + favoured
        between = self.cap - 1
        if kind is _ORDINARY:
            return ordinary + min(favoured, (ordinary + 1) / between)
        return favoured + max(ordinary, min(self._waiting(favours, _ORDINARY), favoured * between))

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
        return float(bisect_right(lane.since, now - waited))
    return len(lane.since) + lane.rate.per_s(now) * min(-waited, wait_s)
