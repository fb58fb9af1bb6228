"""Putting sounds together to the sample, and noticing what would be heard where they meet."""

from __future__ import annotations

import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.voice import wav
from hardware.voice.intake import levelled
from hardware.voice.joins import MOST_STEP, OVERLAP, Joined, chain, join, measure_joins
from tests.hardware.voice.spoken import voice

SAMPLES = st.lists(st.integers(-32767, 32767), max_size=600)


def clip(seconds: float, loud: float = 0.2) -> bytes:
    return levelled(voice(seconds, loud))


def test_without_a_pause_one_fades_into_the_next() -> None:
    first, second = clip(0.3), clip(0.2)
    joined = join([(first, 0), (second, 0)])
    assert joined.joins == (len(first) // 2 - OVERLAP,)
    assert len(joined.samples) == len(first) + len(second) - 2 * OVERLAP
    assert joined.samples.startswith(first[: -2 * OVERLAP])
    assert joined.samples.endswith(second[2 * OVERLAP :])


def test_an_even_noise_stays_even_through_a_join() -> None:
    hum = levelled(array.array("f", [0.1] * wav.RATE))
    joined = wav.values(join([(hum, 0), (hum, 0)]).samples)
    middle = joined[OVERLAP:-OVERLAP]
    assert max(middle) - min(middle) <= 0.01 * max(middle)


def test_a_pause_is_silence_of_its_length_and_the_last_one_is_left_out() -> None:
    first, second = clip(0.3), clip(0.2)
    joined = join([(first, 190), (second, 350)])
    assert joined.samples == first + wav.silence(190) + second
    assert joined.joins == ((len(first) + len(wav.silence(190))) // 2,)


def test_what_is_empty_is_no_join() -> None:
    assert join([]) == Joined(b"")
    assert join([(b"", 50), (clip(0.2), 50), (b"", 0)]).joins == ()


def test_joined_sounds_are_chained_with_gaps_and_all_joins_are_known() -> None:
    one, two = join([(clip(0.2), 0), (clip(0.2), 0)]), Joined(clip(0.1))
    whole = chain([one, Joined(b""), two, one], 80)
    gap = len(wav.silence(80))
    second = (len(one.samples) + gap) // 2
    third = second + (len(two.samples) + gap) // 2
    assert whole.samples == wav.join([one.samples, two.samples, one.samples])
    assert whole.joins == (one.joins[0], second, third, third + one.joins[0])


@given(st.lists(st.tuples(SAMPLES, st.sampled_from([0.0, 5.0, 40.0])), max_size=5))
def test_every_join_lies_in_the_sound_and_nothing_overflows(pieces: list[tuple[list[int], float]]) -> None:
    joined = join([(array.array("h", values).tobytes(), pause) for values, pause in pieces])
    assert len(joined.joins) == max(0, sum(bool(values) for values, _ in pieces) - 1)
    assert list(joined.joins) == sorted(joined.joins)
    assert all(0 <= at < len(joined.samples) // 2 for at in joined.joins)
    assert len(measure_joins(joined.samples, joined.joins)) == len(joined.joins)


def test_what_is_heard_at_a_join_is_measured() -> None:
    joined = join([(clip(0.3), 100), (clip(0.3), 0)])
    (found,) = measure_joins(joined.samples, joined.joins)
    assert found.at == joined.joins[0]
    assert found.step < MOST_STEP
    assert found.pause_ms == pytest.approx(100, abs=20)
    assert found.level_db == pytest.approx(0, abs=0.3)


def test_a_click_a_missing_pause_and_a_jump_in_loudness_are_noticed() -> None:
    loud, soft = wav.values(clip(0.3)), wav.values(clip(0.3))
    soft = array.array("h", (value // 4 for value in soft))
    highest = max(range(2000, 3000), key=lambda i: abs(loud[i]))
    cut = loud[: highest + 1]
    whole = (cut + soft[400:]).tobytes()
    (found,) = measure_joins(whole, [len(cut)])
    assert found.step > MOST_STEP
    assert found.pause_ms < 5
    assert found.level_db == pytest.approx(-12, abs=2)
