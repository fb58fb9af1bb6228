"""A console that hears any history shows who is at its window and what can be done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from hypothesis import settings
from hypothesis.stateful import invariant

from caller.moves import Move, legal_moves
from caller.view_model import Console
from core.domain.event import Event, EventKind
from core.domain.floor import empty_floor
from core.domain.hall import Hall
from tests.support.fake_link import FakeLink
from tests.support.fake_store import FakeStore
from tests.support.hall_machine import BOUNDED, HallMachine, Store

# A history may take a queue out of the hall while people wait in it.
pytestmark = [pytest.mark.logs("waiting in the queue"), pytest.mark.usefixtures("qapp")]

WINDOW = 4


class AtTheDesk(HallMachine):
    """The console of a window, on a line that hears every event of the hall."""

    def make_store(self, hall: Hall, clock: Callable[[], datetime]) -> Store:
        self.link = FakeLink()
        self.console = Console(self.link, WINDOW, call_gap_ms=0)
        self.console.start()
        self.link.connect_to(hall, empty_floor(hall))
        return FakeStore(hall, clock)

    def teardown(self) -> None:
        self.console.stop()
        super().teardown()

    def folded(self, event: Event) -> None:
        self.link.push(event)
        if event.kind is EventKind.HALL_CHANGED and "date" not in event.data:
            self.link.set_hall(self.described())

    def begun_anew(self) -> None:
        self.link.set_hall(self.hall)
        self.link.snapshot(self.store.reader.floor())

    @invariant()
    def the_console_shows_who_is_at_the_window(self) -> None:
        there, shown = self.seen.visitor(WINDOW), self.console.props.visitor
        if there is None or shown is None:
            assert there is None
            assert shown is None
            return
        assert (shown.number, shown.state, shown.calls) == (there.number, there.state, there.calls)
        assert (shown.step, shown.steps) == (there.step, there.steps)

    @invariant()
    def the_console_offers_what_the_window_may_do(self) -> None:
        moves = legal_moves(self.seen.windows.get(WINDOW))
        not_yet = {Move.PASS} if self.console.props.pass_in_s else set()
        assert self.console.props.moves == moves - not_yet

    @invariant()
    def the_console_counts_the_queues_of_its_profile(self) -> None:
        known = [window for window in self.hall.windows if window.number == WINDOW]
        queues = known[0].queues if known else ()
        assert [queue.id for queue in self.console.props.queues] == list(queues)
        assert self.console.props.total == sum(self.seen.waiting.get(queue, 0) for queue in queues)


TestHistories = AtTheDesk.TestCase
TestHistories.settings = settings(BOUNDED, max_examples=max(1, BOUNDED.max_examples // 2))
