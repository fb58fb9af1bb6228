"""Whose turn it is among devices that are asked."""

from __future__ import annotations

from hardware.keypad.turns import MISSES, PROBE_S, Turns


def test_everybody_is_asked_in_turn() -> None:
    turns = Turns(3)
    assert [turns.next(0.0) for _ in range(7)] == [0, 1, 2, 0, 1, 2, 0]


def test_a_silent_one_is_asked_seldom_and_again_in_turn_once_it_answers() -> None:
    turns = Turns(3)
    for _ in range(MISSES):
        assert turns.silent() == []
        turns.told(1, answered=False)
    assert turns.silent() == [1]
    assert turns.next(10.0) == 1
    assert [turns.next(10.1) for _ in range(4)] == [0, 2, 0, 2]
    assert turns.next(10.0 + PROBE_S) == 1
    turns.told(1, answered=True)
    assert sorted(turns.next(11.0) for _ in range(3)) == [0, 1, 2]


def test_where_all_are_silent_they_are_asked_in_turn() -> None:
    turns = Turns(2)
    for _ in range(MISSES):
        turns.told(0, answered=False)
        turns.told(1, answered=False)
    assert [turns.next(0.0) for _ in range(4)] == [0, 1, 0, 1]
