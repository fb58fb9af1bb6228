"""The layouts that every board has, in px of a screen whose shorter side has 1080."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from core.domain.layout import Cell, Form, Layout, Part

_UPRIGHT = (
    Cell(256, Part.HEADER),
    Cell(640, Part.HERO),
    Cell(682, Part.CALLS),
    Cell(254, Part.WAITING),
    Cell(88, Part.NOTICES),
)


def _flat(id_: str, hero: float, calls: Cell) -> Layout:
    rows = (
        Cell(140, Part.HEADER),
        Cell(684, columns=(Cell(hero, Part.HERO), calls)),
        Cell(168, Part.WAITING),
        Cell(88, Part.NOTICES),
    )
    return Layout(id_, Form.LANDSCAPE, rows)


READY_LAYOUTS: Final[Mapping[str, Layout]] = {
    each.id: each
    for each in (
        _flat("hall-landscape", 50, Cell(50, Part.CALLS)),
        Layout("hall-portrait", Form.PORTRAIT, _UPRIGHT),
        Layout(
            "zone-landscape",
            Form.LANDSCAPE,
            (
                Cell(140, Part.HEADER),
                Cell(
                    684,
                    columns=(
                        Cell(50, rows=(Cell(80, Part.HERO), Cell(20, Part.PASSED))),
                        Cell(50, Part.CALLS),
                    ),
                ),
                Cell(168, Part.WAITING),
                Cell(88, Part.NOTICES),
            ),
        ),
        Layout(
            "zone-portrait",
            Form.PORTRAIT,
            (
                Cell(256, Part.HEADER),
                Cell(560, Part.HERO),
                Cell(602, Part.CALLS),
                Cell(150, Part.PASSED),
                Cell(264, Part.WAITING),
                Cell(88, Part.NOTICES),
            ),
        ),
        _flat("many-windows", 28, Cell(72, Part.CALLS, across=2, names=False)),
        Layout(
            "many-windows-portrait",
            Form.PORTRAIT,
            (
                Cell(256, Part.HEADER),
                Cell(1322, Part.CALLS),
                Cell(254, Part.WAITING),
                Cell(88, Part.NOTICES),
            ),
        ),
        Layout("calls-only", Form.ANY, (Cell(1000, Part.CALLS), Cell(80, Part.NOTICES))),
    )
}
"""By id."""

MANY = 24
"""A board of more windows than this lists many calls, as number and window only."""


def ready_for(*, upright: bool, zone: bool, windows: int) -> Layout:
    """Return the ready layout of a board that the hall says nothing of.

    Args:
        upright: The picture is higher than wide.
        zone: It is a zone's board.
        windows: How many windows call on it.
    """
    form = "portrait" if upright else "landscape"
    if windows > MANY:
        return READY_LAYOUTS["many-windows-portrait" if upright else "many-windows"]
    return READY_LAYOUTS[f"{'zone' if zone else 'hall'}-{form}"]
