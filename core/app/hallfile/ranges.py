"""The two short notations of a hall file: window numbers and tiers."""

from __future__ import annotations

import re

from core.domain.hall import Tiers

LAST_WINDOW = 999
"""The voice can say window numbers up to here."""

_RANGE = re.compile(r"(\d{1,3})(?:\s*-\s*(\d{1,3}))?", re.ASCII)


class BadNumbers(ValueError):
    """Not a list of window numbers from 1 to 999."""


class BackwardRange(ValueError):
    """A range whose end is before its start."""


def parse_numbers(text: str) -> tuple[int, ...]:
    """Return the window numbers of ``"5, 7-9"``.

    Raises:
        BackwardRange: A range such as ``9-7``.
        BadNumbers: Anything else that is not a list of numbers from 1 to 999.

    >>> parse_numbers("5, 7-9")
    (5, 7, 8, 9)
    """
    numbers: list[int] = []
    for part in text.split(","):
        match = _RANGE.fullmatch(part.strip())
        if match is None:
            raise BadNumbers(text)
        first = int(match[1])
        last = int(match[2] or first)
        if last < first:
            raise BackwardRange(part.strip())
        if first < 1:
            raise BadNumbers(text)
        numbers.extend(range(first, last + 1))
    return tuple(numbers)


def parse_tiers(text: str) -> Tiers:
    """Return the queue ids of ``"a; b, c"``: ``;`` begins the next tier, ``,`` is the same tier.

    >>> parse_tiers("a; b, c")
    (('a',), ('b', 'c'))
    """
    tiers = (tuple(name.strip() for name in tier.split(",") if name.strip()) for tier in text.split(";"))
    return tuple(tier for tier in tiers if tier)
