"""A hall whose every change is followed, and what must hold of it after each.

``HALLCALL_EXAMPLES`` and ``HALLCALL_STEPS`` in the environment ask for more histories.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Protocol

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant

from core.app.ports import Command
from core.app.ports_reader import Reader
from core.domain.day_figures import day_figures
from core.domain.errors import HallError
from core.domain.event import Event, EventKind
from core.domain.floor import CALLS_KEPT, Floor, empty_floor
from core.domain.hall import Hall
from core.domain.leg import Leg
from core.domain.slip import SlipState, slips_told
from core.domain.ticket import LegState, Ticket
from tests.support.clock import Clock
from tests.support.every_rule import every_rule, hire
from tests.support.halls import naming
from tests.support.visits import must_be_sound

SEARCHING = "HALLCALL_EXAMPLES" in os.environ
BOUNDED = settings(
    max_examples=int(os.environ.get("HALLCALL_EXAMPLES", "40")),
    stateful_step_count=int(os.environ.get("HALLCALL_STEPS", "40")),
    # The same histories every time, and a failing one as it is; who searches gets new and shortened ones.
    derandomize=not SEARCHING,
    phases=tuple(Phase) if SEARCHING else (Phase.generate,),
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)

HALL = naming(every_rule(), "business", "social")
EVERYTHING = 1_000_000
TICK_S = 0.01
"""Databases reckon with milliseconds, or with fractions of a day."""
_ACTS = (LegState.DONE, LegState.PASSED, LegState.TRANSFERRED)
_ABOUT = (EventKind.REPRINTED, EventKind.RATED, EventKind.RATING_ASKED)


class Store(Protocol):
    """What the machine asks of a store, fake or real."""

    @property
    def reader(self) -> Reader: ...
    def run(self, command: Command) -> Any: ...
    def legs(self) -> dict[str, Leg]: ...
    def tickets(self) -> dict[str, Ticket]: ...
    def close(self) -> None: ...


@dataclass(frozen=True)
class Done:
    """What a window did last.

    Attributes:
        before: The legs of the visit before it, by their ids.
        after: The same legs and new ones after it.
    """

    at: datetime
    leg: Leg
    before: dict[str, Leg]
    after: dict[str, Leg]


class History(RuleBasedStateMachine):
    """A hall in which anything may be tried; a store is given by the subclass.

    Attributes:
        seen: The floor as a screen has it that folded every event.
        today: Calls told since the business day began.
        taken: Every ticket given out, to its date and number.
        legs: Every leg as the store has it.
        told: State of every leg as its events tell it.
        joined: Legs that events tell more of than that their step never came.
        slips: State of every slip as its events tell it.
        acts: What each window did last, as far as it can be taken back.
        refused: The refusal of the last command.
    """

    first_hall = HALL

    def __init__(self) -> None:
        super().__init__()
        self.clock = Clock()
        self.hall = self.first_hall
        self.store = self.make_store(self.hall, self.clock)
        self.seen = empty_floor(self.hall)
        self.today = 0
        self.taken: dict[str, tuple[date, str]] = {}
        self.legs: dict[str, Leg] = {}
        self.told: dict[str, str | None] = {}
        self.joined: set[str] = set()
        self.slips: dict[str, SlipState] = {}
        self.acts: dict[int, Done] = {}
        self.refused: HallError | None = None
        self.latest = self.clock.now
        self.store.run(hire)

    def make_store(self, hall: Hall, clock: Callable[[], datetime]) -> Store:
        raise NotImplementedError

    def teardown(self) -> None:
        self.store.close()

    def folded(self, event: Event) -> None:
        """Be told of each event after it was folded into ``seen``."""

    def begun_anew(self) -> None:
        """Be told that the screens took a new snapshot."""

    @property
    def now(self) -> datetime:
        """The hall's time: it stands still while the clock is behind it."""
        return max(self.latest, self.clock.now)

    def act(self, command: Command) -> Any:
        """Run a command; a refused one must leave everything as it was."""
        self.latest = self.now
        self.store.run(lambda uow: None)  # the turn of the day on its own, if there is one
        self.follow()
        before, floor = self.legs, self.store.reader.floor()
        self.refused = None
        try:
            answer = self.store.run(command)
        except HallError as refusal:
            self.refused = refusal
            assert (self.store.reader.floor(), self.store.legs()) == (floor, before)
            return None
        self.follow()
        self._note_acts(before)
        return answer

    def follow(self) -> None:
        """Fold what happened, as a screen does."""
        before = self.legs
        for event in self.store.reader.events_after(self.seen.seq, EVERYTHING):
            assert event.seq == self.seen.seq + 1
            self.today += event.kind in (EventKind.CALLED, EventKind.RECALLED)
            if event.kind is EventKind.HALL_CHANGED and "date" in event.data:
                self.today = 0
            self._tell(event)
            self.seen.apply(event)
            self.folded(event)
        self.legs = self.store.legs()
        for each in before.values():
            now = self.legs[each.id]
            assert (now.version > each.version) == (now != each), "a change is a new version, nothing else is"

    def _tell(self, event: Event) -> None:
        """Fold the states that events tell; each goes on where the one before ended."""
        self.slips |= slips_told([event])
        if event.leg is None:
            return
        known = self.told.get(event.leg)
        came_from = event.data["from"]
        assert came_from == known or (known, came_from) == (None, "planned")
        self.told[event.leg] = event.data["to"]
        if event.kind is not EventKind.VOID:
            self.joined.add(event.leg)
        assert event.kind not in _ABOUT or came_from == event.data["to"]

    def _note_acts(self, before: dict[str, Leg]) -> None:
        """Remember whom a window has finished, passed or sent on with the last command."""
        for was in before.values():
            if was.state.at_window and self.legs[was.id].state in _ACTS:
                assert was.window is not None
                self.acts[was.window] = Done(
                    self.now, was, _visit(before, was.ticket), _visit(self.legs, was.ticket)
                )

    def untouched(self, act: Done) -> bool:
        """Whether the visit is as the act left it."""
        return _visit(self.legs, act.leg.ticket) == act.after

    def must_be_as_before(self, act: Done) -> None:
        """Hold a visit to what it was before the act that was taken back."""
        for leg in _visit(self.legs, act.leg.ticket).values():
            was = act.before.get(leg.id)
            if was is None:
                assert leg.state is LegState.VOID
            else:
                # Being asked into a line and out again leaves its number behind; a call is not listed twice.
                same = {"version": was.version, "call_at": was.call_at, "call_seq": was.call_seq}
                if was.state is LegState.PLANNED:
                    same |= {"entered": was.entered}
                assert replace(leg, several=was.several, **same) == was  # type: ignore[arg-type]

    @invariant()
    def what_is_promised_holds(self) -> None:
        self.numbers_are_unique_in_a_day()
        self.a_window_has_one_visitor_and_a_visitor_one_window()
        self.nobody_is_lost()
        self.the_events_tell_every_state()
        self.the_events_tell_every_slip()
        self.the_figures_add_up()
        self.who_folded_the_events_sees_what_the_store_sees()

    def numbers_are_unique_in_a_day(self) -> None:
        assert len(set(self.taken.values())) == len(self.taken)

    def a_window_has_one_visitor_and_a_visitor_one_window(self) -> None:
        present = [leg for leg in self.legs.values() if leg.state.at_window]
        assert len({leg.window for leg in present}) == len(present)
        assert len({leg.ticket for leg in present}) == len(present)
        assert all(leg.window is not None and leg.called_at is not None for leg in present)

    def nobody_is_lost(self) -> None:
        assert {leg.ticket for leg in self.legs.values()} == set(self.taken)
        waiting = [leg for leg in self.legs.values() if leg.state is LegState.WAITING]
        for queue, count in self.seen.waiting.items():
            assert count == sum(leg.queue == queue for leg in waiting)
        for ticket in self.taken:
            must_be_sound(list(_visit(self.legs, ticket).values()))

    def the_events_tell_every_state(self) -> None:
        for leg in self.legs.values():
            told = self.told.get(leg.id)
            assert told == leg.state.value or (told is None and leg.state is LegState.PLANNED)

    def the_events_tell_every_slip(self) -> None:
        kept = {ticket.id: ticket.slip for ticket in self.store.tickets().values() if ticket.slip}
        assert kept == self.slips

    def the_figures_add_up(self) -> None:
        of_days = [
            day_figures(self.store.reader.reports.day(day)) for day in {day for day, _ in self.taken.values()}
        ]
        assert sum(each.tickets for each in of_days) == len(self.taken)
        for figures in of_days:
            assert figures.tickets == figures.total.taken == sum(figures.slips.values())
            for each in (figures.total, *figures.queues.values()):
                ended = each.served + each.passed + each.moved + each.void
                assert each.taken + each.joined == ended + each.open
                assert min(each.wait.longest_s, each.wait.sum_s, each.serving.sum_s) >= -TICK_S
        joined = sum(each.total.taken + each.total.joined for each in of_days)
        stay = [leg for leg in self.joined if self.legs[leg].state is not LegState.PLANNED]
        assert joined == len(stay)

    def who_folded_the_events_sees_what_the_store_sees(self) -> None:
        assert_same_floor(self.seen, self.store.reader.floor(), exactly=self.today <= CALLS_KEPT)


def _visit(legs: dict[str, Leg], ticket: str) -> dict[str, Leg]:
    return {leg.id: leg for leg in legs.values() if leg.ticket == ticket}


def assert_same_floor(one: Floor, other: Floor, *, exactly: bool = True) -> None:
    """Compare two floors.

    Args:
        exactly: Also how many of the oldest calls are remembered; past ``CALLS_KEPT`` calls in a zone a floor
            that saw one of them taken back remembers fewer than one that begins with a snapshot.
    """
    assert (one.seq, one.waiting, one.windows) == (other.seq, other.waiting, other.windows)
    assert one.results == other.results
    if exactly:
        assert one.calls == other.calls
        return
    for zone in {call.zone for call in (*one.calls, *other.calls)}:
        pairs = zip(
            [call for call in one.calls if call.zone == zone],
            [call for call in other.calls if call.zone == zone],
            strict=False,
        )
        assert all(mine == theirs for mine, theirs in pairs)
