"""Suspended, sent on, taken back: a visit of several legs goes on in one place and loses nothing."""

from __future__ import annotations

from typing import Any

import pytest

from core.app import at_window
from core.app.call_next import Called, NobodyWaiting, call_next
from core.app.finish import finish
from core.app.suspend import resume, suspend, wake
from core.app.tickets import cancel, restore
from core.app.transfer import Target, transfer_from_window, transfer_ticket
from core.app.windows import close_window, pause_window
from core.domain.errors import (
    HallError,
    NotSkilled,
    RestoreRefused,
    TicketElsewhere,
    TicketEnded,
    TicketNotSuspended,
    WindowBusy,
    WindowNotOpen,
)
from core.domain.floor import replay
from core.domain.ticket import LegState, Suspension
from core.domain.window import WindowStatus
from tests.core.app.hall import Hands, a_matter

STEP, AWAY, LEFT = Suspension.STEP, Suspension.NO_PAPERS, Suspension.PAPERS_LEFT


@pytest.mark.parametrize(
    ("kind", "window", "anywhere", "refusal"),
    [
        pytest.param(AWAY, 4, False, None, id="papers fetched: any window of the queue"),
        pytest.param(AWAY, 5, False, NotSkilled, id="but of that queue"),
        pytest.param(AWAY, 5, True, None, id="unless a supervisor says so"),
        pytest.param(LEFT, 3, False, None, id="papers left: the same window"),
        pytest.param(LEFT, 4, False, TicketElsewhere, id="no other"),
        pytest.param(LEFT, 4, True, None, id="unless a supervisor says so, too"),
        pytest.param(STEP, 3, False, None, id="after a step outside: the same window"),
        pytest.param(STEP, 4, False, TicketElsewhere, id="no other either"),
    ],
)
def test_a_suspended_visit_goes_on_where_its_kind_says(
    hall: Hands, kind: Suspension, window: int, anywhere: bool, refusal: type[HallError] | None
) -> None:
    ticket = hall.take("company").ticket.id
    hall.call(3)
    hall.do(suspend, window=3, kind=kind)
    assert isinstance(hall.do(call_next, window=3), NobodyWaiting), "the window is free for the next"
    hall.open(window)
    if refusal is not None:
        with pytest.raises(refusal):
            hall.do(resume, window=window, ticket=ticket, anywhere=anywhere)
        return
    leg = hall.do(resume, window=window, ticket=ticket, anywhere=anywhere)
    assert (leg.state, leg.window) == (LegState.SERVING, window)


@pytest.mark.parametrize("kind", [LEFT, STEP])
def test_who_is_expected_at_a_window_that_has_closed_goes_on_at_another_of_the_queue(
    hall: Hands, kind: Suspension
) -> None:
    ticket = hall.take("company").ticket.id
    hall.call(3)
    hall.do(suspend, window=3, kind=kind)
    for window in (4, 5):
        hall.open(window)
    hall.do(pause_window, window=3, reason="break")
    with pytest.raises(TicketElsewhere):
        hall.do(resume, window=4, ticket=ticket)
    hall.do(close_window, window=3)
    with pytest.raises(NotSkilled):
        hall.do(resume, window=5, ticket=ticket)
    assert hall.do(resume, window=4, ticket=ticket).window == 4


@pytest.mark.parametrize("kind", Suspension)
def test_who_is_suspended_waits_again_first_in_line_for_the_windows_of_the_kind(
    hall: Hands, kind: Suspension
) -> None:
    early, late = hall.take("company").ticket.id, hall.take("company").ticket.id
    hall.call(3)
    hall.do(suspend, window=3, kind=kind, wake_after_min=5)
    assert hall.store.run(wake) == []
    hall.clock.advance(minutes=5)
    assert [leg.ticket for leg in hall.store.run(wake)] == [early]
    assert hall.call(4).ticket == (early if kind is AWAY else late)
    if kind is not AWAY:
        assert hall.call(3).ticket == early


