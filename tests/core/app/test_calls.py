"""Which window calls whom, and when it calls nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import Any

import pytest

from core.app import at_window
from core.app.call_next import Called, NobodyWaiting, call_next
from core.app.finish import finish
from core.app.pick import call_ticket
from core.app.profile import set_profile
from core.app.tickets import cancel
from core.app.transfer import Target, transfer_ticket
from core.app.windows import close_window, open_window, pause_window
from core.domain.calendar import Calendar, Hours
from core.domain.errors import (
    CallTooSoon,
    ClerkElsewhere,
    HallError,
    NotSkilled,
    OutOfHours,
    ProfileInvalid,
    QueueUnknown,
    ReasonUnknown,
    RestoreRefused,
    TicketElsewhere,
    TicketNotWaiting,
    WindowNotOpen,
)
from core.domain.event import EventKind
from core.domain.hall import Tier, Tiers
from core.domain.rules import AfterHours, Rules
from core.domain.ticket import LegState
from core.domain.window import WindowStatus
from tests.core.app.hall import Hands
from tests.support.every_rule import every_rule

DAYTIME = (Hours((1, 2, 3, 4, 5), time(9), time(17)),)
SHORT = Calendar("short", (Hours((1, 2, 3, 4, 5), time(10), time(11)),))


@pytest.mark.parametrize(
    ("clerk", "called"),
    [
        pytest.param(None, "B001", id="whoever sits there"),
        pytest.param("1", "B001", id="qualified for all"),
        pytest.param("3", "B001", id="for these two"),
        pytest.param("4", "C001", id="only for food"),
        pytest.param("2", None, id="for nothing here"),
        pytest.param("9999", "B001", id="a clerk nobody knows has no limits"),
    ],
)
def test_a_clerk_is_given_only_what_he_is_qualified_for(
    hall: Hands, clerk: str | None, called: str | None
) -> None:
    hall.take("company")
    hall.take("food")
    hall.open(3, clerk)
    answer = hall.do(call_next, window=3)
    assert (answer.leg.number if isinstance(answer, Called) else None) == called


@pytest.mark.parametrize(
    ("after_hours", "keeps_hours", "hours_later", "called"),
    [
        pytest.param(AfterHours.STOP, True, 1, True, id="in the hours"),
        pytest.param(AfterHours.SERVE, True, 9, True, id="who holds a ticket is served"),
        pytest.param(AfterHours.STOP, True, 9, False, id="closed is closed"),
        pytest.param(AfterHours.STOP, False, 9, True, id="a hall on trial"),
    ],
)
def test_who_still_waits_at_closing_time(
    hall: Hands, after_hours: AfterHours, keeps_hours: bool, hours_later: float, called: bool
) -> None:
    hall.rules("advice", after_hours=after_hours)
    hall.describe(hours=DAYTIME, keeps_hours=keeps_hours)
    hall.take("advice")
    hall.clock.advance(hours=hours_later)
    hall.open(5)
    assert isinstance(hall.do(call_next, window=5), Called if called else NobodyWaiting)


@pytest.mark.parametrize(
    ("after_hours", "hours_later", "opens_at"),
    [
        pytest.param("serve", 0, "2026-11-23T02:00:00.000000Z", id="before: not yet"),
        pytest.param("serve", 1, None, id="in its hours"),
        pytest.param("serve", 3, None, id="after: who waits is served"),
        pytest.param("stop", 3, "2026-11-24T02:00:00.000000Z", id="after: tomorrow"),
        pytest.param("stop", 1.5, None, id="in its hours, whatever the rule"),
    ],
)
def test_a_window_may_have_hours_of_its_own(
    hall: Hands, after_hours: str, hours_later: float, opens_at: str | None
) -> None:
    windows = tuple(replace(each, calendar="short") for each in every_rule().windows)
    hall.describe(
        windows=windows,
        calendars=(SHORT,),
        keeps_hours=True,
        hours=DAYTIME,
        rules=Rules(after_hours=AfterHours(after_hours)),
    )
    hall.take("advice")
    hall.clock.advance(hours=hours_later)
    if opens_at is None:
        assert hall.call(5).number == "D001"
        return
    hall.open(5)
    with pytest.raises(OutOfHours) as refused:
        hall.do(call_next, window=5)
    assert refused.value.params == {"window": 5, "opens_at": opens_at}


def test_two_calls_of_a_window_have_a_gap(hall: Hands) -> None:
    hall.describe(rules=Rules(call_gap_s=10))
    for _ in range(2):
        hall.take("advice")
    first = hall.call(5)
    hall.clock.advance(seconds=9.5)
    with pytest.raises(CallTooSoon) as refused:
        hall.do(call_next, window=5)
    assert refused.value.params == {"window": 5, "wait_s": 1}
    assert hall.leg(first).state is LegState.CALLED, "nobody is finished by a refused call"
    hall.clock.advance(seconds=0.5)
    assert hall.do(call_next, window=5).leg.number == "D002"


def test_a_queue_may_have_a_gap_of_its_own(hall: Hands) -> None:
    hall.rules("advice", call_gap_s=20)
    for queue in ("advice", "advice", "company", "company"):
        hall.take(queue)
    hall.call(5)
    hall.call(3)
    assert hall.do(call_next, window=3).leg.number == "B002", "another queue's window has none"
    with pytest.raises(CallTooSoon) as refused:
        hall.do(call_next, window=5)
    assert refused.value.params == {"window": 5, "wait_s": 20}


@pytest.mark.parametrize("state", ["closed", "paused"])
def test_only_an_open_window_calls(hall: Hands, state: str) -> None:
    hall.take("advice")
    hall.open(5)
    if state == "closed":
        hall.do(close_window, window=5)
    else:
        hall.do(pause_window, window=5, reason="break")
    with pytest.raises(WindowNotOpen):
        hall.do(call_next, window=5)


def test_a_clerk_who_moves_leaves_the_old_window_closed(hall: Hands) -> None:
    hall.open(3, "1")
    hall.open(4, "1")
    views = hall.store.reader.floor().windows
    assert (views[3].status, views[4].status, views[4].clerk) == (
        WindowStatus.CLOSED,
        WindowStatus.OPEN,
        "1",
    )


@pytest.mark.parametrize("served", [False, True])
def test_a_clerk_with_a_visitor_stays(hall: Hands, served: bool) -> None:
    hall.take("company")
    hall.open(3, "1")
    hall.do(call_next, window=3)
    if served:
        hall.do(at_window.start, window=3)
    with pytest.raises(ClerkElsewhere) as refused:
        hall.do(open_window, window=4, clerk="1")
    assert refused.value.params == {"window": 3, "number": "B001"}
    hall.do(open_window, window=3, clerk="1")
    hall.do(finish, window=3)
    hall.open(4, "1")


@pytest.mark.parametrize(
    ("tiers", "refusal"),
    [
        ((), ProfileInvalid),
        ((Tier(()),), ProfileInvalid),
        ((Tier(("food",)), Tier(())), ProfileInvalid),
        ((Tier(("food", "food")),), ProfileInvalid),
        ((Tier(("food",)), Tier(("company", "food"))), ProfileInvalid),
        ((Tier(("no_such",)),), QueueUnknown),
    ],
)
def test_a_profile_names_each_queue_once_and_one_at_least(
    hall: Hands, tiers: Tiers, refusal: type[HallError]
) -> None:
    with pytest.raises(refusal):
        hall.do(set_profile, window=3, tiers=tiers)


def test_a_profile_changes_at_the_next_call_and_says_who_did_it(hall: Hands) -> None:
    hall.take("company")
    hall.take("advice")
    first = hall.call(3)
    tiers = (Tier(("advice",)), Tier(("company", "food"), when_wait_over_min=20))
    before = hall.seq
    hall.do(set_profile, window=3, tiers=tiers, by="supervisor:9")
    assert hall.leg(first).state is LegState.CALLED
    (event,) = hall.events(before)
    assert event.kind is EventKind.HALL_CHANGED
    assert dict(event.data) == {
        "hall": "lhasa-like",
        "window": 3,
        "by": "supervisor:9",
        "before": "company; food",
        "after": "advice; company, food @ 20",
    }
    assert hall.do(call_next, window=3).leg.number == "D001"
    hall.do(set_profile, window=3, tiers=tiers)
    assert [each.kind for each in hall.events(before)].count(EventKind.HALL_CHANGED) == 1


PICKS: dict[str, tuple[dict[str, Any], str, type[HallError] | None]] = {
    "who waits behind others": ({"window": 3, "reason": "any_call"}, "B002", None),
    "with a reason only": ({"window": 3, "reason": "no_such"}, "B002", ReasonUnknown),
    "at a window that serves the queue": ({"window": 5, "reason": "any_call"}, "B002", NotSkilled),
    "with a clerk who may": ({"window": 3, "reason": "any_call", "clerk": "4"}, "B002", NotSkilled),
    "not who is at a window": ({"window": 4, "reason": "any_call"}, "B001", TicketNotWaiting),
    "not who has ended": ({"window": 3, "reason": "any_call"}, "C001", TicketNotWaiting),
    "not who waits for another": ({"window": 3, "reason": "any_call"}, "B003", TicketElsewhere),
}


@pytest.mark.parametrize(("pick", "number", "refusal"), PICKS.values(), ids=PICKS)
def test_a_visitor_is_called_out_of_turn(
    hall: Hands, pick: dict[str, Any], number: str, refusal: type[HallError] | None
) -> None:
    taken = [hall.take(queue).ticket for queue in ("company", "company", "company", "food")]
    ids = {ticket.number: ticket.id for ticket in taken}
    hall.do(cancel, ticket=ids["C001"])
    hall.open(4)
    hall.do(transfer_ticket, ticket=ids["B003"], target=Target("company", window=4))
    hall.call(3)
    hall.open(pick["window"], pick.get("clerk"))
    if refusal is not None:
        before = hall.store.legs()
        with pytest.raises(refusal):
            hall.do(call_ticket, window=pick["window"], ticket=ids[number], reason=pick["reason"])
        assert hall.store.legs() == before
        return
    called = hall.do(call_ticket, window=3, ticket=ids[number], reason="any_call")
    assert (called.leg.number, called.leg.window, called.why) == (number, 3, {"picked": "any_call"})
    assert [leg.state for leg in hall.visit(ids["B001"])] == [LegState.DONE]


def test_who_was_passed_is_called_out_of_turn_where_passed_numbers_are_not_void(hall: Hands) -> None:
    for queue, window, void in (("company", 3, False), ("food", 4, True)):
        ticket = hall.take(queue).ticket.id
        hall.call(window)
        hall.clock.advance(minutes=1)
        hall.do(at_window.pass_over, window=window)
        if void:
            with pytest.raises(RestoreRefused):
                hall.do(call_ticket, window=window, ticket=ticket, reason="any_call")
        else:
            hall.do(call_ticket, window=window, ticket=ticket, reason="any_call")
            assert hall.visit(ticket)[0].state is LegState.CALLED
