"""A store in memory that keeps what ``core/app/ports.py`` promises.

``tests/core/store/test_contract.py`` holds it and the real one to the same answers.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from core.app.day import begin_day
from core.app.ports import Command
from core.domain.block import Reserved, next_unreserved
from core.domain.clock import business_date
from core.domain.device import Device
from core.domain.errors import ResultUnknown, StaleTicket, TicketUnknown
from core.domain.event import Event, EventKind, without_name
from core.domain.hall import Hall
from core.domain.in_line import InLine
from core.domain.leg import Leg
from core.domain.people import Clerk
from core.domain.quota import Half
from core.domain.result import Result
from core.domain.ticket import LegState, Ticket
from core.domain.turns import Turn
from core.domain.visit import Act
from core.domain.window import WindowState, WindowStatus
from tests.support.fake_reader import FakeReader, Kept
from tests.support.fake_visitors import FakeVisitors

_LEFT_OPEN = (
    LegState.PLANNED,
    LegState.WAITING,
    LegState.CALLED,
    LegState.PASSED,
    LegState.SUSPENDED,
)


class FakeStore:
    """Runs one command after another; of one that fails nothing is kept.

    Attributes:
        reader: Looks at what is kept.
    """

    def __init__(self, hall: Hall, clock: Callable[[], datetime]) -> None:
        self.reader = FakeReader(Kept(hall))
        self._clock = clock
        self._last = datetime.min.replace(tzinfo=UTC)

    def run(self, command: Command) -> Any:
        """Run a command and return its answer, or raise what it raised."""
        self._last = max(self._last, self._clock())
        before = self.reader.kept.copied()
        uow = FakeUnitOfWork(self.reader.kept, self._last)
        try:
            begin_day(uow)
            return command(uow)
        except Exception:
            self.reader.kept = before
            raise

    def legs(self) -> dict[str, Leg]:
        """Return every leg by its id."""
        return dict(self.reader.kept.legs)

    def tickets(self) -> dict[str, Ticket]:
        """Return every ticket by its id."""
        return dict(self.reader.kept.tickets)

    def close(self) -> None:
        """Nothing is held open."""


class FakeUnitOfWork:
    """The :class:`core.app.ports.UnitOfWork` of one command."""

    def __init__(self, kept: Kept, now: datetime) -> None:
        self._kept = kept
        self.now = now
        self.tickets = _Tickets(kept, self.today, now)
        self.windows = _Windows(kept)
        self.turns = _Turns(kept)
        self.events = _Events(kept, now)
        self.answers = _Answers(kept, now)
        self.blocks = _Blocks(kept, self.today)
        self.clerks = _Clerks(kept, now)
        self.devices = _Devices(kept)
        self.results = _Results(kept)
        self.visitors = FakeVisitors(kept, self.today)

    @property
    def hall(self) -> Hall:
        """The hall as it is described now."""
        return self._kept.hall

    @property
    def today(self) -> date:
        """The hall's business date of this command."""
        return business_date(self.now, self.hall.zone_info, self.hall.day_starts)

    @property
    def day(self) -> date | None:
        """The business date of the command before."""
        return self._kept.day

    def set_day(self, day: date) -> None:
        """Note the business date that has begun."""
        self._kept.day = day
        self._kept.day_seq = len(self._kept.events)

    def set_hall(self, hall: Hall, source: str | None = None) -> None:
        """Keep a new description of the hall."""
        self._kept.hall = hall
        self._kept.source = source or self._kept.source


