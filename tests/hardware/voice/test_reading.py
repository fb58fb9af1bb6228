"""How numbers are read in each language, held against tables that are written otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable
from string import ascii_uppercase

import pytest

from core.domain.voice import READ
from hardware.voice.reading import APART, MOST, number_parts, read_number, read_ticket, ticket_parts

DIGITS = {
    "zh": "零 一 二 三 四 五 六 七 八 九",
    "bo": "ཀླད་ཀོར་ གཅིག་ གཉིས་ གསུམ་ བཞི་ ལྔ་ དྲུག་ བདུན་ བརྒྱད་ དགུ་",
    "en": "zero one two three four five six seven eight nine",
    "ug": "نۆل بىر ئىككى ئۈچ تۆت بەش ئالتە يەتتە سەككىز توققۇز",
}


def number(language: str, value: int) -> str:
    return read_number(language, value)[0].replace(APART, "")


@pytest.mark.parametrize("language", READ)
def test_every_digit_of_a_ticket_is_read_by_itself(language: str) -> None:
    words = DIGITS[language].split()
    for value, word in enumerate(words):
        (part,) = ticket_parts(language, str(value))
        assert (part.key, part.text) == (f"digit.{value}", word)
    text, parts = read_ticket(language, "0123456789")
    assert re.split(rf"[ {APART}]+", text.rstrip(APART)) == words
    assert [part.key for part in parts] == [f"digit.{value}" for value in range(10)]


@pytest.mark.parametrize("language", READ)
def test_every_letter_is_read_by_itself(language: str) -> None:
    text, parts = read_ticket(language, ascii_uppercase)
    assert [(part.key, part.text) for part in parts] == [(f"letter.{each}", each) for each in ascii_uppercase]
    assert re.split(rf"[- {APART}]", text.rstrip(APART)) == [*ascii_uppercase]
    assert all(part.say and part.mark for part in parts)


@pytest.mark.parametrize(
    ("ticket", "chinese", "english"),
    [
        ("A001", "A零零一", "A-zero zero one"),
        ("A111", "A一一一", "A-one one one"),
        ("b207", "B二零七", "B-two zero seven"),
        ("A1000", "A一零零零", "A-one zero zero zero"),
        ("ZK019", "ZK零一九", "Z-K-zero one nine"),
        ("A-012", "A零一二", "A-zero one two"),
        ("A００２", "A", "A"),
    ],
)
def test_a_ticket_is_read_sign_by_sign(ticket: str, chinese: str, english: str) -> None:
    assert read_ticket("zh", ticket)[0].replace(APART, "") == chinese
    assert read_ticket("en", ticket)[0] == english


def chinese(value: int) -> str:
    """Write every place out with its unit, then strike out what is not said: the way a bank's form does."""
    places = "".join(
        "零一二三四五六七八九"[int(sign)] + unit for sign, unit in zip(f"{value:03d}", "百十 ", strict=True)
    )
    said = re.sub("零[百十]", "零", places.strip())
    said = re.sub("零+", "零", said)
    said = said if said == "零" else said.strip("零")
    return re.sub("^一十", "十", said)


