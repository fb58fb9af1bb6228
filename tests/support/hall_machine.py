"""Random histories of a hall, for hypothesis: every move, in any order, also the refused ones.

``HALLCALL_EXAMPLES`` and ``HALLCALL_STEPS`` in the environment ask for more of them.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import Any, Protocol

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from core.app import at_window
from core.app.call_next import Called, call_next
from core.app.describe_hall import describe_hall
from core.app.ports import Command, Reader
from core.app.take import take
from core.app.tickets import cancel, restore
from core.app.windows import close_window, open_window, pause_window
from core.domain.calling import ORDINARY, score
from core.domain.errors import HallError
from core.domain.event import Event, EventKind
from core.domain.floor import CALLS_KEPT, Floor, empty_floor
from core.domain.hall import Hall
from core.domain.leg import Leg
from core.domain.ticket import LegState
from tests.support.clock import Clock
from tests.support.halls import lhasa_like

SEARCHING = "HALLCALL_EXAMPLES" in os.environ
BOUNDED = settings(
    max_examples=int(os.environ.get("HALLCALL_EXAMPLES", "60")),
    stateful_step_count=int(os.environ.get("HALLCALL_STEPS", "40")),
    # The same histories every time, and a failing one as it is; who searches gets new and shortened ones.
    derandomize=not SEARCHING,
    phases=tuple(Phase) if SEARCHING else (Phase.generate,),
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)

HALL = lhasa_like()
SMALLER = replace(
    HALL,
    classes=HALL.classes[:1],
    queues=tuple(queue for queue in HALL.queues if queue.id != "company"),
    windows=tuple(replace(window, tiers=(("food",),)) for window in HALL.windows if window.number == 3),
)
"""The hall after a technician left out a class, a queue and most windows."""

QUEUES = ("insurance", "insurance", "company", "food", "no_such")
WINDOWS = (1, 2, 3, 4, 4, 4, 99)
BY = "clerk:1"
EVERYTHING = 1_000_000

windows = st.sampled_from(WINDOWS)
which = st.integers(0, 50)
acts = st.lists(
    st.sampled_from(["call_next", "start", "recall", "finish", "pass_over", "put_back"]),
    min_size=1,
    max_size=4,
)


class Store(Protocol):
    """What the machine asks of a store, fake or real."""

    @property
    def reader(self) -> Reader: ...
    def run(self, command: Command) -> Any: ...
    def legs(self) -> dict[str, Leg]: ...
    def close(self) -> None: ...


class HallMachine(RuleBasedStateMachine):
    """A hall in which anything may be tried; a store is given by the subclass.

    Attributes:
        seen: The floor as a screen has it that folded every event.
        today: Calls told since the business day began.
        taken: Every ticket given out, to its date and number.
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

    def make_store(self, hall: Hall, clock: Callable[[], datetime]) -> Store:
        raise NotImplementedError

    def teardown(self) -> None:
        self.store.close()

    def folded(self, event: Event) -> None:
        """Be told of each event after it was folded into ``seen``."""

    def begun_anew(self) -> None:
        """Be told that the screens took a new snapshot."""

    def act(self, command: Command) -> Any:
        """Run a command; a refused one must leave everything as it was."""
        self.store.run(lambda uow: None)  # the turn of the day on its own, if there is one
        self.follow()
        before = (self.store.reader.floor(), self.store.legs())
        try:
            answer = self.store.run(command)
        except HallError:
            assert (self.store.reader.floor(), self.store.legs()) == before
            return None
        self.follow()
        return answer

    def follow(self) -> None:
        """Fold what happened, as a screen does."""
        for event in self.store.reader.events_after(self.seen.seq, EVERYTHING):
            assert event.seq == self.seen.seq + 1
            self.today += event.kind in (EventKind.CALLED, EventKind.RECALLED)
            if event.kind is EventKind.HALL_CHANGED:
                self.today = 0
            self.seen.apply(event)
            self.folded(event)
        self.legs = self.store.legs()

    @initialize()
    def morning(self) -> None:
        for window in (1, 3, 4):
            self.a_window_changes(window, "open")

    @rule(
        queues=st.lists(st.sampled_from(QUEUES), min_size=2, max_size=4),
        visitor_class=st.sampled_from([None, "elderly"]),
        window=windows,
        acts=acts,
    )
    def a_busy_minute(
        self, queues: list[str], visitor_class: str | None, window: int, acts: list[str]
    ) -> None:
        for queue in queues:
            self.take(queue, visitor_class, None)
        self.call_next(window)
        self.at_the_window(window, acts, None)

    @rule(minutes=st.sampled_from([1, 2, 7, 45, -30]))
    def time_passes(self, minutes: int) -> None:
        self.clock.advance(minutes=minutes)

    @rule(
        queue=st.sampled_from(QUEUES),
        visitor_class=st.sampled_from([None, "elderly", "king"]),
        language=st.sampled_from([None, "bo", "fr"]),
    )
    def take(self, queue: str, visitor_class: str | None, language: str | None) -> None:
        taken = self.act(
            lambda uow: take(uow, by="kiosk:1", queue=queue, visitor_class=visitor_class, language=language)
        )
        if taken is None:
            return
        assert taken.ahead == self.seen.waiting[queue] - 1
        self.taken[taken.ticket.id] = (taken.ticket.date, taken.ticket.number)

    def call_next(self, window: int) -> None:
        waiting = [leg for leg in self.store.legs().values() if leg.state is LegState.WAITING]
        answer = self.act(lambda uow: call_next(uow, window=window, by=BY))
        if isinstance(answer, Called):
            assert answer.leg.called_at is not None
            best = self.best(window, waiting, answer.leg.called_at)
            assert best is not None
            assert answer.leg.id == best.id
        elif answer is not None:
            assert self.best(window, waiting, self.clock.now) is None

    def best(self, window: int, waiting: list[Leg], now: datetime) -> Leg | None:
        """Return whom the rule calls, found by scoring everybody who waits and not only the heads."""
        classes = {each.id: each for each in self.hall.classes}
        waiting = [leg for leg in waiting if self.legs[leg.id].state is not LegState.VOID]
        for tier in self.hall.window(window).tiers:
            there = [leg for leg in waiting if leg.queue in tier]
            if there:
                return min(
                    there,
                    key=lambda leg: (
                        -score(leg, classes.get(leg.visitor_class, ORDINARY), now),
                        leg.since,
                        leg.entered,
                    ),
                )
        return None

    @rule(window=windows, acts=acts, reason=st.sampled_from([None, "no_show", "break"]))
    def at_the_window(self, window: int, acts: list[str], reason: str | None) -> None:
        for act in acts:
            if act == "call_next":
                self.call_next(window)
            elif act == "put_back":
                self.put_back(window)
            elif act == "pass_over":
                self.act(lambda uow: at_window.pass_over(uow, window=window, by=BY, reason=reason))
            else:
                self.act(partial(getattr(at_window, act), window=window, by=BY))

    def put_back(self, window: int) -> None:
        before = self.legs
        leg = self.act(lambda uow: at_window.put_back(uow, window=window, by=BY))
        if leg is not None:
            assert (leg.since, leg.entered) == (before[leg.id].since, before[leg.id].entered)

    def one(self, which: int, *states: LegState) -> str:
        """Return a ticket, one in ``states`` if there is any."""
        wanted = [leg.ticket for leg in self.legs.values() if leg.state in states]
        tickets = sorted(wanted or self.taken, key=list(self.taken).index)
        return tickets[which % len(tickets)] if tickets else "no_such"

    @rule(which=which)
    def restore(self, which: int) -> None:
        ticket = self.one(which, LegState.PASSED)
        leg = self.act(lambda uow: restore(uow, ticket=ticket, by="guide:1"))
        if leg is not None:
            waiting = [each for each in self.legs.values() if each.state is LegState.WAITING]
            line = [each for each in waiting if each.queue == leg.queue]
            assert max(line, key=lambda each: (each.since, each.entered)).id == leg.id

    @rule(
        which=which,
        state=st.sampled_from([LegState.WAITING, LegState.CALLED, LegState.PASSED, LegState.SERVING]),
        reason=st.sampled_from([None, "no_show"]),
    )
    def cancel(self, which: int, state: LegState, reason: str | None) -> None:
        ticket = self.one(which, state)
        self.act(lambda uow: cancel(uow, ticket=ticket, by="guide:1", reason=reason))

    @rule(window=windows, act=st.sampled_from(["open", "pause", "pause", "close"]))
    def a_window_changes(self, window: int, act: str) -> None:
        if act == "open":
            self.act(lambda uow: open_window(uow, window=window, clerk="1", by=BY))
        elif act == "pause":
            self.act(lambda uow: pause_window(uow, window=window, reason="break", by=BY))
        else:
            self.act(lambda uow: close_window(uow, window=window, by=BY))

    @rule(smaller=st.sampled_from([False, False, True]), minutes=st.sampled_from([0, 600, 1440]))
    def the_core_starts_again(self, smaller: bool, minutes: int) -> None:
        self.clock.advance(minutes=minutes)
        hall = SMALLER if smaller else self.first_hall
        if self.act(lambda uow: describe_hall(uow, hall=hall)):
            self.hall = hall
            self.seen = self.store.reader.floor()
            self.begun_anew()

    @invariant()
    def numbers_are_unique_in_a_day(self) -> None:
        assert len(set(self.taken.values())) == len(self.taken)

    @invariant()
    def a_window_has_one_visitor_and_a_visitor_one_window(self) -> None:
        present = [leg for leg in self.legs.values() if leg.state.at_window]
        assert len({leg.window for leg in present}) == len(present)
        assert len({leg.ticket for leg in present}) == len(present)
        assert all(leg.window is not None and leg.called_at is not None for leg in present)

    @invariant()
    def nobody_is_lost(self) -> None:
        assert {leg.ticket for leg in self.legs.values()} == set(self.taken)
        assert len(self.legs) == len(self.taken)
        waiting = [leg for leg in self.legs.values() if leg.state is LegState.WAITING]
        shown = set(self.seen.waiting)
        assert sum(self.seen.waiting.values()) == sum(leg.queue in shown for leg in waiting)

    @invariant()
    def who_folded_the_events_sees_what_the_store_sees(self) -> None:
        assert_same_floor(self.seen, self.store.reader.floor(), exactly=self.today <= CALLS_KEPT)


def assert_same_floor(one: Floor, other: Floor, *, exactly: bool = True) -> None:
    """Compare two floors.

    Args:
        exactly: Also how many of the oldest calls are remembered; past ``CALLS_KEPT`` calls in a zone a floor
            that saw one of them taken back remembers fewer than one that begins with a snapshot.
    """
    assert (one.seq, one.waiting, one.windows) == (other.seq, other.waiting, other.windows)
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
