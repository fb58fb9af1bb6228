"""Set numbers aside for a kiosk, for the time in which it cannot reach the core."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from core.app.ports import UnitOfWork
from core.app.take import new_track
from core.domain.block import OPEN_MOST, Reserved, free_for_block
from core.domain.hall import Queue
from core.domain.numbering import format_number


@dataclass(frozen=True, slots=True)
class Blocks:
    """What was set aside for a machine just now.

    Attributes:
        date: The business date on which the numbers may be given out.
        numbers: Queue id to its numbers, highest first; queues that need none are not in it.
    """

    date: date
    numbers: Mapping[str, tuple[Reserved, ...]]


def reserve(uow: UnitOfWork, *, machine: str, have: Mapping[str, int], size: int) -> Blocks:
    """Top up a machine's block of every queue.

    What is set aside is never anybody else's on that date; what is not given out lapses with the day.

    Args:
        have: How many unused numbers of today the machine still has, by queue; none where it does not say.
        size: So many it is to have of each.
    """
    known, series = uow.blocks.reserved(), uow.blocks.series()
    numbers: dict[str, tuple[Reserved, ...]] = {}
    for queue in uow.hall.queues:
        wanted = _wanted(known, queue, machine, size - have.get(queue.id, 0))
        aside = {each.running for each in known if each.prefix == queue.prefix}
        running = free_for_block(series.get(queue.prefix, 0), aside, wanted)
        if running:
            numbers[queue.id] = tuple(_reserved(uow, queue, machine, each) for each in running)
    uow.blocks.reserve([each for block in numbers.values() for each in block])
    return Blocks(uow.today, numbers)


def _wanted(known: list[Reserved], queue: Queue, machine: str, missing: int) -> int:
    """Return how many numbers a machine gets: one that loses them again and again does not get all."""
    mine = [each for each in known if each.machine == machine and each.queue == queue.id]
    still_out = sum(each.ticket is None for each in mine)
    return max(0, min(missing, OPEN_MOST - still_out))


def _reserved(uow: UnitOfWork, queue: Queue, machine: str, running: int) -> Reserved:
    return Reserved(
        number=format_number(queue.prefix, running),
        date=uow.today,
        prefix=queue.prefix,
        running=running,
        queue=queue.id,
        machine=machine,
        track=new_track(uow.now),
        reserved_at=uow.now,
    )
