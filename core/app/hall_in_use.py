"""What a new description of a live hall would take away from people who are in it now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from core.app.ports import UnitOfWork
from core.domain.booking import bookable_days, slots_of
from core.domain.errors import HallError
from core.domain.hall import Hall
from core.domain.leg import Leg
from core.domain.quota import Half
from core.domain.ticket import LegState, Suspension
from core.domain.visit import window_of_step

Moves = Mapping[str, str]
"""Queue that the new description lacks to the one where its people go."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing about a new description.

    Attributes:
        key: Stable message key, e.g. ``"hall.queue_in_use"``.
        params: Values for the translated sentence, JSON-ready.
    """

    key: str
    params: Mapping[str, Any]


class HallInUse(HallError):
    """The new description has no place for people who are in the hall; ``findings`` say each of them."""

    key = "hall.in_use"

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(findings=[{"key": each.key, "params": dict(each.params)} for each in findings])


def refusals(uow: UnitOfWork, hall: Hall, moves: Moves) -> list[Finding]:
    """Return every reason why ``hall`` cannot take the place of the hall as it is."""
    if hall.id != uow.hall.id:
        return [Finding("hall.other_hall", {"hall": uow.hall.id, "found": hall.id})]
    legs = uow.tickets.open_legs()
    return [
        *_moves_to_nowhere(uow.hall, hall, moves),
        *_queues(legs, _gone(uow.hall, hall), moves),
        *_booked(uow, _gone(uow.hall, hall)),
        *_windows(uow, legs, gone_windows(uow.hall, hall)),
    ]


def warnings(uow: UnitOfWork, hall: Hall) -> list[Finding]:
    """Return what works and may still surprise: a queue whose numbers look different from now on."""
    before = {queue.id: queue.prefix for queue in uow.hall.queues}
    return [
        Finding("hall.prefix_in_use", {"queue": queue.id, "prefix": queue.prefix, "was": before[queue.id]})
        for queue in hall.queues
        if queue.prefix != before.get(queue.id, queue.prefix)
        and any(uow.tickets.issued(before[queue.id], half) for half in Half)
    ]


def gone_windows(before: Hall, after: Hall) -> set[int]:
    """Return the windows that the new description lacks."""
    return {window.number for window in before.windows} - {window.number for window in after.windows}


def _gone(before: Hall, after: Hall) -> list[str]:
    kept = {queue.id for queue in after.queues}
    return [queue.id for queue in before.queues if queue.id not in kept]


def _moves_to_nowhere(before: Hall, after: Hall, moves: Moves) -> Iterator[Finding]:
    old, new = {queue.id for queue in before.queues}, {queue.id for queue in after.queues}
    for source, target in moves.items():
        if source not in old or source in new:
            yield Finding("hall.move_from", {"queue": source})
        if target not in new:
            yield Finding("hall.move_to", {"queue": target})


def _queues(legs: Iterable[Leg], gone: Sequence[str], moves: Moves) -> Iterator[Finding]:
    for queue in gone:
        mine = [leg for leg in legs if leg.queue == queue]
        present = [leg for leg in mine if leg.state.at_window]
        if present:
            windows = sorted({leg.window for leg in present if leg.window is not None})
            yield Finding(
                "hall.queue_at_window", {"queue": queue, "tickets": _numbers(present), "windows": windows}
            )
        if queue not in moves and len(mine) > len(present):
            rest = [leg for leg in mine if not leg.state.at_window]
            yield Finding("hall.queue_in_use", {"queue": queue, "tickets": _numbers(rest)})


def _booked(uow: UnitOfWork, gone: Sequence[str]) -> Iterator[Finding]:
    hall = uow.hall
    for queue in gone:
        plans = [plan for plan in hall.slots if plan.queue == queue]
        schedule = hall.schedule_of(queue)
        days = bookable_days(hall.bookings, schedule, uow.today) if plans else []
        slots = (slot for day in days for slot in slots_of(plans, schedule, day) if slot.ends > uow.now)
        booked = sum(uow.visitors.bookings.taken(slot) for slot in slots)
        if booked:
            yield Finding("hall.queue_booked", {"queue": queue, "bookings": booked})


def _windows(uow: UnitOfWork, legs: Iterable[Leg], gone: set[int]) -> Iterator[Finding]:
    bound: dict[int, list[Leg]] = {}
    for leg in legs:
        for window in _bound_to(uow, leg) & gone:
            bound.setdefault(window, []).append(leg)
    for window, mine in sorted(bound.items()):
        yield Finding("hall.window_in_use", {"window": window, "tickets": _numbers(mine)})


def _bound_to(uow: UnitOfWork, leg: Leg) -> set[int]:
    """Return the windows without which an open leg cannot go on."""
    windows = {leg.pin}
    keeps = leg.state is LegState.SUSPENDED and leg.suspension is not Suspension.NO_PAPERS
    if leg.state.at_window or keeps:
        windows.add(leg.window)
    if leg.back_to is not None and leg.state is LegState.PLANNED:
        windows.add(window_of_step(uow.tickets.legs_of(leg.ticket), leg.back_to))
    return {window for window in windows if window is not None}


def _numbers(legs: Iterable[Leg]) -> list[str]:
    return sorted({leg.number for leg in legs})
