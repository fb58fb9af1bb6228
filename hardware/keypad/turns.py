"""Whose turn it is among devices that are asked: silent ones seldom, so that they slow nobody."""

from __future__ import annotations

MISSES = 3
"""Questions in a row without an answer after which a device counts as silent."""
PROBE_S = 0.5
"""Between two questions to silent devices while others answer."""


class Turns:
    """Numbers from 0 in turn; one that has not answered of late is left out but for a probe now and then."""

    def __init__(self, count: int) -> None:
        self._order = list(range(count))
        self._misses = [0] * count
        self._probed_s = float("-inf")

    def next(self, now_s: float) -> int:
        """Return whose turn it is."""
        silent = self.silent()
        others = len(silent) < len(self._order)
        probe = bool(silent) and (not others or now_s - self._probed_s >= PROBE_S)
        if probe:
            self._probed_s = now_s
        turn = next(one for one in self._order if (one in silent) is probe)
        self._order.remove(turn)
        self._order.append(turn)
        return turn

    def told(self, turn: int, *, answered: bool) -> None:
        """Take whether it answered."""
        self._misses[turn] = 0 if answered else self._misses[turn] + 1

    def silent(self) -> list[int]:
        """Return who has not answered of late."""
        return [one for one, misses in enumerate(self._misses) if misses >= MISSES]
