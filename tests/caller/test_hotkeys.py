"""Keys that work while another program has the keyboard."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from caller.hotkeys.choice import take_hot_keys
from caller.hotkeys.windows import WindowsKeys, windows_key
from caller.keys import Act, Command
from caller.moves import Move
from caller.settings import CallerSettings
from tests.caller.desk import Desk

WITHIN_S = 60

ON_X = """
import ctypes, sys
from PySide6.QtCore import QCoreApplication, QTimer
from caller.hotkeys.x11 import X11Keys
from caller.moves import Move
app = QCoreApplication([])
first, second = X11Keys(), X11Keys()
print("refused", first.take({Move.CALL_NEXT: "Ctrl+F9", Move.RECALL: "no key"}))
print("taken", second.take({Move.CALL_NEXT: "Ctrl+F9", Move.PASS: "F5"}))
first.pressed.connect(lambda act: print("first", act))
second.pressed.connect(lambda act: print("second", act))
x, test = first._x, ctypes.CDLL("libXtst.so.6")
def strike(*names):
    display = ctypes.c_void_p(other)
    codes = [x.XKeysymToKeycode(other, x.XStringToKeysym(name)) for name in names]
    for down, order in ((1, codes), (0, codes[::-1])):
        for code in order:
            test.XTestFakeKeyEvent(display, code, down, ctypes.c_ulong(0))
    x.XSync(other, 0)
other = x.XOpenDisplay(None)
strike(b"Control_L", b"F9")
strike(b"F9")
strike(b"F5")
strike(b"Num_Lock")
strike(b"Control_L", b"F9")
def done():
    first.stop()
    print("free", second.take({Move.CALL_NEXT: "Ctrl+F9"}))
    second.stop()
    app.quit()
QTimer.singleShot(500, done)
app.exec()
"""


@pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="no X server to start")
def test_keys_are_taken_from_an_x_server_and_given_back() -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = ["xvfb-run", "-a", sys.executable, "-c", ON_X]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=WITHIN_S)
    # Two lines to the server are read in whichever order they come.
    first, second, *pressed, last = done.stdout.splitlines() or [done.stderr, "", ""]
    assert (first, second, last) == ("refused ['no key']", "taken ['Ctrl+F9']", "free []")
    assert sorted(pressed) == ["first call-next", "first call-next", "second pass"]


ON_SCREEN = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from caller.app import caller_for
from caller.hotkeys.choice import take_hot_keys
from caller.hotkeys.x11 import X11Keys
from caller.moves import Move
from caller.settings import CallerSettings
from caller.widgets.label import Label
from core.qt.app import make_app
app = make_app("test", widgets=True)
other = X11Keys()
other.take({Move.CALL_NEXT: "Ctrl+F9"})
settings = CallerSettings(QSettings(sys.argv[1], QSettings.Format.IniFormat))
settings.remember_language("zh")
caller = caller_for("http://127.0.0.1:9", settings=settings)
caller.show()
keys = take_hot_keys(caller.window, {Move.CALL_NEXT: "Ctrl+F9", Move.PASS: "Ctrl+F5"})
print(caller.window.findChild(Label, "hot-keys").text())
keys.stop()
other.stop()
caller.stop()
"""


@pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="no X server to start")
def test_a_key_of_another_program_is_told_on_the_screen(tmp_path: Path) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "xcb"}
    command = ["xvfb-run", "-a", sys.executable, "-c", ON_SCREEN, str(tmp_path / "caller.ini")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=WITHIN_S)
    said = "Ctrl+F9（呼叫下一位） 被别的程序占用。请关掉那个程序再重启本程序，或另设按键。"
    assert done.stdout.splitlines()[-1:] == [said], done.stderr


class User32:
    """The part of Windows that a test can stand in for."""

    def __init__(self, *taken: tuple[int, int]) -> None:
        self.held = dict(enumerate(taken, start=100))

    def RegisterHotKey(self, _window: None, number: int, modifiers: int, key: int) -> int:
        if (modifiers, key) in self.held.values():
            return 0
        self.held[number] = (modifiers, key)
        return 1

    def UnregisterHotKey(self, _window: None, number: int) -> int:
        return int(self.held.pop(number, None) is not None)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Ctrl+F9", (0x2, 0x78)),
        ("Alt+Shift+N", (0x5, 0x4E)),
        ("F24", (0, 0x87)),
        ("Meta+5", (0x8, 0x35)),
        ("Ctrl+Ins", (0x2, 0x2D)),
        ("", None),
        ("Ctrl+K, Ctrl+C", None),
    ],
)
def test_windows_has_numbers_for_keys(text: str, key: tuple[int, int] | None) -> None:
    assert windows_key(text) == key


@pytest.mark.usefixtures("qapp")
def test_on_windows_a_key_of_another_program_is_told() -> None:
    system = User32((0x4000, 0x74))
    keys = WindowsKeys(system)
    heard: list[Act] = []
    keys.pressed.connect(heard.append)
    assert keys.take({Move.CALL_NEXT: "Ctrl+F9", Move.PASS: "F5"}) == ["F5"]
    keys.heard(1)
    keys.heard(7)
    assert heard == [Move.CALL_NEXT]
    keys.stop()
    assert list(system.held.values()) == [(0x4000, 0x74)]


@pytest.mark.logs("only while the console has the keyboard: offscreen")
def test_where_the_system_has_no_way_it_is_said(desk: Desk) -> None:
    assert take_hot_keys(desk.app.window, desk.settings.global_keys()) is None
    assert take_hot_keys(desk.app.window, {}) is None


@pytest.mark.usefixtures("qapp")
def test_the_office_can_set_them(tmp_path: Path) -> None:
    store = QSettings(str(tmp_path / "caller.ini"), QSettings.Format.IniFormat)
    settings = CallerSettings(store)
    assert settings.global_keys() == {Move.CALL_NEXT: "Ctrl+F9"}
    store.setValue("global-keys/call-next", "")
    store.setValue("global-keys/strip", "Ctrl+F2")
    assert settings.global_keys() == {Command.STRIP: "Ctrl+F2"}
