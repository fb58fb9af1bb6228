"""What every store promises the use cases: the fake one and the real one are held to the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from core.app import at_window, finish
from core.app.call_next import Called, NobodyWaiting, call_next
from core.app.describe_hall import describe_hall
from core.app.once import once
from core.app.ports import UnitOfWork
from core.app.ports_reader import PassedNumber
from core.app.take import Taken, Wish, take
from core.app.tickets import cancel, restore
from core.app.transfer import Target, transfer_ticket
from core.app.windows import open_window
from core.domain.errors import KeyReused, QueueUnknown, StaleTicket, TicketUnknown, WindowUnknown
from core.domain.event import EventKind
from core.domain.in_line import InLine
from core.domain.leg import Leg
from core.domain.people import Clerk, Role
from core.domain.ticket import LegState
from core.domain.window import WindowState, WindowStatus
from tests.support.clock import MORNING, Clock
from tests.support.hall_machine import Store
from tests.support.halls import lhasa_like


def taken(store: Store, queue: str = "insurance", visitor_class: str | None = None) -> Taken:
    found: Taken = store.run(
        partial(take, wish=Wish(queue, visitor_class=visitor_class, proven=True), by="kiosk:1")
    )
    return found


def called(store: Store, window: int) -> Leg:
    store.run(partial(open_window, window=window, clerk=str(window), by="clerk:1"))
    found = store.run(partial(call_next, window=window, by="clerk:1"))
    assert isinstance(found, Called)
    return found.leg


def everything(store: Store) -> Any:
    return store.reader.floor(), store.legs(), store.reader.events_after(0, 1000)


class Unexpected(Exception):
    """A bug in a command."""


def test_a_leg_moved_meanwhile_is_not_moved_again(store: Store) -> None:
    leg = taken(store).leg
    called(store, 1)
    before = everything(store)
    with pytest.raises(StaleTicket) as refused:
        store.run(lambda uow: uow.tickets.save(leg.voided(uow.now)))
    assert refused.value.params == {"number": "A001"}
    assert everything(store) == before


def test_a_call_takes_only_a_leg_that_still_waits(store: Store) -> None:
    leg = called_once(store)
    again = replace(leg, state=LegState.WAITING).called_to(2, leg.since, 99)
    with pytest.raises(StaleTicket):
        store.run(lambda uow: uow.tickets.save(again, why={}))


def called_once(store: Store) -> Leg:
    taken(store)
    return called(store, 1)


def test_a_number_series_belongs_to_a_prefix_and_a_date(store: Store, clock: Clock) -> None:
    assert [taken(store).ticket.number for _ in range(3)] == ["A001", "A002", "A003"]
    assert taken(store, "company").ticket.number == "B001"
    clock.advance(days=1)
    tomorrow = taken(store).ticket
    assert (tomorrow.number, tomorrow.date) == ("A001", date(2026, 11, 24))


def test_heads_are_the_first_of_each_queue_and_class(store: Store, clock: Clock) -> None:
    for queue, visitor_class in (
        ("insurance", None),
        ("insurance", "elderly"),
        ("insurance", None),
        ("insurance", "elderly"),
        ("company", None),
        ("food", None),
    ):
        taken(store, queue, visitor_class)
        clock.advance(minutes=1)
    heads: list[InLine] = store.run(lambda uow: uow.tickets.heads(["insurance", "company", "advice"], 1))
    assert sorted(leg.number for leg in heads) == ["A001", "A002", "B001"]
    assert store.run(lambda uow: uow.tickets.heads([], 1)) == []


def test_a_window_may_serve_more_queues_than_a_statement_has_room_for(store: Store) -> None:
    leg = taken(store).leg
    many = [*(f"closed_{at}" for at in range(600)), leg.queue]
    (head,) = store.run(lambda uow: uow.tickets.heads(many, 1))
    assert head.id == leg.id


def test_a_head_says_what_its_leg_says_and_the_leg_is_found_by_it(store: Store) -> None:
    leg = taken(store, "insurance", "elderly").leg
    (head,) = store.run(lambda uow: uow.tickets.heads(["insurance"], 1))
    assert store.run(lambda uow: uow.tickets.leg(head.id)) == leg
    shown = ("id", "number", "queue", "visitor_class", "since", "entered", "rank", "pin")
    assert [getattr(head, name) for name in shown] == [getattr(leg, name) for name in shown]
    with pytest.raises(TicketUnknown):
        store.run(lambda uow: uow.tickets.leg("nobody.1"))


def test_of_one_instant_the_first_to_enter_is_the_head(store: Store) -> None:
    for _ in range(3):
        taken(store)
    assert called(store, 1).number == "A001"


def test_people_of_a_class_that_the_hall_gave_up_are_called_all_the_same(store: Store) -> None:
    taken(store, visitor_class="elderly")
    hall = replace(lhasa_like(), classes=lhasa_like().classes[:1])
    assert store.run(partial(describe_hall, hall=hall))
    assert called(store, 1).visitor_class == "elderly"


def test_the_same_hall_again_is_no_news(store: Store) -> None:
    assert not store.run(partial(describe_hall, hall=lhasa_like()))


def test_an_unknown_ticket_is_refused(store: Store) -> None:
    for look in (lambda uow: uow.tickets.get("x"), lambda uow: uow.tickets.legs_of("x")):
        with pytest.raises(TicketUnknown):
            store.run(look)
    with pytest.raises(TicketUnknown):
        store.reader.ticket("x")


def test_who_is_at_a_window_is_found_until_the_end(store: Store) -> None:
    leg = called_once(store)
    at = partial(UnitOfWorkLook.at_window, 1)
    assert store.run(at) == leg
    store.run(partial(at_window.start, window=1, by="clerk:1"))
    assert store.run(at).state is LegState.SERVING
    store.run(partial(finish.finish, window=1, by="clerk:1"))
    assert store.run(at) is None


class UnitOfWorkLook:
    """Looks that commands make."""

    @staticmethod
    def at_window(window: int, uow: UnitOfWork) -> Leg | None:
        return uow.tickets.at_window(window)


def test_the_turn_of_the_day_ends_what_was_left_open_and_nothing_else(store: Store, clock: Clock) -> None:
    legs = [taken(store).leg for _ in range(5)]
    assert called(store, 1).id == legs[0].id
    store.run(partial(at_window.start, window=1, by="clerk:1"))
    assert called(store, 2).id == legs[1].id
    store.run(partial(at_window.pass_over, window=2, by="clerk:1"))
    assert called(store, 2).id == legs[2].id
    store.run(partial(cancel, ticket=legs[3].ticket, by="guide:1"))
    clock.advance(days=1)
    store.run(lambda uow: None)
    states = {leg.number: leg.state for leg in store.legs().values()}
    assert states == {
        "A001": LegState.SERVING,
        "A002": LegState.VOID,
        "A003": LegState.VOID,
        "A004": LegState.VOID,
        "A005": LegState.VOID,
    }
    floor = store.reader.floor()
    assert floor.windows[1].status is WindowStatus.OPEN, "the visitor there is left in peace"
    assert floor.windows[2].status is WindowStatus.CLOSED
    assert not floor.calls
    last = store.reader.events_after(floor.seq - 1, 1)[0]
    assert (last.kind, dict(last.data)) == (EventKind.HALL_CHANGED, {"date": "2026-11-24"})


def test_who_is_served_past_the_turn_of_the_day_may_be_called_again(store: Store, clock: Clock) -> None:
    called_once(store)
    store.run(partial(at_window.start, window=1, by="clerk:1"))
    clock.advance(days=1)
    store.run(partial(at_window.recall, window=1, by="clerk:1"))
    assert [call.number for call in store.reader.floor().calls] == ["A001"]


def test_events_are_numbered_from_one_without_gaps(store: Store) -> None:
    for _ in range(5):
        taken(store)
    events = store.reader.events_after(0, 1000)
    assert [event.seq for event in events] == list(range(1, len(events) + 1))
    assert store.reader.events_after(3, 2) == events[3:5]
    assert store.reader.events_after(len(events), 10) == []
    assert store.reader.floor().seq == len(events)


def test_a_refused_command_keeps_nothing_also_if_it_had_changed_something(store: Store) -> None:
    leg = called_once(store)
    before = everything(store)

    def finishes_and_is_refused(uow: UnitOfWork) -> None:
        finish.finish(uow, window=1, by="clerk:1")
        uow.answers.keep("k", "f", {})
        raise WindowUnknown(window=99)

    with pytest.raises(WindowUnknown):
        store.run(finishes_and_is_refused)
    assert everything(store) == before
    assert store.run(lambda uow: uow.answers.find("k")) is None
    assert store.run(partial(finish.finish, window=1, by="clerk:1")).id == leg.id


def test_a_command_with_a_bug_keeps_nothing(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    taken(store)
    before = everything(store)

    def fails(uow: UnitOfWork) -> None:
        take(uow, Wish("insurance"), by="kiosk:1")
        raise Unexpected

    with pytest.raises(Unexpected):
        store.run(fails)
    assert everything(store) == before
    assert taken(store).ticket.number == "A002"


def test_a_refused_take_costs_no_number(store: Store) -> None:
    with pytest.raises(QueueUnknown):
        taken(store, "no_such")
    assert taken(store).ticket.number == "A001"


def test_a_repeated_request_gets_its_first_answer(store: Store) -> None:
    def work(uow: UnitOfWork) -> dict[str, Any]:
        return {"number": take(uow, Wish("insurance"), by="kiosk:1").ticket.number, "名": "号"}

    first = store.run(once("k1", "asked", work))
    assert first == {"number": "A001", "名": "号"}
    assert store.run(once("k1", "asked", work)) == first
    with pytest.raises(KeyReused):
        store.run(once("k1", "asked otherwise", work))
    assert store.run(once(None, "", work))["number"] == "A002"


def test_answers_are_forgotten_a_day_later(store: Store, clock: Clock) -> None:
    store.run(lambda uow: uow.answers.keep("k", "f", {}))
    clock.advance(hours=20)
    store.run(lambda uow: None)
    assert store.run(lambda uow: uow.answers.find("k")) == ("f", {})
    clock.advance(hours=24)
    store.run(lambda uow: None)
    assert store.run(lambda uow: uow.answers.find("k")) is None


def test_a_window_that_was_never_open_is_closed_and_a_state_is_kept(store: Store) -> None:
    assert store.run(lambda uow: uow.windows.get(3)) == WindowState(3)
    state = WindowState(3).opened("0301", MORNING)
    store.run(lambda uow: uow.windows.save(state))
    assert store.run(lambda uow: uow.windows.get(3)) == state
    assert store.run(lambda uow: uow.windows.not_closed()) == [state]
    store.run(lambda uow: uow.windows.save(state.closed(MORNING)))
    assert store.run(lambda uow: uow.windows.not_closed()) == []


def test_a_clerk_is_kept_and_changed(store: Store) -> None:
    clerk = Clerk("0301", "窗口一", Role.CLERK, "hash")
    assert store.reader.clerk("0301") is None
    store.run(lambda uow: uow.clerks.save(clerk))
    assert store.reader.clerk("0301") == store.run(lambda uow: uow.clerks.get("0301")) == clerk
    changed = replace(clerk, role=Role.GUIDE, pin_hash="another")
    store.run(lambda uow: uow.clerks.save(changed))
    assert store.reader.clerk("0301") == changed


def test_a_ticket_shows_who_is_ahead_and_why_it_was_called(store: Store, clock: Clock) -> None:
    first, second = taken(store), taken(store)
    assert (first.ahead, second.ahead) == (0, 1)
    assert store.reader.ticket(second.ticket.id).ahead == 1
    clock.advance(minutes=3)
    called(store, 1)
    view = store.reader.ticket(first.ticket.id)
    assert view.ticket == first.ticket
    assert view.ahead == 0
    assert view.legs[0][1] == {"tier": 1, "score": 3.0}
    assert store.reader.ticket(second.ticket.id).legs[0][1] is None


def test_queues_tell_how_many_wait_and_since_when(store: Store, clock: Clock) -> None:
    assert store.reader.queues() == []
    taken(store)
    clock.advance(minutes=2)
    taken(store)
    (view,) = store.reader.queues()
    assert (view.id, view.waiting, view.longest_since) == ("insurance", 2, MORNING)


def test_passed_numbers_are_told_until_they_come_back(store: Store, clock: Clock) -> None:
    tickets = [taken(store).ticket for _ in range(3)]
    for _ in tickets[:2]:
        called(store, 1)
        clock.advance(minutes=3)
        store.run(partial(at_window.pass_over, window=1, by="clerk:1"))
    first, second, _ = (ticket.number for ticket in tickets)
    assert store.reader.passed(9) == [PassedNumber(each, "insurance", 1) for each in (second, first)]
    assert store.reader.passed(1) == [PassedNumber(second, "insurance", 1)]
    store.run(partial(restore, ticket=tickets[1].id, by="guide:1"))
    assert [each.number for each in store.reader.passed(9)] == [first]


@pytest.mark.parametrize("back", [timedelta(minutes=30), timedelta(days=3)])
def test_a_clock_set_back_does_not_put_anybody_before_the_others(
    store: Store, clock: Clock, back: timedelta
) -> None:
    first = taken(store).leg
    clock.now -= back
    second = taken(store).leg
    assert second.since == first.since
    assert second.entered > first.entered
    assert called(store, 1).id == first.id
    clock.now = MORNING + timedelta(minutes=1)
    assert taken(store).leg.since == clock.now


def test_nobody_waiting_is_an_answer_and_finishes_who_was_there(store: Store) -> None:
    leg = called_once(store)
    assert isinstance(store.run(partial(call_next, window=1, by="clerk:1")), NobodyWaiting)
    assert store.legs()[leg.id].state is LegState.DONE


def test_how_many_wait_is_counted_right_whatever_was_done(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    """The real store remembers what it has counted: every move changes it, one that failed does not."""

    def ahead() -> Any:
        return store.run(lambda uow: [uow.tickets.waiting(queue) for queue in ("insurance", "company")])

    def fails(uow: UnitOfWork) -> None:
        take(uow, Wish("insurance"), by="kiosk:1")
        raise Unexpected

    assert ahead() == [0, 0]
    first, second, third = (taken(store) for _ in range(3))
    assert [first.ahead, second.ahead, third.ahead] == [0, 1, 2]
    assert called(store, 1).id == first.leg.id
    assert ahead() == [2, 0]
    target = Target(queue="company")
    store.run(partial(transfer_ticket, ticket=second.ticket.id, target=target, by="guide:1", reason=None))
    assert ahead() == [1, 1]
    store.run(partial(at_window.put_back, window=1, by="clerk:1"))
    store.run(partial(cancel, ticket=third.ticket.id, by="guide:1", reason=None))
    with pytest.raises(Unexpected):
        store.run(fails)
    assert ahead() == [1, 1]
    assert [line for line in caplog.messages if "a command failed" not in line] == []
    waiting = store.reader.floor().waiting
    assert ahead() == [waiting["insurance"], waiting["company"]]
