"""Where each part of a board stands: a layout laid over a picture of some size, as a pure function."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from core.domain.hall import Hall
from core.domain.layout import Cell, Colours, Layout, Part
from core.domain.ready_layouts import READY_LAYOUTS, ready_for
from core.domain.screen import Screen
from display.board.reading import least_digit_px, px_per_mm

GAP = 18.0
"""Between two parts, in px of a screen whose shorter side has 1080."""
HEAD = 56.0
"""Height of the line above the calls that says what their columns are."""
ROW_GAP = 8.0
DIGITS = 0.885
"""A row's digits in parts of its height: the tail of a Q stays inside."""
TILE_WIDTH, TILE_HEIGHT, TILE_LABEL = 330.0, 112.0, 204.0
"""Least room of one count of who waits, and that of the word before them."""
LINES_LEAST, LINES_MOST = 3, 10
RUSH_NEARER = 0.66
"""In a rush the digits of the list are read from so much of the usual distance."""
RUSH_EM, RUSH_ROOM = 4.7, 110.0
"""Width of a row without a name: of "C017" and "251" in parts of its digits, and of what is about them."""
NAME_ROOM = 130.0
"""Width of a masked name in such a row."""
BARS = (Part.HEADER, Part.NOTICES)
"""Parts that reach to the edges."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What a board is shown on.

    Attributes:
        width: Px, as it is looked at: after it was turned.
        height: Px.
        density: Px per mm as the monitor says; 0 if it does not know.
    """

    width: float = 1920
    height: float = 1080
    density: float = 0.0

    @property
    def upright(self) -> bool:
        """Whether it is higher than wide."""
        return self.height > self.width

    @property
    def unit(self) -> float:
        """A px of a screen whose shorter side has 1080."""
        across, down = (1080, 1920) if self.upright else (1920, 1080)
        return min(self.width / across, self.height / down)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a part stands, px."""

    part: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Plan:
    """How a board is laid out.

    Attributes:
        lines: Of the list of calls: how many one below the other.
        across: How many side by side.
        names: Whether calls name their queue.
        usual: Lines and columns of the list, where there is no rush.
        rush: Lines and columns in a rush; then calls do not name their queue.
        tile_lines: Of the counts of who waits: how many one below the other.
        tiles_across: How many side by side.
        tints: The colours, by name.
        masked: Whether the board shows the beginnings of names.
        named: Whether the list is dense and its rows have room for them.
    """

    places: tuple[Place, ...] = ()
    lines: int = 5
    across: int = 1
    names: bool = True
    usual: tuple[int, int] = (5, 1)
    rush: tuple[int, int] = (5, 1)
    tile_lines: int = 1
    tiles_across: int = 5
    tints: Colours = field(default_factory=Colours)
    letters: float = 1.0
    masked: bool = False
    named: bool = False

    @property
    def room(self) -> int:
        """How many calls are listed usually."""
        return self.usual[0] * self.usual[1]

    @property
    def rush_room(self) -> int:
        """How many calls are listed in a rush."""
        return self.rush[0] * self.rush[1]

    def in_rush(self) -> Plan:
        """Return the plan with a list of many calls."""
        lines, across = self.rush
        return replace(self, lines=lines, across=across, names=False, named=self.masked)

    def has(self, part: Part) -> bool:
        """Whether a part is shown."""
        return any(each.part == part for each in self.places)

    @property
    def colours(self) -> dict[str, Any]:
        """The colours as QML reads them."""
        return asdict(self.tints)


def plan_of(hall: Hall, screen: Screen, picture: Picture, *, media: bool = True) -> Plan:
    """Return how a screen's board is laid out; ``media``: whether there are pictures or films to show."""
    layout = layout_of(hall, screen, upright=picture.upright)
    # Not an empty field: the calls get the room.
    layout = layout if media else layout.without(Part.MEDIA)
    shown = any(shows_names(hall, screen, each.id) for each in hall.zones if screen.zone in ("", each.id))
    return lay_out(layout, picture, inches=screen.inches, metres=screen.metres, masked=shown)


def shows_names(hall: Hall, screen: Screen, zone: str) -> bool:
    """Return whether a board shows who is called in a zone; the whole hall's only if it has to."""
    return hall.zone_shows_names(zone) and (screen.names or bool(screen.zone))


def layout_of(hall: Hall, screen: Screen, *, upright: bool) -> Layout:
    """Return the layout that a screen names, or the ready one for its form and its windows."""
    own = {each.id: each for each in hall.layouts}
    named = own.get(screen.layout) or READY_LAYOUTS.get(screen.layout)
    if named is not None:
        return named
    windows = sum(screen.zone in ("", window.zone) for window in hall.windows)
    return ready_for(upright=upright, zone=bool(screen.zone), windows=windows)


