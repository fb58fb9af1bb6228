"""The ways to a number at the real screen, by touch: one matter, several, with options, class and card."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest

from core.client.reply import Answer, Unreachable
from core.domain.hall import Hall
from core.domain.kiosk import ClassChoice, Confirm, HomeList, Kiosk, KioskRules
from hallcall.demo.hands import finger
from hardware.idcard.errors import CardProblem
from hardware.printer.raster import Raster
from kiosk.state import Page, Printing
from kiosk.timings import Timings
from tests.kiosk.conftest import Kiosk as Screen
from tests.kiosk.conftest import ticket
from tests.kiosk.test_wishing import CARD, HALL, needing_card
from tests.support import qml

LINE = {"lang": "zh", "slip": True}


def ruled(hall: Hall = HALL, **rules: Any) -> Hall:
    """Return a hall whose kiosks are run so."""
    return replace(hall, kiosk_rules=KioskRules(**rules))


def tap(kiosk: Screen, *keys: str) -> None:
    for key in keys:
        qml.tap(kiosk.view, key)


def said(kiosk: Screen) -> dict[str, str]:
    return {line.key: line.value.main.text for line in kiosk.app._view_model.page.lines}


def page(kiosk: Screen) -> str:
    return kiosk.app._view_model.page.page


def bodies(kiosk: Screen) -> list[dict[str, Any]]:
    return [body for path, body in kiosk.asked if path == "/api/tickets"]


def figures(**more: Any) -> Answer:
    places = [
        {"id": "food", "estimate": {"p50_s": 600, "p90_s": 1500}, "left_now": None},
        {"id": "advice", "estimate": {"p50_s": 60, "p90_s": 240}, "left_now": 3},
    ]
    return Answer({"places": places, "better": None, **more})


# One matter


def test_three_touches_take_a_number_for_a_frequent_matter(kiosk: Screen) -> None:
    kiosk.connect(HALL, food=4)
    tap(kiosk, "matters", "item:licence2")
    assert said(kiosk)["paper:form"] == "申请表 — 原件 × 2 · 出具：窗口"
    tap(kiosk, "take")
    assert bodies(kiosk) == [{"item": "licence2", **LINE}]


def test_the_page_does_not_wait_for_the_core(kiosk: Screen) -> None:
    kiosk.connect(HALL, food=4)
    tap(kiosk, "matters", "item:licence2")
    assert kiosk.link.gets == ["/api/items/licence2"]
    assert said(kiosk)["now"] == "4人等候"
    kiosk.answer_item(figures())
    assert said(kiosk)["now"] == "4人等候 · 预计等候 10–25 分钟"


def test_an_answer_for_another_item_is_passed_over(kiosk: Screen) -> None:
    kiosk.connect(HALL)
    tap(kiosk, "matters", "item:licence2", "back", "item:card")
    kiosk.answer_item(figures())
    assert said(kiosk)["now"] == "无人等候"
    kiosk.answer_item(Unreachable("test"))
    assert page(kiosk) == "item"


def test_the_less_busy_queue_is_a_second_button(kiosk: Screen) -> None:
    kiosk.connect(HALL)
    tap(kiosk, "matters", "item:licence2")
    kiosk.answer_item(figures(better="advice"))
    tap(kiosk, "instead:advice")
    assert bodies(kiosk) == [{"item": "licence2", "queue": "advice", **LINE}]


def test_an_item_whose_own_queue_is_elsewhere_is_taken_where_this_kiosk_stands(kiosk: Screen) -> None:
    moved = replace(
        HALL, queues=tuple(replace(q, zone="social") if q.id == "advice" else q for q in HALL.queues)
    )
    kiosk.connect(ruled(moved, zones=("social",)))
    tap(kiosk, "matters", "item:licence2", "take")
    assert bodies(kiosk) == [{"item": "licence2", "queue": "advice", **LINE}]


def test_the_rules_of_this_machine_count(kiosk: Screen) -> None:
    mine = Kiosk("kiosk-1", KioskRules(home=HomeList.FREQUENT, zones=("social",)))
    kiosk.connect(replace(HALL, kiosks=(mine,)))
    assert qml.shows(kiosk.view, "item:card")
    assert not qml.shows(kiosk.view, "item:licence2")


def test_never_asking_means_one_touch(kiosk: Screen) -> None:
    kiosk.connect(ruled(confirm=Confirm.NEVER, home=HomeList.FREQUENT, classes=ClassChoice.ASK))
    tap(kiosk, "item:licence2")
    assert bodies(kiosk) == [{"item": "licence2", **LINE}]


def test_always_asking_shows_what_the_number_is_for(kiosk: Screen) -> None:
    kiosk.connect(ruled(confirm=Confirm.ALWAYS))
    tap(kiosk, "zone:social")
    assert (page(kiosk), bodies(kiosk)) == ("confirm", [])
    assert qml.text_of(kiosk.view, "title.main") == "社会保险业务"
    tap(kiosk, "take")
    assert bodies(kiosk) == [{"queue": "insurance", **LINE}]


# The list of papers


def test_the_list_of_papers_comes_out_of_the_printer_once(kiosk: Screen) -> None:
    kiosk.connect(HALL)
    tap(kiosk, "matters", "item:licence2")
    at = qml.centre(qml.find(kiosk.view, "print"))
    for _ in range(4):
        qml.tap_at(kiosk.view, at)
    kiosk.until(lambda: said(kiosk).get("list") == "请取走清单")
    assert isinstance(kiosk.printer.wait_for_slip(1), Raster)
    assert len(kiosk.printer.printer.slips) == 1
    assert page(kiosk) == "item", "no other button came under the finger"


def test_a_touch_is_passed_over_when_the_less_busy_button_just_came(kiosk: Screen) -> None:
    kiosk.connect(HALL)
    tap(kiosk, "matters", "item:licence2")
    kiosk.app._session._timings = Timings(settle_s=0.35)
    kiosk.time.seconds += 1
    kiosk.answer_item(figures(better="advice"))
    kiosk.choose("instead:advice")
    assert bodies(kiosk) == []
    kiosk.time.seconds += 0.4
    kiosk.choose("instead:advice")
    assert len(bodies(kiosk)) == 1


@pytest.mark.logs("slips is gone", "a slip is failed")
def test_a_list_that_did_not_print_is_said_and_can_be_asked_again(kiosk: Screen) -> None:
    kiosk.connect(HALL)
    tap(kiosk, "matters", "item:licence2")
    kiosk.printer.plugged = False
    kiosk.choose("print")
    kiosk.until(lambda: kiosk.app._session.inputs.told.printing is Printing.FAILED)
    assert kiosk.app._view_model.page.lines[0].kind == "warn"
    kiosk.choose("print")
    assert said(kiosk)["list"] == "正在打印清单"
    kiosk.until(lambda: kiosk.app._session.inputs.told.printing is Printing.FAILED)


# Several matters


def test_several_matters_are_one_ticket_in_the_order_chosen(kiosk: Screen) -> None:
    kiosk.connect(HALL)
    tap(kiosk, "matters", "item:licence2", "basket.add")
    assert page(kiosk) == "home"
    assert qml.text_of(kiosk.view, "chosen.main") == "已选1项，可继续选择，或取一个号一并办理"
    tap(kiosk, "matters", "item:card", "basket.add")
    assert page(kiosk) == "basket"
    tap(kiosk, "take")
    assert bodies(kiosk) == [{"items": ["licence2", "card"], **LINE}]
    kiosk.answer(
        ticket("C001", "food", legs=[{"step": 1, "queue": "food"}, {"step": 2, "queue": "insurance"}])
    )
    assert qml.text_of(kiosk.view, "step.main").startswith("第1步/共2步")
    assert kiosk.app._session.inputs.wish.items == ()


def test_a_list_of_one_is_an_item(kiosk: Screen) -> None:
    kiosk.connect(HALL)
    tap(kiosk, "matters", "item:licence2", "basket.add", "matters", "item:card", "basket.add")
    tap(kiosk, "basket.out:licence2", "take")
    assert bodies(kiosk) == [{"item": "card", **LINE}]


def test_the_last_matter_off_the_list_leads_back(kiosk: Screen) -> None:
    kiosk.connect(HALL)
    tap(kiosk, "matters", "item:licence2", "basket.add", "basket", "basket.out:licence2")
    assert page(kiosk) == "home"
    assert not qml.shows(kiosk.view, "basket")


def test_no_more_than_the_hall_allows_go_onto_the_list(kiosk: Screen) -> None:
    kiosk.connect(ruled(several_most=2))
    tap(kiosk, "matters", "item:licence2", "basket.add", "matters", "item:card", "basket.add")
    assert not qml.shows(kiosk.view, "basket.more")
    kiosk.choose("home")
    tap(kiosk, "matters", "item:pension")
    assert not qml.shows(kiosk.view, "basket.add")
    kiosk.choose("basket.add")
    assert kiosk.app._session.inputs.wish.items == ("licence2", "card")


def test_a_queue_beside_the_list_is_asked_about(kiosk: Screen) -> None:
    kiosk.connect(HALL)
    tap(kiosk, "matters", "item:licence2", "basket.add", "zone:social")
    assert said(kiosk)["list"] == "此号不包含“我的事项”中的1项"
    tap(kiosk, "basket", "take")
    assert bodies(kiosk) == [{"item": "licence2", **LINE}]


# Options


def test_options_go_with_the_number_and_with_no_other(kiosk: Screen) -> None:
    kiosk.connect(HALL)
    tap(kiosk, "options", "class:elderly", "assisted", "phone")
    tap(kiosk, *(f"type:{digit}" for digit in "13800138000"), "phone.set")
    assert page(kiosk) == "options"
    assert qml.shows(kiosk.view, "phone.tick")
    tap(kiosk, "back")
    assert qml.text_of(kiosk.view, "wished.main") == "老年人 · 为他人取号 · 短信 138****8000"
    tap(kiosk, "zone:social")
    wished = {"class": "elderly", "assisted": True, "phone": "13800138000"}
    assert bodies(kiosk) == [{"queue": "insurance", **wished, **LINE}]
    kiosk.answer(ticket())
    tap(kiosk, "done", "zone:social")
    assert bodies(kiosk)[1] == {"queue": "insurance", **LINE}


def test_options_are_undone_one_by_one_and_together(kiosk: Screen) -> None:
    kiosk.connect(HALL)
    tap(kiosk, "options", "class:elderly", "class:elderly", "assisted", "options.none", "back", "zone:social")
    assert bodies(kiosk) == [{"queue": "insurance", **LINE}]


def test_a_wrong_phone_number_is_said_and_still_there(kiosk: Screen) -> None:
    kiosk.connect(HALL)
    tap(kiosk, "options", "phone", "type:1", "type:2", "phone.set")
    assert page(kiosk) == "notice"
    tap(kiosk, "understood")
    assert qml.text_of(kiosk.view, "typed") == "12"


def test_a_class_that_a_guide_gives_is_named_and_not_taken(kiosk: Screen) -> None:
    kiosk.connect(HALL)
    tap(kiosk, "options", "class:soldier")
    assert page(kiosk) == "notice"
    tap(kiosk, "understood")
    assert kiosk.app._session.inputs.wish.visitor_class == ""


def test_who_leaves_leaves_nothing(kiosk: Screen) -> None:
    kiosk.connect(HALL)
    tap(kiosk, "options", "class:elderly", "phone", "type:1", "type:3")
    kiosk.pass_time(61)
    assert page(kiosk) == "home"
    inputs = kiosk.app._session.inputs
    assert not inputs.wish.visitor_class
    assert not inputs.entries
    assert not qml.shows(kiosk.view, "wished.main")


# The class and the card


def test_where_the_class_is_asked_the_answer_takes_the_number(kiosk: Screen) -> None:
    kiosk.connect(ruled(classes=ClassChoice.ASK))
    tap(kiosk, "zone:social", "class:elderly")
    assert bodies(kiosk) == [{"queue": "insurance", "class": "elderly", **LINE}]
    kiosk.answer(ticket())
    tap(kiosk, "done", "zone:social", "class:ordinary")
    assert bodies(kiosk)[1] == {"queue": "insurance", **LINE}, "the age on a card may still count"


def test_a_card_is_asked_for_after_what_becomes_of_it(kiosk: Screen) -> None:
    kiosk.connect(needing_card("insurance"))
    kiosk.app._session.update(reads_cards=True)
    tap(kiosk, "zone:social")
    assert (page(kiosk), bodies(kiosk)) == ("card", [])
    assert list(said(kiosk)) == ["why", "read", "kept"]
    kiosk.app._choosing.lay(CARD)
    card = {"card": {"hash": CARD.hash, "age": 71}}
    assert bodies(kiosk) == [{"queue": "insurance", **card, **LINE}]


def test_a_card_that_was_not_read_is_said_and_asked_for_again(kiosk: Screen) -> None:
    kiosk.connect(needing_card("insurance"))
    tap(kiosk, "zone:social")
    kiosk.app._choosing.lay(CardProblem("reader", "card.unreadable"))
    assert page(kiosk) == "notice"
    tap(kiosk, "understood")
    assert page(kiosk) == "card"
    assert bodies(kiosk) == []


def test_without_a_reader_a_guide_is_named(kiosk: Screen) -> None:
    kiosk.connect(needing_card("insurance"))
    tap(kiosk, "zone:social")
    assert said(kiosk)["reader"] == "本机暂时不能读卡，请找导服人员。"
    assert not qml.shows(kiosk.view, "take")


def test_a_card_laid_before_is_used(kiosk: Screen) -> None:
    kiosk.connect(needing_card("insurance"))
    kiosk.app._session.update(card=CARD)
    tap(kiosk, "zone:social")
    assert bodies(kiosk)[0]["card"] == {"hash": CARD.hash, "age": 71}


def test_a_card_for_a_class_takes_no_number(kiosk: Screen) -> None:
    kiosk.connect(HALL)
    kiosk.app._session.update(reads_cards=True)
    kiosk.app._session.update(wish=replace(kiosk.app._session.inputs.wish, what="queue", which="food"))
    tap(kiosk, "options", "card:aged")
    kiosk.app._choosing.lay(CARD)
    assert (page(kiosk), kiosk.asked) == ("options", [])
    assert qml.shows(kiosk.view, "class:aged.tick")


# Many at once


def test_many_fingers_make_one_ticket(kiosk: Screen) -> None:
    kiosk.connect(HALL)
    tap(kiosk, "matters", "item:licence2")
    qml.settle(kiosk.view)
    at = qml.centre(qml.find(kiosk.view, "take"))
    other = qml.centre(qml.find(kiosk.view, "basket.add"))
    QTest.touchEvent(kiosk.view, finger()).press(0, at, kiosk.view).press(1, other, kiosk.view).commit()
    QTest.touchEvent(kiosk.view, finger()).release(0, at, kiosk.view).release(1, other, kiosk.view).commit()
    QCoreApplication.processEvents()
    for _ in range(20):
        qml.tap_at(kiosk.view, at)
    assert len(bodies(kiosk)) <= 1
    if not bodies(kiosk):  # the other finger was first: then nothing was taken, and the list has the item
        assert kiosk.app._session.inputs.wish.items == ("licence2",)


def test_an_impatient_hand_takes_one_number(kiosk: Screen) -> None:
    kiosk.connect(HALL)
    tap(kiosk, "matters", "item:licence2")
    at = qml.centre(qml.find(kiosk.view, "take"))
    for _ in range(30):
        qml.tap_at(kiosk.view, at)
    assert bodies(kiosk) == [{"item": "licence2", **LINE}]
    kiosk.answer(ticket("C001", "food"))
    assert page(kiosk) == Page.RESULT.value


def test_touch_card_and_code_at_once_make_one_ticket(kiosk: Screen) -> None:
    kiosk.connect(HALL)
    tap(kiosk, "matters", "item:licence2")
    qml.settle(kiosk.view)
    at = qml.centre(qml.find(kiosk.view, "take"))
    qml.press_at(kiosk.view, at)
    kiosk.choose("take")  # a keypad's key while the finger is still down
    kiosk.app._choosing.lay(CARD)
    kiosk.app._asking.scan("57240000")
    kiosk.app._asking.scan("http://10.0.0.8:8400/t/AAAAAAAAAAAAAAAAAAAAAA")
    qml.release_at(kiosk.view, at)
    assert kiosk.asked == [("/api/tickets", {"item": "licence2", **LINE})]
    assert kiosk.link.gets == ["/api/items/licence2"]
    kiosk.answer(ticket("C001", "food"))
    assert len(kiosk.asked) == 1


def test_a_code_first_and_then_touches_come_to_one_booking(kiosk: Screen) -> None:
    kiosk.connect(HALL)
    tap(kiosk, "matters", "item:licence2")
    kiosk.app._asking.scan("57240000")
    for key in ("take", "basket.add", "instead:advice"):
        kiosk.choose(key)
    assert [path for path, _ in kiosk.asked] == ["/api/bookings/check-in"]
