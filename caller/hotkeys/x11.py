"""Such keys on X11, taken from the server with ``XGrabKey``.

Source: Xlib - C Language X Interface, "Keyboard Grabbing" and "KeyEvent". The line to the server is its
own: it is read when something comes and never asked.
"""

from __future__ import annotations

import ctypes
import ctypes.util
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QKeyCombination, QObject, QSocketNotifier, Qt, Signal
from PySide6.QtGui import QKeySequence

from caller.keys import Act

_KEY_PRESS, _KEY_RELEASE = 2, 3
_ASYNC = 1
_MODIFIERS = {
    Qt.KeyboardModifier.ShiftModifier: 1 << 0,
    Qt.KeyboardModifier.ControlModifier: 1 << 2,
    Qt.KeyboardModifier.AltModifier: 1 << 3,
    Qt.KeyboardModifier.MetaModifier: 1 << 6,
}
_CAPS, _NUM = 1 << 1, 1 << 4
_LOCKS = (0, _CAPS, _NUM, _CAPS | _NUM)
"""A grab is for exactly these modifiers, and a lamp on the keyboard is one: each key is taken four times."""
_ALL = sum(_MODIFIERS.values())
_NAMES = {
    "Ins": "Insert",
    "Del": "Delete",
    "PgUp": "Prior",
    "PgDown": "Next",
    "Space": "space",
    "Esc": "Escape",
    "+": "plus",
    "-": "minus",
}
"""What Qt calls a key, and what X does."""


class _KeyEvent(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("root", ctypes.c_ulong),
        ("subwindow", ctypes.c_ulong),
        ("time", ctypes.c_ulong),
        *((name, ctypes.c_int) for name in ("x", "y", "x_root", "y_root")),
        ("state", ctypes.c_uint),
        ("keycode", ctypes.c_uint),
        ("same_screen", ctypes.c_int),
    )


class _Event(ctypes.Union):
    _fields_ = (("key", _KeyEvent), ("pad", ctypes.c_long * 24))


_ON_ERROR = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)


class X11Keys(QObject):
    """Takes keys from the X server and gives them back.

    Signals:
        pressed(object): The act of a key; one that is held down comes once.
    """

    pressed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Open a line to the server.

        Raises:
            OSError: There is no Xlib here, or no server.
        """
        super().__init__(parent)
        self._x = _xlib()
        self._display = self._x.XOpenDisplay(None)
        if not self._display:
            raise OSError("no X server")
        self._root = self._x.XDefaultRootWindow(self._display)
        # Else a key that is held down is let go and pressed again thirty times a second.
        self._x.XkbSetDetectableAutoRepeat(self._display, 1, None)
        self._acts: dict[tuple[int, int], Act] = {}
        self._down: set[int] = set()
        self._line = QSocketNotifier(
            self._x.XConnectionNumber(self._display), QSocketNotifier.Type.Read, self
        )
        self._line.activated.connect(self._read)

    def take(self, wanted: Mapping[Act, str]) -> list[str]:
        """Take the keys of ``wanted``; return those that another program has, or that are no keys."""
        return [text for act, text in wanted.items() if not self._take(act, text)]

    def stop(self) -> None:
        """Give the keys back."""
        if self._display:
            self._line.setEnabled(False)
            self._x.XCloseDisplay(self._display)
            self._display = None

    def _take(self, act: Act, text: str) -> bool:
        modifiers, code = self._code_of(text)
        if not code:
            return False
        refused = False

        def hear(_display: int, _error: int) -> int:
            nonlocal refused
            refused = True
            return 0

        handler = _ON_ERROR(hear)
        before = self._x.XSetErrorHandler(ctypes.cast(handler, ctypes.c_void_p))
        for lock in _LOCKS:
            self._x.XGrabKey(self._display, code, modifiers | lock, self._root, 0, _ASYNC, _ASYNC)
        self._x.XSync(self._display, 0)
        self._x.XSetErrorHandler(before)
        if refused:
            for lock in _LOCKS:
                self._x.XUngrabKey(self._display, code, modifiers | lock, self._root)
        else:
            self._acts[modifiers, code] = act
        # What came while the server was asked was read with its answer: nothing more comes to wake the line.
        self._read()
        return not refused

    def _code_of(self, text: str) -> tuple[int, int]:
        sequence = QKeySequence(text)
        if sequence.count() != 1:
            return 0, 0
        combination: QKeyCombination = sequence[0]  # type: ignore[index]
        held = combination.keyboardModifiers()
        name = QKeySequence(combination.key()).toString(QKeySequence.SequenceFormat.PortableText)
        name = _NAMES.get(name, name.lower() if len(name) == 1 else name)
        symbol = self._x.XStringToKeysym(name.encode("ascii", "ignore"))
        code = self._x.XKeysymToKeycode(self._display, symbol) if symbol else 0
        return sum(mask for each, mask in _MODIFIERS.items() if held & each), code

    def _read(self) -> None:
        event = _Event()
        while self._display and self._x.XPending(self._display):
            self._x.XNextEvent(self._display, ctypes.byref(event))
            key = event.key
            if key.type == _KEY_RELEASE:
                self._down.discard(key.keycode)
            elif key.type == _KEY_PRESS and key.keycode not in self._down:
                self._down.add(key.keycode)
                act = self._acts.get((key.state & _ALL, key.keycode))
                if act is not None:
                    self.pressed.emit(act)


def _xlib() -> Any:
    """Return Xlib with the types of what is called here."""
    xlib = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
    whole, pointer, number = ctypes.c_int, ctypes.c_void_p, ctypes.c_ulong
    for name, gives, takes in (
        ("XOpenDisplay", pointer, (ctypes.c_char_p,)),
        ("XCloseDisplay", whole, (pointer,)),
        ("XDefaultRootWindow", number, (pointer,)),
        ("XConnectionNumber", whole, (pointer,)),
        ("XkbSetDetectableAutoRepeat", whole, (pointer, whole, pointer)),
        ("XGrabKey", whole, (pointer, whole, ctypes.c_uint, number, whole, whole, whole)),
        ("XUngrabKey", whole, (pointer, whole, ctypes.c_uint, number)),
        ("XSync", whole, (pointer, whole)),
        ("XSetErrorHandler", pointer, (pointer,)),
        ("XStringToKeysym", number, (ctypes.c_char_p,)),
        ("XKeysymToKeycode", ctypes.c_ubyte, (pointer, number)),
        ("XPending", whole, (pointer,)),
        ("XNextEvent", whole, (pointer, pointer)),
    ):
        function = getattr(xlib, name)
        function.restype, function.argtypes = gives, takes
    return xlib
