"""The loudspeaker without a sound card, and with one that is recorded."""

from __future__ import annotations

import logging
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.domain.hall import Voice
from hardware.voice import wav
from hardware.voice.announcer import Announcement
from hardware.voice.filesink import FileSink
from hardware.voice.player import Clip, Player
from hardware.voice.speaker import Speaker
from hardware.voice.synth import Synthesizer, VoiceBusy
from tests.hardware.voice.pulse import Loudspeaker, Pulse, Recording, pieces, pitch_hz, tone

NO_SERVER = "unix:/nonexistent/pulse"
pytestmark = pytest.mark.qt_log_ignore("pa_context_connect", "No audio device")


@pytest.fixture
def clips(tmp_path: Path) -> list[Clip]:
    """Tones of 400, 700 and 1,100 Hz and different lengths."""
    made = []
    for i, (hz, seconds) in enumerate(((400, 0.5), (700, 0.9), (1100, 0.7))):
        path = tmp_path / f"{i}.wav"
        wav.write(path, tone(hz, seconds))
        made.append(Clip(path, i))
    return made


@pytest.fixture
def silent(monkeypatch: pytest.MonkeyPatch, qapp: object, tmp_path: Path) -> Iterator[Player]:
    """A player on a machine without a sound card."""
    monkeypatch.setenv("PULSE_SERVER", NO_SERVER)
    player = Player(FileSink(tmp_path / "filed"), limit=3)
    yield player
    player.stop()


@pytest.fixture
def pulse() -> Iterator[Pulse]:
    # Not in tmp_path: a socket's path may have 107 characters only.
    folder = Path(tempfile.mkdtemp(prefix="hc-"))
    server = Pulse(folder)
    yield server
    server.end()
    shutil.rmtree(folder)