def test_a_busy_or_closed_window_takes_nobody_back(hall: Hands) -> None:
    ticket = hall.take("company").ticket.id
    hall.call(3)
    hall.do(suspend, window=3, kind=STEP)
    hall.take("company")
    hall.call(3)
    with pytest.raises(WindowBusy):
        hall.do(resume, window=3, ticket=ticket)
    hall.do(finish, window=3)
    hall.do(pause_window, window=3, reason="break")
    with pytest.raises(WindowNotOpen):
        hall.do(resume, window=3, ticket=ticket)


def test_the_day_ends_what_is_suspended_unless_its_queue_keeps_it(hall: Hands) -> None:
    kept, ended = hall.take("insurance").ticket.id, hall.take("company").ticket.id
    for window in (1, 3):
        hall.call(window)
        hall.do(suspend, window=window, kind=AWAY)
    for days, state in ((1, LegState.SUSPENDED), (1, LegState.SUSPENDED), (1, LegState.VOID)):
        hall.clock.advance(days=days)
        hall.store.run(lambda uow: None)
        assert hall.visit(kept)[0].state is state
        assert hall.visit(ended)[0].state is LegState.VOID


def test_a_weekend_does_not_count_among_the_days_that_a_suspended_visit_is_kept(hall: Hands) -> None:
    hall.clock.advance(days=4)
    friday, ended = hall.take("insurance").ticket.id, hall.take("company").ticket.id
    for window in (1, 3):
        hall.call(window)
        hall.do(suspend, window=window, kind=AWAY)
    for days in (1, 2, 1):
        hall.clock.advance(days=days)
        hall.store.run(lambda uow: None)
        assert hall.visit(friday)[0].state is LegState.SUSPENDED
        assert hall.visit(ended)[0].state is LegState.VOID, "what is not kept ends with its own day"
    hall.clock.advance(days=1)
    hall.store.run(lambda uow: None)
    assert hall.visit(friday)[0].state is LegState.VOID, "Monday and Tuesday were its two days"


# Who waits there has come at minutes 0, 1, 2 and 3 (D001 to D004); B001 came before all of them.
TRANSFERS: dict[str, tuple[Target, float, list[str | None]]] = {
    "the arrival is kept": (Target("advice"), 0, ["B001", "D001", "D002", "D003", "D004"]),
    "first in line": (Target("advice", first=True), 0, ["B001", "D001", "D002", "D003", "D004"]),
    "not before the delay": (Target("advice", after_min=10), 0, ["D001", "D002", "D003", "D004", None]),
    "after the delay": (Target("advice", after_min=10), 10, ["B001", "D001", "D002", "D003", "D004"]),
    "to this window": (Target(window=5), 0, ["B001", "D001", "D002", "D003", "D004"]),
}


@pytest.mark.parametrize(("target", "later_min", "order"), TRANSFERS.values(), ids=TRANSFERS)
def test_who_is_sent_on_keeps_number_and_arrival(
    hall: Hands, target: Target, later_min: float, order: list[str | None]
) -> None:
    ticket = hall.take("company").ticket.id
    for _ in range(4):
        hall.clock.advance(minutes=1)
        hall.take("advice")
    hall.call(3)
    hall.do(transfer_from_window, window=3, target=target, reason="any_transfer")
    hall.clock.advance(minutes=later_min)
    assert called_one_by_one(hall, 5, 5) == order
    assert hall.visit(ticket)[0].state is LegState.TRANSFERRED


def called_one_by_one(hall: Hands, window: int, times: int) -> list[str | None]:
    hall.open(window)
    answers = [hall.do(call_next, window=window) for _ in range(times)]
    return [each.leg.number if isinstance(each, Called) else None for each in answers]


def test_first_in_line_is_before_who_came_earlier(hall: Hands) -> None:
    hall.take("advice")
    hall.clock.advance(minutes=5)
    late = hall.take("company").ticket.id
    hall.do(transfer_ticket, ticket=late, target=Target("advice", first=True))
    assert called_one_by_one(hall, 5, 2) == ["B001", "D001"]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (Target("food"), ("food", None)),
        (Target(window=4), ("company", 4)),
        (Target(window=1), ("insurance", 1)),
        (Target("food", window=4), ("food", 4)),
        (Target("insurance", window=4), NotSkilled),
    ],
)
def test_a_target_is_a_queue_a_window_or_both(hall: Hands, target: Target, expected: Any) -> None:
    ticket = hall.take("company").ticket.id
    if isinstance(expected, tuple):
        leg = hall.do(transfer_ticket, ticket=ticket, target=target)
        assert (leg.queue, leg.pin) == expected
        return
    with pytest.raises(expected):
        hall.do(transfer_ticket, ticket=ticket, target=target)


