"""How many results stand on a page, and how large: as large as those that are there allow; pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from display.board.reading import least_digit_px, px_per_mm

STRIP, STRIP_STACKED = 76.0, 196.0
"""Height of the words, px of a screen whose shorter side has 1080: languages beside or below others."""
NARROW = 1400.0
"""Below such a width the words of the languages stand below each other."""
GAP = 12.0
PAD = 26.0
"""Left and right in a field."""
LETTER = 0.62
"""Width of a bold figure or capital in parts of its px, an "M" among them allowed for."""
BETWEEN = 1.25
"""Between number and window: an arrow, or the day above it; in parts of the digits' px."""
DIGITS = 0.78
"""Digits in parts of their field's height."""
LARGEST = 190.0
ROWS_LEAST, ROWS_MOST = 3, 14
COLUMNS_MOST = 4
PLACE_LETTERS = 4.5
"""The name of a queue in place of a window takes as much room as so many digits."""


@dataclass(frozen=True, slots=True)
class Area:
    """Where the list stands.

    Attributes:
        width: Of the list, px.
        height: Of the list with its line of words, px.
        across: Width of the whole screen, px, as it is lit.
        down: Its height.
        density: Px per mm as the monitor says; 0 if it does not know.
    """

    width: float = 1880.0
    height: float = 820.0
    across: float = 1920.0
    down: float = 1080.0
    density: float = 0.0

    @property
    def unit(self) -> float:
        """A px of a screen whose shorter side has 1080."""
        sides = sorted((self.across, self.down))
        return min(sides[0] / 1080, sides[1] / 1920)


@dataclass(frozen=True, slots=True)
class Room:
    """A page.

    Attributes:
        columns: So many side by side.
        rows: So many one below the other.
        digits: Px of numbers and windows.
        strip: Height of the words above, px.
        stacked: The languages stand below each other there.
    """

    columns: int = 1
    rows: int = ROWS_LEAST
    digits: float = 100.0
    strip: float = STRIP
    stacked: bool = False

    @property
    def count(self) -> int:
        """How many stand on a page."""
        return self.columns * self.rows


def room_of(
    area: Area,
    count: int,
    number_letters: int,
    window_letters: float,
    *,
    inches: float = 0.0,
    metres: float = 0.0,
) -> Room:
    """Return the page on which ``count`` results stand as large as can be.

    Where they do not all fit with digits that are read from where people stand, there are several pages of
    as many as are read.

    Args:
        number_letters: Letters of the longest number.
        window_letters: The same of a window's number.
        inches: Diagonal of the panel, 0 if it is not told.
        metres: From how far it is read, 0: as usual.
    """
    per_mm = px_per_mm(area.across, area.down, inches, area.density)
    least = least_digit_px(per_mm, metres)
    rooms = list(_rooms(area, number_letters, window_letters))
    read = [each for each in rooms if each.digits >= least]
    if not read:
        return max(rooms, key=lambda each: (each.digits, each.count))
    enough = [each for each in read if each.count >= count]
    if not enough:
        return max(read, key=lambda each: (each.count, each.digits))
    # Of pages with equal digits the widest: number and window stand nearer to each other.
    return max(enough, key=lambda each: (each.digits, each.columns, -each.count))


def _rooms(area: Area, number_letters: int, window_letters: float) -> Iterator[Room]:
    unit, stacked = area.unit, area.width < NARROW * area.unit
    strip = (STRIP_STACKED if stacked else STRIP) * unit
    letters = LETTER * (number_letters + window_letters) + BETWEEN
    for columns in range(1, COLUMNS_MOST + 1):
        width = (area.width - GAP * unit * (columns - 1)) / columns
        by_width = (width - 2 * PAD * unit) / letters
        for rows in range(ROWS_LEAST, ROWS_MOST + 1):
            height = (area.height - strip - GAP * unit * (rows - 1)) / rows
            digits = min(by_width, height * DIGITS, LARGEST * unit)
            if digits > 1:
                yield Room(columns, rows, digits, strip, stacked)
    small = min((area.width - 2 * PAD * unit) / letters, area.height / 5)
    yield Room(1, ROWS_LEAST, max(1.0, small), min(strip, area.height / 4), stacked)
