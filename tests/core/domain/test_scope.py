"""What part of the hall a screen follows."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy, deepcopy
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

import pytest
from hypothesis.stateful import invariant

from core.app.at_window import pass_over
from core.app.call_next import call_next
from core.app.take import Wish, take
from core.app.tickets import restore
from core.app.windows import open_window
from core.domain.errors import HallError, QueueUnknown, WindowUnknown, ZoneUnknown
from core.domain.event import Event
from core.domain.floor import CALLS_KEPT, Floor
from core.domain.hall import Hall, Tier
from core.domain.scope import Scope, scope_of
from tests.support.clock import Clock
from tests.support.fake_store import FakeStore
from tests.support.hall_machine import BOUNDED, HALL, HallMachine, Store, assert_same_floor

pytestmark = pytest.mark.logs("waiting in the queue")

CROSSED = replace(
    HALL,
    windows=tuple(
        replace(window, tiers=(Tier(("insurance",)), *window.tiers)) if window.number == 4 else window
        for window in HALL.windows
    ),
)
"""A hall where window 4 of one zone first helps a queue of another."""

FILTERS: tuple[dict[str, Any], ...] = (
    {"zone": "social"},
    {"zone": "business"},
    {"zone": "self_service"},
    {"window": 3},
    {"window": 4},
    {"window": 1, "beside": True},
    {"queue": "company"},
    {"queue": "insurance"},
    {"zone": "social", "window": 4},
)


def scope(**filters: Any) -> Scope:
    found = scope_of(CROSSED, **filters)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("filters", "queues", "windows"),
    [
        ({"zone": "social"}, {"insurance"}, {1, 2}),
        ({"zone": "self_service"}, set(), set()),
        ({"window": 4}, {"company", "food", "insurance"}, {4}),
        ({"queue": "insurance"}, {"insurance"}, {1, 2, 4}),
        ({"window": 1, "beside": True}, {"insurance"}, {1, 2, 4}),
        ({"zone": "social", "window": 3}, {"insurance", "company", "food"}, {1, 2, 3}),
    ],
)
def test_a_filter_names_queues_and_windows(
    filters: dict[str, Any], queues: set[str], windows: set[int]
) -> None:
    assert scope(**filters) == Scope(frozenset(queues), frozenset(windows))


def test_no_filter_is_the_whole_hall() -> None:
    assert scope_of(HALL) is None


@pytest.mark.parametrize(
    ("filters", "refusal"),
    [({"zone": "x"}, ZoneUnknown), ({"window": 99}, WindowUnknown), ({"queue": "x"}, QueueUnknown)],
)
def test_what_the_hall_does_not_have_is_refused(filters: dict[str, Any], refusal: type[HallError]) -> None:
    with pytest.raises(refusal):
        scope_of(HALL, **filters)


def test_a_restored_visitor_leaves_the_board_of_the_window_that_called() -> None:
    """The window stands in another zone than the queue: that zone's board lists the call as well."""
    store, part = FakeStore(CROSSED, Clock()), scope(zone="business")
    ticket = store.run(partial(take, wish=Wish("insurance"), by="k")).ticket.id
    store.run(partial(open_window, window=4, clerk="1", by="c"))
    store.run(partial(call_next, window=4, by="c"))
    store.run(partial(pass_over, window=4, by="c"))
    before = store.reader.floor()
    board = part.narrow(before)
    assert [call.number for call in board.calls] == ["A001"]
    store.run(partial(restore, ticket=ticket, by="g"))
    for event in store.reader.events_after(before.seq, 10):
        if part.wants(event):
            board.apply(event)
    assert not board.calls


class Screens(HallMachine):
    """Screens with every kind of filter follow a hall from their own snapshots."""

    first_hall = CROSSED

    def __init__(self) -> None:
        super().__init__()
        self.screens: list[tuple[Scope, Floor]] = []
        self.begun_anew()

    def make_store(self, hall: Hall, clock: Callable[[], datetime]) -> Store:
        return FakeStore(hall, clock)

    def folded(self, event: Event) -> None:
        for wanted, floor in self.screens:
            if wanted.wants(event):
                floor.apply(event)

    def begun_anew(self) -> None:
        self.screens = []
        for filters in FILTERS:
            try:
                wanted = scope_of(self.hall, **filters)
            except HallError:
                continue
            assert wanted is not None
            self.screens.append((wanted, wanted.narrow(self.snapshot())))

    def snapshot(self) -> Floor:
        """Return the floor as it would come over the wire, sharing nothing."""
        copied = copy(self.seen)
        copied.waiting, copied.windows = dict(copied.waiting), dict(copied.windows)
        copied.calls = deepcopy(copied.calls)
        return copied

    @invariant()
    def a_filtered_screen_shows_its_part_of_the_whole(self) -> None:
        for wanted, floor in self.screens:
            floor.reached(self.seen.seq)
            assert_same_floor(floor, wanted.narrow(self.seen), exactly=self.today <= CALLS_KEPT)
            assert all(count >= 0 for count in floor.waiting.values())


TestFilteredScreens = Screens.TestCase
TestFilteredScreens.settings = BOUNDED