@pytest.mark.parametrize("queue", ["company", "food"])
def test_a_shared_pay_step_comes_back_to_the_window(hall: Hands, queue: str) -> None:
    ticket = hall.take(queue).ticket.id
    for _ in range(2):
        hall.take("company")
    hall.open(4)
    while hall.do(call_next, window=4).leg.ticket != ticket:
        pass
    hall.do(transfer_from_window, window=4, target=Target("advice", back=True))
    assert hall.call(5).ticket == ticket
    hall.do(finish, window=5)
    back = hall.visit(ticket)[-1]
    assert (back.state, back.queue, back.pin, back.step, back.steps) == (LegState.WAITING, queue, 4, 3, 3)
    assert hall.do(call_next, window=4).leg.ticket == ticket, "first of all who wait there"


def states(hall: Hands, ticket: str) -> dict[str, str]:
    return {f"{leg.step} {leg.queue}": leg.state.value for leg in hall.visit(ticket)}


def test_a_matter_is_lived_through_with_one_number(hall: Hands) -> None:
    ticket = a_matter(hall)
    company = hall.call(3)
    assert [leg.held for leg in hall.visit(ticket) if leg.state is LegState.WAITING] == [True]
    hall.open(4)
    assert isinstance(hall.do(call_next, window=4), NobodyWaiting), "the visitor is at window 3"
    hall.do(finish, window=3)
    assert hall.call(4).queue == "food"
    hall.do(finish, window=4)
    assert hall.call(5).queue == "advice"
    hall.do(finish, window=5)
    assert hall.call(3).queue == "company", "back where the company leg was, not the food leg"
    hall.do(finish, window=3)
    assert hall.call(1).step == 5
    hall.do(finish, window=1)
    assert {leg.state for leg in hall.visit(ticket)} == {LegState.DONE}
    assert {leg.number for leg in hall.visit(ticket)} == {company.number}


@pytest.mark.parametrize("away", ["passed", "suspended"])
def test_who_comes_back_while_at_another_window_is_not_called_there(hall: Hands, away: str) -> None:
    ticket = a_matter(hall)
    hall.call(3)
    if away == "passed":
        hall.do(at_window.pass_over, window=3)
    else:
        hall.do(suspend, window=3, kind=STEP)
    assert hall.call(4).ticket == ticket
    if away == "suspended":
        with pytest.raises(TicketElsewhere) as refused:
            hall.do(resume, window=3, ticket=ticket)
        assert refused.value.params == {"number": "A001", "window": 4}
    hall.do(restore, ticket=ticket)
    assert isinstance(hall.do(call_next, window=3), NobodyWaiting)
    hall.do(finish, window=4)
    assert hall.call(3).ticket == ticket


def test_a_passed_step_is_restored_while_another_one_waits(hall: Hands) -> None:
    ticket = a_matter(hall)
    hall.call(3)
    hall.do(at_window.pass_over, window=3)
    assert hall.do(restore, ticket=ticket).queue == "company"


def test_the_day_ends_a_matter_whose_visitor_is_called(hall: Hands) -> None:
    ticket = a_matter(hall)
    hall.call(3)
    hall.clock.advance(days=1)
    assert hall.take("company").ticket.number == "B001"
    assert {leg.state for leg in hall.visit(ticket)} == {LegState.DONE, LegState.VOID}


def test_the_steps_of_a_visitor_who_is_served_outlive_the_day(hall: Hands) -> None:
    ticket = a_matter(hall)
    hall.call(3)
    hall.do(at_window.start, window=3)
    hall.clock.advance(days=1)
    hall.do(finish, window=3)
    assert states(hall, ticket)["2 food"] == "waiting"
    hall.clock.advance(days=1)
    hall.store.run(lambda uow: None)
    assert states(hall, ticket)["2 food"] == "void"


