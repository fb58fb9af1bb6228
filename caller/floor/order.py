"""In which order the rows of a table stand: by a column, and never moving under a hand; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum


class Tone(Enum):
    """How a cell is drawn; a word says the same."""

    PLAIN = "plain"
    SOFT = "soft"
    STRONG = "strong"
    LATE = "late"
    VERY_LATE = "very_late"


SortKey = tuple[int, float, str]
"""What is known stands before what is not, numbers by their size, texts by their letters."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of a table.

    Attributes:
        value: By what it is sorted; ``None``: it stands last.
    """

    text: str
    value: float | str | None = None
    tone: Tone = Tone.PLAIN

    @property
    def sort_key(self) -> SortKey:
        """How it compares with others of its column."""
        match self.value:
            case None:
                return (1, 0.0, "")
            case str():
                return (0, 0.0, self.value)
            case _:
                return (0, float(self.value), "")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table; ``id`` is the same as long as it is the same thing."""

    id: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sort:
    """By which column; ``None``: as the rows come."""

    column: int | None = None
    descending: bool = False


def ordered(rows: Sequence[Row], sort: Sort, before: Sequence[str], *, held: bool) -> list[Row]:
    """Return the rows as they shall stand.

    Args:
        before: Ids as they stand now.
        held: A pointer or the keyboard is on the table: who is in it stays in place, new ones come last.
    """
    wanted = _sorted(rows, sort)
    if not held:
        return wanted
    places = {row: place for place, row in enumerate(before)}
    return sorted(wanted, key=lambda row: places.get(row.id, len(places)))


def _sorted(rows: Sequence[Row], sort: Sort) -> list[Row]:
    column = sort.column
    if column is None:
        return list(rows)
    known = [row for row in rows if row.cells[column].value is not None]
    others = [row for row in rows if row.cells[column].value is None]
    return sorted(known, key=lambda row: row.cells[column].sort_key, reverse=sort.descending) + others
