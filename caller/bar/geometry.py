"""Where a bar lies: edges, screens and rectangles in px; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Edge(StrEnum):
    """An edge of a screen."""

    TOP = "top"
    BOTTOM = "bottom"
    LEFT = "left"
    RIGHT = "right"

    @property
    def upright(self) -> bool:
        """Whether a bar stands upright there."""
        return self in (Edge.LEFT, Edge.RIGHT)


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first column that is no longer in it."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The first row that is no longer in it."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen of this machine.

    Attributes:
        id: What it is known by when it is plugged in again.
        area: What of it programs can use, e.g. without a task bar.
    """

    id: str
    area: Area


@dataclass(frozen=True, slots=True)
class Place:
    """Where on a screen the bar lies.

    Attributes:
        along: How far along the edge, 0 to 1 of the free room: another resolution moves it little.
    """

    edge: Edge = Edge.TOP
    along: float = 0.5

    def __str__(self) -> str:
        return f"{self.edge} {self.along:.3f}"


def place_of(text: str) -> Place | None:
    """Return the place that was written as ``text``, ``None`` where that is no place."""
    edge, _, along = text.partition(" ")
    try:
        return Place(Edge(edge), _within(float(along)))
    except ValueError:
        return None


def bar_area(screen: Area, place: Place, length: int, thick: int) -> Area:
    """Return where a bar lies; one that is longer than its edge is as long as the edge."""
    upright = place.edge.upright
    extent, depth = (screen.height, screen.width) if upright else (screen.width, screen.height)
    length, thick = min(length, extent), min(thick, depth)
    offset = round((extent - length) * place.along)
    if upright:
        x = screen.x if place.edge is Edge.LEFT else screen.right - thick
        return Area(x, screen.y + offset, thick, length)
    y = screen.y if place.edge is Edge.TOP else screen.bottom - thick
    return Area(screen.x + offset, y, length, thick)


def beside(screen: Area, bar: Area, edge: Edge, along: int, width: int, height: int) -> Area:
    """Return where something stands that drops from a bar: inside the screen, and never over the bar.

    Args:
        edge: Where the bar lies.
        along: Where on the edge the middle of it should be, px of the screens.
    """
    if edge.upright:
        room = screen.right - bar.right if edge is Edge.LEFT else bar.x - screen.x
        width = min(width, room)
        x = bar.right if edge is Edge.LEFT else bar.x - width
        return inside(screen, Area(x, along - height // 2, width, height))
    room = screen.bottom - bar.bottom if edge is Edge.TOP else bar.y - screen.y
    height = min(height, room)
    y = bar.bottom if edge is Edge.TOP else bar.y - height
    return inside(screen, Area(along - width // 2, y, width, height))


def nearest_edge(screen: Area, x: int, y: int) -> Edge:
    """Return the edge that a point is nearest to."""
    return min(Edge, key=lambda edge: _distances(screen, x, y)[edge])


def edge_within(screen: Area, x: int, y: int, reach: int) -> Edge | None:
    """Return the nearest edge if it is not farther than ``reach`` px."""
    edge = nearest_edge(screen, x, y)
    return edge if _distances(screen, x, y)[edge] <= reach else None


def place_at(screen: Area, edge: Edge, x: int, y: int, length: int) -> Place:
    """Return the place at ``edge`` where the middle of a bar of ``length`` is nearest to a point."""
    extent, start, at = (screen.height, screen.y, y) if edge.upright else (screen.width, screen.x, x)
    free = extent - min(length, extent)
    return Place(edge, _within((at - length / 2 - start) / free) if free > 0 else 0.5)


def screen_at(screens: Sequence[Screen], x: int, y: int) -> Screen:
    """Return the screen of a point, else the nearest one."""
    return min(screens, key=lambda screen: _away(screen.area, x, y))


def screen_beyond(screens: Sequence[Screen], here: Screen, edge: Edge) -> Screen | None:
    """Return the nearest screen on the other side of an edge of ``here``."""
    area = here.area
    found = [screen for screen in screens if _beyond(area, screen.area, edge)]
    middle = (area.x + area.width // 2, area.y + area.height // 2)
    return screen_at(found, *middle) if found else None


def inside(screen: Area, area: Area) -> Area:
    """Return ``area`` moved, and made smaller where it must be, so that all of it is on the screen."""
    width, height = min(area.width, screen.width), min(area.height, screen.height)
    x = min(max(area.x, screen.x), screen.right - width)
    y = min(max(area.y, screen.y), screen.bottom - height)
    return Area(x, y, width, height)


def _beyond(area: Area, other: Area, edge: Edge) -> bool:
    match edge:
        case Edge.LEFT:
            return other.right <= area.x
        case Edge.RIGHT:
            return other.x >= area.right
        case Edge.TOP:
            return other.bottom <= area.y
        case Edge.BOTTOM:
            return other.y >= area.bottom


def _distances(screen: Area, x: int, y: int) -> dict[Edge, int]:
    return {
        Edge.TOP: abs(y - screen.y),
        Edge.BOTTOM: abs(screen.bottom - y),
        Edge.LEFT: abs(x - screen.x),
        Edge.RIGHT: abs(screen.right - x),
    }


def _away(area: Area, x: int, y: int) -> int:
    aside = max(area.x - x, 0, x - area.right + 1)
    above = max(area.y - y, 0, y - area.bottom + 1)
    return aside * aside + above * above


def _within(along: float) -> float:
    return min(max(along, 0.0), 1.0)
