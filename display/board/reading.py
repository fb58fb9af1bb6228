"""How large digits must be to be read from where people stand."""

from __future__ import annotations

from math import hypot, radians, tan

READ_FROM_M = 10.0
"""From so far a board is read, if the hall does not say otherwise."""
USUAL_INCHES = 55.0
LEAST_INCHES, MOST_INCHES = 32.0, 200.0
"""Within these a monitor is believed; a smaller one is looked at from nearer, in proportion."""
ARC_MINUTES = 16.0
"""Height of a digit as it is seen. Source: ISO 9241-303, 5.5.4: 16 arc minutes at least, 20 to 22 preferred;
16 from ten metres are 22 from seven and a half."""
DIGIT = 0.733
"""Height of a digit's ink in parts of its px (Noto Sans CJK SC, bold)."""
MM_PER_INCH = 25.4


def least_digit_mm(metres: float) -> float:
    """Return the least height of a digit that is read from so far, mm."""
    return metres * 1000 * tan(radians(ARC_MINUTES / 60))


def px_per_mm(width: float, height: float, inches: float, density: float) -> float:
    """Return how many px of the picture a millimetre of the panel has.

    Args:
        width: Of the picture, px.
        height: Of the picture, px.
        inches: Diagonal of the panel as the hall says, 0 if it does not.
        density: What the monitor says, px per mm; 0 if it does not know.
    """
    diagonal = hypot(width, height)
    if inches <= 0:
        told = diagonal / density / MM_PER_INCH if density > 0 else 0.0
        inches = told if LEAST_INCHES <= told <= MOST_INCHES else USUAL_INCHES
    return diagonal / (inches * MM_PER_INCH)


def least_digit_px(per_mm: float, metres: float) -> float:
    """Return the least font px of a digit that is read from so far."""
    return least_digit_mm(metres or READ_FROM_M) * per_mm / DIGIT
