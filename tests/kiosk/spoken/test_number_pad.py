"""A number pad of the device file at a kiosk: its keys come by name, whatever the file says they do."""

from __future__ import annotations

import os
import struct
from pathlib import Path

from pytestqt.qtbot import QtBot

from hardware.devices import KeysEntry, read_devices
from hardware.keypad.input_events import InputEvents
from kiosk.devices import KioskDevices

FIVE, STAR = 76, 55


def event(code: int) -> bytes:
    return b"".join(struct.pack("@llHHi", 1, 2, 1, code, value) for value in (1, 0))


def test_the_keys_of_a_pad_come_by_name(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "event-kbd"
    os.mkfifo(path)
    end = os.open(path, os.O_RDWR)
    grabbed: list[int] = []
    entry = KeysEntry(
        "盲人键盘",
        str(path),
        "keypads",
        lambda: InputEvents(str(path), lambda _: None, grab=grabbed.append),
        typed=lambda pressed: InputEvents(str(path), pressed, grab=grabbed.append),
    )
    devices = KioskDevices([entry], lambda: None)
    pressed: list[str] = []
    devices.key_pressed.connect(pressed.append)
    assert devices.names == [("盲人键盘", "keypads")]
    devices.start()
    os.write(end, event(FIVE) + event(STAR))
    qtbot.waitUntil(lambda: pressed == ["5", "Star"])
    devices.stop()
    os.close(end)


def test_a_pad_with_a_file_of_its_own_is_a_kiosks_and_one_with_focus_is_the_windows() -> None:
    pads = [{"name": "own", "device": "/dev/input/by-id/pad-event-kbd"}, {"name": "focus"}]
    own, focus = read_devices({"number_pads": pads})
    assert isinstance(own, KeysEntry)
    assert isinstance(focus, KeysEntry)
    assert own.typed is not None
    assert focus.typed is None
