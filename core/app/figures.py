"""Figures of the running program, noted where something happens and looked at from elsewhere."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate


class Buckets:
    """How often a value was how large; filled by one thread, looked at by any.

    Args:
        bounds: Upper bounds, rising; a value is counted with the first that it does not exceed.

    Attributes:
        sum: All values together.
    """

    def __init__(self, bounds: Sequence[float]) -> None:
        self.bounds = tuple(bounds)
        self.sum = 0.0
        self._counts = [0] * (len(self.bounds) + 1)

    def note(self, value: float) -> None:
        """Count a value."""
        self._counts[bisect_left(self.bounds, value)] += 1
        self.sum += value

    def up_to(self) -> list[tuple[float, int]]:
        """Return how many values do not exceed each bound, and last how many there are at all."""
        return list(zip((*self.bounds, float("inf")), accumulate(self._counts), strict=True))


class WriterFigures:
    """What the writer has done since it was made.

    Attributes:
        asked: Commands that were handed to it; noted by who hands them over.
        begun: Commands that it has taken up; noted by itself, as all that follows.
        groups: How many commands were committed together.
        commit_s: From the begin of a group's transaction until it was on disk, seconds.
    """

    def __init__(self) -> None:
        self.asked = 0
        self.begun = 0
        self.groups = Buckets((1, 2, 4, 8, 16, 32, 64))
        self.commit_s = Buckets((0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5))

    @property
    def queued(self) -> int:
        """How many commands wait to be taken up."""
        return max(0, self.asked - self.begun)
