"""How a board is laid out, as data: rows and columns of parts, and their colours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum


class Part(StrEnum):
    """What can stand on a board; the values are the words of the hall file."""

    HEADER = "header"
    """The hall's name and logo, the zone's name, the date and the clock."""
    HERO = "hero"
    """One call, read from ten metres."""
    CALLS = "calls"
    """The latest calls, newest on top."""
    WAITING = "waiting"
    """How many wait in each queue, and how long it takes."""
    PASSED = "passed"
    """The numbers that were passed."""
    COLLECT = "collect"
    """Whose result can be collected (领证)."""
    WINDOWS = "windows"
    """Which windows are open and which paused."""
    NOTICES = "notices"
    """What the hall tells, in all its languages in turn; since when the board is not live."""
    CLOCK = "clock"
    """The time and the day."""
    MEDIA = "media"
    """Pictures or films."""
    GAP = "gap"
    """Nothing."""


class Form(StrEnum):
    """For which form of screen a layout is."""

    ANY = "any"
    LANDSCAPE = "landscape"
    PORTRAIT = "portrait"


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a board, each ``#rrggbb``; the pairs of :data:`READ_ON` have a contrast of 7:1.

    Attributes:
        back: Behind everything.
        panel: Behind a call, a count, a list.
        ink: Letters on both.
        soft: Letters of less weight on both.
        call: The number and window of who is called, on both; a flashing field is filled with it.
        on_call: Letters on a flashing field.
        bar: Behind the header and the notices.
        on_bar: Letters on it.
        soft_on_bar: Letters of less weight on it.
    """

    back: str = "#08252b"
    panel: str = "#0e343c"
    ink: str = "#ffffff"
    soft: str = "#c6dde1"
    call: str = "#ffb71b"
    on_call: str = "#2b1c00"
    bar: str = "#0a4a55"
    on_bar: str = "#ffffff"
    soft_on_bar: str = "#d5e9ec"


READ_ON = (
    ("ink", "back"),
    ("ink", "panel"),
    ("soft", "back"),
    ("soft", "panel"),
    ("call", "back"),
    ("call", "panel"),
    ("on_call", "call"),
    ("on_bar", "bar"),
    ("soft_on_bar", "bar"),
)
"""Which colour is read on which."""

LINES_MOST = 30
ACROSS_MOST = 6


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of a layout: one part, or rows from top to bottom, or columns from left to right.

    Attributes:
        size: Its share of the row or column that it is in, beside those of its neighbours.
        part: ``None`` for a cell that is divided.
        lines: Of the parts that list something: how many one below the other; 0: as many as are readable.
        across: Of those: how many side by side; 0: as many as are readable.
        names: Of calls and counts: whether the queues' names are told.
    """

    size: float = 1.0
    part: Part | None = None
    rows: tuple[Cell, ...] = ()
    columns: tuple[Cell, ...] = ()
    lines: int = 0
    across: int = 0
    names: bool = True

    def parts(self) -> Iterator[Cell]:
        """Return every cell with a part, in reading order."""
        if self.part is not None:
            yield self
        for each in (*self.rows, *self.columns):
            yield from each.parts()


@dataclass(frozen=True, slots=True)
class Layout:
    """A board's layout of the hall's own.

    Attributes:
        id: What a screen names it by.
        form: For which form of screen it is.
        rows: From top to bottom over the whole screen.
        letters: What the letters of names and sentences are multiplied with, 0.5 to 2.
    """

    id: str
    form: Form = Form.ANY
    rows: tuple[Cell, ...] = ()
    colours: Colours = field(default_factory=Colours)
    letters: float = 1.0

    def without(self, part: Part) -> Layout:
        """Return the layout with no room for a part: its neighbours get it."""
        return replace(self, rows=_without(self.rows, part))

    @property
    def whole(self) -> Cell:
        """The layout as one cell."""
        return Cell(rows=self.rows)


def _without(cells: tuple[Cell, ...], part: Part) -> tuple[Cell, ...]:
    kept = []
    for cell in cells:
        if cell.part is not None:
            kept += [cell] if cell.part is not part else []
            continue
        rows, columns = _without(cell.rows, part), _without(cell.columns, part)
        kept += [replace(cell, rows=rows, columns=columns)] if rows or columns else []
    return tuple(kept)
