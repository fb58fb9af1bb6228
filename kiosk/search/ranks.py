"""How well a name fits what was typed."""

from __future__ import annotations

from enum import IntEnum

SKIPS = 2
"""So many characters in a row are left out where a name is shortened."""
LEAST_SHORTENED = 3
"""Fewer initials than these fit too many names with characters left out."""


class Fit(IntEnum):
    """The better the smaller.

    Attributes:
        EXACT: The whole name.
        PREFIX: The name begins so.
        WORD: A word of it, or a Tibetan syllable, begins so.
        INITIALS: The name begins so with initials in place of syllables.
        INSIDE: Somewhere in the name.
        INITIALS_INSIDE: The same with initials.
        SHORTENED: The name with characters left out, as people shorten it: 社保卡 for 社会保障卡.
        SEVERAL: Each of several words is somewhere in the name.
        THROUGH: Its queue, zone or department is called so, or one of several words is only there.
        LOOSE: It sounds like it, or a character has that reading as well.
    """

    EXACT = 0
    PREFIX = 1
    WORD = 2
    INITIALS = 3
    INSIDE = 4
    INITIALS_INSIDE = 5
    SHORTENED = 6
    SEVERAL = 7
    THROUGH = 8
    LOOSE = 9
