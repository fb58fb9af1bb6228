"""What every store promises of masked names: the fake one and the real one alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from core.app.at_window import recall, start
from core.app.call_next import Called, call_next
from core.app.finish import finish
from core.app.take import Taken, Wish, take
from core.app.windows import open_window
from core.domain.errors import NameNotMasked
from core.domain.event import MASKED_NAME, Event, EventKind
from core.domain.floor import replay
from tests.core.store.test_visitors import on_disk as every_byte
from tests.support.clock import Clock
from tests.support.hall_machine import Store
from tests.support.halls import lhasa_like, naming
from tests.support.sql_store import SqlStore

NAME = "卓*"
SHOWS, SHOWS_NOT = "insurance", "food"


HALL = naming(lhasa_like(), lhasa_like().queue(SHOWS).zone)
"""One zone shows names, the others do not."""


@pytest.fixture
def store(store: Store) -> Store:
    """Each kind of store, with that hall."""
    store.run(lambda uow: uow.set_hall(HALL))
    return store


def taken(store: Store, queue: str = SHOWS, name: str | None = NAME) -> Taken:
    made: Taken = store.run(partial(take, wish=Wish(queue, masked_name=name), by="kiosk:1"))
    return made


def call(store: Store, window: int = 1) -> Called:
    store.run(partial(open_window, window=window, clerk="0301", by="c"))
    found = store.run(partial(call_next, window=window, by="c"))
    assert isinstance(found, Called)
    return found


def events(store: Store) -> list[Event]:
    return store.reader.events_after(0, 999)


def naming_events(store: Store) -> list[EventKind]:
    return [each.kind for each in events(store) if MASKED_NAME in each.data]


def test_a_name_is_kept_with_the_ticket_and_told_in_its_calls(store: Store) -> None:
    ticket = taken(store).ticket
    assert store.reader.ticket(ticket.id).ticket.masked_name == NAME
    assert NAME not in repr(ticket)
    assert naming_events(store) == [], "nobody has been called"
    call(store)
    store.run(partial(recall, window=1, by="c"))
    assert naming_events(store) == [EventKind.CALLED, EventKind.RECALLED]
    floor = store.reader.floor()
    assert [each.masked_name for each in floor.calls] == [NAME]
    visitor = floor.visitor(1)
    assert visitor is not None
    assert visitor.masked_name == NAME
    assert replay(HALL, events(store)) == floor
    store.run(partial(start, window=1, by="c"))
    assert replay(HALL, events(store)) == store.reader.floor()
    store.run(partial(finish, window=1, by="c"))
    assert replay(HALL, events(store)) == store.reader.floor()
    assert naming_events(store) == [EventKind.CALLED, EventKind.RECALLED]


def test_a_zone_that_shows_no_names_keeps_none_and_tells_none(store: Store) -> None:
    ticket = taken(store, SHOWS_NOT).ticket
    assert store.reader.ticket(ticket.id).ticket.masked_name is None
    window = next(each.number for each in lhasa_like().windows if SHOWS_NOT in each.queues)
    call(store, window)
    assert naming_events(store) == []
    assert [each.masked_name for each in store.reader.floor().calls] == [""]


def test_who_did_not_ask_for_it_is_called_by_the_number(store: Store) -> None:
    taken(store, name=None)
    call(store)
    assert naming_events(store) == []


def test_a_hall_that_turns_it_off_tells_it_no_more(store: Store) -> None:
    taken(store)
    call(store)
    store.run(lambda uow: uow.set_hall(replace(HALL, zones=lhasa_like().zones)))
    store.run(partial(recall, window=1, by="c"))
    assert naming_events(store) == [EventKind.CALLED]
    assert [each.masked_name for each in store.reader.floor().calls] == [""]


@pytest.mark.parametrize("queue", [SHOWS, SHOWS_NOT])
@pytest.mark.logs("a command failed and was rolled back")
def test_a_whole_name_gets_no_number(store: Store, queue: str) -> None:
    with pytest.raises(NameNotMasked):
        taken(store, queue, "卓玛央金")
    assert taken(store, queue).ticket.number.endswith("001"), "no number was lost to it"


def test_names_are_erased_with_the_day_everywhere(store: Store, clock: Clock) -> None:
    called, waiting = taken(store).ticket, taken(store).ticket
    call(store)
    store.run(partial(start, window=1, by="c"))
    before = events(store)
    clock.now += timedelta(days=1)
    fresh = taken(store).ticket
    assert [store.reader.ticket(each.id).ticket.masked_name for each in (called, waiting)] == [None, None]
    assert store.reader.ticket(fresh.id).ticket.masked_name == NAME
    assert naming_events(store) == []
    (record,) = [each for each in store.reader.visitors.erasures() if each.what == "masked_names"]
    assert (record.count, record.before) == (2, fresh.date)
    # Nothing else is another one in these events. Who is served past the day's end is known by the number.
    for was, kept in zip(before, events(store), strict=False):
        assert replace(was, data={k: v for k, v in was.data.items() if k != MASKED_NAME}) == kept
    visitor = store.reader.floor().visitor(1)
    assert visitor is not None
    assert (visitor.number, visitor.masked_name) == (called.number, "")
    seen = replay(HALL, [*before, *events(store)[len(before) :]])
    assert seen == store.reader.floor()
    store.run(partial(recall, window=1, by="c"))
    assert naming_events(store) == []
    clock.now += timedelta(days=1)
    taken(store, name=None)
    counts = [each.count for each in store.reader.visitors.erasures() if each.what == "masked_names"]
    assert sorted(counts) == [1, 2]
    clock.now += timedelta(days=1)
    taken(store, name=None)
    counts = [each.count for each in store.reader.visitors.erasures() if each.what == "masked_names"]
    assert sorted(counts) == [1, 2], "a day without names writes nothing"


def test_no_byte_of_an_erased_name_stays_on_the_disk(on_disk: SqlStore, clock: Clock) -> None:
    on_disk.run(lambda uow: uow.set_hall(HALL))
    taken(on_disk)
    call(on_disk)
    assert NAME.encode() in every_byte(on_disk)
    clock.now += timedelta(days=1)
    taken(on_disk, name=None)
    on_disk.run(lambda uow: None)
    assert NAME.encode() not in every_byte(on_disk)
