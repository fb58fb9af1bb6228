"""Which clips there are, and which of them a number is joined from."""

from __future__ import annotations

import pytest

from core.app.hallfile import load
from core.domain.hall import Hall, Voice
from hallcall.halls import resolve
from hardware.voice.clips import (
    clip_list,
    fixed_parts,
    number_parts,
    sentence_parts,
    ticket_parts,
    usual_voice,
    wordings,
)
from hardware.voice.pack import KEY

LANGUAGES = ("bo", "zh", "en")


@pytest.fixture(scope="module")
def lhasa() -> Hall:
    return load(resolve("lhasa"))


def keys(language: str, number: int) -> str:
    return " ".join(part.key for part in number_parts(language, number))


@pytest.mark.parametrize(
    ("language", "number", "joined"),
    [
        ("bo", 1, "digit.1"),
        ("bo", 10, "number.10"),
        ("bo", 15, "number.15"),
        ("bo", 20, "number.20"),
        ("bo", 21, "number.20 join.20 digit.1"),
        ("bo", 99, "number.90 join.90 digit.9"),
        ("bo", 100, "hundred.1"),
        ("bo", 115, "hundred.1 hundred.and number.15"),
        ("bo", 231, "hundred.2 hundred.and number.30 join.30 digit.1"),
        ("zh", 10, "number.10"),
        ("zh", 12, "number.10 digit.2"),
        ("zh", 20, "number.20"),
        ("zh", 25, "number.20 digit.5"),
        ("zh", 205, "hundred.2 digit.0 digit.5"),
        ("zh", 210, "hundred.2 digit.1 number.10"),
        ("zh", 999, "hundred.9 number.90 digit.9"),
        ("en", 12, "number.12"),
        ("en", 42, "number.40 digit.2"),
        ("en", 305, "hundred.3 hundred.and digit.5"),
    ],
)
def test_numbers(language: str, number: int, joined: str) -> None:
    assert keys(language, number) == joined


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_to_999_is_in_the_list_and_no_two_are_said_alike(language: str) -> None:
    known = {part.key for part in clip_list(language, usual_voice(language), None)}
    said = [keys(language, number) for number in range(1000)]
    assert {key for each in said for key in each.split()} <= known
    assert len(set(said)) == 1000
    with pytest.raises(ValueError, match="1000"):
        number_parts(language, 1000)


def test_chinese_numbers_are_the_words_that_the_synthesizer_says() -> None:
    from hardware.voice.phrase import number_zh

    for number in range(1000):
        assert "".join(part.text for part in number_parts("zh", number)) == number_zh(number)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_clip_has_a_key_a_text_a_reading_and_a_mark(language: str) -> None:
    parts = clip_list(language, usual_voice(language), None)
    assert len({part.key for part in parts}) == len(parts)
    assert len({part.text for part in parts}) == len(parts)
    for part in parts:
        assert KEY.fullmatch(part.key)
        assert part.text.strip()
        assert part.say
        assert part.mark


def test_what_nobody_verified_says_so() -> None:
    marks = {part.key: part.mark for part in clip_list("bo", usual_voice("bo"), None)}
    assert marks["digit.1"] == "verified"
    assert all(mark.startswith("ours") for key, mark in marks.items() if key.startswith("call."))
    assert "ask a speaker" in marks["number.18"]


def test_a_hall_needs_its_own_letters_and_windows_only(lhasa: Hall) -> None:
    keys_of = {part.key for part in clip_list("bo", lhasa.voice, lhasa)}
    assert "letter.A" in keys_of
    assert "letter.Z" not in keys_of
    assert "number.70" in keys_of
    assert not keys_of & {"number.80", "hundred.1"}


@pytest.mark.parametrize("language", ["bo", "zh"])
def test_a_call_is_joined_to_the_hall_s_own_sentence(language: str, lhasa: Hall) -> None:
    gaps = {"number": ticket_parts(language, "A01"), "window": number_parts(language, 21)}
    parts = sentence_parts(language, lhasa.voice, "call", gaps)
    known = {part.key for part in clip_list(language, lhasa.voice, lhasa)}
    assert {part.key for part in parts} <= known
    said = "".join(part.text for part in parts)
    wanted = lhasa.voice.call[language]
    for name, gap in gaps.items():
        wanted = wanted.replace(f"{{{name}}}", "".join(part.text for part in gap))
    assert said.replace(" ", "") == wanted.replace(" ", "")


def test_what_two_wordings_share_is_recorded_once() -> None:
    texts = fixed_parts("zh", usual_voice("zh"))
    assert texts["号，到"].key == "call.1"
    assert texts["请再次注意，请"].key == "recall.0"


def test_a_hall_s_own_call_is_also_said_again_in_its_words() -> None:
    voice = Voice(("zh",), {"zh": "{number}号请到{zone}{window}号窗口"})
    assert wordings("zh", voice)["recall"] == "请再次注意，{number}号请到{zone}{window}号窗口"


def test_names_of_zones_are_clips_where_the_call_says_them(lhasa: Hall) -> None:
    voice = Voice(("bo",), {"bo": "{number} {zone} {window} ཕེབས་"})
    found = {part.key: part.text for part in clip_list("bo", voice, lhasa)}
    assert found["zone.estate"] == "གཡོ་མེད་རྒྱུ་ནོར་ཞབས་ཞུ།"
    assert not any(key.startswith("queue.") for key in found)
