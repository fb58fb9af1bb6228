"""Pads by their windows: whose press it is, and what stands on which pad."""

from __future__ import annotations

import queue
from collections.abc import Mapping
from typing import Any

import pytest

from hardware.keypad.actions import Act, Action
from hardware.keypad.at_windows import (
    BUSY,
    OPEN,
    PLEASE,
    TROUBLE,
    WAITING,
    BusPads,
    Face,
    Press,
    RaterFace,
    VendorPads,
    keypad_shown,
    rater_shown,
)
from hardware.keypad.messages import Shown
from hardware.keypad.settings import bus_settings
from hardware.keypad.vendor_settings import vendor_settings
from hardware.keypad.vendor_virtual import VirtualVendor, press
from hardware.keypad.virtual import VirtualBus, VirtualPad
from hardware.simulated_port import SimulatedSerialPort, SimulatedTcpPort
from hardware.worker import Worker

WITHIN_S = 30


@pytest.mark.parametrize(
    ("face", "shown"),
    [
        (Face(), Shown()),
        (Face("free"), Shown("", OPEN)),
        (Face("free", waiting=3), Shown("", OPEN | WAITING)),
        (Face("calling", "A017"), Shown("A017", OPEN, BUSY)),
        (Face("serving", "A017", 2), Shown("A017", OPEN | BUSY | WAITING)),
        (Face("paused"), Shown("", 0, OPEN)),
        (Face("closed", mark="ID"), Shown("ID")),
        (Face("calling", "A017", mark="NO", trouble=True), Shown("NO", OPEN | TROUBLE, BUSY)),
        (Face("calling", "甲017"), Shown("?", OPEN, BUSY)),
    ],
)
def test_what_a_keypad_shows(face: Face, shown: Shown) -> None:
    assert keypad_shown(face) == shown


def test_what_a_rater_shows() -> None:
    assert rater_shown(RaterFace("0301", please=True)) == Shown("0301", 0, PLEASE)
    assert rater_shown(RaterFace("----", trouble=True)) == Shown("----", TROUBLE)


def test_each_pad_of_a_bus_speaks_and_shows_for_its_window() -> None:
    heard: queue.SimpleQueue[Press] = queue.SimpleQueue()
    pads = {1: VirtualPad(), 2: VirtualPad(), 3: VirtualPad()}
    with SimulatedSerialPort(VirtualBus(pads)) as port:
        table: dict[str, Any] = {
            "url": port.url,
            "pads": [
                {"address": 1, "window": 7, "keys": {"01": "call-next"}},
                {"address": 2, "window": 7},
                {"address": 3, "window": 8, "keys": {"01": "pass"}},
            ],
        }
        at_windows = BusPads("pads", *bus_settings(table), heard.put, clock=lambda: 5.0)
        assert at_windows.acts == {
            7: frozenset({Action.CALL_NEXT, Action.RATE}),
            8: frozenset({Action.PASS}),
        }
        worker = Worker(at_windows.device, every_s=at_windows.every_s)
        worker.start()
        at_windows.show(7, Face("calling", "A017"))
        at_windows.show_rater(7, RaterFace("0301"))
        port.wait_for(lambda bus: bus.pads[1].shown.text == "A017" and bus.pads[2].shown.text == "0301")
        assert pads[3].shown == Shown()
        pads[2].press(4)
        assert heard.get(timeout=WITHIN_S) == Press("pads", 7, Act(Action.RATE, 4), 5.0)
        port.wait_for(lambda bus: bus.pads[3].greetings > 0)
        pads[3].press(9)  # a key that does nothing
        pads[3].press(1)
        assert heard.get(timeout=WITHIN_S) == Press("pads", 8, Act(Action.PASS), 5.0)
        worker.stop()


VENDOR: Mapping[str, Any] = {
    "frames": "lines",
    "ending": "0D",
    "rules": [
        {"pattern": r"K(?P<address>\d)N", "action": "call-next"},
        {"pattern": "N", "action": "call-next"},
    ],
    "messages": {"calling": "S{address:1}{number:4}", "closed": "S{address:1}----"},
}


@pytest.mark.logs("no window is set", "number")
def test_a_vendor_s_devices_stand_where_the_table_says() -> None:
    heard: queue.SimpleQueue[Press] = queue.SimpleQueue()
    with SimulatedTcpPort(VirtualVendor()) as port:
        settings = vendor_settings({**VENDOR, "url": port.url, "windows": {"1": 7, "2": 8}})
        pads = VendorPads("K", settings, heard.put, clock=lambda: 5.0)
        assert set(pads.acts) == {7, 8}
        worker = Worker(pads.device)
        worker.start()
        pads.show(8, Face("calling", "A017"))
        port.wait_for(lambda device: b"S2A017\r" in device.heard)
        press(port, b"K9N\r")
        press(port, b"K1N\r")
        assert heard.get(timeout=WITHIN_S) == Press("K", 7, Act(Action.CALL_NEXT), 5.0)
        pads.show(8, Face("calling", "A0171234567"))  # longer than its display
        pads.show(8, Face())
        port.wait_for(lambda device: b"S2----\r" in device.heard)
        worker.stop()


def test_a_vendor_s_device_without_a_table_of_windows_is_of_its_machine() -> None:
    settings = vendor_settings({**VENDOR, "url": "tcp://127.0.0.1:1"})
    assert set(VendorPads("K", settings, lambda _: None).acts) == {None}
    settings = vendor_settings({**VENDOR, "url": "tcp://127.0.0.1:1", "window": 5})
    assert set(VendorPads("K", settings, lambda _: None).acts) == {5}
    with pytest.raises(ValueError, match=r"windows\.x: the address(.|\n)*windows\.1: a whole number"):
        vendor_settings({**VENDOR, "url": "tcp://127.0.0.1:1", "windows": {"x": 1, "1": 0}})
