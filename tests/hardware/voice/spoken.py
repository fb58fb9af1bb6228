"""Something like speech to measure: a voice of many partials, in syllables, with a room's noise."""

from __future__ import annotations

import array
import math
import random

from hardware.voice import wav
from hardware.voice.anywav import Sound


def spoken(seconds: float, loud: float = 0.2, rate: int = wav.RATE) -> bytes:
    """Return so much of it, 16 bit."""
    values = voice(seconds, loud, rate)
    return array.array("h", (round(32767 * max(-1.0, min(1.0, value))) for value in values)).tobytes()


def voice(seconds: float, loud: float = 0.2, rate: int = wav.RATE) -> array.array[float]:
    """Return it from -1 to 1; ``loud`` is its largest sample, nearly."""
    count = round(seconds * rate)
    turn = 2 * math.pi * 140 / rate
    shape = [sum(math.sin(turn * k * i) / k for k in range(1, 9)) for i in range(count)]
    largest = max(map(abs, shape), default=1.0)
    swell = [0.7 + 0.3 * math.sin(2 * math.pi * 4 * i / rate) for i in range(count)]
    return array.array("f", (loud * a * b / largest for a, b in zip(shape, swell, strict=True)))


def take(
    seconds: float = 0.5,
    *,
    loud: float = 0.2,
    noise: float = 0.0005,
    before: float = 0.4,
    after: float = 0.4,
    rate: int = wav.RATE,
    offset: float = 0.0,
) -> Sound:
    """Return a recording of it: a pause, the voice, a pause, and noise all through."""
    dice = random.Random(7)
    quiet = [array.array("f", bytes(4 * round(each * rate))) for each in (before, after)]
    whole = quiet[0] + voice(seconds, loud, rate) + quiet[1]
    return Sound(rate, array.array("f", (value + offset + dice.gauss(0, noise) for value in whole)))
