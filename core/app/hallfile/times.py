"""Opening hours, calendars, closed days, bookings and their slots, read from their tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import time

from core.app.hallfile.placed import Languages, Placed
from core.app.hallfile.table import Table
from core.domain.booking import BookingRules, Slots
from core.domain.calendar import Calendar, Holiday, Hours, Workday

HALF_A_DAY_MIN = 12 * 60
A_YEAR = 366

_RATIO = re.compile(r"([1-9]\d?)\s*:\s*([1-9]\d?)", re.ASCII)


def read_hours(table: Table, _languages: Languages) -> Hours | None:
    """Return the opening hours of one entry, ``None`` if a time is wrong."""
    days = read_days(table)
    times = read_times(table)
    extended = table.flag("extended", default=False)
    return Hours(days, *times, extended) if times else None


def read_days(table: Table) -> tuple[int, ...]:
    """Return days of the week, each once."""
    days = table.wholes("days", "a list of days, Monday = 1, e.g. [1, 2, 3, 4, 5]")
    for place, day in enumerate(days):
        if not 1 <= day <= 7:
            table.mistake("days", "hall.bad_day", found=day)
        elif day in days[:place]:
            table.mistake("days", "hall.named_twice", found=day)
    return days


def read_times(table: Table, begins: str = "opens", ends: str = "closes") -> tuple[time, time] | None:
    """Return from when until when, ``None`` if a time is wrong; past midnight only where that is said.

    Args:
        begins, ends: Keys of the two times.
    """
    opens, closes = table.clock(begins), table.clock(ends)
    past_midnight = table.flag("past_midnight", default=False)
    if opens is None or closes is None:
        return None
    if past_midnight != (closes <= opens):
        key = "hall.not_past_midnight" if past_midnight else "hall.closes_first"
        place = "past_midnight" if past_midnight else ends
        table.mistake(place, key, opens=f"{opens:%H:%M}", closes=f"{closes:%H:%M}")
        return None
    return opens, closes


def read_calendar(table: Table, languages: Languages) -> tuple[Calendar, Sequence[Placed[Hours]]]:
    """Return the calendar of one entry, and its hours each with its place."""
    name = table.identifier()
    hours = []
    for row in table.entries("hours"):
        read = read_hours(row, languages)
        row.finish()
        if read is not None:
            hours.append(Placed(read, row))
    return Calendar(name, tuple(each.value for each in hours)), hours


def read_holiday(table: Table, languages: Languages) -> Holiday | None:
    """Return the closed days of one entry, ``None`` if a date is wrong."""
    name = table.words("name", languages)
    first = table.day("first")
    last = table.day("last", first, required=False)
    if first is None or last is None:
        return None
    if last < first:
        table.mistake("last", "hall.ends_first", first=first.isoformat(), last=last.isoformat())
        return None
    return Holiday(first, last, name)


def read_workday(table: Table, _languages: Languages) -> Workday | None:
    """Return the make-up workday of one entry, ``None`` if its date is wrong."""
    like = table.whole("like", "the day of the week whose hours it has, Monday = 1", required=True)
    date = table.day("date")
    if like is None or date is None:
        return None
    if not 1 <= like <= 7:
        table.mistake("like", "hall.bad_day", found=like)
        return None
    return Workday(date, like)


def read_bookings(table: Table) -> BookingRules:
    """Return how bookings are taken."""
    usual = BookingRules()
    return BookingRules(
        days_ahead=table.count("days_ahead", usual.days_ahead, most=A_YEAR),
        one_a_day=table.flag("one_a_day", default=usual.one_a_day),
        cancel_before_min=table.count("cancel_before_min", usual.cancel_before_min),
        check_in_from_min=table.count("check_in_from_min", usual.check_in_from_min),
        late_min=table.count("late_min", usual.late_min),
        ratio=_ratio(table) or usual.ratio,
        visitor_class=table.text("visitor_class", "the id of a class", default=""),
    )


def _ratio(table: Table) -> tuple[int, int] | None:
    found = table.text("ratio", 'booked visitors to others, e.g. "1:1"', default="")
    if not table.has("ratio"):
        return None
    if match := _RATIO.fullmatch(found.strip()):
        return int(match[1]), int(match[2])
    if isinstance(table.values["ratio"], str):
        table.mistake("ratio", "hall.bad_ratio", found=found)
    return None


def read_slots(table: Table, _languages: Languages) -> Slots | None:
    """Return the plan of one entry, ``None`` if a time is wrong."""
    queue = table.text("queue", "the id of a queue")
    days = read_days(table)
    times = read_times(table)
    minutes = table.count("minutes", None, least=1, most=HALF_A_DAY_MIN)
    quota = table.count("quota", None, least=1)
    return Slots(queue, days, *times, minutes, quota) if times else None
