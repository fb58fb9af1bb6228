"""The daily closing slip (日结单): what became of the day's numbers, queue by queue, to be signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from core.domain.hall import Hall
from core.domain.text import Text
from hardware.slip import words
from hardware.slip.sheet import Align, Bar, Block, Row, Sheet, Signature, Words
from hardware.slip.words import Say, Speak


@dataclass(frozen=True, slots=True)
class QueueOfDay:
    """What became of one queue's numbers.

    Attributes:
        name: In the hall's languages.
        first: The day's first number, ``""`` if nobody came.
        void: Cancelled, or never served.
    """

    name: Text
    taken: int
    served: int
    passed: int
    void: int
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class DayClosed:
    """A day's figures.

    Attributes:
        unprinted: Numbers whose slip did not come out for sure.
        windows: Number of a window to how many were served there.
    """

    day: date
    queues: tuple[QueueOfDay, ...]
    unprinted: tuple[str, ...] = ()
    windows: tuple[tuple[int, int], ...] = ()


def closing_sheet(
    hall: Hall, closed: DayClosed, printed_at: datetime, languages: Sequence[str], speak: Speak
) -> Sheet:
    """Return the slip, the first of ``languages`` first; queues that nobody took a number of are left out."""
    say = Say(speak, languages)
    return tuple(_blocks(hall, closed, printed_at, say))


def _blocks(hall: Hall, closed: DayClosed, printed_at: datetime, say: Say) -> Iterator[Block]:
    yield Words(say.name(hall.name), 34, 28, above=8)
    yield Words(say(words.CLOSING), 44, 34, bold=True, others_bold=True, above=6)
    yield Words((closed.day.isoformat(),), 36, bold=True, above=4)
    for queue in (each for each in closed.queues if each.taken):
        yield Bar()
        yield from _queue(queue, say)
    yield Bar()
    yield Words(say(words.TOTAL), 34, 28, bold=True, align=Align.LEFT)
    totals = {
        name: sum(getattr(each, name) for each in closed.queues)
        for name in ("taken", "served", "passed", "void")
    }
    yield Words(say(words.COUNTS, **totals), 30, 26, align=Align.LEFT, above=4)
    yield Row(say.together(words.UNPRINTED), str(len(closed.unprinted)), 30, bold=True)
    if closed.unprinted:
        yield Words((" ".join(closed.unprinted),), 28, align=Align.LEFT, above=2)
    if closed.windows:
        yield Bar()
        yield Words(say(words.WINDOWS_OPEN), 34, 28, bold=True, align=Align.LEFT)
        for window, served in closed.windows:
            yield Row(say(words.WINDOWS, windows=window)[0], str(served), 30)
    yield Bar()
    printed = f"{printed_at.astimezone(hall.zone_info):%Y-%m-%d %H:%M}"
    yield Words(say(words.PRINTED_AT, time=printed)[:1], 28, above=8)
    yield Signature(say.together(words.SUPERVISOR_SIGNS))


def _queue(queue: QueueOfDay, say: Say) -> Iterator[Block]:
    numbers = f"{queue.first}–{queue.last}" if queue.first != queue.last else queue.first
    names = say.name(queue.name)
    yield Row(names[0] if names else "", numbers, 32, bold=True)
    yield Words(names[1:], 28, align=Align.LEFT, above=2)
    counts = {"taken": queue.taken, "served": queue.served, "passed": queue.passed, "void": queue.void}
    yield Words(say(words.COUNTS, **counts), 28, 26, align=Align.LEFT, above=4)