class _Tickets:
    def __init__(self, kept: Kept, today: date, now: datetime) -> None:
        self._kept = kept
        self._today = today
        self._now = now

    def next_running(self, prefix: str, half: Half) -> int:
        key = (self._today, prefix)
        aside = {each.running for each in self._kept.reserved.values() if (each.date, each.prefix) == key}
        self._kept.series[key] = next_unreserved(self._kept.series.get(key, 0) + 1, aside)
        self._kept.halves[*key, half] = self._kept.halves.get((*key, half), 0) + 1
        return self._kept.series[key]

    def issued(self, prefix: str, half: Half) -> int:
        return self._kept.halves.get((self._today, prefix, half), 0)

    def add(self, ticket: Ticket, legs: Sequence[Leg]) -> None:
        taken = {(each.date, each.number) for each in self._kept.tickets.values()}
        assert (ticket.date, ticket.number) not in taken
        self._kept.tickets[ticket.id] = ticket
        for leg in legs:
            self.add_leg(leg)

    def add_leg(self, leg: Leg) -> None:
        assert leg.id not in self._kept.legs
        assert leg.ticket in self._kept.tickets
        self._kept.legs[leg.id] = leg

    def get(self, ticket: str) -> Ticket:
        if ticket not in self._kept.tickets:
            raise TicketUnknown(ticket=ticket)
        return self._kept.tickets[ticket]

    def change(self, ticket: Ticket) -> None:
        self._kept.tickets[ticket.id] = ticket

    def erase_names(self) -> int:
        named = [each for each in self._kept.tickets.values() if each.masked_name and each.date < self._today]
        for each in named:
            self._kept.tickets[each.id] = replace(each, masked_name=None)
        if named:
            self._kept.events[:] = map(without_name, self._kept.events)
        return len(named)

    def legs_of(self, ticket: str) -> list[Leg]:
        return self._kept.legs_of(ticket)

    def of_card(self, card: str, queue: str) -> list[tuple[date, Leg]]:
        tickets = self._kept.tickets
        mine = [leg for leg in self._kept.legs.values() if tickets[leg.ticket].card == card]
        mine.sort(key=lambda leg: tickets[leg.ticket].taken_at)
        return [(tickets[leg.ticket].date, leg) for leg in mine if leg.queue == queue]

    def at_window(self, window: int) -> Leg | None:
        present = self._kept.in_state(LegState.CALLED, LegState.SERVING)
        return next((leg for leg in present if leg.window == window), None)

    def leg(self, leg: str) -> Leg:
        if leg not in self._kept.legs:
            raise TicketUnknown(ticket=leg)
        return self._kept.legs[leg]

    def heads(self, queues: Sequence[str], window: int) -> list[InLine]:
        waiting = self._kept.in_state(LegState.WAITING)
        ready = [leg for leg in waiting if self._may_call(window, leg, queues)]
        heads: dict[tuple[str, str], Leg] = {}
        for leg in ready:
            if leg.queue in queues and leg.pin is None:
                heads.setdefault((leg.queue, leg.visitor_class), leg)
        return [*heads.values(), *(leg for leg in ready if leg.pin is not None)]

    def _may_call(self, window: int, leg: Leg, queues: Sequence[str]) -> bool:
        closed = leg.pin is not None and _Windows(self._kept).get(leg.pin).status is WindowStatus.CLOSED
        if closed and leg.queue in queues:
            leg = leg.let_go()
        return leg.callable_by(window, self._now)

    def waiting(self, queue: str) -> int:
        return sum(leg.queue == queue for leg in self._kept.in_state(LegState.WAITING))

    def nth_waiting(self, queue: str, place: int) -> Leg | None:
        line = [leg for leg in self._kept.in_state(LegState.WAITING) if leg.queue == queue]
        return line[place - 1] if place <= len(line) else None

    def save(self, leg: Leg, *, why: dict[str, Any] | None = None) -> None:
        kept = self._kept.legs[leg.id]
        if kept.version != leg.version - 1:
            raise StaleTicket(number=leg.number)
        if leg.state is LegState.CALLED and leg.calls == 1 and why is not None:
            if kept.state is not LegState.WAITING:
                raise StaleTicket(number=leg.number)
            self._kept.whys[leg.id] = why
        if leg.state.at_window and leg.window is not None:
            present = self.at_window(leg.window)
            assert present is None or present.id == leg.id
            others = [each for each in self._kept.legs_of(leg.ticket) if each.state.at_window]
            assert all(each.id == leg.id for each in others)
        self._kept.legs[leg.id] = leg

    def left_open(self) -> list[tuple[date, Leg]]:
        tickets = self._kept.tickets
        found = [leg for leg in self._kept.legs.values() if leg.state in _LEFT_OPEN]
        dated = [(tickets[leg.ticket].date, leg) for leg in found]
        return sorted(
            [one for one in dated if one[0] < self._today], key=lambda one: (one[0], one[1].entered)
        )

    def open_legs(self) -> list[Leg]:
        return [leg for leg in self._kept.legs.values() if not leg.state.ended]

    def waking(self) -> list[Leg]:
        asleep = [leg for leg in self._kept.in_state(LegState.SUSPENDED) if leg.wake_at]
        due = [leg for leg in asleep if leg.wake_at and leg.wake_at <= self._now]
        return sorted(due, key=lambda leg: leg.wake_at or self._now)


class _Windows:
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def get(self, number: int) -> WindowState:
        return self._kept.windows.get(number, WindowState(number))

    def save(self, state: WindowState) -> None:
        self._kept.windows[state.number] = state

    def not_closed(self) -> list[WindowState]:
        known = {window.number for window in self._kept.hall.windows}
        states = self._kept.windows.values()
        return [each for each in states if each.status is not WindowStatus.CLOSED and each.number in known]

    def last_act(self, number: int) -> Act | None:
        return self._kept.acts.get(number)

    def note_act(self, number: int, act: Act | None) -> None:
        self._kept.windows.setdefault(number, WindowState(number))
        self._kept.acts[number] = act


