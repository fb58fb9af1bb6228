"""PySide6 keeps the reference count of None (docs/adr/0003).

6.12.0 loses one in every call that returns nothing: CPython 3.11 then aborts after some 5,700 calls, and a
hall's screen makes them in seconds.
"""

from __future__ import annotations

import os
import subprocess
import sys

CALLS = 20_000
SCRIPT = f"""
import sys
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QImage, QPainter

app = QGuiApplication([])
timer, plain, image = QTimer(), QObject(), QImage(8, 8, QImage.Format.Format_RGB32)
painter = QPainter(image)
before = sys.getrefcount(None)
for _ in range({CALLS}):
    timer.stop()
    plain.setObjectName("x")
    painter.resetTransform()
print(before - sys.getrefcount(None))
painter.end()
"""


def test_calls_that_return_nothing_do_not_use_up_none() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert abs(int(ended.stdout)) < CALLS / 100
