"""A sound channel by itself: whatever becomes of an announcement, the next one is said."""

from __future__ import annotations

import array
import os
import queue
import shutil
import signal
import tempfile
import threading
import time as clock
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from functools import partial
from pathlib import Path

import pytest

from core.domain.hall import Voice
from hardware.voice import channel as channels
from hardware.voice import wav
from hardware.voice.announcer import Announcement, Drop
from hardware.voice.channel import Channel
from hardware.voice.filesink import FileSink
from hardware.voice.loudspeaker import Loudspeaker
from hardware.voice.said import SaidNote
from hardware.voice.saying import Begun, ChannelSettings, Sounds, Speaks, Tongue
from hardware.voice.speaker import Speaker, Spoken
from hardware.voice.synth import Synthesizer
from hardware.worker import Health, State
from tests.hardware.voice.ear import likeness, steps
from tests.hardware.voice.pulse import PATIENCE_S, Pulse, Recording, pieces, tone
from tests.support.small_disk import small_disk
from tests.support.tape import Tape

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def call(number: str, window: int = 1, zone: str = "social", *, seq: int = 0) -> Announcement:
    return Announcement(f"leg {number}", number, window, zone, NOON, seq=seq or int(number[1:]), told_at=NOON)


class Heard:
    """A channel, and what it tells.

    Attributes:
        begun, ended, dropped, speaking: What it told, in order.
    """

    def __init__(
        self,
        loudspeaker: Sounds | None,
        folder: Path,
        *,
        settings: ChannelSettings = ChannelSettings("hall"),  # noqa: B008 - frozen
        note: SaidNote | None = None,
    ) -> None:
        self.begun: queue.SimpleQueue[Begun] = queue.SimpleQueue()
        self.ended: queue.SimpleQueue[Path | None] = queue.SimpleQueue()
        self.dropped: queue.SimpleQueue[tuple[str, Drop]] = queue.SimpleQueue()
        self.speaking: queue.SimpleQueue[tuple[bool, float]] = queue.SimpleQueue()
        made = Channel(settings, loudspeaker, FileSink(folder), note=note, clock=lambda: NOON)
        made.told.began = self.begun.put
        made.told.ended = lambda _begun, path: self.ended.put(path)
        made.told.dropped = lambda call, why: self.dropped.put((call.number, why))
        made.told.speaking = lambda speaking: self.speaking.put((speaking, clock.monotonic()))
        self.channel = made
        made.start()

    def says(self, *numbers: str) -> None:
        """Wait for what begins next, which must be these."""
        assert [self.begun.get(timeout=PATIENCE_S).call.number for _ in numbers] == list(numbers)

    def leaves(self, number: str, why: Drop) -> None:
        """Wait for what is not said next, which must be this."""
        assert self.dropped.get(timeout=PATIENCE_S) == (number, why)


class Says:
    """Makes tones instead of words, or does what it is told to."""

    def __init__(self, folder: Path, *acts: Callable[[], object]) -> None:
        self._folder = folder
        self._acts = list(acts)

    def render(self, call: Announcement, path: Path | None = None) -> Spoken:
        if self._acts:
            self._acts.pop(0)()
        samples = tone(400, 0.1)
        path = self._folder / f"{call.number}.wav"
        return Spoken(call, path, wav.seconds(samples), ("zh",), (), 0.0, samples)


def tongue(speaker: Speaks, voice: Voice | None = None) -> Tongue:
    return Tongue(speaker, voice or Voice(("zh",)), UTC)


@pytest.fixture
def tape(tmp_path: Path) -> Iterator[Heard]:
    made = Heard(Tape(), tmp_path)
    yield made
    made.channel.stop()


def bug() -> None:
    raise ZeroDivisionError


@pytest.mark.logs("unexpected failure", "is degraded")
def test_a_bug_costs_one_announcement(tape: Heard, tmp_path: Path) -> None:
    tape.channel.speak_as(tongue(Says(tmp_path, bug)))
    tape.channel.offer(call("A001"))
    tape.channel.offer(call("A002"))
    tape.leaves("A001", Drop.FAILED)
    tape.says("A002")


