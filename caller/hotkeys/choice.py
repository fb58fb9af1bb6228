"""Which way this system gives keys to a program that has not the keyboard."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from PySide6.QtGui import QGuiApplication

from caller.hotkeys.windows import WindowsKeys
from caller.hotkeys.x11 import X11Keys
from caller.keys import Act
from caller.window import CallerWindow

log = logging.getLogger(__name__)

HotKeys = X11Keys | WindowsKeys

_FORBIDDEN = {
    "wayland": "Wayland lets no program hear the keys of another",
    "cocoa": "macOS lets a program hear the keys of another only where its owner allows it by hand",
}


def take_hot_keys(window: CallerWindow, wanted: Mapping[Act, str]) -> HotKeys | None:
    """Let ``wanted`` press the window's moves from anywhere; where that cannot be, the log says why.

    Keys that another program has are told on the screen too.
    """
    if not wanted:
        return None
    try:
        keys = _keys_of(QGuiApplication.platformName())
    except OSError as error:
        log.warning("keys work only while the console has the keyboard: %s", error)
        return None
    keys.setParent(window)
    keys.pressed.connect(window.do)
    QGuiApplication.instance().aboutToQuit.connect(keys.stop)  # type: ignore[union-attr]
    refused = keys.take(wanted)
    for text in refused:
        log.warning("%s belongs to another program: it works only while the console has the keyboard", text)
    window.show_refused_keys([(act, text) for act, text in wanted.items() if text in refused])
    return keys


def _keys_of(platform: str) -> HotKeys:
    if platform == "xcb":
        return X11Keys()
    if platform == "windows":
        return WindowsKeys()
    raise OSError(_FORBIDDEN.get(platform, f"{platform} has no way to hear them"))
