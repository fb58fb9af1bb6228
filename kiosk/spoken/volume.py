"""How loud a kiosk speaks: the hall's own, and five steps a visitor may choose; pure."""

from __future__ import annotations

STEPS = (20, 40, 60, 80, 100)
"""Percent."""


def louder(percent: int) -> int:
    """Return the next step up; above the loudest comes the softest: one key is enough."""
    return next((each for each in STEPS if each > percent), STEPS[0])


def softer(percent: int) -> int:
    """Return the next step down; the softest is still heard."""
    return next((each for each in reversed(STEPS) if each < percent), STEPS[0])


def step_of(percent: int) -> int:
    """Return which step that is, or is nearest to, from 1."""
    return 1 + min(range(len(STEPS)), key=lambda place: abs(STEPS[place] - percent))
