"""Whole announcements, with the real synthesizer."""

from __future__ import annotations

import array
import statistics
import sys
import wave
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from core.domain.hall import Voice
from hardware.voice import wav
from hardware.voice.announcer import Announcement
from hardware.voice.intake import frame_levels, voiced_level
from hardware.voice.joins import MOST_STEP, measure_joins
from hardware.voice.parts import Voices
from hardware.voice.speaker import Speaker
from hardware.voice.synth import Synthesizer, VoiceFailed
from tests.support.halls import lhasa_like

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def call(number: str = "A001", window: int = 3, *, repeat: int = 0) -> Announcement:
    return Announcement("leg-1", number, window, "social", NOON, repeat)


@pytest.fixture
def chinese(voice: Voice) -> Voice:
    return replace(voice, languages=("bo", "zh"))


def test_a_call_is_one_wav_file_of_chime_and_chinese_with_tibetan_named_as_unspoken(
    chinese: Voice, synthesizer: Synthesizer, tmp_path: Path
) -> None:
    spoken = Speaker(chinese, synthesizer, tmp_path).render(call())
    assert (spoken.languages, spoken.unspoken) == (("zh",), ("bo",))
    assert list(tmp_path.iterdir()) == [spoken.path]
    with wave.open(str(spoken.path)) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (22050, 1, 2)
        assert file.getnframes() / 22050 == pytest.approx(spoken.seconds)


def test_it_is_loud_unclipped_and_neither_hurried_nor_slow(
    chinese: Voice, synthesizer: Synthesizer, tmp_path: Path
) -> None:
    spoken = Speaker(chinese, synthesizer, tmp_path).render(call())
    measures = wav.measure(wav.read(spoken.path))
    assert 15_000 < measures.peak < 32_767
    assert measures.rms > 2_000
    assert 3.5 < spoken.seconds < 6.5


