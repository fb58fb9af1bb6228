"""What every store promises of visits of several legs: the fake one and the real one are held to the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from core.app import at_window
from core.app.call_next import Called, call_next
from core.app.describe_hall import describe_hall
from core.app.finish import finish
from core.app.ports import UnitOfWork
from core.app.suspend import suspend, wake
from core.app.take import Card, Taken, Wish, take
from core.app.tickets import restore
from core.app.transfer import Target, transfer_ticket
from core.app.windows import close_window, open_window, pause_window
from core.domain.errors import StaleTicket, TicketUnknown
from core.domain.event import EventKind
from core.domain.leg import FIRST, Leg
from core.domain.people import Clerk, Role
from core.domain.quota import Half
from core.domain.ticket import LegState, Suspension
from core.domain.turns import Turn
from core.domain.visit import Act
from tests.support.clock import MORNING, Clock
from tests.support.every_rule import every_rule
from tests.support.halls import lhasa_like
from tests.support.history import Store

BY = "clerk:1"
CARD = "c" * 64


def taken(store: Store, queue: str = "company", **wish: Any) -> Taken:
    found: Taken = store.run(partial(take, wish=Wish(queue, proven=True, **wish), by="kiosk:1"))
    return found


def called(store: Store, window: int) -> Leg:
    store.run(partial(open_window, window=window, clerk=str(window), by=BY))
    found = store.run(partial(call_next, window=window, by=BY))
    assert isinstance(found, Called)
    return found.leg


def keep(store: Store, leg: Leg, **changes: Any) -> Leg:
    """Change a leg past every rule of the use cases."""
    changed = replace(leg, version=leg.version + 1, **changes)
    store.run(lambda uow: uow.tickets.save(changed))
    return changed


def heads(store: Store, *queues: str, window: int = 4) -> list[str]:
    found: list[Leg] = store.run(lambda uow: uow.tickets.heads(list(queues), window))
    return sorted(leg.number for leg in found)


def _nth(uow: UnitOfWork, place: int) -> Leg | None:
    return uow.tickets.nth_waiting("company", place)


def _add_leg(uow: UnitOfWork, leg: Leg) -> None:
    uow.tickets.add_leg(leg)


def _issued(uow: UnitOfWork, half: Half) -> int:
    return uow.tickets.issued("B", half)


def _save_turn(uow: UnitOfWork, turn: Turn) -> None:
    uow.turns.save(turn)


HIDDEN = {
    "held": {"held": True},
    "for another window": {"pin": 3},
    "not ready": {"ready_at": MORNING + timedelta(minutes=1)},
    "planned": {"state": LegState.PLANNED},
}


@pytest.mark.parametrize("changes", HIDDEN.values(), ids=HIDDEN)
def test_who_may_not_be_called_now_hides_nobody_behind(store: Store, changes: dict[str, Any]) -> None:
    store.run(partial(open_window, window=3, clerk=None, by=BY))
    first, _second = taken(store), taken(store)
    keep(store, first.leg, **changes)
    assert heads(store, "company") == ["B002"]


def test_who_is_ready_by_now_is_a_head_again(store: Store, clock: Clock) -> None:
    keep(store, taken(store).leg, ready_at=MORNING + timedelta(minutes=1))
    assert heads(store, "company") == []
    clock.advance(minutes=1)
    assert heads(store, "company") == ["B001"]


def test_who_waits_for_a_window_alone_is_found_by_it_whatever_it_serves(store: Store) -> None:
    first, second, third = taken(store, "advice"), taken(store), taken(store)
    store.run(partial(open_window, window=4, clerk=None, by=BY))
    for leg in (first.leg, second.leg):
        keep(store, leg, pin=4)
    assert heads(store, "company") == ["B001", "B002", "D001"]
    assert heads(store) == ["B001", "D001"]
    assert heads(store, "company", window=3) == ["B002"]
    keep(store, replace(third.leg), pin=4, held=True)
    assert heads(store, "company") == ["B001", "D001"]


def test_who_waits_for_a_window_that_closed_is_found_by_the_others_of_the_queue(store: Store) -> None:
    store.run(partial(open_window, window=4, clerk=None, by=BY))
    first, second = taken(store), taken(store)
    keep(store, first.leg, pin=4)
    assert heads(store, "company", window=3) == ["B002"]
    store.run(partial(pause_window, window=4, reason="break", by=BY))
    assert heads(store, "company", window=3) == ["B002"], "whoever pauses comes back"
    store.run(partial(close_window, window=4, by=BY))
    assert heads(store, "company", window=3) == ["B001", "B002"]
    assert heads(store, "advice", window=3) == []
    assert heads(store, window=4) == ["B001"]
    keep(store, second.leg, pin=2)
    assert heads(store, "company", window=3) == ["B001", "B002"], "what was never open is closed"
    keep(store, replace(second.leg, version=second.leg.version + 1), pin=2, held=True)
    assert heads(store, "company", window=3) == ["B001"]


def test_first_in_line_is_before_who_came_earlier(store: Store, clock: Clock) -> None:
    first = taken(store)
    clock.advance(minutes=1)
    second = taken(store)
    keep(store, second.leg, rank=FIRST)
    assert heads(store, "company") == ["B002"]
    assert [leg.number for leg in at_places(store, 1, 2, 3) if leg] == ["B002", "B001"]
    assert at_places(store, 3) == [None]
    ahead = [store.reader.ticket(each.ticket.id).ahead for each in (first, second)]
    assert ahead == [1, 0]


def at_places(store: Store, *places: int) -> list[Leg | None]:
    return [store.run(partial(_nth, place=place)) for place in places]


def test_a_save_keeps_everything_that_a_leg_says(store: Store) -> None:
    leg = taken(store, visitor_class="elderly").leg
    at = MORNING + timedelta(minutes=5, microseconds=7)
    full = keep(
        store,
        leg,
        visitor_class="ordinary",
        since=at,
        entered=99,
        state=LegState.SUSPENDED,
        window=3,
        called_at=at,
        started_at=at,
        ended_at=at,
        calls=2,
        call_at=at,
        call_seq=98,
        step=2,
        steps=3,
        several=True,
        pin=4,
        rank=FIRST,
        ready_at=at,
        held=True,
        back_to=1,
        due_at=at,
        clerk="0301",
        suspension=Suspension.PAPERS_LEFT,
        reason="any",
        wake_at=at,
        outcome="not_accepted",
    )
    assert store.legs()[leg.id] == full
    assert store.run(lambda uow: uow.tickets.legs_of(leg.ticket)) == [full]
    assert store.reader.ticket(leg.ticket).legs == ((full, None),)


def test_a_further_leg_keeps_everything_and_the_date_of_its_ticket(store: Store, clock: Clock) -> None:
    leg = taken(store).leg
    clock.advance(days=1)
    further = replace(
        leg, id=f"{leg.ticket}.2", item="card", back_to=1, pin=3, state=LegState.PLANNED, step=2
    )
    store.run(lambda uow: uow.tickets.add_leg(further))
    assert store.legs()[further.id] == further
    clock.advance(days=1)
    left = store.run(lambda uow: None) or store.legs()[further.id]
    assert left.state is LegState.VOID, "a step to come ends with the day like all others"


def test_the_tenth_leg_comes_after_the_ninth(store: Store) -> None:
    leg = taken(store).leg
    for place in range(2, 13):
        more = replace(leg, id=f"{leg.ticket}.{place}", state=LegState.VOID)
        store.run(partial(_add_leg, leg=more))
    places = [each.place for each in store.run(lambda uow: uow.tickets.legs_of(leg.ticket))]
    assert places == list(range(1, 13))
    assert [each.place for each, _ in store.reader.ticket(leg.ticket).legs] == places


def test_a_leg_of_a_visit_that_moved_meanwhile_is_stale(store: Store) -> None:
    leg = taken(store).leg
    keep(store, leg, held=True)
    with pytest.raises(StaleTicket):
        store.run(lambda uow: uow.tickets.save(leg.with_class("elderly")))


def test_what_earlier_days_left_open_comes_with_its_date_in_order(store: Store, clock: Clock) -> None:
    legs = [taken(store).leg for _ in range(3)]
    keep(store, legs[0], state=LegState.SERVING, window=3, called_at=MORNING)
    keep(store, legs[1], state=LegState.DONE)
    left: list[tuple[date, Leg]] = []

    def look(uow: Any) -> None:
        left.extend(uow.tickets.left_open())

    store.run(look)
    assert left == []
    # The turn of the day would end it: it is looked at as that turn looks.
    hall = replace(every_rule(), rules=replace(every_rule().rules, keep_suspended_days=5))
    store.run(partial(describe_hall, hall=hall))
    legs[2] = keep(store, legs[2], state=LegState.PASSED, ended_at=MORNING)
    kept = taken(store, "advice").leg
    kept = keep(store, kept, state=LegState.SUSPENDED, suspension=Suspension.STEP, window=5)
    clock.advance(days=1)
    store.run(look)
    assert [(day, leg.id) for day, leg in left] == [(date(2026, 11, 23), kept.id)]


def test_the_suspended_wake_in_the_order_of_their_times(store: Store, clock: Clock) -> None:
    numbers = []
    for window, minutes in ((3, 10.0), (4, 5.0), (2, None)):
        taken(store, "company" if window != 2 else "insurance")
        called(store, window)
        leg = store.run(partial(suspend, window=window, kind=Suspension.STEP, by=BY, wake_after_min=minutes))
        numbers.append(leg.number)
    assert store.reader.next_wake() == MORNING + timedelta(minutes=5)
    assert store.run(lambda uow: uow.tickets.waking()) == []
    clock.advance(minutes=10)
    waking = [leg.number for leg in store.run(lambda uow: uow.tickets.waking())]
    assert waking == [numbers[1], numbers[0]]
    assert [leg.number for leg in store.run(wake)] == waking
    assert store.reader.next_wake() is None
    assert store.run(wake) == []


def test_the_tickets_of_a_card_come_with_their_dates(store: Store, clock: Clock) -> None:
    card = Card(CARD)
    first = taken(store, "food", card=card)
    taken(store, "food", card=Card("d" * 64))
    taken(store, "advice", card=card)
    clock.advance(days=1)
    second = taken(store, "food", card=card)
    mine = store.run(lambda uow: uow.tickets.of_card(CARD, "food"))
    assert [(day, leg.ticket) for day, leg in mine] == [
        (date(2026, 11, 23), first.ticket.id),
        (date(2026, 11, 24), second.ticket.id),
    ]


def test_a_series_counts_its_halves_and_its_days(store: Store, clock: Clock) -> None:
    def issued() -> list[int]:
        return [store.run(partial(_issued, half=half)) for half in Half]

    assert issued() == [0, 0]
    taken(store)
    taken(store)
    assert issued() == [2, 0]
    clock.advance(hours=4)
    taken(store)
    assert issued() == [2, 1]
    assert store.run(lambda uow: uow.tickets.issued("A", Half.MORNING)) == 0
    clock.advance(hours=20)
    assert issued() == [0, 0]


def test_where_a_cap_stands_is_kept(store: Store) -> None:
    assert store.run(lambda uow: uow.turns.get("company")) == Turn("company")
    for turn in (Turn("company", 2, 1, 3), Turn("company", 0, 0, 1)):
        store.run(partial(_save_turn, turn=turn))
        assert store.run(lambda uow: uow.turns.get("company")) == turn
    assert store.run(lambda uow: uow.turns.get("food")) == Turn("food")


def test_what_a_window_did_last_is_kept_and_forgotten(store: Store) -> None:
    assert store.run(lambda uow: uow.windows.last_act(3)) is None
    leg = replace(taken(store).leg, suspension=Suspension.STEP, wake_at=MORNING, held=True)
    act = Act(MORNING, leg, 7, (("t.2", 1), ("t.10", 4)), (("t.1", 2),))
    store.run(lambda uow: uow.windows.note_act(3, act))
    assert store.run(lambda uow: uow.windows.last_act(3)) == act
    store.run(partial(open_window, window=3, clerk="1", by=BY))
    assert store.run(lambda uow: uow.windows.last_act(3)) == act, "whoever opens the window again"
    store.run(lambda uow: uow.windows.note_act(3, None))
    assert store.run(lambda uow: uow.windows.last_act(3)) is None


def test_a_description_comes_with_the_file_it_was_read_from(store: Store) -> None:
    hall = replace(lhasa_like(), phone="1")
    store.run(lambda uow: uow.set_hall(hall, "name = 大厅"))
    assert store.reader.source() == "name = 大厅"
    assert store.run(lambda uow: uow.hall) == hall
    store.run(lambda uow: uow.set_hall(replace(hall, phone="2")))
    assert store.run(lambda uow: uow.hall.phone) == "2"
    assert store.reader.source() == "name = 大厅", "it is still the file that was taken last"


@pytest.mark.parametrize("skills", [None, (), ("company", "food")])
def test_a_clerks_skills_are_kept(store: Store, skills: tuple[str, ...] | None) -> None:
    clerk = Clerk("0301", "窗口", Role.CLERK, "hash", skills)
    store.run(lambda uow: uow.clerks.save(replace(clerk, skills=("x",))))
    store.run(lambda uow: uow.clerks.save(clerk))
    assert store.reader.clerk("0301") == clerk


def test_a_ticket_is_found_by_its_own_page(store: Store) -> None:
    ticket = taken(store).ticket
    assert store.reader.ticket_by_track(ticket.track).ticket == ticket
    with pytest.raises(TicketUnknown):
        store.reader.ticket_by_track("x")


def test_a_guide_finds_people_by_what_is_known_of_them(store: Store, clock: Clock) -> None:
    first, second = taken(store), taken(store)
    food = taken(store, "food")
    called(store, 3)
    keep(store, food.leg, pin=4)

    def found(**asked: Any) -> list[str]:
        return [leg.number for leg, _ in store.reader.find(**asked)]

    assert found() == ["B001", "B002", "C001"]
    assert found(most=2) == ["B001", "B002"]
    assert found(queue="company") == ["B001", "B002"]
    assert found(number="B002") == ["B002"]
    assert found(state=LegState.CALLED) == ["B001"]
    assert found(window=3) == ["B001"]
    assert found(window=4) == ["C001"]
    assert found(number="B001", state=LegState.WAITING) == []
    assert store.reader.find(number="B002")[0][1] == second.ticket
    clock.advance(days=1)
    store.run(lambda uow: None)
    assert found() == []
    assert first.ticket.date == date(2026, 11, 23)


def test_a_guide_finds_who_is_suspended_since_yesterday(store: Store, clock: Clock) -> None:
    store.run(partial(describe_hall, hall=every_rule()))
    taken(store, "insurance")
    called(store, 1)
    store.run(partial(suspend, window=1, kind=Suspension.NO_PAPERS, by=BY))
    clock.advance(days=1)
    store.run(lambda uow: None)
    assert [leg.number for leg, _ in store.reader.find()] == ["A001"]


def test_who_was_served_while_the_hall_gave_the_class_up_is_called_again(store: Store) -> None:
    """Nobody of the class waited then: the lane is not one that the hall knew it still needs."""
    taken(store, visitor_class="elderly")
    called(store, 3)
    store.run(partial(at_window.start, window=3, by=BY))
    store.run(partial(describe_hall, hall=replace(lhasa_like(), classes=lhasa_like().classes[:1])))
    leg = store.run(partial(suspend, window=3, kind=Suspension.NO_PAPERS, by=BY))
    store.run(partial(restore, ticket=leg.ticket, by="guide:1"))
    assert called(store, 4).visitor_class == "elderly"


def test_a_transferred_visitor_of_a_class_that_is_no_more_is_called(store: Store) -> None:
    ticket = taken(store, visitor_class="elderly").ticket.id
    called(store, 3)
    store.run(partial(describe_hall, hall=replace(lhasa_like(), classes=lhasa_like().classes[:1])))
    store.run(partial(transfer_ticket, ticket=ticket, target=Target("advice"), by="guide:1"))
    assert called(store, 5).visitor_class == "elderly"


def test_open_legs_are_all_that_have_not_ended(store: Store) -> None:
    for _ in range(3):
        taken(store)
    called(store, 3)
    store.run(partial(finish, window=3, by=BY))
    called(store, 3)
    store.run(partial(at_window.start, window=3, by=BY))
    assert sorted(leg.number for leg in store.run(lambda uow: uow.tickets.open_legs())) == ["B002", "B003"]


def test_parallel_legs_join_their_queues_one_after_the_other(store: Store) -> None:
    store.run(partial(describe_hall, hall=every_rule()))
    before = store.reader.floor().seq
    made: Taken = store.run(partial(take, wish=Wish(matter="at_once"), by="kiosk:1"))
    events = store.reader.events_after(before, 10)
    assert [(event.kind, event.leg) for event in events] == [
        (EventKind.TAKEN, made.legs[0].id),
        (EventKind.OPENED, made.legs[1].id),
    ]
    assert [leg.entered for leg in made.legs[:2]] == [event.seq for event in events]
