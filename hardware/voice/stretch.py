"""The same speech, slower: longer by whole waves, so that the voice keeps its pitch; pure.

It works on samples and so on every voice, recorded ones too, which no engine could speak anew (WSOLA: each
stretch of the sound is taken from where it goes on best from the one before, and laid over its end).
"""

from __future__ import annotations

import array
from collections.abc import Sequence
from operator import add, mul, sub

from hardware.voice.wav import RATE, values

LAP = RATE * 12 // 1000
"""Samples of each stretch, and of each overlap: a wave and a half of the lowest voice."""
REACH = RATE * 7 // 1000
"""So far from its place a stretch may be taken: half a wave of the lowest voice to either side."""
COARSE = 4
"""Each so many samples are compared, and places looked at; then those beside the best."""
_RISE = tuple((at + 0.5) / LAP for at in range(LAP))
_FALL = tuple(1 - each for each in _RISE)


def slower(samples: bytes, times: float) -> bytes:
    """Return a sound ``times`` as long, at the same pitch and loudness.

    Args:
        samples: 22,050 Hz, mono, 16 bit.
        times: 1 and above; 1 gives the samples back.
    """
    sound = values(samples)
    if times <= 1 or len(sound) < 2 * LAP + 2 * REACH:
        return samples
    made = sound[:LAP]
    goes_on = LAP
    """Where the sound that was laid last goes on."""
    last = len(sound) - 2 * LAP
    while (place := round(len(made) / times)) <= last:
        at = _best(sound, goes_on, max(0, place - REACH), min(last, place + REACH))
        faded = map(mul, sound[goes_on : goes_on + LAP], _FALL)
        risen = map(mul, sound[at : at + LAP], _RISE)
        made.extend(map(int, map(add, faded, risen)))
        goes_on = at + LAP
    return (made + sound[goes_on:]).tobytes()


def _best(sound: array.array[int], like: int, first: int, last: int) -> int:
    """Return the place from ``first`` to ``last`` whose sound is most like that at ``like``."""
    wanted = sound[like : like + LAP : COARSE]
    rough = min(range(first, last + 1, COARSE), key=lambda at: _unlike(wanted, sound[at : at + LAP : COARSE]))
    near = range(max(first, rough - COARSE + 1), min(last, rough + COARSE - 1) + 1)
    return min(near, key=lambda at: _unlike(wanted, sound[at : at + LAP : COARSE]))


def _unlike(one: Sequence[int], other: Sequence[int]) -> int:
    return sum(map(abs, map(sub, one, other)))
