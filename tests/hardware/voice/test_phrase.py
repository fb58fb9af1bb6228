"""From what happens to sentences: order, placeholders, what cannot be spoken."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.hall import Voice
from core.domain.voice import MAY_NAME, READ, Wording, sentence_mistakes
from hardware.voice.clips import usual_voice
from hardware.voice.phrase import (
    COMMA_MS,
    STOP_MS,
    Named,
    Phrase,
    Sentence,
    Values,
    phrase,
    sentence,
    template,
    values_in,
)
from hardware.voice.reading import APART
from hardware.voice.rules import recordable, rules
from tests.support.halls import lhasa_like

CALL = {
    "bo": "ཨང་རྟགས་ {number} སྒེའུ་ཁུང་ཨང་{window}ལ་ཕེབས་རོགས་གནང་།",
    "zh": "请{number}号，到{window}号窗口办理",
    "en": "Number {number}, please go to window {window}.",
}
LHASA = Voice(languages=("bo", "zh"), call=CALL)
ALL = Voice(languages=("zh", "en"), call=CALL)
BOTH = frozenset({"zh", "en"})
ESTATE = Named("estate", {"zh": "不动产服务区", "bo": "གཡོ་མེད་རྒྱུ་ནོར།", "en": "Real estate", "ug": "مۈلۈك"})
TAX = Named("tax", {"zh": "税务", "bo": "ཁྲལ་དོན།", "en": "Tax", "ug": "باج"})
EVERYTHING = Values("A017", 3, ESTATE, TAX)


def call(voice: Voice, number: str, window: int, spoken: frozenset[str] = BOTH) -> Phrase:
    return phrase(voice, Wording.CALL, Values(number, window), spoken)


def letters_of(text: str) -> str:
    """Return a text's letters and marks alone: what is heard of it."""
    return "".join(sign for sign in text.casefold() if unicodedata.category(sign)[0] in "LMN")


def test_the_languages_that_have_rules_are_those_that_a_hall_may_speak() -> None:
    assert set(READ) == set(recordable())


def test_the_call_of_a_hall() -> None:
    chinese, english = call(ALL, "A001", 251).sentences
    assert chinese.text.replace(APART, "") == "请A零零一号，到二百五十一号窗口办理"
    assert english.text == "Number A-zero zero one, please go to window two hundred and fifty-one."
    (tibetan,) = call(LHASA, "A001", 3, frozenset({"bo"})).sentences
    assert tibetan.text == "ཨང་རྟགས་ A ཀླད་ཀོར་ ཀླད་ཀོར་ གཅིག་ སྒེའུ་ཁུང་ཨང་གསུམ་ལ་ཕེབས་རོགས་གནང་།"


def test_one_and_hao_are_kept_apart_so_that_one_keeps_its_tone() -> None:
    chinese = call(ALL, "A001", 1).sentences[0].text
    assert f"一{APART}号，到一{APART}号窗口" in chinese


def test_letters_are_kept_apart_so_that_each_is_named() -> None:
    chinese, english = call(ALL, "AB001", 1).sentences
    assert f"A{APART}B{APART}零" in chinese.text
    assert "A-B-zero" in english.text


@given(
    letters=st.text("ABCDEFGHJKLMNPQRSTUVWXYZ", min_size=1, max_size=2),
    ticket=st.integers(1, 9999),
    window=st.integers(0, 9999),
    wording=st.sampled_from(Wording),
    language=st.sampled_from(READ),
)
def test_no_digit_and_no_place_holder_is_left_to_the_synthesizer(
    letters: str, ticket: int, window: int, wording: Wording, language: str
) -> None:
    values = Values(f"{letters}{ticket:03d}", window, ESTATE, TAX)
    said = sentence(language, usual_voice(language), wording, values)
    assert not re.search(r"[0-9{}幺两]", said.text)
    assert letters_of(said.text) == letters_of("".join(part.text for part in said.parts))


