"""What every store promises of slips: the fake one and the real one are held to the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from core.app.slips import report_slip, reprint
from core.app.take import Wish, take
from core.app.tickets import cancel
from core.domain.slip import SlipState, SlipWanted
from core.domain.ticket import Ticket
from tests.support.clock import Clock
from tests.support.hall_machine import Store


def taken(store: Store, told: SlipState | None = None, queue: str = "insurance", *, slip: bool = True) -> str:
    ticket: Ticket = store.run(partial(take, wish=Wish(queue, slip=slip), by="kiosk:1")).ticket
    if told is not None:
        store.run(partial(report_slip, ticket=ticket.id, state=told, by="kiosk:1"))
    return ticket.id


def looked_for(store: Store, *states: SlipState, clock: Clock | None = None) -> list[str]:
    wanted = SlipWanted(frozenset(states), clock.now if clock else None)
    return [ticket.number for _, ticket in store.reader.find(slip=wanted)]


def test_a_slip_is_kept_as_it_was_told(store: Store, clock: Clock) -> None:
    ticket = taken(store)
    first = store.reader.ticket(ticket).ticket
    assert (first.slip, first.slip_at, first.slip_since) == (SlipState.PENDING, None, clock.now)
    clock.advance(seconds=3)
    store.run(partial(report_slip, ticket=ticket, state=SlipState.PRINTED, by="kiosk:1"))
    after = store.reader.ticket(ticket).ticket
    assert after == replace(first, slip=SlipState.PRINTED, slip_at=clock.now)
    assert store.tickets()[ticket] == after
    assert store.reader.ticket_by_track(first.track).ticket == after
    assert store.reader.ticket(taken(store, slip=False)).ticket.slip is None


@pytest.mark.parametrize(
    ("states", "found"),
    [
        ({SlipState.PRINTED}, ["A001"]),
        ({SlipState.FAILED, SlipState.UNKNOWN}, ["A002", "A003"]),
        ({SlipState.PENDING}, ["A004"]),
        ({SlipState.PENDING, SlipState.PRINTED}, ["A001", "A004"]),
        (set(), []),
    ],
)
def test_tickets_are_found_by_their_slips(store: Store, states: set[SlipState], found: list[str]) -> None:
    for told in (SlipState.PRINTED, SlipState.FAILED, SlipState.UNKNOWN, None):
        taken(store, told)
    taken(store, slip=False)
    assert looked_for(store, *states) == found


def test_a_missing_slip_is_one_that_failed_or_that_nobody_speaks_of(store: Store, clock: Clock) -> None:
    for told in (SlipState.PRINTED, SlipState.FAILED, SlipState.UNKNOWN, None):
        taken(store, told)
    assert looked_for(store, clock=clock) == ["A002", "A003"]
    clock.advance(seconds=60)
    assert looked_for(store, clock=clock) == ["A002", "A003"]
    clock.advance(seconds=1)
    assert looked_for(store, clock=clock) == ["A002", "A003", "A004"]
    assert looked_for(store, SlipState.PRINTED, clock=clock) == ["A001", "A002", "A003", "A004"]


def test_a_copy_has_its_own_minute(store: Store, clock: Clock) -> None:
    ticket = taken(store, SlipState.PRINTED)
    clock.advance(minutes=20)
    store.run(partial(reprint, ticket=ticket, by="guide:1"))
    assert looked_for(store, clock=clock) == []
    clock.advance(seconds=61)
    assert looked_for(store, clock=clock) == ["A001"]


def test_nobody_misses_the_slip_of_a_visit_that_has_ended(store: Store, clock: Clock) -> None:
    ended, stays = taken(store, SlipState.FAILED), taken(store, SlipState.FAILED, "company")
    store.run(partial(cancel, ticket=ended, by="guide:1"))
    assert looked_for(store, clock=clock) == ["B001"]
    assert looked_for(store, SlipState.FAILED) == ["B001", "A001"]
    assert store.reader.find(slip=SlipWanted(missing_at=clock.now), queue="insurance") == []
    assert stays in store.tickets()


def test_slips_of_yesterday_are_not_looked_for(store: Store, clock: Clock) -> None:
    taken(store, SlipState.FAILED)
    clock.advance(days=1)
    taken(store, SlipState.UNKNOWN)
    later = SlipWanted(frozenset(SlipState), clock.now + timedelta(hours=1))
    assert [(ticket.number, ticket.slip) for _, ticket in store.reader.find(slip=later)] == [
        ("A001", SlipState.UNKNOWN)
    ]
