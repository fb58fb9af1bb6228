"""The thread that paints slips is there while slips are wanted."""

from __future__ import annotations

import threading

import pytest

from hardware.slip.desk import Desk


def test_one_thread_does_what_comes_in_a_row() -> None:
    desk = Desk(rests_s=3600)
    first, second = desk.do(threading.current_thread), desk.do(threading.current_thread)
    desk.look()
    assert first is second is not threading.current_thread()
    assert first.is_alive()
    desk.leave()
    assert not first.is_alive()


def test_a_desk_that_rested_long_has_no_thread_until_the_next_slip() -> None:
    desk = Desk(rests_s=0)
    first = desk.do(threading.current_thread)
    desk.look()
    assert not first.is_alive()
    assert not desk.occupied
    assert desk.do(threading.current_thread) is not first
    desk.leave()


def test_a_failure_is_whose_slip_it_was() -> None:
    desk = Desk()
    with pytest.raises(ZeroDivisionError):
        desk.do(lambda: 1 / 0)
    assert desk.do(lambda: "painted") == "painted"
    desk.leave()


def test_leaving_an_empty_desk_does_nothing() -> None:
    Desk().leave()
