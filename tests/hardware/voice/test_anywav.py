"""Recordings come from every program there is."""

from __future__ import annotations

import array
import contextlib
import math
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.voice.anywav import FLOAT, PCM, NoSound, Sound, decode, full_scale_runs, read_any
from hardware.voice.resample import resample

RATE = 48_000


def tone(hz: float, seconds: float = 0.2, rate: int = RATE, loud: float = 0.5) -> list[float]:
    return [loud * math.sin(2 * math.pi * hz * i / rate) for i in range(round(seconds * rate))]


def packed(values: list[float], kind: int, bits: int) -> bytes:
    match kind, bits:
        case 1, 8:
            return bytes(round(128 + 127 * value) for value in values)
        case 1, 24:
            return b"".join(struct.pack("<i", round(8_388_607 * value))[:3] for value in values)
        case 1, _:
            form = {16: "h", 32: "i"}[bits]
            return struct.pack(f"<{len(values)}{form}", *(round((2 ** (bits - 1) - 1) * v) for v in values))
    return struct.pack(f"<{len(values)}{'f' if bits == 32 else 'd'}", *values)


def wav_file(
    values: list[float],
    kind: int,
    bits: int,
    *,
    channels: int = 1,
    rate: int = RATE,
    extensible: bool = False,
) -> bytes:
    frame = bits // 8 * channels
    form = struct.pack("<HHIIHH", 0xFFFE if extensible else kind, channels, rate, rate * frame, frame, bits)
    if extensible:
        form += struct.pack("<HHIH", 22, bits, 0, kind) + bytes(14)
    body = packed(values, kind, bits)
    chunks = b"fmt " + struct.pack("<I", len(form)) + form
    chunks += b"LIST" + struct.pack("<I", 3) + b"odd\0"
    chunks += b"data" + struct.pack("<I", len(body)) + body
    return b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WAVE" + chunks


@pytest.mark.parametrize("extensible", [False, True])
@pytest.mark.parametrize(
    ("kind", "bits", "near"),
    [(PCM, 8, 0.01), (PCM, 16, 1e-4), (PCM, 24, 1e-6), (PCM, 32, 1e-6), (FLOAT, 32, 1e-6), (FLOAT, 64, 1e-6)],
)
def test_every_width_gives_the_same_sound(kind: int, bits: int, near: float, extensible: bool) -> None:
    values = tone(440)
    sound = decode(wav_file(values, kind, bits, extensible=extensible))
    assert sound.rate == RATE
    assert list(sound.samples) == pytest.approx(values, abs=near)
    assert sound.clipped == ()


def test_two_channels_become_one_and_a_dead_channel_is_left_out() -> None:
    left = tone(440)
    both = [value for each in left for value in (each, each)]
    one = [value for each in left for value in (each, 0.0)]
    for values in (both, one):
        sound = decode(wav_file(values, PCM, 16, channels=2))
        assert list(sound.samples) == pytest.approx(left, abs=1e-4)


def test_full_scale_is_found_in_every_channel_and_only_in_runs() -> None:
    clean = [0.1, 1.0, 1.0, 0.1, -1.0, 0.1]
    clipped = [0.1, 1.0, 1.0, 1.0, 0.1, -1.0, -1.0, -1.0, -1.0, 0.0]
    assert full_scale_runs(array.array("f", clean)) == []
    assert full_scale_runs(array.array("f", clipped)) == [1, 5]
    pair = [value for each in clipped for value in (each, 0.2)]
    sound = decode(wav_file(pair, PCM, 16, channels=2))
    assert sound.clipped == (1, 5)
    assert sound.cut(3, 10).clipped == (2,)
    assert sound.cut(6, 10).clipped == ()


def test_a_length_that_was_never_filled_in_means_up_to_the_end() -> None:
    file = bytearray(wav_file(tone(440), PCM, 16))
    at = file.index(b"data") + 4
    file[at : at + 4] = b"\xff\xff\xff\xff"
    assert len(decode(bytes(file)).samples) == len(tone(440))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"ID3 an mp3",
        wav_file([], PCM, 16)[:30],
        wav_file([0.0], PCM, 16, rate=100),
        b"RIFF____WAVEdata\0\0\0\0",
    ],
)
def test_what_is_no_sound_is_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.wav"
    path.write_bytes(data)
    with pytest.raises(NoSound, match=r"x\.wav"):
        read_any(path)


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_or_read_and_nothing_else_happens(data: bytes) -> None:
    for file in (data, b"RIFF\0\0\0\0WAVE" + data):
        with contextlib.suppress(NoSound):
            assert isinstance(decode(file), Sound)


# --- another rate ---------------------------------------------------------------------------------


def decibels(samples: array.array[float], loud: float = 0.5) -> float:
    """Return how loud a tone is, against what it was, both ends left out."""
    inside = samples[1500:-1500]
    strength = math.sqrt(sum(value * value for value in inside) / len(inside))
    return 20 * math.log10(max(strength, 1e-9) / (loud / math.sqrt(2)))


@pytest.mark.parametrize("rate", [8_000, 16_000, 22_050, 44_100, 48_000, 96_000])
def test_speech_comes_through_at_any_rate_as_loud_and_as_long(rate: int) -> None:
    values = tone(1_000, 0.5, rate)
    changed = resample(values, rate, 22_050)
    assert len(changed) == pytest.approx(11_025, abs=1)
    assert decibels(changed) == pytest.approx(0, abs=0.05)
    wanted = tone(1_000, 0.5, 22_050)
    assert list(changed[2000:2200]) == pytest.approx(wanted[2000:2200], abs=2e-3)


@pytest.mark.parametrize(
    ("hz", "least", "most"), [(9_500, -0.2, 0.1), (11_500, -200, -80), (16_000, -200, -80)]
)
def test_what_the_new_rate_cannot_hold_is_taken_out_before_it_folds(
    hz: float, least: float, most: float
) -> None:
    assert least <= decibels(resample(tone(hz, 0.5), RATE, 22_050)) <= most


def test_a_constant_stays_one() -> None:
    changed = resample([0.25] * 9_600, RATE, 22_050)
    assert max(abs(value - 0.25) for value in changed[200:-200]) < 1e-6


def test_nothing_stays_nothing() -> None:
    assert len(resample([], RATE, 22_050)) == 0
