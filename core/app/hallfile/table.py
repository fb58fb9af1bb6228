"""One TOML table being read: every wrong value is noted, and a harmless one taken in its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from math import isfinite
from typing import Any, TypeVar

from core.app.hallfile.findings import Findings, nearest, where
from core.app.hallfile.kinds import describe, is_a
from core.app.hallfile.locate import Path
from core.domain.text import Text

LANGUAGES = ("zh", "bo", "en")
"""The languages the screens and slips can speak."""

EVERYWHERE = frozenset({"assumed", "source", "note"})
"""Keys any table may have."""

_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)

_OF_DATES = 'a date such as "2026-10-01"'

E = TypeVar("E", bound=StrEnum)


@dataclass
class Table:
    """A table of the file, and the keys it was asked for.

    Attributes:
        shared: The table around a ``list``, whose keys every entry of the list has too.
    """

    values: Mapping[str, Any]
    path: Path
    findings: Findings
    shared: Table | None = None
    asked: set[str] = field(default_factory=set)

    def at(self, key: str) -> Path:
        """Return where a key stands: here or in the shared table."""
        if key not in self.values and self.shared is not None and key in self.shared.values:
            return (*self.shared.path, key)
        return (*self.path, key)

    def has(self, key: str) -> bool:
        """Return whether the key is given, here or in the shared table."""
        return key in self.values or (self.shared is not None and key in self.shared.values)

    def raw(self, key: str) -> Any:
        """Return the value of a key as it stands there, here or in the shared table; ``None`` without it."""
        self.asked.add(key)
        return self.values.get(key, self.shared.values.get(key) if self.shared is not None else None)

    def holds_nothing(self, key: str) -> bool:
        """Return whether a key is given as an empty list."""
        return self.has(key) and self.raw(key) == []

    @property
    def is_assumed(self) -> bool:
        """Whether the whole entry is marked as not stated by the hall's source."""
        own = self.values.get("assumed")
        if own is None and self.shared is not None:
            return self.shared.is_assumed
        return own is True

    def mistake(self, name: str, key: str, **params: Any) -> None:
        """Note a mistake in the value of the key ``name``."""
        self.mistake_inside(name, (), key, **params)

    def mistake_inside(self, name: str, inside: Path, key: str, **params: Any) -> None:
        """Note a mistake at a place inside the value of the key ``name``."""
        path = self.at(name)
        place = where(self.findings.root, path[:-1])
        self.findings.add((*path, *inside), key, name=name, where=place, **params)

    def text(self, key: str, expected: str, default: str | None = None) -> str:
        """Return a text that is not blank, ``""`` (or ``default``) if it is wrong."""
        found = self._of(key, str, expected, required=default is None)
        if found is None:
            return default or ""
        if default is None and not found.strip():
            self.mistake(key, "hall.empty", expected=expected)
        return str(found)

    def identifier(self) -> str:
        """Return the entry's ``id``."""
        found = self.text("id", 'a short name, e.g. "tax"')
        if found and not _ID.fullmatch(found):
            self.mistake("id", "hall.bad_id", found=found)
        return found

    def choice(self, key: str, choices: Sequence[str]) -> str:
        """Return one of ``choices``."""
        found = self.text(key, "one of " + ", ".join(choices))
        if found and found not in choices:
            self.mistake(key, "hall.not_a_choice", found=found, **nearest(found, choices))
        return found

    def one_of(self, key: str, default: E) -> E:
        """Return a value of the default's enumeration, named by its word."""
        words = [each.value for each in type(default)]
        found = self.choice(key, words) if self.has(key) else ""
        self.asked.add(key)
        return type(default)(found) if found in words else default

    def flag(self, key: str, *, default: bool) -> bool:
        """Return true or false."""
        found = self._of(key, bool, "true or false", required=False)
        return default if found is None else bool(found)

    def whole(self, key: str, expected: str, *, required: bool = False) -> int | None:
        """Return a whole number, ``None`` if there is none."""
        found = self._of(key, int, expected, required=required)
        return None if found is None else int(found)

    def count(self, key: str, default: int | None, *, least: int = 0, most: int | None = None) -> int:
        """Return a whole number from ``least`` to ``most``; without a default it must be given."""
        found = self._of(key, int, "a whole number", required=default is None)
        if found is None:
            return least if default is None else default
        if found < least:
            self.mistake(key, "hall.too_small", found=found, expected=f"{least} or more")
        elif most is not None and found > most:
            self.mistake(key, "hall.too_large", found=found, expected=f"{most} or less")
        else:
            return int(found)
        return least

    def number(self, key: str, default: float, *, above: float | None = None) -> float:
        """Return a number that is not negative, or is greater than ``above``."""
        found = self._of(key, (int, float), "a number", required=False)
        if found is None:
            return default
        if not isfinite(found):
            self.mistake(key, "hall.wrong_type", expected="a number", found=describe(found))
            return default
        if above is not None and found <= above:
            self.mistake(key, "hall.too_small", found=found, expected=f"more than {above:g}")
        elif above is None and found < 0:
            self.mistake(key, "hall.too_small", found=found, expected="0 or more")
        return float(found)

    def clock(self, key: str, default: time | None = None) -> time | None:
        """Return a time of day (``"09:00"`` or TOML's ``09:00:00``), or the default."""
        expected = 'a time such as "09:00"'
        found = self._of(key, (str, time), expected, required=default is None)
        if isinstance(found, str):
            if match := _CLOCK.fullmatch(found):
                return time(int(match[1]), int(match[2]))
            self.mistake(key, "hall.bad_time", found=found)
            return default
        if found is not None and (found.second or found.microsecond):
            self.mistake(key, "hall.bad_time", found=found.isoformat())
            return default
        return default if found is None else found

    def day(self, key: str, default: date | None = None, *, required: bool = True) -> date | None:
        """Return a date (``"2026-10-01"`` or TOML's ``2026-10-01``), or the default."""
        found = self._of(key, (str, date), _OF_DATES, required=required)
        if isinstance(found, str):
            if _DATE.fullmatch(found):
                with suppress(ValueError):
                    return date.fromisoformat(found)
            self.mistake(key, "hall.bad_date", found=found)
            return default
        if isinstance(found, datetime):
            self.mistake(key, "hall.wrong_type", expected=_OF_DATES, found=describe(found))
            return default
        return default if found is None else found

    def texts(self, key: str, expected: str, *, required: bool = True) -> tuple[str, ...]:
        """Return a list of texts without those that are none."""
        return tuple(self._list_of(key, str, expected, required=required))

    def wholes(self, key: str, expected: str) -> tuple[int, ...]:
        """Return a list of whole numbers without those that are none."""
        return tuple(self._list_of(key, int, expected, required=True))

    def languages(self) -> tuple[str, ...]:
        """Return the ``languages`` that exist, each once."""
        found = self.texts("languages", 'a list of languages, e.g. ["zh", "en"]')
        for place, language in enumerate(found):
            if language not in LANGUAGES:
                self.mistake(
                    "languages", "hall.unknown_language", found=language, **nearest(language, LANGUAGES)
                )
            elif language in found[:place]:
                self.mistake("languages", "hall.named_twice", found=language)
        return tuple(dict.fromkeys(each for each in found if each in LANGUAGES))

    def words(self, key: str, languages: Sequence[str], *, required: bool = True) -> Text:
        """Return words in each language; every one of ``languages`` must say something."""
        expected = 'words in each language, e.g. { zh = "税务", en = "Tax" }'
        found = self._of(key, dict, expected, required=required)
        if found is None:
            return {}
        inner = Table(found, self.at(key), self.findings)
        said = {language: inner.text(language, "words", default="") for language in LANGUAGES}
        for language in languages:
            if not said[language].strip() and isinstance(found.get(language, ""), str):
                self.findings.add(inner.at(language), "hall.missing_language", name=key, language=language)
        for name in found.keys() - set(LANGUAGES):
            inner.mistake(name, "hall.unknown_language", found=name, **nearest(name, LANGUAGES))
        return {language: words for language, words in said.items() if words.strip()}

    def mixed(self, key: str, kinds: tuple[type, ...], expected: str) -> list[tuple[int, Any]]:
        """Return the entries of an optional list, each with its index, without those of another kind."""
        return self._numbered(key, kinds, expected, required=False)

    def inner(self, key: str, expected: str = "") -> Table | None:
        """Return the table under a key, ``None`` if there is none."""
        found = self._of(key, dict, expected or f"a table [{key}]", required=False)
        return None if found is None else Table(found, self.at(key), self.findings)

    def entries(self, key: str, *, required: bool = True) -> list[Table]:
        """Return the entries ``[[key]]``; one with a ``list`` stands for each entry of that list."""
        expected = f"entries [[{key}]]"
        entries: list[Table] = []
        for index, values in self._numbered(key, dict, expected, required=required):
            entry = Table(values, (*self.at(key), index), self.findings)
            entries.extend(entry._listed() if "list" in values else [entry])
        return entries

    def _listed(self) -> list[Table]:
        return [
            Table(values, (*self.path, "list", index), self.findings, shared=self)
            for index, values in self._numbered("list", dict, "a list of entries { ... }", required=True)
        ]

    def finish(self, also: Iterable[str] = ()) -> None:
        """Note every key that nobody asked for."""
        known = self.asked | set(also)
        _unknown_keys(self, known)
        _check_assumed(self, known)
        if self.shared is not None and not self.shared.asked - {"list"}:
            self.shared.asked |= known
            _unknown_keys(self.shared, known | {"list"})
            _check_assumed(self.shared, known)

    def _numbered(
        self, key: str, kind: type | tuple[type, ...], expected: str, *, required: bool
    ) -> list[tuple[int, Any]]:
        found = self._of(key, list, expected, required=required)
        if found is None:
            return []
        if not found:
            self.mistake(key, "hall.empty", expected=expected)
        good = []
        for index, value in enumerate(found):
            if is_a(value, kind):
                good.append((index, value))
            else:
                self.findings.add(
                    (*self.at(key), index),
                    "hall.wrong_type",
                    name=key,
                    expected=expected,
                    found=describe(value),
                )
        return good

    def _list_of(self, key: str, kind: type, expected: str, *, required: bool) -> list[Any]:
        return [value for _, value in self._numbered(key, kind, expected, required=required)]

    def _of(self, key: str, kind: type | tuple[type, ...], expected: str, *, required: bool) -> Any:
        self.asked.add(key)
        if not self.has(key):
            if required:
                self.findings.add(self.path, "hall.missing_key", name=key, expected=expected)
            return None
        own = key in self.values or self.shared is None
        value = self.values[key] if own else self.shared.values[key]  # type: ignore[union-attr]
        if is_a(value, kind):
            return value
        self.mistake(key, "hall.wrong_type", expected=expected, found=describe(value))
        return None


def _unknown_keys(table: Table, known: set[str]) -> None:
    for name in table.values.keys() - known - EVERYWHERE:
        table.mistake(name, "hall.unknown_key", **nearest(name, sorted(known)))


def _check_assumed(table: Table, known: set[str]) -> None:
    """Check ``assumed``: true, false or a list of the keys here that the source did not state."""
    found = table.values.get("assumed", False)
    if isinstance(found, bool):
        return
    if not isinstance(found, list) or not all(isinstance(name, str) for name in found):
        expected = 'true, false or a list of keys, e.g. ["floor"]'
        table.mistake("assumed", "hall.wrong_type", expected=expected, found=describe(found))
        return
    for name in found:
        if name not in known:
            table.mistake("assumed", "hall.assumed_nothing", found=name, **nearest(name, sorted(known)))
