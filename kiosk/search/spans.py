"""Which part of a name matched, found again for the few names that are shown."""

from __future__ import annotations

from collections.abc import Sequence

from core.pinyin.readings import Unit
from kiosk.search.folding import Folded, Script, Word
from kiosk.search.ranks import SKIPS
from kiosk.search.row import Spoken
from kiosk.search.spoken import Sounds
from kiosk.search.written import shortening, spaced

Span = tuple[int, int]
_WAYS = ((False, 0), (True, 0), (True, SKIPS))


class Marker:
    """Marks what was typed in names that have it."""

    def __init__(self, spoken: Spoken, sounds: Sounds, loose: Sounds) -> None:
        """Take the ways a name is searched by its sounds, the exact one first."""
        self._spoken = spoken
        self._ways = (sounds, loose)

    def spans(
        self, name: int, folded: Folded, read: Sequence[Unit], typed: Sequence[Word]
    ) -> tuple[Span, ...]:
        """Return the parts of a name that words match, by their place, none of them overlapping."""
        found = sorted(
            span for word in typed if (span := _in_text(folded, word) or self._in_sounds(name, read, word))
        )
        joined: list[Span] = []
        for first, last in found:
            if joined and first <= joined[-1][1]:
                joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
            else:
                joined.append((first, last))
        return tuple(joined)

    def _in_sounds(self, name: int, read: Sequence[Unit], word: Word) -> Span | None:
        if word.script is not Script.LATIN or not read:
            return None
        first = self._spoken.rows.firsts[name]
        places = ((1 << len(read)) - 1) << first
        for sounds in self._ways:
            for initials, skips in _WAYS:
                at = sounds.begins(word.text, word.cuts, places, initials=initials, skips=skips)
                if at >= 0:
                    some, _ = sounds.run(word.text, word.cuts, 1 << at, initials=initials, skips=skips)
                    last = (some & -some).bit_length() - 2 - first
                    return read[at - first].start, read[last].end
        return None


def _in_text(folded: Folded, word: Word) -> Span | None:
    text = spaced(word)
    places = [at for at in range(len(folded.text)) if folded.text.startswith(text, at)]
    if not places:
        return _in_shortened(folded, word)
    at = min(places, key=lambda each: not folded.starts[each])
    return folded.places[at], folded.places[at + len(text) - 1] + 1


def _in_shortened(folded: Folded, word: Word) -> Span | None:
    if word.script is not Script.HAN or not (found := shortening(word).search(folded.text)):
        return None
    return folded.places[found.start()], folded.places[found.end() - 1] + 1
