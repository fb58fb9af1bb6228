"""What breaks beside the voice costs one announcement at most, and what is recorded still sounds."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from core.domain.voice import Voice
from hardware.voice import parts, wav
from hardware.voice.announcer import Announcement
from hardware.voice.parts import Voices
from hardware.voice.speaker import Speaker, Spoken
from hardware.voice.synth import Synthesizer
from tests.support.small_disk import Mounted, read_only, small_disk

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


class Rig:
    """A hall that speaks Tibetan by a pack and Chinese by the synthesizer.

    Attributes:
        said: Everything that was rendered, in order.
    """

    def __init__(self, voice: Voice, voices: Voices, out: Path) -> None:
        self.voices = voices
        self.speaker = Speaker(replace(voice, languages=("bo", "zh")), voices, out)
        self.said: list[Spoken] = []

    def say(self, number: str, window: int = 3) -> tuple[str, ...]:
        """Render a call and return the languages that are heard, each by something that lasts."""
        at = NOON + timedelta(seconds=len(self.said))
        spoken = self.speaker.render(Announcement(None, number, window, "social", at))
        self.said.append(spoken)
        assert spoken.seconds > 0.8 + 2 * len(spoken.languages)
        assert wav.read(spoken.path) == spoken.samples
        return spoken.languages


@pytest.fixture
def own() -> Iterator[Synthesizer]:
    """A synthesizer that may be broken."""
    with Synthesizer(deadline_s=1.0) as made:
        assert made.languages
        yield made


@pytest.fixture
def rig(voice: Voice, own: Synthesizer, standin: Path, tmp_path: Path) -> Iterator[Rig]:
    with Voices.open(standin, own, tmp_path / "kept") as voices:
        yield Rig(voice, voices, tmp_path / "out")


def pid_of(synthesizer: Synthesizer) -> int:
    pid = synthesizer.pid
    assert pid is not None
    return pid


@pytest.mark.logs("voice: ", "is not spoken")
def test_a_killed_engine_costs_one_sentence_at_most_and_the_recorded_language_sounds(
    rig: Rig, own: Synthesizer
) -> None:
    assert rig.say("A001") == ("bo", "zh")
    os.kill(pid_of(own), signal.SIGKILL)
    assert "bo" in rig.say("A002")
    assert rig.say("A003") == ("bo", "zh")


@pytest.mark.logs("voice: ", "is not spoken")
def test_a_hanging_engine_costs_one_sentence_and_what_was_said_before_needs_none(
    rig: Rig, own: Synthesizer
) -> None:
    assert rig.say("A001") == ("bo", "zh")
    os.kill(pid_of(own), signal.SIGSTOP)
    assert rig.say("A001") == ("bo", "zh")
    assert rig.say("A002") == ("bo",)
    assert rig.said[-1].unspoken == ("zh",)
    assert rig.say("A003") == ("bo", "zh")


@pytest.mark.logs("voice: cannot start")
def test_an_engine_that_never_starts_leaves_the_recorded_language(
    voice: Voice, standin: Path, tmp_path: Path
) -> None:
    with Synthesizer(command=(sys.executable, "-c", "")) as dead, Voices.open(standin, dead) as voices:
        assert Rig(voice, voices, tmp_path).say("A001") == ("bo",)


@pytest.mark.logs("calls are kept in memory", "sounds cannot be kept", "is not spoken")
def test_a_full_disk_costs_what_is_new_in_the_synthesized_language_and_nothing_else(
    voice: Voice, own: Synthesizer, standin: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small_disk(tmp_path / "disk") as disk:
        if not isinstance(disk, Mounted):
            pytest.skip("no file system can be mounted here")
        scratch = disk.folder / "tmp"
        scratch.mkdir()
        # Nothing of this machine's memory for the engine: it too has only the full disk.
        monkeypatch.setattr(parts, "MEMORY_DISK", tmp_path / "none")
        monkeypatch.setattr(tempfile, "tempdir", str(scratch))
        with Voices.open(standin, own, disk.folder / "kept") as voices:
            rig = Rig(voice, voices, disk.folder / "out")
            assert rig.say("A001") == ("bo", "zh")
            disk.fill(os.getpid())
            monkeypatch.setattr(parts, "MEMORY_DISK", tmp_path)
            pid = own.pid
            assert rig.say("A002") == ("bo", "zh")
            assert not rig.said[-1].path.is_relative_to(disk.folder)
            with monkeypatch.context() as worse:
                worse.setattr(parts, "scratch_folder", lambda: None)
                assert rig.say("A003") == ("bo",)
                assert rig.say("A001") == ("bo", "zh")
            disk.free(os.getpid())
            assert rig.say("A004") == ("bo", "zh")
            assert rig.said[-1].path.is_relative_to(disk.folder)
            # It said that there is no room, instead of hanging until it is killed.
            assert own.pid == pid


READ_ONLY = """
import logging, sys
from datetime import UTC, datetime
from pathlib import Path
from core.domain.voice import Voice
from hardware.voice.announcer import Announcement
from hardware.voice.parts import Voices
from hardware.voice.speaker import Speaker
from hardware.voice.synth import Synthesizer

logging.basicConfig(level=logging.WARNING)
packs, kept, out = map(Path, sys.argv[1:])
with Synthesizer() as synthesizer, Voices.open(packs, synthesizer, kept) as voices:
    speaker = Speaker(Voice(("bo", "zh")), voices, out)
    for number in ("A001", "A002", "A003"):
        spoken = speaker.render(Announcement(None, number, 3, "social", datetime.now(UTC)))
        print(*spoken.languages, spoken.path.exists(), spoken.path.parent)
"""


def test_folders_that_may_not_be_written_cost_nothing_that_is_heard(standin: Path, tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "out").mkdir()
    with read_only(tmp_path / "kept") as bound, read_only(tmp_path / "out"):
        places = map(str, (standin, tmp_path / "kept", tmp_path / "out"))
        command = [*bound, sys.executable, "-c", READ_ONLY, *places]
        ended = subprocess.run(command, capture_output=True, text=True, check=True)
    lines = ended.stdout.splitlines()
    assert len(lines) == 3
    assert all(line.startswith("bo zh True ") for line in lines)
    # What was in memory went with the program.
    assert not any(Path(line.split()[-1]).exists() for line in lines)
    assert ended.stderr.count("sounds cannot be kept") == 1
    assert ended.stderr.count("calls are kept in memory") == 1
    assert list((tmp_path / "kept").iterdir()) == []


@pytest.mark.logs("calls are kept in memory")
def test_calls_that_are_kept_in_memory_are_few(
    voice: Voice, synthesizer: Synthesizer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "MEMORY_DISK", tmp_path)
    rig = Rig(voice, Voices(synthesizer), tmp_path / "out")
    (tmp_path / "out").rmdir()
    (tmp_path / "out").write_bytes(b"no folder any more")
    for i in range(12):
        assert rig.say(f"A{i % 3:03d}") == ("zh",)
    (spare,) = tmp_path.glob("hallcall-calls-*")
    assert len(list(spare.iterdir())) == 8


@pytest.mark.logs("damaged")
def test_damaged_pieces_are_made_anew(voice: Voice, own: Synthesizer, standin: Path, tmp_path: Path) -> None:
    for damaged in (False, True):
        with Voices.open(standin, own, tmp_path / "kept") as voices:
            if damaged:
                for path in (tmp_path / "kept").iterdir():
                    path.write_bytes(path.read_bytes()[:-100])
            assert Rig(voice, voices, tmp_path / "out").say("A001") == ("bo", "zh")
