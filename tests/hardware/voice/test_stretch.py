"""Slower, and still the same voice: pitch, loudness, no click, nothing left out."""

from __future__ import annotations

import array
import math
from itertools import pairwise

import pytest

from hardware.voice import wav
from hardware.voice.stretch import slower

TONE_HZ = 180


def tone(seconds: float) -> bytes:
    count = round(wav.RATE * seconds)
    return array.array(
        "h", (round(8000 * math.sin(2 * math.pi * TONE_HZ * at / wav.RATE)) for at in range(count))
    ).tobytes()


def steps(samples: bytes) -> int:
    return max(abs(one - other) for one, other in pairwise(wav.values(samples)))


@pytest.mark.parametrize("times", [1.3, 1.6])
def test_a_tone_lasts_longer_and_is_the_same_tone(times: float) -> None:
    before = tone(0.5)
    after = slower(before, times)
    assert wav.seconds(after) == pytest.approx(0.5 * times, rel=0.05)
    waves = sum(one < 0 <= other for one, other in pairwise(wav.values(after)))
    assert waves / wav.seconds(after) == pytest.approx(TONE_HZ, rel=0.02)
    assert wav.measure(after).rms == pytest.approx(wav.measure(before).rms, rel=0.02)
    assert steps(after) <= 1.1 * steps(before)


def test_everything_is_said_to_its_end() -> None:
    words = [tone(0.1), wav.silence(120), tone(0.2), wav.silence(120), tone(0.1)]
    after = wav.values(slower(b"".join(words), 1.5))
    block = wav.RATE // 100
    loud = [max(map(abs, after[at : at + block])) > 4000 for at in range(0, len(after) - block, block)]
    assert sum(not one and other for one, other in pairwise([False, *loud])) == 3


@pytest.mark.parametrize("samples", [b"", tone(0.02), tone(0.3)])
def test_the_voices_own_pace_changes_nothing_and_what_is_too_short_stays(samples: bytes) -> None:
    assert slower(samples, 1.0) == samples
    assert len(samples) > 2000 or slower(samples, 1.6) == samples
