"""Sounds put together to the sample, and what can be measured where they meet; pure."""

from __future__ import annotations

import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from hardware.voice import wav
from hardware.voice.intake import FADE_S, FRAME_S, PEAK, TARGET, decibels, frame_levels, voiced_level

OVERLAP = round(FADE_S * wav.RATE)
"""Samples in which one clip fades out and the next one in, so that a room's noise goes on."""
NEAR = 20
"""Samples on each side of a join in which a click would be (0.9 ms)."""
QUIET = 200
"""Samples below this are a pause: 25 dB below the speech, the loudest room that a pack may have."""

LEVEL_TOLERANCE_DB = 1.0
"""By which a clip may be off the common loudness and is left as it is."""

MOST_STEP = 300
"""From one sample to the next at a join, of 32,767 (-41 dB); speech itself moves by up to 20,000."""
MOST_LEVEL_DB = 4.0
"""Between neighbours. All have one loudness, unless a peak keeps one below it."""
LEAST_PAUSE_MS, MOST_PAUSE_MS = 40.0, 160.0
"""Of silence at a join that asks for none. A stop (p, t, k) begins or ends with silence of its own."""
PAUSE_TOLERANCE_MS = 100.0
"""By which a silence may be longer than the pause that was asked for."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Sounds one after the other.

    Attributes:
        joins: The samples at which the second and every further one begin; the one before ends there, or
            :data:`OVERLAP` later where they were laid over each other.
    """

    samples: bytes
    joins: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Join:
    """What was measured where two sounds meet.

    Attributes:
        at: The sample at which the second begins.
        step: The largest difference between two neighbouring samples near it.
        pause_ms: How long it is quiet there; 0 where it is not.
        level_db: Loudness of the second sound's voice against the first's.
    """

    at: int
    step: int
    pause_ms: float
    level_db: float


def fitted(clip: bytes) -> bytes:
    """Return a sound as it can be joined: at the loudness of all clips, and with nothing at both ends.

    A clip that was taken in (docs/voice.md) is so already; one that was put in by hand may not be.
    """
    values = wav.values(clip)
    if values and (values[0] or values[-1]):
        values = wav.values(wav.trim(clip))
    level = _level(values)
    if level <= 0:
        return b""
    gain = min(TARGET / level, PEAK / max(max(values), -min(values)))
    if abs(decibels(gain)) <= LEVEL_TOLERANCE_DB:
        return values.tobytes()
    # All in C: a call waits for it.
    return array.array("h", map(int, map(gain.__mul__, values))).tobytes()


def join(pieces: Iterable[tuple[bytes, float]]) -> Joined:
    """Return sounds one after the other, each followed by a pause in ms; the last one's is left out.

    Without a pause the end of one is laid over the beginning of the next (:data:`OVERLAP`): both must begin
    and end at nothing, as every clip and every piece does.
    """
    whole: array.array[int] = array.array("h")
    joins: list[int] = []
    pause = 0.0
    for samples, after in pieces:
        values = wav.values(samples)
        if not values:
            continue
        laid = 0
        if whole:
            whole.frombytes(wav.silence(pause))
            laid = 0 if pause else _lay_over(whole, joins[-1] if joins else 0, values)
            joins.append(len(whole) - laid)
        whole += values[laid:]
        pause = after
    return Joined(whole.tobytes(), tuple(joins))


def _lay_over(whole: array.array[int], last: int, values: array.array[int]) -> int:
    """Add the first samples of a sound to the last one's, which begins at ``last``; return how many."""
    count = min(OVERLAP, len(whole) - last, len(values))
    begin = len(whole) - count
    for i in range(count):
        whole[begin + i] = max(-wav.FULL, min(wav.FULL, whole[begin + i] + values[i]))
    return count


def chain(sounds: Iterable[Joined], gap_ms: float) -> Joined:
    """Return what was joined already one after the other, with a gap; the gaps are joins too."""
    whole = bytearray()
    joins: list[int] = []
    for sound in sounds:
        if not sound.samples:
            continue
        if whole:
            whole += wav.silence(gap_ms)
            joins.append(len(whole) // 2)
        begin = len(whole) // 2
        joins += (begin + at for at in sound.joins)
        whole += sound.samples
    return Joined(bytes(whole), tuple(joins))


def measure_joins(samples: bytes, joins: Sequence[int]) -> tuple[Join, ...]:
    """Return what is heard at each join: a click, how long it is quiet, whether the loudness jumps."""
    values = wav.values(samples)
    bounds = (0, *joins, len(values))
    levels = [_level(values[begin:end]) for begin, end in pairwise(bounds)]
    return tuple(
        Join(at, _step(values, at), _pause_ms(values, at), decibels(after) - decibels(before))
        for at, (before, after) in zip(joins, pairwise(levels), strict=True)
    )


def _step(values: array.array[int], at: int) -> int:
    near = values[max(0, at - NEAR) : at + NEAR + 1]
    return max((abs(b - a) for a, b in pairwise(near)), default=0)


def _pause_ms(values: array.array[int], at: int) -> float:
    first = last = min(at, len(values))
    while first > 0 and abs(values[first - 1]) < QUIET:
        first -= 1
    while last < len(values) and abs(values[last]) < QUIET:
        last += 1
    return (last - first) * 1000 / wav.RATE


def _level(values: array.array[int]) -> float:
    return voiced_level(frame_levels(values, round(wav.RATE * FRAME_S)))
