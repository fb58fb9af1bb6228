"""What the fake store keeps, and looking at it."""

from __future__ import annotations

from collections import deque
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from core.app.ports_reader import PassedNumber, QueueView, TicketView
from core.domain.block import Reserved
from core.domain.device import Device
from core.domain.errors import TicketUnknown
from core.domain.event import Event
from core.domain.floor import CALLS_KEPT, CallView, Floor, WindowView, empty_floor, visitor_of
from core.domain.hall import Hall
from core.domain.leg import Leg
from core.domain.people import Clerk
from core.domain.quota import Half
from core.domain.ready_results import ReadyResults
from core.domain.result import Result
from core.domain.slip import SlipWanted, is_missing
from core.domain.ticket import LegState, Ticket
from core.domain.turns import Turn
from core.domain.visit import Act, current
from core.domain.window import WindowState
from tests.support.fake_reports import FakeReportsReader
from tests.support.fake_visitors import FakeVisitorsReader, KeptVisitors


@dataclass
class Kept:
    """Everything the store keeps; the values are frozen, so a shallow copy is a whole one."""

    hall: Hall
    day: date | None = None
    day_seq: int = 0
    tickets: dict[str, Ticket] = field(default_factory=dict)
    legs: dict[str, Leg] = field(default_factory=dict)
    whys: dict[str, dict[str, Any]] = field(default_factory=dict)
    windows: dict[int, WindowState] = field(default_factory=dict)
    series: dict[tuple[date, str], int] = field(default_factory=dict)
    halves: dict[tuple[date, str, Half], int] = field(default_factory=dict)
    reserved: dict[tuple[date, str], Reserved] = field(default_factory=dict)
    acts: dict[int, Act | None] = field(default_factory=dict)
    turns: dict[str, Turn] = field(default_factory=dict)
    source: str | None = None
    events: list[Event] = field(default_factory=list)
    answers: dict[str, tuple[str, dict[str, Any], datetime]] = field(default_factory=dict)
    clerks: dict[str, Clerk] = field(default_factory=dict)
    signed_out: dict[str, datetime | None] = field(default_factory=dict)
    devices: dict[tuple[str, str], Device] = field(default_factory=dict)
    results: dict[str, Result] = field(default_factory=dict)
    visitors: KeptVisitors = field(default_factory=KeptVisitors)

    def copied(self) -> Kept:
        """Return a copy that the original does not follow."""
        return Kept(**{name: copy(value) for name, value in vars(self).items()})

    def in_state(self, *states: LegState) -> list[Leg]:
        """Return the legs in one of ``states``, first in their queue first."""
        found = [leg for leg in self.legs.values() if leg.state in states]
        return sorted(found, key=lambda leg: (leg.rank, leg.since, leg.entered))

    def legs_of(self, ticket: str) -> list[Leg]:
        """Return the legs of a ticket in their order."""
        found = [leg for leg in self.legs.values() if leg.ticket == ticket]
        if not found:
            raise TicketUnknown(ticket=ticket)
        return sorted(found, key=lambda leg: leg.place)