class _Turns:
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def get(self, queue: str) -> Turn:
        return self._kept.turns.get(queue, Turn(queue))

    def save(self, turn: Turn) -> None:
        self._kept.turns[turn.queue] = turn


class _Events:
    def __init__(self, kept: Kept, now: datetime) -> None:
        self._kept = kept
        self._now = now

    @property
    def next_seq(self) -> int:
        return len(self._kept.events) + 1

    def append(
        self,
        kind: EventKind,
        *,
        ticket: str | None = None,
        leg: str | None = None,
        window: int | None = None,
        zone: str | None = None,
        data: dict[str, Any],
    ) -> Event:
        event = Event(self.next_seq, self._now, kind, ticket, leg, window, zone, data)
        self._kept.events.append(event)
        return event


class _Answers:
    def __init__(self, kept: Kept, now: datetime) -> None:
        self._kept = kept
        self._now = now

    def find(self, key: str) -> tuple[str, dict[str, Any]] | None:
        found = self._kept.answers.get(key)
        return found[:2] if found else None

    def keep(self, key: str, fingerprint: str, answer: Mapping[str, Any]) -> None:
        assert key not in self._kept.answers
        self._kept.answers[key] = (fingerprint, json.loads(json.dumps(answer)), self._now)

    def spend(self, key: str) -> None:
        self._kept.answers[key] = ("spent", {}, self._now)

    def forget_before(self, at: datetime) -> None:
        self._kept.answers = {key: kept for key, kept in self._kept.answers.items() if kept[2] >= at}


class _Blocks:
    def __init__(self, kept: Kept, today: date) -> None:
        self._kept = kept
        self._today = today

    def series(self) -> dict[str, int]:
        return {prefix: last for (day, prefix), last in self._kept.series.items() if day == self._today}

    def reserved(self) -> list[Reserved]:
        of_day = [each for each in self._kept.reserved.values() if each.date == self._today]
        return sorted(of_day, key=lambda each: (each.prefix, each.running))

    def reserve(self, numbers: Sequence[Reserved]) -> None:
        for each in numbers:
            assert (each.date, each.number) not in self._kept.reserved
            self._kept.reserved[each.date, each.number] = each
            self._kept.series.setdefault((each.date, each.prefix), 0)

    def find(self, day: date, number: str) -> Reserved | None:
        return self._kept.reserved.get((day, number))

    def hand_in(self, reserved: Reserved, ticket: str, half: Half) -> None:
        self._kept.reserved[reserved.date, reserved.number] = replace(reserved, ticket=ticket)
        key = (reserved.date, reserved.prefix, half)
        self._kept.halves[key] = self._kept.halves.get(key, 0) + 1

    def forget_before(self, day: date) -> None:
        kept = self._kept.reserved
        self._kept.reserved = {key: each for key, each in kept.items() if each.date >= day}


class _Clerks:
    def __init__(self, kept: Kept, now: datetime) -> None:
        self._kept = kept
        self._now = now

    def get(self, clerk: str) -> Clerk | None:
        return self._kept.clerks.get(clerk)

    def save(self, clerk: Clerk) -> None:
        self._kept.clerks[clerk.id] = clerk

    def sign_out(self, token: str, expires: datetime | None) -> None:
        kept = self._kept.signed_out
        self._kept.signed_out = {each: at for each, at in kept.items() if at is None or at >= self._now}
        self._kept.signed_out[token] = expires


class _Results:
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def get(self, result: str) -> Result:
        if result not in self._kept.results:
            raise ResultUnknown()
        return self._kept.results[result]

    def same(self, text: str, day: date | None) -> Result | None:
        found = (each for each in self._kept.results.values() if (each.text, each.day) == (text, day))
        return next(found, None)

    def add(self, result: Result) -> None:
        self._kept.results[result.id] = result

    def remove(self, result: Result) -> None:
        del self._kept.results[result.id]
        told = self._kept.events[result.seq - 1]
        data = {name: told.data[name] for name in ("result", "by", "queue") if name in told.data}
        self._kept.events[result.seq - 1] = replace(told, data=data)

    def before(self, at: datetime) -> list[Result]:
        return [each for each in self._kept.results.values() if each.ready_at < at]


class _Devices:
    def __init__(self, kept: Kept) -> None:
        self._kept = kept.devices

    def of_machine(self, machine: str | None) -> list[Device]:
        return [self._kept[where] for where in sorted(self._kept) if machine in (None, where[0])]

    def save(self, device: Device) -> None:
        self._kept[device.machine, device.name] = device

    def forget(self, device: Device) -> None:
        del self._kept[device.machine, device.name]