def lay_out(
    layout: Layout, picture: Picture, *, inches: float = 0.0, metres: float = 0.0, masked: bool = False
) -> Plan:
    """Return a layout over a picture.

    Args:
        layout: Its rows.
        picture: What it is shown on.
        inches: Diagonal of the panel, 0 if it is not told.
        metres: From how far it is read, 0: as usual.
        masked: Whether the beginnings of names stand beside the numbers.
    """
    placed = list(_rows(layout, picture))
    calls = next(((cell, place) for cell, place in placed if cell.part is Part.CALLS), None)
    cell = calls[0] if calls else Cell(part=Part.CALLS)
    across = cell.across or 1
    per_mm = px_per_mm(picture.width, picture.height, inches, picture.density)
    least = least_digit_px(per_mm, metres)
    lines = cell.lines or (_lines(calls[1], cell, picture.unit, least) if calls else LINES_LEAST)
    places = tuple(place for _, place in placed)
    tile_lines, tiles_across = _tiles(placed, picture.unit)
    row = RUSH_ROOM + (NAME_ROOM if masked else 0.0)
    rush = _rush(calls[1], picture.unit, least * RUSH_NEARER, row) if calls else (lines, across)
    return Plan(
        places,
        lines,
        across,
        cell.names,
        (lines, across),
        rush if rush[0] * rush[1] > lines * across else (lines, across),
        tile_lines,
        tiles_across,
        layout.colours,
        layout.letters,
        masked,
    )


def row_height(height: float, lines: int, unit: float, *, names: bool) -> float:
    """Return the height of a call's row, px."""
    return (height - (HEAD * unit if names else 0) - ROW_GAP * unit * (lines - 1)) / lines


def _lines(place: Place, cell: Cell, unit: float, least: float) -> int:
    """Return the most lines whose digits are read from where people stand."""
    for lines in range(LINES_MOST, LINES_LEAST, -1):
        if row_height(place.height, lines, unit, names=cell.names) * DIGITS >= least:
            return lines
    return LINES_LEAST


def _rush(place: Place, unit: float, least: float, about: float) -> tuple[int, int]:
    """Return lines and columns of a list whose digits are that large, with so much room about them."""
    gap = ROW_GAP * unit
    lines = int((place.height + gap) / (least / DIGITS + gap))
    across = int((place.width + gap) / (RUSH_EM * least + about * unit + gap))
    return max(1, lines), max(1, across)


def _tiles(placed: Sequence[tuple[Cell, Place]], unit: float) -> tuple[int, int]:
    """Return how many counts of who waits stand one below the other, and side by side."""
    for cell, place in placed:
        if cell.part is Part.WAITING:
            across = int((place.width - TILE_LABEL * unit) / (TILE_WIDTH * unit))
            lines = int(place.height / (TILE_HEIGHT * unit))
            return cell.lines or max(1, lines), cell.across or max(1, across)
    return 1, 1


def _rows(layout: Layout, picture: Picture) -> Iterator[tuple[Cell, Place]]:
    """Return every part with its place; what is between two bars stands a gap away from them."""
    gap = GAP * picture.unit
    whole = sum(cell.size for cell in layout.rows)
    y = 0.0
    for at, cell in enumerate(layout.rows):
        height = picture.height * cell.size / whole
        if cell.part in BARS:
            yield cell, Place(cell.part or "", 0, y, picture.width, height)
        else:
            top = gap / 2 if _at_edge(layout.rows, at - 1) else 0
            bottom = gap / 2 if _at_edge(layout.rows, at + 1) else 0
            room = (gap / 2, y + top, picture.width - gap, height - top - bottom)
            yield from _cells(cell, room, gap)
        y += height


def _at_edge(rows: Sequence[Cell], at: int) -> bool:
    return not 0 <= at < len(rows) or rows[at].part in BARS


def _cells(cell: Cell, room: tuple[float, float, float, float], gap: float) -> Iterator[tuple[Cell, Place]]:
    x, y, width, height = room
    if cell.part is not None:
        yield cell, Place(cell.part, x + gap / 2, y + gap / 2, width - gap, height - gap)
        return
    inner = cell.rows or cell.columns
    whole = sum(each.size for each in inner)
    for each in inner:
        share = each.size / whole
        if cell.rows:
            yield from _cells(each, (x, y, width, height * share), gap)
            y += height * share
        else:
            yield from _cells(each, (x, y, width * share, height), gap)
            x += width * share
