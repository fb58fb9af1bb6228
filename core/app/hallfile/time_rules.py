"""What must hold between the times of a hall file: hours, closed days, slots."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from itertools import combinations
from typing import NamedTuple

from core.app.hallfile.findings import LineOf
from core.app.hallfile.placed import Placed
from core.domain.booking import Slots
from core.domain.calendar import DAY, Holiday, Hours, Workday

DAY_MIN = 24 * 60
WEEK_MIN = 7 * DAY_MIN

Opening = Hours | Slots


class _Stretch(NamedTuple):
    """Minutes of the week, from Monday's midnight; past Sunday's for hours that last into Monday."""

    day: int
    opens: int
    closes: int


def check_overlap(rows: Sequence[Placed[Opening]]) -> None:
    """No two of them are at the same time."""
    for one, other in combinations(rows, 2):
        day = next(_shared_days(one.value, other.value), None)
        if day is not None:
            other.table.findings.add(
                other.table.path,
                "hall.overlap",
                day=day,
                first=LineOf(one.table.path),
                opens=f"{one.value.opens:%H:%M}",
                closes=f"{one.value.closes:%H:%M}",
            )


def _shared_days(one: Opening, other: Opening) -> Iterator[int]:
    for a in _stretches(one):
        for b in _stretches(other):
            for shift in (-WEEK_MIN, 0, WEEK_MIN):
                if a.opens < b.closes + shift and b.opens + shift < a.closes:
                    yield b.day


def _stretches(row: Opening) -> list[_Stretch]:
    opens, length = _minute(row.opens), _length(row)
    begins = [(day, (day - 1) * DAY_MIN + opens) for day in row.days]
    return [_Stretch(day, begin, begin + length) for day, begin in begins]


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute


def _length(row: Opening) -> int:
    """Return how many minutes it lasts; what closes at or before it opens lasts past midnight."""
    minutes = _minute(row.closes) - _minute(row.opens)
    return minutes if minutes > 0 else minutes + DAY_MIN


def check_holidays(holidays: Sequence[Placed[Holiday]]) -> None:
    """No day is in two holidays."""
    named: dict[date, Placed[Holiday]] = {}
    for entry in holidays:
        for ahead in range((entry.value.last - entry.value.first).days + 1):
            day = entry.value.first + ahead * DAY
            if named.setdefault(day, entry) is not entry:
                place = LineOf(named[day].table.path)
                entry.table.mistake("first", "hall.same_day", day=day.isoformat(), first=place)
                break


def check_workdays(workdays: Sequence[Placed[Workday]]) -> None:
    """No day is a make-up workday twice."""
    named: dict[date, Placed[Workday]] = {}
    for entry in workdays:
        day = entry.value.date
        if named.setdefault(day, entry) is not entry:
            place = LineOf(named[day].table.at("date"))
            entry.table.mistake("date", "hall.same_day", day=day.isoformat(), first=place)


def check_slots(slots: Sequence[Placed[Slots]], hours_of: Mapping[str, Sequence[Hours]]) -> None:
    """Slots lie in the hours of their queue, a break among these may cut some out, and not on each other.

    Args:
        hours_of: Queue to its opening hours; one without any was found wrong elsewhere.
    """
    for entry in slots:
        plan = entry.value
        if plan.minutes > _length(plan):
            entry.table.mistake("minutes", "hall.slot_too_long", minutes=plan.minutes, **_shown(plan))
        if hours_of.get(plan.queue):
            _check_open(entry, hours_of[plan.queue])
    for queue in hours_of:
        check_overlap([entry for entry in slots if entry.value.queue == queue])


def _check_open(entry: Placed[Slots], hours: Sequence[Hours]) -> None:
    plan = entry.value
    open_on = {day: [row for row in hours if day in row.days] for day in plan.days}
    closed = [day for day, rows in open_on.items() if not rows]
    if closed:
        entry.table.mistake("days", "hall.slots_closed", days=_listed(closed), queue=plan.queue)
    outside: dict[tuple[str, str], list[int]] = {}
    for day, rows in open_on.items():
        if rows and not _covers(rows, plan):
            first, last = min(row.opens for row in rows), max(rows, key=_end).closes
            outside.setdefault((f"{first:%H:%M}", f"{last:%H:%M}"), []).append(day)
    for (opens, closes), days in outside.items():
        entry.table.mistake(
            "opens", "hall.slots_outside", days=_listed(days), queue=plan.queue, opens=opens, closes=closes
        )


def _covers(rows: Sequence[Hours], plan: Slots) -> bool:
    first, last = min(_minute(row.opens) for row in rows), max(map(_end, rows))
    return first <= _minute(plan.opens) and _end(plan) <= last


def _end(row: Opening) -> int:
    return _minute(row.opens) + _length(row)


def _shown(row: Opening) -> dict[str, str]:
    return {"opens": f"{row.opens:%H:%M}", "closes": f"{row.closes:%H:%M}"}


def _listed(days: Sequence[int]) -> str:
    return ", ".join(map(str, days))
