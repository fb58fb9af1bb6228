"""What Windows sends to a program's windows, as Qt hands it on before it looks itself."""

from __future__ import annotations

from collections.abc import Callable
from ctypes import wintypes
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QCoreApplication

Heard = Callable[[int, int], None]


class WindowsMessages(QAbstractNativeEventFilter):
    """Tells each message's number and ``wParam``; Qt goes on with it as if nobody had looked."""

    def __init__(self, heard: Heard) -> None:
        super().__init__()
        self._heard = heard
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self)

    def stop(self) -> None:
        """Listen no more."""
        app = QCoreApplication.instance()
        if app is not None:
            app.removeNativeEventFilter(self)

    def nativeEventFilter(self, kind: Any, message: Any) -> tuple[bool, int]:  # noqa: N802
        """Look at one."""
        if bytes(kind) == b"windows_generic_MSG":
            said = wintypes.MSG.from_address(int(message))
            self._heard(int(said.message), int(said.wParam))
        return False, 0
