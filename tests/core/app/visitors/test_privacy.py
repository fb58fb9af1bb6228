"""Keys of cards, phone numbers, and their end."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

import pytest

from core.app.privacy import CardKey, booking_days, card_key, destroy_old_keys, erase_due, keep_phone
from core.domain.errors import CardDayRefused, TicketUnknown
from core.domain.event import EventKind
from tests.support.clock import Clock
from tests.support.hall_machine import Store
from tests.support.visiting import TODAY, TOMORROW, booked, booking_hall, taken


def key_of(store: Store, day: date | None = None) -> CardKey:
    found: CardKey = store.run(partial(card_key, day=day))
    return found


def erased(store: Store) -> list[dict[str, object]]:
    events = store.reader.events_after(0, 1000)
    return [dict(event.data) for event in events if event.kind is EventKind.ERASED]


def test_a_day_has_one_key_and_each_day_another(store: Store) -> None:
    today = key_of(store)
    assert (today.date, len(today.key)) == (TODAY, 32)
    assert key_of(store, TODAY) == key_of(store) == today
    ahead = key_of(store, TOMORROW)
    assert ahead.key != today.key
    assert key_of(store, TOMORROW) == ahead


def test_the_key_made_ahead_for_a_booking_is_the_key_of_its_day(store: Store, clock: Clock) -> None:
    ahead = key_of(store, TOMORROW)
    clock.advance(days=1)
    assert key_of(store) == ahead


@pytest.mark.parametrize("off", [-1, 6, 60, 300])
def test_other_days_have_no_key(store: Store, off: int) -> None:
    day = TODAY + timedelta(days=off)
    with pytest.raises(CardDayRefused) as refused:
        key_of(store, day)
    assert refused.value.params == {"date": day.isoformat()}


def test_a_hall_without_slots_has_no_days_ahead() -> None:
    assert booking_days(booking_hall(), TODAY)[-1] == date(2026, 11, 30)
    assert booking_days(booking_hall(days_ahead=0), TODAY) == [TODAY]


def test_yesterdays_key_is_destroyed_with_the_day_and_written_down(store: Store, clock: Clock) -> None:
    key_of(store)
    ahead = key_of(store, TOMORROW)
    assert store.run(destroy_old_keys) == 0
    assert erased(store) == []
    clock.advance(days=1)
    store.run(lambda uow: None)
    assert store.run(lambda uow: uow.visitors.keys.get(TODAY)) is None
    assert store.run(lambda uow: uow.visitors.keys.get(TOMORROW)) == ahead.key
    assert erased(store) == [{"what": "card_keys", "count": 1, "before": "2026-11-24"}]
    (record,) = store.reader.visitors.erasures()
    assert (record.what.value, record.count, record.before) == ("card_keys", 1, TOMORROW)
    event = store.reader.events_after(record.seq - 1, 1)[0]
    assert (event.kind, event.at) == (EventKind.ERASED, record.at)


def test_a_phone_number_is_there_while_the_visit_can_be_rated(store: Store, clock: Clock) -> None:
    ticket = taken(store).ticket
    store.run(lambda uow: keep_phone(uow, ticket.id, "sealed"))
    store.run(lambda uow: keep_phone(uow, ticket.id, "sealed again"))
    clock.advance(days=7)
    store.run(lambda uow: None)
    assert store.reader.visitors.phone(ticket.id) == "sealed again"
    clock.advance(days=1)
    store.run(lambda uow: None)
    assert store.reader.visitors.phone(ticket.id) is None
    assert erased(store) == [{"what": "phones", "count": 1, "before": "2026-12-01"}]
    assert store.run(erase_due) == 0
    assert len(store.reader.visitors.erasures()) == 1


def test_days_without_anybody_do_not_save_a_phone_number(store: Store, clock: Clock) -> None:
    booking = booked(store, phone="sealed")
    clock.advance(days=40)
    store.run(lambda uow: None)
    assert store.reader.visitors.phone(booking.id) is None
    assert [each["count"] for each in erased(store)] == [1]


def test_records_of_erasures_stay_and_the_latest_is_first(store: Store, clock: Clock) -> None:
    for _ in range(3):
        key_of(store)
        clock.advance(days=1)
        store.run(lambda uow: None)
    assert [each.before.day for each in store.reader.visitors.erasures()] == [26, 25, 24]
    assert len(store.reader.visitors.erasures(most=2)) == 2


def test_a_ticket_that_is_not_there_has_no_phone_number(store: Store) -> None:
    with pytest.raises(TicketUnknown):
        store.run(lambda uow: keep_phone(uow, "x", "sealed"))
    assert store.reader.visitors.phone("x") is None
