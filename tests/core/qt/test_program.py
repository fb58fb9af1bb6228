"""How a Qt program starts, ends, and reports what nobody caught."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType
from PySide6.QtGui import QGuiApplication

from core.domain.errors import WindowBusy
from core.qt import crash
from core.qt.app import make_app
from core.qt.crash import EXIT_BUGS, on_qt_message, on_uncaught

PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from core.qt.app import make_app, run_app
app = make_app("hallcall-test", widgets=False)
def fail():
    raise ZeroDivisionError("a bug of ours")
{after}
QTimer.singleShot(0, lambda: print("runs", flush=True))
sys.exit(run_app(app))
"""


@pytest.fixture(autouse=True)
def no_bugs_before() -> Iterator[None]:
    crash._bugs.clear()
    yield
    crash._bugs.clear()


def start(after: str = "") -> subprocess.Popen[str]:
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM.format(after=after)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "runs\n"
    return program


def test_an_application_that_exists_is_used(qapp: QGuiApplication) -> None:
    assert make_app("hallcall-other", widgets=True) is qapp
    assert make_app("hallcall-other", widgets=False) is qapp


@pytest.mark.parametrize(("gpu", "backend"), [("", "software"), ("1", "")])
def test_qml_is_drawn_by_the_software_renderer_unless_told(gpu: str, backend: str) -> None:
    program = (
        "from core.qt.app import make_app; from PySide6.QtQuick import QQuickWindow;"
        "app = make_app('hallcall-test', widgets=False); print(QQuickWindow.sceneGraphBackend())"
    )
    environment = {**os.environ, "HALLCALL_GPU": gpu}
    said = subprocess.check_output([sys.executable, "-c", program], env=environment, text=True)
    assert said.strip() == backend


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_an_idle_program_ends_when_told(told: signal.Signals) -> None:
    program = start()
    program.send_signal(told)
    assert program.wait(10) == 0
    program.communicate()


def test_one_bug_is_logged_and_the_screen_goes_on() -> None:
    program = start("QTimer.singleShot(50, fail); QTimer.singleShot(200, app.quit)")
    _, errors = program.communicate(timeout=10)
    assert program.returncode == 0
    assert "ZeroDivisionError: a bug of ours" in errors


def test_bugs_in_a_row_end_the_program_to_be_started_afresh() -> None:
    program = start("again = QTimer(); again.timeout.connect(fail); again.start(10)")
    _, errors = program.communicate(timeout=10)
    assert program.returncode == EXIT_BUGS
    assert errors.count("a bug: please report it") == crash.BUGS_IN_A_ROW


def test_known_trouble_is_one_line(caplog: pytest.LogCaptureFixture) -> None:
    on_uncaught(WindowBusy, WindowBusy(window=3), None)
    on_uncaught(ConnectionResetError, ConnectionResetError("gone"), None)
    assert [record.levelno for record in caplog.records] == [logging.ERROR, logging.ERROR]
    assert all(record.exc_info is None for record in caplog.records)


def test_a_bug_is_logged_with_its_trace(caplog: pytest.LogCaptureFixture) -> None:
    on_uncaught(ZeroDivisionError, ZeroDivisionError("x"), None)
    assert caplog.records[0].levelno == logging.CRITICAL
    assert caplog.records[0].exc_info is not None


def test_qts_messages_go_to_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        on_qt_message(QtMsgType.QtWarningMsg, QMessageLogContext(), "unable to assign")
    assert caplog.records[0].levelno == logging.WARNING
    assert caplog.records[0].name.startswith("qt.")


def test_qts_own_categories_keep_their_names(caplog: pytest.LogCaptureFixture) -> None:
    context = SimpleNamespace(category="qt.multimedia.ffmpeg")
    on_qt_message(QtMsgType.QtWarningMsg, cast("QMessageLogContext", context), "no such codec")
    assert caplog.records[0].name == "qt.multimedia.ffmpeg"
