"""The section ``[[layouts]]``: boards laid out as the hall likes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from core.app.hallfile.placed import Placed
from core.app.hallfile.rules import check_ids
from core.app.hallfile.table import Table
from core.domain.colour import LEAST_CONTRAST, contrast, is_colour
from core.domain.layout import (
    ACROSS_MOST,
    LINES_MOST,
    READ_ON,
    Cell,
    Colours,
    Form,
    Layout,
    Part,
)
from core.domain.ready_layouts import READY_LAYOUTS

LETTERS_LEAST, LETTERS_MOST = 0.5, 2.0
DEEPEST = 5
"""Rows within columns within rows: no board is divided further."""


def read_layouts(file: Table) -> list[Placed[Layout]]:
    """Return the layouts; a mistake in one names its part and its colour."""
    placed = []
    for entry in file.entries("layouts", required=False):
        placed.append(Placed(read_layout(entry), entry))
        entry.finish()
    return placed


def check_layouts(layouts: Sequence[Placed[Layout]]) -> None:
    """Layouts have ids of their own, none that of a ready one."""
    check_ids(layouts)
    for entry in layouts:
        if entry.value.id in READY_LAYOUTS:
            entry.table.mistake("id", "hall.ready_layout", found=entry.value.id)


def read_layout(table: Table) -> Layout:
    """Return one layout."""
    return Layout(
        id=table.identifier(),
        form=table.one_of("form", Form.ANY),
        rows=_cells(table, "rows", 1, required=True),
        colours=_colours(table),
        letters=_letters(table),
    )


def _cells(table: Table, key: str, depth: int, *, required: bool = False) -> tuple[Cell, ...]:
    cells = []
    for entry in table.entries(key, required=required):
        cells.append(_cell(entry, depth))
        entry.finish()
    return tuple(cells)


def _cell(table: Table, depth: int) -> Cell:
    given = [key for key in ("part", "rows", "columns") if table.has(key)]
    if len(given) != 1:
        table.mistake(given[1] if given else "part", "hall.cell_holds_one")
    if depth == DEEPEST and given != ["part"]:
        table.mistake(given[0] if given else "part", "hall.too_deep", most=DEEPEST)
        return Cell(part=Part.GAP)
    words = [each.value for each in Part]
    found = table.choice("part", words) if "part" in given else ""
    return Cell(
        size=table.number("size", 1.0, above=0),
        part=Part(found) if found in words else None,
        rows=_cells(table, "rows", depth + 1),
        columns=_cells(table, "columns", depth + 1),
        lines=table.count("lines", 0, most=LINES_MOST),
        across=table.count("across", 0, most=ACROSS_MOST),
        names=table.flag("names", default=True),
    )


def _colours(table: Table) -> Colours:
    usual = Colours()
    inner = table.inner("colours", 'colours, e.g. { back = "#08252b" }')
    if inner is None:
        return usual
    said = {each.name: _colour(inner, each.name, getattr(usual, each.name)) for each in fields(Colours)}
    inner.finish()
    for ink, ground in READ_ON:
        is_given = inner.has(ink) or inner.has(ground)
        if is_given and (found := contrast(said[ink], said[ground])) < LEAST_CONTRAST:
            where = ink if inner.has(ink) else ground
            params = {"ink": ink, "ground": ground, "found": f"{found:.1f}", "least": f"{LEAST_CONTRAST:g}"}
            inner.mistake(where, "hall.poor_contrast", **params)
    return Colours(**said)


def _colour(table: Table, key: str, usual: str) -> str:
    found = table.text(key, 'a colour, e.g. "#08252b"', default=usual)
    if is_colour(found):
        return found.lower()
    table.mistake(key, "hall.bad_colour", found=found)
    return usual


def _letters(table: Table) -> float:
    found = table.number("letters", 1.0)
    if LETTERS_LEAST <= found <= LETTERS_MOST:
        return found
    expected = f"{LETTERS_LEAST:g} to {LETTERS_MOST:g}"
    key = "hall.too_small" if found < 1 else "hall.too_large"
    table.mistake("letters", key, found=found, expected=expected)
    return 1.0
