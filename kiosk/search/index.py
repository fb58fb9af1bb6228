"""The index of all a visitor can choose, made once for a hall; asked with each letter typed."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from core.domain.hall import Hall
from core.pinyin.readings import Readings, read_table, units
from kiosk.search.folding import LONGEST, Folded, Script, Word, fold, words
from kiosk.search.ranks import LEAST_SHORTENED, SKIPS, Fit
from kiosk.search.row import Row
from kiosk.search.sounds import as_digits, as_heard, as_written
from kiosk.search.spans import Marker, Span
from kiosk.search.spoken import Sounds
from kiosk.search.targets import Named, Target, names_of, targets_of
from kiosk.search.written import Written

SHOWN = 60
"""More results than a visitor leafs through."""
MARKED = 12
"""In so many of them what matched is marked: those that can stand on the first sheets."""
_A_SLICE = 100
"""Names taken in between two breaths of the screen: some 5 ms."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found.

    Attributes:
        kind: ``"item"``, ``"matter"`` or ``"queue"``.
        language: Of the name that matched.
        spans: Which parts of that name, in Unicode's composed form, matched: place and place after.
            Empty where it was not its own name but that of its queue, zone or department, and behind
            the first :data:`MARKED`.
    """

    kind: str
    id: str
    fit: Fit
    language: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a query.

    Attributes:
        hits: The best, best first.
        total: How many there are in all; of those that only sound alike no more than are shown.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0


Typed = Sequence[Sequence[Word]]
"""What was typed: whole, and in parts."""
Fits = dict[int, tuple[Fit, int]]
"""For each target how it fits and the name by which it does; both by their place."""


class Index:
    """All targets of a hall by all their names."""

    def __init__(self, hall: Hall) -> None:
        """Make it at once; :func:`in_slices` does it between two frames."""
        for made in in_slices(hall, self):
            assert made is None or made is self

    def search(self, query: str, most: int = SHOWN) -> Found:
        """Return what fits a query, best first; of equals the frequent, then the shorter ones."""
        typed = words(query)
        if not typed:
            return Found()
        fits = self._whole(typed[0]) if len(typed) == 1 else {}
        parts = _parts(typed)
        if len(parts) > 1:
            fits = _better(fits, self._several(parts))
        if len(typed) == 1 and len(fits) < most:
            fits = _better(fits, self._loosely(typed[0]))
        return self._answer(fits, (typed, parts), most)

    def search_digits(self, digits: str, most: int = SHOWN) -> Found:
        """Return what fits digits that stand for letters, as a pad of twelve keys has them.

        ``"725"`` finds 社保卡 (sbk); whole syllables may be spelt as well.
        """
        keys = "".join(each for each in digits if each in "23456789")[:LONGEST]
        if not keys:
            return Found()
        word = Word(keys, Script.LATIN)
        fits = self._leading(self._by_sound(self._keyed, word))
        return self._answer(fits, ([word],), most, self._keyed)

    # Within

    def take_in(self, hall: Hall) -> Iterator[None]:
        """Take in a hall, pausing between slices."""
        self.targets: Sequence[Target] = targets_of(hall)
        self._names: Sequence[Named] = list(names_of(hall, self.targets))
        chinese = "".join(each.name for each in self._names if each.language == "zh")
        self._readings: Readings = read_table(chinese)
        yield
        folded: list[Folded] = []
        row = Row()
        for at, named in enumerate(self._names):
            folded.append(fold(named.name))
            row.add(units(named.name, named.pinyin, self._readings) if named.language == "zh" else ())
            if at % _A_SLICE == 0:
                yield
        self._written = Written(folded)
        yield
        self._spoken = row.ended()
        self._order = self._ranked()

    def _ranked(self) -> Sequence[int]:
        """Return for each target its rank among equals."""

        def key(at: int) -> tuple[bool, int, int]:
            target = self.targets[at]
            return not target.frequent, len(target.name.get("zh", "")), at

        ranks = array("I", [0] * len(self.targets))
        for rank, at in enumerate(sorted(range(len(self.targets)), key=key)):
            ranks[at] = rank
        return ranks

    @cached_property
    def _said(self) -> Sounds:
        return self._spoken.sounds(as_written, also=False)

    @cached_property
    def _heard(self) -> Sounds:
        return self._spoken.sounds(as_heard, also=True)

    @cached_property
    def _keyed(self) -> Sounds:
        return self._spoken.sounds(as_digits, also=False)

    def _whole(self, word: Word) -> Fits:
        found = self._written.find(word)
        if word.script is Script.LATIN:
            for name, fit in self._by_sound(self._said, word).items():
                found[name] = min(fit, found.get(name, fit))
        elif word.script is Script.HAN and len(word.text) > 1:
            for name in self._written.shortened(word):
                found.setdefault(name, Fit.SHORTENED)
        return self._leading(found)

    def _several(self, parts: Sequence[Word]) -> Fits:
        each = [self._whole(part) for part in parts]
        both = set(each[0]).intersection(*each[1:])
        return {at: _all_of([fits[at] for fits in each]) for at in both}

    def _loosely(self, word: Word) -> Fits:
        if word.script is not Script.LATIN or len(word.text) < 2:
            return {}
        return self._leading(dict.fromkeys(self._by_sound(self._heard, word), Fit.LOOSE))

    def _by_sound(self, sounds: Sounds, word: Word) -> dict[int, Fit]:
        """Return how each Chinese name fits by its syllables."""
        row = self._spoken
        found: dict[int, Fit] = {}
        ways = [
            (Fit.PREFIX, row.first, False, 0),
            (Fit.WORD, row.word, False, 0),
            (Fit.INITIALS, row.first, True, 0),
            (Fit.INSIDE, row.all, False, 0),
            (Fit.INITIALS_INSIDE, row.all, True, 0),
        ]
        if len(word.text) >= LEAST_SHORTENED:
            ways.append((Fit.SHORTENED, row.all, True, SKIPS))
        for fit, begin, initials, skips in ways:
            some, whole = sounds.run(word.text, word.cuts, begin, initials=initials, skips=skips)
            if fit is Fit.PREFIX:
                exact = whole & row.end
                found.update(dict.fromkeys(row.rows.names_in(exact, row.name_of), Fit.EXACT))
            for name in row.rows.names_in(some, row.name_of):
                found.setdefault(name, fit)
        return found

    def _leading(self, names: dict[int, Fit]) -> Fits:
        """Return from how names fit how the targets do they lead to."""
        found: Fits = {}
        for name, fit in names.items():
            named = self._names[name]
            reached = fit if named.own else max(fit, Fit.THROUGH)
            for at in named.targets:
                if at not in found or reached < found[at][0]:
                    found[at] = (reached, name)
        return found

    def _answer(self, fits: Fits, typed: Typed, most: int, sounds: Sounds | None = None) -> Found:
        size = len(self.targets)
        best = sorted(fits, key=lambda at: fits[at][0] * size + self._order[at])[:most]
        marker = Marker(self._spoken, sounds or self._said, self._heard)
        hits = (
            self._hit(at, *fits[at], typed, marker if rank < MARKED else None) for rank, at in enumerate(best)
        )
        return Found(tuple(hits), len(fits))

    def _hit(self, at: int, fit: Fit, name: int, typed: Typed, marker: Marker | None) -> Hit:
        target, named = self.targets[at], self._names[name]
        if marker is None or not named.own:
            return Hit(target.kind, target.id, fit, named.language)
        read = units(named.name, named.pinyin, self._readings) if named.language == "zh" else ()
        folded = fold(named.name)
        in_order = typed if fit < Fit.SHORTENED else typed[::-1]
        ways = (marker.spans(name, folded, read, each) for each in in_order)
        spans = next((found for found in ways if found), ())
        return Hit(target.kind, target.id, fit, named.language, spans)


def in_slices(hall: Hall, index: Index | None = None) -> Iterator[Index | None]:
    """Make the index of a hall, a few milliseconds at a time; what is yielded last is the index."""
    made = index or Index.__new__(Index)
    for _ in made.take_in(hall):
        yield None
    yield made


def _parts(typed: Sequence[Word]) -> list[Word]:
    """Return the words as their writer parted them, Latin ones and Tibetan syllables apart."""
    return [
        Word(text, word.script)
        for word in typed
        for text in _cut(word.text, sorted({0, *word.cuts, len(word.text)}))
    ]


def _cut(text: str, edges: Sequence[int]) -> Iterable[str]:
    return (text[first:last] for first, last in pairwise(edges))


def _all_of(fits: Sequence[tuple[Fit, int]]) -> tuple[Fit, int]:
    """Return how a target fits whose parts fit so; the name is the one that fits best."""
    return max(Fit.SEVERAL, max(fits)[0]), min(fits)[1]


def _better(one: Fits, other: Fits) -> Fits:
    return {at: min(fits[at] for fits in (one, other) if at in fits) for at in {**one, **other}}
