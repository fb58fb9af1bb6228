"""Waiting for a condition, never for a time."""

from __future__ import annotations

import time
from collections.abc import Callable

WITHIN_S = 30


def wait_until(holds: Callable[[], bool], within_s: float = WITHIN_S) -> None:
    """Return as soon as ``holds`` does; fail where that takes too long."""
    give_up = time.monotonic() + within_s
    while not holds():
        assert time.monotonic() < give_up, "it never came true"
        time.sleep(0.005)
