"""How large a finger's target is, and how many reasons stand on a page."""

from __future__ import annotations

import pytest

from display.pad.sizes import Grid, Panel, grid_of


@pytest.mark.parametrize(
    ("panel", "mm"),
    [
        (Panel(1024, 600, 7.0), 20),
        (Panel(800, 480, 7.0), 20),
        (Panel(1280, 800, 10.1), 20),
        (Panel(600, 1024, 7.0), 20),
        (Panel(480, 800, 7.0), 20),
        (Panel(800, 1280, 8.0), 20),
    ],
)
def test_a_finger_is_20_mm_on_the_real_panel(panel: Panel, mm: float) -> None:
    assert panel.finger / panel.px_per_mm == pytest.approx(mm, abs=0.01)


@pytest.mark.parametrize(
    ("panel", "px_per_mm"),
    [
        (Panel(1024, 600, 7.0, 99), 6.675),  # What the hall file says counts.
        (Panel(1024, 600, 0, 3.8), 6.675),  # A monitor that tells nonsense.
        (Panel(1280, 800, 0, 3.8), 5.884),
        (Panel(1280, 800, 0, 8.0), 8.0),
        (Panel(600, 1024, 0, 0), 6.675),
    ],
)
def test_a_panel_of_unknown_size_is_taken_for_a_small_one(panel: Panel, px_per_mm: float) -> None:
    assert panel.px_per_mm == pytest.approx(px_per_mm, abs=0.01)


@pytest.mark.parametrize(
    ("panel", "count", "by_keys", "grid"),
    [
        (Panel(1024, 600, 7.0), 10, False, Grid(3, 2)),
        (Panel(1280, 800, 10.1), 10, False, Grid(3, 4)),
        (Panel(600, 1024, 7.0), 10, False, Grid(1, 5)),
        (Panel(1024, 600, 7.0), 2, False, Grid(1, 2)),
        (Panel(1024, 600, 7.0), 10, True, Grid(3, 1)),
        (Panel(600, 1024, 7.0), 10, True, Grid(1, 3)),
        (Panel(100, 100, 1.0), 10, False, Grid(1, 2)),
        (Panel(1024, 600, 7.0), 0, False, Grid(1, 1)),
    ],
)
def test_reasons_stand_as_wide_as_they_can(panel: Panel, count: int, by_keys: bool, grid: Grid) -> None:
    assert grid_of(panel, count, by_keys=by_keys) == grid
