"""What every store counts of a day: the fake one, SQLite and PostgreSQL count the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

from core.app import at_window
from core.app.call_next import call_next
from core.app.finish import finish
from core.app.ratings import rate
from core.app.slips import report_slip
from core.app.suspend import suspend
from core.app.take import Taken, Wish, take
from core.app.tickets import cancel, restore
from core.app.transfer import Target, transfer_from_window
from core.app.walk_in import walk_in
from core.app.windows import open_window
from core.domain.callbacks import FinishedCase
from core.domain.day_figures import DayFigures, Figures, day_figures
from core.domain.rating import Said
from core.domain.slip import SlipState
from core.domain.ticket import Suspension
from tests.support.clock import MORNING, Clock
from tests.support.hall_machine import Store

TODAY = date(2026, 11, 23)
BY = "clerk:0301"


def taken(store: Store, queue: str = "insurance", *, slip: bool = False) -> Taken:
    found: Taken = store.run(partial(take, wish=Wish(queue, slip=slip), by="kiosk:1"))
    return found


def at(store: Store, window: int, *acts: Callable[..., Any]) -> None:
    for act in acts:
        store.run(partial(act, window=window, by=BY))


def figures(store: Store, day: date = TODAY) -> DayFigures:
    return day_figures(store.reader.reports.day(day))


def sorts(of: Figures) -> tuple[int, ...]:
    return (of.served, of.passed, of.moved, of.void, of.open)


def a_morning(store: Store, clock: Clock) -> list[Taken]:
    """Have something of everything happen at window 1, which serves ``insurance``."""
    tickets = [taken(store, slip=True) for _ in range(7)]
    for ticket, state in zip(tickets, (SlipState.PRINTED, SlipState.PRINTED, SlipState.FAILED), strict=False):
        store.run(partial(report_slip, ticket=ticket.ticket.id, state=state, by="kiosk:1"))
    clock.advance(minutes=10)
    store.run(partial(open_window, window=1, clerk="0301", by=BY))
    at(store, 1, call_next, at_window.start)
    clock.advance(minutes=4)
    at(store, 1, finish)
    at(store, 1, call_next)
    clock.advance(minutes=2)
    at(store, 1, at_window.pass_over)
    at(store, 1, call_next, at_window.start)
    clock.advance(minutes=1)
    store.run(partial(transfer_from_window, window=1, target=Target("company"), by=BY))
    at(store, 1, call_next)
    store.run(partial(transfer_from_window, window=1, target=Target("company"), by=BY))
    at(store, 1, call_next, partial(suspend, kind=Suspension.NO_PAPERS))
    store.run(partial(cancel, ticket=tickets[5].ticket.id, by="guide:1"))
    store.run(partial(walk_in, wish=Wish("insurance"), window=1, by=BY))
    clock.advance(minutes=3)
    at(store, 1, finish)
    return tickets


def test_a_morning_in_figures(store: Store, clock: Clock) -> None:
    a_morning(store, clock)
    found = figures(store)
    queue = found.queues["insurance"]
    assert (queue.taken, queue.joined, queue.walk_ins, queue.called) == (8, 0, 1, 5)
    assert sorts(queue) == (3, 1, 1, 1, 2)
    # Called after 10, 14, 16, 17 and 17 minutes.
    assert (queue.wait.of, round(queue.wait.sum_s), round(queue.wait.longest_s)) == (5, 74 * 60, 17 * 60)
    assert (queue.serving.of, round(queue.serving.sum_s)) == (3, 8 * 60)
    other = found.queues["company"]
    assert (other.taken, other.joined, sorts(other)) == (0, 2, (0, 0, 0, 0, 2))
    window = found.windows[1]
    assert (window.called, window.walk_ins, window.served, window.clerks) == (5, 1, 3, {"0301"})
    assert [(each.first, each.last) for each in found.series] == [("A001", "A008")]
    assert (found.tickets, found.slips_wanted) == (8, 7)
    assert found.slips == {
        SlipState.PRINTED: 2,
        SlipState.FAILED: 1,
        SlipState.UNKNOWN: 0,
        SlipState.PENDING: 4,
        None: 1,
    }


def test_a_day_that_is_over_has_the_same_figures_and_nothing_open(store: Store, clock: Clock) -> None:
    a_morning(store, clock)
    before = figures(store)
    clock.advance(days=1)
    taken(store)
    after = figures(store)
    window, known = after.windows[1], before.windows[1]
    assert (window.called, window.served, window.passed) == (known.called, known.served, known.passed)
    assert (after.series, after.slips) == (before.series, before.slips)
    was, now = before.queues["insurance"], after.queues["insurance"]
    assert (now.served, now.passed, now.moved) == (was.served, was.passed, was.moved)
    assert (now.open, now.void) == (0, was.void + was.open)
    assert figures(store, TODAY + timedelta(days=1)).total.open == 1
    assert figures(store, TODAY - timedelta(days=1)) == day_figures_of_nothing()


def day_figures_of_nothing() -> DayFigures:
    return DayFigures(slips=dict.fromkeys((*SlipState, None), 0))


def test_who_came_back_is_no_longer_among_those_who_did_not_come(store: Store, clock: Clock) -> None:
    ticket = taken(store)
    store.run(partial(open_window, window=1, clerk="0301", by=BY))
    at(store, 1, call_next, at_window.pass_over)
    assert figures(store).total.passed == 1
    clock.advance(minutes=5)
    store.run(partial(restore, ticket=ticket.ticket.id, by="guide:1"))
    assert sorts(figures(store).total) == (0, 0, 0, 0, 1)
    clock.advance(minutes=1)
    at(store, 1, call_next)
    total = figures(store).total
    assert (total.called, round(total.wait.sum_s)) == (1, 60), "waited since the return"


def test_what_never_came_to_a_queue_is_not_counted_there(store: Store) -> None:
    items = ("card", "licence")
    ticket: Taken = store.run(partial(take, wish=Wish(items=items), by="kiosk:1"))
    assert len({leg.queue for leg in ticket.legs}) == 2
    first = ticket.legs[0].queue
    assert figures(store).queues.keys() == {first}
    store.run(partial(cancel, ticket=ticket.ticket.id, by="guide:1"))
    found = figures(store)
    assert found.queues.keys() == {first}
    assert sorts(found.total) == (0, 0, 0, 1, 0)


def finished(store: Store, minutes: int = 24 * 60) -> list[FinishedCase]:
    found = store.reader.reports.finished(MORNING, MORNING + timedelta(minutes=minutes))
    return sorted(found, key=lambda each: each.number)


def test_finished_legs_come_with_the_rating_that_was_given_meanwhile(store: Store, clock: Clock) -> None:
    tickets = a_morning(store, clock)
    done, walked_in = finished(store)
    assert (done.ticket, done.number, done.queue, done.window, done.level) == (
        tickets[0].ticket.id,
        "A001",
        "insurance",
        1,
        None,
    )
    assert done.ended_at == MORNING + timedelta(minutes=14)
    assert walked_in.number == "A008"
    clock.advance(minutes=10)
    store.run(partial(rate, track=tickets[0].ticket.track, said=Said(1, reasons=("long_wait",))))
    assert [each.level for each in finished(store)] == [1, None]
    given_at = round((clock.now - MORNING).total_seconds() / 60)
    assert [each.level for each in finished(store, given_at)] == [None, None]
    assert finished(store, 14) == []


def test_slips_are_counted_alone_as_they_are_with_everything_else(store: Store, clock: Clock) -> None:
    a_morning(store, clock)
    reports = store.reader.reports
    assert reports.slips(TODAY) == reports.day(TODAY).slips
    assert sum(reports.slips(TODAY).values()) > 0
    assert reports.slips(TODAY - timedelta(days=1)) == {}


def test_a_clerk_has_finished_what_the_window_finished_under_that_name(store: Store, clock: Clock) -> None:
    a_morning(store, clock)
    mine = partial(store.reader.reports.mine, since=MORNING)
    own = mine("0301", until=MORNING + timedelta(days=1))
    cases = finished(store)
    assert sum(each.count for each in own) == len(cases) == 2
    assert {each.queue for each in own} == {each.queue for each in cases}
    assert sum(each.served_s for each in own) > 0
    assert mine("0302", until=MORNING + timedelta(days=1)) == []
    assert mine("0301", until=MORNING) == []
