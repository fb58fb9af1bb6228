"""What text messages say: in every hall within one message, in the reader's language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.domain.messages import Due, longest_values, text_of
from core.domain.sms import (
    FIELDS,
    USUAL_WORDS,
    MessageKind,
    SmsText,
    SmsTexts,
    TemplateMistake,
    template_mistakes,
    units,
)
from tests.support.clock import MORNING
from tests.support.halls import lhasa_like, shipped

LONGEST = {"number": "A9999", "window": "综合窗口108"}
COME_NOW = "【政务大厅】请{number}号到{window}办理。"


@pytest.mark.parametrize("name", ["dazi", "lhasa", "longnan", "pingliang", "yuzhong"])
@pytest.mark.parametrize("kind", MessageKind)
def test_the_usual_words_fit_into_every_shipped_hall(name: str, kind: MessageKind) -> None:
    hall = shipped(name)
    assert set(USUAL_WORDS[kind]) == {"zh", "bo", "en"}
    for language, text in USUAL_WORDS[kind].items():
        assert list(template_mistakes(text, longest_values(hall, kind, language))) == []


@pytest.mark.parametrize(("size", "fits"), [(70, True), (71, False)])
def test_a_text_fits_into_one_message_with_its_longest_values(size: int, fits: bool) -> None:
    text = COME_NOW + "号" * (size - units(COME_NOW.format(**LONGEST)))
    found = list(template_mistakes(text, LONGEST))
    assert found == ([] if fits else [TemplateMistake("too_long", found[0].params)])
    if not fits:
        assert (found[0].params["units"], found[0].params["most"]) == (71, 70)
        assert "综合窗口108" in found[0].params["whole"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("{nummer}号", "field"),
        ("{}", "field"),
        ("{number:z}", "field"),
        ("{number!r}", "field"),
        ("{number.real}", "field"),
        ("{number", "braces"),
        (" ", "empty"),
        ("😀" * 36, "too_long"),
        ("😀" * 35, ""),
        ("{{{number}}}", ""),
    ],
)
def test_what_is_wrong_with_a_text_is_told(text: str, key: str) -> None:
    assert [each.key for each in template_mistakes(text, LONGEST)] == ([key] if key else [])


def test_who_reads_no_language_of_the_messages_gets_the_first_one() -> None:
    texts = SmsTexts(languages=("zh", "bo"))
    assert [texts.language(each, ("bo", "zh", "en")) for each in ("bo", "en")] == ["bo", "zh"]
    assert SmsTexts().language("en", ("bo", "zh", "en")) == "en"


def test_every_field_of_a_kind_gets_its_value() -> None:
    for kind, fields in FIELDS.items():
        words = {"zh": "|".join(f"{{{each}}}" for each in fields), "en": "plain"}
        texts = SmsTexts(page="https://hall.example/t/", **{kind.value: SmsText(words=words)})  # type: ignore[arg-type]
        hall = replace(lhasa_like(), sms=texts)
        window = None if kind in (MessageKind.TAKEN, MessageKind.SOON) else 1
        message = Due("x", kind, MORNING, "t", "t.1", "A001", "insurance", window, 2)
        said = dict(zip(fields, text_of(hall, message, "zh", "TOKEN").split("|"), strict=True))
        assert all(said.values()), said
        assert said["link"] == "https://hall.example/t/TOKEN"
        assert text_of(hall, message, "en", "TOKEN") == "plain"
