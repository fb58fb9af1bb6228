"""Which clips there are, and which of them a number is joined from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from core.app.hallfile import load
from core.domain.hall import Hall, Voice
from core.domain.voice import READ, Wording
from hallcall.halls import resolve, shipped
from hardware.voice.clips import clip_list, usual_voice
from hardware.voice.pack import KEY
from hardware.voice.phrase import Part, Values, fixed_parts, sentence, values_in
from hardware.voice.reading import number_parts, ticket_parts

LANGUAGES = READ


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
        ("ug", 12, "number.10 digit.2"),
        ("ug", 205, "hundred.2 digit.5"),
        ("ug", 231, "hundred.2 number.30 digit.1"),
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


def test_what_two_wordings_share_is_recorded_once() -> None:
    texts = fixed_parts("zh", usual_voice("zh"))
    assert texts["号，到"].key == "call.1"
    assert texts["请再次注意"].key == "recall.0"
    assert "back.0" not in {part.key for part in texts.values()}


def test_names_of_zones_are_clips_where_a_sentence_says_them(lhasa: Hall) -> None:
    voice = Voice(("bo",), {"bo": "{number} {zone} {window} ཕེབས་"})
    found = {part.key: part.text for part in clip_list("bo", voice, lhasa)}
    assert found["zone.estate"] == "གཡོ་མེད་རྒྱུ་ནོར་ཞབས་ཞུ།"
    assert not any(key.startswith("queue.") for key in found)


OWN = {
    "zh": "请{number}号{service}的客人，到{zone}{window}号窗口",
    "bo": "ཨང་རྟགས་ {number} {service} {zone} ཨང་ {window} ལ་ཕེབས་རོགས་གནང་།",
    "en": "{service}: number {number}. Please go to window {window}, {zone}.",
    "ug": "{service} {number} نومۇر، {zone} {window} نومۇرلۇق كۆزنەككە كېلىڭ.",
}
SAID_OTHERWISE = {
    Wording.CLOSING: {"zh": "{zone}今天的办理时间已经结束"},
    Wording.BACK: {"en": "{number}: {window}"},
}


def said_in(hall: Hall, voice: Voice, language: str) -> Iterator[Part]:
    """Yield what every announcement of a hall is joined from: all numbers, windows, zones, services."""
    prefix, first = hall.queues[0].prefix, hall.windows[0].number
    told = [values_in(hall, number=prefix, window=each.number, zone=each.zone) for each in hall.windows]
    told += [
        values_in(hall, number=each.prefix, window=first, zone=each.zone, queue=each.id)
        for each in hall.queues
    ]
    for wording in Wording:
        for values in told:
            yield from sentence(language, voice, wording, values).parts
    for queue in hall.queues:
        for number in (*range(1, 1000), 1000, 2468, 9999):
            yield from ticket_parts(language, f"{queue.prefix}{number:03d}")


@pytest.mark.parametrize("own", [False, True], ids=["as shipped", "with names"])
@pytest.mark.parametrize("name", sorted(shipped()))
def test_every_call_of_a_hall_is_sayable_and_no_clip_is_never_used(name: str, own: bool) -> None:
    hall = load(resolve(name))
    voice = replace(hall.voice, call=OWN, wordings=SAID_OTHERWISE) if own else hall.voice
    for language in READ:
        used = {(part.key, part.text) for part in said_in(hall, voice, language)}
        listed = [(part.key, part.text) for part in clip_list(language, voice, hall)]
        assert len(listed) == len({key for key, _ in listed})
        assert used == set(listed)


@pytest.mark.parametrize("language", READ)
def test_any_hall_can_be_said_with_the_list_for_any_hall(language: str) -> None:
    """The list without a hall holds every letter and every window to 999; none of it is never used."""
    voice = usual_voice(language)
    used = {
        part.key for wording in Wording for part in sentence(language, voice, wording, Values("A", 1)).parts
    }
    used |= {part.key for number in range(1, 1000) for part in number_parts(language, number)}
    used |= {part.key for part in ticket_parts(language, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")}
    assert used == {part.key for part in clip_list(language, voice, None)}


def test_a_clip_is_one_text_wherever_it_is_said() -> None:
    """One key never stands for two texts: what was recorded for one would be wrong in the other."""
    for language in READ:
        texts: dict[str, str] = {}
        for number in range(1000):
            for part in (*number_parts(language, number), *ticket_parts(language, f"AZ{number}")):
                assert texts.setdefault(part.key, part.text) == part.text
