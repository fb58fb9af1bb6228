"""How large things are on a pad's panel: a finger needs 20 mm, whatever the panel's px are."""

from __future__ import annotations

import math
from dataclasses import dataclass

from core.qt.tokens import TARGET_MM

SMALL_PX = 600
"""A panel whose shorter side has no more px is taken for one of 7 inches where its size is not told."""
SMALL_INCHES, USUAL_INCHES = 7.0, 10.1
GAP = 0.06
"""Between two keys, in fingers."""
REASON_FINGERS = 2.2
"""Least width of a reason's key."""
KEY_REASONS = 3
"""So many reasons a page where five keys choose: the other two are "more" and "send"."""
_MM = 25.4


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel as it is looked at.

    Attributes:
        width: In px.
        height: In px.
        inches: Diagonal as the hall file tells it, 0: not told.
        density: Px per mm as the monitor tells them; many small panels tell nonsense.
    """

    width: float = 1024
    height: float = 600
    inches: float = 0.0
    density: float = 0.0

    @property
    def portrait(self) -> bool:
        """Whether it stands upright."""
        return self.height > self.width

    @property
    def px_per_mm(self) -> float:
        """As told; where only the monitor tells it, at least as of the smallest panel of so many px."""
        diagonal = math.hypot(self.width, self.height)
        if self.inches > 0:
            return diagonal / (self.inches * _MM)
        least = SMALL_INCHES if min(self.width, self.height) <= SMALL_PX else USUAL_INCHES
        return max(self.density, diagonal / (least * _MM))

    @property
    def finger(self) -> float:
        """Px of 20 mm; on a panel that is too small for the pad's rows of keys, as much as there is."""
        return min(TARGET_MM * self.px_per_mm, self.height / 4.3, self.width / 4.3)

    @property
    def gap(self) -> float:
        """Px between two keys, and around them all."""
        return self.finger * GAP


@dataclass(frozen=True, slots=True)
class Grid:
    """How the keys of the reasons stand.

    Attributes:
        columns: Side by side.
        rows: One below the other.
    """

    columns: int = 1
    rows: int = 1

    @property
    def places(self) -> int:
        """How many stand on a page."""
        return self.columns * self.rows


def grid_of(panel: Panel, count: int, *, by_keys: bool) -> Grid:
    """Return where ``count`` reasons stand: as wide as they can be, on as few pages as they can be on."""
    if by_keys:
        return Grid(1, KEY_REASONS) if panel.portrait else Grid(KEY_REASONS, 1)
    gap, finger = panel.gap, panel.finger
    most_columns = max(1, int((panel.width - gap) / (finger * REASON_FINGERS + gap)))
    room = panel.height - 2 * (finger + gap) - gap
    most_rows = max(1, int(room / (finger + gap) + 0.01))
    for columns in range(1, most_columns + 1):
        rows = -(-count // columns)
        if rows <= most_rows:
            return Grid(columns, max(1, rows))
    return Grid(most_columns, most_rows)
