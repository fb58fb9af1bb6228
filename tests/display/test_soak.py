"""Months of a screen in its own process (:mod:`tests.display.soak`)."""

from __future__ import annotations

import pytest

from hallcall.bench import processes
from tests.support.alone import run_alone


@pytest.mark.skipif(not processes.KNOWN, reason="memory is read from /proc")
@pytest.mark.timeout(0)
def test_a_screen_holds_no_more_after_all_its_events() -> None:
    run_alone("tests/display/soak.py")
