"""Booking a slot, giving it back, coming to it, or not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from core.app.booking_again import open_again
from core.app.bookings import CheckedIn, cancel_booking, check_in, free_slots
from core.app.call_next import call_next
from core.app.describe_hall import describe_hall
from core.app.tickets import cancel
from core.app.windows import open_window
from core.domain.booking import Booking, BookingState
from core.domain.errors import (
    BookingDayRefused,
    BookingEnded,
    BookingStale,
    BookingUnknown,
    CancelTooLate,
    CardNeeded,
    CheckInTooEarly,
    ClassNeedsProof,
    HallError,
    OneBookingADay,
    QueueClosed,
    QueueUnknown,
    QuotaUsed,
    SlotFull,
    SlotOver,
    SlotUnknown,
)
from core.domain.event import EventKind
from core.domain.hall import Proof
from core.domain.rules import Rules
from tests.support.clock import MORNING, Clock
from tests.support.hall_machine import Store
from tests.support.visiting import CARD, OTHER_CARD, TODAY, TOMORROW, at, booked, booking_hall, served, taken


def come(store: Store, **who: Any) -> CheckedIn:
    came: CheckedIn = store.run(partial(check_in, by="kiosk:1", **who))
    return came


def changes(store: Store) -> list[dict[str, Any]]:
    events = store.reader.events_after(0, 1000)
    return [dict(event.data) for event in events if event.kind is EventKind.BOOKING_CHANGED]


def left(store: Store, day: date = TOMORROW, now: Any = MORNING) -> list[int]:
    kept = store.reader.visitors.booked("insurance", day)
    free = free_slots(booking_hall(), "insurance", day, now=now, today=TODAY, booked=kept)
    return [rest for _, rest in free.slots]


def test_a_booking_takes_a_place_and_is_told_without_who_it_is(store: Store) -> None:
    assert left(store) == [2, 2, 2]
    booking = booked(store, 10, card=CARD, phone="sealed")
    assert left(store) == [2, 1, 2]
    assert store.reader.visitors.booking(booking.id) == booking
    assert store.reader.visitors.bookings(TOMORROW) == [booking]
    (told,) = changes(store)
    assert told == {
        "booking": booking.id,
        "queue": "insurance",
        "starts": "2026-11-24T02:00:00.000000Z",
        "from": None,
        "to": "booked",
        "by": "kiosk:1",
    }


def test_a_day_that_cannot_be_booked_shows_no_slots_and_one_that_has_begun_has_no_places(
    store: Store,
) -> None:
    assert left(store, date(2026, 11, 29)) == [], "a Sunday"
    assert left(store, date(2026, 12, 31)) == [], "too far ahead"
    assert left(store, TODAY, at(10, 30, TODAY)) == [0, 0, 2]
    free = free_slots(booking_hall(), "food", TODAY, now=MORNING, today=TODAY, booked={})
    assert free.days == free.slots == (), "a queue without slots is not booked"


def test_an_item_leads_to_the_slots_of_its_queue(store: Store) -> None:
    booking = booked(store, queue=None, item="card")
    assert (booking.queue, booking.item) == ("insurance", "card")
    with pytest.raises(SlotUnknown):
        booked(store, queue=None, item="licence")


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"queue": "no_such"}, QueueUnknown),
        ({"starts": at(9, 30)}, SlotUnknown),
        ({"day": TODAY, "starts": at(9, 0, TODAY)}, SlotOver),
        (
            {"day": TODAY - timedelta(days=3), "starts": at(9, 0, TODAY - timedelta(days=3))},
            BookingDayRefused,
        ),
        (
            {"day": TODAY + timedelta(days=14), "starts": at(9, 0, TODAY + timedelta(days=14))},
            BookingDayRefused,
        ),
    ],
)
def test_what_cannot_be_booked_is_refused(
    store: Store, given: dict[str, Any], refusal: type[HallError]
) -> None:
    with pytest.raises(refusal):
        booked(store, **given)
    assert changes(store) == []


def test_a_slot_has_so_many_places_and_one_given_back_is_free_again(store: Store) -> None:
    first = booked(store)
    booked(store)
    with pytest.raises(SlotFull):
        booked(store)
    store.run(partial(cancel_booking, booking=first.id, by="guide:1"))
    assert left(store) == [1, 2, 2]
    booked(store)


def test_a_person_has_one_booking_a_day(store: Store) -> None:
    first = booked(store, card=CARD)
    with pytest.raises(OneBookingADay):
        booked(store, 10, card=CARD)
    booked(store, 10, card=OTHER_CARD)
    store.run(partial(cancel_booking, booking=first.id, by="guide:1"))
    assert booked(store, 11, card=CARD).state is BookingState.BOOKED


def test_a_queue_that_needs_a_card_is_not_booked_without(store: Store) -> None:
    hall = booking_hall()
    queues = tuple(replace(each, rules=Rules(needs_card=True)) for each in hall.queues)
    store.run(partial(describe_hall, hall=replace(hall, queues=queues)))
    with pytest.raises(CardNeeded):
        booked(store)
    booked(store, card=CARD)


def test_a_class_that_needs_staff_is_booked_by_staff(store: Store) -> None:
    hall = booking_hall()
    ordinary, elderly, other = hall.classes
    hall = replace(hall, classes=(ordinary, replace(elderly, proof=Proof.GUIDE), other))
    store.run(partial(describe_hall, hall=hall))
    with pytest.raises(ClassNeedsProof):
        booked(store, visitor_class="elderly")
    assert booked(store, visitor_class="elderly", proven=True).visitor_class == "elderly"


def test_a_booking_is_given_back_long_enough_before(store: Store, clock: Clock) -> None:
    booking = booked(store, 9, phone="sealed")
    clock.now = at(7, 1)
    with pytest.raises(CancelTooLate) as refused:
        store.run(partial(cancel_booking, booking=booking.id, by="guide:1"))
    assert refused.value.params == {"until": "2026-11-23T23:00:00.000000Z"}
    assert store.reader.visitors.phone(booking.id) == "sealed"
    clock.now = at(7, 0)
    # The core's clock does not run backwards: what was seen at 7:01 was not before 7:00.
    with pytest.raises(CancelTooLate):
        store.run(partial(cancel_booking, booking=booking.id, by="guide:1"))


def test_a_booking_given_back_leaves_no_phone_number_and_a_record_of_that(store: Store) -> None:
    booking = booked(store, phone="sealed")
    store.run(partial(cancel_booking, booking=booking.id, by="guide:1"))
    assert store.reader.visitors.phone(booking.id) is None
    (erasure,) = store.reader.visitors.erasures()
    assert (erasure.what.value, erasure.count) == ("phones", 1)
    with pytest.raises(BookingEnded):
        store.run(partial(cancel_booking, booking=booking.id, by="guide:1"))
    assert [each["to"] for each in changes(store)] == ["booked", "cancelled"]


def test_who_comes_in_time_gets_a_ticket_of_the_booked_class(store: Store, clock: Clock) -> None:
    booking = booked(store, 10, card=CARD, language="bo", phone="sealed")
    clock.now = at(9, 40)
    came = come(store, code=booking.code)
    ticket, leg = came.taken.ticket, came.taken.leg
    assert (ticket.visitor_class, ticket.language, ticket.booking, ticket.card) == (
        "booked",
        "bo",
        booking.id,
        CARD,
    )
    assert (leg.queue, leg.state.value) == ("insurance", "waiting")
    kept = store.reader.visitors.booking(booking.id)
    assert (kept.state, kept.ticket, kept.late) == (BookingState.CHECKED_IN, ticket.id, False)
    assert store.reader.visitors.phone(ticket.id) == "sealed", "the phone number goes with the ticket"
    assert store.reader.visitors.phone(booking.id) is None
    assert changes(store)[-1]["to"] == "checked_in"
    with pytest.raises(BookingEnded) as refused:
        come(store, code=booking.code)
    assert refused.value.params == {"state": "checked_in"}


def test_who_comes_too_late_waits_like_everybody_of_the_own_class(store: Store, clock: Clock) -> None:
    late, elder = booked(store, 9), booked(store, 9, visitor_class="elderly")
    clock.now = at(10, 15)
    assert come(store, code=late.code).taken.ticket.visitor_class == "booked", "15 minutes are allowed"
    clock.now = at(10, 16)
    came = come(store, code=elder.code)
    assert (came.booking.late, came.taken.ticket.visitor_class) == (True, "elderly")


def test_who_comes_too_early_is_told_from_when_on(store: Store, clock: Clock) -> None:
    booking = booked(store, 10)
    clock.now = at(9, 29)
    with pytest.raises(CheckInTooEarly) as refused:
        come(store, code=booking.code)
    assert refused.value.params == {"opens_at": "2026-11-24T01:30:00.000000Z"}
    clock.now = at(9, 30)
    come(store, code=booking.code)


def test_a_card_finds_the_next_booking_of_the_day(store: Store, clock: Clock) -> None:
    booking = booked(store, 10, card=CARD)
    with pytest.raises(BookingUnknown):
        come(store, card=CARD)
    clock.now = at(9, 50)
    with pytest.raises(BookingUnknown) as refused:
        come(store, card=OTHER_CARD)
    assert refused.value.params == {}
    assert come(store, card=CARD).booking.id == booking.id
    with pytest.raises(BookingEnded):
        come(store, card=CARD)


def test_a_booking_holds_its_place_before_opening_time_and_when_the_tickets_are_all_given_out(
    store: Store, clock: Clock
) -> None:
    hall = booking_hall()
    store.run(partial(describe_hall, hall=replace(hall, keeps_hours=True, rules=Rules(quota_morning=1))))
    bookings = [booked(store, 9), booked(store, 9), booked(store, 10)]
    clock.now = at(8, 40)
    with pytest.raises(QueueClosed):
        taken(store)
    come(store, code=bookings[0].code)
    clock.now = at(9, 5)
    with pytest.raises(QuotaUsed):
        taken(store)
    come(store, code=bookings[1].code)
    clock.now = at(20, 0)
    with pytest.raises(QueueClosed):
        come(store, code=bookings[2].code)


def test_a_refused_check_in_leaves_the_booking_as_it_was(store: Store, clock: Clock) -> None:
    booking = booked(store, 10, card=CARD)
    clock.now = at(9, 50)
    with pytest.raises(HallError, match="language"):
        come(store, code=booking.code, language="fr")
    assert store.reader.visitors.booking(booking.id) == booking
    assert come(store, code=booking.code).taken.ticket.number == "A001"


def test_a_booking_whose_ticket_is_cancelled_can_be_come_to_again(store: Store, clock: Clock) -> None:
    booking = booked(store, 10, card=CARD)
    clock.now = at(9, 50)
    first = come(store, code=booking.code).taken.ticket
    store.run(partial(cancel, ticket=first.id, by="guide:1"))
    again = store.reader.visitors.booking(booking.id)
    assert (again.state, again.ticket) == (BookingState.BOOKED, None)
    assert (changes(store)[-1]["from"], changes(store)[-1]["to"]) == ("checked_in", "booked")
    assert come(store, card=CARD).taken.ticket.number == "A002"


def test_a_booking_that_was_served_or_is_of_another_day_stays_used(store: Store, clock: Clock) -> None:
    used, late = booked(store, 10), booked(store, 11)
    clock.now = at(9, 50)
    come(store, code=used.code)
    served(store)
    clock.now = at(11, 0)
    ticket = come(store, code=late.code).taken.ticket
    clock.advance(days=1)
    store.run(lambda uow: open_again(uow, ticket.id, by="guide:1"))
    assert {store.reader.visitors.booking(each.id).state.value for each in (used, late)} == {"checked_in"}


def test_what_the_hall_gave_up_since_does_not_keep_a_visitor_out(store: Store, clock: Clock) -> None:
    booking = booked(store, 10, queue=None, item="card", visitor_class="elderly", language="bo")
    hall = booking_hall()
    less = replace(hall, items=hall.items[2:], classes=(hall.classes[0],), languages=("zh",))
    less = replace(less, bookings=replace(hall.bookings, visitor_class=""))
    store.run(partial(describe_hall, hall=less))
    clock.now = at(9, 50)
    ticket = come(store, code=booking.code).taken.ticket
    assert (ticket.visitor_class, ticket.language) == ("ordinary", "zh")


def test_who_does_not_come_is_a_no_show_at_the_turn_of_the_day(store: Store, clock: Clock) -> None:
    missed, kept, cancelled = booked(store, 9), booked(store, 10), booked(store, 11)
    store.run(partial(cancel_booking, booking=cancelled.id, by="guide:1"))
    clock.now = at(9, 50)
    come(store, code=kept.code)
    clock.now = at(23, 0)
    store.run(lambda uow: None)
    assert store.reader.visitors.booking(missed.id).state is BookingState.BOOKED, "the day is not over"
    clock.advance(days=1)
    store.run(lambda uow: None)
    states = {each.id: each.state.value for each in store.reader.visitors.bookings(TOMORROW)}
    assert states == {missed.id: "no_show", kept.id: "checked_in", cancelled.id: "cancelled"}
    assert (changes(store)[-1]["to"], changes(store)[-1]["by"]) == ("no_show", "core")
    with pytest.raises(BookingEnded):
        come(store, code=missed.code)


def test_booked_and_other_visitors_are_called_by_the_ratio(store: Store, clock: Clock) -> None:
    bookings = [booked(store, 9), booked(store, 9)]
    clock.now = at(9, 0)
    walk_ins = [taken(store).ticket.number for _ in range(2)]
    came = [come(store, code=each.code).taken.ticket.number for each in bookings]
    store.run(partial(open_window, window=1, clerk="0301", by="clerk:0301"))
    called = [
        store.run(partial(call_next, window=1, by="clerk:0301")).leg.number for _ in range(len(walk_ins) * 2)
    ]
    assert sorted(called) == sorted(walk_ins + came)
    assert [number in came for number in called] in ([True, False] * 2, [False, True] * 2)


def test_a_booking_changed_meanwhile_is_not_changed_again(store: Store) -> None:
    booking = booked(store)
    store.run(partial(cancel_booking, booking=booking.id, by="guide:1"))
    stale: Booking = replace(booking, state=BookingState.NO_SHOW, version=2)
    with pytest.raises(BookingStale):
        store.run(lambda uow: uow.visitors.bookings.save(stale))


def test_a_code_finds_the_open_booking_before_an_old_one(store: Store, clock: Clock) -> None:
    old = booked(store)
    store.run(partial(cancel_booking, booking=old.id, by="guide:1"))
    fresh = replace(old, id="fresh", made_at=clock.now - timedelta(days=1))
    store.run(lambda uow: uow.visitors.bookings.add(fresh))
    assert store.run(lambda uow: uow.visitors.bookings.of_code(old.code)).id == "fresh"
    assert store.run(lambda uow: uow.visitors.bookings.of_code("00000000")) is None


def test_an_unknown_booking_is_refused(store: Store) -> None:
    with pytest.raises(BookingUnknown):
        store.reader.visitors.booking("x")
    with pytest.raises(BookingUnknown):
        store.run(partial(cancel_booking, booking="x", by="guide:1"))
    with pytest.raises(BookingUnknown):
        come(store)
