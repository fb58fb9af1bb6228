"""Time limits of an item: when it is due, whether it is late, how far the promise goes below the law.

Source: 行政许可法 art. 82: limits in days are working days, holidays not counted; 民法典 art. 201 and 203:
the day of the start is not counted, and the last day ends when business ends.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from itertools import islice

from core.domain.calendar import DAY, Schedule
from core.domain.opening import Span

NO_WORK_DAYS = 366
"""A schedule without a working day for so many days has none."""


class LimitUnit(StrEnum):
    """What a limit counts; the values are the words of the hall file."""

    MINUTES = "minutes"
    WORKING_DAYS = "working_days"


@dataclass(frozen=True, slots=True)
class Limit:
    """A promised or a legal limit.

    Attributes:
        amount: 0 and up; working days may have a fraction (1.5), 0 of them is "on the same day".
    """

    amount: float
    unit: LimitUnit


def due_at(limit: Limit, started_at: datetime, schedule: Schedule) -> datetime | None:
    """Return the last instant that is in time, UTC; ``None`` if the schedule has no such working day.

    Working day 1 is the first one after the start, and a whole limit ends with its last day's last closing. A
    fraction is that part of the open time of the day after the whole ones.
    """
    begun = started_at.astimezone(UTC)
    if limit.unit is LimitUnit.MINUTES:
        return begun + timedelta(minutes=limit.amount)
    start = schedule.day_of(begun)
    if limit.amount <= 0:
        return max(begun, schedule.last_closing(start) or begun)
    nth = math.ceil(limit.amount)
    day = working_day_after(start, nth, schedule)
    return _after_part(limit.amount - (nth - 1), schedule.spans(day)) if day else None


def working_days_between(start: date, end: date, schedule: Schedule) -> int:
    """Return how many working days come after ``start`` until ``end``, which counts; never less than 0."""
    days = (start + ahead * DAY for ahead in range(1, (end - start).days + 1))
    return sum(schedule.is_working_day(day) for day in days)


def working_day_after(day: date, count: int, schedule: Schedule) -> date | None:
    """Return the ``count``-th working day after ``day``, ``day`` itself for 0, ``None`` if there is none."""
    return day if count < 1 else next(islice(_working_days(day, schedule), count - 1, None), None)


def cut(promised: Limit | None, legal: Limit | None) -> float | None:
    """Return by what share the promise is shorter than the law allows, e.g. 0.6; below 0 if it is longer.

    ``None`` where they cannot be compared: one is not known, the legal one is 0, or the units differ. On the
    spot (0) cuts all of any limit.
    """
    if promised is None or legal is None or legal.amount <= 0:
        return None
    if promised.amount and promised.unit is not legal.unit:
        return None
    return 1 - promised.amount / legal.amount


def is_late(due: datetime | None, at: datetime) -> bool:
    """Say whether ``at`` (the end, or now while it lasts) is past the limit; without one nothing is late."""
    return due is not None and at > due


def _working_days(start: date, schedule: Schedule) -> Iterator[date]:
    day, idle = start, 0
    while idle < NO_WORK_DAYS:
        day += DAY
        idle += 1
        if schedule.is_working_day(day):
            idle = 0
            yield day


def _after_part(part: float, spans: Sequence[Span]) -> datetime:
    left = sum((span.closes - span.opens for span in spans), timedelta()) * part
    for span in spans:
        if left <= span.closes - span.opens:
            break
        left -= span.closes - span.opens
    return span.opens + left
