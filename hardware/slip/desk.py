"""Where slips are painted: a thread that ends when none was wanted for a while.

Qt keeps the fonts of each thread, opened and with all letters it drew, as long as the thread lives: 3 MB for
a printer that rests. To open them anew takes some 40 ms of a processor.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")

RESTS_S = 10.0
"""So long the fonts are kept for the next slip."""


class Desk:
    """Does one thing after the other on a thread of its own; all methods are called on one other thread."""

    def __init__(self, rests_s: float = RESTS_S) -> None:
        """Make a desk; there is no thread yet."""
        self._rests_s = rests_s
        self._hand: ThreadPoolExecutor | None = None
        self._done_at = 0.0

    @property
    def occupied(self) -> bool:
        """Whether there is that thread."""
        return self._hand is not None

    def do(self, work: Callable[[], T]) -> T:
        """Return what ``work`` returns, done on that thread; its failure is raised here."""
        if self._hand is None:
            self._hand = ThreadPoolExecutor(1, "slips")
        try:
            return self._hand.submit(work).result()
        finally:
            self._done_at = time.monotonic()

    def look(self) -> None:
        """End the thread if it has had nothing to do for long; call it now and then."""
        if self._hand is not None and time.monotonic() - self._done_at >= self._rests_s:
            self.leave()

    def leave(self) -> None:
        """End the thread, if there is one; the next job has another."""
        hand, self._hand = self._hand, None
        if hand is not None:
            hand.shutdown()
