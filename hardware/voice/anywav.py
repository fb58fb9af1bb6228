"""Any WAV file as samples: every rate, any number of channels, 8 to 32 bit or floating point."""

from __future__ import annotations

import array
import struct
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import repeat
from operator import add, mul
from pathlib import Path

PCM, FLOAT, EXTENSIBLE = 1, 3, 0xFFFE
FULL_SCALE = 0.998
"""At or above this share of the largest value a sample stands at the end of the scale."""
RUN = 3
"""So many of them in a row were cut off by the recording; one alone can be a true peak."""
DEAF = 0.02
"""A channel quieter than this share of the loudest one has no microphone on it."""


class NoSound(ValueError):
    """The file is no WAV file, or one of a kind that is not read."""


@dataclass(frozen=True, slots=True)
class Sound:
    """One channel of sound.

    Attributes:
        rate: Samples a second.
        samples: From -1 to 1.
        clipped: Where runs of samples at full scale begin, in rising order.
    """

    rate: int
    samples: array.array[float]
    clipped: tuple[int, ...] = ()

    @property
    def seconds(self) -> float:
        """How long it plays."""
        return len(self.samples) / self.rate

    def cut(self, first: int, end: int) -> Sound:
        """Return the samples from ``first`` up to ``end``."""
        runs = self.clipped[bisect_left(self.clipped, first) : bisect_right(self.clipped, end - 1)]
        return Sound(self.rate, self.samples[first:end], tuple(run - first for run in runs))


def read_any(path: Path) -> Sound:
    """Return what a WAV file holds, its channels mixed; a channel without a microphone is left out.

    Raises:
        NoSound: It cannot be read as sound.
        OSError: It cannot be read.
    """
    try:
        return decode(path.read_bytes())
    except NoSound as error:
        raise NoSound(f"{path}: {error}") from error


def decode(data: bytes) -> Sound:
    """Return what the bytes of a WAV file hold.

    Source: RIFF/WAVE, "Multimedia Programming Interface and Data Specifications 1.0", 1991; the extensible
    form from learn.microsoft.com/windows/win32/api/mmreg/ns-mmreg-waveformatextensible.

    Raises:
        NoSound: They are not read.
    """
    chunks = _chunks(data)
    if len(chunks.get(b"fmt ", b"")) < 16 or b"data" not in chunks:
        raise NoSound("not a WAV file")
    form = chunks[b"fmt "]
    kind, channels, rate, _, frame, bits = struct.unpack_from("<HHIIHH", form)
    if kind == EXTENSIBLE and len(form) >= 26:
        kind = struct.unpack_from("<H", form, 24)[0]
    read = READERS.get((kind, bits))
    if (
        read is None
        or not 1 <= channels <= 32
        or not 4_000 <= rate <= 384_000
        or frame * 8 != channels * bits
    ):
        raise NoSound(f"format {kind} with {bits} bit, {channels} channels at {rate} Hz is not read")
    body = chunks[b"data"]
    return mixed(rate, read(body[: len(body) // frame * frame]), channels)


def _chunks(data: bytes) -> Mapping[bytes, bytes]:
    """Return the chunks by name; a length that the recorder never filled in means: up to the end."""
    found: dict[bytes, bytes] = {}
    if data[:4] not in (b"RIFF", b"RF64") or data[8:12] != b"WAVE":
        return found
    place = 12
    while place + 8 <= len(data):
        name, length = data[place : place + 4], struct.unpack_from("<I", data, place + 4)[0]
        found.setdefault(name, data[place + 8 : place + 8 + length])
        place += 8 + length + length % 2
    return found


def mixed(rate: int, values: array.array[float], channels: int = 1) -> Sound:
    """Return interleaved channels as one."""
    parts = [values[i::channels] for i in range(channels)]
    loud = [sum(map(abs, part)) for part in parts]
    heard = [part for part, level in zip(parts, loud, strict=True) if level >= DEAF * max(loud)]
    clipped = sorted({run for part in heard for run in full_scale_runs(part)})
    if len(heard) == 1:
        return Sound(rate, heard[0], tuple(clipped))
    total = heard[0]
    for part in heard[1:]:
        total = array.array("f", map(add, total, part))
    return Sound(rate, _times(total, 1 / len(heard)), tuple(clipped))


def full_scale_runs(samples: array.array[float]) -> list[int]:
    """Return where runs of samples at full scale begin."""
    if not samples or (max(samples) < FULL_SCALE and min(samples) > -FULL_SCALE):
        return []
    at = [i for i, value in enumerate(samples) if value >= FULL_SCALE or value <= -FULL_SCALE]
    found = []
    begin = 0
    for place in range(1, len(at) + 1):
        if place == len(at) or at[place] != at[place - 1] + 1:
            if place - begin >= RUN:
                found.append(at[begin])
            begin = place
    return found


def _swap(values: array.array[int] | array.array[float]) -> None:
    if sys.byteorder == "big":
        values.byteswap()


def _times(values: Iterable[float], factor: float) -> array.array[float]:
    """Return values multiplied, without a line of Python for each: an hour has hundreds of millions."""
    return array.array("f", map(mul, values, repeat(factor)))


def _eight(body: bytes) -> array.array[float]:
    return array.array("f", ((value - 128) / 127.5 for value in body))


def _sixteen(body: bytes) -> array.array[float]:
    values = array.array("h", body)
    _swap(values)
    return _times(values, 1 / 32767.5)


def _twenty_four(body: bytes) -> array.array[float]:
    wide = bytearray(len(body) // 3 * 4)
    for i in range(3):
        wide[i + 1 :: 4] = body[i::3]
    return _thirty_two(bytes(wide))


def _thirty_two(body: bytes) -> array.array[float]:
    values = array.array("i", body)
    _swap(values)
    return _times(values, 1 / 2147483647.5)


def _floats(body: bytes) -> array.array[float]:
    return _real(array.array("f", body))


def _doubles(body: bytes) -> array.array[float]:
    return _real(array.array("d", body))


def _real(values: array.array[float]) -> array.array[float]:
    """Return floating point sound within -1 to 1; what is not a number is silence."""
    _swap(values)
    return array.array("f", (max(-1.0, min(1.0, value)) if value == value else 0.0 for value in values))


READERS: Mapping[tuple[int, int], Callable[[bytes], array.array[float]]] = {
    (PCM, 8): _eight,
    (PCM, 16): _sixteen,
    (PCM, 24): _twenty_four,
    (PCM, 32): _thirty_two,
    (FLOAT, 32): _floats,
    (FLOAT, 64): _doubles,
}