OWN = {
    "zh": "{service}{number}号，请到{zone}{window}号窗口。",
    "bo": "{service} {number} {zone} ཨང་ {window} ལ་ཕེབས་རོགས་གནང་།",
    "en": "{service}: {number}. Please go to window {window}, {zone}!",
    "ug": "{service} {number}، {zone} {window} كېلىڭ.",
}
WHOLE = {
    "zh": "税务A零一七号，请到不动产服务区三号窗口。",
    "bo": "ཁྲལ་དོན། A ཀླད་ཀོར་ གཅིག་ བདུན་ གཡོ་མེད་རྒྱུ་ནོར། ཨང་ གསུམ་ ལ་ཕེབས་རོགས་གནང་།",
    "en": "Tax: A-zero one seven. Please go to window three, Real estate!",
    "ug": "باج A نۆل بىر يەتتە، مۈلۈك ئۈچ كېلىڭ.",
}


@pytest.mark.parametrize("language", READ)
def test_every_placeholder_is_put_in(language: str) -> None:
    said = sentence(language, Voice((language,), {language: OWN[language]}), Wording.CALL, EVERYTHING)
    assert said.text.replace(APART, "") == WHOLE[language]
    keys = [part.key for part in said.parts]
    assert {"queue.tax", "zone.estate", "letter.A", "digit.0", "digit.3"} <= set(keys)
    assert letters_of(said.text) == letters_of("".join(part.text for part in said.parts))


@pytest.mark.parametrize("language", READ)
@pytest.mark.parametrize("wording", Wording)
def test_the_usual_sentences_are_right_and_name_what_they_must(wording: Wording, language: str) -> None:
    words = rules(language)["wordings"][wording]
    whole = words.replace("{call}", rules(language)["wordings"]["call"])
    assert list(sentence_mistakes(wording, whole)) == []
    said = sentence(language, usual_voice(language), wording, EVERYTHING)
    assert said.parts
    assert all(part.text.strip() for part in said.parts)


def test_a_name_that_a_language_lacks_is_left_out() -> None:
    voice = Voice(("zh",), {"zh": "请{number}号，到{zone}{window}号窗口"})
    for values in (Values("A001", 3), Values("A001", 3, Named("x", {"en": "X"}))):
        assert letters_of(sentence("zh", voice, Wording.CALL, values).text) == "请a零零一号到三号窗口"


@pytest.mark.parametrize(
    ("wording", "values", "lacks"),
    [
        (Wording.CALL, Values("A001"), "window"),
        (Wording.RECALL, Values(window=3), "number"),
        (Wording.PAUSED, Values(), "window"),
    ],
)
def test_a_sentence_without_its_numbers_is_never_said(wording: Wording, values: Values, lacks: str) -> None:
    with pytest.raises(ValueError, match=f"no {lacks} to say"):
        phrase(ALL, wording, values, BOTH)


def test_the_hall_s_names_are_those_of_its_zones_and_queues() -> None:
    hall = lhasa_like()
    zone, queue = hall.zones[0], hall.queues[0]
    values = values_in(hall, number="A001", window=1, zone=zone.id, queue=queue.id)
    assert values == Values("A001", 1, Named(zone.id, zone.name), Named(queue.id, queue.name))
    assert values_in(hall, window=1, zone="gone", queue=None) == Values(window=1)


def test_a_breath_follows_where_a_comma_or_a_stop_stands() -> None:
    voice = Voice(("zh",), {"zh": "请注意。{number}号！，请到{window}，，"}, wordings={})
    said = sentence("zh", voice, Wording.CALL, Values("A1", 2))
    assert [(part.text, part.pause_ms) for part in said.parts] == [
        ("请注意。", STOP_MS),
        ("A", 0),
        ("一", 0),
        ("号！，请到", 0),
        ("二", 0),
    ]
    first, *_ = sentence("zh", ALL, Wording.RECALL, Values("A1", 2)).parts
    assert (first.text, first.pause_ms) == ("请再次注意", COMMA_MS)
    english = sentence("en", ALL, Wording.CALL, Values("A1", 2)).parts
    assert [part.pause_ms for part in english] == [0, 0, COMMA_MS, 0, 0]


