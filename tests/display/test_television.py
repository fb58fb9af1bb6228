"""A board on a real X server whose monitor changes its resolution and is unplugged."""

from __future__ import annotations

import ctypes.util
import os
import shutil
import subprocess
import sys

import pytest

from tests.support.randr import television

PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from core.client.link import CoreLink
from core.qt.app import make_app, run_app
from display.app import DisplayApp
app = make_app("hallcall-test", widgets=False)
display = DisplayApp(CoreLink("http://127.0.0.1:9", ""))
view, root, told = display.view, display.view.rootObject, []
def tell():
    plugged = any(each.name() == "screen" for each in app.screens())
    inside = root().x() >= 0 and root().x() + root().width() <= view.width()
    said = view.width(), view.height(), plugged, inside and view.isVisible()
    if told[-1:] != [said]:
        told.append(said)
        print(*said, flush=True)
look = QTimer(interval=20)
look.timeout.connect(tell)
look.start()
display.show(full_screen=True)
sys.exit(run_app(app))
"""


@pytest.mark.skipif(
    not (shutil.which("Xvfb") and ctypes.util.find_library("Xrandr")), reason="needs Xvfb and libXrandr"
)
def test_a_board_fills_its_television_whatever_becomes_of_it() -> None:
    with television(1920, 1080) as tv:
        program = subprocess.Popen(
            [sys.executable, "-c", PROGRAM],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "QT_QPA_PLATFORM": "xcb", "DISPLAY": tv.display},
        )
        assert program.stdout is not None
        try:

            def until(line: str) -> None:
                assert program.stdout is not None
                assert any(each == f"{line}\n" for each in program.stdout), f"it never was {line}"

            until("1920 1080 True True")
            tv.show(1280, 720)
            until("1280 720 True True")
            tv.off()
            until("1280 720 False True")
            tv.show(1920, 1080)
            until("1920 1080 True True")
        finally:
            program.terminate()
            with program.stdout:
                program.wait(30)
        assert program.returncode == 0
