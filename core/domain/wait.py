"""From a forecast to the range that a slip prints, and what the day teaches about forecasts."""

from __future__ import annotations

from dataclasses import dataclass
from math import cbrt, ceil, sqrt

LEAST_S = 20.0
"""A forecast below this is that of a free window: there is nothing to learn from it."""
STEP_S, COARSE_STEP_S, COARSE_FROM_S = 60, 300, 3600
SHAPE_LEAST, SHAPE_MOST = 0.8, 60.0
P90_USUAL = 1.2816
"""The ninetieth percentile of the normal distribution."""
LEARN_FIRST, LEARN_LAST, LEARN_SLOWS = 0.08, 0.02, 150.0


@dataclass(frozen=True, slots=True)
class Wait:
    """A wait as a slip would print it, in whole minutes.

    Attributes:
        p50_s: Half of the people wait so long at most.
        p90_s: Nine in ten do.
    """

    p50_s: int
    p90_s: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """What the state of the hall says of a wait.

    Attributes:
        mean_s: Its mean.
        spread_s: Its standard deviation.
    """

    mean_s: float
    spread_s: float

    @property
    def shape(self) -> float:
        """The shape of a gamma distribution of this mean and spread."""
        return min(max((self.mean_s / max(self.spread_s, 1.0)) ** 2, SHAPE_LEAST), SHAPE_MOST)

    def at(self, z: float) -> float:
        """Return the wait at ``z`` of the normal distribution.

        Source: E. B. Wilson and M. M. Hilferty, The Distribution of Chi-Square (PNAS 17, 1931).
        """
        ninth = 1 / (9 * self.shape)
        return self.mean_s * max(0.0, 1 - ninth + z * sqrt(ninth)) ** 3

    def z_of(self, wait_s: float) -> float:
        """Return which ``z`` :meth:`at` gives a wait for."""
        ninth = 1 / (9 * self.shape)
        return (cbrt(wait_s / self.mean_s) - 1 + ninth) / sqrt(ninth)


class Lessons:
    """Where the waits of those who were called lay in what they had been told.

    A percentile is moved up a little by everybody who waited longer and down by everybody who did not, so
    that in the long run it divides them as it says. Clerks who pause more than usual, slips that nobody
    answers to and everything else the forecast knows nothing of thus widen or shift the range.
    Source: Gibbs and Candès, Adaptive Conformal Inference Under Distribution Shift (NeurIPS 2021).
    """

    def __init__(self) -> None:
        self.z50 = 0.0
        self.z90 = P90_USUAL
        self._learnt = 0

    def learn(self, told: Forecast, waited_s: float) -> None:
        """Take in how long somebody waited who had been told."""
        if told.mean_s < LEAST_S:
            return
        self._learnt += 1
        step = max(LEARN_LAST, LEARN_FIRST / (1 + self._learnt / LEARN_SLOWS))
        z = told.z_of(max(waited_s, 1.0))
        self.z50 += step * (0.5 - (z <= self.z50))
        self.z90 += step * (0.9 - (z <= self.z90)) * 2
        self.z90 = max(self.z90, self.z50 + 0.3)

    def wait(self, forecast: Forecast) -> Wait:
        """Return a forecast as it is printed."""
        p50 = _rounded(forecast.at(self.z50))
        p90 = forecast.at(self.z90)
        step = COARSE_STEP_S if p90 >= COARSE_FROM_S else STEP_S
        return Wait(p50, max(ceil(p90 / step) * step, p50 + STEP_S))


def _rounded(seconds: float) -> int:
    step = COARSE_STEP_S if seconds >= COARSE_FROM_S else STEP_S
    return round(seconds / step) * step
