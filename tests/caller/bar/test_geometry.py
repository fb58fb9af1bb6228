"""Bars lie at their edge, on every screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caller.bar.geometry import (
    Area,
    Edge,
    Place,
    Screen,
    bar_area,
    edge_within,
    inside,
    nearest_edge,
    place_at,
    place_of,
    screen_at,
    screen_beyond,
)

HD = Area(0, 0, 1920, 1080)
LEFT, RIGHT = Screen("left", Area(-1280, 56, 1280, 1024)), Screen("right", HD)

areas = st.builds(
    Area, st.integers(-4000, 4000), st.integers(-4000, 4000), st.integers(320, 4000), st.integers(320, 4000)
)
places = st.builds(Place, st.sampled_from(Edge), st.floats(0, 1))
sizes = st.integers(20, 5000)


@pytest.mark.parametrize(
    ("place", "area"),
    [
        (Place(Edge.TOP, 0.0), Area(0, 0, 1120, 80)),
        (Place(Edge.TOP, 0.5), Area(400, 0, 1120, 80)),
        (Place(Edge.BOTTOM, 1.0), Area(800, 1000, 1120, 80)),
        (Place(Edge.LEFT, 0.0), Area(0, 0, 80, 1080)),
        (Place(Edge.RIGHT, 1.0), Area(1840, 0, 80, 1080)),
    ],
)
def test_a_bar_lies_at_its_edge(place: Place, area: Area) -> None:
    assert bar_area(HD, place, 1120, 80) == area


@given(screen=areas, place=places, length=sizes, thick=sizes)
def test_all_of_a_bar_is_on_its_screen_and_at_its_edge(
    screen: Area, place: Place, length: int, thick: int
) -> None:
    area = bar_area(screen, place, length, thick)
    assert inside(screen, area) == area
    assert {
        Edge.TOP: area.y == screen.y,
        Edge.BOTTOM: area.bottom == screen.bottom,
        Edge.LEFT: area.x == screen.x,
        Edge.RIGHT: area.right == screen.right,
    }[place.edge]


@given(screen=areas, edge=st.sampled_from(Edge), x=st.integers(-9000, 9000), y=st.integers(-9000, 9000))
def test_the_middle_of_a_bar_goes_where_the_hand_is(screen: Area, edge: Edge, x: int, y: int) -> None:
    place = place_at(screen, edge, x, y, 200)
    area = bar_area(screen, place, 200, 40)
    at, start, extent, hand = (
        (area.y, screen.y, screen.height, y) if edge.upright else (area.x, screen.x, screen.width, x)
    )
    wanted = min(max(hand - 100, start), start + extent - 200)
    assert abs(at - wanted) <= 1


@given(place=places)
def test_a_place_is_remembered_as_it_is(place: Place) -> None:
    again = place_of(str(place))
    assert again is not None
    assert again.edge is place.edge
    assert again.along == pytest.approx(place.along, abs=0.001)


@pytest.mark.parametrize("text", ["", "top", "middle 0.5", "top x", "0.5"])
def test_what_is_no_place_is_none(text: str) -> None:
    assert place_of(text) is None


def test_a_place_beyond_its_edge_is_at_the_end_of_it() -> None:
    assert place_of("left 7") == Place(Edge.LEFT, 1.0)


@pytest.mark.parametrize(
    ("x", "y", "edge"),
    [(960, 5, Edge.TOP), (960, 1075, Edge.BOTTOM), (5, 500, Edge.LEFT), (1915, 500, Edge.RIGHT)],
)
def test_a_bar_snaps_where_the_hand_is_near(x: int, y: int, edge: Edge) -> None:
    assert edge_within(HD, x, y, 100) is edge
    assert nearest_edge(HD, x, y) is edge


def test_in_the_middle_it_snaps_nowhere_yet() -> None:
    assert edge_within(HD, 960, 540, 100) is None
    assert nearest_edge(HD, 960, 541) is Edge.BOTTOM


@pytest.mark.parametrize(("x", "screen"), [(-5, LEFT), (0, RIGHT), (5000, RIGHT), (-5000, LEFT)])
def test_a_point_is_on_a_screen_or_nearest_to_it(x: int, screen: Screen) -> None:
    assert screen_at((RIGHT, LEFT), x, 300) is screen


def test_beyond_an_edge_there_may_be_another_screen() -> None:
    both = (RIGHT, LEFT)
    assert screen_beyond(both, RIGHT, Edge.LEFT) is LEFT
    assert screen_beyond(both, LEFT, Edge.RIGHT) is RIGHT
    assert screen_beyond(both, RIGHT, Edge.RIGHT) is None
    assert screen_beyond(both, RIGHT, Edge.TOP) is None


@given(screen=areas, area=areas)
def test_what_is_moved_inside_is_all_on_the_screen(screen: Area, area: Area) -> None:
    moved = inside(screen, area)
    assert moved.x >= screen.x
    assert moved.y >= screen.y
    assert moved.right <= screen.right
    assert moved.bottom <= screen.bottom
    assert inside(screen, moved) == moved
