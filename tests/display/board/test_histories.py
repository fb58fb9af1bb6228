"""A board that hears any history shows what the floor says, and what a board that has just come shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import settings
from hypothesis.stateful import invariant

from core.domain.event import Event
from core.domain.floor import CALLS_KEPT, CallView, Floor
from core.domain.hall import Hall
from core.domain.screen import Screen
from core.domain.ticket import LegState
from display.board.derive import BoardInputs, BoardProps, derive_board
from display.board.heard import hear_event, hear_snapshot
from display.board.roll import Roll
from display.board.stage import Stage
from tests.support.fake_store import FakeStore
from tests.support.hall_machine import BOUNDED, HallMachine, Store

# A history may take a queue out of the hall while people wait in it.
pytestmark = pytest.mark.logs("waiting in the queue")


ROOM, MOST, MOST_NAMED = 5, 16, 8


def in_english(language: str, context: str, source: str) -> str:
    return source


class Watching(HallMachine):
    """A hall's and a zone's board that hear every event."""

    def __init__(self) -> None:
        super().__init__()
        blank = BoardInputs(now=self.clock.now, speak=in_english, hall=self.hall)
        self.boards = {
            zone: self.fresh(replace(blank, screen=Screen(zone=zone or ""))) for zone in (None, "business")
        }

    def make_store(self, hall: Hall, clock: Callable[[], datetime]) -> Store:
        return FakeStore(hall, clock)

    def fresh(self, inputs: BoardInputs) -> BoardInputs:
        """Return a board that comes up now."""
        blank = replace(inputs, stage=Stage(), roll=Roll(ROOM, MOST), ended=frozenset())
        return hear_snapshot(blank, self.seen, 0, timedelta())

    def folded(self, event: Event) -> None:
        for zone, inputs in self.boards.items():
            now = max(inputs.now, self.now)
            settled = at(inputs, now)
            self.boards[zone] = hear_event(settled, self.seen, event, late=timedelta())

    def begun_anew(self) -> None:
        for zone, inputs in self.boards.items():
            heard = replace(inputs, hall=self.hall)
            self.boards[zone] = hear_snapshot(heard, self.seen, self.seen.seq, timedelta())

    def is_forgotten(self, call: CallView) -> bool:
        """Return whether the floor has forgotten a call for newer ones: a board shows it its ten seconds."""
        newer = [each.seq for each in self.seen.calls if each.zone == call.zone]
        return len(newer) == CALLS_KEPT and call.seq < min(newer)

    def shown(self, inputs: BoardInputs) -> BoardProps:
        return derive_board(self.now_of(inputs))

    def now_of(self, inputs: BoardInputs) -> BoardInputs:
        return at(replace(inputs, hall=self.hall), max(inputs.now, self.now))

    @invariant()
    def every_call_is_listed_with_whether_its_visitor_is_expected(self) -> None:
        for inputs in self.boards.values():
            waiting = {call.leg for call in self.now_of(inputs).roll.waiting}
            listed = [
                call
                for call in self.seen.calls
                if inputs.zone in (None, call.zone) and call.leg not in waiting
            ]
            rolled = [each.call for each in self.now_of(inputs).roll.rows]
            known = {call.leg: call for call in (*filter(self.is_forgotten, rolled), *listed)}
            rows, plan = self.shown(inputs).rows, self.shown(inputs).plan
            # Not by their last call: one that was recalled while it waited for its row kept its place.
            assert (plan.room, plan.rush_room) == (ROOM, MOST_NAMED if plan.masked else MOST)
            # In a rush the list is denser, and calls do not name their queue.
            assert len(rows) <= min(plan.lines * plan.across, len(known))
            assert not plan.names or len(rows) == min(ROOM, len(known))
            for row in rows:
                call = known[row.key]
                assert (row.number, row.window) == (call.number, str(call.window))
                assert row.calling == is_expected(self.seen, call.leg, call.window)

    @invariant()
    def the_large_field_shows_a_listed_call_or_greets(self) -> None:
        for inputs in self.boards.values():
            listed = {call.leg: call for call in self.seen.calls if inputs.zone in (None, call.zone)}
            hero, on = self.shown(inputs).hero, inputs.stage.on
            assert bool(hero.number) == bool(listed)
            assert on is None or on.leg in listed
            assert {call.leg for call in inputs.stage.queue} <= set(listed)
            assert not hero.calling or any(
                call.number == hero.number and is_expected(self.seen, call.leg, call.window)
                for call in listed.values()
            )

    @invariant()
    def a_board_that_has_just_come_lists_the_same(self) -> None:
        for inputs in self.boards.values():
            if self.now_of(inputs).roll.waiting:
                continue
            others = {row.key: row for row in self.shown(self.fresh(inputs)).rows}
            for mine in self.shown(inputs).rows:
                other = others.get(mine.key, mine)
                # Of a window that the hall no longer has, who has just come cannot know that it served.
                known = int(mine.window) in self.seen.windows
                assert replace(mine, flashing=False) == replace(
                    other, flashing=False, calling=other.calling if known else mine.calling
                )


def is_expected(floor: Floor, leg: str, window: int) -> bool:
    visitor = floor.visitor(window)
    return visitor is not None and visitor.leg == leg and visitor.state is LegState.CALLED


def at(inputs: BoardInputs, now: datetime) -> BoardInputs:
    return replace(inputs, now=now, stage=inputs.stage.settled(now), roll=inputs.roll.settled(now))


TestHistories = Watching.TestCase
TestHistories.settings = settings(BOUNDED, max_examples=max(1, BOUNDED.max_examples // 2))
