"""Whether there is a screen to draw on: without one Qt ends the program in its own words, by a core dump."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Mapping

_NONE = (
    "no screen: neither DISPLAY nor WAYLAND_DISPLAY is set. Start it from the desktop of who is signed in at"
    " this machine, or from there over ssh with DISPLAY=:0; QT_QPA_PLATFORM=offscreen runs it unseen"
)
_SHUT = (
    "no screen: the X server DISPLAY={display} does not let this program in. See that it runs, and that this"
    " is the user whose desktop it is (XAUTHORITY)"
)
_CURSOR = "libxcb-cursor.so.0"
_NO_CURSOR = "no screen: {library} is missing, which Qt needs for X11. Install it (Debian: libxcb-cursor0)"


class NoScreen(OSError):
    """There is nothing to draw on; the text says what is missing and what to do."""


def need_screen(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> None:
    """Return if Qt will find a screen, as far as that can be told before.

    Raises:
        NoScreen: It would not.
    """
    chosen = environ.get("QT_QPA_PLATFORM", "")
    if platform != "linux" or (chosen and not chosen.startswith("xcb")):
        return
    display = environ.get("DISPLAY", "")
    if environ.get("WAYLAND_DISPLAY") and not chosen:
        return
    if not display:
        raise NoScreen(_NONE)
    _need_x(display)


def _need_x(display: str) -> None:
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return  # Qt says better than anyone which library it misses.
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = (ctypes.c_void_p,)
    line = xcb.xcb_connect(display.encode(), None)
    failed = xcb.xcb_connection_has_error(line)
    xcb.xcb_disconnect(line)
    if failed:
        raise NoScreen(_SHUT.format(display=display))
    try:
        ctypes.CDLL(_CURSOR)
    except OSError as error:
        raise NoScreen(_NO_CURSOR.format(library=_CURSOR)) from error
