"""QML windows come up whatever Qt has to say while they load."""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, QUrl
from pytestqt.qtbot import QtBot

from core.qt.view import make_view

SIZE = QSize(120, 80)
WITHIN_S = 60

OVERRIDING = "import QtQuick\nText { property int baseline: 3; text: 'a' }\n"
USING = "import QtQuick\nItem { Inner { objectName: 'inner' } }\n"
PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QSize
from core.qt.app import make_app
from core.qt.view import make_view
app = make_app("hallcall-test", widgets=False)
try:
    make_view(Path(sys.argv[1]), {}, size=QSize(100, 100), colour="white")
except RuntimeError as error:
    print("refused", error)
print("came up")
"""


def test_a_window_shows_its_properties_and_outlives_the_collector(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "Main.qml"
    file.write_text("import QtQuick\nRectangle { required property int n; color: 'red' }\n")
    view = make_view(file, {"n": 7}, size=SIZE, colour="blue")
    gc.collect()
    view.show()
    qtbot.waitExposed(view)
    root = view.rootObject()
    assert root is not None
    assert (root.property("n"), root.width(), root.height()) == (7, 120, 80)
    assert view.grabWindow().pixelColor(60, 40).name() == "#ff0000"
    view.close()
    view.setSource(QUrl())


@pytest.mark.qt_log_ignore("QQmlComponent: Component is not ready")
def test_what_is_wrong_with_a_file_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "Main.qml"
    file.write_text("import QtQuick\nItem { widht: 3 }\n")
    with pytest.raises(RuntimeError, match="widht"):
        make_view(file, {}, size=SIZE, colour="blue")


def test_a_warning_of_the_loading_thread_does_not_hang_the_program(tmp_path: Path) -> None:
    (tmp_path / "Inner.qml").write_text(OVERRIDING)
    (tmp_path / "Main.qml").write_text(USING)
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "Main.qml")],
        capture_output=True,
        text=True,
        timeout=WITHIN_S,
        check=False,
    )
    assert "came up" in ended.stdout, ended.stderr
    assert "baseline is overridden" in ended.stderr, "the warning reaches the log"
