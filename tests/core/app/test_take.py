"""Who gets a ticket, when, and in which class."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from core.app import at_window
from core.app.call_next import call_next
from core.app.finish import finish
from core.app.suspend import suspend
from core.app.take import Card, Wish
from core.app.tickets import cancel, restore
from core.app.walk_in import walk_in
from core.domain.calendar import Calendar, Holiday, Hours
from core.domain.errors import (
    CardNeeded,
    ClassNeedsProof,
    ClassUnknown,
    HallError,
    ItemUnknown,
    MatterUnknown,
    NotSkilled,
    QueueClosed,
    QueueUnknown,
    QuotaUsed,
    TicketHeld,
    TicketsADay,
)
from core.domain.hall import Proof, VisitorClass
from core.domain.ticket import LegState, Suspension
from tests.core.app.hall import Hands
from tests.support.every_rule import every_rule

CLASSES = (
    VisitorClass("plain", {"zh": "普通"}),
    VisitorClass("sixty", {"zh": "六十"}, proof=Proof.AGE, age_from=60),
    VisitorClass("eighty", {"zh": "八十"}, proof=Proof.AGE, age_from=80),
    VisitorClass("pregnant", {"zh": "孕妇"}, proof=Proof.GUIDE),
    VisitorClass("agent", {"zh": "代办"}, proof=Proof.CHOICE),
)
CARD = "a" * 64
DAYTIME = (Hours((1, 2, 3, 4, 5), time(9), time(12)), Hours((1, 2, 3, 4, 5), time(13), time(17)))


@pytest.mark.parametrize(
    ("asked", "age", "proven", "given"),
    [
        pytest.param(None, None, False, "plain", id="no card: ordinary"),
        pytest.param(None, 59, False, "plain", id="too young"),
        pytest.param(None, 60, False, "sixty", id="of age by the card alone"),
        pytest.param(None, 95, False, "eighty", id="the highest age that fits"),
        pytest.param(None, 95, True, "eighty", id="staff need not say it"),
        pytest.param("plain", 95, False, "plain", id="nobody must be favoured"),
        pytest.param("agent", None, False, "agent", id="by choice"),
        pytest.param("sixty", 60, False, "sixty", id="asked for and proven by the card"),
        pytest.param("sixty", 59, False, ClassNeedsProof, id="asked for and not of age"),
        pytest.param("sixty", None, False, ClassNeedsProof, id="asked for without a card"),
        pytest.param("sixty", None, True, "sixty", id="staff vouches"),
        pytest.param("pregnant", 30, False, ClassNeedsProof, id="only staff can say so"),
        pytest.param("pregnant", None, True, "pregnant", id="and does"),
        pytest.param("king", None, True, ClassUnknown, id="no such class"),
    ],
)
def test_a_class_is_given_by_its_proof(
    hall: Hands, asked: str | None, age: int | None, proven: bool, given: str | type[HallError]
) -> None:
    hall.describe(classes=CLASSES)
    wish: dict[str, Any] = {"visitor_class": asked, "proven": proven}
    if age is not None:
        wish["card"] = Card(CARD, age)
    if isinstance(given, str):
        taken = hall.take("advice", **wish)
        assert taken.ticket.visitor_class == taken.leg.visitor_class == given
        return
    with pytest.raises(given):
        hall.take("advice", **wish)
    assert hall.take("advice").ticket.number == "D001", "a refusal costs no number"


def test_a_class_that_needs_proof_says_which(hall: Hands) -> None:
    with pytest.raises(ClassNeedsProof) as refused:
        hall.take("advice", visitor_class="disabled", proven=False)
    assert refused.value.params == {"visitor_class": "disabled", "proof": "guide"}


@pytest.mark.parametrize(
    ("wish", "refusal"),
    [
        ({"queue": "no_such"}, QueueUnknown),
        ({"queue": None}, QueueUnknown),
        ({"queue": None, "items": ("no_such",)}, ItemUnknown),
        ({"queue": None, "items": ("card", "no_such")}, ItemUnknown),
        ({"queue": None, "matter": "no_such"}, MatterUnknown),
    ],
)
def test_what_the_hall_does_not_have_is_refused(
    hall: Hands, wish: dict[str, Any], refusal: type[HallError]
) -> None:
    with pytest.raises(refusal):
        hall.take(**wish)
    assert hall.store.legs() == {}


@pytest.mark.parametrize(
    ("end", "free"),
    [
        ("waiting", False),
        ("called", False),
        ("passed", False),
        ("restored", False),
        ("done", True),
        ("cancelled", True),
    ],
)
def test_a_person_holds_one_open_ticket_of_a_queue(hall: Hands, end: str, free: bool) -> None:
    hall.rules("advice", open_tickets=1)
    ticket = hall.take("advice", card=Card(CARD)).ticket
    if end in ("called", "passed", "restored", "done"):
        hall.call(5)
    if end in ("passed", "restored"):
        hall.do(at_window.pass_over, window=5)
    if end == "restored":
        hall.do(restore, ticket=ticket.id)
    if end == "done":
        hall.do(finish, window=5)
    if end == "cancelled":
        hall.do(cancel, ticket=ticket.id)
    if free:
        assert hall.take("advice", card=Card(CARD)).ticket.number == "D002"
        return
    with pytest.raises(TicketHeld) as refused:
        hall.take("advice", card=Card(CARD))
    assert refused.value.params == {"number": "D001"}


@pytest.mark.parametrize(
    ("rules", "cards", "queues", "refusal"),
    [
        pytest.param({"open_tickets": 1}, [CARD, "b" * 64], ["advice"] * 2, None, id="two people"),
        pytest.param({"open_tickets": 1}, [CARD, CARD], ["advice", "food"], None, id="two queues"),
        pytest.param({"open_tickets": 1}, [None, None], ["advice"] * 2, None, id="nobody is known"),
        pytest.param({"open_tickets": 2}, [CARD] * 3, ["advice"] * 3, TicketHeld, id="two and no third"),
        pytest.param({"open_tickets": 0}, [CARD] * 3, ["advice"] * 3, None, id="no limit"),
        pytest.param(
            {"open_tickets": 0, "tickets_a_day": 2}, [CARD] * 3, ["advice"] * 3, TicketsADay, id="two a day"
        ),
        pytest.param({"needs_card": True}, [None], ["advice"], CardNeeded, id="a card is needed"),
        pytest.param({"needs_card": True}, [CARD], ["advice"], None, id="and there is one"),
    ],
)
def test_what_a_person_may_take(
    hall: Hands, rules: dict[str, Any], cards: list[str | None], queues: list[str], refusal: Any
) -> None:
    hall.rules("advice", **rules)
    *before, (last, queue) = zip(cards, queues, strict=True)
    for card, name in before:
        hall.take(name, card=Card(card) if card else None)
    if refusal is None:
        hall.take(queue, card=Card(last) if last else None)
        return
    with pytest.raises(refusal):
        hall.take(queue, card=Card(last) if last else None)


def test_tickets_a_day_are_of_the_day(hall: Hands) -> None:
    hall.rules("advice", open_tickets=0, tickets_a_day=1)
    hall.take("advice", card=Card(CARD))
    with pytest.raises(TicketsADay):
        hall.take("advice", card=Card(CARD))
    hall.clock.advance(days=1)
    hall.take("advice", card=Card(CARD))


def test_a_ticket_of_yesterday_that_is_kept_is_an_open_one(hall: Hands) -> None:
    hall.take("insurance", card=Card(CARD))
    hall.call(1)
    hall.do(suspend, window=1, kind=Suspension.NO_PAPERS)
    hall.clock.advance(days=1)
    with pytest.raises(TicketHeld):
        hall.take("insurance", card=Card(CARD))


def test_a_half_days_quota_is_given_out_and_the_refusal_says_when_there_is_more(hall: Hands) -> None:
    hall.describe(
        hours=(Hours((1, 2, 3, 4, 5), time(9), time(12)), Hours((1, 2, 3, 4, 5), time(14), time(17)))
    )
    hall.rules("advice", quota_morning=2, quota_afternoon=1)
    for _ in range(2):
        hall.take("advice")
    with pytest.raises(QuotaUsed) as refused:
        hall.take("advice")
    assert refused.value.params == {
        "queue": "advice",
        "half": "morning",
        "opens_at": "2026-11-23T06:00:00.000000Z",
    }
    hall.take("food")
    hall.clock.advance(hours=5)
    assert hall.take("advice").ticket.number == "D003"
    with pytest.raises(QuotaUsed) as refused:
        hall.take("advice")
    assert refused.value.params["opens_at"] == "2026-11-24T01:00:00.000000Z"
    hall.clock.advance(days=1, hours=-5)
    assert hall.take("advice").ticket.number == "D001"


@pytest.mark.parametrize(
    ("hours_later", "changes", "rules", "opens_at"),
    [
        pytest.param(0, {}, {}, None, id="nine o'clock: open"),
        pytest.param(23, {}, {}, "2026-11-24T01:00:00.000000Z", id="eight: not yet"),
        pytest.param(3, {}, {}, "2026-11-23T05:00:00.000000Z", id="noon: after the break"),
        pytest.param(9, {}, {}, "2026-11-24T01:00:00.000000Z", id="evening: tomorrow"),
        pytest.param(9, {"keeps_hours": False}, {}, None, id="a hall on trial keeps no hours"),
        pytest.param(
            7.8, {}, {"issue_stops_min": 15}, "2026-11-24T01:00:00.000000Z", id="the last quarter of an hour"
        ),
        pytest.param(7.7, {}, {"issue_stops_min": 15}, None, id="before it"),
        pytest.param(
            0,
            {"holidays": (Holiday(date(2026, 11, 23), date(2026, 11, 23), {"zh": "节日"}),)},
            {},
            "2026-11-24T01:00:00.000000Z",
            id="a holiday",
        ),
    ],
)
def test_tickets_are_issued_in_the_opening_hours(
    hours_later: float, changes: dict[str, Any], rules: dict[str, Any], opens_at: str | None
) -> None:
    hall = Hands()
    hall.describe(**({"keeps_hours": True, "hours": DAYTIME} | changes))
    hall.rules("advice", **rules)
    hall.clock.advance(hours=hours_later)
    if opens_at is None:
        hall.take("advice")
        return
    with pytest.raises(QueueClosed) as refused:
        hall.take("advice")
    assert refused.value.params["opens_at"] == opens_at


def test_a_queue_may_have_hours_of_its_own(hall: Hands) -> None:
    early = Calendar("early", (Hours((1,), time(7), time(8)),))
    queues = tuple(
        replace(queue, calendar="early") if queue.id == "advice" else queue for queue in every_rule().queues
    )
    hall.describe(keeps_hours=True, hours=DAYTIME, calendars=(early,), queues=queues)
    hall.take("insurance")
    with pytest.raises(QueueClosed):
        hall.take("advice")


def test_every_queue_of_the_first_step_must_be_open_and_no_number_is_lost(hall: Hands) -> None:
    hall.rules("company", quota_morning=1)
    hall.take("company")
    with pytest.raises(QuotaUsed):
        hall.take(None, matter="at_once")
    assert hall.take("insurance").ticket.number == "A001"


def test_a_matter_is_one_number_and_all_its_steps(hall: Hands) -> None:
    taken = hall.take(None, matter="business")
    assert [(leg.queue, leg.step, leg.state.value, leg.back_to) for leg in taken.legs] == [
        ("insurance", 1, "waiting", None),
        ("company", 2, "planned", None),
        ("food", 2, "planned", None),
        ("advice", 3, "planned", None),
        ("company", 4, "planned", 2),
        ("insurance", 5, "planned", None),
    ]
    assert {(leg.number, leg.steps, leg.several) for leg in taken.legs} == {("A001", 5, True)}
    assert taken.ticket.matter == "business"


def test_several_items_are_steps_in_their_order(hall: Hands) -> None:
    taken = hall.take(None, items=("licence", "card"))
    assert [(leg.queue, leg.item, leg.step, leg.steps) for leg in taken.legs] == [
        ("company", "licence", 1, 2),
        ("insurance", "card", 2, 2),
    ]
    assert not hall.take(None, items=("card",)).leg.several


def test_who_walks_in_is_served_at_once_under_a_number_of_the_window(hall: Hands) -> None:
    hall.take("company")
    hall.open(3)
    before = hall.call(3)
    taken = hall.do(walk_in, window=3, wish=Wish())
    assert (taken.ticket.number, taken.leg.state, taken.leg.window) == ("B002", LegState.SERVING, 3)
    assert hall.leg(before).state is LegState.DONE
    assert hall.do(finish, window=3).id == taken.leg.id


@pytest.mark.parametrize(
    ("clerk", "wish", "refusal"),
    [
        (None, Wish("insurance"), NotSkilled),
        ("4", Wish("company"), NotSkilled),
        (None, Wish("no_such"), QueueUnknown),
        (None, Wish("food", visitor_class="disabled"), ClassNeedsProof),
    ],
)
def test_who_walks_in_is_refused_and_the_visitor_before_stays(
    hall: Hands, clerk: str | None, wish: Wish, refusal: type[HallError]
) -> None:
    hall.take("food")
    hall.open(3, clerk)
    there = hall.do(call_next, window=3).leg
    with pytest.raises(refusal):
        hall.do(walk_in, window=3, wish=wish)
    assert hall.leg(there).state is LegState.CALLED
    assert hall.take("food").ticket.number == "C002"
