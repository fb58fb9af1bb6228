"""A pack on disk: what goes in, what stays, and what is said of it."""

from __future__ import annotations

import os
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hardware.voice import wav
from hardware.voice.intake import Fault
from hardware.voice.pack import About, NoPack, Pack
from hardware.voice.phrase import Part
from tests.hardware.voice.spoken import spoken, take

AT = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
ONE, TWO = Part("digit.1", "གཅིག་"), Part("digit.2", "གཉིས་")


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    return Pack.make(tmp_path / "bo", About("bo", "voice 1", "Lhasa", 'file "3", 2026-01-05'))


def test_a_pack_is_described_and_opened_again(pack: Pack) -> None:
    again = Pack.open(pack.folder)
    assert again.about == pack.about
    assert (again.language, again.standin) == ("bo", False)
    assert tomllib.loads((pack.folder / "pack.toml").read_text("utf-8"))["consent"] == 'file "3", 2026-01-05'


def test_a_good_take_becomes_a_clip_in_the_one_format(pack: Pack) -> None:
    done = pack.take(ONE, take(rate=48_000), AT)
    assert done.good
    assert wav.read(pack.folder / "digit.1.wav") == done.clip == pack.clip("digit.1")
    assert pack.missing([ONE, TWO, ONE]) == (TWO,)
    assert sorted(each.name for each in pack.folder.iterdir()) == ["digit.1.wav", "pack.toml", "takes.json"]


def test_a_refused_take_leaves_the_old_clip_in_place(pack: Pack) -> None:
    pack.take(ONE, take(), AT)
    before = pack.clip("digit.1")
    refused = pack.take(ONE, take(before=0.0), AT)
    assert refused.faults == (Fault.CUT_START,)
    assert pack.clip("digit.1") == before
    with pytest.raises(ValueError, match="was refused"):
        pack.keep(ONE, refused, AT)
    assert pack.measure()[0].checked


def test_a_better_take_replaces_the_old_clip(pack: Pack) -> None:
    pack.take(ONE, take(0.5), AT)
    pack.take(ONE, take(0.8), AT)
    clip = pack.clip("digit.1")
    assert clip is not None
    assert wav.seconds(clip) == pytest.approx(0.87, abs=0.05)


def test_every_clip_is_measured_with_the_noise_it_was_recorded_in(pack: Pack) -> None:
    pack.take(ONE, take(loud=0.05, noise=0.0005), AT)
    pack.take(TWO, take(loud=0.8, noise=0.0005), AT)
    one, two = pack.measure()
    assert (one.key, two.key) == ("digit.1", "digit.2")
    assert one.good
    assert two.good
    assert one.level_db == pytest.approx(two.level_db, abs=0.5)
    assert one.noise_db is not None
    assert two.noise_db is not None
    assert two.noise_db - one.noise_db == pytest.approx(24, abs=2)


def test_a_file_that_was_put_in_by_hand_is_used_and_said_to_be_unchecked(pack: Pack) -> None:
    pack.take(ONE, take(), AT)
    wav.write(pack.path("digit.1"), spoken(0.4, 0.3))
    wav.write(pack.path("digit.2"), spoken(0.4, 0.02))
    one, two = pack.measure()
    assert (one.checked, one.noise_db, one.good) == (False, None, True)
    assert "from the common loudness" in two.words[0]
    assert pack.clip("digit.2") is not None


@pytest.mark.parametrize(
    ("samples", "words"),
    [(wav.silence(300), "nothing is heard"), (spoken(0.4, 9.0), "clipped"), (b"", "nothing is heard")],
)
def test_a_bad_file_is_named(pack: Pack, samples: bytes, words: str) -> None:
    wav.write(pack.path("digit.1"), samples)
    (one,) = pack.measure()
    assert any(words in each for each in one.words)
    assert not one.good


def test_a_file_of_another_format_is_no_clip(pack: Pack) -> None:
    pack.path("digit.1").write_bytes(b"not a sound")
    assert pack.clip("digit.1") is None
    assert pack.missing([ONE]) == (ONE,)
    assert not pack.measure()[0].good


@pytest.mark.parametrize("key", ["../x", "digit.1/../../x", "DIGIT.1", "digit", "", "digit.一", "digit.1\n"])
def test_what_is_no_key_never_reaches_the_disk(pack: Pack, key: str) -> None:
    assert pack.clip(key) is None
    with pytest.raises(ValueError, match="not a clip's key"):
        pack.path(key)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "language = 3",
        "speaker = 'x'",
        "language = 'bo'\nstandin = 'yes'",
        "not toml",
        "language = 'bo'\nspeaker = 1",
    ],
)
def test_a_description_that_is_none_is_refused_with_its_file(tmp_path: Path, text: str) -> None:
    (tmp_path / "pack.toml").write_text(text)
    with pytest.raises(NoPack, match=r"pack\.toml"):
        Pack.open(tmp_path)


def test_a_folder_without_a_description_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(NoPack, match="no voice pack"):
        Pack.open(tmp_path / "bo")


def test_broken_notes_of_takes_make_clips_unchecked_and_nothing_else(pack: Pack) -> None:
    pack.take(ONE, take(), AT)
    (pack.folder / "takes.json").write_text("[")
    assert not pack.measure()[0].checked
    assert pack.take(TWO, take(), AT).good
    assert [each.checked for each in pack.measure()] == [False, True]


@pytest.mark.skipif(os.geteuid() != 0 and not os.access("/dev/full", os.W_OK), reason="no full disk here")
def test_a_full_disk_leaves_the_old_clip(pack: Pack) -> None:
    pack.take(ONE, take(), AT)
    before = pack.clip("digit.1")
    (pack.folder / "digit.1.wav.part").symlink_to("/dev/full")
    with pytest.raises(OSError, match="space"):
        pack.take(ONE, take(0.8), AT)
    assert pack.clip("digit.1") == before


def test_a_clip_that_was_recorded_for_other_words_is_none(pack: Pack) -> None:
    pack.take(Part("call.0", "请"), take(), AT)
    assert pack.says(Part("call.0", "请")) == pack.clip("call.0")
    changed = Part("call.0", "尊敬的顾客")
    assert pack.says(changed) is None
    assert Pack.open(pack.folder).missing([Part("call.0", "请"), ONE]) == (ONE,)
    assert Pack.open(pack.folder).missing([changed]) == (changed,)


def test_a_clip_that_is_recorded_again_for_the_new_words_is_one(pack: Pack) -> None:
    changed = Part("call.0", "尊敬的顾客")
    pack.take(Part("call.0", "请"), take(0.5), AT)
    assert pack.missing([changed]) == (changed,)
    assert pack.take(changed, take(0.9), AT).good
    assert pack.missing([changed]) == ()
