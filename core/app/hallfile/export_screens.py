"""The sections ``[[screens]]`` and ``[[layouts]]`` as a hall file writes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from core.app.hallfile.ranges import numbers_text
from core.app.hallfile.toml_text import entries
from core.domain.hall import Hall
from core.domain.layout import Cell, Colours, Layout
from core.domain.screen import Screen

Values = dict[str, Any]


def screen_lines(hall: Hall) -> Iterator[str]:
    """Return the lines of everything that the hall says of its screens."""
    if hall.screens:
        yield from entries("screens", map(_screen, hall.screens))
    if hall.layouts:
        yield from entries("layouts", map(_layout, hall.layouts))


def _screen(screen: Screen) -> Values:
    values: Values = {"name": screen.name, "shows": screen.shows.value}
    if screen.windows:
        values["windows"] = numbers_text(screen.windows)
    if screen.names:
        values["masked_names"] = True
    if screen.media_sound:
        values["media_sound"] = True
    if not screen.films:
        values["films"] = False
    if screen.floor is not None:
        values["floor"] = screen.floor
    if screen.ways:
        values["ways"] = {zone: way.value for zone, way in screen.ways.items()}
    return values | _given(
        zone=screen.zone,
        layout=screen.layout,
        inches=screen.inches,
        metres=screen.metres,
        rotate=screen.rotate,
        media=screen.media,
        monitor=screen.monitor,
    )


def _layout(layout: Layout) -> Values:
    values: Values = {"id": layout.id, "form": layout.form.value}
    if layout.letters != 1:
        values["letters"] = layout.letters
    usual = Colours()
    colours = {
        each.name: getattr(layout.colours, each.name)
        for each in fields(Colours)
        if getattr(layout.colours, each.name) != getattr(usual, each.name)
    }
    return values | _given(colours=colours) | {"rows": [_cell(each) for each in layout.rows]}


def _cell(cell: Cell) -> Values:
    values: Values = {"size": cell.size}
    if cell.part is not None:
        values["part"] = cell.part.value
    if not cell.names:
        values["names"] = False
    return values | _given(
        lines=cell.lines,
        across=cell.across,
        rows=[_cell(each) for each in cell.rows],
        columns=[_cell(each) for each in cell.columns],
    )


def _given(**values: Any) -> Values:
    return {key: value for key, value in values.items() if value}
