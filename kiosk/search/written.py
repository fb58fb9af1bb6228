"""All names as one text, searched at once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from kiosk.search.folding import Folded, Script, Word
from kiosk.search.ranks import SKIPS, Fit

_LEAST_INSIDE = 3
"""Fewer Latin letters stand inside of too many English words."""


class Written:
    """The text of names, a line each.

    Attributes:
        firsts: Where each line begins, and at the end the size of the text and one more.
    """

    def __init__(self, names: Sequence[Folded]) -> None:
        """Take in the names; an empty one is an empty line."""
        self._text = "\n".join(name.text for name in names)
        self.firsts = [0]
        flags = bytearray()
        for name in names:
            flags += bytes(name.starts) + b"\0"
            self.firsts.append(len(flags))
        self._starts = bytes(flags)

    def find(self, word: Word) -> dict[int, Fit]:
        """Return how each line fits that has the word."""
        found: dict[int, Fit] = {}
        text = spaced(word)
        inside = word.script is not Script.LATIN or len(text) >= _LEAST_INSIDE
        at = self._text.find(text)
        while at >= 0:
            line = bisect_right(self.firsts, at) - 1
            fit = self._fit(at, line, len(text), inside)
            if fit is not None:
                found[line] = min(fit, found.get(line, fit))
            done = fit is not None and fit <= Fit.WORD
            at = self._text.find(text, self.firsts[line + 1] if done else at + 1)
        return found

    def shortened(self, word: Word) -> set[int]:
        """Return the lines that have the characters of a Chinese word in order, few others between them."""
        pattern = shortening(word)
        return {bisect_right(self.firsts, at.start()) - 1 for at in pattern.finditer(self._text)}

    def _fit(self, at: int, line: int, length: int, inside: bool) -> Fit | None:
        first, end = self.firsts[line], self.firsts[line + 1] - 1
        if at == first:
            return Fit.EXACT if at + length == end else Fit.PREFIX
        if self._starts[at]:
            return Fit.WORD
        return Fit.INSIDE if inside else None


def shortening(word: Word) -> re.Pattern[str]:
    """Return what finds a word's characters with up to ``SKIPS`` others between each two."""
    return re.compile(f"[^\\n]{{0,{SKIPS}}}".join(map(re.escape, word.text)))


def spaced(word: Word) -> str:
    """Return a word as names have it: Latin ones with a space at each cut."""
    if word.script is not Script.LATIN or not word.cuts:
        return word.text
    return "".join(f" {letter}" if at in word.cuts else letter for at, letter in enumerate(word.text))
