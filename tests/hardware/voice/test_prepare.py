"""What a hall will say is made before it is said, and the making is never in the way."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from core.domain.hall import Hall
from core.domain.voice import Voice, Wording
from hardware.voice import prepare
from hardware.voice.cache import SoundCache
from hardware.voice.parts import Voices
from hardware.voice.phrase import phrase, values_in
from hardware.voice.prepare import number_stands_apart, wanted
from hardware.voice.synth import Synthesizer
from tests.support.halls import lhasa_like


@pytest.fixture
def hall(monkeypatch: pytest.MonkeyPatch) -> Hall:
    monkeypatch.setattr(prepare, "NUMBERS", 4)
    monkeypatch.setattr(prepare, "REST", 0.0)
    whole = lhasa_like()
    return replace(whole, voice=Voice(whole.voice.languages, {"zh": "请{number}号，到{window}号窗口办理"}))


def test_the_windows_come_first_and_every_queue_s_numbers_in_turn(hall: Hall) -> None:
    said = list(wanted(hall, {"zh"}))
    count = len(hall.windows)
    assert len(said) == len(Wording) * count + 4 * len(hall.queues)
    assert len({each.text for each in said[:count]}) == count
    assert len({each.text for each in said[-len(hall.queues) :]}) == len(hall.queues)


def test_after_it_a_call_needs_no_synthesizer(hall: Hall, standin: Path, tmp_path: Path) -> None:
    with Synthesizer() as synthesizer, Voices.open(standin, synthesizer, tmp_path) as voices:
        voices.prepare(hall)
        assert voices.prepared()
    # The synthesizer is closed now: it would refuse.
    queue, window = hall.queues[-1], hall.windows[-1]
    values = values_in(hall, number=f"{queue.prefix}004", window=window.number, zone=window.zone)
    for wording in Wording:
        for sentence in phrase(hall.voice, wording, values, voices.languages).sentences:
            assert all(voices.pieces(sentence).values())
            assert voices.say(sentence) is not None


def test_a_second_start_has_nothing_to_make(hall: Hall, synthesizer: Synthesizer, tmp_path: Path) -> None:
    for _ in range(2):
        with Voices.open(None, synthesizer, tmp_path) as voices:
            voices.prepare(hall)
            assert voices.prepared()
        made = {path.name: path.stat().st_ino for path in tmp_path.iterdir()}
    assert made
    with Voices.open(None, synthesizer, tmp_path) as voices:
        voices.prepare(hall)
        assert voices.prepared()
    assert {path.name: path.stat().st_ino for path in tmp_path.iterdir()} == made


def test_it_stops_before_the_room_is_full_and_never_drives_out_what_it_made(
    hall: Hall, synthesizer: Synthesizer, tmp_path: Path
) -> None:
    made = []
    for _ in range(2):
        cache = SoundCache(tmp_path, disk=10 * prepare.PIECE_BYTES)
        with Voices(synthesizer, cache=cache) as voices:
            voices.prepare(hall)
            assert voices.prepared()
            assert all(voices.pieces(next(iter(wanted(hall, {"zh"})))).values())
            cache.flush()
            made.append({path.name: path.stat().st_ino for path in tmp_path.iterdir()})
    assert 5 <= len(made[0]) <= 7
    assert made[0] == made[1]


def test_another_hall_takes_the_place_of_the_one_before_and_closing_ends_it(
    hall: Hall, synthesizer: Synthesizer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prepare, "REST", 1000.0)
    monkeypatch.setattr(prepare, "MOST_REST_S", 3600.0)
    voices = Voices(synthesizer)
    for _ in range(2):
        voices.prepare(hall)
    voices.close()
    assert not voices.prepared()


def test_while_calls_are_made_it_waits(
    hall: Hall, synthesizer: Synthesizer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prepare, "AFTER_CALL_S", 3600.0)
    with Voices(synthesizer) as voices:
        first, second, *_ = wanted(hall, {"zh"})
        assert voices.say(first)
        voices.prepare(hall)
        assert voices.say(first)
        assert not all(voices.pieces(second).values())
    assert not voices.prepared()


@pytest.mark.logs("voice: cannot start")
def test_without_anybody_who_speaks_there_is_nothing_to_make(hall: Hall) -> None:
    with Synthesizer(command=(sys.executable, "-c", "")) as dead, Voices(dead) as voices:
        voices.prepare(hall)
        assert voices.prepared()


@pytest.mark.logs("voice: ", "is not spoken", "not made ahead")
def test_an_engine_that_fails_all_the_time_ends_it(hall: Hall, tmp_path: Path) -> None:
    with Synthesizer(deadline_s=0.2) as synthesizer, Voices(synthesizer) as voices:
        assert synthesizer.languages
        synthesizer.close()
        voices.prepare(hall)
        assert not voices.prepared()


@pytest.mark.parametrize(
    ("words", "apart"),
    [
        ("请{number}号，到{window}号窗口办理", True),
        ("请{number}号到{window}号窗口办理", False),
        ("{window}号窗口。请{number}号", True),
    ],
)
def test_numbers_are_made_where_they_serve_every_window(words: str, apart: bool) -> None:
    assert number_stands_apart(Voice(("zh",), {"zh": words}), "zh") is apart


def test_a_hall_without_windows_is_no_trouble(hall: Hall) -> None:
    assert list(wanted(replace(hall, windows=()), {"zh"})) == []
