"""One long recording cut at its pauses; pure."""

from __future__ import annotations

from collections.abc import Sequence

from hardware.voice.anywav import Sound
from hardware.voice.intake import ABOVE_NOISE_DB, FRAME_S, frame_levels, noise_floor, voiced_level

PAUSE_S = 0.7
"""So long a silence parts two clips; inside one there is less (intake.HOLE_S)."""
WORD_S = 0.08
"""Anything shorter is a click or a chair."""
EDGE_S = 0.3
"""Of the pause, kept on each side: the noise of the room is measured in it."""
LOW_DB = -30.0


def cut(sound: Sound, pause_s: float = PAUSE_S) -> tuple[Sound, ...]:
    """Return what was spoken between pauses, in order, each with a piece of the pause on both sides."""
    frame = max(1, round(sound.rate * FRAME_S))
    offset = sum(sound.samples) / max(1, len(sound.samples))
    levels = frame_levels([value - offset for value in sound.samples], frame)
    voiced = voiced_level(levels)
    if voiced <= 0:
        return ()
    floor = noise_floor(levels, voiced) or 0.0
    least = max(voiced * 10 ** (LOW_DB / 20), floor * 10 ** (ABOVE_NOISE_DB / 20))
    edge = round(EDGE_S * sound.rate)
    return tuple(
        sound.cut(max(0, first * frame - edge), min(len(sound.samples), (last + 1) * frame + edge))
        for first, last in utterances([level >= least for level in levels], round(pause_s / FRAME_S))
    )


def utterances(heard: Sequence[bool], pause: int) -> list[tuple[int, int]]:
    """Return the first and last frame of each utterance that at least ``pause`` silent frames part."""
    found: list[tuple[int, int, int]] = []
    for at, loud in enumerate(heard):
        if not loud:
            continue
        if found and at - found[-1][1] <= pause:
            first, _, count = found[-1]
            found[-1] = (first, at, count + 1)
        else:
            found.append((at, at, 1))
    return [(first, last) for first, last, count in found if count >= WORD_S / FRAME_S]
