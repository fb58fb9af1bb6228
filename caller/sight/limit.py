"""How long a visitor is expected to be at the window, and how that goes by; pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from caller.acts.situation import item_of
from caller.derive import ConsoleInputs
from core.domain.hall import Hall, Item
from core.domain.limits import LimitUnit
from core.domain.ticket import LegState

NEAR = 0.8
"""From this part of the limit on it is said that it is nearly over."""


class Pace(Enum):
    """How it stands with a limit."""

    FINE = "fine"
    NEAR = "near"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Limit:
    """The limit of the visitor who is served.

    Attributes:
        minutes: What was promised, or is expected.
        since: Since when it runs, by the core's clock.
    """

    minutes: float
    since: datetime

    def used(self, now: datetime) -> float:
        """Return what part of it is used up; 1 and more: all of it."""
        return max(0.0, (now - self.since).total_seconds()) / (60 * self.minutes)

    def pace(self, now: datetime) -> Pace:
        """Return how it stands."""
        used = self.used(now)
        if used >= 1:
            return Pace.OVER
        return Pace.NEAR if used >= NEAR else Pace.FINE

    def left_s(self, now: datetime) -> float:
        """Return the seconds that are left; below 0: so many too many."""
        return 60 * self.minutes - (now - self.since).total_seconds()


def minutes_of(hall: Hall, queue: str, item: Item | None) -> float:
    """Return for how many minutes a visitor is expected at a window, 0 where nothing is said.

    What an item promises in minutes counts from the start at the window, and goes before its queue's rule.
    """
    promised = item.promised if item else None
    if promised is not None and promised.unit is LimitUnit.MINUTES and promised.amount > 0:
        return promised.amount
    return float(hall.rules_of(queue).serve_min)


def limit_of(inputs: ConsoleInputs) -> Limit | None:
    """Return the limit that runs at the window, ``None`` where there is none."""
    visitor = inputs.view.visitor if inputs.view else None
    if visitor is None or visitor.state is not LegState.SERVING or inputs.hall is None:
        return None
    minutes = minutes_of(inputs.hall, visitor.queue, item_of(inputs))
    return Limit(minutes, visitor.since) if minutes else None


def has_limits(inputs: ConsoleInputs) -> bool:
    """Return whether any visitor of this window can have one: then its room is kept."""
    hall = inputs.hall
    window = hall.find_window(inputs.window) if hall else None
    if hall is None or window is None:
        return False
    served = set(window.queues)
    if any(hall.rules_of(queue).serve_min for queue in served):
        return True
    return any(minutes_of(hall, "", item) for item in hall.items if served & {item.queue, *item.also})
