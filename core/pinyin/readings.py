"""How the characters of a name are read: as the catalogue says, else in every way they can be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_TABLE = Path(__file__).parent / "readings.txt"
_UNIT = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]|[A-Za-z0-9]+")

Readings = Mapping[str, tuple[str, ...]]
"""A character's toneless syllables; ü is ``v``."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What is read as one syllable: a character, or a run of Latin letters and digits.

    Attributes:
        start: Its place in the name.
        end: The place after it.
        said: How the catalogue reads it; without a catalogue, every way.
        also: Its other readings.
    """

    start: int
    end: int
    said: tuple[str, ...]
    also: tuple[str, ...] = ()


def read_table(characters: Iterable[str]) -> Readings:
    """Return the readings of those characters, as far as the table has them.

    The table holds the characters of GB 2312 in a line a syllable. Source: pypinyin 0.55, every reading;
    a test compares them.
    """
    wanted = set(characters)
    found: dict[str, tuple[str, ...]] = {}
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        syllable, _, readers = line.partition(" ")
        for character in wanted.intersection(readers):
            found[character] = (*found.get(character, ()), syllable)
    return found


def units(name: str, pinyin: str, readings: Readings) -> list[Unit]:
    """Return the units of a Chinese name.

    Args:
        name: In any Unicode form; places count in its composed form (NFC).
        pinyin: The catalogue's, joined; ``""`` or one that does not fit the name is not asked.
        readings: Of the name's characters.
    """
    found = [
        (unit.start(), unit.end(), unit.group())
        for unit in _UNIT.finditer(unicodedata.normalize("NFC", name))
    ]
    ways = [readings.get(text, ()) if not text.isascii() else (text.lower(),) for _, _, text in found]
    said = _aligned(ways, pinyin.lower()) if pinyin else None
    if said is None:
        return [Unit(start, end, way) for (start, end, _), way in zip(found, ways, strict=True)]
    return [
        Unit(start, end, (one,) if one else way, tuple(each for each in way if one and each != one))
        for (start, end, _), way, one in zip(found, ways, said, strict=True)
    ]


def _aligned(ways: Sequence[tuple[str, ...]], pinyin: str) -> list[str] | None:
    """Return which reading of each unit makes up the pinyin, ``None`` if they do not."""
    # Where each unit may begin, and the reading that led there: forward, so that no name takes long.
    steps: list[dict[int, tuple[int, str]]] = []
    ends = {0}
    for way in ways:
        step: dict[int, tuple[int, str]] = {}
        for at in sorted(ends, reverse=True):
            for one in way or _any(pinyin, at):
                if pinyin.startswith(one, at):
                    step.setdefault(at + len(one), (at, one))
        steps.append(step)
        ends = set(step)
    if len(pinyin) not in ends:
        return None
    said: list[str] = []
    at = len(pinyin)
    for step in reversed(steps):
        at, one = step[at]
        said.append(one)
    return said[::-1]


def _any(pinyin: str, at: int) -> Iterable[str]:
    """Yield what a character may be read as that the table lacks, the longest first."""
    return (pinyin[at : at + letters] for letters in range(6, 0, -1))
