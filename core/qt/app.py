"""One way to start a Qt program, for all screens and the demo."""

from __future__ import annotations

import os
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from PySide6.QtCore import QCoreApplication, QSocketNotifier, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow, QSGRendererInterface

from core.qt.crash import install_crash_handling
from core.qt.garbage import GuiGarbage
from core.qt.heartbeat import beating
from core.qt.memory import GivesBack
from core.qt.screen import need_screen

ORGANISATION = "Hallcall"


def make_app(name: str, *, widgets: bool) -> QGuiApplication:
    """Return the application; one that exists already is returned as it is.

    QML is drawn by the software renderer unless ``HALLCALL_GPU=1``: on a machine without a GPU the default
    one takes three quarters of a core for a third of the pictures.

    Args:
        name: What the task manager and the log call it, e.g. ``"hallcall-kiosk"``.
        widgets: Whether it shows Widgets; a QML-only program is smaller.

    Raises:
        NoScreen: There is no screen, which Qt would end the program for.
        RuntimeError: Widgets are asked for, but the application that exists cannot show them.
    """
    existing = QCoreApplication.instance()
    if existing is None:
        return _new_app(name, widgets=widgets)
    if not isinstance(existing, QGuiApplication) or (widgets and not _shows_widgets(existing)):
        raise RuntimeError(f"{name} shows widgets, but a {type(existing).__name__} runs already")
    return existing


def run_app(app: QGuiApplication) -> int:
    """Run the Qt loop until the last window closes or the program is told to end; return its exit code."""
    with _quit_on_signals(app), beating(app):
        return app.exec()


def _new_app(name: str, *, widgets: bool) -> QGuiApplication:
    need_screen()
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    if os.environ.get("HALLCALL_GPU") != "1":
        QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)
    app = _widgets_app(name) if widgets else QGuiApplication([name])
    app.setApplicationName(name)
    app.setOrganizationName(ORGANISATION)
    install_crash_handling()
    GuiGarbage(app)
    GivesBack(app)
    return app


def _widgets_app(name: str) -> QGuiApplication:
    from PySide6.QtWidgets import QApplication

    return QApplication([name])


def _shows_widgets(app: QGuiApplication) -> bool:
    from PySide6.QtWidgets import QApplication

    return isinstance(app, QApplication)


@contextmanager
def _quit_on_signals(app: QGuiApplication) -> Iterator[None]:
    """End the loop on SIGINT and SIGTERM, on Windows also on Ctrl+Break, as a keeper sends it.

    Python handles a signal between two of its own instructions, and an idle Qt loop runs none: the byte
    that the interpreter writes to the wake-up socket makes Qt run some.
    """
    ours, interpreters = socket.socketpair()
    interpreters.setblocking(False)
    ours.setblocking(False)
    before_fd = signal.set_wakeup_fd(interpreters.fileno(), warn_on_full_buffer=False)

    def quit_app(_signal: int, _frame: FrameType | None) -> None:
        # Not quit(): it asks the windows first, and an unattended one refuses to be closed.
        app.exit(0)

    asked = [signal.SIGINT, signal.SIGTERM]
    if sys.platform == "win32":
        asked.append(signal.SIGBREAK)
    before = {each: signal.signal(each, quit_app) for each in asked}
    notifier = QSocketNotifier(ours.fileno(), QSocketNotifier.Type.Read, app)
    notifier.activated.connect(lambda: ours.recv(64))
    try:
        yield
    finally:
        notifier.setEnabled(False)
        for number, handler in before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(before_fd)
        ours.close()
        interpreters.close()
