"""The panel the kiosk is shown on, measured: what ``Frame.qml`` computes, said again for sheets and tests."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from core.qt.tokens import LARGE, TARGET_MM

LOWER_SHARE: Final = 0.55
"""The part of a tall screen that someone who sits in a wheelchair reaches and reads."""

_GAP: Final = 22
_TILE_WIDTH: Final = 300
_TILE_HEIGHT: Final = 60
_ROW_HEIGHT: Final = 84
"""A guide's row has two lines of letters that are read at arm's length."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel as its visitor sees it, already turned.

    Attributes:
        width: In px.
        height: In px.
        diagonal_mm: As its maker tells it; 0: not known.
        lower: Everything touched stands in the lower part.
        large: Letters are 1.35 times as large.
    """

    width: int
    height: int
    diagonal_mm: float = 0
    lower: bool = False
    large: bool = False

    @property
    def portrait(self) -> bool:
        """Whether it is laid out as a tall one; 4:3 and 5:4 are."""
        return self.height > 0.7 * self.width

    @property
    def lowered(self) -> bool:
        """Whether its content is moved down; on a wide panel all of it is in reach."""
        return self.lower and self.height > 1.2 * self.width

    @property
    def unit(self) -> float:
        """Px of one unit of the layouts."""
        if self.portrait:
            return max(0.1, min(self.width / 1080, self.height / 1500))
        return max(0.1, min(self.height / 1080, self.width / 1620))

    @property
    def scale(self) -> float:
        """What letters are multiplied with."""
        return LARGE if self.large else 1

    @property
    def px_per_mm(self) -> float:
        """0 where the panel's size is not known."""
        return math.hypot(self.width, self.height) / self.diagonal_mm if self.diagonal_mm > 0 else 0

    @property
    def finger(self) -> float:
        """Least px of what a finger meets; at most a sixth of the shorter side, whatever size was told."""
        return min(TARGET_MM * self.px_per_mm, min(self.width, self.height) / 6)

    def touchable(self, units: float) -> float:
        """Return the px of something touched that is usually so many units high."""
        return max(units * self.unit * self.scale, self.finger)


def tiles_a_sheet(panel: Panel, *, paged: bool = False, rows_only: bool = False) -> int:
    """Return how many tiles a sheet has room for, each met by a finger and read; 2 at least.

    Args:
        paged: It is one of several: the keys that turn need room too.
        rows_only: They are rows across a tall screen, or across half a wide one.
    """
    gap = _GAP * panel.unit
    width = panel.width - 80 * panel.unit
    columns = int((width + gap) // (max(_TILE_WIDTH * panel.unit * panel.scale, panel.finger) + gap))
    rows = int(
        (_tile_room(panel, 240 if rows_only else 400, paged) + gap)
        // (max((_ROW_HEIGHT if rows_only else _TILE_HEIGHT) * panel.unit, panel.finger) + gap)
    )
    if rows_only:
        columns = 1 if panel.portrait else 2
    return max(2, max(1, columns) * rows)


def _tile_room(panel: Panel, above: float, paged: bool) -> float:
    """Return the px between heading and bar of buttons (``Main.qml``, ``TilesView.qml``)."""
    languages = max(128 * panel.unit, panel.finger + 24 * panel.unit)
    if panel.lowered:
        whole, header = panel.height * LOWER_SHARE, languages
    elif panel.portrait:
        whole, header = panel.height, 190 * panel.unit + languages
    else:
        whole, header = panel.height, max(150 * panel.unit, panel.finger + 24 * panel.unit)
    # With what the devices have to say, which stands above the heading.
    heading = (above if panel.portrait else 152) * panel.unit
    turning = max(132 * panel.unit, panel.finger) + 28 * panel.unit if paged and panel.portrait else 0
    return whole - header - heading - turning - panel.touchable(132) - (96 + 48) * panel.unit
