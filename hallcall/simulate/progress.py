"""How far a simulated day is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the day is.

    Attributes:
        at_s: Time of the day.
        served: Legs that are done.
        inside: Open visits.
        latest_ms: How long the latest call took to its last screen.
    """

    at_s: float
    came: int
    of: int
    served: int
    inside: int
    latest_ms: float
    faults: int


Tell = Callable[[Progress], None]
