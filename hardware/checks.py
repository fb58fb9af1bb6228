"""A table of the device file, checked whole: every mistake in one report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

T = TypeVar("T")


class Table:
    """Reads values out of a table and gathers what is wrong with them.

    Attributes:
        mistakes: So far, each with its place: ``rules[2].pattern: ...``.
    """

    def __init__(self, table: object, place: str = "", mistakes: list[str] | None = None) -> None:
        self.mistakes: list[str] = [] if mistakes is None else mistakes
        self._place = place
        self._known: list[str] = []
        self._table: Mapping[str, Any] = table if isinstance(table, Mapping) else {}
        if not isinstance(table, Mapping):
            self.wrong("", f"a table, not {table!r}")

    def wrong(self, name: str, why: object) -> None:
        """Note a mistake."""
        place = ".".join(part for part in (self._place, name) if part)
        self.mistakes.append(f"{place}: {why}" if place else str(why))

    def required(self, name: str, read: Callable[[Any], T]) -> T | None:
        """Return a value that must be there; ``None`` where it is wrong, which is noted."""
        self._known.append(name)
        if name not in self._table:
            self.wrong(name, "missing")
            return None
        return self._read(name, read)

    def optional(self, name: str, read: Callable[[Any], T], default: T) -> T:
        """Return a value, ``default`` where there is none or it is wrong, which is noted."""
        self._known.append(name)
        if name not in self._table:
            return default
        value = self._read(name, read)
        return default if value is None else value

    def tables(self, name: str) -> list[Table]:
        """Return the tables of a list."""
        nothing: list[Any] = []
        entries = self.optional(name, a_list, nothing)
        prefix = f"{self._place}.{name}" if self._place else name
        return [Table(entry, f"{prefix}[{at}]", self.mistakes) for at, entry in enumerate(entries, 1)]

    def entries(self, name: str) -> list[tuple[str, Any]]:
        """Return the names and values of a table inside this one."""
        nothing: dict[str, Any] = {}
        return list(self.optional(name, a_table, nothing).items())

    def done(self) -> None:
        """Note the names that nobody knows."""
        for name in self._table:
            if name not in self._known:
                self.wrong(str(name), f"unknown; known are {', '.join(self._known)}")

    def refuse_mistakes(self) -> None:
        """Raise ``ValueError`` with every mistake, one a line, if there is one."""
        if self.mistakes:
            raise ValueError("\n".join(self.mistakes))

    def _read(self, name: str, read: Callable[[Any], T]) -> T | None:
        try:
            return read(self._table[name])
        except ValueError as error:
            self.wrong(name, error)
            return None


def a_list(value: object) -> list[Any]:
    """Return a list."""
    if not isinstance(value, list):
        raise ValueError(f"a list, not {value!r}")
    return value


def a_table(value: object) -> dict[str, Any]:
    """Return a table."""
    if not isinstance(value, dict):
        raise ValueError(f"a table, not {value!r}")
    return value


def a_text(value: object) -> str:
    """Return a text."""
    if not isinstance(value, str):
        raise ValueError(f"a text, not {value!r}")
    return value


def some_hex(value: object) -> bytes:
    """Return bytes that are written in hex."""
    try:
        return bytes.fromhex(value if isinstance(value, str) else "?")
    except ValueError:
        raise ValueError(f'bytes in hex, e.g. "0D 0A", not {value!r}') from None


def one_of(*names: str) -> Callable[[object], str]:
    """Return what reads one of some words."""

    def read(value: object) -> str:
        if not isinstance(value, str) or value not in names:
            raise ValueError(f"one of {', '.join(names)}, not {value!r}")
        return value

    return read


def a_whole(low: int, high: int) -> Callable[[object], int]:
    """Return what reads a whole number from ``low`` to ``high``."""

    def read(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise ValueError(f"a whole number from {low} to {high}, not {value!r}")
        return value

    return read


def seconds(low: float, high: float) -> Callable[[object], float]:
    """Return what reads seconds from ``low`` to ``high``."""

    def read(value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise ValueError(f"seconds from {low:g} to {high:g}, not {value!r}")
        return float(value)

    return read
