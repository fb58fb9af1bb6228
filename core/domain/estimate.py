"""How long somebody who takes a ticket now will wait, as a range.

What is known of the hall is kept up move by move; an estimate looks at counts only and never at the day.
The steps of an estimate (docs/estimate.md says why each is there):

1. Who goes first: how many will have been called before the visitor, in calling order (weights, head starts,
   the cap), also favoured people who are yet to come.
2. When a window is free: the windows open that serve the queue, less what the queues before it in their
   profiles and the other queues of the same tier take of them, and what their visitors still need.
3. How sure that is: mean and spread as a gamma distribution, its median and ninetieth percentile shifted by
   what the day has shown so far (how the people who were called had been told).
"""

from __future__ import annotations

from dataclasses import dataclass

RATE_OVER_S = 1800.0
"""Arrivals are counted over about so long."""
REACH_S = 4 * 3600.0
"""No estimate looks further ahead."""
PAUSE_S = 600.0
"""How long a pause is before any was seen."""
GAP_S = 6.0
"""How long a window stands empty between two visitors before that was seen."""
ROUNDS = 3


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
class Favour:
    """How a class of visitors is called.

    Attributes:
        weight: A second waited counts so much.
        head_start_s: Seconds a visitor of this class is treated as having waited already.
        favoured: Whether the cap bounds it.
    """

    weight: float = 1.0
    head_start_s: float = 0.0
    favoured: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A tier of a window's profile.

    Attributes:
        over_s: The window helps these queues only once their first one has waited longer.
    """

    queues: tuple[str, ...]
    over_s: float | None = None


Profile = tuple[Step, ...]
