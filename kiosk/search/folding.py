"""Names and what is typed, brought to one spelling."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

LONGEST = 40
"""More letters than anybody types; the rest is not looked at."""

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_TIBETAN = re.compile(r"[\u0f00-\u0fff]")
_LETTER = re.compile(r"[\u0f20-\u0f33\u0f40-\u0fbc]|[^\W_]")
"""Of Tibetan the digits, letters and vowel signs: tsheg, shad and other signs part words."""


class Script(Enum):
    """What a word is written in; the value names the language whose names it is looked for in first."""

    HAN = "zh"
    TIBETAN = "bo"
    LATIN = "en"


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters of one script.

    Attributes:
        cuts: Where in ``text`` the writer parted it: by a space, an apostrophe, a tsheg.
    """

    text: str
    script: Script
    cuts: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Folded:
    """A name ready to be compared.

    Attributes:
        text: Letters and digits only, small; between English words one space.
        places: For each character of ``text`` its place in :func:`normal` of the name.
        starts: Which characters begin a word, or a Tibetan syllable.
    """

    text: str
    places: tuple[int, ...]
    starts: tuple[bool, ...]


def normal(name: str) -> str:
    """Return a name in Unicode's composed form (NFC), which the places of a match count in."""
    return unicodedata.normalize("NFC", name)


def script_of(letter: str) -> Script:
    """Return the script of a letter; digits and whatever is neither Chinese nor Tibetan are Latin."""
    if _HAN.match(letter):
        return Script.HAN
    return Script.TIBETAN if _TIBETAN.match(letter) else Script.LATIN


def fold(name: str) -> Folded:
    """Return a name in small letters, without signs.

    >>> fold("Social insurance: card").text
    'social insurance card'
    >>> fold("ལག་འཁྱེར།").text == "ལགའཁྱེར"
    True
    """
    text: list[str] = []
    places: list[int] = []
    starts: list[bool] = []
    for place, letter, first in _letters(normal(name)):
        if first and text and letter.isascii() and text[-1].isascii():
            text.append(" ")
            places.append(place - 1)
            starts.append(False)
        text.append(letter)
        places.append(place)
        starts.append(first)
    return Folded("".join(text), tuple(places), tuple(starts))


def _letters(name: str) -> Iterator[tuple[int, str, bool]]:
    """Yield place, letter and whether it begins a word."""
    before: Script | None = None
    for place, sign in enumerate(name):
        for letter in unicodedata.normalize("NFKC", sign).lower():
            if not _LETTER.fullmatch(letter):
                before = None
                continue
            script = script_of(letter)
            yield place, letter, script is not before
            before = script


def words(query: str) -> list[Word]:
    """Return what is typed as words; Latin parts in a row are one word with cuts.

    >>> [(word.text, sorted(word.cuts)) for word in words("社保 she'b ka")]
    [('社保', []), ('shebka', [3, 4])]
    """
    found: list[Word] = []
    spelt = query.replace("ü", "v").replace("Ü", "v").replace("u\u0308", "v").replace("U\u0308", "v")
    for text, script in _runs(spelt[:LONGEST]):
        last = found[-1] if found else None
        if last and script is last.script and script is not Script.HAN:
            cuts = last.cuts | {len(last.text)}
            found[-1] = Word(last.text + text, script, cuts)
        else:
            found.append(Word(text, script))
    return found


def _runs(query: str) -> Iterator[tuple[str, Script]]:
    run, script = "", Script.LATIN
    for _, letter, first in _letters(normal(query)):
        if first and run:
            yield run, script
            run = ""
        run += letter
        script = script_of(letter)
    if run:
        yield run, script
