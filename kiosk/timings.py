"""How long things stay on the screen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timings:
    """All in seconds.

    Attributes:
        idle_s: A page that nobody touches goes back to the start.
        warn_s: So long before that it is said.
        result_s: The number, once the slip is out: the next visitor shall not read it.
        unprinted_s: The number where there is no slip, to be noted.
        notice_s: Why there is no number.
        tick_s: How often the clock is looked at.
    """

    idle_s: float = 60.0
    warn_s: float = 10.0
    result_s: float = 20.0
    unprinted_s: float = 30.0
    notice_s: float = 15.0
    tick_s: float = 0.5
