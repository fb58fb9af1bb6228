"""Two ways to sound, mixed: clips joined to the sample, and the synthesizer for what has none."""

from __future__ import annotations

import array
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from core.domain.voice import Voice, Wording
from hardware.voice import wav
from hardware.voice.cache import SoundCache
from hardware.voice.intake import FRAME_S, TARGET, frame_levels, voiced_level
from hardware.voice.joins import (
    LEAST_PAUSE_MS,
    MOST_LEVEL_DB,
    MOST_PAUSE_MS,
    MOST_STEP,
    OVERLAP,
    PAUSE_TOLERANCE_MS,
    fitted,
    measure_joins,
)
from hardware.voice.pack import About, Pack
from hardware.voice.parts import Voices, packs_in
from hardware.voice.phrase import Sentence, Values, phrase
from hardware.voice.prompts import prompt
from hardware.voice.synth import Synthesizer
from tests.hardware.voice.spoken import spoken

SAMPLED = sorted({*range(1, 22), *range(30, 100, 13), 100, 101, 110, 111, *range(120, 1000, 61), 999})
"""Windows: every way in which a number is composed."""


def call(voice: Voice, language: str, number: str = "A001", window: int = 3) -> Sentence:
    (said,) = phrase(voice, Wording.CALL, Values(number, window), {language}).sentences
    return said


def level(samples: bytes) -> float:
    return voiced_level(frame_levels(wav.values(samples), round(wav.RATE * FRAME_S)))


@pytest.fixture
def voices(synthesizer: Synthesizer, standin: Path) -> Voices:
    return Voices.open(standin, synthesizer)


def test_each_language_is_said_in_the_way_that_it_can(
    voice: Voice, voices: Voices, synthesizer: Synthesizer
) -> None:
    assert voices.languages == {"bo", "zh", "en"}
    assert voices.synthesized == {"zh", "en"}
    for language in ("bo", "zh", "en"):
        samples = voices.say(call(voice, language))
        assert samples is not None
        assert 2 < wav.seconds(samples) < 8
    alone = Voices(synthesizer)
    assert alone.languages == {"zh", "en"}
    assert alone.say(call(voice, "bo")) is None
    nobody = Voices(None)
    assert nobody.languages == frozenset()
    assert nobody.say(call(voice, "zh")) is None


def test_a_recorded_sentence_is_its_clips_to_the_sample(voice: Voice, voices: Voices) -> None:
    sentence = call(voice, "bo", "B340", 27)
    sound = voices.sound(sentence)
    assert sound is not None
    clips = [voices.packs["bo"].clip(part.key) for part in sentence.parts]
    assert len(sound.joins) == len(clips) - 1
    at = 0
    for clip, part in zip(clips, sentence.parts, strict=True):
        assert clip is not None
        begin, end = 2 * OVERLAP, len(clip) - 2 * OVERLAP
        assert sound.samples[at + begin : at + end] == clip[begin:end]
        at += len(clip) + (len(wav.silence(part.pause_ms)) if part.pause_ms else -2 * OVERLAP)


