"""Which keys there are, and what each does to what was typed."""

from __future__ import annotations

import string

import pytest

from kiosk.search.keyboards import CLEAR, ERASE, LAYOUTS, SPACE, STACK, after, offered, rows_of
from kiosk.speech import Speech
from tests.kiosk.search.halls import real

SAY = Speech(lambda _language, _context, source: source, "en", "")


def keys(keyboard: str) -> list[str]:
    return [key.key for row in rows_of(keyboard, SAY) for key in row]


def test_every_latin_letter_and_digit_once() -> None:
    typing = [key for key in keys("pinyin") if key in string.ascii_lowercase + string.digits]
    assert sorted(typing) == sorted(string.ascii_lowercase + string.digits)
    assert {ERASE, CLEAR, SPACE} <= set(keys("pinyin"))


def test_the_thirty_tibetan_consonants_in_the_order_of_the_alphabet() -> None:
    consonants = [key for key in keys("bo") if "\u0f40" <= key <= "\u0f68"]
    assert consonants == list("ཀཁགངཅཆཇཉཏཐདནཔཕབམཙཚཛཝཞཟའཡརལཤསཧཨ")
    assert {"ི", "ུ", "ེ", "ོ", "་", STACK, ERASE} <= set(keys("bo"))


@pytest.mark.parametrize("keyboard", LAYOUTS)
def test_every_key_has_a_name(keyboard: str) -> None:
    assert keys(keyboard)
    assert all(key.name and key.shown.text for row in rows_of(keyboard, SAY) for key in row)


def test_the_halls_languages_say_which_keyboards_there_are() -> None:
    assert offered(real("lhasa")[0]) == ("pinyin", "bo")
    assert offered(real("pingliang")[0]) == ("pinyin",)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        (["s", "b", ERASE], "s"),
        (["s", CLEAR], ""),
        ([ERASE], ""),
        (["s", SPACE, "b"], "s b"),
        (["ས", STACK, "ག"], "སྒ"),
        (["ས", STACK, "ག", STACK, "ར", "ུ", "བ"], "སྒྲུབ"),
        (["ས", STACK, ERASE, "ག"], "སག"),
        (["ས", STACK, STACK, "ག"], "སག"),
        (["ས", STACK, "ི"], "སི"),
        ([STACK, "ག"], "ག"),
        (["s", STACK, "ག"], "sག"),
    ],
)
def test_what_keys_do(typed: list[str], text: str) -> None:
    found = ""
    for key in typed:
        found = after(found, key)
    assert found == text