ONES = DIGITS["en"].split()
TEENS = [
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
TO_99 = [*ONES, *TEENS, *(f"{ten}-{one}".removesuffix("-zero") for ten in TENS for one in ONES)]


def english(value: int) -> str:
    hundreds, rest = f"{ONES[value // 100]} hundred", TO_99[value % 100]
    if value < 100:
        return rest
    return f"{hundreds} and {rest}" if value % 100 else hundreds


# Requirements 7.2: the sources' spellings; the joiners stand between a ten and its one.
UNITS_BO = ["གཅིག", "གཉིས", "གསུམ", "བཞི", "ལྔ", "དྲུག", "བདུན", "བརྒྱད", "དགུ"]
TEENS_BO = ["བཅུ་གཅིག", "བཅུ་གཉིས", "བཅུ་གསུམ", "བཅུ་བཞི", "བཅོ་ལྔ", "བཅུ་དྲུག", "བཅུ་བདུན", "བཅོ་བརྒྱད", "བཅུ་དགུ"]
TENS_BO = ["ཉི་ཤུ", "སུམ་ཅུ", "བཞི་བཅུ", "ལྔ་བཅུ", "དྲུག་ཅུ", "བདུན་ཅུ", "བརྒྱད་ཅུ", "དགུ་བཅུ"]
JOINERS_BO = ["རྩ", "སོ", "ཞེ", "ང", "རེ", "དོན", "གྱ", "གོ"]
TO_99_BO = ["", *UNITS_BO, "བཅུ", *TEENS_BO]
for _ten, _joiner in zip(TENS_BO, JOINERS_BO, strict=True):
    TO_99_BO += [_ten, *(f"{_ten}་{_joiner}་{_unit}" for _unit in UNITS_BO)]
HUNDREDS_BO = ["བརྒྱ", "ཉིས་བརྒྱ", "སུམ་བརྒྱ", "བཞི་བརྒྱ", "ལྔ་བརྒྱ", "དྲུག་བརྒྱ", "བདུན་བརྒྱ", "བརྒྱད་བརྒྱ", "དགུ་བརྒྱ"]


def tibetan(value: int) -> str:
    rest = TO_99_BO[value % 100]
    if value < 100:
        return f"{rest or 'ཀླད་ཀོར'}་"
    hundreds = HUNDREDS_BO[value // 100 - 1]
    return f"{hundreds}་དང་{rest}་" if rest else f"{hundreds}་"


UNITS_UG = ["", *DIGITS["ug"].split()[1:]]
TENS_UG = ["", *["ئون", "يىگىرمە", "ئوتتۇز", "قىرىق", "ئەللىك", "ئاتمىش", "يەتمىش", "سەكسەن", "توقسان"]]


def uyghur(value: int) -> str:
    hundreds, tens, ones = (int(sign) for sign in f"{value:03d}")
    words = [f"{UNITS_UG[hundreds]} يۈز" if hundreds else "", TENS_UG[tens], UNITS_UG[ones]]
    return " ".join(filter(None, words)) or "نۆل"


OTHERWISE: dict[str, Callable[[int], str]] = {"zh": chinese, "bo": tibetan, "en": english, "ug": uyghur}


@pytest.mark.parametrize("language", READ)
def test_every_number_is_read_as_the_table_has_it(language: str) -> None:
    table = {value: OTHERWISE[language](value) for value in range(MOST + 1)}
    assert {value: number(language, value) for value in table} == table


CASES = [
    (0, "零", "zero", "ཀླད་ཀོར་", "نۆل"),
    (1, "一", "one", "གཅིག་", "بىر"),
    (2, "二", "two", "གཉིས་", "ئىككى"),
    (10, "十", "ten", "བཅུ་", "ئون"),
    (11, "十一", "eleven", "བཅུ་གཅིག་", "ئون بىر"),
    (15, "十五", "fifteen", "བཅོ་ལྔ་", "ئون بەش"),
    (18, "十八", "eighteen", "བཅོ་བརྒྱད་", "ئون سەككىز"),
    (20, "二十", "twenty", "ཉི་ཤུ་", "يىگىرمە"),
    (21, "二十一", "twenty-one", "ཉི་ཤུ་རྩ་གཅིག་", "يىگىرمە بىر"),
    (31, "三十一", "thirty-one", "སུམ་ཅུ་སོ་གཅིག་", "ئوتتۇز بىر"),
    (40, "四十", "forty", "བཞི་བཅུ་", "قىرىق"),
    (55, "五十五", "fifty-five", "ལྔ་བཅུ་ང་ལྔ་", "ئەللىك بەش"),
    (66, "六十六", "sixty-six", "དྲུག་ཅུ་རེ་དྲུག་", "ئاتمىش ئالتە"),
    (77, "七十七", "seventy-seven", "བདུན་ཅུ་དོན་བདུན་", "يەتمىش يەتتە"),
    (88, "八十八", "eighty-eight", "བརྒྱད་ཅུ་གྱ་བརྒྱད་", "سەكسەن سەككىز"),
    (99, "九十九", "ninety-nine", "དགུ་བཅུ་གོ་དགུ་", "توقسان توققۇز"),
    (100, "一百", "one hundred", "བརྒྱ་", "بىر يۈز"),
    (101, "一百零一", "one hundred and one", "བརྒྱ་དང་གཅིག་", "بىر يۈز بىر"),
    (110, "一百一十", "one hundred and ten", "བརྒྱ་དང་བཅུ་", "بىر يۈز ئون"),
    (112, "一百一十二", "one hundred and twelve", "བརྒྱ་དང་བཅུ་གཉིས་", "بىر يۈز ئون ئىككى"),
    (200, "二百", "two hundred", "ཉིས་བརྒྱ་", "ئىككى يۈز"),
    (231, "二百三十一", "two hundred and thirty-one", "ཉིས་བརྒྱ་དང་སུམ་ཅུ་སོ་གཅིག་", "ئىككى يۈز ئوتتۇز بىر"),
    (999, "九百九十九", "nine hundred and ninety-nine", "དགུ་བརྒྱ་དང་དགུ་བཅུ་གོ་དགུ་", "توققۇز يۈز توقسان توققۇز"),
]


@pytest.mark.parametrize(("value", "zh", "en", "bo", "ug"), CASES)
def test_numbers_written_out_by_hand(value: int, zh: str, en: str, bo: str, ug: str) -> None:
    assert [number(language, value) for language in ("zh", "en", "bo", "ug")] == [zh, en, bo, ug]


def test_a_person_who_reads_the_chinese_words_gets_the_number() -> None:
    for value in range(MOST + 1):
        total, digit = 0, 0
        for sign in number("zh", value):
            if sign in "十百":
                total += (digit or 1) * {"十": 10, "百": 100}[sign]
                digit = 0
            else:
                digit = DIGITS["zh"].split().index(sign)
        assert total + digit == value


@pytest.mark.parametrize("language", READ)
def test_no_two_numbers_are_said_alike(language: str) -> None:
    assert len({number(language, value) for value in range(MOST + 1)}) == MOST + 1
    assert len({number_parts(language, value) for value in range(MOST + 1)}) == MOST + 1


def test_what_is_larger_is_read_digit_by_digit() -> None:
    with pytest.raises(ValueError, match="1000"):
        number_parts("zh", 1000)
    assert number("zh", 1203) == "一二零三"
    assert number("en", 1203) == "one two zero three"