def test_a_call_that_nobody_came_to_does_not_outlive_the_day_though_its_visit_does(hall: Hands) -> None:
    ticket = hall.take(None, matter="at_once").ticket.id
    hall.call(1)
    hall.do(suspend, window=1, kind=AWAY)
    called = hall.call(3)
    assert (called.ticket, called.queue) == (ticket, "company")
    hall.clock.advance(days=1)
    hall.store.run(lambda uow: None)
    assert states(hall, ticket) == {"1 insurance": "suspended", "1 company": "waiting", "2 food": "planned"}
    assert hall.store.run(lambda uow: uow.windows.get(3)).status is WindowStatus.CLOSED
    assert hall.store.reader.floor().visitor(3) is None
    assert hall.call(3).ticket == ticket, "the visit goes on where it was"


def test_missing_papers_end_the_whole_visit(hall: Hands) -> None:
    ticket = hall.take(None, items=("licence", "card")).ticket.id
    hall.call(3)
    done = hall.do(finish, window=3, missing=("form",))
    assert (done.outcome, hall.events()[-2].data["missing"]) == ("not_accepted", ["form"])
    assert states(hall, ticket) == {"1 company": "done", "2 insurance": "void"}


def test_what_is_listed_says_the_step_it_is_since_the_visit_grew(hall: Hands) -> None:
    ticket = a_matter(hall)
    hall.call(3)
    hall.do(at_window.pass_over, window=3)
    hall.call(4)
    hall.do(transfer_from_window, window=4, target=Target("advice", back=True))
    floor, described = hall.store.reader.floor(), hall.store.reader.kept.hall
    listed = {call.leg: (call.step, call.steps) for call in floor.calls if call.leg.startswith(ticket)}
    assert (2, 7) in listed.values()
    assert replay(described, hall.events()).calls == floor.calls


@pytest.mark.parametrize(
    ("queue", "window", "others", "place"),
    [
        pytest.param("insurance", 1, 3, 3, id="at the end"),
        pytest.param("company", 3, 3, 1, id="behind one"),
        pytest.param("company", 3, 0, 0, id="behind fewer than there are"),
        pytest.param("food", 4, 3, None, id="void"),
    ],
)
def test_a_passed_visitor_comes_back_by_the_queues_rule(
    hall: Hands, queue: str, window: int, others: int, place: int | None
) -> None:
    ticket = hall.take(queue).ticket.id
    hall.call(window)
    hall.clock.advance(minutes=1)
    hall.do(at_window.pass_over, window=window, reason="no_show")
    for _ in range(others):
        hall.take(queue)
        hall.clock.advance(minutes=1)
    if place is None:
        with pytest.raises(RestoreRefused):
            hall.do(restore, ticket=ticket)
        return
    hall.do(restore, ticket=ticket)
    order = called_one_by_one(hall, window, others + 1)
    assert order.index(hall.visit(ticket)[0].number) == place


def test_who_was_sent_on_first_in_line_counts_among_those_a_passed_visitor_comes_back_behind(
    hall: Hands,
) -> None:
    passed = hall.take("company").ticket
    hall.call(3)
    hall.do(at_window.pass_over, window=3)
    for _ in range(2):
        hall.clock.advance(minutes=1)
        hall.take("company")
    for _ in range(2):
        hall.clock.advance(minutes=1)
        sent = hall.take("food").ticket.id
        hall.do(transfer_ticket, ticket=sent, target=Target("company", first=True))
    hall.do(restore, ticket=passed.id)
    assert called_one_by_one(hall, 3, 5) == ["C001", "C002", "B001", "B002", "B003"]


@pytest.mark.parametrize("state", ["serving", "done"])
def test_a_visit_that_is_served_or_over_is_not_cancelled(hall: Hands, state: str) -> None:
    ticket = hall.take("company").ticket.id
    hall.call(3)
    hall.do(at_window.start, window=3)
    if state == "done":
        hall.do(finish, window=3)
    with pytest.raises(TicketEnded):
        hall.do(cancel, ticket=ticket)


def test_who_is_not_suspended_is_not_resumed(hall: Hands) -> None:
    ticket = hall.take("company").ticket.id
    hall.open(3)
    with pytest.raises(TicketNotSuspended):
        hall.do(resume, window=3, ticket=ticket)
