"""The session on Windows: written from its pages, not yet tried on a machine.

Source: learn.microsoft.com, "WTSRegisterSessionNotification function (wtsapi32.h)",
"WM_WTSSESSION_CHANGE message", "WM_POWERBROADCAST message".
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QWindow

from caller.hotkeys.native import WindowsMessages
from caller.session.watch import SessionWatch

WM_POWERBROADCAST, WM_WTSSESSION_CHANGE = 0x0218, 0x02B1
PBT_APMSUSPEND, PBT_APMRESUMESUSPEND, PBT_APMRESUMEAUTOMATIC = 0x4, 0x7, 0x12
WTS_SESSION_LOCK, WTS_SESSION_UNLOCK = 0x7, 0x8
_THIS_SESSION = 0


class WindowsSession(SessionWatch):
    """Has a window of its own, never shown: the console's is another one whenever its frame changes."""

    def __init__(self, wtsapi32: Any = None, parent: QObject | None = None) -> None:
        """Make it; ``wtsapi32`` is the system's library of that name."""
        super().__init__(parent)
        self._wtsapi32 = wtsapi32 if wtsapi32 is not None else ctypes.CDLL("wtsapi32")
        self._window: QWindow | None = None
        self._messages: WindowsMessages | None = None

    def start(self) -> None:
        """Begin to listen.

        Raises:
            OSError: Windows told nothing of its sessions; of its sleep it does.
        """
        self._messages = WindowsMessages(self.heard)
        self._window = QWindow()
        self._window.create()
        if not self._wtsapi32.WTSRegisterSessionNotification(self._handle(), _THIS_SESSION):
            raise OSError("Windows tells nothing of this session's lock")

    def stop(self) -> None:
        """Listen no more."""
        if self._messages is not None:
            self._messages.stop()
            self._messages = None
        if self._window is not None:
            self._wtsapi32.WTSUnRegisterSessionNotification(self._handle())
            self._window.destroy()
            self._window = None

    def heard(self, message: int, w_param: int) -> None:
        """Take in one message; the power's comes to each window of the program, and counts once."""
        say = _SAYS.get((message, w_param))
        if say is not None:
            say(self)

    def _handle(self) -> ctypes.c_void_p:
        return ctypes.c_void_p(int(self._window.winId()) if self._window is not None else 0)


_SAYS: Mapping[tuple[int, int], Callable[[WindowsSession], None]] = {
    (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK): lambda watch: watch._say_locked(True),
    (WM_WTSSESSION_CHANGE, WTS_SESSION_UNLOCK): lambda watch: watch._say_locked(False),
    (WM_POWERBROADCAST, PBT_APMSUSPEND): lambda watch: watch._say_asleep(True),
    (WM_POWERBROADCAST, PBT_APMRESUMESUSPEND): lambda watch: watch._say_asleep(False),
    (WM_POWERBROADCAST, PBT_APMRESUMEAUTOMATIC): lambda watch: watch._say_asleep(False),
}
