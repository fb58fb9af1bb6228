"""From what the kiosk knows to what it shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.domain.hall import Hall, Queue
from core.domain.text import ranges
from core.domain.ticket import LegState
from core.domain.wait import Wait
from kiosk import derive
from kiosk.speech import Label, Said, Speak, Speech
from kiosk.state import Inputs, Page, Place, Taken
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
        (HOME, "choice"),
        (replace(HOME, live=False), "outOfService"),
        (replace(HOME, live=False, busy=True), "choice"),
        (replace(HOME, degraded=True), "outOfService"),
        (replace(HOME, degraded=True, busy=True), "choice"),
        (
            replace(
                HOME, live=False, page=Page.RESULT, taken=Taken("i", "A1", "insurance", 0, TAKEN_AT, "zh")
            ),
            "result",
        ),
    ],
)
def test_the_number_outlives_the_line_and_nothing_else_does(inputs: Inputs, shown: str) -> None:
    assert derive.derive_shown(inputs) == shown


def many_queues(count: int) -> Hall:
    return replace(
        HALL, queues=tuple(Queue(f"q{n}", {"zh": f"业务{n}"}, "A", "social") for n in range(count))
    )


@pytest.mark.parametrize(("queues", "sheets"), [(1, 1), (12, 1), (13, 2), (24, 2), (25, 3)])
def test_a_long_list_has_sheets_and_none_is_empty(speak: Speak, queues: int, sheets: int) -> None:
    inputs = replace(HOME, hall=many_queues(queues), page=Page.ZONE, zone="social")
    say = derive.speech(inputs, speak)
    shown = [derive.derive_tiles(replace(inputs, sheet=sheet), say) for sheet in range(sheets)]
    assert sum(len(tiles) for tiles in shown) == queues
    assert all(shown)
    last = derive.derive_choice(replace(inputs, sheet=sheets - 1), say)
    assert last.last
    assert last.sheet.text == (f"{sheets} / {sheets}" if sheets > 1 else "")


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (
            Place("A017", LegState.WAITING, None, 3, Wait(600, 900)),
            "A017 · 前面还有3人 · 预计等候 10–15 分钟",
        ),
        (Place("A017", LegState.CALLED, 5, 0), "A017 · 请到5号窗口"),
        (Place("A017", LegState.SERVING, 5, 0), "A017 · 请到5号窗口"),
        (Place("A017", LegState.PASSED, 5, 0), "A017 · 已过号，请咨询导服人员"),
        (Place("A017", LegState.SUSPENDED, 5, 0), "A017 · 请按窗口告知的时间再来办理"),
        (Place("A017", LegState.DONE, 5, 0), "A017 · 本次业务已结束"),
    ],
)
def test_a_scanned_slip_is_told_where_its_visit_stands(speak: Speak, place: Place, said: str) -> None:
    inputs = replace(HOME, place=place)
    label = derive.derive_notice(inputs, derive.speech(inputs, speak))
    assert label.main == Said(said, "zh")
    assert label.below.text.startswith("A017 · ")
    assert label.below.lang == "bo"


def test_a_zones_count_is_that_of_its_queues(speak: Speak) -> None:
    tiles = {tile.key: tile for tile in derive.derive_tiles(HOME, derive.speech(HOME, speak))}
    assert tiles["zone:business"].waiting == Said("4人等候", "zh")
    assert tiles["zone:business"].place == Said("2楼", "zh")


def test_a_name_without_the_visitors_language_stands_large_in_another(speak: Speak) -> None:
    say = Speech(speak, "en", "zh")
    assert say.name({"zh": "税"}) == Label(Said("税", "zh"))
    assert say.name({"bo": "ཁྲལ།"}) == Label(Said("ཁྲལ།", "bo"))
    assert say.name({"zh": "税", "en": "Tax"}) == Label(Said("Tax", "en"), Said("税", "zh"))


def test_a_hall_without_frequent_matters_offers_none(speak: Speak) -> None:
    hall = replace(HALL, items=tuple(replace(item, frequent=False) for item in HALL.items))
    inputs = replace(HOME, hall=hall)
    assert derive.derive_choice(inputs, derive.speech(inputs, speak)).matters.main.text == ""


def test_a_hall_of_one_language_offers_no_choice_of_languages() -> None:
    assert derive.derive_languages(replace(HOME, hall=replace(HALL, languages=("zh",)))) == ()
