"""When and how loud it is said, and what a sentence must name."""

from __future__ import annotations

import json
from datetime import time

import pytest

from core.domain.codec import from_json, to_json
from core.domain.voice import Voice, Wording, sentence_mistakes

NIGHT = (time(22), time(7, 30))
NOON = (time(12), time(14))


@pytest.mark.parametrize(
    ("at", "quiet"),
    [
        (time(7, 29), True),
        (time(7, 30), False),
        (time(11, 59), False),
        (time(12), True),
        (time(13, 59, 59), True),
        (time(14), False),
        (time(21, 59), False),
        (time(22), True),
        (time(0), True),
    ],
)
def test_quiet_hours_may_cross_midnight(at: time, quiet: bool) -> None:
    assert Voice(("zh",), quiet=(NIGHT, NOON)).is_quiet(at) is quiet


def test_without_quiet_hours_it_is_never_quiet() -> None:
    assert not any(Voice(("zh",)).is_quiet(time(hour)) for hour in range(24))


@pytest.mark.parametrize(
    ("at", "percent"),
    [(time(0), 30), (time(7, 59), 30), (time(8), 80), (time(12), 50), (time(13, 59), 50), (time(18), 30)],
)
def test_a_volume_lasts_until_the_next_one(at: time, percent: int) -> None:
    voice = Voice(("zh",), volumes=((time(18), 30), (time(8), 80), (time(12), 50)))
    assert voice.volume(at) == percent


def test_without_volumes_it_is_as_loud_as_can_be() -> None:
    assert Voice(("zh",)).volume(time(3)) == 100


def test_the_hall_s_own_words_are_told_from_the_usual_ones() -> None:
    voice = Voice(("zh",), {"zh": " a "}, wordings={Wording.BACK: {"zh": "b", "en": " "}})
    assert voice.words(Wording.CALL, "zh") == "a"
    assert voice.words(Wording.BACK, "zh") == "b"
    assert voice.words(Wording.BACK, "en") == ""
    assert voice.words(Wording.CLOSING, "zh") == ""


@pytest.mark.parametrize(
    ("wording", "sentence", "wrong"),
    [
        (Wording.CALL, "{number}{window}{zone}{service}", []),
        (Wording.CALL, "{number}", [("missing", "window")]),
        (Wording.RECALL, "{window}", [("missing", "number")]),
        (Wording.BACK, "a", [("missing", "number"), ("missing", "window")]),
        (Wording.PAUSED, "{window}{service}", [("unknown", "service")]),
        (Wording.CLOSING, "{zone}", []),
        (Wording.CLOSING, "{window}", [("unknown", "window")]),
        (Wording.CALL, "{number}{window!r}", [("unknown", "window!r"), ("missing", "window")]),
        (Wording.CALL, "{number}{window:3}", [("unknown", "window:3"), ("missing", "window")]),
        (Wording.CALL, "{number}{window}{}", [("unknown", "")]),
        (Wording.CALL, "{{number}}{window}", [("braces", "")]),
        (Wording.CALL, "{number}{window", [("braces", "")]),
        (Wording.CALL, "number}{window}", [("braces", "")]),
    ],
)
def test_what_is_wrong_with_a_sentence(wording: Wording, sentence: str, wrong: list[tuple[str, str]]) -> None:
    assert [(each.key, each.found) for each in sentence_mistakes(wording, sentence)] == wrong


def test_a_voice_comes_back_equal_from_the_wire() -> None:
    voice = Voice(
        ("bo", "zh"),
        {"zh": "a"},
        chime=False,
        wordings={Wording.PAUSED: {"zh": "b"}},
        repeats=2,
        gap_ms=0,
        quiet=(NIGHT, NOON),
        volumes=((time(8), 80),),
    )
    assert from_json(Voice, json.loads(json.dumps(to_json(voice)))) == voice


def test_a_voice_that_an_older_program_kept_is_read() -> None:
    kept = {"languages": ["zh"], "call": {"zh": "a"}, "chime": False}
    assert from_json(Voice, kept) == Voice(("zh",), {"zh": "a"}, chime=False)
