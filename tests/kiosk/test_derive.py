"""From what the kiosk knows to what it shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.domain.hall import Hall, Queue
from core.domain.text import ranges
from core.domain.ticket import LegState
from core.domain.wait import Wait
from kiosk.pages import derive_languages, derive_view
from kiosk.speech import UNSAID, Label, Said, Speak, Speech
from kiosk.state import Inputs, Look, Open, Page, Place, Taken
from tests.kiosk.conftest import TAKEN_AT
from tests.support.halls import lhasa_like

HALL = lhasa_like()
HOME = Inputs(hall=HALL, live=True, waiting={"insurance": 2, "company": 3, "food": 1})


@pytest.mark.parametrize(
    ("numbers", "said"),
    [([3], "3"), ([3, 4, 5, 8], "3–5, 8"), ([1, 2], "1–2"), ([1, 3, 5], "1, 3, 5")],
)
def test_windows_are_said_in_few_words(numbers: list[int], said: str) -> None:
    assert ranges(numbers) == said


@pytest.mark.parametrize(
    ("inputs", "shown"),
    [
        (Inputs(), "outOfService"),
        (HOME, "home"),
        (replace(HOME, live=False), "outOfService"),
        (replace(HOME, live=False, busy=True), "home"),
        (replace(HOME, live=False, reserved={"food": 1}), "home"),
        (replace(HOME, live=False, reserved={"food": 0}), "outOfService"),
        (replace(HOME, degraded=True), "outOfService"),
        (replace(HOME, degraded=True, busy=True), "home"),
        (
            replace(
                HOME,
                live=False,
                pages=(Open(Page.RESULT),),
                taken=Taken("i", "A1", "insurance", 0, TAKEN_AT, "zh"),
            ),
            "result",
        ),
    ],
)
def test_the_number_outlives_the_line_and_nothing_else_does(speak: Speak, inputs: Inputs, shown: str) -> None:
    assert derive_view(inputs, speak).page == shown


def test_without_the_core_only_queues_with_reserved_numbers_are_open(speak: Speak) -> None:
    inputs = replace(HOME, live=False, reserved={"food": 3}, pages=(Open(Page.ZONE, "business"),))
    tiles = {tile.key: tile for tile in derive_view(inputs, speak).tiles}
    assert not tiles["queue:food"].closed
    assert tiles["queue:food"].waiting == UNSAID, "who waits is not known"
    assert tiles["queue:company"].closed


def test_large_type_puts_fewer_on_a_sheet(speak: Speak) -> None:
    inputs = replace(HOME, hall=many_queues(12), pages=(Open(Page.ZONE, "social"),))
    assert len(derive_view(inputs, speak).tiles) == 12
    assert len(derive_view(replace(inputs, look=Look(large=True)), speak).tiles) == 6


def many_queues(count: int) -> Hall:
    return replace(
        HALL, queues=tuple(Queue(f"q{n}", {"zh": f"业务{n}"}, "A", "social") for n in range(count))
    )


@pytest.mark.parametrize(("queues", "sheets"), [(1, 1), (12, 1), (13, 2), (24, 2), (25, 3)])
def test_a_long_list_has_sheets_and_none_is_empty(speak: Speak, queues: int, sheets: int) -> None:
    inputs = replace(HOME, hall=many_queues(queues))
    shown = [
        derive_view(replace(inputs, pages=(Open(Page.ZONE, "social", sheet),)), speak)
        for sheet in range(sheets)
    ]
    assert sum(len(view.tiles) for view in shown) == queues
    assert all(view.tiles for view in shown)
    assert shown[-1].last
    assert shown[-1].sheet.text == (f"{sheets} / {sheets}" if sheets > 1 else "")


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (
            Place("A017", LegState.WAITING, None, 3, Wait(600, 900)),
            ["请等候叫号", "前面还有3人", "预计等候 10–15 分钟"],
        ),
        (Place("A017", LegState.CALLED, 5, 0), ["请现在到5号窗口", "5号窗口"]),
        (Place("A017", LegState.SERVING, 5, 0), ["5号窗口正在为您办理", "5号窗口"]),
        (Place("A017", LegState.PASSED, 5, 0), ["已过号，请咨询导服人员"]),
        (Place("A017", LegState.SUSPENDED, 5, 0), ["请按窗口告知的时间再来办理"]),
        (Place("A017", LegState.DONE, 5, 0), ["本次业务已结束"]),
    ],
)
def test_a_scanned_slip_is_told_where_its_visit_stands(speak: Speak, place: Place, said: list[str]) -> None:
    view = derive_view(replace(HOME, place=place, pages=(Open(Page.PLACE),)), speak)
    assert view.number == "A017"
    told = [view.prompt, *(line.value for line in view.lines)]
    assert [each.main for each in told] == [Said(each, "zh") for each in said]
    assert {each.below.lang for each in told} == {"bo"}


def test_the_window_of_who_is_called_is_what_the_page_is_about(speak: Speak) -> None:
    there = Place("A017", LegState.CALLED, 5, 0, queue="insurance", zone="social", windows=(5,))
    view = derive_view(replace(HOME, place=there, pages=(Open(Page.PLACE),)), speak)
    assert [(line.key, line.kind) for line in view.lines][:2] == [("window", "heading"), ("where", "fact")]
    waits = replace(there, state=LegState.WAITING, window=None)
    view = derive_view(replace(HOME, place=waits, pages=(Open(Page.PLACE),)), speak)
    assert "heading" not in [line.kind for line in view.lines]


def test_a_zones_count_is_that_of_its_queues(speak: Speak) -> None:
    tiles = {tile.key: tile for tile in derive_view(HOME, speak).tiles}
    assert tiles["zone:business"].waiting == Said("4人等候", "zh")
    assert tiles["zone:business"].place == Said("2楼", "zh")


def test_a_name_without_the_visitors_language_stands_large_in_another(speak: Speak) -> None:
    say = Speech(speak, "en", "zh")
    assert say.name({"zh": "税"}) == Label(Said("税", "zh"))
    assert say.name({"bo": "ཁྲལ།"}) == Label(Said("ཁྲལ།", "bo"))
    assert say.name({"zh": "税", "en": "Tax"}) == Label(Said("Tax", "en"), Said("税", "zh"))


def test_a_hall_without_frequent_matters_offers_none(speak: Speak) -> None:
    hall = replace(HALL, items=tuple(replace(item, frequent=False) for item in HALL.items))
    buttons = derive_view(replace(HOME, hall=hall), speak).buttons
    assert "matters" not in [button.key for button in buttons]


def test_a_hall_of_one_language_offers_no_choice_of_languages() -> None:
    assert derive_languages(replace(HOME, hall=replace(HALL, languages=("zh",)))) == ()
