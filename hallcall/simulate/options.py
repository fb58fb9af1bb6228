"""What is asked of a simulated day."""

from __future__ import annotations

from dataclasses import dataclass

SPEED_MOST = 60.0
RATE_MOST = 25.0
"""Visitors a second, on average, that the usual speed brings at most: a two-core machine keeps order."""


@dataclass(frozen=True, slots=True)
class Options:
    """A day to be simulated.

    Attributes:
        hall: A shipped hall's name or a hall file; of a running core its own hall is taken.
        visitors: How many come; without it as many as a hall of this size has.
        times: So many times as many.
        speed: Seconds of the day in one of the wall's; without it as fast as keeps order.
        seed: Another number, another day.
        core: URL of a running core; without one a core is started, by the day's own clock.
        token: An administrator's token for it.
        devices: Tickets are printed, signs shown, some calls made by keypads and messages sent.
    """

    hall: str = "pingliang"
    visitors: int | None = None
    times: float = 1.0
    speed: float | None = None
    seed: int = 1
    core: str | None = None
    token: str = ""
    devices: bool = False


def usual_speed(visitors: int, open_s: float) -> float:
    """Return how fast a day goes that says nothing of it."""
    return min(SPEED_MOST, RATE_MOST * open_s / max(1, visitors))
