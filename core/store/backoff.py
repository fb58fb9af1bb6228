"""Waiting longer after each failure, up to a cap."""

from __future__ import annotations

import time
from collections.abc import Callable


class Backoff:
    """How long to leave alone what has just failed.

    Args:
        first_s: After the first failure; each further one doubles it.
        most_s: The cap.
    """

    def __init__(self, first_s: float, most_s: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._first_s = first_s
        self._most_s = most_s
        self._clock = clock
        self._next_s = first_s
        self._until = 0.0

    @property
    def left_s(self) -> float:
        """How long it is to be left alone yet."""
        return max(0.0, self._until - self._clock())

    def failed(self) -> None:
        """Note a failure."""
        self._until = self._clock() + self._next_s
        self._next_s = min(self._most_s, self._next_s * 2)

    def well(self) -> None:
        """Note that it works."""
        self._next_s = self._first_s
        self._until = 0.0
