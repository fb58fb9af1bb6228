"""The row of all names' syllables: made, and then asked."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from core.pinyin.readings import Unit
from kiosk.search.spoken import Rows, Sounds


@dataclass(frozen=True)
class Spoken:
    """All Chinese names as syllables, as bits (:mod:`kiosk.search.spoken`).

    Attributes:
        name_of: Which name each place belongs to.
        first: Where names begin.
        word: Where words do: behind a bracket, a comma.
        all: Every syllable.
        end: The places behind the last syllables of names.
    """

    rows: Rows
    name_of: Sequence[int]
    first: int
    word: int
    all: int
    end: int
    _said: Mapping[str, Sequence[int]]
    _also: Mapping[str, Sequence[int]]

    def sounds(self, spell: Callable[[str], str], *, also: bool) -> Sounds:
        """Return the syllables by where they stand, with the other readings or without."""
        places: dict[str, Sequence[int]] = dict(self._said)
        if also:
            for syllable, where in self._also.items():
                places[syllable] = [*self._said.get(syllable, ()), *where]
        return Sounds(self.rows, places, spell)


class Row:
    """The row of syllables while it grows."""

    def __init__(self) -> None:
        self._firsts = [0]
        self._names = array("I")
        self._words: list[int] = []
        self._ends: list[int] = []
        self._said: dict[str, array[int]] = defaultdict(lambda: array("I"))
        self._also: dict[str, array[int]] = defaultdict(lambda: array("I"))

    def add(self, read: Sequence[Unit]) -> None:
        """Take in the next name's syllables."""
        name, at, before = len(self._firsts) - 1, self._firsts[-1], -1
        for unit in read:
            for syllable in unit.said:
                self._said[syllable].append(at)
            for syllable in unit.also:
                self._also[syllable].append(at)
            if unit.start != before:
                self._words.append(at)
            at, before = at + 1, unit.end
            self._names.append(name)
        if read:
            self._ends.append(at)
        self._names.append(name)
        self._firsts.append(at + 1)

    def ended(self) -> Spoken:
        """Return it whole."""
        rows = Rows(array("I", self._firsts))
        begins = [
            first for first, last in zip(self._firsts, self._firsts[1:], strict=False) if last > first + 1
        ]
        gaps = {last - 1 for last in self._firsts[1:]}
        every = (at for at in range(rows.size) if at not in gaps)
        return Spoken(
            rows,
            self._names,
            rows.bits_of(begins),
            rows.bits_of(self._words),
            rows.bits_of(every),
            rows.bits_of(self._ends),
            dict(self._said),
            dict(self._also),
        )
