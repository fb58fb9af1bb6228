"""What the pages say is said in every language, with the same values in it."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

import core.web
from core.web.words import Speech, words

LANGUAGES = {"zh", "bo", "en"}
HERE = Path(core.web.__file__).parent
TIBETAN, CHINESE = re.compile("[\u0f00-\u0fff]"), re.compile("[\u4e00-\u9fff]")


@pytest.mark.parametrize("key", words())
def test_every_text_is_there_in_each_language_with_the_same_places(key: str) -> None:
    text = words()[key]
    assert set(text) == LANGUAGES
    places = {language: Counter(re.findall(r"{\w+}", said)) for language, said in text.items()}
    assert len({str(sorted(each.items())) for each in places.values()}) == 1, places
    assert TIBETAN.search(text["bo"])
    assert CHINESE.search(text["zh"])
    assert not TIBETAN.search(text["en"] + text["zh"])
    assert not CHINESE.search(text["en"] + text["bo"])


def test_every_text_is_used_and_every_one_used_is_there() -> None:
    files = [*HERE.glob("*.py"), *(HERE / "templates").glob("*.html")]
    sources = "\n".join(each.read_text("utf-8") for each in files)
    quoted = set(re.findall(r'"((?:[a-z]+\.[a-z_]+)|language)"', sources))
    made = {
        *(f"suspended.{each}" for each in ("no_papers", "papers_left", "step")),
        *(f"steps.{each}" for each in ("done", "now", "planned", "void")),
        *(f"{act}.act" for act in ("cancel", "restore")),
        *(f"{what}.{each}" for what in ("unknown", "busy") for each in ("title", "more")),
    }
    assert quoted & set(words()) | made == set(words())
    rooms = {key.partition(".")[0] for key in words()}
    assert not {each for each in quoted if each.partition(".")[0] in rooms} - set(words()) - {"rating.html"}


def test_a_language_that_we_do_not_have_hears_the_halls_next_one() -> None:
    say = Speech("ug", ("ug", "zh", "bo"))
    assert say("waiting.ahead", count=3) == "前面还有3人"
    assert Speech("ug")("steps.done") == "已完成"
    assert say.name({"zh": "窗口", "ug": "دېرىزە"}) == "دېرىزە"
    assert Speech("bo").name({"bo": "ཚོམས་ཆེན།"}) == "ཚོམས་ཆེན"
