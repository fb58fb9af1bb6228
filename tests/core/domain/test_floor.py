"""The floor as a screen folds it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from core.app import at_window
from core.app.call_next import call_next
from core.app.take import Wish, take
from core.app.tickets import cancel, restore
from core.app.windows import open_window, pause_window
from core.domain.event import Event, EventKind
from core.domain.floor import CALLS_KEPT, Floor, empty_floor, replay, states_of
from core.domain.scope import scope_of
from core.domain.ticket import LegState
from core.domain.window import WindowStatus
from tests.support.clock import MORNING, Clock
from tests.support.day import Day
from tests.support.fake_store import FakeStore
from tests.support.halls import lhasa_like

HALL = lhasa_like()


class Hall:
    """A floor and the day that is told to it."""

    def __init__(self) -> None:
        self.floor = empty_floor(HALL)
        self.clock = Clock()
        self.events: list[Event] = []
        self.day = Day(HALL, self._tell, self.clock)

    def _tell(self, event: Event) -> None:
        self.events.append(event)
        self.floor.apply(event)
        self.clock.advance(seconds=1)

    @property
    def listed(self) -> list[str]:
        return [call.number for call in self.floor.calls]


@pytest.fixture
def hall() -> Hall:
    return Hall()


def test_an_empty_hall_shows_every_queue_and_every_window() -> None:
    floor = empty_floor(HALL)
    assert floor.waiting == {"insurance": 0, "company": 0, "food": 0, "advice": 0}
    assert {view.status for view in floor.windows.values()} == {WindowStatus.CLOSED}
    assert len(floor.windows) == 5


def test_a_visit_is_counted_and_shown_at_its_window(hall: Hall) -> None:
    hall.day.take("A001")
    assert hall.floor.waiting["insurance"] == 1
    hall.day.call("A001", 1)
    visitor = hall.floor.visitor(1)
    assert visitor is not None
    assert (hall.floor.waiting["insurance"], visitor.number, visitor.state) == (0, "A001", LegState.CALLED)
    started = hall.day.start("A001")
    visitor = hall.floor.visitor(1)
    assert visitor is not None
    assert (visitor.state, visitor.since) == (LegState.SERVING, started.at)
    hall.day.finish("A001")
    assert hall.floor.visitor(1) is None
    assert hall.listed == ["A001"], "a board goes on showing who was called"


def test_the_newest_call_is_first_and_a_recall_moves_its_row(hall: Hall) -> None:
    for number, window in (("A001", 1), ("A002", 2), ("B001", 3)):
        hall.day.take(number)
        hall.day.call(number, window)
    assert hall.listed == ["B001", "A002", "A001"]
    hall.day.recall("A001")
    assert hall.listed == ["A001", "B001", "A002"]
    assert hall.floor.calls[0].calls == 2
    visitor = hall.floor.visitor(1)
    assert visitor is not None
    assert visitor.calls == 2


@pytest.mark.parametrize(("end", "listed"), [("put_back", []), ("cancel", []), ("miss", ["A001"])])
def test_a_call_taken_back_is_on_no_board_any_more(hall: Hall, end: str, listed: list[str]) -> None:
    hall.day.take("A001")
    hall.day.call("A001", 1)
    getattr(hall.day, end)("A001")
    assert hall.listed == listed
    assert hall.floor.visitor(1) is None
    assert hall.floor.waiting["insurance"] == (end == "put_back")


def test_a_zone_remembers_twenty_calls_and_does_not_push_another_zone_out(hall: Hall) -> None:
    hall.day.take("B001")
    hall.day.call("B001", 3)
    for running in range(1, CALLS_KEPT + 6):
        number = f"A{running:03d}"
        hall.day.take(number)
        hall.day.call(number, 1)
        hall.day.finish(number)
    social = [call.number for call in hall.floor.calls if call.zone == "social"]
    assert social == [f"A{running:03d}" for running in range(CALLS_KEPT + 5, 5, -1)]
    assert "B001" in hall.listed


def test_a_new_day_begins_with_empty_boards(hall: Hall) -> None:
    hall.day.take("A001")
    hall.day.call("A001", 1)
    hall.day.new_day()
    assert hall.listed == []
    assert hall.floor.visitor(1) is not None, "who is served past the turn of the day is left in peace"


def test_a_window_shows_clerk_and_reason_while_it_is_not_closed(hall: Hall) -> None:
    hall.day.open(2)
    paused = hall.day.pause(2, "meeting")
    view = hall.floor.windows[2]
    assert (view.status, view.clerk, view.reason, view.since) == (
        WindowStatus.PAUSED,
        "0301",
        "meeting",
        paused.at,
    )
    hall.day.open(2)
    assert hall.floor.windows[2].reason is None
    hall.day.close(2)
    assert hall.floor.windows[2].clerk is None


def test_an_event_that_comes_twice_counts_once(hall: Hall) -> None:
    taken = hall.day.take("A001")
    hall.floor.apply(taken)
    assert (hall.floor.waiting["insurance"], hall.floor.seq) == (1, 1)


def test_a_floor_knows_how_far_it_is_without_an_event_of_its_own() -> None:
    floor = Floor(seq=7)
    floor.reached(9)
    floor.reached(8)
    assert floor.seq == 9


def test_the_same_events_give_the_same_floor(hall: Hall) -> None:
    for number in ("A001", "B001", "C001"):
        hall.day.take(number)
    hall.day.call("B001", 3)
    assert replay(HALL, hall.events) == hall.floor


def test_a_filtered_floor_hears_of_a_queue_it_does_not_show_and_stays_at_zero() -> None:
    """Window 3 stands in one zone and is told of calls of queues that a screen of window 3 may not count."""
    scope = scope_of(HALL, window=1)
    assert scope is not None
    floor = scope.narrow(empty_floor(HALL))
    told: list[Event] = []
    day = Day(HALL, told.append, Clock())
    day.take("B001")
    day.call("B001", 1)
    for event in told:
        floor.apply(event)
    assert floor.waiting == {"insurance": 0}
    assert [call.number for call in floor.calls] == ["B001"]


def as_told_before(event: Event) -> Event:
    """Return an event as the program told it that knew visits of one leg only."""
    new = {"to", "step", "steps", "called_at", "started_at"}
    if event.kind not in (EventKind.RESTORED, EventKind.VOID):
        new.add("from")
    return replace(event, data={name: value for name, value in event.data.items() if name not in new})


def test_events_of_an_older_program_give_the_same_floor() -> None:
    clock = Clock()
    store = FakeStore(HALL, clock)

    def do(command: Callable[..., Any], **given: Any) -> Any:
        clock.advance(seconds=7)
        return store.run(partial(command, by="c", **given))

    tickets = [do(take, wish=Wish("insurance")).ticket.id for _ in range(6)]
    for window in (1, 2):
        do(open_window, window=window, clerk=str(window))
        do(call_next, window=window)
    do(at_window.start, window=1)
    for window in (1, 2):
        do(at_window.recall, window=window)
    do(at_window.pass_over, window=2)
    do(restore, ticket=tickets[1])
    do(call_next, window=2)
    do(at_window.put_back, window=2)
    do(call_next, window=2)
    do(call_next, window=2)
    do(cancel, ticket=tickets[4])
    do(pause_window, window=2, reason="break")
    events = store.reader.events_after(0, 1000)
    assert [states_of(as_told_before(event)) for event in events if event.kind is EventKind.TAKEN] == [
        (None, LegState.WAITING)
    ] * 6
    assert replay(HALL, [as_told_before(event) for event in events]) == store.reader.floor()
    visitor = store.reader.floor().visitor(1)
    assert visitor is not None
    assert visitor.state is LegState.SERVING, "a recall starts nothing anew"


@pytest.mark.parametrize(
    ("kind", "said", "before", "after"),
    [
        ("ticket.taken", {}, None, "waiting"),
        ("leg.called", {}, "waiting", "called"),
        ("leg.started", {}, "called", "serving"),
        ("leg.done", {}, "serving", "done"),
        ("leg.passed", {}, "called", "passed"),
        ("leg.restored", {"from": "called"}, "called", "waiting"),
        ("leg.restored", {"from": "passed"}, "passed", "waiting"),
        ("leg.void", {"from": "called"}, "called", "void"),
        ("leg.void", {}, "waiting", "void"),
        ("leg.opened", {"from": None, "to": "waiting"}, None, "waiting"),
        ("leg.restored", {"from": "done", "to": "serving"}, "done", "serving"),
        ("leg.void", {"from": "waiting", "to": "planned"}, "waiting", "planned"),
        ("window.opened", {}, None, None),
    ],
)
def test_an_event_says_what_moved_from_where_to_where(
    kind: str, said: dict[str, Any], before: str | None, after: str | None
) -> None:
    assert states_of(Event(1, MORNING, EventKind(kind), leg="t1.1", data=said)) == (before, after)


def test_a_booking_has_states_of_its_own_and_moves_nobody() -> None:
    said = {"queue": "insurance", "from": None, "to": "booked"}
    assert states_of(Event(1, MORNING, EventKind.BOOKING_CHANGED, data=said)) == (None, None)
