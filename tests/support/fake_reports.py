"""Counting for the reports what the fake store keeps."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from typing import TYPE_CHECKING

from core.domain.callbacks import FinishedCase
from core.domain.day_figures import DayCounts, LegsCounted, OwnFinished
from core.domain.event import EventKind
from core.domain.leg import Leg
from core.domain.slip import SlipState
from core.domain.ticket import LegState

if TYPE_CHECKING:
    from tests.support.fake_reader import Kept


class FakeReportsReader:
    """The :class:`core.app.ports_reports.ReportsReader` of what is kept; each leg is counted on its own."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def day(self, day: date) -> DayCounts:
        """Count the tickets of a business date."""
        kept = self._kept
        tickets = [ticket for ticket in kept.tickets.values() if ticket.date == day]
        of_day = {ticket.id for ticket in tickets}
        legs = [leg for leg in kept.legs.values() if leg.ticket in of_day and self._joined(leg)]
        series: Counter[str] = Counter()
        for (of, prefix, _), issued in kept.halves.items():
            series[prefix] += issued if of == day else 0
        reached = {prefix: last for (of, prefix), last in kept.series.items() if of == day}
        return DayCounts([self._counted(leg) for leg in legs], series, self.slips(day), reached)

    def slips(self, day: date) -> dict[SlipState | None, int]:
        """Count the tickets of a business date by what is known of their slips."""
        return Counter(each.slip for each in self._kept.tickets.values() if each.date == day)

    def finished(self, since: datetime, until: datetime) -> list[FinishedCase]:
        """Return the legs that ended as done from ``since`` and before ``until``."""
        found = []
        for leg in self._kept.in_state(LegState.DONE):
            if leg.ended_at is None or not since <= leg.ended_at < until:
                continue
            rating = self._kept.visitors.ratings.get(leg.id)
            level = rating.said.level if rating and rating.given_at < until else None
            where = (leg.ticket, leg.number, leg.queue, leg.item, leg.window, leg.ended_at)
            found.append(FinishedCase(*where, level))
        return found

    def mine(self, clerk: str, since: datetime, until: datetime) -> list[OwnFinished]:
        """Return what a clerk finished, by queue and item."""
        found: dict[tuple[str, str | None], tuple[int, float]] = {}
        for leg in self._kept.in_state(LegState.DONE):
            if leg.clerk != clerk or leg.ended_at is None or not since <= leg.ended_at < until:
                continue
            assert leg.started_at is not None
            count, served_s = found.get((leg.queue, leg.item), (0, 0.0))
            served_s += (leg.ended_at - leg.started_at).total_seconds()
            found[leg.queue, leg.item] = (count + 1, served_s)
        own = [OwnFinished(*of, *counted) for of, counted in found.items()]
        return sorted(own, key=lambda each: (-each.count, each.queue, each.item or ""))

    def _joined(self, leg: Leg) -> bool:
        """Whether it ever waited in its queue or was served there."""
        if leg.state is LegState.PLANNED:
            return False
        return any(event.leg == leg.id and event.kind is not EventKind.VOID for event in self._kept.events)

    def _counted(self, leg: Leg) -> LegsCounted:
        walk_in = leg.called_at is not None and leg.calls == 0
        waited = 0.0
        if leg.called_at is not None:
            event = self._kept.events[leg.entered - 1]
            taken_at = self._kept.tickets[leg.ticket].taken_at
            came = taken_at if event.kind is EventKind.TAKEN else event.at
            waited = (leg.called_at - came).total_seconds()
        served = 0.0
        if leg.started_at is not None and leg.ended_at is not None:
            served = (leg.ended_at - leg.started_at).total_seconds()
        return LegsCounted(
            queue=leg.queue,
            window=leg.window,
            clerk=leg.clerk,
            state=leg.state,
            called=leg.called_at is not None,
            started=leg.started_at is not None,
            walk_in=walk_in,
            count=1,
            first=int(leg.place == 1),
            waited_s=waited,
            longest_s=waited,
            served_s=served,
        )
