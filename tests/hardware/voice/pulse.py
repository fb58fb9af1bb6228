"""A PulseAudio of our own with a loudspeaker that can be recorded, plugged and unplugged."""

from __future__ import annotations

import array
import math
import os
import shutil
import signal
import subprocess
from itertools import pairwise
from pathlib import Path

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
        self.start()

    def plug(self, name: str = "hall", description: str = "") -> None:
        """Plug in a loudspeaker, called after its kind by default."""
        named = (f"sink_properties=device.description={description}",) if description else ()
        module = self._run(
            "pactl", "load-module", "module-null-sink", f"sink_name={name}", "rate=44100", *named
        )
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

    def crash(self) -> None:
        """Kill the server as a crash would, and wait until it has gone."""
        self._signal(signal.SIGKILL)
        while subprocess.run(["pulseaudio", "--check"], env=self.env, check=False).returncode == 0:
            pass
        self._modules.clear()

    def hang(self) -> None:
        """Have the server take and answer nothing."""
        self._signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """Let a server that hangs go on."""
        self._signal(signal.SIGCONT)

    def start(self) -> None:
        """Start the server, again after a crash."""
        options = ("--daemonize=yes", "--exit-idle-time=-1", "--log-target=null", "--disable-shm=yes")
        self._run("pulseaudio", "-n", *options, "-L", "module-native-protocol-unix")

    def _signal(self, number: signal.Signals) -> None:
        os.kill(int((Path(self.env["XDG_RUNTIME_DIR"]) / "pulse" / "pid").read_text()), number)

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

    def __init__(self, pulse: Pulse, file: Path, name: str = "hall", channels: int = 1) -> None:
        self._file = file
        form = (
            "--format=s16le",
            f"--rate={wav.RATE}",
            f"--channels={channels}",
            "--raw",
            "--latency-msec=20",
        )
        with file.open("wb") as out:
            self._process = subprocess.Popen(
                ["parec", "-d", f"{name}.monitor", *form, "--raw", "--latency-msec=20"],
                env=pulse.env,
                stdout=out,
            )

    def end(self) -> array.array[int]:
        """Stop recording and return the samples."""
        self._process.terminate()
        self._process.wait(PATIENCE_S)
        samples = self._file.read_bytes()
        return array.array("h", samples[: len(samples) // 2 * 2])


def tone(hz: float, seconds: float) -> bytes:
    """Return a tone."""
    turn = 2 * math.pi * hz / wav.RATE
    return array.array(
        "h", (round(12_000 * math.sin(turn * i)) for i in range(round(seconds * wav.RATE)))
    ).tobytes()


def pieces(samples: array.array[int], gap_s: float = 0.2) -> list[array.array[int]]:
    """Return the sounds of a recording that silence parts."""
    return [samples[first : last + 1] for first, last in places(samples, gap_s)]


def places(samples: array.array[int], gap_s: float = 0.2) -> list[tuple[int, int]]:
    """Return the first and the last sample of each of them."""
    found: list[tuple[int, int]] = []
    first = last = None
    for i, value in enumerate(samples):
        if abs(value) < 200:
            continue
        if first is None or last is None:
            first = i
        elif i - last > gap_s * wav.RATE:
            found.append((first, last))
            first = i
        last = i
    if first is not None and last is not None:
        found.append((first, last))
    return found


def pitch_hz(samples: array.array[int]) -> float:
    """Return a tone's pitch, by its changes of sign."""
    signs = [value >= 0 for value in samples]
    changes = sum(a != b for a, b in pairwise(signs))
    return changes / 2 / (len(samples) / wav.RATE)
