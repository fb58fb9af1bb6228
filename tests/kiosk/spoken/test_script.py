"""What is said of a page: all of it, in words, and in a language that somebody can speak."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from core.domain.ticket import LegState
from core.domain.voice import READ
from hallcall.pictures.scene import base, on
from hardware.idcard.card import Kind, SeenCard
from hardware.voice.phrase import Values
from hardware.voice.prompts import prompt
from hardware.voice.reading import APART
from kiosk.pages import derive_view
from kiosk.speech import Said, Speak
from kiosk.spoken.ahead import counts_ahead, pages_ahead
from kiosk.spoken.keypad import Pad, groups_of
from kiosk.spoken.script import Script, entered_script, group_script, page_script, slip_script
from kiosk.spoken.texts import sentence, spoken
from kiosk.state import Inputs, Open, Page, Place, Printing, Taken, Wish
from kiosk.view import View
from tests.kiosk.spoken.pages import HALLS, NOW, SPOKEN, every_page, hall_of, labels, plain
from tests.support.halls import lhasa_like, naming
from tests.support.rotation import EVERY_WAY, turn

TOUCH = ("触摸", "点击", "点按", "touch", "tap ")


def said(script: Script, way: int = 0) -> list[str]:
    return [" ".join(each.text for each in piece.ways[way].says).replace(APART, "") for piece in script]


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("3人等候", "zh", "3人等候"),
        ("请A017号", "zh", "请A零一七号"),
        ("窗口 3–5, 8", "zh", "窗口 3到5, 8"),
        ("Windows 3–5", "en", "Windows 3 to 5"),
        ("第1步/共4步 · 企业登记", "zh", "第1步，共4步，企业登记"),
        ("09:30起", "zh", "9点30分起"),
        ("09:00起", "zh", "9点起"),
        ("09:00–10:30", "zh", "9点到10点30分"),
        ("09:00–10:30", "en", "9 to 10 30"),
        ("电话 138 0013 8000", "zh", "电话 一三八零零一三八零零零"),
        ("About 5–9 min to wait", "en", "About 5 to 9 minutes to wait"),
        ("—", "zh", "—"),
        ("张*，您好", "zh", "张，您好"),
        ("Show 张* when I am called", "en", "Show 张 when I am called"),
        ("138****8000", "zh", "138****8000"),
    ],
)
def test_a_text_of_the_screen_becomes_words(text: str, language: str, words: str) -> None:
    assert spoken(text, language).replace(APART, "") == words


def test_what_has_no_word_in_it_is_not_said() -> None:
    assert sentence(Said("— · 。", "zh"), "zh") is None
    assert sentence(Said(), "zh") is None


def test_who_is_asked_for_the_name_hears_the_question_and_the_key(speak: Speak) -> None:
    hall = naming(lhasa_like())
    card = SeenCard(Kind.RESIDENT, "", 34, "张*")
    asked = on(base(hall, "zh"), Page.CARD, reads_cards=True, card=card, wish=Wish("queue", "insurance"))
    script = page_script(asked, speak, Pad(), SPOKEN)
    heard = " ".join(said(script))
    for words in ("是否在屏幕上显示“张”", "屏幕只显示您的号码", "按一，", "叫号时显示“张”"):
        assert words in heard
    assert "*" not in heard


@pytest.mark.parametrize("hall", HALLS)
def test_all_that_stands_on_a_page_is_said(hall: str, speak: Speak) -> None:
    for at, inputs in enumerate(every_page(hall_of(hall))):
        assert inputs.hall is not None
        languages = [each for each in inputs.hall.languages if each in SPOKEN]
        # Of a catalogue's hundreds of pages each is heard in one of them.
        one = languages[turn(f"{at} {inputs.at}", len(languages))]
        for language in languages if EVERY_WAY else [one]:
            there = replace(inputs, language=language)
            view = derive_view(there, speak)
            heard = everything(there, view, speak)
            for label in labels(view):
                read = sentence(label.main, language)
                assert read is not None
                assert plain(read.text) in heard, (inputs.at, label)
            assert not [each for each in TOUCH if each in heard and view.layout == "tiles"]


def everything(inputs: Inputs, view: View, speak: Speak) -> str:
    pads = [Pad(group, typing) for typing in (True, False) for group in range(groups_of(view) + 1)]
    scripts = [
        page_script(inputs, speak, Pad(), SPOKEN),
        *(group_script(inputs, speak, pad, SPOKEN) for pad in pads),
    ]
    return plain(" ".join(text for script in scripts for text in said(script)))


@pytest.mark.parametrize("hall", HALLS)
def test_every_piece_has_a_key_of_its_own_and_words_that_can_be_read(hall: str, speak: Speak) -> None:
    for inputs in every_page(hall_of(hall)):
        view = derive_view(inputs, speak)
        for group in range(groups_of(view) + 1):
            script = page_script(inputs, speak, Pad(group), SPOKEN)
            keys = [piece.key for piece in script]
            assert len(keys) == len(set(keys))
            for piece in script:
                assert all(each.language in READ for way in piece.ways for each in way.says), piece
                assert all(plain(each.text) for way in piece.ways for each in way.says), piece


def test_tibetan_is_said_in_chinese_where_nobody_can_say_it(speak: Speak) -> None:
    for inputs in every_page(hall_of("lhasa")):
        script = page_script(replace(inputs, language="bo"), speak, Pad(), SPOKEN)
        assert script
        for piece in script:
            assert [way.language for way in piece.ways][:2] in (["bo", "zh"], ["bo"], ["zh", "en"]), piece
            assert piece.wanted == "bo"
        assert [each for each in script if each.ways[0].language == "bo"]


def result(**more: Any) -> Inputs:
    hall = lhasa_like()
    taken = Taken("i", "A017", "insurance", 2, NOW, "zh")
    return replace(
        Inputs(hall=hall, live=True, pages=(Open(Page.RESULT),), taken=taken, printing=Printing.DONE), **more
    )


def test_a_number_is_said_sign_by_sign_and_first(speak: Speak) -> None:
    heard = said(page_script(result(), speak, Pad(), SPOKEN))
    assert heard[0] == "您的号码是A零一七号，前面有两人等候。"
    assert heard[1] == "请取走您的号票。"
    assert heard[-1].startswith("按确认键，")


def test_a_slip_is_told_of_however_it_ends() -> None:
    told = {printing: said(slip_script(result(printing=printing), SPOKEN))[0] for printing in Printing}
    assert len(set(told.values())) == len(Printing)
    assert told[Printing.FAILED].startswith("号票未能打印，请记下您的号码")


def test_a_place_is_told_with_its_window(speak: Speak) -> None:
    place = Place("A017", LegState.CALLED, 2, 0)
    inputs = replace(result(), pages=(Open(Page.PLACE),), place=place, taken=None)
    assert said(page_script(inputs, speak, Pad(), SPOKEN))[0] == "A零一七号，请到二号窗口。"


def test_a_phone_number_is_read_back(speak: Speak) -> None:
    inputs = Inputs(hall=lhasa_like(), live=True, pages=(Open(Page.PHONE),))
    typed = replace(inputs, entries={inputs.at: "13800138"})
    assert said(entered_script(typed, speak, SPOKEN)) == ["已输入：一三八零零一三八。"]
    assert said(entered_script(inputs, speak, SPOKEN)) == ["还没有输入。"]


def test_what_a_hall_will_say_is_known_before(speak: Speak) -> None:
    inputs = Inputs(hall=hall_of("lhasa"), live=True, language="zh")
    pages = [each for page in pages_ahead(inputs, speak, SPOKEN) for each in page]
    texts = {(each.language, each.text) for each in pages}
    counted = {(each.language, each.text) for each in counts_ahead(hall_of("lhasa"), SPOKEN)}
    assert ("zh", prompt("zh", "waiting", Values(counts={"ahead": 12})).text) in counted
    for piece in page_script(inputs, speak, Pad(), SPOKEN):
        assert {(each.language, each.text) for each in piece.ways[0].says} <= texts
    assert {language for language, _ in texts} == {"zh", "en"}
