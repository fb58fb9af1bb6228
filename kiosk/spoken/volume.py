"""How loud and how fast a kiosk speaks: the hall's own, and the steps a visitor may choose; pure."""

from __future__ import annotations

STEPS = (20, 40, 60, 80, 100)
"""Percent."""
PACES = (1.6, 1.3, 1.0)
"""How many times as long everything is: the slowest first, the voice's own last."""


def louder(percent: int) -> int:
    """Return the next step up; the loudest stays."""
    return next((each for each in STEPS if each > percent), STEPS[-1])


def softer(percent: int) -> int:
    """Return the next step down; the softest is still heard."""
    return next((each for each in reversed(STEPS) if each < percent), STEPS[0])


def step_of(percent: int) -> int:
    """Return which step that is, or is nearest to, from 1."""
    return 1 + min(range(len(STEPS)), key=lambda place: abs(STEPS[place] - percent))


def slower(times: float) -> float:
    """Return the next slower pace; the slowest stays."""
    return PACES[max(0, PACES.index(times) - 1)]


def quicker(times: float) -> float:
    """Return the next faster pace; the voice's own is the fastest."""
    return PACES[min(len(PACES) - 1, PACES.index(times) + 1)]


def pace_of(times: float) -> int:
    """Return which pace that is, from 1, the slowest."""
    return 1 + PACES.index(times)
