from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.hall import Voice
from hardware.voice.phrase import APART, Phrase, number_en, number_zh, phrase, ticket_en, ticket_zh

CALL = {
    "bo": "ཨང་རྟགས་ {number} སྒེའུ་ཁུང་ཨང་{window}ལ་ཕེབས་རོགས་གནང་།",
    "zh": "请{number}号，到{window}号窗口办理",
    "en": "Number {number}, please go to window {window}.",
}
LHASA = Voice(languages=("bo", "zh"), call=CALL)
ALL = Voice(languages=("zh", "en"), call=CALL)
BOTH = frozenset({"zh", "en"})


def words(text: str) -> str:
    return text.replace(APART, "")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("A001", "A零零一"),
        ("A111", "A一一一"),
        ("b207", "B二零七"),
        ("A1000", "A一零零零"),
        ("ZK019", "ZK零一九"),
        ("A-012", "A零一二"),
    ],
)
def test_a_ticket_is_read_digit_by_digit_in_chinese(number: str, said: str) -> None:
    assert words(ticket_zh(number)) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("A001", "A-zero zero one"),
        ("b207", "B-two zero seven"),
        ("ZK019", "Z-K-zero one nine"),
    ],
)
def test_a_ticket_is_read_digit_by_digit_in_english(number: str, said: str) -> None:
    assert ticket_en(number) == said


@pytest.mark.parametrize(
    ("number", "chinese", "english"),
    [
        (0, "零", "zero"),
        (1, "一", "one"),
        (2, "二", "two"),
        (10, "十", "ten"),
        (12, "十二", "twelve"),
        (20, "二十", "twenty"),
        (21, "二十一", "twenty-one"),
        (100, "一百", "one hundred"),
        (102, "一百零二", "one hundred and two"),
        (110, "一百一十", "one hundred and ten"),
        (112, "一百一十二", "one hundred and twelve"),
        (200, "二百", "two hundred"),
        (251, "二百五十一", "two hundred and fifty-one"),
        (999, "九百九十九", "nine hundred and ninety-nine"),
        (1000, "一千", "one thousand"),
        (1001, "一千零一", "one thousand and one"),
        (1012, "一千零一十二", "one thousand and twelve"),
        (2150, "二千一百五十", "two thousand one hundred and fifty"),
    ],
)
def test_a_window_is_read_as_a_number(number: int, chinese: str, english: str) -> None:
    assert number_zh(number) == chinese
    assert number_en(number) == english


def chinese_value(text: str) -> int:
    """Read Chinese number words the way a person does: an independent check of ``number_zh``."""
    total, digit = 0, 0
    for sign in text:
        if sign in "十百千":
            total += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[sign]
            digit = 0
        else:
            digit = "零一二三四五六七八九".index(sign)
    return total + digit


@given(st.integers(0, 9999))
def test_every_window_keeps_its_value_in_chinese_words(window: int) -> None:
    assert chinese_value(number_zh(window)) == window


@given(
    letters=st.text("ABCDEFGHJKLMNPQRSTUVWXYZ", min_size=1, max_size=2),
    ticket=st.integers(1, 9999),
    window=st.integers(0, 999),
    repeat=st.integers(0, 3),
)
def test_no_digit_and_no_place_holder_is_left_to_the_synthesizer(
    letters: str, ticket: int, window: int, repeat: int
) -> None:
    said = phrase(ALL, f"{letters}{ticket:03d}", window, BOTH, repeat=repeat)
    assert [each.language for each in said.sentences] == ["zh", "en"]
    for each in said.sentences:
        assert not re.search(r"[0-9{}幺两]", each.text)


def test_all_windows_are_said_differently() -> None:
    assert len({number_zh(window) for window in range(10_000)}) == 10_000
    assert len({number_en(window) for window in range(10_000)}) == 10_000


def test_one_and_hao_are_kept_apart_so_that_one_keeps_its_tone() -> None:
    chinese = phrase(ALL, "A001", 1, BOTH).sentences[0].text
    assert f"一{APART}号，到一{APART}号窗口" in chinese


def test_letters_are_kept_apart_so_that_each_is_named() -> None:
    chinese, english = phrase(ALL, "AB001", 1, BOTH).sentences
    assert f"A{APART}B{APART}零" in chinese.text
    assert "A-B-zero" in english.text


def test_tibetan_is_never_guessed_and_its_silence_is_told() -> None:
    said = phrase(LHASA, "A001", 3, BOTH)
    assert [each.language for each in said.sentences] == ["zh"]
    assert said.unspoken == ("bo",)


def test_tibetan_stays_silent_even_if_a_synthesizer_claims_it() -> None:
    assert phrase(LHASA, "A001", 3, {"bo", "zh"}).unspoken == ("bo",)


def test_the_hall_decides_the_order_of_the_languages() -> None:
    english_first = Voice(languages=("en", "zh"), call=CALL)
    assert [each.language for each in phrase(english_first, "A001", 3, BOTH).sentences] == ["en", "zh"]


def test_nothing_is_said_when_nobody_can_speak() -> None:
    assert phrase(ALL, "A001", 3, ()) == Phrase((), ("zh", "en"))


def test_a_language_without_words_is_unspoken() -> None:
    voice = Voice(languages=("zh", "en"), call={"zh": CALL["zh"], "en": " "})
    assert phrase(voice, "A001", 3, BOTH).unspoken == ("en",)


def test_a_recall_asks_for_attention_first() -> None:
    first, again = phrase(ALL, "A001", 3, BOTH), phrase(ALL, "A001", 3, BOTH, repeat=1)
    assert again.sentences[0].text == "请再次注意，" + first.sentences[0].text
    assert again.sentences[1].text.endswith(first.sentences[1].text)