@pytest.mark.logs("no clip in")
def test_a_missing_clip_costs_the_sentences_that_need_it_and_no_other_language(
    voice: Voice, synthesizer: Synthesizer, standin: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    shutil.copytree(standin / "bo", tmp_path / "bo")
    (tmp_path / "bo" / "letter.A.wav").unlink()
    voices = Voices.open(tmp_path, synthesizer)
    sentences = [call(voice, language) for language in ("bo", "zh")]
    for _ in range(2):
        tibetan, chinese = voices.sounds(sentences)
        assert tibetan is None
        assert chinese is not None
    assert voices.say(call(voice, "bo", "B001")) is not None
    assert caplog.text.count("letter.A: it is not said") == 1
    shutil.copy(standin / "bo" / "letter.A.wav", tmp_path / "bo")
    assert voices.say(call(voice, "bo")) is not None


@pytest.mark.logs("no clip in")
def test_where_the_synthesizer_speaks_the_language_it_says_what_the_pack_cannot(
    voice: Voice, synthesizer: Synthesizer, tmp_path: Path
) -> None:
    Pack.make(tmp_path / "zh", About("zh"))
    wav.write(tmp_path / "zh" / "digit.1.wav", fitted(spoken(0.3)))
    sentence = call(voice, "zh")
    mixed, alone = Voices.open(tmp_path, synthesizer).say(sentence), Voices(synthesizer).say(sentence)
    assert mixed is not None
    assert alone is not None
    assert wav.seconds(mixed) == pytest.approx(wav.seconds(alone), rel=0.05)


@pytest.mark.logs("a voice is not used")
def test_what_is_no_pack_of_its_folder_s_language_is_refused_and_told(
    synthesizer: Synthesizer, standin: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    shutil.copytree(standin / "bo", tmp_path / "zh")
    (tmp_path / "en").mkdir()
    (tmp_path / "ug").mkdir()
    (tmp_path / "ug" / "pack.toml").write_text("language = ", "utf-8")
    (tmp_path / "readme.txt").write_text("mine", "utf-8")
    voices = Voices.open(tmp_path, synthesizer)
    assert voices.packs == {}
    assert f"{tmp_path / 'zh'} is a pack of 'bo', not of 'zh'" in caplog.text
    assert "ug" in caplog.text
    assert voices.languages == {"zh", "en"}


def test_without_a_folder_there_are_no_packs(tmp_path: Path) -> None:
    assert packs_in(tmp_path / "none") == {}


def test_what_was_said_before_needs_no_synthesizer_also_after_a_restart(voice: Voice, tmp_path: Path) -> None:
    sentence = call(voice, "zh")
    with Synthesizer() as first, Voices.open(None, first, tmp_path) as voices:
        said = voices.say(sentence)
        assert said is not None
    # Closed: whatever is asked of it now is refused.
    assert voices.say(sentence) == said
    with Synthesizer() as second:
        assert second.languages
    with Voices.open(None, second, tmp_path) as again:
        assert again.say(sentence) == said


@pytest.mark.logs("is not spoken")
def test_another_window_needs_only_its_own_piece(voice: Voice, tmp_path: Path) -> None:
    with Synthesizer() as synthesizer, Voices.open(None, synthesizer, tmp_path) as voices:
        for number, window in (("A001", 3), ("A002", 4)):
            assert voices.say(call(voice, "zh", number, window))
    assert voices.say(call(voice, "zh", "A001", 4))
    assert voices.say(call(voice, "zh", "A001", 5)) is None
    assert len(list(tmp_path.glob("*.sound"))) == 4


def test_a_clip_put_in_by_hand_is_brought_to_the_common_loudness_and_to_nothing_at_its_ends() -> None:
    raw = wav.values(spoken(0.5, loud=0.04))[30:]
    clip = fitted(raw.tobytes())
    values = wav.values(clip)
    assert level(clip) == pytest.approx(TARGET, rel=0.02)
    assert (values[0], values[-1]) == (0, 0)
    peaky = array.array("h", [*spoken(0.5, loud=0.04), *([0] * 20)])
    assert fitted(wav.silence(100)) == b""
    assert fitted(b"") == b""
    assert wav.measure(fitted(peaky.tobytes())).peak <= 29_000


def test_a_clip_that_was_taken_in_is_left_as_it_is(voices: Voices) -> None:
    pack = voices.packs["bo"]
    for key in ("digit.1", "call.0", "number.20"):
        clip = pack.clip(key)
        assert clip is not None
        assert fitted(clip) == clip


def joins_are_good(voices: Voices, sentences: Sequence[Sentence], *, recorded: bool) -> None:
    """Nothing clicks, nothing jumps, no pause is too short or too long, in all of these sentences."""
    for sentence in sentences:
        sound = voices.sound(sentence)
        assert sound is not None
        asked = [part.pause_ms for part in sentence.parts] if recorded else [182.0] * len(sound.joins)
        for pause, found in zip(asked, measure_joins(sound.samples, sound.joins), strict=False):
            what = f"{sentence.text}: {found}"
            assert found.step <= MOST_STEP, what
            assert abs(found.level_db) <= MOST_LEVEL_DB, what
            most = pause + PAUSE_TOLERANCE_MS if pause else MOST_PAUSE_MS
            assert max(pause, LEAST_PAUSE_MS) - 10 <= found.pause_ms <= most, what
        ends = [at + OVERLAP for at, pause in zip(sound.joins, asked, strict=False) if not pause]
        assert all(each.step <= MOST_STEP for each in measure_joins(sound.samples, ends))
        values = wav.values(sound.samples)
        assert (values[0], values[-1]) == (0, 0)
        assert max(max(values), -min(values)) <= 29_500


def test_no_join_of_recorded_clips_is_heard_at_any_window(voice: Voice, voices: Voices) -> None:
    sentences = [
        call(voice, "bo", f"{'ABCDKZ'[window % 6]}{window * 37 % 1000:03d}", window)
        for window in range(1, 1000)
    ]
    joins_are_good(voices, sentences[::7] + sentences[:21], recorded=True)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_join_of_synthesized_pieces_is_heard(voice: Voice, voices: Voices, language: str) -> None:
    sentences = [call(voice, language, f"A{window * 37 % 1000:03d}", window) for window in SAMPLED]
    joins_are_good(voices, sentences, recorded=False)


def test_every_other_sentence_is_said_too(voice: Voice, voices: Voices) -> None:
    for wording in Wording:
        said = phrase(voice, wording, Values("A001", 3), voices.languages)
        assert said.unspoken == ()
        assert None not in voices.sounds(said.sentences)


def test_a_free_sentence_is_said_as_a_prompt(voices: Voices) -> None:
    short = voices.say(Sentence("zh", "请取号。"))
    longer = voices.say(Sentence("zh", "请取号。您前面还有五个人，大约等待十分钟。"))
    assert short is not None
    assert longer is not None
    assert wav.seconds(longer) > wav.seconds(short) + 2
    assert voices.say(Sentence("bo", "ཕེབས་རོགས་གནང་།")) is None
    assert voices.say(Sentence("zh", "，。")) is None


def test_what_a_kiosk_asks_for_is_said(voices: Voices) -> None:
    for language in ("zh", "en"):
        samples = voices.say(prompt(language, "home"))
        assert samples is not None
        assert level(samples) == pytest.approx(TARGET, rel=0.15)


def test_a_cache_too_small_for_anything_costs_time_only(voice: Voice, synthesizer: Synthesizer) -> None:
    with Voices(synthesizer, cache=SoundCache(memory=0)) as voices:
        assert voices.say(call(voice, "zh"))
