"""How loud films are beside the voice."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from display.media.sound import DUCKED, LONGEST, Ears, said_in
from tests.support.halls import lhasa_like

NOW = datetime(2026, 11, 30, 2, 0, 30, tzinfo=UTC)
HALL = lhasa_like()


def test_films_are_turned_down_while_the_voice_here_speaks() -> None:
    assert Ears(speaking=True).volume(HALL, NOW) == DUCKED
    assert Ears(speaking=False).volume(HALL, NOW) == 1
    # A call that this voice does not say is not heard here.
    assert Ears(speaking=False).called(HALL, NOW).volume(HALL, NOW) == 1


def test_films_are_turned_down_as_long_as_a_call_is_said_elsewhere() -> None:
    ears = Ears().called(HALL, NOW)
    ends = NOW + said_in(HALL)
    assert ears.volume(HALL, ends - timedelta(seconds=1)) == DUCKED
    assert ears.volume(HALL, ends) == 1
    assert ears.changes_at(NOW) == ends


def test_calls_are_said_one_after_the_other() -> None:
    ears = Ears().called(HALL, NOW).called(HALL, NOW)
    assert ears.until == NOW + 2 * said_in(HALL)
    for _ in range(100):
        ears = ears.called(HALL, NOW)
    assert ears.until == NOW + LONGEST


def test_more_languages_and_repeats_take_longer() -> None:
    twice = replace(HALL, voice=replace(HALL.voice, repeats=2))
    assert said_in(twice) > said_in(HALL)


def test_films_are_silent_in_the_quiet_hours_and_before_the_hall_is_known() -> None:
    quiet = replace(HALL, voice=replace(HALL.voice, quiet=((time(9, 0), time(10, 0)),)))
    assert Ears().volume(quiet, datetime(2026, 11, 30, 1, 30, tzinfo=UTC)) == 0
    assert Ears().volume(quiet, datetime(2026, 11, 30, 2, 0, tzinfo=UTC)) == 1
    assert Ears().volume(None, NOW) == 0
    assert Ears().changes_at(NOW) == NOW + timedelta(seconds=30)
