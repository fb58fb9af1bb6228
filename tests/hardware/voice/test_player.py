"""The loudspeaker without a sound card, and with ones that are recorded, pulled out, killed and stopped."""

from __future__ import annotations

import os
import queue
import shutil
import signal
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.domain.hall import Voice
from hardware.checkup import look_at
from hardware.devices import LoudspeakerEntry
from hardware.voice import wav
from hardware.voice.announcer import Announcement
from hardware.voice.filesink import FileSink
from hardware.voice.loudspeaker import Loudspeaker
from hardware.voice.player import at_place
from hardware.voice.settings import loudspeaker_settings
from hardware.voice.speaker import Speaker
from hardware.voice.synth import Synthesizer
from tests.hardware.voice.pulse import PATIENCE_S, Pulse, Recording, pieces, pitch_hz, places, tone

NO_SERVER = "unix:/nonexistent/pulse"
LOW, MIDDLE, HIGH = tone(400, 0.5), tone(700, 0.9), tone(1100, 0.7)


class Heard(Loudspeaker):
    """A loudspeaker whose cards are waited for."""

    def __init__(self, card: str = "", place: int | None = None) -> None:
        self._names: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        super().__init__(card, place, self._names.put)
        self.start()

    def until(self, name: str | None) -> None:
        """Wait until the card is this one."""
        while self._names.get(timeout=PATIENCE_S) != name:
            pass


