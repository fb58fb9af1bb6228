"""The core's clock at the console, on a PC that sleeps and a core whose clock is set."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from caller.elapsed import CoreClock, clock_text, wall_clock

NINE = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
JUMPS = [timedelta(hours=-1), timedelta(seconds=-1), timedelta(0), timedelta(seconds=90), timedelta(days=400)]


@pytest.mark.parametrize("jump", JUMPS)
def test_the_core_s_clock_is_followed_over_a_jump_and_no_length_is_negative(jump: timedelta) -> None:
    pc = [NINE + timedelta(minutes=7)]
    clock = CoreClock(lambda: pc[0])
    clock.heard(NINE)
    pc[0] += timedelta(seconds=30)
    assert clock.now() == NINE + timedelta(seconds=30)
    clock.heard(NINE + jump)
    pc[0] += timedelta(seconds=5)
    assert clock.now() == NINE + jump + timedelta(seconds=5)
    length_s = (clock.now() - NINE).total_seconds()
    assert not clock_text(length_s).startswith("-")


def test_a_pc_that_slept_counts_its_sleep_and_nobody_sets_its_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    steady = [1000.0]
    monkeypatch.setattr("caller.elapsed.steady_s", lambda: steady[0])
    clock = CoreClock(wall_clock)
    clock.heard(NINE)
    steady[0] += 3600.0
    assert clock.now() == NINE + timedelta(hours=1)