def test_no_call_reaches_full_scale_and_both_languages_are_equally_loud(
    voice: Voice, synthesizer: Synthesizer, tmp_path: Path
) -> None:
    loudness: dict[str, list[float]] = {"zh": [], "en": []}
    for language, found in loudness.items():
        quiet = replace(voice, languages=(language,), chime=False)
        speaker = Speaker(quiet, synthesizer, tmp_path / language)
        for i in range(1, 30):
            samples = wav.read(speaker.render(call(f"A{i * 37 % 1000:03d}", i * 8)).path)
            assert wav.measure(samples).peak < 30_000
            found.append(voiced_level(frame_levels(wav.values(samples), wav.RATE // 100)))
    chinese, english = (statistics.median(found) for found in loudness.values())
    assert chinese == pytest.approx(english, rel=0.1)
    assert wav.measure(wav.chime()).rms == pytest.approx(chinese, rel=0.1)


def test_it_begins_and_ends_without_a_click(chinese: Voice, synthesizer: Synthesizer, tmp_path: Path) -> None:
    samples = array.array("h", wav.read(Speaker(chinese, synthesizer, tmp_path).render(call()).path))
    assert samples[0] == 0
    assert samples[-1] == 0


def quiet_ms(samples: bytes) -> list[float]:
    """Return the lengths of the silences inside a sound, those of 60 ms and more."""
    lengths, run = [], 0
    for value in array.array("h", samples):
        if abs(value) < wav.SILENCE:
            run += 1
            continue
        lengths.append(run * 1000 / wav.RATE)
        run = 0
    return [length for length in lengths if length >= 60]


def test_there_is_a_breath_after_the_chime_and_between_number_and_window_and_no_other(
    chinese: Voice, synthesizer: Synthesizer, tmp_path: Path
) -> None:
    samples = wav.read(Speaker(chinese, synthesizer, tmp_path).render(call()).path)
    speech = samples[len(wav.chime()) :]
    after_chime, before_window = quiet_ms(speech)
    assert 80 <= after_chime <= 140
    assert 120 <= before_window <= 260


def test_window_3_and_window_13_are_heard_differently(
    chinese: Voice, synthesizer: Synthesizer, tmp_path: Path
) -> None:
    speaker = Speaker(chinese, synthesizer, tmp_path)
    three, thirteen = speaker.render(call(window=3)), speaker.render(call(window=13))
    assert thirteen.seconds - three.seconds > 0.1
    assert wav.read(three.path) != wav.read(thirteen.path)


def test_every_language_that_can_be_spoken_is_in_the_file(
    voice: Voice, synthesizer: Synthesizer, tmp_path: Path
) -> None:
    speaker = Speaker(voice, synthesizer, tmp_path)
    only_chinese = Speaker(replace(voice, languages=("zh",)), synthesizer, tmp_path)
    both, one = speaker.render(call()), only_chinese.render(call("A002"))
    assert both.languages == ("zh", "en")
    assert both.seconds - one.seconds > 2


def test_a_recall_is_longer_by_its_warning(chinese: Voice, synthesizer: Synthesizer, tmp_path: Path) -> None:
    speaker = Speaker(chinese, synthesizer, tmp_path)
    first, again = speaker.render(call()), speaker.render(call("A002", repeat=1))
    assert again.seconds - first.seconds > 0.8


@pytest.mark.logs("voice: cannot start")
def test_without_speech_the_chime_still_rings(chinese: Voice, tmp_path: Path) -> None:
    with Synthesizer(command=(sys.executable, "-c", "")) as dead:
        spoken = Speaker(chinese, dead, tmp_path).render(call())
    assert spoken.languages == ()
    assert spoken.unspoken == ("bo", "zh")
    assert wav.read(spoken.path) == wav.chime()


@pytest.mark.logs("voice: cannot start")
def test_without_speech_and_chime_there_is_nothing_to_play(chinese: Voice, tmp_path: Path) -> None:
    with Synthesizer(command=(sys.executable, "-c", "")) as dead:
        speaker = Speaker(replace(chinese, chime=False), dead, tmp_path)
        with pytest.raises(VoiceFailed, match="A001"):
            speaker.render(call())
    assert list(tmp_path.iterdir()) == []


def test_only_the_newest_files_are_kept(chinese: Voice, synthesizer: Synthesizer, tmp_path: Path) -> None:
    (tmp_path / "mine.wav").write_bytes(b"not the hall's")
    made = []
    for second in range(4):
        # A new speaker each time, as after a restart of the program.
        speaker = Speaker(chinese, synthesizer, tmp_path, keep=2)
        made.append(speaker.render(replace(call(), at=NOON + timedelta(seconds=second))).path)
    assert sorted(tmp_path.iterdir()) == sorted([*made[2:], tmp_path / "mine.wav"])


def test_chime_languages_gaps_and_repeats_are_one_sound(
    voice: Voice, synthesizer: Synthesizer, tmp_path: Path
) -> None:
    languages = {each: replace(voice, languages=(each,), chime=False) for each in ("zh", "en")}
    with Voices(synthesizer) as voices:
        chinese, english = (
            Speaker(own, voices, tmp_path).render(call()).samples for own in languages.values()
        )
        often = replace(voice, repeats=2, gap_ms=500)
        spoken = Speaker(often, voices, tmp_path).render(call())
    gap = wav.silence(500)
    once = chinese + gap + english
    assert spoken.samples == wav.chime() + wav.silence(wav.GAP_MS) + once + gap + once
    assert wav.read(spoken.path) == spoken.samples
    assert spoken.seconds == pytest.approx(wav.seconds(spoken.samples))
    begins = [len(wav.chime()) + len(wav.silence(wav.GAP_MS))]
    begins += [begins[0] + len(chinese) + len(gap), begins[0] + len(once) + len(gap)]
    assert {begin // 2 for begin in begins} <= set(spoken.joins)
    assert all(each.step <= MOST_STEP for each in measure_joins(spoken.samples, spoken.joins))


def test_the_hall_s_names_are_said_where_a_sentence_has_a_place_for_them(
    synthesizer: Synthesizer, tmp_path: Path
) -> None:
    hall = lhasa_like()
    zone = hall.zones[0].id
    naming = Voice(("zh",), {"zh": "请{number}号，到{zone}，{window}号窗口"}, chime=False)
    spoken = [
        Speaker(naming, synthesizer, tmp_path, hall=known).render(replace(call(), zone=zone))
        for known in (None, hall)
    ]
    assert spoken[1].seconds > spoken[0].seconds + 0.5
