"""What nobody caught: into the log, told apart into known trouble and bugs of ours."""

from __future__ import annotations

import faulthandler
import logging
import sys
import time
from collections import deque
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QMessageLogContext, QtMsgType, qInstallMessageHandler

from core.domain.errors import HallError

log = logging.getLogger(__name__)

KNOWN: tuple[type[BaseException], ...] = (HallError, OSError)
"""Trouble of the world outside: said in one line, without a traceback."""
BUGS_IN_A_ROW = 5
"""So many bugs within ``BUG_SPAN_S`` and the program ends, for its service manager to start it afresh."""
BUG_SPAN_S = 60.0
EXIT_BUGS = 70
"""Exit code for "an internal software error". Source: sysexits.h, EX_SOFTWARE."""

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

_bugs: deque[float] = deque(maxlen=BUGS_IN_A_ROW)


def install_crash_handling() -> None:
    """Send uncaught exceptions, those of slots too (PySide6 hands them over), and Qt messages to the log."""
    sys.excepthook = on_uncaught
    qInstallMessageHandler(on_qt_message)
    if sys.stderr is not None and not faulthandler.is_enabled():
        faulthandler.enable()


def on_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Log an exception that nobody caught; too many bugs in a row end the program."""
    if issubclass(kind, KeyboardInterrupt):
        QCoreApplication.exit(0)
    elif issubclass(kind, KNOWN):
        log.error("%s: %s", kind.__name__, error)
    else:
        log.critical("a bug: please report it", exc_info=(kind, error, trace))
        _count_bug(time.monotonic())


def on_qt_message(level: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Log a message of Qt or QML under ``qt.<category>``."""
    category = getattr(context, "category", None) or "default"
    logging.getLogger(f"qt.{category.removeprefix('qt.')}").log(
        _LEVELS.get(level, logging.WARNING), "%s", text
    )


def _count_bug(at_s: float) -> None:
    _bugs.append(at_s)
    if len(_bugs) == BUGS_IN_A_ROW and at_s - _bugs[0] <= BUG_SPAN_S:
        log.critical("%d bugs within %.0f s: ending, to be started afresh", BUGS_IN_A_ROW, BUG_SPAN_S)
        QCoreApplication.exit(EXIT_BUGS)
