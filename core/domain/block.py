"""Number blocks: numbers set aside for a kiosk, which gives them out while it cannot reach the core."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

SIZE_USUAL, SIZE_MOST = 20, 100
"""So many unused numbers of each queue a kiosk holds, as usual and at most."""
OPEN_MOST = 200
"""So many numbers of a queue are set aside for a kiosk and not handed in, at most, on one day."""
AHEAD_LEAST = 100
"""A block begins so far ahead of the running series: nobody who holds one of its numbers is near it."""
TOPS = tuple(range(999, 10_000, 1000))
"""Blocks go down from these: from the top of the three digits, past that from 1999 and so on."""


@dataclass(frozen=True, slots=True)
class Reserved:
    """A number that is set aside for one machine on one business date.

    Attributes:
        number: As printed, e.g. ``"A981"``.
        running: Its number in the series of its prefix.
        queue: Id of the queue that it was set aside for.
        track: Token of the visitor's own page, for the slip that prints it.
        ticket: Id of the ticket that has it, ``None`` until it is handed in.
    """

    number: str
    date: date
    prefix: str
    running: int
    queue: str
    machine: str
    track: str
    reserved_at: datetime
    ticket: str | None = None


def free_for_block(last: int, reserved: Collection[int], count: int) -> list[int]:
    """Return up to ``count`` running numbers for a block, highest first.

    Args:
        last: The series has come so far.
        reserved: Numbers of the series that are set aside already.

    >>> free_for_block(17, {999, 998}, 3)
    [997, 996, 995]
    >>> free_for_block(896, {999, 998}, 3)
    [997, 1999, 1998]
    """
    found: list[int] = []
    for top in TOPS:
        bottom = max(last + AHEAD_LEAST, top - 1000)
        for running in range(top, bottom, -1):
            if len(found) >= count:
                return found
            if running not in reserved:
                found.append(running)
    return found


def next_unreserved(running: int, reserved: Collection[int]) -> int:
    """Return the first number from ``running`` on that is not set aside."""
    while running in reserved:
        running += 1
    return running


def within(at: datetime, earliest: datetime, latest: datetime) -> datetime:
    """Return an instant of a kiosk's clock, held to what the core's clock allows."""
    return min(max(at, earliest), latest)
