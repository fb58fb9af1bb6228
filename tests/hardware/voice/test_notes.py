"""What staff are told of a hall's recorded voices."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.domain.hall import Hall
from hardware.voice import wav
from hardware.voice.clips import clip_list
from hardware.voice.notes import ranges, voice_notes
from hardware.voice.pack import About, Pack
from tests.hardware.voice.spoken import spoken
from tests.support.halls import shipped

AT = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def lhasa() -> Hall:
    return shipped("lhasa")


def fill(folder: Path, hall: Hall, *, but: tuple[str, ...] = (), standin: bool = False) -> None:
    pack = Pack.make(
        folder / "bo", About("bo", "voice 1", standin=standin, label="synthetic" if standin else "")
    )
    samples = spoken(0.3)
    for part in clip_list("bo", hall.voice, hall):
        if part.key not in but:
            wav.write(pack.path(part.key), samples)


def test_nothing_is_recorded_yet(lhasa: Hall, tmp_path: Path) -> None:
    told = ("Tibetan voice not recorded yet: the screens show it, nothing is said",)
    assert voice_notes(lhasa, tmp_path) == told
    assert voice_notes(lhasa, tmp_path / "none") == told


def test_a_complete_voice_needs_no_note(lhasa: Hall, tmp_path: Path) -> None:
    fill(tmp_path, lhasa)
    assert voice_notes(lhasa, tmp_path) == ()


def test_a_stand_in_is_still_not_recorded(lhasa: Hall, tmp_path: Path) -> None:
    fill(tmp_path, lhasa, standin=True)
    (told,) = voice_notes(lhasa, tmp_path)
    assert told.startswith("Tibetan voice not recorded yet: synthetic")


def test_what_is_missing_is_said_in_what_cannot_be_said(lhasa: Hall, tmp_path: Path) -> None:
    lacking = ("letter.B", "digit.4", "number.20", "join.20", "join.30", "call.2", "closing.0")
    fill(tmp_path, lhasa, but=lacking)
    assert voice_notes(lhasa, tmp_path) == (
        "Tibetan voice: 7 of 55 clips are missing; with one of them the screens show it, nothing is said",
        "Tibetan cannot say numbers with བཞི་: digit.4 (བཞི་)",
        "Tibetan cannot say tickets with B: letter.B (B)",
        "Tibetan cannot say windows 4, 24, 34, 44, 54, 64: digit.4 (བཞི་)",
        "Tibetan cannot say windows 20-29: number.20 (ཉི་ཤུ་)",
        "Tibetan cannot say windows 21-29: join.20 (རྩ་)",
        "Tibetan cannot say windows 31-39: join.30 (སོ་)",
        "Tibetan cannot say a call: call.2 (ལ་ཕེབས་རོགས་གནང་།)",
        "Tibetan cannot say that the hall closes: closing.0 (དེ་རིང་གི་ལས་ཀའི་དུས་ཚོད་རྫོགས་སོང་། ཐུགས་རྗེ་ཆེ།)",
    )


def test_a_pack_that_cannot_be_read_or_speaks_otherwise_is_named(lhasa: Hall, tmp_path: Path) -> None:
    (tmp_path / "bo").mkdir()
    (tmp_path / "bo" / "pack.toml").write_text("?")
    Pack.make(tmp_path / "zh", About("bo"))
    first, second = voice_notes(lhasa, tmp_path)
    assert first.startswith("Tibetan voice cannot be used")
    assert "is a pack of Tibetan; the synthesizer says it" in second


@pytest.mark.parametrize(
    ("numbers", "words"), [([1], "1"), ([1, 2], "1-2"), ([1, 2, 3, 5, 8, 9], "1-3, 5, 8-9"), ([], "")]
)
def test_ranges(numbers: list[int], words: str) -> None:
    assert ranges(numbers) == words


def test_what_this_machine_cannot_synthesize_is_said_like_what_was_not_recorded(
    lhasa: Hall, tmp_path: Path
) -> None:
    fill(tmp_path, lhasa)
    told = ("Chinese voice not recorded yet: the screens show it, nothing is said",)
    assert voice_notes(lhasa, tmp_path, {"en"}) == told
    assert voice_notes(lhasa, tmp_path, {"zh", "en"}) == ()
    assert voice_notes(lhasa, tmp_path, frozenset()) == ()
