"""When a hall is open: its weekly hours, its closed days and its make-up workdays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from zoneinfo import ZoneInfo

from core.domain.text import Text


@dataclass(frozen=True, slots=True)
class Hours:
    """Opening hours of some days of the week, in the hall's own time.

    Attributes:
        days: ISO weekdays, Monday = 1.
        closes: At or before ``opens``: past midnight, and the hours belong to the day they begin on.
        extended: Outside the hall's usual hours (延时办).
    """

    days: tuple[int, ...]
    opens: time
    closes: time
    extended: bool = False


@dataclass(frozen=True, slots=True)
class Calendar:
    """Named hours; zones, queues and windows may name one, otherwise the hall's own hours count."""

    id: str
    hours: tuple[Hours, ...]


@dataclass(frozen=True, slots=True)
class Holiday:
    """Closed days, the last one included."""

    first: date
    last: date
    name: Text


@dataclass(frozen=True, slots=True)
class Workday:
    """A make-up workday (调休): open even in a holiday.

    Attributes:
        like: The ISO weekday whose hours it has.
    """

    date: date
    like: int


@dataclass(frozen=True, slots=True)
class Schedule:
    """The hours of one place (hall, zone, queue or window) with the hall's holidays and time zone."""

    hours: tuple[Hours, ...]
    holidays: tuple[Holiday, ...]
    workdays: tuple[Workday, ...]
    zone: ZoneInfo
