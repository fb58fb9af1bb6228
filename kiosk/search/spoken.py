"""All names as one row of syllables, searched at once: a bit a syllable, a letter typed moves them all.

A state is a whole number whose bit ``p`` says: what was typed so far may end just before syllable ``p``. One
piece of the query (``she``, ``b``) takes all names a step further: ``(state & its places) << 1``. That
is an automaton of as many states as there are syllables, run by AND and shift of whole numbers; 2,000
names have some 20,000 syllables, 2.5 KB.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

DOUBLE = ("zh", "ch", "sh")
"""Initials of two letters."""
_KEPT = 96
"""So many rows of bits are kept, about 3 KB each."""


@dataclass(frozen=True)
class Rows:
    """Where each name stands in the row of syllables; between two names one place stays empty.

    Attributes:
        firsts: The place of each name's first syllable, and at the end the size of the row.
    """

    firsts: Sequence[int]

    @property
    def size(self) -> int:
        """How many places there are."""
        return self.firsts[-1]

    def bits_of(self, places: Iterable[int]) -> int:
        """Return the number that has those bits."""
        row = bytearray(self.size // 8 + 1)
        for place in places:
            row[place >> 3] |= 1 << (place & 7)
        return int.from_bytes(row, "little")

    def names_in(self, state: int, name_of: Sequence[int]) -> Iterator[int]:
        """Yield each name that has a bit."""
        text = f"{state:b}"[::-1]
        at = text.find("1")
        while at >= 0:
            name = name_of[at]
            yield name
            at = text.find("1", self.firsts[name + 1])


class Sounds:
    """Syllables by where they stand, under one way of spelling them.

    Attributes:
        spell: From a syllable, or a part of one, to what is compared.
    """

    def __init__(self, rows: Rows, places: Mapping[str, Sequence[int]], spell: Callable[[str], str]) -> None:
        """Take in which syllable stands where; one place may have several readings."""
        self.spell = spell
        self._rows = rows
        spelt: dict[str, array[int]] = defaultdict(lambda: array("I"))
        for syllable, where in places.items():
            spelt[spell(syllable)].extend(where)
        self._places = dict(spelt)
        self._longest = max(map(len, spelt), default=0)
        self._doubles = frozenset(map(spell, DOUBLE))
        self._begins: dict[str, list[str]] = defaultdict(list)
        for syllable in spelt:
            for letters in range(1, len(syllable) + 1):
                self._begins[syllable[:letters]].append(syllable)
        self._every = rows.bits_of(at for where in places.values() for at in where)
        self._kept: dict[tuple[str, bool], int] = {}

    def run(
        self, query: str, cuts: frozenset[int], begin: int, *, initials: bool, skips: int = 0
    ) -> tuple[int, int]:
        """Return where the query ends, and where it ends with a whole syllable.

        Args:
            query: Small letters and digits.
            cuts: Where a syllable ends for certain.
            begin: Where it may begin.
            initials: Whether an initial may stand for its syllable.
            skips: So many syllables of the name may be left out before each piece but the first.
        """
        ends = len(query)
        states, whole = [0] * (ends + 1), [0] * (ends + 1)
        states[0] = begin
        for first, last in pairwise(sorted({0, ends, *cuts})):
            for at in range(first, last):
                for _ in range(skips if at else 0):
                    states[at] |= (states[at] & self._every) << 1
                if states[at]:
                    self._step(query, at, last, states, whole, initials)
        return states[ends], whole[ends]

    def begins(self, query: str, cuts: frozenset[int], begin: int, *, initials: bool, skips: int = 0) -> int:
        """Return where in one name, whose places ``begin`` has, the query begins first; -1: nowhere."""
        while begin:
            lowest = begin & -begin
            if self.run(query, cuts, lowest, initials=initials, skips=skips)[0]:
                return lowest.bit_length() - 1
            begin ^= lowest
        return -1

    def _step(
        self, query: str, at: int, last: int, states: list[int], whole: list[int], initials: bool
    ) -> None:
        for to in range(at + 1, min(at + self._longest + 2, last + 1)):
            piece = self.spell(query[at:to])
            if piece in self._places:
                moved = (states[at] & self._bits(piece, False)) << 1
                states[to] |= moved
                whole[to] |= moved
            begun = to == last or (initials and (to == at + 1 or piece in self._doubles))
            if begun and piece in self._begins:
                states[to] |= (states[at] & self._bits(piece, True)) << 1

    def _bits(self, piece: str, begun: bool) -> int:
        key = (piece, begun)
        if key not in self._kept:
            if len(self._kept) >= _KEPT:
                self._kept.pop(next(iter(self._kept)))
            syllables = self._begins[piece] if begun else (piece,)
            self._kept[key] = self._rows.bits_of(at for each in syllables for at in self._places[each])
        return self._kept[key]