class FakeReader:
    """The :class:`core.app.ports_reader.Reader` of what is kept; it looks at states, never at events.

    Attributes:
        kept: What the last command left.
    """

    def __init__(self, kept: Kept) -> None:
        self.kept = kept

    @property
    def visitors(self) -> FakeVisitorsReader:
        """Look at what is kept of visitors."""
        return FakeVisitorsReader(self.kept)

    @property
    def reports(self) -> FakeReportsReader:
        """Count what is kept."""
        return FakeReportsReader(self.kept)

    def epoch(self) -> str:
        """Return the life of the hall: there is only one."""
        return "fake"

    def floor(self) -> Floor:
        """Return the floor as the kept states say."""
        kept = self.kept
        floor = empty_floor(kept.hall)
        floor.seq = len(kept.events)
        for leg in kept.in_state(LegState.WAITING):
            if leg.queue in floor.waiting:
                floor.waiting[leg.queue] += 1
        for number, view in floor.windows.items():
            floor.windows[number] = self._window(view)
        floor.calls = self._calls()
        floor.results = ReadyResults.of(kept.results.values())
        return floor

    def _window(self, view: WindowView) -> WindowView:
        kept = self.kept
        state = kept.windows.get(view.number, WindowState(view.number))
        present = kept.in_state(LegState.CALLED, LegState.SERVING)
        leg = next((leg for leg in present if leg.window == view.number), None)
        return replace(
            view,
            status=state.status,
            clerk=state.clerk,
            reason=state.reason,
            since=state.since,
            visitor=visitor_of(leg, self._name(leg)) if leg else None,
        )

    def _name(self, leg: Leg) -> str:
        name = self.kept.tickets[leg.ticket].masked_name if self.kept.hall.shows_names(leg.queue) else None
        return name or ""

    def _calls(self) -> deque[CallView]:
        kept = self.kept
        listed: list[CallView] = []
        for leg in kept.legs.values():
            if leg.call_seq is not None and leg.call_seq > kept.day_seq:
                assert leg.call_at is not None
                assert leg.window is not None
                zone = kept.hall.zone_of(leg.queue) or ""
                where = (leg.id, leg.number, leg.queue, zone, leg.window)
                call = CallView(*where, leg.calls, leg.call_at, leg.call_seq, leg.step, leg.steps)
                listed.append(replace(call, masked_name=self._name(leg)))
        listed.sort(key=lambda call: -call.seq)
        newest = {zone: [call for call in listed if call.zone == zone] for zone in {c.zone for c in listed}}
        return deque(call for call in listed if newest[call.zone].index(call) < CALLS_KEPT)

    def events_after(self, seq: int, limit: int) -> list[Event]:
        """Return up to ``limit`` events after ``seq``."""
        return self.kept.events[seq : seq + limit]

    def ticket(self, ticket: str) -> TicketView:
        """Return a ticket with its legs."""
        kept = self.kept
        if ticket not in kept.tickets:
            raise TicketUnknown(ticket=ticket)
        legs = kept.legs_of(ticket)
        last = current(legs)
        line = kept.in_state(LegState.WAITING)
        there = [leg for leg in line if leg.queue == last.queue]
        ahead = there.index(last) if last in there else 0
        return TicketView(kept.tickets[ticket], tuple((leg, kept.whys.get(leg.id)) for leg in legs), ahead)

    def ticket_by_track(self, track: str) -> TicketView:
        """Return the ticket of a visitor's own page."""
        for ticket in self.kept.tickets.values():
            if ticket.track == track:
                return self.ticket(ticket.id)
        raise TicketUnknown

    def find(
        self,
        *,
        number: str | None = None,
        queue: str | None = None,
        state: LegState | None = None,
        window: int | None = None,
        slip: SlipWanted | None = None,
        most: int = 100,
    ) -> list[tuple[Leg, Ticket]]:
        """Return the legs of the day that match, in the order in which they wait."""
        kept = self.kept
        found = [
            (leg, kept.tickets[leg.ticket])
            for leg in kept.legs.values()
            if number in (None, leg.number)
            and queue in (None, leg.queue)
            and state in (None, leg.state)
            and (window is None or window in (leg.window, leg.pin))
            and (not leg.state.ended or kept.tickets[leg.ticket].date == kept.day)
            and (slip is None or _looked_for(kept.tickets[leg.ticket], leg, slip))
        ]
        return sorted(found, key=lambda one: (one[0].queue, one[0].rank, one[0].since, one[0].entered))[:most]

    def next_wake(self) -> datetime | None:
        """Return when the next suspended visitor waits again by itself."""
        wakes = [leg.wake_at for leg in self.kept.in_state(LegState.SUSPENDED) if leg.wake_at]
        return min(wakes, default=None)

    def source(self) -> str | None:
        """Return the hall file that the description was read from."""
        return self.kept.source

    def queues(self) -> list[QueueView]:
        """Return the queues that somebody waits in."""
        waiting = self.kept.in_state(LegState.WAITING)
        lines = {leg.queue: [each for each in waiting if each.queue == leg.queue] for leg in waiting}
        return [QueueView(queue, len(line), min(leg.since for leg in line)) for queue, line in lines.items()]

    def passed(self, most: int) -> list[PassedNumber]:
        """Return the numbers that were passed and did not come back."""
        legs = sorted(self.kept.in_state(LegState.PASSED), key=lambda leg: leg.call_seq or 0, reverse=True)
        return [PassedNumber(leg.number, leg.queue, leg.window) for leg in legs[:most]]

    def clerk(self, clerk: str) -> Clerk | None:
        """Return a clerk."""
        return self.kept.clerks.get(clerk)

    def clerks(self) -> list[Clerk]:
        """Return everybody who signs in."""
        return [self.kept.clerks[clerk] for clerk in sorted(self.kept.clerks)]

    def signed_out(self) -> set[str]:
        """Return the ids of the tokens that were given back."""
        return set(self.kept.signed_out)

    def results(self) -> list[Result]:
        """Return what can be collected."""
        return list(self.kept.results.values())

    def devices(self) -> list[Device]:
        """Return the devices of every machine."""
        return [self.kept.devices[where] for where in sorted(self.kept.devices)]

    def issued(self, day: date) -> dict[str, dict[Half, int]]:
        """Return how many numbers of each series were issued in the halves of a day."""
        prefixes = [prefix for of_day, prefix in self.kept.series if of_day == day]
        return {
            prefix: {half: self.kept.halves.get((day, prefix, half), 0) for half in Half}
            for prefix in prefixes
        }


def _looked_for(ticket: Ticket, leg: Leg, wanted: SlipWanted) -> bool:
    at = wanted.missing_at
    missing = at is not None and is_missing(ticket.slip, ticket.slip_since, at) and not leg.state.ended
    return missing or ticket.slip in wanted.states
