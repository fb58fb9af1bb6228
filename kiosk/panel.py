"""The panel the kiosk is shown on, measured: what ``Frame.qml`` computes, said again for sheets and tests."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from core.qt.tokens import LARGE, TARGET_MM

LOWER_SHARE: Final = 0.55
"""The part of a tall screen that someone who sits in a wheelchair reaches and reads."""

_GAP: Final = 22
_TILE_WIDTH: Final = 360
_TILE_HEIGHT: Final = 130


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


def target_mm(px: float, panel: Panel) -> float:
    """Return how many mm ``px`` are on a panel whose size is known.

    Raises:
        ValueError: Its size is not known.
    """
    if not panel.px_per_mm:
        raise ValueError("the panel's diagonal is not known")
    return px / panel.px_per_mm


def tiles_a_sheet(panel: Panel, most: int = 12) -> int:
    """Return how many tiles stand on one sheet, so that each is read and met by a finger; 2 at least."""
    gap = _GAP * panel.unit
    width = panel.width - 80 * panel.unit
    columns = int((width + gap) // (panel.touchable(_TILE_WIDTH) + gap))
    rows = int((_tile_room(panel) + gap) // (panel.touchable(_TILE_HEIGHT) + gap))
    return max(2, min(most, columns * rows))


def _tile_room(panel: Panel) -> float:
    """Return the px between heading and bar of buttons."""
    languages = max(128 * panel.unit, panel.finger + 24 * panel.unit)
    if panel.lowered:
        whole, header = panel.height * LOWER_SHARE, languages
    elif panel.portrait:
        whole, header = panel.height, 190 * panel.unit + languages
    else:
        whole, header = panel.height, max(150 * panel.unit, panel.finger + 24 * panel.unit)
    heading = 150 * panel.unit * panel.scale
    return whole - header - heading - panel.touchable(132) - (96 + 48) * panel.unit
