"""Weeks of visits in a kiosk of its own process (:mod:`tests.kiosk.soak`)."""

from __future__ import annotations

import pytest

from hallcall.bench import processes
from tests.kiosk.soak import TIMEOUT_S
from tests.support.alone import run_alone


@pytest.mark.skipif(not processes.KNOWN, reason="memory is read from /proc")
@pytest.mark.timeout(TIMEOUT_S)
def test_memory_stays_flat() -> None:
    run_alone("tests/kiosk/soak.py")
