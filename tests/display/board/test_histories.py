"""A board that hears any history shows what the floor says, and what a board that has just come shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import settings
from hypothesis.stateful import invariant

from core.domain.event import Event
from core.domain.floor import Floor
from core.domain.hall import Hall
from core.domain.ticket import LegState
from display.board.derive import BoardInputs, BoardProps, derive_board
from display.board.heard import hear_event, hear_snapshot
from display.board.stage import Stage
from tests.support.fake_store import FakeStore
from tests.support.hall_machine import BOUNDED, HallMachine, Store

# A history may take a queue out of the hall while people wait in it.
pytestmark = pytest.mark.logs("waiting in the queue")


def in_english(language: str, context: str, source: str) -> str:
    return source


class Watching(HallMachine):
    """A hall's and a zone's board that hear every event."""

    def __init__(self) -> None:
        super().__init__()
        blank = BoardInputs(now=self.clock.now, speak=in_english, hall=self.hall)
        self.boards = {zone: self.fresh(replace(blank, zone=zone)) for zone in (None, "business")}

    def make_store(self, hall: Hall, clock: Callable[[], datetime]) -> Store:
        return FakeStore(hall, clock)

    def fresh(self, inputs: BoardInputs) -> BoardInputs:
        """Return a board that comes up now."""
        blank = replace(inputs, stage=Stage(), ended=frozenset())
        return hear_snapshot(blank, self.seen, 0, timedelta())

    def folded(self, event: Event) -> None:
        for zone, inputs in self.boards.items():
            now = max(inputs.now, self.now)
            settled = replace(inputs, now=now, stage=inputs.stage.settled(now))
            self.boards[zone] = hear_event(settled, self.seen, event, late=timedelta())

    def begun_anew(self) -> None:
        for zone, inputs in self.boards.items():
            heard = replace(inputs, hall=self.hall)
            self.boards[zone] = hear_snapshot(heard, self.seen, self.seen.seq, timedelta())

    def shown(self, inputs: BoardInputs) -> BoardProps:
        now = max(inputs.now, self.now)
        return derive_board(replace(inputs, hall=self.hall, now=now, stage=inputs.stage.settled(now)))

    @invariant()
    def every_call_is_listed_with_whether_its_visitor_is_expected(self) -> None:
        for inputs in self.boards.values():
            listed = [call for call in self.seen.calls if inputs.zone in (None, call.zone)]
            for row, call in zip(self.shown(inputs).rows, listed, strict=False):
                assert (row.key, row.number, row.window) == (call.leg, call.number, str(call.window))
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
            for mine, other in zip(self.shown(inputs).rows, self.shown(self.fresh(inputs)).rows, strict=True):
                # Of a window that the hall no longer has, who has just come cannot know that it served.
                known = int(mine.window) in self.seen.windows
                assert replace(mine, flashing=False) == replace(
                    other, flashing=False, calling=other.calling if known else mine.calling
                )


def is_expected(floor: Floor, leg: str, window: int) -> bool:
    visitor = floor.visitor(window)
    return visitor is not None and visitor.leg == leg and visitor.state is LegState.CALLED


TestHistories = Watching.TestCase
TestHistories.settings = settings(BOUNDED, max_examples=max(1, BOUNDED.max_examples // 2))
