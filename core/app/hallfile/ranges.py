"""The two short notations of a hall file: window numbers and tiers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.domain.hall import Tier, Tiers

_RANGE = re.compile(r"(\d{1,3})(?:\s*-\s*(\d{1,3}))?", re.ASCII)
_MINUTES = re.compile(r"\d{1,4}(\.\d{1,3})?", re.ASCII)


class BadMinutes(ValueError):
    """A tier with ``@`` that lacks its queues or its number of minutes."""


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


def numbers_text(numbers: Sequence[int]) -> str:
    """Return window numbers, in their order, as :func:`parse_numbers` reads them.

    >>> numbers_text([5, 7, 8, 9])
    '5, 7-9'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def parse_tiers(text: str) -> Tiers:
    """Return the tiers of ``"a; b, c; d @ 20"``.

    ``;`` begins the next tier, ``,`` is the same tier, and ``@`` the minutes that somebody must have waited
    in a queue of the tier before the window helps it.

    Raises:
        BadMinutes: No queue stands before an ``@``, or no number of minutes behind it.

    >>> parse_tiers("a; b, c @ 20")
    (Tier(queues=('a',), when_wait_over_min=None), Tier(queues=('b', 'c'), when_wait_over_min=20.0))
    """
    tiers = (_tier(part) for part in text.split(";"))
    return tuple(tier for tier in tiers if tier.queues)


def _tier(text: str) -> Tier:
    named, marked, minutes = text.partition("@")
    queues = tuple(name.strip() for name in named.split(",") if name.strip())
    if not marked:
        return Tier(queues)
    if not queues or not _MINUTES.fullmatch(minutes.strip()):
        raise BadMinutes(text.strip())
    return Tier(queues, float(minutes))


def tiers_text(tiers: Tiers) -> str:
    """Return a window's profile as :func:`parse_tiers` reads it.

    >>> tiers_text((Tier(("a",)), Tier(("b", "c"), 20.0)))
    'a; b, c @ 20'
    """
    return "; ".join(_tier_text(tier) for tier in tiers)


def _tier_text(tier: Tier) -> str:
    queues = ", ".join(tier.queues)
    minutes = tier.when_wait_over_min
    if minutes is None:
        return queues
    return f"{queues} @ {int(minutes) if minutes == int(minutes) else minutes}"
