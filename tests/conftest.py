"""What every test shares.

Cycles are collected on the main thread only, as in the programs (``core/qt/garbage.py``).

Which file a worker gets when, and which file is shared out test by test, is decided in
:mod:`tests.support.sharing_out`. Waiting in a Qt loop is patient (:mod:`tests.support.patient`).

With ``HALLCALL_REQUIRE_ALL=1`` in the environment a skipped test is a failed one: where everything was
installed nothing may be left out quietly.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Generator, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

from core.qt.memory import give_back
from tests.support import cheap_pins, sharing_out
from tests.support.logs import unexpected_logs
from tests.support.patient import PatientBot

# The same examples every time and no clock on them; who looks for new ones sets HALLCALL_EXAMPLES.
settings.register_profile(
    "hall",
    derandomize="HALLCALL_EXAMPLES" not in os.environ,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("hall")

REQUIRE_ALL = os.environ.get("HALLCALL_REQUIRE_ALL") == "1"


def _must_not_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    if REQUIRE_ALL and report.skipped and not hasattr(report, "wasxfail"):
        why = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid}: HALLCALL_REQUIRE_ALL=1 allows no skipped test. {why}"


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Refuse a test that skipped itself."""
    report = yield
    _must_not_skip(report)
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Refuse a file that skipped itself as a whole."""
    report = yield
    _must_not_skip(report)
    return report


COLLECT_EVERY = 25
COLLECT_AT_WINDOWS = 6
"""A window of a board holds some 18 MB until the cycle is found in which it stands."""
_tests_ended = 0
_UMASK = os.umask(0o022)
os.umask(_UMASK)


def pytest_sessionstart() -> None:
    """Keep the collector off the threads that tests start: it would destroy Qt objects there."""
    gc.disable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the long files first; within a place everything keeps its order."""
    items.sort(key=lambda item: sharing_out.turn(item.nodeid))


def pytest_collection_finish() -> None:
    """Look no more through what was imported and collected: it lives to the end of the run."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Give each worker whole files, but the tests of some files one by one."""
    return sharing_out.scheduler(config, log)


@pytest.fixture
def qtbot(qapp: Any, request: pytest.FixtureRequest) -> QtBot:
    """Drive Qt as pytest-qt does, and wait longer."""
    return PatientBot(request)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Generator[None, object, object]:
    """Delete what is to be deleted later, and collect, here on the main thread, what the last tests left.

    Outside a running loop Qt deletes nothing by itself: every screen of thousands of tests would live on.
    Only who runs tests does it: whoever hands them out to workers hears of each test's end as well.
    """
    done = yield
    _clear_up()
    return done


def _clear_up() -> None:
    global _tests_ended
    _tests_ended += 1
    # Commands that keep what they write to themselves were run here, and not as programs.
    os.umask(_UMASK)
    qt = sys.modules.get("PySide6.QtCore")
    if qt is not None:
        qt.QCoreApplication.sendPostedEvents(None, qt.QEvent.Type.DeferredDelete.value)
    if _tests_ended >= COLLECT_EVERY or _windows() >= COLLECT_AT_WINDOWS:
        _tests_ended = 0
        gc.collect()
        give_back()


def _windows() -> int:
    gui = sys.modules.get("PySide6.QtGui")
    return 0 if gui is None else len(gui.QGuiApplication.allWindows())


@pytest.fixture(autouse=True, scope="session")
def _cheap_pins() -> None:
    """Let nobody's PIN cost the processor more than it must."""
    cheap_pins.use()


@pytest.fixture(autouse=True)
def _no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logged a warning it did not ask for.

    It asks with ``@pytest.mark.logs("pattern", ...)``, or by looking at the log itself with ``caplog``.
    """
    with unexpected_logs() as handler:
        yield
    if "caplog" in request.fixturenames:
        return
    patterns = [pattern for mark in request.node.iter_markers("logs") for pattern in mark.args]
    lines = handler.beside(patterns)
    if lines:
        pytest.fail("logged without being asked for:\n" + "\n".join(lines), pytrace=False)
