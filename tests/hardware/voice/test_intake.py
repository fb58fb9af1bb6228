"""What a recording is judged by, and what becomes of a good one."""

from __future__ import annotations

import array
import math
from collections.abc import Callable
from itertools import pairwise

import pytest

from hardware.voice import wav
from hardware.voice.anywav import Sound, mixed
from hardware.voice.cutting import cut
from hardware.voice.intake import PEAK, TARGET, Fault, Take, expected_s, syllables, take_in
from tests.hardware.voice.spoken import take, voice

WORD = "གཅིག་"


def judged(sound: Sound, text: str = WORD) -> Take:
    return take_in(sound, text)


@pytest.mark.parametrize("rate", [16_000, 22_050, 44_100, 48_000])
@pytest.mark.parametrize("loud", [0.04, 0.2, 0.9])
def test_a_good_take_is_cut_to_the_speech_and_brought_to_one_loudness(rate: int, loud: float) -> None:
    done = judged(take(rate=rate, loud=loud, noise=loud / 500))
    assert done.words == ()
    assert done.figures.seconds == pytest.approx(0.5, abs=0.03)
    assert done.figures.peak_db == pytest.approx(20 * math.log10(loud), abs=0.5)
    assert wav.seconds(done.clip) == pytest.approx(0.57, abs=0.04)
    values = array.array("h", done.clip)
    assert max(map(abs, values)) <= PEAK
    middle = values[len(values) // 4 : -len(values) // 4]
    assert wav.measure(middle.tobytes()).rms == pytest.approx(TARGET, rel=0.15)


def test_both_ends_are_nothing_so_that_joined_clips_do_not_click() -> None:
    clip = judged(take()).clip
    two = array.array("h", clip + clip)
    assert (two[0], two[-1]) == (0, 0)
    join = len(two) // 2
    at_join = max(abs(b - a) for a, b in pairwise(two[join - 200 : join + 200]))
    inside = max(abs(b - a) for a, b in pairwise(two[: join - 200]))
    assert at_join < inside / 10


def test_a_loud_consonant_makes_the_clip_quieter_and_never_flat() -> None:
    sound = take(noise=0.0)
    sound.samples[12_000] = 0.95
    clip = array.array("h", judged(sound).clip)
    assert max(map(abs, clip)) == PEAK
    assert clip.count(PEAK) + clip.count(-PEAK) == 1


def clipped() -> Sound:
    loud = array.array("f", (max(-1.0, min(1.0, 8 * value)) for value in take().samples))
    return mixed(wav.RATE, loud)


@pytest.mark.parametrize(
    ("made", "fault", "words"),
    [
        (lambda: take(0.05), Fault.SHORT, "at least 0.10 s"),
        (lambda: take(2.5), Fault.LONG, "at most 1.50 s"),
        (lambda: take(loud=0.004, noise=0.00001), Fault.QUIET, "nearer to the microphone"),
        (clipped, Fault.CLIPPED, "turn the microphone down"),
        (lambda: take(noise=0.02), Fault.NOISY, "above the room, at least 25 dB"),
        (lambda: take(before=0.0), Fault.CUT_START, "the beginning is cut off"),
        (lambda: take(after=0.0), Fault.CUT_END, "the end is cut off"),
        (lambda: take(offset=0.2), Fault.OFFSET, "off by 20%"),
        (lambda: take(loud=0.0, noise=0.0), Fault.SILENT, "nothing was heard"),
        (lambda: Sound(wav.RATE, array.array("f")), Fault.SILENT, "nothing was heard"),
    ],
)
def test_each_fault_is_named_with_its_figure(made: Callable[[], Sound], fault: Fault, words: str) -> None:
    done = judged(made())
    assert done.faults == (fault,)
    assert words in done.words[0]
    assert not done.good


def test_two_utterances_in_one_clip_are_refused() -> None:
    pause = array.array("f", bytes(4 * round(0.7 * wav.RATE)))
    edge = pause[: len(pause) // 2]
    sound = Sound(wav.RATE, edge + voice(0.3) + pause + voice(0.3) + edge)
    assert Fault.HOLE in judged(sound, "one long sentence with many words").faults


def test_a_click_before_the_word_is_not_part_of_it() -> None:
    sound = take()
    for i in range(1_000, 1_020):
        sound.samples[i] = 0.3
    assert judged(sound).figures.seconds == pytest.approx(0.5, abs=0.03)


def test_a_small_offset_is_taken_out() -> None:
    done = judged(take(offset=0.02))
    assert done.good
    clip = array.array("h", done.clip)
    assert abs(sum(clip) / len(clip)) < 60


def test_without_a_pause_no_noise_is_claimed_and_a_room_as_loud_as_the_speech_is_named() -> None:
    for done in (judged(take(before=0.0, after=0.0, noise=0.0)), judged(take(noise=0.1))):
        assert done.figures.noise_db is None
        assert done.faults == (Fault.CUT_START, Fault.CUT_END, Fault.NOISY)
        assert "or the room is as loud" in done.words[-1]


@pytest.mark.parametrize("noise", [0.012, 0.02, 0.05, 0.2])
def test_a_room_that_is_too_loud_is_never_taken(noise: float) -> None:
    assert Fault.NOISY in judged(take(noise=noise)).faults


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("གཅིག་", 1),
        ("བཅུ་གཅིག་", 2),
        ("ལ་ཕེབས་རོགས་གནང་།", 4),
        ("零", 1),
        ("号，到", 2),
        ("A", 1),
        ("seventeen", 3),
        ("", 1),
    ],
)
def test_syllables(text: str, count: int) -> None:
    assert syllables(text) == count


def test_a_longer_text_may_take_longer() -> None:
    assert expected_s("ལ་ཕེབས་རོགས་གནང་།")[1] > expected_s("ལ")[1] > expected_s("ལ")[0]


# --- one long recording ---------------------------------------------------------------------------


def long(gaps: list[float], noise: float = 0.0005) -> Sound:
    pieces = array.array("f")
    for gap in gaps:
        pieces += take(0.4, before=gap, after=0.0, noise=noise).samples
    return Sound(wav.RATE, pieces + take(0.0, before=0.5, after=0.5, noise=noise).samples)


@pytest.mark.parametrize("noise", [0.0, 0.0005, 0.004])
def test_a_long_recording_is_cut_at_its_pauses_and_each_piece_is_good(noise: float) -> None:
    pieces = cut(long([1.0, 1.2, 0.9, 1.5], noise))
    assert len(pieces) == 4
    for piece in pieces:
        assert judged(piece).words == ()


def test_a_short_pause_parts_nothing_unless_it_is_asked_for() -> None:
    sound = long([1.0, 0.5, 1.0])
    assert len(cut(sound)) == 2
    assert len(cut(sound, 0.4)) == 3


def test_silence_has_no_pieces() -> None:
    assert cut(Sound(wav.RATE, array.array("f", bytes(40_000)))) == ()
    assert cut(Sound(wav.RATE, array.array("f"))) == ()
