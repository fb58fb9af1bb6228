"""Sound as plain samples: the chime, joining, trimming, measuring; 22,050 Hz, mono, 16 bit throughout."""

from __future__ import annotations

import array
import math
import sys
import wave
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

RATE = 22050
FULL = 32767
GAP_MS = 80
EDGE_MS = 8
SILENCE = 64
"""Samples below this, -54 dB of full scale, are silence; eSpeak's own is 0 throughout (docs/voice.md)."""

DING_HZ, DONG_HZ = 659.26, 523.25
"""E5 and C5, the falling third of a doorbell: 叮咚."""
DONG_AT_S, CHIME_S = 0.28, 0.8
PARTIALS = ((1.0, 1.0, 4.5), (2.0, 0.35, 7.0), (3.01, 0.12, 11.0))
"""Of a struck bar: multiple of the tone, loudness, decay per second (higher ones die sooner)."""
CHIME_PEAK = 0.4
"""As loud as the speech that follows (3,600 rms)."""


class WrongSound(ValueError):
    """The file is not sound in the one format used here."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What can be measured of a sound.

    Attributes:
        seconds: Its length.
        peak: The largest sample, 0 to 32768.
        rms: The root of the mean square, in samples.
    """

    seconds: float
    peak: int
    rms: float


def read(path: Path) -> bytes:
    """Return the samples of a WAV file, native byte order.

    Raises:
        WrongSound: It has another format.
        OSError: It cannot be read.
    """
    try:
        with wave.open(str(path), "rb") as file:
            form = (file.getframerate(), file.getnchannels(), file.getsampwidth())
            samples = file.readframes(file.getnframes())
    except (wave.Error, EOFError) as error:
        raise WrongSound(f"{path}: {error}") from error
    if form != (RATE, 1, 2):
        raise WrongSound(f"{path}: {form}, expected {(RATE, 1, 2)} (rate, channels, bytes)")
    return _swapped(samples)


def write(path: Path, samples: bytes) -> None:
    """Write a WAV file; whoever looks sees the whole file or none."""
    part = path.with_name(path.name + ".part")
    # Opened here: wave cannot clean up after a file that it could not open itself.
    with part.open("wb") as raw, wave.open(raw, "wb") as file:
        file.setframerate(RATE)
        file.setnchannels(1)
        file.setsampwidth(2)
        file.writeframes(_swapped(samples))
    part.replace(path)


def _swapped(samples: bytes) -> bytes:
    if sys.byteorder == "little":
        return samples
    swapped = array.array("h", samples)
    swapped.byteswap()
    return swapped.tobytes()


def values(samples: bytes) -> array.array[int]:
    """Return samples as numbers."""
    return array.array("h", samples)


def seconds(samples: bytes) -> float:
    """Return how long it plays."""
    return len(samples) / 2 / RATE


def measure(samples: bytes) -> Measures:
    """Return length, peak and loudness."""
    values = array.array("h", samples)
    if not values:
        return Measures(0.0, 0, 0.0)
    peak = max(max(values), -min(values))
    return Measures(seconds(samples), peak, math.sqrt(sum(value * value for value in values) / len(values)))


def silence(milliseconds: float) -> bytes:
    """Return so much silence."""
    return bytes(2 * round(RATE * milliseconds / 1000))


def trim(samples: bytes) -> bytes:
    """Cut the silence at both ends, leaving a short edge that fades; all silence gives nothing."""
    values = array.array("h", samples)
    first = next((i for i, value in enumerate(values) if abs(value) >= SILENCE), None)
    if first is None:
        return b""
    last = next(i for i in range(len(values) - 1, -1, -1) if abs(values[i]) >= SILENCE)
    edge = RATE * EDGE_MS // 1000
    return _faded(values[max(0, first - edge) : last + 1 + edge], edge)


def _faded(values: array.array[int], edge: int) -> bytes:
    """Return the samples with both ends brought to 0, so that a cut does not click."""
    for i in range(min(edge, len(values) // 2)):
        values[i] = values[i] * i // edge
        values[-1 - i] = values[-1 - i] * i // edge
    return values.tobytes()


def join(parts: Iterable[bytes], gap_ms: float = GAP_MS) -> bytes:
    """Return the sounds one after the other with a gap between them."""
    return silence(gap_ms).join(part for part in parts if part)


@cache
def chime() -> bytes:
    """Return the gong before an announcement."""
    values = array.array("h", (round(FULL * value) for value in _chime()))
    return _faded(values, RATE * EDGE_MS // 1000)


def _chime() -> list[float]:
    loudness = [
        _struck(i / RATE, DING_HZ) + _struck(i / RATE - DONG_AT_S, DONG_HZ) for i in range(_chime_length())
    ]
    scale = CHIME_PEAK / max(map(abs, loudness))
    return [value * scale for value in loudness]


def _chime_length() -> int:
    return round(RATE * CHIME_S)


def _struck(at_s: float, tone_hz: float) -> float:
    """Return a struck bar's sound ``at_s`` seconds after the blow; the blow itself takes 4 ms."""
    if at_s <= 0:
        return 0.0
    blow = min(1.0, at_s / 0.004)
    return blow * sum(
        loud * math.exp(-decay * at_s) * math.sin(2 * math.pi * tone_hz * multiple * at_s)
        for multiple, loud, decay in PARTIALS
    )
