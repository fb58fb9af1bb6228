"""Another rate for a sound: a low-pass of windowed sines, one set of weights for each place."""

from __future__ import annotations

import array
import math
from collections.abc import Sequence
from functools import lru_cache
from operator import mul

HALF = 32
"""Zero crossings of the sine on each side: the filter falls off over 1/32 of the band."""
BETA = 8.0
"""Of Kaiser's window: what is above the band comes out 80 dB lower."""
PASS = 0.94
"""Where the low-pass stands, as a share of the smaller of the two bands."""


def resample(samples: Sequence[float], rate: int, to: int) -> array.array[float]:
    """Return ``samples`` of ``rate`` at the rate ``to``; the same length in time, to a sample."""
    if rate == to:
        return array.array("f", samples)
    common = math.gcd(rate, to)
    up, down = to // common, rate // common
    reach = math.ceil(HALF / _cutoff(up, down))
    edge = array.array("d", bytes(8 * (reach + 1)))
    padded = edge[:reach] + array.array("d", samples) + edge
    count = len(samples) * up // down
    out = array.array("f", bytes(4 * count))
    for i in range(count):
        whole, phase = divmod(i * down, up)
        out[i] = sum(map(mul, padded[whole : whole + 2 * reach + 1], _weights(up, down, phase)))
    return out


def _cutoff(up: int, down: int) -> float:
    """Return where the low-pass stands, as a share of the old rate's band."""
    return PASS * min(1.0, up / down)


@lru_cache(maxsize=50_000)
def _weights(up: int, down: int, phase: int) -> tuple[float, ...]:
    cutoff = _cutoff(up, down)
    reach = math.ceil(HALF / cutoff)
    offsets = [i - reach - phase / up for i in range(2 * reach + 1)]
    weights = [cutoff * _sinc(cutoff * at) * _kaiser(at / (reach + 1)) for at in offsets]
    total = sum(weights)
    # Each set adds up to 1, or a constant would come out as a buzz.
    return tuple(weight / total for weight in weights)


def _sinc(at: float) -> float:
    return 1.0 if at == 0 else math.sin(math.pi * at) / (math.pi * at)


def _kaiser(at: float) -> float:
    return _bessel(BETA * math.sqrt(max(0.0, 1 - at * at))) / _bessel(BETA)


def _bessel(value: float) -> float:
    """Return the modified Bessel function of the first kind, order 0, by its series."""
    term = total = 1.0
    k = 1
    while term > 1e-12 * total:
        term *= (value / (2 * k)) ** 2
        total += term
        k += 1
    return total
