"""The synthetic pack: every clip is there, is heard, is as long as its sounds, and says what it is."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hardware.voice import wav
from hardware.voice.clips import clip_list, usual_voice
from hardware.voice.pack import About, Pack
from hardware.voice.phrase import Part
from hardware.voice.standin import (
    LABEL,
    NoStandIn,
    NotARecording,
    check_spoken,
    make_standin,
    phonemes_of,
    saying,
)
from tests.support.halls import shipped

AT = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="module", params=["bo", "zh", "en"])
def pack(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Pack:
    language = str(request.param)
    folder = tmp_path_factory.mktemp("voices") / language
    made = list(make_standin(folder, language, clip_list(language, usual_voice(language), None), AT))
    assert [(each.part.key, each.trouble) for each in made if each.trouble] == []
    return Pack.open(folder)


def test_every_clip_is_there_heard_and_of_one_loudness(pack: Pack) -> None:
    parts = clip_list(pack.language, usual_voice(pack.language), None)
    assert pack.missing(parts) == ()
    measured = pack.measure()
    assert {each.key for each in measured} == {part.key for part in parts}
    for each in measured:
        assert each.words == ()
        assert each.checked
        assert 0.2 < each.seconds < 5
        assert each.level_db == pytest.approx(-19.2, abs=1)


def test_it_says_that_it_is_no_speaker(pack: Pack) -> None:
    assert pack.standin
    assert pack.about.label == LABEL
    assert "standin = true" in (pack.folder / "pack.toml").read_text("utf-8")


@pytest.mark.parametrize("hall", ["lhasa", "dazi"])
def test_every_clip_of_a_shipped_hall_has_phonemes(hall: str) -> None:
    it = shipped(hall)
    for part in clip_list("bo", it.voice, it):
        assert phonemes_of("bo", part)


def test_a_syllable_that_is_not_in_the_list_is_never_guessed() -> None:
    with pytest.raises(NoStandIn, match=r"zone\.x: no phonemes for བོད"):
        phonemes_of("bo", Part("zone.x", "ཨང་བོད་"))


def test_sounds_that_run_together_are_said_as_one_word() -> None:
    assert phonemes_of("bo", Part("x.y", "བཅུ་གཅིག་")) == "tS'uktSik"
    assert phonemes_of("bo", Part("x.y", "བཅུ་")) == "tS'u"
    assert phonemes_of("bo", Part("letter.A", "A")) == "'eI"


@pytest.mark.parametrize(
    ("asked", "spoken", "seconds", "good"),
    [
        ("tS'ik", ["tS", "'i", "k", "_:", "_"], 0.33, True),
        ("tS'urgu", ["tS", "'u", "*", "g", "u", "_"], 0.5, True),
        ("d'yn", ["d", "_:", "_"], 0.046, False),
        ("l'e: y t'a", ["l", "'e:", "t", "'a", "_"], 0.6, False),
        ("tS'ik", ["tS", "'i", "k", "_:", "_"], 0.1, False),
        ("tS'ik", [], 0.0, False),
    ],
)
def test_a_word_that_was_cut_off_is_noticed(
    asked: str, spoken: list[str], seconds: float, good: bool
) -> None:
    if good:
        check_spoken("x", asked, spoken, seconds)
    else:
        with pytest.raises(NoStandIn):
            check_spoken("x", asked, spoken, seconds)


def test_espeak_cuts_off_what_it_does_not_know_and_that_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hardware.voice.standin.phonemes_of", lambda *_: "d'yn")
    (made,) = make_standin(tmp_path / "bo", "bo", [Part("digit.7", "བདུན་")], AT)
    assert "only 'd' was spoken" in made.trouble
    assert Pack.open(tmp_path / "bo").clip("digit.7") is None


def test_a_speaker_s_pack_is_never_overwritten(tmp_path: Path) -> None:
    Pack.make(tmp_path / "bo", About("bo", "voice 1"))
    with pytest.raises(NotARecording, match="by a speaker"):
        next(make_standin(tmp_path / "bo", "bo", [Part("digit.1", "གཅིག་")], AT))
    (tmp_path / "zh").mkdir()
    wav.write(tmp_path / "zh" / "digit.1.wav", wav.chime())
    with pytest.raises(NotARecording, match="no stand-in"):
        next(make_standin(tmp_path / "zh", "zh", [Part("digit.1", "一")], AT))


def test_a_language_that_nothing_speaks_is_refused() -> None:
    with pytest.raises(NoStandIn, match="no synthesizer speaks ii"), saying("ii"):
        pass


def test_a_speech_process_that_ends_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hardware.voice.standin.PHONEME_COMMAND", (sys.executable, "-c", ""))
    with pytest.raises(NoStandIn, match="the speech process ended"):
        next(make_standin(tmp_path / "bo", "bo", [Part("digit.1", "གཅིག་")], AT))
    monkeypatch.setattr("hardware.voice.standin.PHONEME_COMMAND", (sys.executable, "-c", "print('{}')"))
    with pytest.raises(NoStandIn, match="the speech process"):
        next(make_standin(tmp_path / "zz", "bo", [Part("digit.1", "གཅིག་")], AT))
