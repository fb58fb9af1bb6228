"""What is said fits what is shown: a question is asked, a state named, nothing is said of another page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.domain.ticket import LegState
from core.domain.wait import Wait
from hallcall.pictures.kiosk import SCENES
from hallcall.pictures.scene import base
from hardware.voice.prompts import prompts
from hardware.voice.reading import APART
from kiosk.speech import Said, Speak
from kiosk.spoken.keypad import Pad
from kiosk.spoken.script import page_script
from kiosk.spoken.texts import sentence
from kiosk.state import Inputs, Place
from tests.kiosk.spoken.pages import SPOKEN
from tests.support.halls import shipped


def scene(name: str, language: str = "zh") -> Inputs:
    (found,) = [each for each in SCENES if each.name == name]
    inputs = found.paint(base(shipped("lhasa"), language))
    assert inputs is not None
    return inputs


def heard(inputs: Inputs, speak: Speak) -> list[str]:
    script = page_script(inputs, speak, Pad(), SPOKEN)
    return [" ".join(each.text for each in piece.ways[0].says).replace(APART, "") for piece in script]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"ahead": 2, "wait": Wait(120, 540)}, ["A零一七号，前面有两人等候。", "预计等候不超过九分钟。"]),
        ({"wait": Wait(10, 60)}, ["A零一七号，前面无人等候。", "很快就轮到您。"]),
        ({"ahead": 2}, ["A零一七号，前面有两人等候。"]),
        ({"state": LegState.CALLED, "window": 3}, ["A零一七号，请到三号窗口。"]),
        ({"state": LegState.SERVING, "window": 3}, ["A零一七号，三号窗口正在为您办理。"]),
        ({"state": LegState.PASSED, "window": 3}, ["A零一七号已过号，请咨询导服人员。"]),
        (
            {"state": LegState.PASSED, "window": 3, "can": ("restore",)},
            ["A零一七号已过号，可在此恢复排队，或咨询导服人员。"],
        ),
        ({"state": LegState.VOID}, ["A零一七号已作废，不再叫号。"]),
        ({"state": LegState.DONE, "window": 3}, ["A零一七号，本次业务已结束。"]),
    ],
)
def test_where_a_number_stands_and_how_long_it_waits(
    more: dict[str, object], said: list[str], speak: Speak
) -> None:
    place = replace(Place("A017", LegState.WAITING, None, 0), **more)  # type: ignore[arg-type]
    told = heard(replace(scene("place-waiting"), place=place), speak)
    buttons = [each for each in told if each.startswith("按")]
    assert told == [*said, *buttons]


@pytest.mark.parametrize(
    ("name", "asks", "never"),
    [
        ("place-cancel", "要放弃号码A零一七吗？", "place_waiting"),
        ("booking-cancel", "要取消这个预约吗？", "booking"),
        ("booking-cancelled", "预约已取消", "booking"),
        ("book-phone", "您的手机号码", "book"),
        ("book-who", "填写手机号码", "book"),
    ],
)
def test_a_question_is_asked_and_what_the_page_before_asked_is_not(
    name: str, asks: str, never: str, speak: Speak
) -> None:
    told = heard(scene(name), speak)
    assert told[0] == asks
    assert prompts()[never]["zh"].rpartition("}")[2] not in "".join(told[1:])


def test_what_cannot_be_chosen_says_why(speak: Speak) -> None:
    slots = heard(scene("book-slot"), speak)
    assert "按四， 11点35分到12点5分 已约满" in slots
    closed = prompts()["closed"]["zh"]
    for name in ("book-slot", "book-day", "options", "class", "guide-printer"):
        assert closed not in "".join(heard(scene(name), speak)), name
    assert closed in "".join(heard(scene("home-evening"), speak))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("text", ["10:05–10:35", "A017", "1 / 3", "138****8000"])
def test_a_number_is_said_in_the_visitors_language(text: str, language: str) -> None:
    said = sentence(Said(text, "en"), language)
    assert said is not None
    assert said.language == language


@pytest.mark.parametrize("text", ["Hallcall 0.9.0", "slips"])
def test_a_word_is_said_in_its_own(text: str) -> None:
    said = sentence(Said(text, "en"), "zh")
    assert said is not None
    assert said.language == "en"
