"""What every test shares.

With ``HALLCALL_REQUIRE_ALL=1`` in the environment a skipped test is a failed one: where everything was
installed nothing may be left out quietly.
"""

from __future__ import annotations

import os
from collections.abc import Generator

import pytest

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