@pytest.fixture
def pulse(monkeypatch: pytest.MonkeyPatch) -> Iterator[Pulse]:
    # Not in tmp_path: a socket's path may have 107 characters only.
    folder = Path(tempfile.mkdtemp(prefix="hc-"))
    server = Pulse(folder)
    monkeypatch.delenv("PULSE_SERVER", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    monkeypatch.setenv("HOME", str(folder))
    yield server
    server.end()
    shutil.rmtree(folder)


@pytest.fixture
def loudspeaker(pulse: Pulse) -> Iterator[Heard]:
    """The usual card of a machine that has one."""
    pulse.plug()
    made = Heard()
    made.until("Null Output")
    yield made
    made.close()


def test_without_a_sound_card_nothing_is_heard_and_nothing_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULSE_SERVER", NO_SERVER)
    alone = Heard()
    began: list[int] = []
    assert not alone.play(LOW, began=lambda: began.append(1))
    assert not began
    assert alone.device is None
    alone.close()


def test_the_file_sink_keeps_the_newest_and_copies_nothing_onto_itself(tmp_path: Path) -> None:
    sink = FileSink(tmp_path / "kept", keep=2)
    for i in range(4):
        source = tmp_path / f"{i}.wav"
        wav.write(source, tone(400, 0.01))
        kept = sink.put(source)
    assert sorted(each.name for each in sink.folder.iterdir()) == ["2.wav", "3.wav"]
    assert sink.put(kept) == kept


def test_announcements_are_heard_in_order_and_whole(pulse: Pulse, loudspeaker: Heard, tmp_path: Path) -> None:
    recording = Recording(pulse, tmp_path / "heard.raw")
    began: list[int] = []
    for sound in (LOW, wav.silence(400), MIDDLE, wav.silence(400), HIGH):
        assert loudspeaker.play(sound, began=lambda: began.append(1))
    heard = pieces(recording.end())
    assert len(began) == 5
    assert [round(pitch_hz(each), -2) for each in heard] == [400, 700, 1100]
    assert [len(each) / wav.RATE for each in heard] == pytest.approx([0.5, 0.9, 0.7], abs=0.05)


def test_a_spoken_call_is_heard_to_its_end(
    pulse: Pulse, loudspeaker: Heard, voice: Voice, synthesizer: Synthesizer, tmp_path: Path
) -> None:
    call = Announcement("leg-1", "A001", 251, "social", datetime(2026, 3, 2, tzinfo=UTC))
    spoken = Speaker(replace(voice, languages=("zh",)), synthesizer, tmp_path).render(call)
    recording = Recording(pulse, tmp_path / "heard.raw")
    assert loudspeaker.play(spoken.samples)
    (heard,) = pieces(recording.end(), gap_s=1.0)
    assert len(heard) / wav.RATE == pytest.approx(spoken.seconds, abs=0.1)
    assert wav.measure(heard.tobytes()).rms > 1_500


def test_half_the_volume_is_half_as_loud(pulse: Pulse, loudspeaker: Heard, tmp_path: Path) -> None:
    recording = Recording(pulse, tmp_path / "heard.raw")
    for volume in (1.0, 0.5):
        assert loudspeaker.play(MIDDLE + wav.silence(400), volume)
    loud, soft = (max(each) for each in pieces(recording.end()))
    assert soft == pytest.approx(loud / 2, rel=0.1)


def test_two_places_of_one_card_play_at_once_each_its_own(
    pulse: Pulse, loudspeaker: Heard, tmp_path: Path
) -> None:
    left, right = Heard("Null Output", 1), Heard("hall", 2)
    left.until("Null Output")
    right.until("Null Output")
    recording = Recording(pulse, tmp_path / "heard.raw", channels=2)
    with ThreadPoolExecutor(2) as both:
        assert all(both.map(lambda job: job[0].play(job[1]), ((left, LOW * 3), (right, HIGH * 3))))
    heard = recording.end()
    (low,), (high,) = pieces(heard[0::2]), pieces(heard[1::2])
    assert [round(pitch_hz(each), -2) for each in (low, high)] == [400, 1100]
    left.close()
    right.close()


def test_a_card_that_is_not_there_is_not_replaced_by_another(loudspeaker: Heard) -> None:
    for other in (Heard("Cinema"), Heard("Null Output", 7)):
        other.until(None)
        assert not other.play(LOW)
        other.close()


def test_a_device_check_plays_a_chime_or_says_what_to_do(pulse: Pulse, tmp_path: Path) -> None:
    pulse.plug()
    recording = Recording(pulse, tmp_path / "heard.raw")
    there, gone = (
        look_at(LoudspeakerEntry(name, name, loudspeaker_settings({"name": name, "device": name})))
        for name in ("Null Output", "Cinema")
    )
    (chime,) = pieces(recording.end(), gap_s=1.0)
    assert there.good
    assert there.said == "a chime was played on Null Output"
    assert len(chime) / wav.RATE > 0.5
    assert not gone.good
    assert "is it plugged in" in gone.remedy


def test_samples_go_to_their_place_and_nowhere_else() -> None:
    assert at_place(b"\1\0\2\0", None, 1) == b"\1\0\2\0"
    assert at_place(b"\1\0\2\0", 2, 3) == b"\0\0\1\0\0\0" + b"\0\0\2\0\0\0"


def test_a_loudspeaker_pulled_out_is_noticed_and_used_again_once_it_is_back(
    pulse: Pulse, loudspeaker: Heard, tmp_path: Path
) -> None:
    pulse.unplug()
    assert not loudspeaker.play(LOW)
    pulse.plug()
    loudspeaker.until("Null Output")
    recording = Recording(pulse, tmp_path / "heard.raw")
    assert loudspeaker.play(MIDDLE)
    (heard,) = pieces(recording.end())
    assert round(pitch_hz(heard), -2) == 700


def test_a_loudspeaker_pulled_out_in_the_middle_costs_what_it_was_playing(
    pulse: Pulse, loudspeaker: Heard
) -> None:
    assert not loudspeaker.play(tone(400, 8.0), began=pulse.unplug)
    pulse.plug()
    loudspeaker.until("Null Output")
    assert loudspeaker.play(LOW)


def test_a_sound_server_killed_and_started_again_costs_nothing_if_nothing_was_playing(
    pulse: Pulse, loudspeaker: Heard
) -> None:
    pulse.crash()
    pulse.start()
    pulse.plug()
    assert loudspeaker.play(LOW)


def test_a_sound_server_killed_in_the_middle_costs_one_announcement(pulse: Pulse, loudspeaker: Heard) -> None:
    def crash() -> None:
        pulse.crash()
        pulse.start()
        pulse.plug()

    assert not loudspeaker.play(tone(400, 8.0), began=crash)
    assert loudspeaker.play(LOW)


def test_a_sound_server_that_comes_late_is_found(
    monkeypatch: pytest.MonkeyPatch, pulse: Pulse, tmp_path: Path
) -> None:
    pulse.crash()
    late = Heard()
    assert not late.play(LOW)
    pulse.start()
    pulse.plug()
    late.until("Null Output")
    assert late.play(LOW)
    late.close()


@pytest.mark.logs("hangs and is started again")
def test_a_sound_server_that_hangs_costs_the_announcements_of_that_time_and_holds_up_nobody(
    pulse: Pulse, loudspeaker: Heard
) -> None:
    pulse.hang()
    assert not loudspeaker.play(LOW)
    # That it hangs is known now: the next one does not wait for it.
    assert not loudspeaker.play(LOW)
    pulse.go_on()
    loudspeaker.until("Null Output")
    assert loudspeaker.play(LOW)


@pytest.mark.logs("hangs and is started again")
@pytest.mark.parametrize("what", [signal.SIGKILL, signal.SIGSTOP])
def test_a_playing_process_that_dies_or_stops_is_started_again(
    loudspeaker: Heard, what: signal.Signals
) -> None:
    assert loudspeaker.pid is not None
    os.kill(loudspeaker.pid, what)
    assert loudspeaker.play(LOW)


def test_what_is_playing_ends_with_the_loudspeaker(loudspeaker: Heard) -> None:
    assert not loudspeaker.play(tone(400, 60.0), began=loudspeaker.close)


def test_what_plays_is_silent_at_once_when_it_is_stopped(
    pulse: Pulse, loudspeaker: Heard, tmp_path: Path
) -> None:
    """Counted in samples of one recording: the left place is silent before the right one can begin."""
    left, right = Heard("Null Output", 1), Heard("Null Output", 2)
    left.until("Null Output")
    right.until("Null Output")
    began = threading.Event()
    recording = Recording(pulse, tmp_path / "heard.raw", channels=2)
    with ThreadPoolExecutor(1) as other:
        long = other.submit(left.play, LOW * 30, 1.0, began.set)
        assert began.wait(PATIENCE_S)
        assert right.play(HIGH)
        left.stop()
        assert not long.result(PATIENCE_S)
        assert right.play(HIGH)
    heard = recording.end()
    ((first, last),), right_ends = places(heard[0::2]), places(heard[1::2])[-1][1]
    assert last - first > len(HIGH) // 4
    assert last - (right_ends - len(HIGH) // 2) < wav.RATE // 10
    assert left.play(LOW)
    left.close()
    right.close()


def test_stopping_what_does_not_play_harms_nothing(pulse: Pulse, loudspeaker: Heard) -> None:
    loudspeaker.stop()
    assert loudspeaker.play(LOW)
    loudspeaker.stop()
    assert loudspeaker.play(HIGH)
