"""What the kiosk says: every prompt in every language, whole, and sayable from its clips."""

from __future__ import annotations

import unicodedata

import pytest

from hardware.voice.pack import KEY
from hardware.voice.phrase import GAP, Named, Values
from hardware.voice.prompts import prompt, prompt_list, prompts
from hardware.voice.reading import APART
from kiosk.state import Page
from tests.support.halls import shipped

LANGUAGES = ("zh", "bo", "en")
ZONE = Named("tax", {"zh": "税务区", "bo": "ཁྲལ་དོན།", "en": "Tax zone"})
SERVICE = Named("car", {"zh": "车辆", "bo": "རླངས་འཁོར།", "en": "Cars"})
VALUES = Values("A017", 3, ZONE, SERVICE, {"ahead": 12, "minutes": 25, "key": 7})


def heard(text: str) -> str:
    return "".join(sign for sign in text.casefold() if unicodedata.category(sign)[0] in "LMN")


@pytest.mark.parametrize("key", prompts())
def test_every_prompt_speaks_every_language_and_means_the_same(key: str) -> None:
    words = prompts()[key]
    assert set(words) == set(LANGUAGES)
    assert len({frozenset(GAP.findall(each)) for each in words.values()}) == 1
    assert not any(set("{}") & set(GAP.sub("", each)) for each in words.values())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", prompts())
def test_text_and_pieces_of_a_prompt_say_the_same(key: str, language: str) -> None:
    said = prompt(language, key, VALUES)
    assert said.parts
    assert all(KEY.fullmatch(part.key) for part in said.parts)
    assert heard(said.text) == heard("".join(part.text for part in said.parts))
    assert not set("0123456789{}") & set(said.text)


def test_every_page_has_its_prompt() -> None:
    assert {page.value for page in Page} <= set(prompts())


@pytest.mark.parametrize(
    ("language", "key", "text"),
    [
        ("zh", "result", "您的号码是A零一七号，前面有十二人等候。"),
        ("zh", "result_wait", "预计等候不超过二十五分钟。"),
        ("zh", "place_called", "A零一七号，请到三号窗口。"),
        ("zh", "choice_zone", "税务区，"),
        ("en", "result", "Your number is A-zero one seven. People ahead of you: twelve."),
        ("en", "waiting", "Waiting: twelve."),
        ("zh", "press", "按七，"),
        ("bo", "result", "ཁྱེད་ཀྱི་ཨང་རྟགས་ A ཀླད་ཀོར་ གཅིག་ བདུན་ ཡིན། མདུན་ལ་མི་ བཅུ་གཉིས་ འདུག"),
    ],
)
def test_prompts_as_they_are_said(language: str, key: str, text: str) -> None:
    assert prompt(language, key, VALUES).text.replace(APART, "") == text


def test_two_minutes_are_counted_and_window_two_is_numbered() -> None:
    two = Values("A002", 2, counts={"minutes": 2, "ahead": 2, "key": 2})
    assert heard(prompt("zh", "result_wait", two).text) == "预计等候不超过两分钟"
    assert heard(prompt("zh", "place_called", two).text) == "a零零二号请到二号窗口"


def test_what_there_is_not_is_told() -> None:
    with pytest.raises(KeyError):
        prompt("zh", "dance")
    with pytest.raises(KeyError):
        prompt("ug", "home")
    with pytest.raises(ValueError, match="no ahead to say"):
        prompt("zh", "result", Values("A001"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_prompt_of_a_hall_is_sayable_from_its_clips(language: str) -> None:
    hall = shipped("lhasa")
    clips = {(part.key, part.text) for part in prompt_list(language, hall)}
    assert len({key for key, _ in clips}) == len(clips)
    zone, queue = hall.zones[-1], hall.queues[-1]
    for count in range(1000):
        values = Values(
            f"{queue.prefix}{count:03d}",
            hall.windows[-1].number,
            Named(zone.id, zone.name),
            Named(queue.id, queue.name),
            {"ahead": count, "minutes": count, "key": count},
        )
        for key in ("result", "result_wait") if count else prompts():
            said = {(part.key, part.text) for part in prompt(language, key, values).parts}
            assert said <= clips
