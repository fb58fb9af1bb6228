"""When a program hangs, and how long is waited before it is started again."""

from __future__ import annotations

import pytest

from hallcall.keeper_rules import FIRST_S, PAUSES_S, SILENT_S, STEADY_S, Pauses, Watch

LOOK_S = 0.5


def silent_until_it_hangs(watch: Watch) -> float:
    """Look every half second and return after how many seconds it hangs."""
    begun = now = watch.looked_s
    while not watch.hangs(now):
        now += LOOK_S
        assert now < begun + 1000
    return now - begun


def test_what_beats_never_hangs() -> None:
    watch = Watch(0.0)
    for second in range(1000):
        watch.beat()
        assert not watch.hangs(float(second))


def test_silence_after_the_first_beat_is_a_hang() -> None:
    watch = Watch(100.0)
    watch.beat()
    assert SILENT_S < silent_until_it_hangs(watch) <= SILENT_S + 2 * LOOK_S


def test_a_slow_start_is_given_time_but_not_for_ever() -> None:
    assert FIRST_S < silent_until_it_hangs(Watch(0.0)) <= FIRST_S + 2 * LOOK_S


def test_a_machine_that_slept_is_no_hang() -> None:
    watch = Watch(0.0)
    watch.beat()
    assert not watch.hangs(8 * 3600.0)
    assert silent_until_it_hangs(watch) > SILENT_S - 2, "after that the usual time is left"


def test_a_clock_that_goes_back_is_no_hang() -> None:
    watch = Watch(5000.0)
    watch.beat()
    assert not watch.hangs(1.0)


@pytest.mark.parametrize("ran_s", [STEADY_S, 86400.0])
def test_what_ran_for_a_while_is_started_again_at_once(ran_s: float) -> None:
    pauses = Pauses()
    assert [pauses.after(ran_s) for _ in range(20)] == [0.0] * 20


def test_what_dies_at_once_is_waited_for_longer_and_longer_but_never_given_up() -> None:
    pauses = Pauses()
    waits = [pauses.after(0.2) for _ in range(len(PAUSES_S) + 1000)]
    assert waits[: len(PAUSES_S)] == list(PAUSES_S)
    assert set(waits[len(PAUSES_S) :]) == {PAUSES_S[-1]}


def test_a_good_run_ends_the_row() -> None:
    pauses = Pauses()
    for _ in range(5):
        pauses.after(0.2)
    assert pauses.after(STEADY_S) == 0.0
    assert pauses.after(0.2) == PAUSES_S[0]