def test_without_a_sound_card_every_call_becomes_a_file_in_order_and_that_is_said_once(
    silent: Player, clips: list[Clip], qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    events: list[tuple[str, object]] = []
    silent.started.connect(lambda clip: events.append(("started", clip.of)))
    silent.finished.connect(lambda clip: events.append(("finished", clip.of)))
    with caplog.at_level(logging.WARNING, "hardware.voice.player"):
        for clip in clips:
            silent.play(clip)
        qtbot.waitUntil(lambda: silent.idle)
    assert events == [(event, i) for i in range(3) for event in ("started", "finished")]
    assert [wav.read(tmp_path / "filed" / f"{i}.wav") for i in range(3)] == [
        wav.read(clip.path) for clip in clips
    ]
    assert [record.message for record in caplog.records] == [
        f"no loudspeaker: announcements are kept as files in {tmp_path / 'filed'}"
    ]


@pytest.mark.logs("no loudspeaker")
def test_too_many_waiting_clips_are_refused(silent: Player, clips: list[Clip], qtbot: QtBot) -> None:
    for clip in clips:
        silent.play(clip)
    with pytest.raises(VoiceBusy):
        silent.play(clips[0])
    qtbot.waitUntil(lambda: silent.idle)
    silent.play(clips[0])


@pytest.mark.logs("cannot be played", "no loudspeaker")
def test_a_file_that_cannot_be_played_does_not_stop_the_next(
    silent: Player, clips: list[Clip], qtbot: QtBot, tmp_path: Path
) -> None:
    finished: list[object] = []
    silent.finished.connect(lambda clip: finished.append(clip.of))
    silent.play(Clip(tmp_path / "gone.wav", "gone"))
    silent.play(clips[1])
    qtbot.waitUntil(lambda: finished == ["gone", 1])


@pytest.mark.logs("cannot be filed", "no loudspeaker")
def test_a_full_disk_does_not_stop_the_next(clips: list[Clip], qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "filed").write_text("a file where the folder should be")
    player = Player(FileSink(tmp_path / "filed"))
    player.play(clips[0])
    player.play(clips[1])
    with qtbot.waitSignals([player.finished, player.finished]):
        pass


def test_stopping_forgets_what_waits(silent: Player, clips: list[Clip], tmp_path: Path) -> None:
    silent.play(clips[0])
    silent.stop()
    assert silent.idle
    assert not (tmp_path / "filed").exists()


def test_the_file_sink_keeps_the_newest_and_copies_nothing_onto_itself(tmp_path: Path) -> None:
    sink = FileSink(tmp_path / "kept", keep=2)
    for i in range(4):
        source = tmp_path / f"{i}.wav"
        wav.write(source, tone(400, 0.01))
        kept = sink.put(source)
    assert sorted(each.name for each in sink.folder.iterdir()) == ["2.wav", "3.wav"]
    assert sink.put(kept) == kept


def test_announcements_are_heard_in_order_whole_and_apart(
    pulse: Pulse, clips: list[Clip], tmp_path: Path
) -> None:
    pulse.plug()
    with Loudspeaker(pulse.env, tmp_path / "filed") as loudspeaker:
        recording = Recording(pulse, tmp_path / "heard.raw")
        loudspeaker.play(*(clip.path for clip in clips))
        loudspeaker.expect("started", "0.wav")
        loudspeaker.expect("device", "Null Output")
        loudspeaker.expect("finished", "0.wav")
        for name in ("1.wav", "2.wav"):
            loudspeaker.expect("started", name)
            loudspeaker.expect("finished", name)
        heard = pieces(recording.end())
    assert [round(pitch_hz(each), -2) for each in heard] == [400, 700, 1100]
    assert [len(each) / wav.RATE for each in heard] == pytest.approx([0.5, 0.9, 0.7], abs=0.05)
    assert not (tmp_path / "filed").exists()


def test_a_spoken_call_is_heard_to_its_end(
    pulse: Pulse, voice: Voice, synthesizer: Synthesizer, tmp_path: Path
) -> None:
    call = Announcement("leg-1", "A001", 251, "social", datetime(2026, 3, 2, tzinfo=UTC))
    spoken = Speaker(replace(voice, languages=("zh",)), synthesizer, tmp_path).render(call)
    pulse.plug()
    with Loudspeaker(pulse.env, tmp_path / "filed") as loudspeaker:
        recording = Recording(pulse, tmp_path / "heard.raw")
        loudspeaker.play(spoken.path)
        while loudspeaker.next_event() != ("finished", spoken.path.name):
            pass
        (heard,) = pieces(recording.end(), gap_s=1.0)
    assert len(heard) / wav.RATE == pytest.approx(spoken.seconds, abs=0.1)
    assert wav.measure(heard.tobytes()).rms > 1_500


def test_a_loudspeaker_that_appears_is_used_and_one_that_goes_is_replaced_by_files(
    pulse: Pulse, clips: list[Clip], tmp_path: Path
) -> None:
    with Loudspeaker(pulse.env, tmp_path / "filed") as loudspeaker:
        loudspeaker.play(clips[0].path)
        loudspeaker.expect("started", "0.wav")
        loudspeaker.expect("device", None)
        loudspeaker.expect("finished", "0.wav")
        pulse.plug()
        loudspeaker.expect("device", "Null Output")
        recording = Recording(pulse, tmp_path / "heard.raw")
        loudspeaker.play(clips[1].path)
        loudspeaker.expect("started", "1.wav")
        loudspeaker.expect("finished", "1.wav")
        (heard,) = pieces(recording.end())
        pulse.unplug()
        loudspeaker.play(clips[2].path)
        loudspeaker.expect("started", "2.wav")
        loudspeaker.expect("device", None)
        loudspeaker.expect("finished", "2.wav")
    assert round(pitch_hz(heard), -2) == 700
    assert sorted(each.name for each in (tmp_path / "filed").iterdir()) == ["0.wav", "2.wav"]


def test_a_loudspeaker_pulled_out_in_the_middle_does_not_hold_up_the_hall(
    pulse: Pulse, clips: list[Clip], tmp_path: Path
) -> None:
    long = tmp_path / "long.wav"
    wav.write(long, tone(400, 8.0))
    pulse.plug()
    with Loudspeaker(pulse.env, tmp_path / "filed") as loudspeaker:
        loudspeaker.play(long, clips[0].path)
        loudspeaker.expect("started", "long.wav")
        loudspeaker.expect("device", "Null Output")
        pulse.unplug()
        loudspeaker.expect("device", None)
        loudspeaker.expect("finished", "long.wav")
        loudspeaker.expect("started", "0.wav")
        loudspeaker.expect("finished", "0.wav")
    assert sorted(each.name for each in (tmp_path / "filed").iterdir()) == ["0.wav", "long.wav"]
