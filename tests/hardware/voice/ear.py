"""Telling one sentence from another as an ear does: by how loud it is from one moment to the next."""

from __future__ import annotations

import array
import math
from operator import mul

from hardware.voice import wav


def steps(samples: array.array[int]) -> list[float]:
    """Return the loudness of each 10 ms, from the first sound on."""
    size = wav.RATE // 100
    pieces = (samples[at : at + size] for at in range(0, len(samples), size))
    loud = [math.sqrt(sum(map(mul, piece, piece)) / size) for piece in pieces]
    first = next(i for i, value in enumerate(loud) if value > 200)
    return loud[first:]


def likeness(one: list[float], other: list[float]) -> float:
    """Return how alike two are, 1 for the same."""
    count = max(len(one), len(other))
    pairs = list(zip(one + [0.0] * (count - len(one)), other + [0.0] * (count - len(other)), strict=True))
    return sum(a * b for a, b in pairs) / math.sqrt(sum(a * a for a in one) * sum(b * b for b in other))
