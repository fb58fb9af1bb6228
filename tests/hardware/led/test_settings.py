"""A bus as the hall's data names it: what is meant, or every mistake at once."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from hardware.led.commands import Effect
from hardware.led.look import LOOKS, Look, Sign, SignState
from hardware.led.settings import SignsWrong, WindowSign, bus_settings
from hardware.led.text import Colour

WHOLE = """
name = "east side"
line = "serial:///dev/ttyUSB0?baud=9600"
signs = [
    { address = 1, window = 3 },
    { address = 2, window = 4, width = 192, height = 64, font = 24, brightness = 9 },
]
[looks.calling]
text = "请{number}到{window}号"
colour = "yellow"
effect = "left"
speed = 6
stay_s = 1
[looks.closed]
text = "下班"
"""

BUS: dict[str, Any] = {"line": "tcp://10.0.0.9", "signs": [{"address": 1, "window": 3}]}


def test_a_bus_is_as_its_data_says_and_the_rest_is_usual() -> None:
    settings = bus_settings(tomllib.loads(WHOLE))
    assert settings.signs == (
        WindowSign(3, Sign(1, "window 3")),
        WindowSign(4, Sign(2, "window 4", 192, 64, 24, 9)),
    )
    assert settings.looks[SignState.CALLING] == Look(
        "请{number}到{window}号", Colour.YELLOW, Effect.LEFT, 6, 1.0
    )
    assert settings.looks[SignState.CLOSED].text == "下班"
    assert settings.looks[SignState.FREE] == LOOKS[SignState.FREE]
    bus = settings.open()
    assert (bus.name, [each.address for each in bus.signs]) == ("east side", [1, 2])


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({"line": "usb://1:2"}, "must begin with serial:// or tcp://"),
        ({"signs": []}, "a bus without a sign"),
        ({"signs": 3}, "signs: a list of tables"),
        ({"signs": [3]}, "signs 1: a table with address and window"),
        ({"signs": [{"address": 1}]}, "signs 1: address and window are needed"),
        ({"signs": [{"address": "one", "window": 1}]}, "signs 1: address is a whole number, not 'one'"),
        ({"signs": [{"address": 0, "window": 1}]}, "signs 1: address is 1 to 32767"),
        ({"signs": [{"address": 1, "window": 1, "colour": 2}]}, "signs 1: unknown 'colour'"),
        ({"signs": [{"address": 1, "window": 1}] * 2}, "two signs have the address 1"),
        ({"baud": 9600}, "unknown 'baud'; known: line, looks, name, signs"),
        ({"looks": 1}, "looks: a table for each state"),
        ({"looks": {"calling": "x"}}, "looks calling: a table with text"),
        ({"looks": {"called": {}}}, "looks: unknown 'called'"),
        ({"looks": {"free": {"colour": "pink"}}}, "looks free: colour is one of red, green"),
        ({"looks": {"free": {"effect": 3}}}, "looks free: effect is one of static"),
        ({"looks": {"free": {"text": "{who}"}}}, r"looks free: unknown field \{who\}"),
        ({"looks": {"free": {"text": 3}}}, "looks free: text cannot be 3"),
        ({"looks": {"free": {"text": "བོད"}}}, "looks free: a sign cannot show"),
        ({"looks": {"free": {"speed": True}}}, "looks free: speed cannot be True"),
    ],
)
def test_a_mistake_is_said_with_its_place(data: dict[str, Any], says: str) -> None:
    with pytest.raises(SignsWrong, match=says):
        bus_settings(BUS | data)


def test_all_mistakes_are_said_at_once() -> None:
    with pytest.raises(SignsWrong) as refused:
        bus_settings({"speed": 1, "signs": [{}, {"address": 1}], "looks": {"free": {"text": "{who}"}}})
    assert len(refused.value.mistakes) == 4
