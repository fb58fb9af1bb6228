"""Taking a recording in: judged, cut to the speech, brought to one loudness; pure."""

from __future__ import annotations

import array
import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import mul

from hardware.voice import wav
from hardware.voice.anywav import Sound
from hardware.voice.resample import resample

FRAME_S = 0.01
TARGET = 3_600
"""Loudness of the voiced part in samples, that of the chime (docs/voice.md)."""
PEAK = 29_000
"""No sample of a clip is larger: a loud consonant makes the whole clip quieter, never flat."""
LEAD_S, TAIL_S = 0.02, 0.05
"""Kept before and after the speech: a soft beginning or a breath at the end belongs to it."""
FADE_S = 0.008
VOICED_DB = -12.0
"""A frame less than this below the loudest tenth is voiced."""
SPEECH_DB = -34.0
"""A frame less than this below the voiced part is speech, if it is above the noise."""
ABOVE_NOISE_DB = 8.0
LEAST_QUIET = 5
"""Frames that it takes to measure the room's noise."""
HOLE_S = 0.6
"""Silence inside a clip from which on it is two utterances."""

QUIETEST_DB = -42.0
"""Voiced part against full scale: below, the microphone is too far away."""
NOISIEST_DB = 25.0
"""Speech above the room's noise. With less a hiss starts and stops with every clip, and the soft end of a
word is lost in it: up to 120 ms at 28 dB, none at 40 (measured, docs/voice.md)."""
OFFSET = 0.05
"""Mean against full scale: more means that the sound card is broken. Less is taken out."""
SHORTEST_S = 0.1
CLEAN_DB = 90.0
"""What is said of a silence that is digital: no noise was measured."""


