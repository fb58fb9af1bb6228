"""A number pad without focus, fed with Linux's own events through a pipe: there is no uinput everywhere."""

from __future__ import annotations

import os
import queue
import struct
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from hardware.errors import DeviceUnreachable
from hardware.keypad.at_windows import Press
from hardware.keypad.input_events import InputEvents, grab
from hardware.keypad.number_pad import NumberPads, number_pad_settings
from hardware.worker import READY, Health, State, Worker

WITHIN_S = 30
KP1, KP_ENTER, LETTER_A, MINUS = 79, 96, 30, 74
UP, DOWN, HELD = 0, 1, 2


def event(code: int, value: int, kind: int = 1) -> bytes:
    return struct.pack("@llHHi", 12, 34, kind, code, value) + struct.pack("@llHHi", 12, 34, 0, 0, 0)


class Keyboard:
    """A pipe that stands where the system's file of a keyboard is."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "event-kbd"
        os.mkfifo(self.path)
        self.grabbed: list[int] = []
        self._end = -1

    def plug_in(self) -> None:
        self._end = os.open(self.path, os.O_RDWR)

    def send(self, *data: bytes) -> None:
        os.write(self._end, b"".join(data))

    def close(self) -> None:
        if self._end >= 0:
            os.close(self._end)


@pytest.fixture
def keyboard(tmp_path: Path) -> Iterator[Keyboard]:
    made = Keyboard(tmp_path)
    made.plug_in()
    yield made
    made.close()


def test_each_key_counts_once_however_long_it_is_held(keyboard: Keyboard) -> None:
    pressed: list[str] = []
    pad = InputEvents(str(keyboard.path), pressed.append, grab=keyboard.grabbed.append)
    pad.connect()
    assert len(keyboard.grabbed) == 1, "no other program gets its keys"
    keyboard.send(event(KP1, DOWN), event(KP1, HELD), event(KP1, HELD), event(KP1, UP), event(LETTER_A, DOWN))
    assert pad.look() == READY
    keyboard.send(event(KP_ENTER, DOWN), event(MINUS, DOWN, kind=4))
    assert pad.look() == READY
    assert pressed == ["1", "Enter"]
    pad.disconnect()


def test_half_an_event_waits_for_its_other_half(keyboard: Keyboard) -> None:
    pressed: list[str] = []
    pad = InputEvents(str(keyboard.path), pressed.append, grab=lambda _: None)
    pad.connect()
    data = event(MINUS, DOWN)
    keyboard.send(data[:10])
    pad.look()
    assert pressed == []
    keyboard.send(data[10:])
    pad.look()
    assert pressed == ["Minus"]
    pad.disconnect()


def test_what_is_no_keyboard_or_another_program_s_is_unreachable(keyboard: Keyboard, tmp_path: Path) -> None:
    for path in (keyboard.path, tmp_path / "gone"):
        pad = InputEvents(str(path), lambda _: None, grab=grab)
        with pytest.raises(DeviceUnreachable):
            pad.connect()
        pad.disconnect()


@pytest.mark.logs("is gone")
def test_a_pad_that_is_pulled_out_is_looked_for_until_it_is_back(keyboard: Keyboard) -> None:
    heard: queue.SimpleQueue[Press] = queue.SimpleQueue()
    told: queue.SimpleQueue[Health] = queue.SimpleQueue()
    settings = number_pad_settings({"for": "rater", "device": str(keyboard.path), "window": 3})
    pads = NumberPads("评价器", settings, heard.put, grab=lambda _: None)
    worker = Worker(pads.device, told.put, retry_s=(0.01,))
    worker.start()
    try:
        assert told.get(timeout=WITHIN_S) == READY
        keyboard.close()
        keyboard.path.unlink()
        while told.get(timeout=WITHIN_S).state is not State.GONE:
            pass
        os.mkfifo(keyboard.path)
        keyboard.plug_in()
        while told.get(timeout=WITHIN_S) != READY:
            pass
        keyboard.send(event(KP1, DOWN))
        press = heard.get(timeout=WITHIN_S)
        assert (press.device, press.window, press.act.number) == ("评价器", 3, 1)
        assert threading.active_count() > 1
    finally:
        worker.stop()


@pytest.mark.parametrize(
    ("table", "mistake"),
    [
        ({"for": "rater"}, "device: missing"),
        ({"for": "guide"}, "for: one of clerk, rater"),
        ({"device": "usb"}, "device: a file below /dev/input"),
        ({"keys": {"F1": "call-next"}}, "F1: no key of a number pad"),
        ({"keys": {"1": "rate-1"}}, "device: missing"),
        ({"window": 0}, "window: a whole number"),
        ({"pads": []}, "pads: unknown"),
    ],
)
def test_what_is_wrong_with_a_number_pad_is_told(table: dict[str, object], mistake: str) -> None:
    with pytest.raises(ValueError, match=mistake):
        number_pad_settings(table)
