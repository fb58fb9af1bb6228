"""Another resolution for an X server, or no monitor at all: what a television's menu and its plug do.

Source: Xrandr(3) and X11/extensions/Xrandr.h.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import POINTER, Structure, byref, c_char_p, c_int, c_uint, c_ulong, c_void_p
from typing import Any

_UPRIGHT = 1
_NOTHING = 0


class _Mode(Structure):
    _fields_ = (
        ("id", c_ulong),
        ("width", c_uint),
        ("height", c_uint),
        ("clock", c_ulong),
        ("timings", c_uint * 7),
        ("name", c_char_p),
        ("name_length", c_uint),
        ("flags", c_ulong),
    )


class _Resources(Structure):
    _fields_ = (
        ("at", c_ulong),
        ("configured_at", c_ulong),
        ("crtc_count", c_int),
        ("crtcs", POINTER(c_ulong)),
        ("output_count", c_int),
        ("outputs", POINTER(c_ulong)),
    )


class Television:
    """The one monitor of an X server.

    Attributes:
        display: The server's name.
    """

    def __init__(self, display: str) -> None:
        self.display = display
        self._x11, self._randr = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXrandr.so.2")
        self._call(self._x11, "XOpenDisplay", c_void_p)
        self._server = c_void_p(self._x11.XOpenDisplay(display.encode()))
        assert self._server.value, f"no X server at {display}"
        self._call(self._x11, "XDefaultRootWindow", c_ulong)
        self._root = c_ulong(self._x11.XDefaultRootWindow(self._server))
        self._call(self._randr, "XRRGetScreenResources", POINTER(_Resources))
        self._call(self._randr, "XRRCreateMode", c_ulong)
        self._modes: dict[tuple[int, int], int] = {}

    def close(self) -> None:
        """Leave the server."""
        self._x11.XCloseDisplay(self._server)

    def off(self) -> None:
        """Unplug it."""
        self._use(_NOTHING)

    def show(self, width: int, height: int) -> None:
        """Plug it in, or choose a resolution."""
        mode = self._mode(width, height)
        self._use(_NOTHING)
        self._randr.XRRSetScreenSize(self._server, self._root, width, height, width // 4, height // 4)
        self._use(mode)

    def _mode(self, width: int, height: int) -> int:
        if (width, height) not in self._modes:
            name = f"tv{width}x{height}".encode()
            timings = (c_uint * 7)(width + 8, width + 16, width + 24, 0, height + 2, height + 4, height + 6)
            info = _Mode(0, width, height, 60_000_000, timings, name, len(name), 0)
            made = self._randr.XRRCreateMode(self._server, self._root, byref(info))
            output = self._resources().outputs[0]
            self._randr.XRRAddOutputMode(self._server, c_ulong(output), c_ulong(made))
            self._modes[width, height] = made
        return self._modes[width, height]

    def _use(self, mode: int) -> None:
        found = self._randr.XRRGetScreenResources(self._server, self._root)
        outputs = (c_ulong * 1)(found.contents.outputs[0])
        count = 1 if mode else 0
        crtc, now = c_ulong(found.contents.crtcs[0]), c_ulong(0)
        answer = self._randr.XRRSetCrtcConfig(
            self._server, found, crtc, now, 0, 0, c_ulong(mode), _UPRIGHT, outputs if mode else None, count
        )
        assert answer == 0, f"the X server refused: {answer}"
        self._x11.XSync(self._server, 0)

    def _resources(self) -> Any:
        return self._randr.XRRGetScreenResources(self._server, self._root).contents

    @staticmethod
    def _call(library: ctypes.CDLL, name: str, answer: Any) -> None:
        getattr(library, name).restype = answer


@contextmanager
def television(width: int, height: int) -> Iterator[Television]:
    """Start an X server with a monitor of at most that size."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as lines:
            number = lines.readline().strip()
        assert number, "Xvfb did not start"
        found = Television(f":{number}")
        try:
            yield found
        finally:
            found.close()
    finally:
        server.terminate()
        server.wait()
