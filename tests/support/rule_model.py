"""Whom a window calls, found the slow way: by looking at everybody who waits."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from core.domain.hall import Hall, Tier, VisitorClass
from core.domain.leg import Leg
from core.domain.ticket import LegState
from core.domain.turns import Turn

ORDINARY = VisitorClass("", {})


@dataclass(frozen=True)
class RuleModel:
    """The calling rule of DESIGN.md 4 as one would work it out on paper.

    Attributes:
        skills: Queues that the window's clerk is qualified for; ``None``: all.
        turns: Where the cap and the mix of each queue stand.
        working: The windows that are open or paused.
    """

    hall: Hall
    window: int
    skills: Sequence[str] | None
    turns: Mapping[str, Turn]
    now: datetime
    working: Collection[int]

    def best(self, line: Iterable[Leg]) -> Leg | None:
        """Return whom the window calls of all who wait."""
        ready = [leg for leg in line if self._may_be_called(leg)]
        for place, tier in enumerate(self._tiers()):
            here = [leg for leg in ready if self._counts_in(leg, tier, ready, first=place == 0)]
            for leg in sorted(here, key=self._order):
                if leg.rank == 0 or not self._must_let_others_go_first(leg, here):
                    return leg
        return None

    def _tiers(self) -> list[Tier]:
        tiers = [Tier(self._able(tier.queues), tier.when_wait_over_min) for tier in self._window_tiers()]
        return [tier for tier in tiers if tier.queues] or [Tier(())]

    def _window_tiers(self) -> tuple[Tier, ...]:
        return self.hall.window(self.window).tiers

    def _able(self, queues: Iterable[str]) -> tuple[str, ...]:
        return tuple(queue for queue in queues if self.skills is None or queue in self.skills)

    def _may_be_called(self, leg: Leg) -> bool:
        if leg.state is not LegState.WAITING or leg.held:
            return False
        elsewhere = leg.pin != self.window and leg.pin in self.working
        return not elsewhere and not (leg.ready_at and leg.ready_at > self.now)

    def _counts_in(self, leg: Leg, tier: Tier, ready: Sequence[Leg], *, first: bool) -> bool:
        """Whether the leg may be called from that tier: those for this window alone always may."""
        if leg.pin == self.window:
            served = {queue for each in self._tiers() for queue in each.queues}
            return leg.queue in tier.queues or (first and leg.queue not in served)
        return leg.queue in tier.queues and self._needs_help(leg.queue, tier, ready)

    def _needs_help(self, queue: str, tier: Tier, ready: Sequence[Leg]) -> bool:
        """Whether the first of a class of the queue has waited longer than the tier says."""
        if tier.when_wait_over_min is None:
            return True
        least = tier.when_wait_over_min
        there = sorted((leg for leg in ready if leg.queue == queue), key=lambda leg: leg.visitor_class)
        lanes = groupby((leg for leg in there if leg.pin is None), key=lambda leg: leg.visitor_class)
        firsts = [min(lane, key=lambda leg: (leg.rank, leg.since, leg.entered)) for _, lane in lanes]
        pinned = [leg for leg in there if leg.pin is not None]
        return any(self._waited(leg) > least for leg in (*firsts, *pinned))

    def _waited(self, leg: Leg) -> float:
        return max(0.0, (self.now - leg.since).total_seconds() / 60)

    def _order(self, leg: Leg) -> tuple[int, float, datetime, int]:
        kind = self.hall.classes_by_id.get(leg.visitor_class, ORDINARY)
        return leg.rank, -(self._waited(leg) * kind.weight + kind.head_start_min), leg.since, leg.entered

    def _must_let_others_go_first(self, leg: Leg, here: Sequence[Leg]) -> bool:
        there = [each for each in here if each.queue == leg.queue]
        turn = self.turns.get(leg.queue, Turn(leg.queue))
        capped = self.hall.rules_of(leg.queue).cap > 1 and turn.favour_in > 0
        ordinary = [each for each in there if not self._is_favoured(each) and not self._is_booked(each)]
        if capped and ordinary and self._is_favoured(leg):
            return True
        both = {self._is_booked(each) for each in there} == {True, False}
        if both and bool(turn.booked_left) != bool(turn.others_left):
            return self._is_booked(leg) == (turn.booked_left == 0)
        return False

    def _is_booked(self, leg: Leg) -> bool:
        return bool(leg.visitor_class) and leg.visitor_class == self.hall.bookings.visitor_class

    def _is_favoured(self, leg: Leg) -> bool:
        return leg.visitor_class in self.hall.favoured
