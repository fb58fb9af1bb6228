"""How the time expected at the window goes by, and what is said of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from caller.sight.limit import minutes_of
from core.client.reply import Answer
from core.domain.hall import Hall, Item
from core.domain.limits import Limit, LimitUnit
from core.domain.rules import Rules
from tests.caller.conftest import MakeDesk
from tests.support.halls import lhasa_like


def limited(minutes: int = 10) -> Hall:
    return replace(lhasa_like(), rules=Rules(serve_min=minutes))


def item(promised: Limit | None) -> Item:
    return Item("i", {"zh": "i"}, "company", "samr", promised=promised)


@pytest.mark.parametrize(
    ("promised", "wanted"),
    [
        (None, 10),
        (Limit(30, LimitUnit.MINUTES), 30),
        (Limit(0, LimitUnit.MINUTES), 10),
        (Limit(5, LimitUnit.WORKING_DAYS), 10),
    ],
)
def test_what_an_item_promises_in_minutes_goes_before_its_queues_rule(
    promised: Limit | None, wanted: float
) -> None:
    assert minutes_of(limited(), "company", item(promised)) == wanted


def ticket(**of: Any) -> Answer:
    leg = {"leg": "B001.1", "item": None, "step": 1, "state": "serving"} | of
    return Answer({"legs": [leg], "matter": None})


def test_it_is_said_calmly_when_it_is_nearly_over_and_when_it_is(make_desk: MakeDesk) -> None:
    desk = make_desk(hall=limited(), language="en")
    desk.link.answer_next("/api/tickets/B001", ticket())
    desk.sign_in()
    desk.day.open(3)
    below = desk.button("call-next").pos().y()
    desk.day.take("B001")
    desk.day.call("B001", 3)
    assert desk.text("limit-text") == ""
    desk.day.start("B001")
    desk.wait(60)
    assert desk.text("limit-text") == "09:00 left of 10 min"
    desk.wait(7 * 60)
    assert desk.text("limit-text") == "◔ Nearly over: 02:00 left of 10 min"
    desk.wait(3 * 60)
    assert desk.text("limit-text") == "▲ 10 min are over, by 01:00"
    assert desk.button("call-next").pos().y() == below
    desk.day.finish("B001")
    assert desk.text("limit-text") == ""
    assert desk.button("call-next").pos().y() == below


def test_the_bar_says_it_where_it_says_how_the_visitor_stands(make_desk: MakeDesk) -> None:
    desk = make_desk(hall=limited(), language="en", strip=True)
    desk.sign_in()
    desk.day.open(3)
    desk.day.take("B001")
    desk.day.call("B001", 3)
    desk.day.start("B001")
    said = []
    for minutes in (1, 7, 3):
        desk.wait(60 * minutes)
        said.append(desk.text("visitor-state"))
    assert said == ["Being served", "Nearly over", "Time is over"]


def test_a_hall_without_limits_has_no_room_for_them(make_desk: MakeDesk) -> None:
    desk = make_desk(hall=replace(lhasa_like(), items=()))
    desk.sign_in()
    assert not desk.shows("limit")
