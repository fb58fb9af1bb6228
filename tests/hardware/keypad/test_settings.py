"""What a device file says of keypads, raters and number pads."""

from __future__ import annotations

from typing import Any

import pytest

from hardware.keypad.actions import Act, Action, act
from hardware.keypad.bus import BusSettings
from hardware.keypad.number_pad import CLERK_KEYS, KEYS, RATER_KEYS, number_pad_keys
from hardware.keypad.settings import PadSettings, bus_settings


@pytest.mark.parametrize(
    ("name", "means"),
    [
        ("call-next", Act(Action.CALL_NEXT)),
        ("put-back", Act(Action.PUT_BACK)),
        ("rate-5", Act(Action.RATE, 5)),
        ("digit-0", Act(Action.DIGIT, 0)),
    ],
)
def test_an_action_is_written_as_the_lan_contract_writes_it(name: str, means: Act) -> None:
    assert act(name) == means


@pytest.mark.parametrize(
    "name", ["next", "", "rate-6", "rate", "rate-", "digit-10", "pass-1", "CALL-NEXT", 3, None]
)
def test_what_no_key_can_do_is_refused(name: object) -> None:
    with pytest.raises(ValueError, match=r"no action; known are call-next|comes with"):
        act(name)


def test_an_act_without_its_number_is_none() -> None:
    with pytest.raises(ValueError, match="recall comes without a number"):
        Act(Action.RECALL, 1)


def test_number_pads_have_keys_by_name() -> None:
    assert set(CLERK_KEYS) | set(RATER_KEYS) <= set(KEYS)
    assert number_pad_keys({"Enter": "recall", "1": "rate-1"}) == {
        "Enter": Act(Action.RECALL),
        "1": Act(Action.RATE, 1),
    }


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ({}, "no key does anything"),
        ({"F1": "recall"}, "F1: no key of a number pad; known are 0, 1"),
        ({"Enter": "go"}, "Enter: 'go' is no action"),
        ({"F1": "recall", "Enter": "go"}, "F1: .*\nEnter: "),
    ],
)
def test_a_wrong_number_pad_is_named(table: dict[str, str], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        number_pad_keys(table)


def test_a_bus_is_read() -> None:
    keypad = {"address": 5, "window": 3, "keys": {"01": "call-next", "0a": "digit-9"}}
    rater = {"address": 6, "window": 3}
    bus, pads = bus_settings({"url": "serial:COM3", "pads": [keypad, rater], "pause_s": 0})
    assert bus == BusSettings("serial:COM3", (5, 6), pause_s=0)
    assert pads[5] == PadSettings(3, {1: Act(Action.CALL_NEXT), 10: Act(Action.DIGIT, 9)})
    assert pads[6].keys[5] == Act(Action.RATE, 5)


GOOD = {"address": 5, "window": 3}


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ({"pads": [GOOD]}, "url: missing"),
        ({"url": "usb://1", "pads": [GOOD]}, "url: device address"),
        ({"url": "serial:COM3"}, "pads: none"),
        ({"url": "serial:COM3", "pads": {}}, "pads: a list"),
        ({"url": "serial:COM3", "pads": [5]}, r"pads\[1\]: a table, not 5"),
        ({"url": "serial:COM3", "pads": [GOOD, GOOD]}, r"pads\[2\]\.address: 5 is another pad's"),
        (
            {"url": "serial:COM3", "pads": [{"address": 0, "window": 1}]},
            r"pads\[1\]\.address: a whole number from 1",
        ),
        (
            {"url": "serial:COM3", "pads": [GOOD | {"keys": {"1": "pass"}}]},
            r"pads\[1\]\.keys\.1: a key is two hex",
        ),
        (
            {"url": "serial:COM3", "pads": [GOOD | {"keys": {"01": "go"}}]},
            r"pads\[1\]\.keys\.01: 'go' is no action",
        ),
        ({"url": "serial:COM3", "pads": [GOOD], "answer_s": 9}, "answer_s: seconds from 0.01 to 1"),
        (
            {"url": "serial:COM3", "pads": [GOOD | {"lamp": 1}]},
            r"pads\[1\]\.lamp: unknown; known are address",
        ),
        ({"pads": [{"address": 5}]}, "url: missing\npads.1..window: missing"),
    ],
)
def test_a_wrong_bus_is_named(table: dict[str, Any], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        bus_settings(table)
