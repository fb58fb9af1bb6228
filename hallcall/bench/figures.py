"""Medians, percentiles and the rounds they come from."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Generic, TypeVar

T = TypeVar("T")


def percentile(samples: Sequence[float], share: float) -> float:
    """Return the sample below which ``share`` (0 to 1) of all lie, by nearest rank.

    >>> percentile([3.0, 1.0, 2.0, 4.0], 0.5), percentile([1.0, 2.0], 0.99)
    (2.0, 2.0)
    """
    ordered = sorted(samples)
    return ordered[max(0, math.ceil(len(ordered) * share) - 1)]


def spread(samples: Sequence[float]) -> float:
    """Return how far samples lie apart: (largest - smallest) / median."""
    middle = median(samples)
    return (max(samples) - min(samples)) / middle if middle else 0.0


@dataclass(frozen=True, slots=True)
class Rounds(Generic[T]):
    """Measured values, each between two looks at the baseline.

    Attributes:
        baselines: One more than there are values.
    """

    values: tuple[T, ...]
    baselines: tuple[float, ...]

    @property
    def baseline(self) -> float:
        """The median of all baselines."""
        return median(self.baselines)

    @property
    def spread(self) -> float:
        """How far the baselines lie apart."""
        return spread(self.baselines)

    def of(self, figure: Callable[[T], float]) -> tuple[float, float]:
        """Return the median over the rounds of a figure, and of its ratio to the round's own baseline."""
        pairs = zip(self.values, self.baselines, self.baselines[1:], strict=False)
        ratios = [figure(value) * 2 / (before + after) for value, before, after in pairs]
        return median(figure(value) for value in self.values), median(ratios)


def interleave(count: int, baseline: Callable[[], float], measure: Callable[[], T]) -> Rounds[T]:
    """Measure ``count`` times: baseline, measure, baseline, measure, ..., baseline."""
    baselines, values = [baseline()], []
    for _ in range(count):
        values.append(measure())
        baselines.append(baseline())
    return Rounds(tuple(values), tuple(baselines))
