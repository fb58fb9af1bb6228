"""What a kiosk offers and what has to be asked before a number, from what it knows."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import Any

import pytest

from core.domain.booking import Slots
from core.domain.hall import Hall, Item, Material, Proof, VisitorClass
from core.domain.kiosk import ClassChoice, Confirm, HomeList, KioskRules, ToldOnce
from core.domain.limits import Limit, LimitUnit
from core.domain.rules import Rules
from core.domain.wait import Wait
from hardware.idcard.card import Kind, SeenCard
from kiosk.pages import derive_view
from kiosk.speech import Speak
from kiosk.state import Figures, Inputs, Open, Page, Printing, Told, Wish
from kiosk.view import View
from kiosk.wishing import still_to_ask
from tests.kiosk.test_visit import RESTAURANT
from tests.support.halls import lhasa_like

PLAIN = lhasa_like()
AGED = VisitorClass("aged", {"zh": "长者", "en": "Aged 60 and over"}, 2.0, proof=Proof.AGE, age_from=60)
GUIDED = VisitorClass("soldier", {"zh": "军人", "en": "Soldier"}, 2.0, proof=Proof.GUIDE)
CARD = SeenCard(Kind.RESIDENT, "a" * 64, 71, "张*")
YOUNG = replace(CARD, age=20)
PAPERS = (
    Material("form", {"zh": "申请表", "en": "Form"}, {"zh": "原件", "en": "Original"}, 2, {"zh": "窗口"}),
    Material("photo", {"zh": "照片"}, how={"zh": "白底一寸"}),
)
LICENCE = Item(
    "licence2",
    {"zh": "许可证", "en": "A licence"},
    "food",
    "samr",
    frequent=True,
    materials=PAPERS,
    promised=Limit(3, LimitUnit.WORKING_DAYS),
    legal=Limit(20, LimitUnit.WORKING_DAYS),
    fee={"zh": "不收费", "en": "Free"},
    also=("advice", "company"),
)


def hall(**changed: Any) -> Hall:
    return replace(
        PLAIN,
        classes=(*PLAIN.classes, AGED, GUIDED),
        items=(*PLAIN.items, LICENCE),
        matters=(RESTAURANT,),
        **changed,
    )


HALL = hall()
ITEM = (Open(Page.HOME), Open(Page.ITEM, "licence2"))


def inputs(*pages: Open, wish: Wish | None = None, rules: KioskRules | None = None, **more: Any) -> Inputs:
    return Inputs(
        **{
            "hall": HALL,
            "rules": rules or KioskRules(),
            "live": True,
            "language": "zh",
            "pages": pages or (Open(Page.HOME),),
            "wish": wish or Wish(),
            **more,
        }
    )


def shown(speak: Speak, *pages: Open, **more: Any) -> View:
    return derive_view(inputs(*pages, **more), speak)


def keys(view: View) -> list[str]:
    return [button.key for button in view.buttons]


def tiles(view: View) -> list[str]:
    return [tile.key for tile in view.tiles]


def lines(view: View) -> dict[str, str]:
    return {line.key: line.value.main.text for line in view.lines}


# What stands on the first page


@pytest.mark.parametrize(
    ("rules", "first"),
    [
        (KioskRules(), ["zone:social", "zone:business"]),
        (KioskRules(zones=("business",)), ["queue:company", "queue:food", "queue:advice"]),
        (KioskRules(home=HomeList.DEPARTMENTS), ["department:hrss", "department:samr"]),
        (KioskRules(home=HomeList.DEPARTMENTS, departments=("samr",)), ["department:samr"]),
        (KioskRules(departments=("hrss",)), ["queue:insurance"]),
    ],
)
def test_the_first_page_lists_what_the_hall_wants_of_what_is_offered(
    speak: Speak, rules: KioskRules, first: list[str]
) -> None:
    assert tiles(shown(speak, rules=rules)) == first


def test_frequent_matters_may_be_the_first_page_and_are_of_this_kiosk_only(speak: Speak) -> None:
    everywhere = tiles(shown(speak, rules=KioskRules(home=HomeList.FREQUENT)))
    assert {"matter:restaurant", "item:card", "item:licence2"} <= set(everywhere)
    social = tiles(shown(speak, rules=KioskRules(home=HomeList.FREQUENT, zones=("social",))))
    assert "item:card" in social
    assert "item:licence2" not in social


def test_the_first_page_stays_calm(speak: Speak) -> None:
    assert keys(shown(speak)) == ["search", "matters", "departments", "ask", "options"]
    with_list = shown(speak, wish=Wish(items=("card",)))
    assert keys(with_list) == ["basket", "search", "matters", "ask", "options"]
    assert [line.key for line in with_list.banner] == ["chosen"]


def test_bookings_have_a_button_where_the_hall_has_them(speak: Speak) -> None:
    booked = hall(slots=(Slots("food", (1,), time(9), time(17), 60, 2),))
    assert keys(shown(speak, hall=booked)) == ["search", "matters", "booking", "ask", "options"]
    with_list = shown(speak, hall=booked, wish=Wish(items=("card",)))
    assert keys(with_list) == ["basket", "search", "matters", "ask", "options"]


def test_all_zones_are_in_reach_where_others_come_first(speak: Speak) -> None:
    rules = KioskRules(home=HomeList.FREQUENT)
    assert keys(shown(speak, rules=rules)) == ["search", "zones", "departments", "ask", "options"]
    page = shown(speak, Open(Page.HOME), Open(Page.HOME, "zones"), rules=rules)
    assert tiles(page) == ["zone:social", "zone:business"]
    assert keys(page) == ["back"]


def test_nothing_to_wish_no_button_for_it(speak: Speak) -> None:
    rules = KioskRules(phone=False, assisted=False, classes=ClassChoice.OFF)
    assert "options" not in keys(shown(speak, rules=rules))


# An item's page


def test_an_items_page_says_all_of_it_before_the_core_answers(speak: Speak) -> None:
    said = lines(shown(speak, *ITEM, waiting={"food": 4}))
    assert said == {
        "now": "4人等候",
        "place": "2楼 · 市场监管服务区 · 3–4号窗口",
        "papers": "所需材料",
        "paper:form": "申请表 — 原件 × 2 · 出具：窗口",
        "paper:photo": "照片 — 白底一寸",
        "promised": "3个工作日",
        "legal": "20个工作日",
        "fee": "不收费",
        "department": "市场监督管理局",
    }


def test_live_figures_come_later(speak: Speak) -> None:
    figures = Figures("licence2", {"food": Wait(600, 1500), "advice": Wait(60, 240)}, {"food": 7}, "advice")
    view = shown(speak, *ITEM, waiting={"food": 4}, figures=figures)
    said = lines(view)
    assert said["now"] == "4人等候 · 预计等候 10–25 分钟 · 剩余7个号"
    assert "left" not in said
    assert said["better"] == "综合咨询"
    assert keys(view)[-2:] == ["instead:advice", "take"]


@pytest.mark.parametrize(
    ("rules", "figures"),
    [
        (KioskRules(less_busy=False), Figures("licence2", better="advice")),
        (KioskRules(zones=("social",)), Figures("licence2", better="advice")),
        (KioskRules(), Figures("card", better="advice")),
        (KioskRules(), Figures("licence2", better="insurance")),
    ],
)
def test_another_queue_is_offered_only_where_it_fits(
    speak: Speak, rules: KioskRules, figures: Figures
) -> None:
    view = shown(speak, *ITEM, rules=rules, figures=figures)
    assert not [key for key in keys(view) if key.startswith("instead")]


def test_without_the_core_the_page_says_what_the_hall_knows(speak: Speak) -> None:
    view = shown(speak, *ITEM, live=False, reserved={"food": 3}, figures=Figures("licence2", better="advice"))
    assert "now" not in lines(view)
    assert lines(view)["fee"] == "不收费"
    assert keys(view) == ["back", "print", "options", "basket.add", "take"]


@pytest.mark.parametrize(
    ("rules", "papers", "prints"),
    [
        (KioskRules(told_once=ToldOnce.PRINT), True, True),
        (KioskRules(told_once=ToldOnce.SHOW), True, False),
        (KioskRules(told_once=ToldOnce.OFF), False, False),
    ],
)
def test_the_list_of_papers_follows_the_rule(
    speak: Speak, rules: KioskRules, papers: bool, prints: bool
) -> None:
    view = shown(speak, *ITEM, rules=rules)
    assert ("papers" in lines(view), "print" in keys(view)) == (papers, prints)


def test_a_list_is_printed_once_and_again_where_it_failed(speak: Speak) -> None:
    for printing, named in (
        (Printing.UNDER_WAY, "清单已打印"),
        (Printing.DONE, "清单已打印"),
        (Printing.FAILED, "打印材料清单"),
    ):
        view = shown(speak, *ITEM, told=Told("licence2", printing))
        assert {each.key: each.label.main.text for each in view.buttons}["print"] == named
        assert "list" in lines(view)
    assert "print" not in keys(shown(speak, *ITEM, prints=False))


def test_a_second_matter_goes_onto_the_list(speak: Speak) -> None:
    assert keys(shown(speak, *ITEM, wish=Wish(items=("card",))))[-1] == "basket.add"
    assert keys(shown(speak, *ITEM, wish=Wish(items=("licence2",))))[-1] == "basket", "it is on it already"
    full = KioskRules(several_most=2)
    assert keys(shown(speak, *ITEM, rules=full, wish=Wish(items=("card", "archive"))))[-1] == "basket"
    assert "basket.add" not in keys(shown(speak, *ITEM, rules=KioskRules(several=False)))


# What is asked before the number


@pytest.mark.parametrize(
    ("rules", "wish", "pages", "asked"),
    [
        (KioskRules(), Wish("queue", "food"), (), None),
        (KioskRules(confirm=Confirm.ALWAYS), Wish("queue", "food"), (), Page.CONFIRM),
        (KioskRules(confirm=Confirm.ALWAYS), Wish("item", "licence2"), ITEM, None),
        (KioskRules(confirm=Confirm.NEVER), Wish("queue", "food"), (), None),
        (KioskRules(classes=ClassChoice.ASK), Wish("queue", "food"), (), Page.CLASS),
        (KioskRules(classes=ClassChoice.ASK), Wish("queue", "food", class_told=True), (), None),
        (KioskRules(classes=ClassChoice.ASK), Wish("queue", "food", visitor_class="elderly"), (), None),
        (KioskRules(classes=ClassChoice.ASK, confirm=Confirm.NEVER), Wish("queue", "food"), (), None),
        (KioskRules(), Wish("queue", "food", items=("card",)), (), Page.CONFIRM),
        (KioskRules(), Wish(items=("card", "licence2")), (Open(Page.BASKET),), None),
    ],
)
def test_what_is_asked_before_the_number(
    rules: KioskRules, wish: Wish, pages: tuple[Open, ...], asked: Page | None
) -> None:
    assert still_to_ask(inputs(*pages, rules=rules, wish=wish), HALL) is asked


def needing_card(*queues: str) -> Hall:
    return replace(
        HALL, queues=tuple(replace(q, rules=Rules(needs_card=q.id in queues)) for q in HALL.queues)
    )


def test_the_card_is_asked_for_where_nothing_else_is() -> None:
    rules = KioskRules(confirm=Confirm.NEVER)
    wish = Wish("queue", "food")
    needing = needing_card("food")
    assert still_to_ask(inputs(rules=rules, wish=wish, hall=needing), needing) is Page.CARD


@pytest.mark.parametrize(
    "wish", [Wish("queue", "food"), Wish("item", "licence2"), Wish(items=("licence2", "card"))]
)
def test_a_card_is_asked_for_where_the_first_queue_needs_one(wish: Wish) -> None:
    assert still_to_ask(inputs(wish=wish, hall=needing_card("food")), needing_card("food")) is Page.CARD
    laid = inputs(Open(Page.ITEM, "licence2"), wish=wish, card=CARD)
    assert still_to_ask(laid, needing_card("food")) is None
    elsewhere = needing_card("advice")
    assert still_to_ask(inputs(Open(Page.ITEM), wish=wish, hall=elsewhere), elsewhere) is None


# Options


def test_classes_are_ticked_by_card_or_a_guides(speak: Speak) -> None:
    page = (Open(Page.HOME), Open(Page.OPTIONS))
    view = shown(speak, *page, reads_cards=True)
    assert tiles(view) == ["class:elderly", "card:aged", "class:soldier", "assisted", "phone"]
    assert [tile.closed for tile in view.tiles] == [False, False, True, False, False]
    of_age = shown(speak, *page, card=CARD)
    assert [(t.key, t.chosen) for t in of_age.tiles][1] == ("class:aged", True)
    assert [(t.key, t.closed) for t in shown(speak, *page, card=YOUNG).tiles][1] == ("class:aged", True)
    assert [(t.key, t.closed) for t in shown(speak, *page).tiles][1] == ("class:aged", True), "no reader"


def test_what_was_wished_stands_on_the_following_pages_and_can_be_undone(speak: Speak) -> None:
    wish = Wish(visitor_class="elderly", assisted=True, phone="13800138000")
    zone = shown(speak, Open(Page.HOME), Open(Page.ZONE, "business"), wish=wish)
    assert [line.value.main.text for line in zone.banner] == ["老年人 · 为他人取号 · 短信 138****8000"]
    assert keys(zone) == ["back", "options"]
    assert lines(shown(speak, *ITEM, wish=wish))["wished"] == "老年人 · 为他人取号 · 短信 138****8000"
    assert keys(shown(speak, Open(Page.OPTIONS), wish=wish)) == ["options.none", "back"]
    assert keys(shown(speak, Open(Page.OPTIONS))) == ["back"]


def test_the_question_for_the_class_has_the_ordinary_visitor_first(speak: Speak) -> None:
    assert tiles(shown(speak, Open(Page.CLASS)))[0] == "class:ordinary"


# Card, confirmation, list


def test_the_cards_page_says_first_what_is_read_and_kept(speak: Speak) -> None:
    view = shown(speak, Open(Page.CARD), reads_cards=True)
    assert list(lines(view)) == ["why", "read", "kept"]
    assert view.prompt.main.text.startswith("请将身份证")
    broken = shown(speak, Open(Page.CARD), reads_cards=False)
    assert broken.bad
    assert next(iter(lines(broken))) == "reader"
    assert keys(broken) == ["back"]
    assert keys(shown(speak, Open(Page.CARD), card=CARD)) == ["back", "take"]


def test_the_confirmation_says_what_the_number_is_for(speak: Speak) -> None:
    wish = Wish("matter", "restaurant", assisted=True)
    view = shown(speak, Open(Page.HOME), Open(Page.CONFIRM), wish=wish, waiting={"company": 2})
    assert view.title.main.text == RESTAURANT.name["zh"]
    assert {"wished", "now", "place", "step:1", "step:2"} <= set(lines(view))
    assert keys(view) == ["back", "options", "take"]
    other = shown(speak, Open(Page.CONFIRM), wish=Wish("queue", "food", items=("card", "licence2")))
    assert lines(other)["list"] == "此号不包含“我的事项”中的2项"
    assert "basket" in keys(other)


def test_the_list_is_in_the_order_chosen_and_things_come_off_it(speak: Speak) -> None:
    view = shown(speak, Open(Page.BASKET), wish=Wish(items=("licence2", "card")))
    assert tiles(view) == ["basket.out:licence2", "basket.out:card"]
    assert view.tiles[0].name.main.text == "1. 许可证"
    assert keys(view) == ["back", "options", "basket.more", "take"]
    full = KioskRules(several_most=2)
    assert "basket.more" not in keys(
        shown(speak, Open(Page.BASKET), rules=full, wish=Wish(items=("licence2", "card")))
    )


def test_where_no_number_is_left_it_is_said_first(speak: Speak) -> None:
    said = lines(shown(speak, *ITEM, figures=Figures("licence2", left={"food": 0})))
    assert list(said)[:2] == ["left", "now"]
