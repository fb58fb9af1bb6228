"""A USB number pad without focus: Linux's own events of one keyboard, which no other program gets meanwhile.

Source: linux/input.h (struct input_event, EVIOCGRAB) and linux/input-event-codes.h.
"""

from __future__ import annotations

import os
import select
import struct
import sys
from collections.abc import Callable
from pathlib import Path

from hardware.errors import DeviceUnreachable
from hardware.worker import READY, Health

_EVENT = struct.Struct("@llHHi")
"""Seconds, microseconds, type, code, value; two machine words first, whatever their size."""
_EV_KEY = 1
_DOWN = 1
"""0 is let go, 2 is held down."""
_EVIOCGRAB = 0x40044590
_ROUND_S = 0.25
_MOST_EVENTS = 64

CODES = {
    **dict(zip((79, 80, 81, 75, 76, 77, 71, 72, 73), "123456789", strict=True)),
    82: "0",
    96: "Enter",
    78: "Plus",
    74: "Minus",
    55: "Star",
    98: "Slash",
    83: "Point",
    117: "Equal",
    14: "Backspace",
    15: "Tab",
    # Pads that say they are the upper row of a keyboard.
    **dict(zip(range(2, 12), "1234567890", strict=True)),
    28: "Enter",
    13: "Equal",
    12: "Minus",
}
"""Names of ``number_pad.KEYS`` by Linux's key codes; Num Lock changes nothing. ``00`` comes as two ``0``."""


def grab(descriptor: int) -> None:
    """Take a keyboard's events away from every other program, until it is closed.

    Raises:
        OSError: Another program has it, or it is no keyboard.
    """
    if sys.platform != "linux":
        raise OSError("number pads without focus need Linux")
    import fcntl

    fcntl.ioctl(descriptor, _EVIOCGRAB, 1)


class InputEvents:
    """A ``Device``: hands on the keys of one keyboard. Its look waits: the worker's ``every_s`` is 0.

    Attributes:
        name: As the settings name it.
    """

    def __init__(
        self,
        path: str,
        pressed: Callable[[str], None],
        *,
        name: str = "",
        grab: Callable[[int], None] = grab,
    ) -> None:
        """Make it, not yet opened.

        Args:
            path: Below ``/dev/input``, best ``/dev/input/by-id/...-event-kbd``, which stays the same.
            pressed: Told the name of each key once, on the worker's thread; it must not wait.
            grab: How it is taken away from other programs.
        """
        self.name = name or path
        self._path = Path(path)
        self._pressed = pressed
        self._grab = grab
        self._descriptor: int | None = None
        self._half = b""

    def connect(self) -> None:
        """Open and grab it."""
        self.disconnect()
        try:
            self._descriptor = os.open(self._path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
            self._grab(self._descriptor)
        except OSError as error:
            self.disconnect()
            raise self._gone(error) from error

    def look(self) -> Health:
        """Wait a moment for keys and hand on those that came."""
        if self._descriptor is None:
            self.connect()
        assert self._descriptor is not None
        try:
            if not select.select([self._descriptor], [], [], _ROUND_S)[0]:
                return READY
            data = os.read(self._descriptor, _MOST_EVENTS * _EVENT.size)
        except BlockingIOError:
            return READY
        except OSError as error:
            raise self._gone(error) from error
        if not data:
            raise DeviceUnreachable(self.name, "it was pulled out")
        self._take(data)
        return READY

    def disconnect(self) -> None:
        """Give it back to the other programs."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
        self._half = b""

    def _take(self, data: bytes) -> None:
        data = self._half + data
        whole = len(data) - len(data) % _EVENT.size
        self._half = data[whole:]
        for _, _, kind, code, value in _EVENT.iter_unpack(data[:whole]):
            if kind == _EV_KEY and value == _DOWN and (key := CODES.get(code)) is not None:
                self._pressed(key)

    def _gone(self, error: OSError) -> DeviceUnreachable:
        return DeviceUnreachable(self.name, f"{error.strerror or error}")