@pytest.mark.logs("cannot be made", "not said", "is degraded")
def test_an_engine_that_hangs_for_ever_costs_one_announcement(
    tape: Heard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(channels, "RENDER_S", 0.2)
    forever = threading.Event()
    tape.channel.speak_as(tongue(Says(tmp_path, forever.wait)))
    tape.channel.offer(call("A001"))
    tape.channel.offer(call("A002"))
    tape.leaves("A001", Drop.FAILED)
    tape.says("A002")
    forever.set()


@pytest.mark.logs("no answer", "is not spoken", "only the chime is heard")
def test_a_speech_process_that_is_stopped_costs_one_announcement_its_words(
    tape: Heard, voice: Voice, tmp_path: Path
) -> None:
    with Synthesizer() as own:
        assert own.languages
        assert own.pid is not None
        os.kill(own.pid, signal.SIGSTOP)
        tape.channel.speak_as(tongue(Speaker(replace(voice, languages=("zh",)), own, tmp_path)))
        tape.channel.offer(call("A001"))
        tape.channel.offer(call("A002"))
        first, second = (tape.begun.get(timeout=PATIENCE_S) for _ in range(2))
    assert (first.call.number, first.spoken.languages) == ("A001", ())
    assert (second.call.number, second.spoken.languages) == ("A002", ("zh",))


@pytest.mark.logs("kept in memory", "cannot be filed", "cannot be noted")
def test_a_full_disk_costs_the_files_and_not_the_announcements(
    voice: Voice, synthesizer: Synthesizer, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "disk") as disk:
        note = SaidNote(disk.folder / "state" / "said.json")
        heard = Heard(Tape(), disk.folder / "out", note=note)
        filed = Heard(None, disk.folder / "out")
        disk.fill(os.getpid())
        try:
            speaker = Speaker(replace(voice, languages=("zh",)), synthesizer, disk.folder)
            for each in (heard, filed):
                each.channel.speak_as(tongue(speaker))
                each.channel.offer(call("A001"))
                each.says("A001")
                each.ended.get(timeout=PATIENCE_S)
        finally:
            disk.free(os.getpid())
        for each in (heard, filed):
            each.channel.offer(call("A002"))
            each.says("A002")
            kept = each.ended.get(timeout=PATIENCE_S)
            assert kept is not None
            assert wav.seconds(wav.read(kept)) > 2
            each.channel.stop()
        assert [mark[0] for mark in SaidNote(disk.folder / "state" / "said.json").marks()] == [1, 2]


def test_what_was_offered_once_is_not_said_again_by_this_program_or_the_next(tmp_path: Path) -> None:
    for said in (["A001", "A002"], ["A003"]):
        heard = Heard(Tape(), tmp_path, note=SaidNote(tmp_path / "note.json"))
        heard.channel.speak_as(tongue(Says(tmp_path)))
        for number in ("A001", "A002", "A001", said[-1]):
            heard.channel.offer(call(number))
        heard.says(*said)
        heard.channel.offer(call("A009"))
        heard.says("A009") if said == ["A003"] else heard.channel.withdraw("leg A009")
        heard.channel.stop()
        (tmp_path / "note.json").write_text((tmp_path / "note.json").read_text())


@pytest.mark.logs("cannot be read")
def test_a_note_that_is_damaged_is_as_none(tmp_path: Path) -> None:
    for damage in ("", "[]", '{"ahead_s": 1, "said": {"a": [[1]]}}', '{"ahead_s": 1e99, "said": {}}'):
        (tmp_path / "note.json").write_text(damage)
        assert SaidNote(tmp_path / "note.json").marks() == []


def test_the_note_keeps_the_newest_of_each_zone(tmp_path: Path) -> None:
    note = SaidNote(tmp_path / "note.json")
    note.ahead = timedelta(minutes=-7)
    for number in range(1, 200):
        note.add(call(f"A{number:03d}"))
    note.add(call("B001", zone="business", seq=500))
    again = SaidNote(tmp_path / "note.json")
    assert again.ahead == note.ahead
    assert [seq for seq, _ in again.marks()] == [*range(136, 200), 500]
    assert not list(tmp_path.glob("*.part"))


def test_it_is_as_loud_as_the_time_of_day_and_its_own_volume_say(tmp_path: Path) -> None:
    tape = Tape()
    heard = Heard(tape, tmp_path, settings=ChannelSettings("hall", volume=50))
    for volumes in ((), ((time(8), 80), (time(12), 40))):
        heard.channel.speak_as(tongue(Says(tmp_path), Voice(("zh",), volumes=volumes)))
        heard.channel.offer(call(f"A{len(volumes):03d}", seq=len(volumes) + 1))
        heard.ended.get(timeout=PATIENCE_S)
    heard.channel.stop()
    assert tape.volumes == [0.5, 0.2]


def test_what_plays_beside_it_has_time_to_be_turned_down_and_stays_so_between_announcements(
    tmp_path: Path,
) -> None:
    heard = Heard(Tape(), tmp_path, settings=ChannelSettings("hall", lead_s=0.2))
    heard.channel.offer(call("A001"))
    heard.channel.offer(call("A002"))
    heard.channel.speak_as(tongue(Says(tmp_path)))
    first, second = (heard.begun.get(timeout=PATIENCE_S) for _ in range(2))
    (on, on_at), (off, off_at) = (heard.speaking.get(timeout=PATIENCE_S) for _ in range(2))
    assert (on, off) == (True, False)
    assert first.at_s - on_at >= 0.2
    assert off_at > second.at_s
    heard.channel.stop()


def test_while_its_loudspeaker_hangs_another_channel_speaks(tmp_path: Path) -> None:
    class Hangs(Tape):
        ended = threading.Event()

        def play(self, samples: bytes, volume: float, began: Callable[[], None]) -> bool:
            began()
            return not self.ended.wait(PATIENCE_S)

    stuck, free = Heard(Hangs(), tmp_path), Heard(Tape(), tmp_path)
    for each in (stuck, free):
        each.channel.speak_as(tongue(Says(tmp_path)))
        for number in ("A001", "A002", "A003"):
            each.channel.offer(call(number))
    stuck.says("A001")
    free.says("A001", "A002", "A003")
    assert len(stuck.channel.waiting()) == 2
    Hangs.ended.set()
    for each in (stuck, free):
        each.channel.stop()


@pytest.fixture
def pulse(monkeypatch: pytest.MonkeyPatch) -> Iterator[Pulse]:
    folder = Path(tempfile.mkdtemp(prefix="hc-"))
    server = Pulse(folder)
    monkeypatch.delenv("PULSE_SERVER", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    monkeypatch.setenv("HOME", str(folder))
    yield server
    server.end()
    shutil.rmtree(folder)


@pytest.mark.logs("no_loudspeaker")
def test_three_zones_on_three_cards_speak_at_once_and_each_is_recognised_by_ear(
    pulse: Pulse, voice: Voice, synthesizer: Synthesizer, tmp_path: Path
) -> None:
    zones = ("north", "south", "hall")
    recordings, all_heard = [], []
    for zone in zones:
        pulse.plug(zone, zone.title())
        ready = threading.Event()
        heard = Heard(Loudspeaker(zone.title()), tmp_path / zone)
        heard.channel.told.changed = partial(set_if_ready, ready)
        speaker = Speaker(replace(voice, languages=("zh",), chime=False), synthesizer, tmp_path / zone)
        heard.channel.speak_as(tongue(speaker))
        assert ready.wait(PATIENCE_S)
        recordings.append(Recording(pulse, tmp_path / f"{zone}.raw", zone))
        all_heard.append(heard)
    for at, heard in enumerate(all_heard, 1):
        heard.channel.offer(call(f"A00{at}", at))
        heard.channel.offer(call(f"B00{at}", at + 10, seq=10))
    begun = [[each.begun.get(timeout=PATIENCE_S) for _ in range(2)] for each in all_heard]
    for heard in all_heard:
        assert [heard.ended.get(timeout=PATIENCE_S) is not None for _ in range(2)] == [True, True]
        heard.channel.stop()
    firsts = [first.at_s for first, _ in begun]
    assert max(firsts) - min(firsts) < min(first.spoken.seconds for first, _ in begun)
    said = [each for both in begun for each in both]
    for recording, both in zip(recordings, begun, strict=True):
        sounds = pieces(recording.end(), gap_s=0.35)
        assert [closest(sound, said).call.number for sound in sounds] == [each.call.number for each in both]


def set_if_ready(ready: threading.Event, health: Health) -> None:
    if health.state is State.READY:
        ready.set()


def closest(sound: array.array[int], said: list[Begun]) -> Begun:
    """Return which of the announcements a recording is: by the loudness of each 10 ms."""
    return max(said, key=lambda each: likeness(steps(sound), steps(wav.values(each.spoken.samples))))
