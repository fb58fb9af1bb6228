"""The desk as a speaker uses it: the real command, a microphone of PulseAudio, and what is typed."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

from hardware.voice import wav
from hardware.voice.pack import About, Pack
from tests.hardware.voice.pulse import Pulse, Recording, pieces
from tests.hardware.voice.spoken import spoken

PATIENCE_S = 30.0


@pytest.fixture
def pulse() -> Iterator[Pulse]:
    # Not in tmp_path: a socket's path may have 107 characters only.
    folder = Path(tempfile.mkdtemp(prefix="hc-"))
    server = Pulse(folder)
    yield server
    server.end()
    shutil.rmtree(folder)


class Recorder:
    """``hallcall voice record`` in a terminal."""

    def __init__(self, pulse: Pulse, *words: str) -> None:
        self._pulse = pulse
        self._process = subprocess.Popen(
            [sys.executable, "-m", "hallcall", "voice", "record", *words],
            env={**pulse.env, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.shown = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._process.kill()
        self._process.communicate()

    def until(self, words: str) -> str:
        """Read what is shown up to these words and return it."""
        assert self._process.stdout is not None
        said = b""
        while not said.endswith(words.encode()):
            sign = self._process.stdout.read(1)
            assert sign, said.decode()
            said += sign
        self.shown += said.decode()
        return said.decode()

    def type(self, words: str = "") -> None:
        """Type a line."""
        assert self._process.stdin is not None
        self._process.stdin.write(words.encode() + b"\n")
        self._process.stdin.flush()

    def say(self, samples: bytes) -> str:
        """Record something and return what is said of it."""
        self.until("(Enter when done) ")
        self._pulse.speak(samples)
        self.type()
        return self.until(" > ")

    def end(self) -> tuple[int, str]:
        """Return the exit code and the rest of what is shown."""
        rest, _ = self._process.communicate(timeout=PATIENCE_S)
        return self._process.returncode, rest.decode()


def test_a_speaker_records_is_refused_tries_again_stops_and_goes_on_where_they_stopped(
    pulse: Pulse, tmp_path: Path
) -> None:
    pulse.microphone()
    about = ("--speaker", "voice 1", "--dialect", "Lhasa", "--consent", "file 3, 2026-01-05")
    place = ("bo", str(tmp_path), "--hall", "lhasa")
    word = wav.silence(300) + spoken(0.5) + wav.silence(300)
    with Recorder(pulse, *place, *about) as desk:
        shown = desk.until(" > ")
        assert "Desk" in shown
        assert "[1 of 55]  digit.0" in shown
        assert "ཀླད་ཀོར་" in shown
        desk.type()
        refused = desk.say(wav.silence(500))
        assert "nothing was heard" in refused
        assert not (tmp_path / "bo" / "digit.0.wav").exists()
        desk.type()
        assert "good. Enter: keep" in desk.say(word)
        desk.type()
        assert "[2 of 55]  digit.1" in desk.until(" > ")
        desk.type("s")
        assert "[3 of 55]  digit.2" in desk.until(" > ")
        desk.type()
        assert "good. Enter: keep" in desk.say(word)
        desk.type("k")
        assert "[4 of 55]  digit.3" in desk.until(" > ")
        desk.type("q")
        code, rest = desk.end()
    assert code == 1
    assert "2 of 55 clips are recorded" in rest
    pack = Pack.open(tmp_path / "bo")
    assert (pack.about.speaker, pack.about.dialect, pack.standin) == ("voice 1", "Lhasa", False)
    kept = pack.clip("digit.0")
    assert kept is not None
    assert wav.seconds(kept) == pytest.approx(0.57, abs=0.06)
    assert wav.measure(kept).rms == pytest.approx(3_600, rel=0.25)
    with Recorder(pulse, *place) as desk:
        assert "[2 of 55]  digit.1" in desk.until(" > ")
        desk.type("b")
        assert "recorded already" in desk.until(" > ")
        desk.type("q")
        assert desk.end()[0] == 1


def test_a_microphone_that_goes_away_costs_one_take_and_is_told(pulse: Pulse, tmp_path: Path) -> None:
    pulse.microphone()
    with Recorder(pulse, "bo", str(tmp_path), "--speaker", "1", "--dialect", "x", "--consent", "y") as desk:
        desk.until(" > ")
        desk.type()
        desk.until("(Enter when done) ")
        pulse.unplug_microphone()
        desk.type()
        assert "Enter: again" in desk.until(" > ")
        desk.type()
        assert "nothing was recorded: microphone: Desk cannot be opened" in desk.until(" > ")
        pulse.microphone("mouth2")
        desk.type()
        desk.until("(Enter when done) ")
        pulse.speak(wav.silence(300) + spoken(0.5) + wav.silence(300), "mouth2")
        desk.type()
        assert "good. Enter: keep" in desk.until(" > ")
    assert Pack.open(tmp_path / "bo").keys() == frozenset()


def test_without_a_microphone_that_is_said_in_one_line(tmp_path: Path, pulse: Pulse) -> None:
    env = {**pulse.env, "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(
        [sys.executable, "-m", "hallcall", "voice", "record", "bo", str(tmp_path)],
        env=env,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_S,
    )
    assert ended.returncode == 1
    assert "there is no microphone" in ended.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_microphone_is_chosen_by_a_part_of_its_name(pulse: Pulse, tmp_path: Path) -> None:
    pulse.microphone(name="Studio")
    with Recorder(pulse, "bo", str(tmp_path), "--device", "list") as desk:
        assert desk.end() == (0, "Studio\n")
    with Recorder(pulse, "bo", str(tmp_path), "--device", "studio") as desk:
        desk.until("Whose voice (a label)? ")
        desk.type("voice 1")
        desk.until("Which dialect? ")
        desk.type("Lhasa")
        desk.until("from which day? ")
        desk.type("file 3")
        assert "Studio" in desk.until(" > ")
    assert Pack.open(tmp_path / "bo").about.consent == "file 3"


def test_joined_examples_are_heard(pulse: Pulse, tmp_path: Path) -> None:
    pulse.plug()
    pack = Pack.make(tmp_path / "en", About("en", "voice 1", consent="file 3"))
    wav.write(pack.path("closing.0"), spoken(1.0))
    recording = Recording(pulse, tmp_path / "heard.raw")
    ended = subprocess.run(
        [sys.executable, "-m", "hallcall", "voice", "check", "en", str(tmp_path), "--play"],
        env={**pulse.env, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_S,
    )
    heard = pieces(recording.end())
    assert ended.returncode == 1
    assert ended.stdout.splitlines()[-1].startswith("closing-")
    assert len(heard) == 1
    assert len(heard[0]) / wav.RATE == pytest.approx(1.0, abs=0.1)
