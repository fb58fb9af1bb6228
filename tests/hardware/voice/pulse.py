"""A PulseAudio of our own with a loudspeaker that can be recorded, plugged and unplugged."""

from __future__ import annotations

import array
import json
import math
import os
import queue
import shutil
import subprocess
import sys
import threading
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest

from hardware.voice import wav

PATIENCE_S = 20.0


class Pulse:
    """One sound server in a folder of its own.

    Attributes:
        env: For the programs that play on it.
    """

    def __init__(self, folder: Path) -> None:
        if missing := [each for each in ("pulseaudio", "pactl", "parec") if not shutil.which(each)]:
            pytest.fail(f"{', '.join(missing)} not installed (packages pulseaudio, pulseaudio-utils)")
        folder.chmod(0o700)
        self.env = {**os.environ, "XDG_RUNTIME_DIR": str(folder), "HOME": str(folder)}
        self.env.pop("PULSE_SERVER", None)
        self._modules: list[str] = []
        self._microphone = ""
        options = ("--daemonize=yes", "--exit-idle-time=-1", "--log-target=null", "--disable-shm=yes")
        self._run("pulseaudio", "-n", *options, "-L", "module-native-protocol-unix")

    def plug(self, name: str = "hall") -> None:
        """Plug in a loudspeaker."""
        module = self._run("pactl", "load-module", "module-null-sink", f"sink_name={name}", "rate=44100")
        self._modules.append(module.strip())

    def microphone(self, speaker: str = "mouth", name: str = "Desk") -> None:
        """Plug in a microphone that hears what is played on a loudspeaker of its own."""
        self._run("pactl", "load-module", "module-null-sink", f"sink_name={speaker}", "rate=48000")
        heard = (
            f"master={speaker}.monitor",
            "source_name=desk",
            f"source_properties=device.description={name}",
        )
        self._microphone = self._run("pactl", "load-module", "module-remap-source", *heard).strip()
        self._run("pactl", "set-default-source", "desk")

    def unplug_microphone(self) -> None:
        """Pull the microphone out."""
        self._run("pactl", "unload-module", self._microphone)

    def speak(self, samples: bytes, speaker: str = "mouth") -> None:
        """Play samples into the microphone; they have been heard when it returns."""
        form = ("--format=s16le", f"--rate={wav.RATE}", "--channels=1", "--raw", "--latency-msec=50")
        # What follows the samples out of the player's own buffers is silence.
        subprocess.run(
            ["pacat", "--playback", "-d", speaker, *form],
            env=self.env,
            input=samples + wav.silence(1500),
            check=True,
            capture_output=True,
        )

    def unplug(self) -> None:
        """Pull the last loudspeaker out."""
        self._run("pactl", "unload-module", self._modules.pop())

    def end(self) -> None:
        """End the server by the id it noted in its folder, and wait until it has tidied that up."""
        self._run("pulseaudio", "--kill")
        while subprocess.run(["pulseaudio", "--check"], env=self.env, check=False).returncode == 0:
            pass

    def _run(self, *command: str) -> str:
        return subprocess.run(command, env=self.env, check=True, capture_output=True, text=True).stdout


class Recording:
    """What the loudspeaker plays, as heard from its monitor."""

    def __init__(self, pulse: Pulse, file: Path, name: str = "hall") -> None:
        self._file = file
        form = ("--format=s16le", f"--rate={wav.RATE}", "--channels=1", "--raw", "--latency-msec=20")
        with file.open("wb") as out:
            self._process = subprocess.Popen(
                ["parec", "-d", f"{name}.monitor", *form], env=pulse.env, stdout=out
            )

    def end(self) -> array.array[int]:
        """Stop recording and return the samples."""
        self._process.terminate()
        self._process.wait(PATIENCE_S)
        samples = self._file.read_bytes()
        return array.array("h", samples[: len(samples) // 2 * 2])


class Loudspeaker:
    """The player in a process of its own."""

    def __init__(self, env: dict[str, str], folder: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.hardware.voice.loudspeaker", str(folder)],
            env={**env, "QT_QPA_PLATFORM": "offscreen"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            bufsize=1,
        )
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()
        self.expect("ready")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        try:
            self._process.wait(PATIENCE_S)
        finally:
            self._process.kill()
            self._reader.join()

    def play(self, *paths: Path) -> None:
        """Hand clips over."""
        assert self._process.stdin is not None
        for path in paths:
            self._process.stdin.write(f"{path}\n")

    def next_event(self) -> tuple[str, Any]:
        """Return the next thing that happens."""
        event, what = json.loads(self._lines.get(timeout=PATIENCE_S))
        return event, what

    def expect(self, event: str, what: object = None) -> None:
        """Wait for the next thing, which must be this one."""
        assert self.next_event() == (event, what)

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as output:
            for line in output:
                self._lines.put(line)


def tone(hz: float, seconds: float) -> bytes:
    """Return a tone."""
    turn = 2 * math.pi * hz / wav.RATE
    return array.array(
        "h", (round(12_000 * math.sin(turn * i)) for i in range(round(seconds * wav.RATE)))
    ).tobytes()


def pieces(samples: array.array[int], gap_s: float = 0.2) -> list[array.array[int]]:
    """Return the sounds of a recording that silence parts."""
    found: list[array.array[int]] = []
    first = last = None
    for i, value in enumerate(samples):
        if abs(value) < 200:
            continue
        if first is None or last is None:
            first = i
        elif i - last > gap_s * wav.RATE:
            found.append(samples[first : last + 1])
            first = i
        last = i
    if first is not None and last is not None:
        found.append(samples[first : last + 1])
    return found


def pitch_hz(samples: array.array[int]) -> float:
    """Return a tone's pitch, by its changes of sign."""
    signs = [value >= 0 for value in samples]
    changes = sum(a != b for a, b in pairwise(signs))
    return changes / 2 / (len(samples) / wav.RATE)
