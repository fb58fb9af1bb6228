"""A technician finds out which signs are there, and at which speed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hardware.errors import DeviceUnreachable
from hardware.led.find import Found, find_signs
from hardware.led.rota import DONE, GARBLED, Pace
from hardware.led.simulator import SimulatedSerialSigns, SimulatedSigns
from hardware.line import Line, line_opener

QUICK = Pace(answer_s=0.05, bytes_s=50_000.0)


def test_the_signs_that_are_there_are_found_and_what_is_wrong_with_them() -> None:
    with SimulatedSigns([2, 3, 5]) as port:
        port.device[3].garbage = True
        port.device[5].deaf = True
        assert find_signs(port.url, range(1, 6), QUICK) == [
            Found(2, port.url, DONE),
            Found(3, port.url, GARBLED),
        ]


def test_a_serial_line_is_tried_at_both_speeds_and_the_one_that_answers_is_named() -> None:
    with SimulatedSerialSigns([1]) as port:
        bare = port.url.partition("?")[0]
        tried = []

        def open_line(url: str) -> Callable[[], Line]:
            tried.append(url)
            # A pseudo terminal knows no speeds: the sign is set to 9600 by hand.
            port.device[1].deaf = "9600" not in url
            return line_opener(url, baud=1)

        found = find_signs(bare, [1], QUICK, open_line)
        assert found == [Found(1, f"{bare}?baud=9600", DONE)]
        assert tried == [f"{bare}?baud=57600", f"{bare}?baud=9600"]


def test_a_line_that_is_not_there_is_said() -> None:
    with pytest.raises(DeviceUnreachable):
        find_signs("tcp://127.0.0.1:9", [1], QUICK)
