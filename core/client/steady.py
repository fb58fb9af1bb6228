"""A clock that nobody sets and that goes on while the machine sleeps."""

from __future__ import annotations

import time


def steady_s() -> float:
    """Return seconds since some instant: unlike ``time.monotonic`` on Linux also those that it slept.

    Source: clock_gettime(2), CLOCK_BOOTTIME. On Windows ``time.monotonic`` counts them by itself.
    """
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if clock is None else time.clock_gettime(clock)
