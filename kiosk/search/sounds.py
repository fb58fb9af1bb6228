"""Syllables as they are spoken in the region, and as a pad of twelve keys spells them."""

from __future__ import annotations

from typing import Final

KEYS: Final = {
    "2": "abc",
    "3": "def",
    "4": "ghi",
    "5": "jkl",
    "6": "mno",
    "7": "pqrs",
    "8": "tuv",
    "9": "wxyz",
}
"""The letters of a pad's keys. Source: ITU-T E.161."""

_DIGITS = str.maketrans({letter: key for key, letters in KEYS.items() for letter in letters})


def as_written(syllable: str) -> str:
    """Return a syllable as it is."""
    return syllable


def as_heard(syllable: str) -> str:
    """Return a syllable, or the beginning of one, with those sounds made one that are often mixed up.

    z/zh, c/ch, s/sh, l/n, an/ang, en/eng, in/ing, ü/u.

    >>> [as_heard(each) for each in ("zhang", "lve", "nv", "xin", "lan")]
    ['zan', 'nue', 'nu', 'xin', 'nan']
    """
    heard = syllable
    if heard[:2] in ("zh", "ch", "sh"):
        heard = heard[0] + heard[2:]
    if heard[:1] == "l":
        heard = "n" + heard[1:]
    if heard.endswith(("ang", "eng", "ing")):
        heard = heard[:-1]
    return heard.replace("v", "u")


def as_digits(word: str) -> str:
    """Return the keys of a pad that spell a word; what has no key stays.

    >>> as_digits("sbk")
    '725'
    """
    return word.translate(_DIGITS)
