from __future__ import annotations

import array
import math
import wave
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.voice import wav


def tone(seconds: float, loud: int = 10_000, hz: float = 440.0) -> bytes:
    count = round(wav.RATE * seconds)
    return array.array(
        "h", (round(loud * math.sin(2 * math.pi * hz * i / wav.RATE)) for i in range(count))
    ).tobytes()


def test_the_chime_is_short_loud_enough_and_never_clipped() -> None:
    measures = wav.measure(wav.chime())
    assert measures.seconds == pytest.approx(0.8, abs=0.01)
    assert 12_000 < measures.peak < 26_000
    assert measures.rms > 3_000


def test_the_chime_begins_and_ends_without_a_click() -> None:
    samples = array.array("h", wav.chime())
    assert samples[0] == 0
    assert samples[-1] == 0
    # Its own partials move it by up to 5,000 from one sample to the next; a click moves by more.
    assert max(abs(b - a) for a, b in pairwise(samples)) < 7_500
    assert max(map(abs, samples[:22])) < 3_000


def power(samples: array.array[int], hz: float) -> float:
    """Return the strength of one tone (Goertzel)."""
    turn = 2 * math.pi * hz / wav.RATE
    real = sum(value * math.cos(turn * i) for i, value in enumerate(samples))
    imaginary = sum(value * math.sin(turn * i) for i, value in enumerate(samples))
    return math.hypot(real, imaginary) / len(samples)


def test_the_chime_is_a_high_tone_and_then_a_lower_one() -> None:
    samples = array.array("h", wav.chime())
    ding, dong = samples[: round(0.25 * wav.RATE)], samples[round(0.5 * wav.RATE) :]
    assert power(ding, wav.DING_HZ) > 5 * power(ding, wav.DONG_HZ)
    assert power(dong, wav.DONG_HZ) > 1.5 * power(dong, wav.DING_HZ)


def test_trimming_leaves_the_sound_and_a_soft_edge() -> None:
    padded = wav.silence(300) + tone(1.0) + wav.silence(500)
    trimmed = wav.trim(padded)
    assert wav.seconds(trimmed) == pytest.approx(1.0, abs=0.03)
    assert array.array("h", trimmed)[0] == 0
    assert array.array("h", trimmed)[-1] == 0
    assert wav.measure(trimmed).peak == wav.measure(padded).peak


def test_silence_trims_to_nothing() -> None:
    assert wav.trim(wav.silence(300)) == b""
    assert wav.trim(b"") == b""


@given(st.lists(st.integers(-32768, 32767), max_size=400))
def test_trimming_never_adds_or_amplifies(values: list[int]) -> None:
    samples = array.array("h", values).tobytes()
    trimmed = wav.trim(samples)
    assert len(trimmed) <= len(samples)
    assert wav.measure(trimmed).peak <= wav.measure(samples).peak


def test_joined_sounds_have_gaps_of_80_ms_and_nothing_for_what_is_empty() -> None:
    joined = wav.join([tone(0.5), b"", tone(0.25)])
    assert wav.seconds(joined) == pytest.approx(0.83, abs=0.001)


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "x.wav"
    wav.write(path, tone(0.1))
    assert wav.read(path) == tone(0.1)
    assert [each.name for each in tmp_path.iterdir()] == ["x.wav"]


def test_a_file_in_another_format_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "stereo.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(44_100)
        file.writeframes(bytes(400))
    with pytest.raises(wav.WrongSound, match="44100"):
        wav.read(path)


def test_a_file_that_is_no_sound_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "no.wav"
    path.write_bytes(b"not a sound")
    with pytest.raises(wav.WrongSound):
        wav.read(path)


def test_measures_of_nothing_are_zero() -> None:
    assert wav.measure(b"") == wav.Measures(0.0, 0, 0.0)
