"""Which queue to offer for an item instead of its own: only one that is clearly less busy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SAVED_LEAST_S = 600
"""So much shorter the wait has to be, median against median: a visitor reads, thinks, and may walk to another
floor; for less nobody should be sent about. A guess, to be held against what halls report."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A queue in which the item is done, as it is now.

    Attributes:
        open: Whether its tickets are issued now.
        waits_s: So long half of the people wait at most who come now, and nine in ten, seconds; ``None``
            where that cannot be known.
    """

    queue: str
    open: bool
    waits_s: tuple[int, int] | None = None


def less_busy(own: Choice, others: Sequence[Choice]) -> str | None:
    """Return the queue to offer instead of ``own``, ``None`` if none is clearly better.

    Where the own one issues no tickets, it is the open one with the shortest wait.
    """
    better = [each for each in others if each.open and _is_better(each, own)]
    return min(better, key=_shortest).queue if better else None


def _is_better(other: Choice, own: Choice) -> bool:
    """Whether people are better off there.

    Where a wait cannot be known no window calls anybody, so nobody is sent there; and an unknown wait of the
    own queue is no reason to leave it.
    """
    if other.waits_s is None:
        return False
    if not own.open:
        return True
    if own.waits_s is None:
        return False
    # Estimates are ranges: nine in ten have to be served there before half of the people are here, so that
    # hardly anybody who takes the advice waits longer for it.
    sure = other.waits_s[1] <= own.waits_s[0]
    return sure and own.waits_s[0] - other.waits_s[0] >= SAVED_LEAST_S


def _shortest(choice: Choice) -> tuple[int, int]:
    assert choice.waits_s is not None
    return choice.waits_s
