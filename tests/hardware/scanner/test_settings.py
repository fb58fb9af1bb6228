"""A scanner's table of the device file."""

from __future__ import annotations

import pytest

from hardware.scanner.framer import Ending
from hardware.scanner.settings import ScannerSettings, scanner_settings


def test_a_table_is_read() -> None:
    table = {
        "url": "serial:COM3?baud=115200",
        "ending": "silence",
        "idle_s": 1,
        "most": 64,
        "light_on": "16 54 0D",
    }
    assert scanner_settings(table) == ScannerSettings(
        "serial:COM3?baud=115200", Ending.SILENCE, 1.0, 64, light_on=b"\x16T\r"
    )


def test_an_address_is_enough() -> None:
    assert scanner_settings({"url": "tcp://10.0.0.9:5005"}) == ScannerSettings("tcp://10.0.0.9:5005")


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ({}, "url: missing"),
        ({"url": 3}, "url: a text, not 3"),
        ({"url": "usb://1"}, "url: device address 'usb://1': it must begin with"),
        ({"url": "serial:COM3", "ending": "cr"}, "ending: one of line, silence, auto, not 'cr'"),
        ({"url": "serial:COM3", "idle_s": 5}, "idle_s: seconds from 0.02 to 2, not 5"),
        ({"url": "serial:COM3", "idle_s": True}, "idle_s: seconds"),
        ({"url": "serial:COM3", "most": 0}, "most: a whole number from 1 to 8192, not 0"),
        ({"url": "serial:COM3", "light_on": "16 5"}, "light_on: bytes in hex"),
        ({"url": "serial:COM3", "light_off": 16}, "light_off: bytes in hex"),
        ({"url": "serial:COM3", "lamp": 1}, "lamp: unknown; known are url"),
    ],
)
def test_a_mistake_is_named(table: dict[str, object], says: str) -> None:
    with pytest.raises(ValueError, match=":") as refused:
        scanner_settings(table)
    assert str(refused.value).startswith(says)


def test_all_mistakes_are_named_at_once() -> None:
    with pytest.raises(ValueError, match=r"(?s)url: missing\nmost: .*\nlamp: "):
        scanner_settings({"most": 0, "lamp": 1})
