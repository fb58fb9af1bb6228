"""Who tries codes that no booking has is slowed down."""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Callable

from core.domain.errors import CodesBlocked

WRONG_MOST = 5
WITHIN_S = 60.0
"""So many wrong codes in so many seconds, of one token. Codes have seven digits of chance: where 200 people
are booked, a kiosk finds one of them in a week of guessing without a pause. A mistyped code is known by its
check digit and does not count."""


class Guesses:
    """Counts wrong codes by who asked; used on the event loop only."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wrong: dict[str, deque[float]] = {}

    def must_not_be_blocked(self, by: str) -> None:
        """Refuse somebody who has just tried too many.

        Raises:
            CodesBlocked: With how many seconds to wait (``retry_s``).
        """
        wrong = self._wrong.get(by)
        if wrong is None or len(wrong) < WRONG_MOST:
            return
        left_s = wrong[0] + WITHIN_S - self._clock()
        if left_s > 0:
            raise CodesBlocked(retry_s=math.ceil(left_s))

    def note(self, by: str) -> None:
        """Note a wrong code."""
        self._wrong.setdefault(by, deque(maxlen=WRONG_MOST)).append(self._clock())