def test_tibetan_that_nobody_can_speak_is_told() -> None:
    said = call(LHASA, "A001", 3)
    assert [each.language for each in said.sentences] == ["zh"]
    assert said.unspoken == ("bo",)


def test_the_hall_decides_the_order_of_the_languages() -> None:
    english_first = Voice(languages=("en", "zh"), call=CALL)
    assert [each.language for each in call(english_first, "A001", 3).sentences] == ["en", "zh"]


def test_nothing_is_said_when_nobody_can_speak() -> None:
    assert call(ALL, "A001", 3, frozenset()) == Phrase((), ("zh", "en"))


def test_a_language_without_rules_is_unspoken_whoever_claims_it() -> None:
    assert call(Voice(("ii", "zh"), CALL), "A001", 3, frozenset({"ii", "zh"})).unspoken == ("ii",)


def test_a_hall_without_words_of_its_own_calls_in_the_usual_ones() -> None:
    voice = Voice(languages=("zh", "en"), call={"zh": CALL["zh"], "en": " "})
    assert call(voice, "A001", 3) == call(ALL, "A001", 3)


def test_a_recall_asks_for_attention_first_and_then_calls_in_the_hall_s_words() -> None:
    own = Voice(("zh", "en"), {"zh": "{number}号请到{window}号窗口", "en": "{number} to {window}"})
    first = phrase(own, Wording.CALL, Values("A001", 3), BOTH)
    again = phrase(own, Wording.RECALL, Values("A001", 3), BOTH)
    assert again.sentences[0].text == "请再次注意，" + first.sentences[0].text
    assert again.sentences[1].text == "Calling again: " + first.sentences[1].text
    assert again.sentences[0].parts[1:] == first.sentences[0].parts


def test_what_nobody_reviewed_says_so_also_in_a_hall_s_file() -> None:
    copied = {"bo": rules("bo")["wordings"]["call"]}
    (part, *_) = sentence("bo", Voice(("bo",), copied), Wording.CALL, Values("A1", 2)).parts
    assert part.mark.startswith("ours")
    (part, *_) = sentence("bo", Voice(("bo",), {"bo": OWN["bo"]}), Wording.CALL, Values("A1", 2)).parts[2:]
    assert part.mark == "the hall's own"


def test_the_hall_s_own_recall_goes_before_the_usual_one() -> None:
    voice = Voice(("zh",), CALL, wordings={Wording.RECALL: {"zh": "再请{number}号到{window}号窗口"}})
    assert template("zh", voice, Wording.RECALL) == "再请{number}号到{window}号窗口"
    assert letters_of(sentence("zh", voice, Wording.RECALL, Values("A1", 2)).text) == "再请a一号到二号窗口"


def test_what_happens_beside_calls_is_said_too() -> None:
    values = Values("A001", 3, ESTATE)
    texts = {
        wording: letters_of(phrase(ALL, wording, values, {"zh"}).sentences[0].text) for wording in MAY_NAME
    }
    assert texts == {
        Wording.CALL: "请a零零一号到三号窗口办理",
        Wording.RECALL: "请再次注意请a零零一号到三号窗口办理",
        Wording.BACK: "请a零零一号回到三号窗口继续办理",
        Wording.PAUSED: "三号窗口暂停服务",
        Wording.CLOSING: "今天的办理时间已经结束谢谢您的配合",
    }


def test_a_sentence_of_placeholders_alone_has_no_fixed_piece() -> None:
    voice = Voice(("zh",), {"zh": "{number} {window}"})
    said = sentence("zh", voice, Wording.CALL, Values("A1", 2))
    assert isinstance(said, Sentence)
    assert [part.key for part in said.parts] == ["letter.A", "digit.1", "digit.2"]