class Fault(StrEnum):
    """Why a recording is refused."""

    SILENT = "silent"
    SHORT = "too_short"
    LONG = "too_long"
    QUIET = "too_quiet"
    CLIPPED = "clipped"
    NOISY = "noisy"
    CUT_START = "cut_start"
    CUT_END = "cut_end"
    HOLE = "hole"
    OFFSET = "offset"


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured of a recording, before anything was changed.

    Attributes:
        seconds: Length of the speech.
        level_db: Loudness of the voiced part against full scale.
        peak_db: The largest sample against full scale.
        noise_db: The speech above the noise of the room; ``None`` when there was no pause to measure it in.
        clipped: Runs of samples at full scale.
        offset: The mean of all samples, share of full scale.
    """

    seconds: float
    level_db: float
    peak_db: float
    noise_db: float | None
    clipped: int
    offset: float


@dataclass(frozen=True, slots=True)
class Take:
    """A recording as judged.

    Attributes:
        clip: The samples for the pack, 22,050 Hz mono 16 bit; empty when nothing was heard.
        faults: Empty for a good one.
        words: One sentence for each fault, with its figure and what to do.
    """

    clip: bytes
    figures: Figures
    faults: tuple[Fault, ...]
    words: tuple[str, ...]

    @property
    def good(self) -> bool:
        """Whether it may go into a pack."""
        return not self.faults


def decibels(ratio: float) -> float:
    """Return a ratio of amplitudes in dB, nothing as -120."""
    return 20 * math.log10(ratio) if ratio > 1e-6 else -120.0


def expected_s(text: str) -> tuple[float, float]:
    """Return the least and most seconds that a text can take to say, by its syllables."""
    count = syllables(text)
    return max(SHORTEST_S, 0.06 * count), 0.9 + 0.6 * count


def syllables(text: str) -> int:
    """Return roughly how many syllables a text has."""
    count = 0
    inside = False
    for sign in text:
        if "\u4e00" <= sign <= "\u9fff":
            count += 1
            inside = False
        elif "\u0f40" <= sign <= "\u0fbc" or sign.isalpha():
            count += not inside
            inside = True
        else:
            inside = False
    # A word in Latin letters has about one syllable in three letters.
    return max(1, count, sum(sign.isascii() and sign.isalpha() for sign in text) // 3)


def take_in(sound: Sound, text: str) -> Take:
    """Return a recording of ``text`` as judged and as it would go into a pack."""
    offset = sum(sound.samples) / max(1, len(sound.samples))
    samples = array.array("f", (value - offset for value in sound.samples))
    frame = max(1, round(sound.rate * FRAME_S))
    levels = frame_levels(samples, frame)
    peak_db = decibels(max(max(samples), -min(samples)) if samples else 0.0)
    voiced = voiced_level(levels)
    if voiced < 0.0005:
        figures = Figures(0.0, decibels(voiced), peak_db, None, len(sound.clipped), offset)
        return _judged(b"", figures, {Fault.SILENT: "nothing was heard: is the microphone on?"})
    floor = noise_floor(levels, voiced)
    first, last = speech(levels, voiced, floor)
    noise_db = None if floor is None else min(CLEAN_DB, decibels(voiced) - decibels(floor))
    figures = Figures(
        (last + 1 - first) * FRAME_S, decibels(voiced), peak_db, noise_db, len(sound.clipped), offset
    )
    faults = _faults(figures, text, levels[first : last + 1], voiced)
    if first == 0:
        faults[Fault.CUT_START] = "the beginning is cut off: wait a breath after Enter, then speak"
    if last == len(levels) - 1:
        faults[Fault.CUT_END] = "the end is cut off: wait a breath before Enter"
    if floor is None and Fault.CUT_START in faults and Fault.CUT_END in faults:
        faults[Fault.NOISY] = "or the room is as loud as the speech: no pause was found at either end"
    lead, tail = round(LEAD_S * sound.rate), round(TAIL_S * sound.rate)
    kept = samples[max(0, first * frame - lead) : (last + 1) * frame + tail]
    return _judged(levelled(resample(kept, sound.rate, wav.RATE)), figures, faults)


def _judged(clip: bytes, figures: Figures, faults: dict[Fault, str]) -> Take:
    return Take(clip, figures, tuple(faults), tuple(faults.values()))


def _faults(figures: Figures, text: str, levels: Sequence[float], voiced: float) -> dict[Fault, str]:
    least, most = expected_s(text)
    hole = _longest_hole(levels, voiced) * FRAME_S
    noise = figures.noise_db
    tests = (
        (
            Fault.SHORT,
            figures.seconds < least,
            f"too short: {figures.seconds:.2f} s, at least {least:.2f} s are expected",
        ),
        (
            Fault.LONG,
            figures.seconds > most,
            f"too long: {figures.seconds:.2f} s, at most {most:.2f} s are expected",
        ),
        (
            Fault.HOLE,
            hole >= HOLE_S,
            f"a pause of {hole:.1f} s inside: say it in one",
        ),
        (
            Fault.QUIET,
            figures.level_db < QUIETEST_DB,
            f"too quiet: {figures.level_db:.0f} dB, at least {QUIETEST_DB:.0f} dB; nearer to the microphone",
        ),
        (
            Fault.CLIPPED,
            figures.clipped > 0,
            f"clipped {figures.clipped} times: turn the microphone down or go further away",
        ),
        (
            Fault.NOISY,
            noise is not None and noise < NOISIEST_DB,
            f"noisy: speech is only {noise or 0:.0f} dB above the room, at least {NOISIEST_DB:.0f} dB",
        ),
        (
            Fault.OFFSET,
            abs(figures.offset) > OFFSET,
            f"the zero line is off by {figures.offset:.0%}: try another sound card or input",
        ),
    )
    return {fault: words for fault, found, words in tests if found}


def frame_levels(samples: Sequence[float], frame: int) -> list[float]:
    """Return the loudness of each whole frame."""
    return [
        math.sqrt(sum(map(mul, part, part)) / frame)
        for part in (samples[at : at + frame] for at in range(0, len(samples) - frame + 1, frame))
    ]


def voiced_level(levels: Sequence[float]) -> float:
    """Return the loudness of the voiced part: of all frames near the loudest tenth."""
    if not levels:
        return 0.0
    loud = sorted(levels)[-max(1, len(levels) // 10)]
    voiced = [level for level in levels if level >= loud * 10 ** (VOICED_DB / 20)]
    return math.sqrt(sum(map(mul, voiced, voiced)) / len(voiced))


def noise_floor(levels: Sequence[float], voiced: float) -> float | None:
    """Return the loudness of the quietest quarter of the pauses; ``None`` without a pause."""
    quiet = sorted(level for level in levels if level < voiced * 10 ** (VOICED_DB / 20))
    if len(quiet) < LEAST_QUIET:
        return None
    part = quiet[: max(LEAST_QUIET, len(quiet) // 4)]
    return math.sqrt(sum(map(mul, part, part)) / len(part))


def speech(levels: Sequence[float], voiced: float, floor: float | None) -> tuple[int, int]:
    """Return the first and last frame of the speech; a click of one frame alone is not speech."""
    least = max(voiced * 10 ** (SPEECH_DB / 20), (floor or 0.0) * 10 ** (ABOVE_NOISE_DB / 20))
    least = min(least, voiced * 0.5)
    heard = [level >= least for level in levels]
    firm = [i for i in range(len(heard)) if heard[i] and _run(heard, i) >= 3]
    if not firm:
        loudest = max(range(len(levels)), key=levels.__getitem__)
        return loudest, loudest
    return firm[0], firm[-1]


def _run(heard: Sequence[bool], at: int) -> int:
    """Return how many frames around ``at`` are heard without a break, 5 at most."""
    low = at
    while low > 0 and heard[low - 1] and at - low < 2:
        low -= 1
    high = at
    while high < len(heard) - 1 and heard[high + 1] and high - at < 2:
        high += 1
    return high - low + 1


def _longest_hole(levels: Sequence[float], voiced: float) -> int:
    longest = now = 0
    for level in levels:
        now = now + 1 if level < voiced * 10 ** (SPEECH_DB / 20) else 0
        longest = max(longest, now)
    return longest


def levelled(samples: Sequence[float]) -> bytes:
    """Return samples at the loudness of all clips, both ends faded to nothing."""
    voiced = voiced_level(frame_levels(samples, round(wav.RATE * FRAME_S)))
    peak = max((abs(value) for value in samples), default=0.0)
    if voiced <= 0 or peak <= 0:
        return b""
    gain = min(TARGET / voiced, PEAK / peak)
    values = array.array("h", (round(value * gain) for value in samples))
    fade = min(round(FADE_S * wav.RATE), len(values) // 2)
    for i in range(fade):
        share = 0.5 - 0.5 * math.cos(math.pi * i / fade)
        values[i] = round(values[i] * share)
        values[-1 - i] = round(values[-1 - i] * share)
    return values.tobytes()
