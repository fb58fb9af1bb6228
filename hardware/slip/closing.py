"""The daily closing slip (日结单): what became of the day's numbers, queue by queue, to be signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime

from core.domain.hall import Hall
from core.domain.text import Text
from hardware.slip import words
from hardware.slip.sheet import Align, Bar, Block, Mark, Row, Sheet, Signature, Words
from hardware.slip.words import Say, Speak


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of everybody in a queue: the first two together are the other five together.

    Attributes:
        taken: Visits that began there.
        joined: Came there from elsewhere.
        passed: Called, and nobody came.
        moved: Sent on without having been served.
        void: Cancelled, or left over at the day's end.
        open: Not ended yet.
    """

    taken: int = 0
    joined: int = 0
    served: int = 0
    passed: int = 0
    moved: int = 0
    void: int = 0
    open: int = 0

    def __bool__(self) -> bool:
        """Whether anybody came."""
        return any(getattr(self, each.name) for each in fields(self))


@dataclass(frozen=True, slots=True)
class QueueOfDay:
    """One queue's day.

    Attributes:
        name: In the hall's languages.
        first: The day's first number, ``""`` if none was taken.
    """

    name: Text
    counts: Counts
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class DayClosed:
    """A day's figures, as ``GET /api/reports/day`` gives them.

    Attributes:
        complete: The day is over; else the figures go on.
        tickets: How many numbers were given out.
        total: Of all queues, each stay in one counted.
        unprinted: Of how many tickets it is not sure that their slip came out.
        missing: Their numbers, as far as they are known.
        windows: Number of a window to how many were served there.
    """

    date: date
    complete: bool
    tickets: int
    total: Counts
    queues: tuple[QueueOfDay, ...]
    unprinted: int = 0
    missing: tuple[str, ...] = ()
    windows: tuple[tuple[int, int], ...] = ()


def closing_sheet(
    hall: Hall, closed: DayClosed, printed_at: datetime, languages: Sequence[str], speak: Speak
) -> Sheet:
    """Return the slip, the first of ``languages`` first; queues that nobody came to are left out."""
    say = Say(speak, languages)
    return tuple(_blocks(hall, closed, printed_at, say))


def _blocks(hall: Hall, closed: DayClosed, printed_at: datetime, say: Say) -> Iterator[Block]:
    yield Words(say.name(hall.name), 34, 28, above=8)
    yield Words(say(words.CLOSING), 44, 34, bold=True, others_bold=True, above=6)
    yield Words((closed.date.isoformat(),), 36, bold=True, above=4)
    if not closed.complete and closed.total.open:
        yield Mark(say(words.GOES_ON), 30)
    for queue in (each for each in closed.queues if each.counts):
        yield Bar()
        yield from _queue(queue, say)
    yield Bar()
    yield Words(say(words.TOTAL), 34, 28, bold=True, align=Align.LEFT)
    yield from _counts(closed.total, say, 30)
    yield Row(say.together(words.TICKETS), str(closed.tickets), 30, bold=True)
    yield Row(say.together(words.UNPRINTED), str(closed.unprinted), 30, bold=True)
    if closed.missing:
        yield Words((" ".join(closed.missing),), 28, align=Align.LEFT, above=2)
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
    yield from _counts(queue.counts, say, 28)


def _counts(counts: Counts, say: Say, size: int) -> Iterator[Block]:
    """Give what every day has, and what few have only where there is some."""
    values = {each.name: getattr(counts, each.name) for each in fields(counts)}
    yield Words(say(words.COUNTS, **values), size, 26, align=Align.LEFT, above=4)
    if counts.joined or counts.moved or counts.open:
        yield Words(say(words.COUNTS_MORE, **values), size, 26, align=Align.LEFT, above=2)
